package app

import (
	"context"
	"fmt"
	"path/filepath"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// firstRows is how many variants are listed: as many as anybody scrolls
// through, and few enough to be read before the window is there.
const firstRows = 200

// shop is what the window shows of a catalogue. The zero shop is none.
type shop struct {
	name string
	rows [][]string // SKU, title, Chinese title
	more bool       // there are rows after these
}

// readShop looks into the catalogue at path without writing to it, so that a
// command line at work on the same file is not in the way.
func readShop(ctx context.Context, path string) (_ shop, err error) {
	if path == "" {
		return shop{}, nil
	}
	w, err := workspace.Open(ctx, path, workspace.Options{Assets: assets.FS, ReadOnly: true})
	if err != nil {
		return shop{}, err
	}
	defer func() {
		if e := w.Close(); err == nil && e != nil {
			err = fmt.Errorf("close %s: %w", path, e)
		}
	}()
	s := shop{name: filepath.Base(path)}
	for p, err := range w.Products(ctx, catalog.Filter{}) {
		if err != nil {
			return shop{}, err
		}
		if s.add(p); s.more {
			break
		}
	}
	return s, nil
}

func (s *shop) add(p *catalog.Product) {
	var chinese string
	if l := p.Listing(catalog.SimplifiedChinese); l != nil {
		chinese = l.Title
	}
	for _, v := range p.Variants {
		if len(s.rows) == firstRows {
			s.more = true
			return
		}
		s.rows = append(s.rows, []string{v.SKU, p.Title, chinese})
	}
}
