package export

import (
	"io"

	"tradewind.app/catalog"
)

// Options are what a shop has decided for its feeds. The zero Options make
// feeds of products whose prices are in the channel's currency already.
type Options struct {
	All        bool   // write blocked products too, except those that a file cannot carry
	Drafts     bool   // write texts too that nobody has seen, or that are out of date
	Currency   string // the shop's own, for channels whose files name none
	Rates      Rates
	PageURL    string         // a product's page where it has no URL: "https://shop.example/products/{handle}"
	PictureURL string         // where pictures that are files lie on the web: "https://shop.example/pictures/{file}"
	Shop       string         // the shop's name, for feeds that say it
	Locale     catalog.Locale // the report's language: Source (English) or SimplifiedChinese
	Total      int            // how many products will come, for progress; 0: not known

	// Texts finds what is wrong with a product's texts whatever the channel is. What it
	// finds in the texts of a channel's language is a problem for that channel; nil: nothing.
	Texts func(*catalog.Product) []catalog.Problem
	// Describe makes the sentence of a problem for the report. Without it the
	// report has codes and arguments.
	Describe func(catalog.Problem) string
	// LeftOut lists, when all products were taken, those that could not be read and so
	// never came; nil: none.
	LeftOut func() ([]Skipped, error)
	// Open opens a local picture by its source. Without it, pictures that are
	// files cannot go along and are reported as a problem.
	Open func(source string) (io.ReadCloser, error)
}
