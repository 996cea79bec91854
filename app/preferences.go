package app

import (
	"os"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/view/settings"
)

// The keys of what the window remembers by itself.
const (
	keySize  = "window.size"
	keyPlace = "window.place"
	keyFonts = "told.fonts"
)

// recentFiles is how many files each list of recent ones has.
const recentFiles = 8

// leastSize is the smallest window that is opened, at 100 %. In a larger scale as much
// of the desk has less.
var leastSize = fyne.NewSize(1024, 640)

// preferences are what the person at this machine has chosen, kept by the
// desktop under the application's ID. They implement view.Preferences.
type preferences struct {
	fyne.Preferences
	apply func(key string) // makes a preference take effect
}

// Preference implements view.Preferences.
func (p *preferences) Preference(key string) string {
	unset := map[string]string{settings.PreferenceTheme: "system", settings.PreferenceScale: "100"}
	return p.StringWithFallback(key, unset[key])
}

// SetPreference implements view.Preferences.
func (p *preferences) SetPreference(key, value string) {
	p.SetString(key, value)
	p.apply(key)
}

// language is the one chosen, otherwise the system's.
func (p *preferences) language() text.Language {
	if l, ok := text.ParseLanguage(p.Preference(settings.PreferenceLanguage)); ok {
		return l
	}
	return text.Detect(os.Getenv)
}

// percent is the scale, 100 where none was chosen.
func (p *preferences) percent() float32 {
	n, err := strconv.ParseFloat(p.Preference(settings.PreferenceScale), 32)
	if err != nil || n <= 0 {
		return 100
	}
	return float32(n)
}

func (p *preferences) size() fyne.Size {
	kept, scale := p.FloatList(keySize), 100/p.percent()
	if len(kept) != 2 {
		return fyne.NewSize(firstSize.Width*scale, firstSize.Height*scale)
	}
	return fyne.NewSize(float32(kept[0]), float32(kept[1])).Max(fyne.NewSize(leastSize.Width*scale, leastSize.Height*scale))
}

// keepSize keeps the size as one value: of two that are set one after the other Fyne
// may write the first, read the file back, and so undo the second.
func (p *preferences) keepSize(s fyne.Size) {
	p.SetFloatList(keySize, []float64{float64(s.Width), float64(s.Height)})
}

// A recentList is the key of a list of files that were open.
type recentList string

// The lists of files that were open.
const (
	recentCatalogues recentList = "recent.catalogues"
	recentSheets     recentList = "recent.spreadsheets"
)

// recent lists files that were open, the last one first.
func (p *preferences) recent(l recentList) []string { return p.StringList(string(l)) }

func (p *preferences) remember(l recentList, path string) {
	list := append([]string{path}, p.without(l, path)...)
	p.SetStringList(string(l), list[:min(recentFiles, len(list))])
}

func (p *preferences) forget(l recentList, path string) {
	p.SetStringList(string(l), p.without(l, path))
}

func (p *preferences) without(l recentList, path string) []string {
	return slices.DeleteFunc(slices.Clone(p.recent(l)), func(have string) bool { return have == path })
}

// useScale makes everything in the window larger, in percent. Fyne 2.7.1 has no
// call for it: it asks the environment each time a theme is set. A preference that
// is no number leaves the scale alone.
func useScale(percent string) {
	n, err := strconv.ParseFloat(percent, 64)
	if err != nil || n < 50 || n > 300 {
		return
	}
	if err := os.Setenv("FYNE_SCALE", strconv.FormatFloat(n/100, 'f', 2, 64)); err != nil {
		return // the system keeps no environment: then there is no scale to set
	}
}
