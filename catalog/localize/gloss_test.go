package localize

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

func glossText(list []GlossWord) string {
	var words []string
	for _, w := range list {
		words = append(words, w.Chinese+"="+w.English)
	}
	return strings.Join(words, " ")
}

func TestGloss(t *testing.T) {
	l := languageForTest(t)
	p := &catalog.Product{Title: "Light Wash Jeans, 29 in", Category: "Clothing"}
	s := suggestForTest(t, p)
	title := s.Field(catalog.ListingTitle).Texts[0]
	got := glossText(l.Gloss(title.Text, &title))
	if !strings.Contains(got, "牛仔裤=Jeans") || !strings.Contains(got, "73.7厘米=29 in") {
		t.Errorf("by the facts: got %q", got)
	}
	for _, tt := range []struct{ text, want string }{
		{"浅色沐浴露 250毫升", "沐浴露=body wash"},
		{"浅色沐浴露 250毫升", "250=250 毫升=ml"},
		{"羊毛围巾", "羊毛围巾=wool scarf"},
		{"羊毛圍巾", "羊毛圍巾=wool scarf"}, // a Traditional text by Simplified terms
		{"鸑鷟羊毛", "鸑鷟= 羊毛=wool"},
		{"USB-C 250毫升", "USB-C=USB-C 250=250"},
		{"", ""},
	} {
		if got := glossText(l.Gloss(tt.text, nil)); !strings.Contains(got, tt.want) {
			t.Errorf("%q: got %q, want %q in it", tt.text, got, tt.want)
		}
		var back strings.Builder
		for _, w := range l.Gloss(tt.text, nil) {
			back.WriteString(w.Chinese)
		}
		if back.String() != strings.ReplaceAll(tt.text, " ", "") {
			t.Errorf("%q: the words are %q together", tt.text, back.String())
		}
	}
}

func TestSheet(t *testing.T) {
	l := languageForTest(t)
	p := &catalog.Product{
		Title: "Sugar-Free Mints, 3.5 oz, Pack of 6", Category: "Food",
		Description: "<p>May contain peanuts.</p>",
	}
	list := func(listing catalog.Listing) (found, lost []string, added []string) {
		t.Helper()
		listing.Locale = catalog.SimplifiedChinese
		p.Listings = []catalog.Listing{listing}
		sheet, err := l.Sheet(t.Context(), p, catalog.SimplifiedChinese)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range sheet.Lines {
			if line.Found {
				found = append(found, line.English)
			} else {
				lost = append(lost, line.English)
			}
		}
		for _, a := range sheet.Added {
			added = append(added, a.Chinese)
		}
		return found, lost, added
	}
	found, lost, added := list(catalog.Listing{Title: "无糖薄荷糖 99克 6件装", Description: "<p>可能含有花生</p>"})
	if !slices.Contains(found, "3.5 oz") || !slices.Contains(found, "Pack of 6") || !slices.Contains(found, "May contain peanuts") || len(lost) > 0 || len(added) > 0 {
		t.Errorf("found %q, lost %q, added %q", found, lost, added)
	}
	found, lost, added = list(catalog.Listing{Title: "有机薄荷糖 6件装 防水"})
	if !slices.Contains(lost, "3.5 oz") || !slices.Contains(lost, "May contain peanuts") || !slices.Contains(found, "Pack of 6") || !slices.Equal(added, []string{"有机", "防水"}) {
		t.Errorf("found %q, lost %q, added %q", found, lost, added)
	}
}

// TestNumbersByThemselves: the 5 of a pack is not in 15 or 5.2.
func TestNumbersByThemselves(t *testing.T) {
	for text, want := range map[string]bool{"5件装": true, "15件装": false, "5.2厘米": false, "第5": true, "": false} {
		if got := hasNumber(text, "5"); got != want {
			t.Errorf("%q: got %t", text, got)
		}
	}
}
