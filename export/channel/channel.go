// Package channel lists the marketplaces that feeds can be made for: the shipped
// ones, one folder each, and those that a person adds as a table of their own.
//
// It must not know what any of them wants: that is in the folder's spec, and
// where a table cannot say it in the folder's hook.
package channel

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"tradewind.app/export"
	"tradewind.app/export/channel/google"
	"tradewind.app/export/channel/shopify"
	"tradewind.app/export/channel/taobao"
)

// shipped are the marketplaces that come with the program, by name. A new one is
// a folder and a line here.
var shipped = []func() (*export.Channel, error){
	google.New,
	shopify.New,
	taobao.New,
}

// All returns the shipped channels, sorted by name.
func All() ([]*export.Channel, error) {
	list := make([]*export.Channel, 0, len(shipped))
	for _, make := range shipped {
		c, err := make()
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// LoadDir reads a person's own specs: every .toml file of a folder is a channel
// whose table says everything. One that cannot be used is an error that wraps
// export.ErrSpec and names file and line; the rest are returned beside it.
func LoadDir(fsys fs.FS) ([]*export.Channel, error) {
	names, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("list specs: %w", err)
	}
	var list []*export.Channel
	var failed []error
	for _, name := range names {
		c, err := load(fsys, name)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		list = append(list, c)
	}
	return list, errors.Join(failed...)
}

func load(fsys fs.FS, name string) (*export.Channel, error) {
	spec, err := export.ParseSpec(fsys, name, renew)
	if err != nil {
		return nil, err
	}
	if want := strings.TrimSuffix(path.Base(name), ".toml"); spec.Name != want {
		return nil, fmt.Errorf("read %s: %w: name = %q must be the file's, %q", name, export.ErrSpec, spec.Name, want)
	}
	return export.NewChannel(spec, nil)
}
