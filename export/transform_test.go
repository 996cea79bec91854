package export

import (
	"errors"
	"strings"
	"testing"
)

// transform runs one transform as a spec writes it.
func transform(t *testing.T, spec, text string) (string, error) {
	t.Helper()
	var tr Transform
	if err := tr.UnmarshalText([]byte(spec)); err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	return tr.apply(text)
}

func TestTransforms(t *testing.T) {
	for _, tt := range []struct{ spec, text, want string }{
		{"money 2", "12.5 USD", "12.50 USD"},
		{"money", "1299.5 JPY", "1300 JPY"},
		{"money-amount 2", "12.345 USD", "12.35"},
		{"money-amount", "12.5 USD", "12.50"},
		{"money-amount", "0 USD", "0.00"},
		{"iso-currency", "12.5 EUR", "EUR"},
		{"measure g 0", "1.5 lb", "680"},
		{"measure kg 3", "340 g", "0.340"},
		{"measure cm 1", "12 in", "30.5"},
		{"unit-among g kg oz lb", "12 oz", "12 oz"},
		{"unit-among g kg", "12 oz", "340.194 g"},
		{"unit-among cm in", "1 m", "100 cm"},
		{"gtin", "0 36000-29145 2", "036000291452"},
		{"strip-html", "plain 5 < 6", "plain 5 < 6"},
		{"strip-html", "<p>a &amp; b</p><p>c<br>d</p>", "a & b\nc\nd"},
		{"strip-html", "<ul><li>one</li><li>two  three</li></ul>", "one\ntwo three"},
		{"strip-html", "x<script>alert('<b>')</script>y<style>p{}</style>z", "xyz"},
		{"strip-html", "<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
		{"strip-html", "broken <p", "broken"},
		{"sanitize-html", `<p onclick="x()" style="a">b<script>c</script></p>`, "<p>b</p>"},
		{"sanitize-html", `<a href="https://x.example">b</a><img src="javascript:x"><img src="https://i.example/a.jpg" onerror="x">`, `b<img src="https://i.example/a.jpg">`},
		{"sanitize-html", "<iframe src=x></iframe><form><input></form>枫糖&nbsp;x", "枫糖 x"},
		{"html-entities gbk", "枫™糖", "枫&#8482;糖"},
		{"one-line", "  a\n\tb   c ", "a b c"},
		{"truncate 5 characters", "hello", "hello"},
		{"truncate 8 characters", "hello world", "hello"},
		{"truncate 11 characters", "hello world again", "hello world"},
		{"truncate 4 characters", "abcdefgh", "abcd"},
		{"truncate 4 gbk-bytes", "枫糖浆", "枫糖"},
		{"truncate 5 gbk-bytes", "枫糖浆", "枫糖"},
		{"truncate 4 bytes", "枫糖", "枫"},
		{"keep 2", "a\nb\nc", "a\nb"},
		{"keep 2", "a", "a"},
		{"short-code 20", "twenty-characters-ok", "twenty-characters-ok"},
		{"short-code 20", "twenty-one-characters", "twenty-one--0f5d9dd1"},
		{"lower", "ÀB", "àb"},
		{"upper", "àb", "ÀB"},
		{"map active=TRUE draft=FALSE", "Active", "TRUE"},
		{"url", "https://x.example/a b,c?q=枫", "https://x.example/a%20b%2Cc?q=枫"},
		{"url", "https://x.example/枫", "https://x.example/%E6%9E%AB"},
		{"web-only", "https://a.example/1\nlocal/2.png\nhttp://b.example/3", "https://a.example/1\nhttp://b.example/3"},
		{`join ", "`, "a\nb", "a, b"},
		{"join ，", "a\nb", "a，b"},
	} {
		got, err := transform(t, tt.spec, tt.text)
		if err != nil || got != tt.want {
			t.Errorf("%s of %q: got %q, %v, want %q", tt.spec, tt.text, got, err, tt.want)
		}
	}
}

func TestTransformsRefuse(t *testing.T) {
	for _, tt := range []struct{ spec, text, code, fix string }{
		{"money 2", "cheap", "price-unreadable", ""},
		{"money-amount 2", "", "price-unreadable", ""},
		{"iso-currency", "x", "price-unreadable", ""},
		{"measure g 0", "12 in", "measure-unreadable", ""},
		{"measure g 0", "heavy", "measure-unreadable", ""},
		{"unit-among g", "12 in", "measure-unreadable", ""},
		{"gtin", "036000291453", "gtin-check-digit", ""},
		{"gtin", "36000291452", "gtin-lost-zero", "036000291452"},
		{"gtin", "1.23E+12", "gtin-not-digits", ""},
		{"map a=b", "c", "value-not-allowed", ""},
		{"url", "https://x.example/%zz", "value-form", ""},
	} {
		got, err := transform(t, tt.spec, tt.text)
		var wrong *transformError
		if !errors.As(err, &wrong) || wrong.code != tt.code || wrong.fix != tt.fix || got != "" {
			t.Errorf("%s of %q: got %q, %v, want %s and the fix %q", tt.spec, tt.text, got, err, tt.code, tt.fix)
		}
	}
}

func TestTransformArguments(t *testing.T) {
	for _, spec := range []string{
		"money two", "money 2 3", "money 9", "measure g", "measure g x", "unit-among", "unit-among x", "html-entities", "html-entities koi8",
		"truncate 3 parts", "truncate 3", "keep", "keep 0", "keep x", "join", "join a b", "map", "map a", "short-code 3", "short-code", `join "`, "lower x",
	} {
		var tr Transform
		if err := tr.UnmarshalText([]byte(spec)); err == nil {
			t.Errorf("%s: it was taken", spec)
		}
	}
}

// TestTransformUsage holds that the usage shown with errors is right.
func TestTransformUsage(t *testing.T) {
	for name, d := range transforms {
		var tr Transform
		if err := tr.UnmarshalText([]byte(d.usage)); err != nil || tr.String() != d.usage || !strings.HasPrefix(d.usage, name) {
			t.Errorf("%s: usage %q: %v", name, d.usage, err)
		}
	}
}

func TestTransformsTellWhatIsLost(t *testing.T) {
	for _, tt := range []struct {
		spec, text string
		want       bool
	}{
		{"sanitize-html", `<p class="x">it's</p>`, false},
		{"sanitize-html", "<p>a</p><script>b</script>", true},
		{"truncate 3 characters", "abcd", true},
		{"truncate 3 characters", "abc", false},
		{"one-line", "a  b", false},
		{"web-only", "local.png", true},
	} {
		var tr Transform
		if err := tr.UnmarshalText([]byte(tt.spec)); err != nil {
			t.Fatal(err)
		}
		out, err := tr.apply(tt.text)
		if got := tr.loses(tt.text, out); err != nil || got != tt.want {
			t.Errorf("%s of %q: tells %v, want %v", tt.spec, tt.text, got, tt.want)
		}
	}
}

// FuzzTruncate holds that a cut text fits, begins the text, and is valid.
func FuzzTruncate(f *testing.F) {
	f.Add("hello world", 5)
	f.Add("枫糖浆 250mL 👩‍👧", 7)
	f.Fuzz(func(t *testing.T, text string, n int) {
		if n < 1 || n > 1000 {
			t.Skip("no limit")
		}
		text = strings.ToValidUTF8(text, "")
		for _, unit := range []LengthUnit{Characters, Bytes, GBKBytes} {
			limit := Limit{n, unit}
			got := cutText(text, limit)
			if limit.Measure(got) > n || !strings.HasPrefix(text, got) {
				t.Fatalf("%q to %s: got %q", text, limit, got)
			}
		}
	})
}
