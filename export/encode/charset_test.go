package encode_test

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/export/encode"
)

func charset(t testing.TB, name string) encode.Charset {
	t.Helper()
	c, err := encode.LookupCharset(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEncode(t *testing.T) {
	for _, tt := range []struct{ charset, text, want string }{
		{"utf-8", "é枫", "c3a9e69eab"},
		{"utf-8-bom", "a", "61"},
		{"utf-16le-bom", "a枫\n", "6100ab670a00"},
		{"utf-16le-bom", "𠮷", "42d8b7df"},
		{"gbk", "a枫℃", "61b7e3a1e6"},
		{"gb18030", "𠮷", "9534b235"},
	} {
		got, err := charset(t, tt.charset).Encode([]byte(tt.text))
		if err != nil || hex.EncodeToString(got) != tt.want {
			t.Errorf("%s %q: got %x, %v, want %s", tt.charset, tt.text, got, err, tt.want)
		}
	}
}

func TestEncodeNamesTheCharacter(t *testing.T) {
	for _, tt := range []struct {
		charset, text string
		want          rune
	}{
		{"gbk", "枫糖™", '™'},
		{"gbk", "𠮷", '𠮷'},
		{"gbk", "a\xffb", '\ufffd'},
		{"utf-8", "a\xffb", '\ufffd'},
		{"utf-16le-bom", "\xc3\x28", '\ufffd'},
	} {
		got, err := charset(t, tt.charset).Encode([]byte(tt.text))
		var wrong *encode.RuneError
		if !errors.As(err, &wrong) || wrong.Rune != tt.want || got != nil {
			t.Errorf("%s %q: got %x, %v, want an error that names %q", tt.charset, tt.text, got, err, tt.want)
		}
	}
}

func TestMarks(t *testing.T) {
	for name, want := range map[string]string{"utf-8": "", "utf-8-bom": "efbbbf", "utf-16le-bom": "fffe", "gbk": "", "gb18030": ""} {
		if got := hex.EncodeToString(charset(t, name).Mark()); got != want {
			t.Errorf("%s begins with %q, want %q", name, got, want)
		}
	}
}

func TestLookupCharsetUnknown(t *testing.T) {
	if _, err := encode.LookupCharset("latin-1"); !errors.Is(err, encode.ErrCharset) {
		t.Errorf("got %v, want %v", err, encode.ErrCharset)
	}
}

func TestDecodeUndoesEncode(t *testing.T) {
	const text = "version 1.00\n枫糖\t\"x\"\n"
	for _, name := range []string{"utf-8", "utf-8-bom", "utf-16le-bom", "gbk", "gb18030"} {
		c := charset(t, name)
		b, err := c.Encode([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Decode(append(c.Mark(), b...))
		if err != nil || string(got) != text {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, text)
		}
	}
}

// TestEncodeAsOthers holds GBK and GB18030 against what Python and glibc say of
// 85 characters.
func TestEncodeAsOthers(t *testing.T) {
	var file struct {
		Vectors []struct {
			Char    string  `json:"char"`
			GBK     *string `json:"gbk"`
			GB18030 *string `json:"gb18030"`
		} `json:"vectors"`
	}
	b, err := os.ReadFile(filepath.Join(shared(), "data", "localization", "gbk_chars.json"))
	if err != nil {
		t.Skipf("NOT TESTED: GBK and GB18030 against Python and glibc: %v", err)
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	check := func(name, char string, want *string) {
		got, err := charset(t, name).Encode([]byte(char))
		if (err != nil) != (want == nil) || want != nil && hex.EncodeToString(got) != *want {
			t.Errorf("%s %q: got %x, %v, want %v", name, char, got, err, want)
		}
	}
	for _, v := range file.Vectors {
		check("gbk", v.Char, v.GBK)
		check("gb18030", v.Char, v.GB18030)
	}
	if len(file.Vectors) < 80 {
		t.Errorf("only %d characters in the file", len(file.Vectors))
	}
}

// shared is the folder of reference material beside the checkout.
func shared() string {
	if dir := os.Getenv("TRADEWIND_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}
