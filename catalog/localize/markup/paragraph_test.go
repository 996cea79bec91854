package markup

import (
	"slices"
	"testing"
)

func textsOf(ps []Paragraph) []string {
	var texts []string
	for _, p := range ps {
		texts = append(texts, p.Text)
	}
	return texts
}

func TestParagraphs(t *testing.T) {
	for _, tt := range []struct {
		name, description string
		want              []string
	}{
		{"nothing", "", nil},
		{"a text", "Soft & warm.", []string{"Soft & warm."}},
		{"lines", "One\n\n  Two \r\n--\nThree", []string{"One", "Two", "Three"}},
		{"blocks", "<h2>Grip</h2>\n<p>Holds  on\nwet rock</p><ul><li>A</li><li>B</li></ul>", []string{"Grip", "Holds on wet rock", "A", "B"}},
		{"inline tags stay", "<p>Very <b>soft</b> wool</p>", []string{"Very <b>soft</b> wool"}},
		{"an inline tag begins it", "<p><b>Soft</b> wool</p>", []string{"<b>Soft</b> wool"}},
		{"line breaks", "Soft<br>warm<br/>dry", []string{"Soft", "warm", "dry"}},
		{"entities", "<p>Fish &amp; chips &lt; 5</p>", []string{"Fish & chips < 5"}},
		{"no words", "<p>&nbsp;</p><p>—</p><hr><p>Soft</p>", []string{"Soft"}},
		{"scripts say nothing", "<p>Soft</p><script>var a = 'x';</script><p>warm</p>", []string{"Soft", "warm"}},
		{"a tag that is not closed", "<p>Soft <b", []string{"Soft"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := textsOf(Paragraphs(tt.description)); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParagraphIn(t *testing.T) {
	for _, tt := range []struct {
		description string
		n           int
		text, want  string
	}{
		{"<p>Soft</p>\n<p> warm </p>", 1, "温暖", "<p>Soft</p>\n<p> 温暖 </p>"},
		{"<p>Soft</p>", 0, "软 & <硬>", "<p>软 &amp; &lt;硬&gt;</p>"},
		{"<p>Very <b>soft</b></p>", 0, "非常<b>柔软</b>", "<p>非常<b>柔软</b></p>"},
		{"<p>Soft</p>", 0, "<b>软", "<p>&lt;b&gt;软</p>"},
		{"<p>Soft</p>", 0, "软</p><script>x</script>", "<p>软&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</p>"},
		{"One\nTwo", 1, "二", "One\n二"},
	} {
		if got := Paragraphs(tt.description)[tt.n].In(tt.description, tt.text); got != tt.want {
			t.Errorf("%q with %q at %d is %q, want %q", tt.description, tt.text, tt.n, got, tt.want)
		}
	}
}

func TestPaired(t *testing.T) {
	for _, tt := range []struct {
		source, translation string
		want                []string // nil: not alike
	}{
		{"<p>Soft</p><ul><li>A</li><li>B</li></ul>", "<p>软</p>\n<ul><li></li><li>乙</li></ul>", []string{"软", "", "乙"}},
		{"<style>p{}</style><p>Soft</p>", "<p>软</p>", []string{"软"}},
		{"One\n\nTwo", "一\n\n二", []string{"一", "二"}},
		{"One\nTwo", "一", nil},
		{"<p>Soft</p>", "<p>软</p><p>硬</p>", nil},
	} {
		_, got, ok := Paired(tt.source, tt.translation)
		if ok != (tt.want != nil) || !slices.Equal(textsOf(got), tt.want) {
			t.Errorf("%q beside %q: %q, %v; want %q", tt.source, tt.translation, textsOf(got), ok, tt.want)
		}
	}
}

// FuzzParagraphs: whatever the description is, a paragraph can be written, and what
// stands around it stays.
func FuzzParagraphs(f *testing.F) {
	f.Add("<p>Very <b>soft</b></p>\nwool", "软 < 硬")
	f.Add("One\nTwo & three", "&lt;")
	f.Fuzz(func(t *testing.T, description, text string) {
		end := 0
		for i, p := range cut(description) {
			if p.from < end || p.to < p.from || p.to > len(description) {
				t.Fatalf("paragraph %d of %q is at %d to %d", i, description, p.from, p.to)
			}
			end = p.to
			got := p.In(description, text)
			if got[:p.from] != description[:p.from] || got[len(got)-(len(description)-p.to):] != description[p.to:] {
				t.Fatalf("%q around paragraph %d of %q", got, i, description)
			}
		}
	})
}
