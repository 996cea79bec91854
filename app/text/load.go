package text

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed messages/*.toml
var messageFiles embed.FS

// message is one sentence in both languages.
type message struct {
	file   string
	en, zh template
}

// in returns the message in a language.
func (m message) in(l Language) template {
	if l == Chinese {
		return m.zh
	}
	return m.en
}

// messages loads the catalogue once. It panics when the embedded files are
// broken: the package's tests load them, so no build that passed them can.
var messages = sync.OnceValue(func() map[string]message {
	all, err := load(messageFiles)
	if err != nil {
		panic(err)
	}
	return all
})

func load(fsys fs.FS) (map[string]message, error) {
	names, err := fs.Glob(fsys, "messages/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list messages: %w", err)
	}
	all := map[string]message{}
	for _, name := range names {
		if err := loadFile(fsys, name, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// loadFile is strict: an unknown language, an empty sentence and a code that
// another file has are errors.
func loadFile(fsys fs.FS, name string, all map[string]message) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read messages: %w", err)
	}
	var entries map[string]struct {
		En string `toml:"en"`
		Zh string `toml:"zh"`
	}
	if err := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields().Decode(&entries); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	for code, e := range entries {
		if first, twice := all[code]; twice {
			return fmt.Errorf("%s: %s stands in %s already", name, code, first.file)
		}
		m, err := parseMessage(e.En, e.Zh)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", name, code, err)
		}
		m.file = name
		all[code] = m
	}
	return nil
}

func parseMessage(en, zh string) (m message, err error) {
	if en == "" || zh == "" {
		return m, fmt.Errorf("a language is missing")
	}
	if m.en, err = parseTemplate(en); err != nil {
		return m, fmt.Errorf("en: %w", err)
	}
	if m.zh, err = parseTemplate(zh); err != nil {
		return m, fmt.Errorf("zh: %w", err)
	}
	return m, nil
}
