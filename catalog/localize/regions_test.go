package localize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/catalog/localize/terms"
)

// TestRegionsOfOrigin holds the Chinese of countries against CLDR's names. Mainland
// listings name three regions as parts of China, which CLDR does not.
func TestRegionsOfOrigin(t *testing.T) {
	var file struct {
		Vectors []struct {
			English string `json:"en"`
			Hans    string `json:"zh_Hans"`
			Hant    string `json:"zh_Hant"`
		} `json:"vectors"`
	}
	sharedVectors(t, "data/localization/regions.json", &file)
	exceptions := map[string]string{"韓國": "南韓"} // what Taiwan and Hong Kong write in shops and on labels; CLDR has the older name
	language := languageForTest(t)
	for _, v := range file.Vectors {
		h := place(language, v.English)
		if h.Hans != v.Hans {
			t.Errorf("%s: got %q, want %q", v.English, h.Hans, v.Hans)
		}
		if h.Hant != "" && h.Hant != v.Hant && exceptions[h.Hant] != v.Hant {
			t.Errorf("%s: got %q, want %q", v.English, h.Hant, v.Hant)
		}
	}
	for english, want := range map[string]string{"Taiwan": "中国台湾", "Hong Kong": "中国香港", "Macau": "中国澳门"} {
		if got := place(language, english).Hans; got != want {
			t.Errorf("%s: got %q, want %q", english, got, want)
		}
	}
}

func place(l *Language, english string) terms.Term {
	h, _ := l.terms.Find(l.lex.Tokens(english), terms.Wanted{Part: terms.Place})
	return h.Term
}

// sharedVectors reads a test vector that lies beside the checkout and is not part of the
// project.
func sharedVectors(t *testing.T, name string, v any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("NOT TESTED against independent vectors: %s is missing (set TRADEWIND_SHARED)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
