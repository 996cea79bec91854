package export

import (
	"strings"
	"testing"
)

// TestSanitizeKeepsWhatIsHarmless: to the byte, so that a shop's file comes back as it
// went.
func TestSanitizeKeepsWhatIsHarmless(t *testing.T) {
	for _, text := range []string{
		"no tags, 3 < 4 & 5 > 2, \"quotes\" and it's",
		"<p>it's \"quoted\" &amp; <b>bold</b><br>\n\tand&nbsp;more</p>",
		"<P>capitals</P><BR/>",
		`<p class="lead" data-mce-fragment="1" id="sizes">styled</p>`,
		`<p style="text-align: center; color: rgb(1, 2, 3); font-family: '微软雅黑', Arial;">styled</p>`,
		`<p STYLE='color:red;background:#fff'>styled</p>`,
		`<a href="https://alder-creek.example/sizes?x=1&amp;y=2" target="_blank" rel="noopener">sizes</a>`,
		`<a href="/pages/sizes">sizes</a> <a href="#sizes">here</a> <a href="mailto:shop@alder-creek.example">write</a>`,
		`<img src="https://img.example/a.jpg" alt="a mug" width="100%"><img src="//cdn.example/b.jpg">`,
		`<iframe src="https://www.youtube.com/embed/abc123?rel=0" width="560" height="315" allowfullscreen=""></iframe>`,
		`<table border="1" cellpadding="3"><tr><td colspan="2" align="center">a</td></tr></table>`,
		`<font color="#ff0000" size="3">old</font>`,
	} {
		got, tells := sanitizedBy(t, "sanitize-html styles links classes videos", text)
		if got != text || tells {
			t.Errorf("%s\nbecame %s, told %v", text, got, tells)
		}
	}
}

// TestSanitizeTellsWhatItDrops, save what no reader of the page sees.
func TestSanitizeTellsWhatItDrops(t *testing.T) {
	for _, tt := range []struct {
		spec, text, want string
		tells            bool
	}{
		{"sanitize-html", `<p class="x" data-id="1">a</p>`, `<p>a</p>`, false},
		{"sanitize-html", `<p><!-- a note -->a</p>`, `<p>a</p>`, false},
		{"sanitize-html", `<p style="color:red">a</p>`, `<p>a</p>`, true},
		{"sanitize-html", `<a href="https://x.example/">a</a>`, `a`, true},
		{"sanitize-html links", `<a href="javascript:a()">a</a>`, `a`, true},
		{"sanitize-html links=taobao.com", `<a href="https://item.taobao.com/x">a</a>`, `<a href="https://item.taobao.com/x">a</a>`, false},
		{"sanitize-html links=taobao.com", `<a href="https://taobao.com.evil.example/x">a</a>`, `a`, true},
		{"sanitize-html links=taobao.com", `<a href="https://eviltaobao.com/x">a</a>`, `a`, true},
		{"sanitize-html styles", `<p style="color:red;position:absolute">a</p>`, `<p style="color: red">a</p>`, true},
		{"sanitize-html styles", `<p style="font-size:0">a</p>`, `<p>a</p>`, true},
		{"sanitize-html styles", `<p style="display:none">a</p>`, `<p>a</p>`, true},
		{"sanitize-html styles", `<p style="text-indent:-9999px">a</p>`, `<p>a</p>`, true},
		{"sanitize-html styles", `<p style="background:u\72l(//x.example/a.gif)">a</p>`, `<p>a</p>`, true},
		{"sanitize-html videos", `<iframe src="https://www.youtube.com.evil.example/embed/a"></iframe>a`, `a`, true},
		{"sanitize-html", `<p>a</p><img src="https://x.example/a.jpg"`, `<p>a</p>`, true},
	} {
		got, tells := sanitizedBy(t, tt.spec, tt.text)
		if strings.TrimSpace(got) != tt.want || tells != tt.tells {
			t.Errorf("%s of %s: got %s, told %v; want %s, told %v", tt.spec, tt.text, got, tells, tt.want, tt.tells)
		}
	}
}

func sanitizedBy(t *testing.T, spec, text string) (string, bool) {
	t.Helper()
	var tr Transform
	if err := tr.UnmarshalText([]byte(spec)); err != nil {
		t.Fatal(err)
	}
	got, err := tr.apply(text)
	if err != nil {
		t.Fatal(err)
	}
	return got, tr.loses(text, got)
}

// FuzzSanitize: what came out stays as it is when it goes in again.
func FuzzSanitize(f *testing.F) {
	f.Add(`<p style="color:red" onclick="a()">a<script>b</script></p>`)
	f.Add(`<p title="<img src=x onerror=a()>">`)
	f.Fuzz(func(t *testing.T, text string) {
		once, _ := sanitizedBy(t, "sanitize-html styles links classes videos", strings.ToValidUTF8(text, ""))
		twice, _ := sanitizedBy(t, "sanitize-html styles links classes videos", once)
		if once != twice {
			t.Errorf("%q became %q, and that %q", text, once, twice)
		}
	})
}

// TestStripHTMLOfEscapes: a text that was escaped twice does not come out as HTML.
func TestStripHTMLOfEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"&lt;b&gt;bold&lt;/b&gt;":            "bold",
		"&amp;lt;script&amp;gt;x":            "&lt;script&gt;x",
		"3 &lt; 4 &amp;amp; more":            "3 < 4 &amp; more",
		"<p>a</p><iframe src=x>no</iframe>b": "a\nb",
		"a &lt;hand made&gt; mug":            "a <hand made> mug",
	} {
		if got := stripHTML(text); got != want {
			t.Errorf("%s became %q, want %q", text, got, want)
		}
	}
}
