package encode_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/export/encode"
)

// nested is the head of a file with a table of a product and one of its variants.
func nested() encode.Head {
	product := fields("name", "pictures", "size.width", "props[0].name", "props[0].value", "props[2].value", "active")
	product[1].List, product[2].Kind, product[6].Kind = ",", encode.Number, encode.Boolean
	variant := fields("skus[].code", "skus[].price", "skus[].options[0].value", "skus[].options[1].value")
	variant[1].Kind = encode.Number
	return encode.Head{Tables: []encode.Table{{Name: "product", Fields: product}, {Name: "variant", Fields: variant}}}
}

func mug() encode.Product {
	return encode.Product{
		{{`Mug "<&>" 杯`, "1.jpg\n2.jpg", "8.50", "Glaze", "Matt", "Oak", "TRUE"}},
		{{"M-R", "12.50", "Red", ""}, {"M-B", "13", "Blue", "L"}, {"", "", "", ""}},
	}
}

const mugJSON = `[
{"name": "Mug \"<&>\" 杯", "pictures": ["1.jpg", "2.jpg"], "size": {"width": 8.50}, "props": [{"name": "Glaze", "value": "Matt"}, {"value": "Oak"}], "active": true, "skus": [{"code": "M-R", "price": 12.50, "options": [{"value": "Red"}]}, {"code": "M-B", "price": 13, "options": [{"value": "Blue"}, {"value": "L"}]}]},
{}
]
`

func TestJSON(t *testing.T) {
	empty := encode.Product{{{"", "", "", "", "", "", ""}}, nil}
	got, err := write(t, encode.NewJSON(encode.JSONShape{}, false), nested(), mug(), empty)
	if err != nil || got != mugJSON {
		t.Errorf("got\n%s\n%v\nwant\n%s", got, err, mugJSON)
	}
	var parsed []struct {
		Skus []struct{ Price json.Number }
	}
	if err := json.Unmarshal([]byte(got), &parsed); err != nil || len(parsed) != 2 || parsed[0].Skus[0].Price != "12.50" {
		t.Errorf("encoding/json reads %+v, %v", parsed, err)
	}
}

func TestJSONShapes(t *testing.T) {
	head := encode.Head{Tables: []encode.Table{{Fields: fields("a")}}}
	two := encode.Product{{{"1"}, {"2"}}}
	for _, tt := range []struct {
		name  string
		shape encode.JSONShape
		rows  bool
		want  string
	}{
		{"rows", encode.JSONShape{}, true, "[\n{\"a\": \"1\"},\n{\"a\": \"2\"}\n]\n"},
		{"lines", encode.JSONShape{Lines: true}, true, "{\"a\": \"1\"}\n{\"a\": \"2\"}\n"},
		{"single", encode.JSONShape{Single: true}, false, "{\"a\": \"1\"}\n"},
		{"member", encode.JSONShape{Member: "it\"ems"}, false, "{\"it\\\"ems\": [\n{\"a\": \"1\"}\n]}\n"},
	} {
		got, err := write(t, encode.NewJSON(tt.shape, tt.rows), head, two)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestKindsThatDoNotFit(t *testing.T) {
	for _, tt := range []struct {
		kind encode.Kind
		text string
		want string
	}{
		{encode.Number, "12,5", "is not a number"},
		{encode.Number, "012", "is not a number"},
		{encode.Number, "1e3", "is not a number"},
		{encode.Number, "NaN", "is not a number"},
		{encode.Boolean, "maybe", "is neither true nor false"},
	} {
		head := encode.Head{Tables: []encode.Table{{Name: "a", Fields: []encode.Field{{Name: "a", Kind: tt.kind}}}}}
		for name, w := range map[string]encode.Writer{"json": encode.NewJSON(encode.JSONShape{}, false), "xml": encode.NewXML(encode.XMLShape{Root: "r", Item: "i"}, false), "xlsx": encode.NewWorkbook()} {
			if _, err := write(t, w, head, encode.Product{{{tt.text}}}); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s: %q: got %v, want an error that says it %s", name, tt.text, err, tt.want)
			}
		}
	}
}

func TestXML(t *testing.T) {
	head := encode.Head{Tables: []encode.Table{{Fields: fields("@id", "name", "tag", "skus.sku[].@code", "skus.sku[].price")}}}
	head.Tables[0].Fields[2].List = ","
	p := encode.Product{{{`7"<`, "A & B", "x\ny", "R", "1"}, {"", "", "", "B", "2"}}}
	shape := encode.XMLShape{Root: "goods", Item: "good", Namespace: encode.Namespace{URI: "http://ns.example/&"}}
	got, err := write(t, encode.NewXML(shape, false), head, p)
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<goods xmlns="http://ns.example/&amp;">
<good id="7&quot;&lt;">
<name>A &amp; B</name>
<tag>x</tag>
<tag>y</tag>
<skus>
<sku code="R">
<price>1</price>
</sku>
<sku code="B">
<price>2</price>
</sku>
</skus>
</good>
</goods>
`
	if err != nil || got != want {
		t.Errorf("got\n%s\n%v\nwant\n%s", got, err, want)
	}
	var any struct{}
	if err := xml.Unmarshal([]byte(got), &any); err != nil {
		t.Error(err)
	}
	shape.Single = true
	got, err = write(t, encode.NewXML(shape, false), head, p)
	if err != nil || !strings.HasPrefix(got, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<good xmlns=\"http://ns.example/&amp;\" id=") || !strings.HasSuffix(got, "</good>\n") {
		t.Errorf("single: got\n%s\n%v", got, err)
	}
}

func TestPathsThatClash(t *testing.T) {
	for _, names := range [][]string{
		{"a", "a"},
		{"a", "a.b"},
		{"a.b", "a"},
		{"a[].b", "a"},
		{"a", "a[].b"},
		{"a[].b", "a[0].c"},
		{"a[0].b", "a[].c"},
		{"a[].b", "a.c"},
		{"a[0]", "a[0].b"},
		{"a[]", "a[].b"},
		{"a[].b[].c"},
		{""},
		{"a."},
		{"a[x]"},
		{"a[-1]"},
		{"a[1000]"},
		{"a[0"},
		{"[]"},
		{"a]"},
	} {
		if _, err := encode.NewSchema([]encode.Table{{Fields: fields(names...)}}); err == nil {
			t.Errorf("%q: no error", names)
		}
	}
}

func TestParsePathGivesItsTextBack(t *testing.T) {
	for _, text := range []string{"name", "extends.nationality", "skus[].price", "skus[].options[0].value", "tags[3]"} {
		p, err := encode.ParsePath(text)
		if err != nil || p.String() != text || p.HasRows() != strings.Contains(text, "[]") {
			t.Errorf("%s: got %s, %v", text, p, err)
		}
	}
}

// TestWorkbook wants the cells that excelize reads, with their types, and the same
// bytes every time.
func TestWorkbook(t *testing.T) {
	head := encode.Head{Tables: []encode.Table{
		{Name: "Products", Header: [][]string{{"version 1"}, {"name", "tags", "weight", "active", "code"}}, Fields: fields("name", "tags", "weight", "active", "code")},
		{Name: "规格", Header: [][]string{{"code", "price"}}, Fields: fields("code", "price")},
	}}
	f := head.Tables[0].Fields
	f[1].List, f[2].Kind, f[3].Kind, f[4].Kind = "|", encode.Number, encode.Boolean, encode.Number
	p := encode.Product{{{"=1+1", "a\nb|c", "1.5", "no", "1234567890123456"}}, {{"0012", "3"}, {"x", ""}}}
	one, err := write(t, encode.NewWorkbook(), head, p, p)
	if err != nil {
		t.Fatal(err)
	}
	if two, err := write(t, encode.NewWorkbook(), head, p, p); err != nil || one != two {
		t.Errorf("the second file has other bytes, %v", err)
	}
	book, err := excelize.OpenReader(strings.NewReader(one))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	row := []string{"=1+1", `a|"b|c"`, "1.5", "FALSE", "1234567890123456"}
	for sheet, want := range map[string][][]string{
		"Products": {{"version 1"}, {"name", "tags", "weight", "active", "code"}, row, row},
		"规格":       {{"code", "price"}, {"0012", "3"}, {"x"}, {"0012", "3"}, {"x"}},
	} {
		got, err := book.GetRows(sheet)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, %v, want %q", sheet, got, err, want)
		}
	}
	for cell, want := range map[string]excelize.CellType{"A3": excelize.CellTypeInlineString, "C3": excelize.CellTypeUnset, "D3": excelize.CellTypeBool, "E3": excelize.CellTypeInlineString} {
		if got, err := book.GetCellType("Products", cell); err != nil || got != want {
			t.Errorf("%s: type %v, %v, want %v", cell, got, err, want)
		}
	}
}

func TestWorkbookRefuses(t *testing.T) {
	head := encode.Head{Tables: []encode.Table{{Name: "a", Fields: fields("a")}}}
	long := strings.Repeat("汉", encode.MaxCellUnits)
	if _, err := write(t, encode.NewWorkbook(), head, encode.Product{{{long}}}); err != nil {
		t.Errorf("%d characters: %v", encode.MaxCellUnits, err)
	}
	if _, err := write(t, encode.NewWorkbook(), head, encode.Product{{{long + "x"}}}); err == nil || !strings.Contains(err.Error(), "is longer than a cell") {
		t.Errorf("one more: got %v, want an error", err)
	}
	for _, name := range []string{"", "a/b", "'a", "History", strings.Repeat("x", 32)} {
		if encode.CheckSheetName(name) == nil {
			t.Errorf("sheet %q: no error", name)
		}
	}
	if err := encode.CheckSheetName(strings.Repeat("x", 31)); err != nil {
		t.Error(err)
	}
}

// FuzzJSON proves that every text comes back from encoding/json.
func FuzzJSON(f *testing.F) {
	f.Add("a \"b\" \\ \u2028 <&> 杯")
	f.Fuzz(func(t *testing.T, text string) {
		if text = strings.ToValidUTF8(text, ""); text == "" {
			return
		}
		file, err := write(t, encode.NewJSON(encode.JSONShape{}, false), encode.Head{Tables: []encode.Table{{Fields: fields("a")}}}, encode.Product{{{text}}})
		var got []map[string]string
		if err := errors.Join(err, json.Unmarshal([]byte(file), &got)); err != nil || got[0]["a"] != text {
			t.Fatalf("%q: got %q, %v", text, got, err)
		}
	})
}

// FuzzPath proves that no text makes the reader of paths panic, and that what it takes
// makes a tree.
func FuzzPath(f *testing.F) {
	f.Add("skus[].options[0].value", "a")
	f.Fuzz(func(t *testing.T, one, two string) {
		schema, err := encode.NewSchema([]encode.Table{{Fields: fields(one, two)}})
		if err != nil {
			return
		}
		tree := schema.Tree(encode.Product{{{"1", "2"}, {"3", ""}}})
		if tree.IsEmpty() {
			t.Errorf("%q and %q: an empty tree", one, two)
		}
	})
}
