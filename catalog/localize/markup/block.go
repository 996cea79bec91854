package markup

import (
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog/localize/compose"
)

// Tag is an inline element that is open: its name, and its start as written.
type Tag struct{ Name, Start string }

// maxDepth is how deep inline tags nest; deeper ones are left out. No shop nests
// more than a few, hostile pages nest thousands.
const maxDepth = 16

// Block is the text between two block tags, with the inline tags that are
// around its parts. Chinese puts words in another order, so a tag follows the
// words it was around: muddy <b>trails</b> stay bold wherever they land.
type Block struct {
	Source strings.Builder // the text, its white space made single spaces
	Raw    strings.Builder // the text as written, for a block that says nothing
	Lead   strings.Builder // the white space before the first word
	tags   []Tag           // open now
	styles []style
}

// style is the tags around the text from an offset on.
type style struct {
	from int
	tags []Tag
}

func (b *Block) Text(s string) {
	b.Raw.WriteString(escape(s))
	for _, r := range s {
		text := b.Source.String()
		switch {
		case !unicode.IsSpace(r):
			b.Source.WriteRune(r)
		case text == "":
			b.Lead.WriteRune(r)
		case !strings.HasSuffix(text, " "):
			b.Source.WriteByte(' ')
		}
	}
}

func (b *Block) Open(t Tag) {
	if len(b.tags) < maxDepth {
		b.restyle(append(slices.Clone(b.tags), t))
	}
}

// Close ends the element; an end without a beginning is left out.
func (b *Block) Close(name string) {
	for i := len(b.tags) - 1; i >= 0; i-- {
		if b.tags[i].Name == name {
			b.restyle(slices.Delete(slices.Clone(b.tags), i, i+1))
			return
		}
	}
}

func (b *Block) restyle(tags []Tag) {
	b.tags = tags
	at := b.Source.Len()
	if n := len(b.styles); n > 0 && b.styles[n-1].from == at {
		b.styles[n-1].tags = tags
		return
	}
	b.styles = append(b.styles, style{at, tags})
}

// Reset empties the block; tags that are still open go on in the next one.
func (b *Block) Reset() {
	*b = Block{tags: b.tags, styles: []style{{0, b.tags}}}
}

// at returns the tags around the text at an offset, and where they change next.
func (b *Block) at(offset int) (tags []Tag, until int) {
	i, found := slices.BinarySearchFunc(b.styles, offset, func(s style, at int) int { return s.from - at })
	if found {
		i++
	}
	if until = b.Source.Len(); i < len(b.styles) {
		until = b.styles[i].from
	}
	if i > 0 {
		tags = b.styles[i-1].tags
	}
	return tags, until
}

// Write writes segments with the tags that were around their sources. Signs
// stay with what is before them.
func (b *Block) Write(out *strings.Builder, segments []compose.Segment) {
	var now []Tag
	for _, s := range segments {
		if s.Origin == compose.Mark {
			out.WriteString(escape(s.Text))
			continue
		}
		for from, rest := s.From, s.Text; rest != ""; {
			tags, until := b.at(from)
			part := rest
			if n := until - from; s.Text == s.Source && n > 0 && n < len(rest) {
				part = rest[:n]
			}
			switchTags(out, now, tags)
			now = tags
			out.WriteString(escape(part))
			from, rest = from+len(part), rest[len(part):]
		}
	}
	switchTags(out, now, nil)
}

// switchTags closes the tags that end and opens those that begin.
func switchTags(out *strings.Builder, from, to []Tag) {
	same := 0
	for same < len(from) && same < len(to) && from[same] == to[same] {
		same++
	}
	for i := len(from) - 1; i >= same; i-- {
		out.WriteString("</" + from[i].Name + ">")
	}
	for _, t := range to[same:] {
		out.WriteString(t.Start)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func escape(s string) string { return escaper.Replace(s) }
