// Package welcome is the view model of the first run: three ways to a catalogue.
package welcome

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/export"
)

// Door is one of the three ways in.
type Door string

// The doors.
const (
	SampleDoor Door = "sample"
	ImportDoor Door = "import"
	EmptyDoor  Door = "empty"
)

// Model is the state of the first run: a door, a few questions, a catalogue.
type Model struct {
	// Changed is called when there is something new to show.
	Changed func()

	Door     Door   // "" while none was chosen
	Source   string // the spreadsheet of ImportDoor
	Path     string // of the catalogue to be made
	Currency string
	Script   string   // the locale of Chinese listings
	Targets  []string // names of the channels that were chosen
	Busy     bool

	session *view.Session
	options workspace.Options
	opened  func(*workspace.Workspace, view.Target)
}

// New makes the model. opened is handed the catalogue that was made, and
// where to go with it.
func New(s *view.Session, o workspace.Options, opened func(*workspace.Workspace, view.Target)) *Model {
	return &Model{session: s, options: o, opened: opened, Changed: func() {}}
}

// Choose goes through a door. The file is made in folder, under a name that is
// free.
func (m *Model) Choose(d Door, source, folder string) {
	name := "My shop"
	switch {
	case d == SampleDoor:
		name = "Sample shop"
	case source != "":
		name = strings.TrimSuffix(filepath.Base(source), filepath.Ext(source))
	}
	m.Door, m.Source, m.Path = d, source, freePath(folder, name)
	m.Currency, m.Script, m.Targets = "USD", view.Scripts[0].Value, nil
	for _, c := range m.Channels() {
		m.Targets = append(m.Targets, c.Name())
	}
	m.Changed()
}

// Back goes back to the doors.
func (m *Model) Back() {
	m.Door = ""
	m.Changed()
}

// SetPath says where the catalogue is to be made.
func (m *Model) SetPath(path string) {
	if filepath.Ext(path) != workspace.Extension {
		path += workspace.Extension
	}
	m.Path = path
	m.Changed()
}

// Channels are the channels to choose from. The user's own spec that cannot be
// used does not prevent a first catalogue: it is shown when a
// catalogue is open.
func (m *Model) Channels() []*export.Channel {
	channels, err := workspace.Channels(m.options.Specs)
	if err != nil && len(channels) == 0 {
		m.session.Fail(err)
	}
	return channels
}

// Target takes a channel among those to sell on, or out.
func (m *Model) Target(name string, wanted bool) {
	m.Targets = slices.DeleteFunc(m.Targets, func(have string) bool { return have == name })
	if wanted {
		m.Targets = append(m.Targets, name)
	}
}

// Scripts are the locales of Chinese listings to choose from.
func (m *Model) Scripts() []view.Choice { return view.Scripts }

// Currencies are the home currencies to choose from.
func (m *Model) Currencies() []view.Choice { return view.Currencies }

// Create makes the catalogue as it was asked for and hands it over. When that
// does not work no file is left behind.
func (m *Model) Create() {
	if m.Busy {
		return
	}
	m.Busy = true
	m.Changed()
	asked := *m // the work runs beside the window's thread
	asked.Targets = slices.Clone(m.Targets)
	view.Write(m.session, m.session.Text.Say("job-create"), asked.create, func(w *workspace.Workspace, err error) {
		m.Busy = false
		if err != nil {
			m.session.Fail(err)
			m.Changed()
			return
		}
		m.opened(w, m.target())
	})
}

// target is where to go with the new catalogue.
func (m *Model) target() view.Target {
	switch m.Door {
	case ImportDoor:
		return view.Target{Place: view.ImportPlace, File: m.Source}
	case SampleDoor:
		return view.Target{Place: view.ProductsPlace}
	default:
		return view.Target{Place: view.HomePlace}
	}
}

func (m *Model) create(ctx context.Context, p job.Progress) (*workspace.Workspace, error) {
	path, door := m.Path, m.Door
	settings := map[string]string{
		workspace.SettingCurrency: m.Currency,
		workspace.SettingScript:   m.Script,
		workspace.SettingChannels: strings.Join(m.Targets, ", "),
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("make the catalogue's folder: %w", err)
	}
	w, err := workspace.Create(ctx, path, m.options)
	if err != nil {
		return nil, err
	}
	if err = w.SetSettings(ctx, settings); err == nil && door == SampleDoor {
		_, err = w.ImportSample(ctx, workspace.Progress(p))
	}
	if err != nil {
		return nil, errors.Join(err, w.Close(), os.Remove(path))
	}
	return w, nil
}

// freePath is a path in folder under which there is no file yet.
func freePath(folder, name string) string {
	path := filepath.Join(folder, name+workspace.Extension)
	for n := 2; ; n++ {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || n > 999 {
			return path
		}
		path = filepath.Join(folder, fmt.Sprintf("%s %d%s", name, n, workspace.Extension))
	}
}
