package export_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// documentSpec is a channel whose columns a category's rules say.
const documentSpec = `name = "demo"
title = { en = "Demo" }
locale = "en"
currency = "USD"
source = "the demo's rules"
checked = 2026-11-01
version = "3"
[[files]]
name = "demo.json"
format = "json"
[[tables]]
name = "item"
rows = "product then variants"
columns_from = "the rules of the category"
[[tables.columns]]
name = "title"
from = "title"
on = "product"
[[tables.columns]]
name = "skus[].price"
from = "price"
transforms = ["money-amount 2"]
on = "variant"
[[tables.columns]]
name = "skus[].code"
from = "sku"
on = "variant"
[[tables.rules]]
check = "blocked differ"
columns = ["skus[].code"]
`

// ruleDocument reads a document of rules: one element a line for each field.
func ruleDocument(t *testing.T, name, text string) []export.ColumnWords {
	t.Helper()
	var columns []export.ColumnWords
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err != nil {
			return columns
		}
		field, ok := token.(xml.StartElement)
		if !ok || field.Name.Local != "field" {
			continue
		}
		line, _ := d.InputPos()
		words := export.ColumnWords{Place: fmt.Sprintf("%s:%d", name, line)}
		for _, a := range field.Attr {
			switch a.Name.Local {
			case "id":
				words.Name = a.Value
			case "max":
				words.Max = a.Value
			case "required":
				words.Tier = "required"
			case "from":
				words.From = a.Value
			case "on":
				words.On = a.Value
			case "values":
				words.Enum = strings.Split(a.Value, ",")
			case "type":
				words.Type = a.Value
			}
		}
		columns = append(columns, words)
	}
}

func TestColumnsOfADocument(t *testing.T) {
	waiting := channelOf(t, documentSpec, nil)
	if problem, ok := find(waiting.Check(product(), export.Options{}), "document-missing"); !ok || problem.Args["document"] != "the rules of the category" {
		t.Errorf("without the document: %+v", problem)
	}
	c, err := waiting.WithColumns("item", ruleDocument(t, "rules.xml", `<itemRule>
<field id="skus[].price" type="number" required="1"/>
<field id="brand" from="brand" on="product" values="Fernhollow,Oak"/>
<field id="title" max="3 characters"/>
</itemRule>`))
	if err != nil {
		t.Fatal(err)
	}
	if c.Spec().Hash() == waiting.Spec().Hash() {
		t.Error("another document has the same hash")
	}
	dir := t.TempDir()
	if _, err := export.Run(context.Background(), c, stream(product()), export.NewDirSink(dir), export.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	const want = "[\n{\"skus\": [{\"price\": 12.50}, {\"price\": 13.00}], \"brand\": \"Fernhollow\", \"title\": \"Mug\"}\n]\n"
	if got := read(t, dir, "demo.json"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	long := product()
	long.Title, long.Brand = "Mugs", "Elm"
	var codes []string
	for _, problem := range c.Check(long, export.Options{}) {
		codes = append(codes, problem.Code)
	}
	if want := []string{"value-not-allowed", "title-too-long"}; !slices.Equal(codes, want) {
		t.Errorf("problems %q, want %q: the document's limits apply", codes, want)
	}
	if _, ok := find(waiting.Check(product(), export.Options{}), "document-missing"); !ok {
		t.Error("the channel that the columns were given to has changed")
	}
}

// TestDocumentErrors wants the place of everything that is wrong, and no panic.
func TestDocumentErrors(t *testing.T) {
	c := channelOf(t, documentSpec, nil)
	for _, tt := range []struct{ name, document, want string }{
		{"source", "<r>\n<field id=\"a\" from=\"titel\" on=\"product\"/>\n</r>", `rules.xml:2: column "a": from: unknown source "titel"`},
		{"limit", "<r>\n\n<field id=\"title\" max=\"60\"/>\n</r>", `rules.xml:3: column "title": max: the limit "60" needs a unit`},
		{"name", "<r>\n<field id=\"\"/>\n</r>", `rules.xml:2: the name "" of a column is empty or taken`},
		{"twice", "<r>\n<field id=\"title\"/>\n<field id=\"title\"/></r>", `rules.xml:3: the name "title"`},
		{"path", "<r>\n<field id=\"a[\" on=\"product\"/>\n</r>", `rules.xml:2: path "a["`},
		{"clash", "<r>\n<field id=\"title\"/>\n<field id=\"title.a\" on=\"product\"/></r>", `rules.xml:3: path "title.a"`},
		{"part", "<r>\n<field id=\"a\"/>\n</r>", `rules.xml:2: column "a": a product has several rows of it`},
		{"nothing", "<r></r>", "the document has no columns"},
		{"two", "<r>\n<field id=\"a\" from=\"x\" on=\"nowhere\"/>\n</r>", `on: unknown part of the rows "nowhere"`},
	} {
		_, err := c.WithColumns("item", ruleDocument(t, "rules.xml", tt.document))
		if !errors.Is(err, export.ErrSpec) || !strings.Contains(fmt.Sprint(err), tt.want) {
			t.Errorf("%s: got %v\nwant an ErrSpec that says %q", tt.name, err, tt.want)
		}
	}
	for _, table := range []string{"items", ""} {
		if _, err := c.WithColumns(table, []export.ColumnWords{{Name: "a"}}); !errors.Is(err, export.ErrSpec) {
			t.Errorf("table %q: got %v", table, err)
		}
	}
}

// askingHook fills a column that a document may not have.
type askingHook struct{}

func (askingHook) Rows(_ *export.HookContext, _ *catalog.Product, rows []export.Row) ([]export.Row, []catalog.Problem) {
	rows[0].Set("outer", "x")
	rows[0].Blank("elsewhere")
	return rows, nil
}

func TestHookAsksForAColumnThatIsNotThere(t *testing.T) {
	c, err := channelOf(t, documentSpec, askingHook{}).WithColumns("item", []export.ColumnWords{{Place: "a.xml:1", Name: "title"}, {Place: "a.xml:2", Name: "outer", On: "product"}})
	if err != nil {
		t.Fatal(err)
	}
	problem, ok := find(c.Check(product(), export.Options{}), "column-not-in-rules")
	if !ok || problem.Args["column"] != "elsewhere" || problem.Args["table"] != "item" {
		t.Errorf("got %+v", problem)
	}
}

func TestReadColumns(t *testing.T) {
	words, err := export.ReadColumns("fields.csv", [][]string{
		{"name", "from", "on", "enum", "transforms", "tier"},
		{"title", "", "", "", "one-line|upper", "required"},
		{"kind", "type", "product", "Mug|Cup"},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := channelOf(t, documentSpec, nil).WithColumns("item", words)
	if err != nil {
		t.Fatal(err)
	}
	p := product()
	p.Type = "cup"
	views, err := c.PreviewTables(stream(p), export.Options{}, 5)
	if err != nil || len(views[0].Rows) != 3 || !slices.Equal(views[0].Rows[0], []string{"MUG", "Cup"}) {
		t.Errorf("got %+v, %v", views, err)
	}
	for _, tt := range []struct {
		rows [][]string
		want string
	}{
		{nil, "fields.csv is empty"},
		{[][]string{{"name", "colour"}, {"a", "red"}}, `fields.csv:1: unknown key "colour"`},
		{[][]string{{"name"}, {"a", "red"}}, "fields.csv:2: cell 2 has no key"},
	} {
		if _, err := export.ReadColumns("fields.csv", tt.rows); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("got %v, want %q", err, tt.want)
		}
	}
}

// FuzzDocument proves that no document makes the engine panic.
func FuzzDocument(f *testing.F) {
	f.Add("title", "title", "3 characters", "product")
	f.Add("a[].b", "sku", "x", "variant")
	c := channelOf(f, documentSpec, nil)
	f.Fuzz(func(t *testing.T, name, from, limit, on string) {
		full, err := c.WithColumns("item", []export.ColumnWords{{Place: "p", Name: name, From: from, Max: limit, On: on}})
		if err != nil {
			if !errors.Is(err, export.ErrSpec) {
				t.Fatalf("got %v, want ErrSpec", err)
			}
			return
		}
		if _, err := json.Marshal(full.Check(product(), export.Options{})); err != nil {
			t.Fatal(err)
		}
	})
}
