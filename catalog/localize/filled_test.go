package localize

import (
	"testing"

	"tradewind.app/catalog"
)

// TestIsFilled: a listing lacks no word where it has a title and a description, and where
// each text that the suggestion could not complete was written by hand.
func TestIsFilled(t *testing.T) {
	options := func(value string, complete bool) FieldSuggestion {
		return FieldSuggestion{Field: catalog.ListingOptions, Texts: []Text{{Source: "Burnt Umber", Text: value, Complete: complete}}}
	}
	for name, tt := range map[string]struct {
		listing    catalog.Listing
		suggestion []FieldSuggestion
		want       bool
	}{
		"title and description":     {catalog.Listing{Title: "杯", Description: "陶杯"}, nil, true},
		"no title":                  {catalog.Listing{Description: "陶杯"}, nil, false},
		"no description":            {catalog.Listing{Title: "杯"}, nil, false},
		"a whole option":            {catalog.Listing{Title: "杯", Description: "陶杯"}, []FieldSuggestion{options("深褐色", true)}, true},
		"an option that is none":    {catalog.Listing{Title: "杯", Description: "陶杯"}, []FieldSuggestion{options("Burnt 色", false)}, false},
		"an option as suggested":    {catalog.Listing{Title: "杯", Description: "陶杯", Options: map[string]string{"Burnt Umber": "Burnt 色"}}, []FieldSuggestion{options("Burnt 色", false)}, false},
		"an option by hand":         {catalog.Listing{Title: "杯", Description: "陶杯", Options: map[string]string{"Burnt Umber": "焦赭"}}, []FieldSuggestion{options("Burnt 色", false)}, true},
		"another option was filled": {catalog.Listing{Title: "杯", Description: "陶杯", Options: map[string]string{"Red": "红"}}, []FieldSuggestion{options("Burnt 色", false)}, false},
	} {
		p := &catalog.Product{Title: "Mug", Description: "A mug"}
		if got := isFilled(p, &tt.listing, Suggestion{Fields: tt.suggestion}); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}
