package export

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tradewind.app/export/encode"
)

// format is what the engine knows of a format: how its writer is made and what it
// needs of a file. All the rest is the writer's.
type format struct {
	writer func(f *FileSpec) encode.Writer
	check  func(f *FileSpec, s *Spec) error // what a spec says of a file
	tables bool                             // a file may have several tables
	binary bool                             // a file has no encoding, and no size before its end
}

// formats is the closed set. A new format is a writer in package encode and a line here.
var formats = map[string]format{
	"csv":     {writer: delimitedWriter, check: checkNothing},
	"tsv":     {writer: delimitedWriter, check: checkNothing},
	"rss-xml": {writer: rssWriter, check: checkRSS},
	"xml":     {writer: xmlWriter, check: checkXML, tables: true},
	"json":    {writer: jsonWriter, check: checkNested, tables: true},
	"xlsx":    {writer: workbookWriter, check: checkWorkbook, tables: true, binary: true},
}

// Formats lists the formats of files in order.
func Formats() []string { return slices.Sorted(maps.Keys(formats)) }

func (f *FileSpec) format() format { return formats[f.Format.text] }

func checkNothing(*FileSpec, *Spec) error { return nil }

// delimiters are those of the formats of delimited tables.
var delimiters = map[string]byte{"csv": ',', "tsv": '\t'}

func delimitedWriter(f *FileSpec) encode.Writer {
	return encode.NewDelimited(encode.Dialect{
		Delimiter: delimiters[f.Format.text], Newline: f.Newline.bytes(), Quoting: encode.Quoting(f.Quoting.text),
	})
}

// bareSigns are the characters that a column cannot carry which is never quoted.
func (f *FileSpec) bareSigns() string {
	delimiter, delimited := delimiters[f.Format.text]
	if !delimited || f.Quoting.text != string(encode.QuoteListed) {
		return ""
	}
	return "\"\r\n" + string(delimiter)
}

func rssWriter(f *FileSpec) encode.Writer {
	return encode.NewRSS(encode.Namespace{Prefix: f.RSS.Prefix, URI: f.RSS.Namespace})
}

func checkRSS(f *FileSpec, s *Spec) error {
	f.link = -1
	switch {
	case f.Encoding.String() != "utf-8":
		return errors.New("rss-xml is written in utf-8")
	case (f.RSS.Namespace == "") != (f.RSS.Prefix == ""):
		return errors.New("rss.namespace and rss.prefix need each other")
	case f.RSS.Link == "":
		return nil
	}
	i, ok := s.Tables[f.tables[0]].index[f.RSS.Link]
	if !ok {
		return fmt.Errorf("rss.link: there is no column %q", f.RSS.Link)
	}
	f.link = i
	return nil
}

func workbookWriter(*FileSpec) encode.Writer { return encode.NewWorkbook() }

// checkWorkbook names a single table after its file where it has no name.
func checkWorkbook(f *FileSpec, _ *Spec) error {
	names := map[string]bool{}
	for i := range f.heads {
		if f.heads[i].Name == "" {
			f.heads[i].Name = "Sheet1"
		}
		if err := encode.CheckSheetName(f.heads[i].Name); err != nil {
			return fmt.Errorf("table %q: %w", f.heads[i].Name, err)
		}
		if name := foldText(f.heads[i].Name); names[name] {
			return fmt.Errorf("table %q: a workbook does not distinguish its name from another's", f.heads[i].Name)
		} else {
			names[name] = true
		}
	}
	return nil
}

func jsonWriter(f *FileSpec) encode.Writer {
	shape := encode.JSONShape{Lines: f.JSON.Lines, Member: f.JSON.Member, Single: f.Per == PerProduct}
	return encode.NewJSON(shape, f.Objects == ObjectsOfRows)
}

func xmlWriter(f *FileSpec) encode.Writer {
	shape := encode.XMLShape{
		Root: f.XML.Root, Item: f.XML.Item, Single: f.Per == PerProduct,
		Namespace: encode.Namespace{Prefix: f.XML.Prefix, URI: f.XML.Namespace},
	}
	return encode.NewXML(shape, f.Objects == ObjectsOfRows)
}

func checkXML(f *FileSpec, s *Spec) error {
	if f.Encoding.String() != "utf-8" {
		return errors.New("xml is written in utf-8")
	}
	if !encode.IsXMLName(f.XML.Item) || f.Per != PerProduct && !encode.IsXMLName(f.XML.Root) {
		return errors.New("xml.root and xml.item are the names of the outermost element and of a product's")
	}
	if f.XML.Prefix != "" && f.XML.Namespace == "" {
		return errors.New("xml.prefix needs xml.namespace")
	}
	if err := checkNested(f, s); err != nil {
		return err
	}
	for _, head := range f.heads {
		for i := range head.Fields {
			if err := checkElement(&head.Fields[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkElement wants names of elements on the path of a field; the last may be an
// attribute.
func checkElement(field *encode.Field) error {
	path, err := encode.ParsePath(field.Name)
	if err != nil {
		return err
	}
	for i, step := range path {
		attribute := strings.HasPrefix(step.Name, "@")
		if !encode.IsXMLName(step.Name) || attribute && (i < len(path)-1 || step.Rows || step.Index >= 0 || field.List != "") {
			return fmt.Errorf("column %q: %q cannot name an element, or with @ an attribute", field.Name, step.Name)
		}
	}
	return nil
}

// checkNested reads the paths of a file's columns.
func checkNested(f *FileSpec, s *Spec) error {
	if _, err := encode.NewSchema(f.heads); err != nil {
		return s.placed(err)
	}
	rows := slices.ContainsFunc(f.heads, hasRows)
	several := rows || len(f.tables) > 1 || f.Per == PerProduct
	switch {
	case f.Objects == ObjectsOfRows && several:
		return errors.New("objects of rows have one table, no path with [], and no file per product")
	case f.Objects == Objects{} && !several:
		f.Objects = ObjectsOfRows
	case f.Objects == Objects{}:
		f.Objects = ObjectsOfProducts
	}
	if f.Objects == ObjectsOfProducts {
		return f.checkSingleValues(s)
	}
	return nil
}

// hasRows reports whether a table has an array of rows in its paths, which were read
// before.
func hasRows(table encode.Table) bool {
	return slices.ContainsFunc(table.Fields, func(field encode.Field) bool {
		path, _ := encode.ParsePath(field.Name)
		return path.HasRows()
	})
}

// placed says where the document is wrong in which a column of an error was read.
func (s *Spec) placed(err error) error {
	var wrong *encode.PathError
	if errors.As(err, &wrong) {
		for c := range s.AllColumns() {
			if c.Name == wrong.Name {
				return fmt.Errorf("%s%w", c.at(), err)
			}
		}
	}
	return err
}

// checkSingleValues wants one row for each value: in an object of a product a path
// without an array of rows has one value, so its column is filled on one row.
func (f *FileSpec) checkSingleValues(s *Spec) error {
	for _, t := range f.tables {
		table := &s.Tables[t]
		if table.Rows == ProductRows {
			continue
		}
		for i := range table.Columns {
			c := &table.Columns[i]
			single := c.On == FirstRow || table.Rows.hasProducts() && (c.On == ProductPart || c.On == ParentPart)
			if path, _ := encode.ParsePath(c.Name); !path.HasRows() && !single {
				return fmt.Errorf("%scolumn %q: a product has several rows of it; say on which it is filled, or put [] behind the name of an array", c.at(), c.Name)
			}
		}
	}
	return nil
}
