package localize

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
	"tradewind.app/catalog/localize/words"
)

// describer walks a description and writes it again with its texts in Chinese.
// Scripts, styles, frames and comments are left out, since no marketplace takes them; all
// other tags stay as they are written.
type describer struct {
	analyser *analyser
	out      strings.Builder
	block    markup.Block
	texts    []Text
	points   []string         // the texts of list items
	item     *strings.Builder // the list item that is open
	skip     string           // the element whose content is left out
	lines    bool             // a text without tags: its line ends count
}

// describe suggests a description and returns the texts of its list items too.
func (a *analyser) describe(ctx context.Context, source string) (FieldSuggestion, []string, error) {
	d := describer{analyser: a, lines: !strings.Contains(source, "<")}
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(markup.MaxToken)
	for ctx.Err() == nil {
		if z.Next() == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return FieldSuggestion{}, nil, fmt.Errorf("read description: %w", err)
			}
			d.flush()
			d.closeItem()
			break
		}
		raw := string(z.Raw()) // Token reuses its bytes
		d.token(raw, z.Token())
	}
	f := FieldSuggestion{Field: catalog.ListingDescription, Text: d.out.String(), Texts: d.texts, Complete: true}
	for _, t := range d.texts {
		f.Complete = f.Complete && t.Complete
	}
	return f, d.points, ctx.Err()
}

func (d *describer) token(raw string, t html.Token) {
	switch {
	case d.skip != "":
		if t.Type == html.EndTagToken && t.Data == d.skip {
			d.skip = ""
		}
	case t.Type == html.StartTagToken && markup.Unwanted[t.Data]:
		d.skip = t.Data
	case t.Type == html.TextToken:
		d.text(t.Data)
	case t.Type == html.CommentToken:
	case t.Type == html.StartTagToken && markup.Inline[t.Data]:
		d.block.Open(markup.Tag{Name: t.Data, Start: raw})
	case t.Type == html.EndTagToken && markup.Inline[t.Data]:
		d.block.Close(t.Data)
	default:
		d.flush()
		d.listItem(t)
		d.out.WriteString(raw)
	}
}

// listItem notes where the items of lists begin and end.
func (d *describer) listItem(t html.Token) {
	if t.Data == "li" || t.Data == "ul" || t.Data == "ol" {
		d.closeItem()
	}
	if t.Data == "li" && t.Type == html.StartTagToken {
		d.item = new(strings.Builder)
	}
}

func (d *describer) closeItem() {
	if d.item != nil {
		if text := strings.TrimSpace(d.item.String()); text != "" {
			d.points = append(d.points, text)
		}
		d.item = nil
	}
}

func (d *describer) text(text string) {
	if !d.lines {
		d.block.Text(text)
		return
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			d.flush()
			d.out.WriteByte('\n')
		}
		d.block.Text(line)
	}
}

// flush writes the block that ends here. Without a word or number in it there is
// nothing to say.
func (d *describer) flush() {
	source := d.block.Source.String()
	if !strings.ContainsFunc(source, words.IsAlnum) {
		d.out.WriteString(d.block.Raw.String())
		d.block.Reset()
		return
	}
	if d.item != nil {
		d.item.WriteString(source + " ")
	}
	t := d.analyser.prose(strings.TrimRight(source, " "))
	d.texts = append(d.texts, t)
	d.out.WriteString(d.block.Lead.String())
	d.block.Write(&d.out, t.Segments)
	if strings.HasSuffix(source, " ") && !d.lines {
		d.out.WriteByte('\n')
	}
	d.block.Reset()
}
