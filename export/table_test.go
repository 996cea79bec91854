package export_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// tablesHead is a spec with a table of products and one of variants.
const tablesHead = `name = "demo"
title = { en = "Demo" }
locale = "en"
currency = "USD"
source = "the demo's rules"
checked = 2026-11-01
version = "3"
[[tables]]
name = "goods"
rows = "product"
[[tables.columns]]
name = "id"
from = "handle"
[[tables]]
name = "prices"
rows = "variant"
[[tables.columns]]
name = "sku"
from = "sku"
[[files]]
name = "demo.xlsx"
format = "xlsx"
`

// TestTableErrors wants a word on every spec whose files and tables do not fit.
func TestTableErrors(t *testing.T) {
	for _, tt := range []struct{ name, was, is, want string }{
		{"two tables in a csv", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.csv"` + "\nformat = \"csv\"", "csv has one table: say which"},
		{"unknown table", "format = \"xlsx\"", "format = \"xlsx\"\ntables = [\"good\"]", `there is no table "good"`},
		{"name taken", `name = "prices"`, `name = "goods"`, `table 2: its name "goods" is empty or taken`},
		{"no name", `name = "prices"`, ``, `table 2: its name "" is empty or taken`},
		{"no rows", "rows = \"variant\"", ``, `table "prices": rows is missing`},
		{"unknown rows", `"variant"`, `"variants"`, `unknown kind of rows "variants"`},
		{"columns at the top", "[[tables]]\nname = \"goods\"", "[[columns]]\nname = \"x\"\n[[tables]]\nname = \"goods\"", "columns: where there are tables each has its own"},
		{"a rule of columns at the top", "[[files]]", "[[rules]]\ncheck = \"warning even\"\ncolumns = [\"sku\"]\n[[files]]", "where there are tables its columns are in one of them"},
		{"name of a sheet", `name = "prices"`, `name = "a/b"`, `table "a/b": the name of a sheet has none of`},
		{"sheets alike", `name = "prices"`, `name = "GOODS"`, "a workbook does not distinguish its name"},
		{"encoding of a workbook", "format = \"xlsx\"", "format = \"xlsx\"\nencoding = \"gbk\"", "encoding: xlsx has none"},
		{"split of a workbook", "format = \"xlsx\"", "format = \"xlsx\"\nsplit = \"1 MB\"", "split: it is for files of text"},
		{"per product without a key", "format = \"xlsx\"", "format = \"xlsx\"\nper = \"product\"", "a file per product is called such as {key}.json"},
		{"a key without per product", `"demo.xlsx"`, `"{key}.xlsx"`, "a plain file name"},
		{"outside", `"demo.xlsx"` + "\n", `"../{key}.xlsx"` + "\nper = \"product\"\n", "a file per product is called such as"},
		{"package", "version = \"3\"", "version = \"3\"\npackage = \"../a.zip\"", "package = "},
		{"package of another kind", "version = \"3\"", "version = \"3\"\npackage = \"a.rar\"", "a plain file name that ends in .zip"},
		{"two files of a name", "[[files]]", "[[files]]\nname = \"Demo.xlsx\"\nformat = \"xlsx\"\n[[files]]", "another has its name"},
		{"each of a variant", `from = "sku"`, "from = \"sku\"\neach = \"variant\"\nlist = \"|\"", "each: it is for rows of products"},
		{"each without a list", `from = "handle"`, "from = \"sku\"\neach = \"variant\"", "each needs from, and list"},
		{"a part that is not there", `from = "sku"`, "from = \"sku\"\non = \"child\"", `on = "child": rows of the kind "variant" have no such part`},
		{"a type that is none", `from = "sku"`, "from = \"sku\"\ntype = \"date\"", `unknown type "date"`},
		{"default_when alone", `from = "sku"`, "from = \"sku\"\ndefault_when = \"sku blank\"", "default_when needs a default"},
		{"list_plain alone", `from = "sku"`, "from = \"sku\"\nlist_plain = true", "list_plain needs list"},
		{"xml without names", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.xml"` + "\nformat = \"xml\"", "xml.root and xml.item are the names"},
		{"xml with an odd name", "name = \"sku\"\nfrom = \"sku\"\n[[files]]\nname = \"demo.xlsx\"\nformat = \"xlsx\"", "name = \"s[].1 x\"\nfrom = \"sku\"\n[[files]]\nname = \"demo.xml\"\nformat = \"xml\"\nxml = { root = \"a\", item = \"b\" }", `"1 x" cannot name an element`},
		{"several values in an object", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.json"` + "\nformat = \"json\"", `column "sku": a product has several rows of it`},
		{"objects of rows of two tables", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.json"` + "\nformat = \"json\"\nobjects = \"row\"", "objects of rows have one table"},
		{"rss link", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.xml"` + "\nformat = \"rss-xml\"\ntables = [\"goods\"]\nrss = { link = \"page\" }", `rss.link: there is no column "page"`},
		{"rss prefix", `"demo.xlsx"` + "\nformat = \"xlsx\"", `"demo.xml"` + "\nformat = \"rss-xml\"\ntables = [\"goods\"]\nrss = { prefix = \"g\" }", "rss.namespace and rss.prefix need each other"},
	} {
		if !strings.Contains(tablesHead, tt.was) {
			t.Errorf("%s: %q is not in the spec", tt.name, tt.was)
		}
		_, err := parse(t, strings.Replace(tablesHead, tt.was, tt.is, 1))
		if !errors.Is(err, export.ErrSpec) || !strings.Contains(fmt.Sprint(err), tt.want) {
			t.Errorf("%s: got %v\nwant an ErrSpec that says %q", tt.name, err, tt.want)
		}
	}
	if _, err := parse(t, tablesHead); err != nil {
		t.Error(err)
	}
}

// TestFamilyRows wants each part of the rows where a product and its variants are apart.
func TestFamilyRows(t *testing.T) {
	parts := []string{"first", "product", "variant", "parent", "child"}
	spec := strings.NewReplacer(`rows = "variant"`, `rows = "product then variants"`, "demo.csv", "demo.csv").Replace(head)
	for _, part := range parts {
		spec += "[[columns]]\nname = \"" + part + "\"\nconst = \"x\"\non = \"" + part + "\"\n"
	}
	single := product()
	single.Options, single.Variants = nil, single.Variants[:1]
	single.Variants[0].Options = nil
	after := strings.Replace(spec, "product then variants", "variants then product", 1)
	for _, tt := range []struct {
		name, spec string
		product    *catalog.Product
		want       string // a word for each row, a letter for each part
	}{
		{"product first", spec, product(), "fpr vc vc"},
		{"product last", after, product(), "fvc vc pr"},
		{"no options", spec, single, "fpv"},
		{"no options, product last", after, single, "fpv"},
	} {
		view, err := channelOf(t, tt.spec, nil).Preview(stream(tt.product), export.Options{}, 9)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range view.Rows {
			word := ""
			for i, cell := range row {
				if cell != "" {
					word += string("fpvrc"[i])
				}
			}
			got = append(got, word)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestWorkbookLimit leaves a product out whose text no cell of a workbook takes.
func TestWorkbookLimit(t *testing.T) {
	c := channelOf(t, strings.Replace(tablesHead, `from = "handle"`, `from = "title"`, 1), nil)
	p := product()
	for n, want := range map[int]bool{32767: false, 32768: true} {
		p.Title = strings.Repeat("x", n)
		_, got := find(c.Check(p, export.Options{}), "title-too-long")
		report := export1(t, c, t.TempDir(), export.Options{All: true}, p)
		if got != want || (len(report.Skipped) == 1) != want {
			t.Errorf("%d characters: reported %v and left out %d, want %v", n, got, len(report.Skipped), want)
		}
	}
}
