package localize

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
		{"scripts are left out", "<p>Soft</p><script>var a = 'x';</script><p>warm</p>", []string{"Soft", "warm"}},
		{"a tag that is not closed", "<p>Soft <b", []string{"Soft"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := textsOf(Paragraphs(tt.description)); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWithParagraph(t *testing.T) {
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
		got, ok := WithParagraph(tt.description, tt.n, tt.text)
		if got != tt.want || !ok {
			t.Errorf("%q with %q at %d is %q, %v; want %q", tt.description, tt.text, tt.n, got, ok, tt.want)
		}
	}
	if got, ok := WithParagraph("<p>Soft</p>", 1, "x"); ok || got != "<p>Soft</p>" {
		t.Errorf("a paragraph that is not there was written: %q", got)
	}
}

// FuzzParagraphs: whatever the description is, a paragraph can be written and
// read back, and what stands around it stays.
func FuzzParagraphs(f *testing.F) {
	f.Add("<p>Very <b>soft</b></p>\nwool", "软 < 硬")
	f.Add("One\nTwo & three", "&lt;")
	f.Fuzz(func(t *testing.T, description, text string) {
		ps := Paragraphs(description)
		end := 0
		for i, p := range ps {
			if p.from < end || p.to <= p.from || p.to > len(description) {
				t.Fatalf("paragraph %d of %q is at %d to %d", i, description, p.from, p.to)
			}
			end = p.to
			got, ok := WithParagraph(description, i, text)
			if !ok || got[:p.from] != description[:p.from] || got[len(got)-(len(description)-p.to):] != description[p.to:] {
				t.Fatalf("%q around paragraph %d of %q", got, i, description)
			}
		}
	})
}
