package review

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
)

// The parts of the page. What is said in it is in both languages at once, since the page
// does not know who reads it.
var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// frame is what the template is filled with.
type frame struct {
	*Page

	Style  template.CSS
	Script template.JS
	Policy string
	Groups []group
	Data   data
}

// group is the values of one field.
type group struct {
	Name   string // of the field, or "same"
	Values []*Item
}

// data is what the script of the page knows besides what is shown.
type data struct {
	Format    string         `json:"format"`
	Version   int            `json:"version"`
	Catalogue catalog.ID     `json:"catalogue"`
	Locale    catalog.Locale `json:"locale"`
	Page      string         `json:"page"`
	Reader    int            `json:"reader"` // the most characters of a name
	Items     []itemData     `json:"items"`
}

type itemData struct {
	Key     string        `json:"key"`
	Product catalog.ID    `json:"product,omitempty"`
	Field   catalog.Field `json:"field"`
	Part    string        `json:"part,omitempty"`
	Source  string        `json:"source"`
	Was     string        `json:"was"`
	Limit   int           `json:"limit,omitempty"`
	Unit    string        `json:"unit,omitempty"`
}

// Write writes the page. It asks for nothing over a network: its policy forbids all but
// the style, the script and the pictures that are in it.
func (p *Page) Write(w io.Writer) error {
	f := frame{
		Page: p, Style: template.CSS(pageCSS), Script: template.JS(pageJS), Groups: groups(p.Values), //nolint:gosec // both are ours
		Policy: fmt.Sprintf("default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", policyHash(pageCSS), policyHash(pageJS)),
		Data:   data{format, version, p.Catalogue, p.Locale, p.Made, maxReader, make([]itemData, len(p.items))},
	}
	for n, i := range p.items {
		f.Data.Items[n] = itemData{i.key(), i.Product, i.Field, i.Part, hashOf(i.Source), hashOf(i.Text), i.Limit.N, i.Limit.Unit}
	}
	if err := pageTemplate.Execute(w, f); err != nil {
		return fmt.Errorf("write review page: %w", err)
	}
	return nil
}

func policyHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// groups parts the values, which are in order, by what is asked about them.
func groups(values []*Item) []group {
	var list []group
	for _, v := range values {
		name := string(v.Field)
		if v.IsSame() {
			name = "same"
		}
		if len(list) == 0 || list[len(list)-1].Name != name {
			list = append(list, group{Name: name})
		}
		last := &list[len(list)-1]
		last.Values = append(last.Values, v)
	}
	return list
}

// PictureURL is the product's picture as a part of the page, or empty.
func (p Product) PictureURL() template.URL {
	if len(p.Picture) == 0 {
		return ""
	}
	return template.URL("data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(p.Picture)) //nolint:gosec // made of bytes
}

// English is the source of an item as a person reads it: a whole description without its
// tags.
func (i *Item) English() string {
	if !i.IsHTML() {
		return i.Source
	}
	var lines []string
	for _, p := range markup.Paragraphs(i.Source) {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, "\n")
}

// IsHTML reports whether the text of an item has tags.
func (i *Item) IsHTML() bool {
	return i.Field == catalog.ListingDescription && i.Part == "" && !i.IsShared()
}

// Lines are a text of a description as a shopper sees it.
func (i *Item) Lines() string {
	if !i.IsHTML() {
		return i.Text
	}
	var lines []string
	for _, p := range markup.Paragraphs(i.Text) {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, "\n")
}
