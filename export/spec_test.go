package export_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// head is the beginning of a sound spec of 12 lines; columns follow.
const head = `name = "demo"
title = { en = "Demo", zh-Hans = "示例" }
locale = "en"
currency = "USD"
source = "the demo's rules"
checked = 2026-11-01
version = "3"
rows = "variant"
[[files]]
name = "demo.csv"
format = "csv"
header = ["{name}"]
`

func parse(t testing.TB, text string) (*export.Spec, error) {
	t.Helper()
	return export.ParseSpec(fstest.MapFS{"demo.toml": {Data: []byte(text)}}, "demo.toml")
}

// demo is a channel of the head and columns.
func demo(t testing.TB, columns string) *export.Channel {
	t.Helper()
	return channelOf(t, head+columns, nil)
}

func channelOf(t testing.TB, text string, hook export.Hook) *export.Channel {
	t.Helper()
	spec, err := parse(t, text)
	if err != nil {
		t.Fatal(err)
	}
	c, err := export.NewChannel(spec, hook)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSpecErrors wants the line, and the caret under the word, of every mistake
// that stands in one word.
func TestSpecErrors(t *testing.T) {
	for _, tt := range []struct{ name, column, want string }{
		{"unknown key", `colour = "x"`, "line 15, column 1: unknown key"},
		{"unknown source", `from = "titel"`, `line 15, column 8: unknown source "titel"`},
		{"unknown listing field", `from = "price@zh-Hans"`, `unknown source "price@zh-Hans"`},
		{"unknown fallback", "from = \"sku\"\nfallback = [\"gtin\", \"ean\"]", `line 16, column 21: unknown source "ean"`},
		{"unknown transform", `transforms = ["shorten 3"]`, `line 15, column 15: unknown transform "shorten"`},
		{"transform without arguments", `transforms = ["truncate"]`, `write it as "truncate 5000 characters"`},
		{"transform with too many", `transforms = ["one-line 3"]`, "it takes no arguments"},
		{"transform with an odd unit", `transforms = ["measure furlong 2"]`, "it takes a unit"},
		{"no transform", `transforms = [""]`, "names no transform"},
		{"limit without a unit", `max = "60"`, `line 15, column 7: the limit "60" needs a unit`},
		{"limit with an unknown unit", `max = "60 letters"`, "needs a unit: characters, bytes, gbk-bytes or parts"},
		{"limit without a number", `max = "long"`, `"long" is not a limit`},
		{"limit as a number", `max = 60`, "line 15, column 7: the number 60 needs a unit"},
		{"unknown tier", `tier = "mandatory"`, `unknown tier "mandatory": it is one of [required recommended optional]`},
		{"unknown part", `on = "last"`, "unknown part of the rows"},
		{"bad pattern", `pattern = "(a"`, "line 15, column 11"},
		{"bad range", `range = "1-5"`, `"1-5" is not a range`},
		{"range upside down", `range = "5..1"`, "the first number must be the smaller"},
		{"bad condition", `when = "colour=red"`, `"colour" is not a field`},
		{"unknown charset", `charset = "koi8"`, `unknown charset "koi8"`},
		{"two origins", "from = \"sku\"\nconst = \"x\"", `column "a": has more than one of from, const and hook`},
		{"fallback alone", `fallback = ["sku"]`, `column "a": has a fallback and no from`},
		{"name taken", "[[columns]]\nname = \"a\"", `column 2: its name "a" is empty or taken`},
		{"name empty", "[[columns]]\nfrom = \"sku\"", `column 2: its name "" is empty or taken`},
		{"broken TOML", `tier = required`, "line 15"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse(t, head+"[[columns]]\nname = \"a\"\n"+tt.column+"\n")
			if !errors.Is(err, export.ErrSpec) || !strings.Contains(fmt.Sprint(err), tt.want) {
				t.Errorf("got %v\nwant an ErrSpec that says %q", err, tt.want)
			}
		})
	}
}

func TestSpecErrorShowsTheWord(t *testing.T) {
	_, err := parse(t, head+"[[columns]]\nname = \"a\"\nmax = \"60\"\n")
	if err == nil || !strings.Contains(err.Error(), `15| max = "60"`) || !strings.Contains(err.Error(), "~~~") {
		t.Errorf("got %v, want the line with a mark below the word", err)
	}
}

func TestSpecHeadErrors(t *testing.T) {
	const column = "[[columns]]\nname = \"a\"\n"
	for _, tt := range []struct{ name, was, is, want string }{
		{"no name", `name = "demo"`, ``, `name = ""`},
		{"name with a path", `name = "demo"`, `name = "../x"`, `name = "../x"`},
		{"no source", `source = "the demo's rules"`, ``, "source is missing"},
		{"no date", `checked = 2026-11-01`, ``, "checked is missing"},
		{"date as text", `checked = 2026-11-01`, `checked = "yesterday"`, "line 6"},
		{"no version", `version = "3"`, ``, "version is missing"},
		{"no rows", `rows = "variant"`, ``, "rows is missing"},
		{"unknown rows", `"variant"`, `"cell"`, `unknown kind of rows "cell"`},
		{"no title", `en = "Demo", `, ``, "title.en is missing"},
		{"unknown currency", `"USD"`, `"Dollar"`, `currency = "Dollar"`},
		{"file outside", `"demo.csv"`, `"../demo.csv"`, `name = "../demo.csv": a plain file name`},
		{"hidden file", `"demo.csv"`, `".demo.csv"`, "a plain file name"},
		{"device", `"demo.csv"`, `"con.csv"`, "a plain file name"},
		{"no format", `format = "csv"`, ``, "format is missing"},
		{"unknown format", `"csv"`, `"docx"`, `unknown format "docx"`},
		{"unknown encoding", `format = "csv"`, "format = \"csv\"\nencoding = \"ansi\"", `unknown encoding "ansi"`},
		{"unknown quoting", `format = "csv"`, "format = \"csv\"\nquoting = \"some\"", `unknown quoting "some"`},
		{"unknown newline", `format = "csv"`, "format = \"csv\"\nnewline = \"cr\"", `unknown newline "cr"`},
		{"bad split", `format = "csv"`, "format = \"csv\"\nsplit = \"15\"", `"15" is not a size`},
		{"RSS in GBK", `format = "csv"`, "format = \"rss-xml\"\nencoding = \"gbk\"", "rss-xml is written in utf-8"},
		{"pictures without a limit", `format = "csv"`, "format = \"csv\"\npictures = { extension = \".jpg\" }", "pictures need an extension"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse(t, strings.Replace(head, tt.was, tt.is, 1)+column)
			if !errors.Is(err, export.ErrSpec) || !strings.Contains(fmt.Sprint(err), tt.want) {
				t.Errorf("got %v\nwant an ErrSpec that says %q", err, tt.want)
			}
		})
	}
}

func TestSpecNeedsColumnsAndFiles(t *testing.T) {
	if _, err := parse(t, head); !errors.Is(err, export.ErrSpec) {
		t.Errorf("no columns: got %v", err)
	}
	noFiles, _, _ := strings.Cut(head, "[[files]]")
	if _, err := parse(t, noFiles+"[[columns]]\nname = \"a\"\n"); !errors.Is(err, export.ErrSpec) {
		t.Errorf("no files: got %v", err)
	}
}

func TestSpecTooLarge(t *testing.T) {
	if _, err := parse(t, strings.Repeat("#", 2<<20)); !errors.Is(err, export.ErrSpec) {
		t.Errorf("got %v, want ErrSpec", err)
	}
}

func TestHookColumnNeedsAHook(t *testing.T) {
	spec, err := parse(t, head+"[[columns]]\nname = \"a\"\nhook = true\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := export.NewChannel(spec, nil); err == nil || !strings.Contains(err.Error(), "column a is left to a hook") {
		t.Errorf("got %v, want an error that names the column", err)
	}
}

func TestTitle(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"sku\"\n")
	for locale, want := range map[string]string{"en": "Demo", "zh-Hans": "示例", "fr": "Demo"} {
		if got := c.Title(catalog.Locale(locale)); got != want {
			t.Errorf("%s: got %q, want %q", locale, got, want)
		}
	}
}

// FuzzParseSpec holds that no text makes the parser panic, and that what it
// takes makes a channel that checks products.
func FuzzParseSpec(f *testing.F) {
	f.Add(head + "[[columns]]\nname = \"a\"\nfrom = \"title\"\nmax = \"3 characters\"\ntransforms = [\"one-line\", 'join \", \"']\n")
	f.Add(head + "[[columns]]\nname = \"a\"\nfrom = \"price\"\ntransforms = [\"money 2\"]\nwhen = \"price>3\"\nrange = \"0..9\"\n")
	f.Add("name = 3")
	f.Fuzz(func(t *testing.T, text string) {
		spec, err := parse(t, text)
		if err != nil {
			if !errors.Is(err, export.ErrSpec) {
				t.Fatalf("got %v, want ErrSpec", err)
			}
			return
		}
		c, err := export.NewChannel(spec, nil)
		if err != nil {
			return
		}
		if _, err := c.Preview(stream(product()), export.Options{All: true}, 5); err != nil {
			t.Fatal(err)
		}
	})
}
