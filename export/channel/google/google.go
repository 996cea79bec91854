// Package google is the feed of Google Merchant Center. Its table says
// everything. It must not know other marketplaces.
package google

import (
	"embed"

	"tradewind.app/export"
)

//go:embed google.toml
var files embed.FS

// New returns the channel.
func New() (*export.Channel, error) {
	spec, err := export.ParseSpec(files, "google.toml")
	if err != nil {
		return nil, err
	}
	return export.NewChannel(spec, nil)
}
