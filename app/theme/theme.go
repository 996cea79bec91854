package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The type scale.
const (
	TextSecondary fyne.ThemeSizeName = fynetheme.SizeNameCaptionText    // 12
	TextBody      fyne.ThemeSizeName = fynetheme.SizeNameText           // 13
	TextSection   fyne.ThemeSizeName = fynetheme.SizeNameSubHeadingText // 15
	TextTitle     fyne.ThemeSizeName = fynetheme.SizeNameHeadingText    // 20
	TextFigure    fyne.ThemeSizeName = "tradewind-figure"               // 28
)

// The sizes of the house, in device-independent pixels.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space6 float32 = 24

	RowHeight     float32 = 36
	ControlHeight float32 = 32
	SmallControl  float32 = 26
	RailWidth     float32 = 184
	RailNarrow    float32 = 56 // icons alone
	TopHeight     float32 = 56
	StatusHeight  float32 = 28
	IconSize      float32 = 18

	ControlRadius float32 = 6
	CardRadius    float32 = 8
)

var sizes = map[fyne.ThemeSizeName]float32{
	TextSecondary: 12, TextBody: 13, TextSection: 15, TextTitle: 20, TextFigure: 28,
	fynetheme.SizeNamePadding: Space1, fynetheme.SizeNameInnerPadding: Space2, fynetheme.SizeNameInlineIcon: IconSize,
	fynetheme.SizeNameLineSpacing: Space1, fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameInputBorder: 1, fynetheme.SizeNameInputRadius: ControlRadius, fynetheme.SizeNameSelectionRadius: ControlRadius,
	fynetheme.SizeNameScrollBar: 10, fynetheme.SizeNameScrollBarSmall: 4, fynetheme.SizeNameScrollBarRadius: 5,
}

// Mode is which of the two themes is shown.
type Mode string

// The modes.
const (
	System Mode = "system" // as the desktop has it
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Theme is the house's fyne.Theme. Its values do not change: another mode or font
// is another Theme, set anew.
type Theme struct {
	Mode  Mode
	Fonts Fonts
	Scale float32 // 1 is 100 %; 0 counts as 1
}

// Color returns a colour of the house, otherwise Fyne's own.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.Mode {
	case Light:
		variant = fynetheme.VariantLight
	case Dark:
		variant = fynetheme.VariantDark
	}
	if c, ok := shade(name, variant); ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Size returns a size of the house, otherwise Fyne's own.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return fynetheme.DefaultTheme().Size(name)
}

// Icon returns Fyne's icon; the house's own come from assets.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Font returns the system's Chinese font where there is one, otherwise Fyne's own.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if font := t.Fonts.For(style); font != nil {
		return font
	}
	return fynetheme.DefaultTheme().Font(style)
}

// Color returns the colour of a name in the theme that is shown now.
func Color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// Size returns a size of the theme that is shown now.
func Size(name fyne.ThemeSizeName) float32 { return fynetheme.Size(name) }
