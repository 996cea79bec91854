package localize

import (
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

// TestUserTermIsMarked: a stretch says that its Chinese is the user's own.
func TestUserTermIsMarked(t *testing.T) {
	language := languageForTest(t).With([]terms.Term{
		{English: "tumbler", Hans: "随行保温杯", Part: terms.Noun, Status: terms.Preferred, Weight: 3},
		{English: "Heron Blue", Hans: "苍鹭蓝", Part: terms.Colour, Status: terms.Preferred, Weight: 2},
		{English: "Everdry", Part: terms.Noun, Status: terms.DoNotTranslate, Weight: 2},
	})
	p := &catalog.Product{Title: "Heron Blue Everdry Tumbler"}
	title := firstTitle(newAnalyser(p, language), p.Title, 60)
	if got, want := title.Text, "苍鹭蓝Everdry随行保温杯"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if title.Segments[0].Origin != compose.FromUser {
		t.Errorf("a user's term comes from %q", title.Segments[0].Origin)
	}
}

func TestBrandIsNeverTranslated(t *testing.T) {
	for _, tt := range []struct{ brand, title, want string }{
		{"Cotton", "Cotton Wool Socks", "Cotton羊毛袜"},
		{"Maple", "Maple Syrup", "枫糖浆"},
		{"Blue Heron", "BLUE HERON’S Wool Socks", "BLUE HERON’S羊毛袜"},
	} {
		a := newAnalyser(&catalog.Product{Brand: tt.brand}, languageForTest(t))
		if got := firstTitle(a, tt.title, 60).Text; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.brand, got, tt.want)
		}
	}
}
