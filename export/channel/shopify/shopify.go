// Package shopify is Shopify's product CSV. Its table says everything. It must
// not know other marketplaces.
package shopify

import (
	"embed"

	"tradewind.app/export"
)

//go:embed shopify.toml
var files embed.FS

// New returns the channel.
func New() (*export.Channel, error) {
	spec, err := export.ParseSpec(files, "shopify.toml")
	if err != nil {
		return nil, err
	}
	return export.NewChannel(spec, nil)
}
