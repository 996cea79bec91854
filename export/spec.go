package export

import (
	"iter"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Spec is a marketplace as a table of tables. It is made by [ParseSpec] and not
// changed afterwards.
//
// Rows, Columns and Rules are the short form of a spec with one table. Whatever the
// form, Tables has them all.
type Spec struct {
	Name       string            `toml:"name"`
	Title      map[string]string `toml:"title"` // by locale: "en", "zh-Hans"
	Market     string            `toml:"market"`
	Locale     string            `toml:"locale"`
	Currency   string            `toml:"currency"`
	Source     string            `toml:"source"`  // where the rules were read
	Checked    toml.LocalDate    `toml:"checked"` // when they were read
	Version    string            `toml:"version"`
	Charset    Charset           `toml:"charset"`
	OnlyActive bool              `toml:"only_active"`
	About      map[string]string `toml:"about"` // by locale: what the file is, for who chooses it
	Classes    []Class           `toml:"classes"`
	Rows       RowKind           `toml:"rows"`
	Columns    []Column          `toml:"columns"`
	Rules      []Rule            `toml:"rules"`
	Tables     []TableSpec       `toml:"tables"`
	Files      []FileSpec        `toml:"files"`
	Package    string            `toml:"package"` // a zip file that everything goes into; empty: none

	hash        string // of the file that it was read from
	day         string // Checked as it is written
	webPictures bool   // it takes addresses of pictures, and no files
	columns     int    // in all tables
}

// Hash identifies what the spec's file says: findings of another hash are out of date.
func (s *Spec) Hash() string { return s.hash }

// ShopCurrency is the currency of a spec whose prices name none: they are the shop's.
const ShopCurrency = "shop"

// TableSpec is one table of a feed: what its rows are, and their columns.
type TableSpec struct {
	Name    string   `toml:"name"` // in a workbook that of the sheet
	Rows    RowKind  `toml:"rows"`
	Header  []string `toml:"header"` // instead of the file's
	Columns []Column `toml:"columns"`
	Rules   []Rule   `toml:"rules"`
	// ColumnsFrom says what document the columns, or more of them, come from at run
	// time, see [Spec.WithColumns]. It is for people to read.
	ColumnsFrom string `toml:"columns_from"`

	index map[string]int // of the columns by name
	start int            // how many columns the tables before it have
	given bool           // a document has said its columns
}

// FileSpec is one file of a feed.
type FileSpec struct {
	Name     string   `toml:"name"` // with {key} where each product has a file
	Format   Format   `toml:"format"`
	Tables   []string `toml:"tables"` // none: all
	Per      Per      `toml:"per"`
	Encoding Encoding `toml:"encoding"`
	Newline  Newline  `toml:"newline"`
	Quoting  Quoting  `toml:"quoting"`
	Header   []string `toml:"header"`
	Split    Size     `toml:"split"` // 0: never
	Objects  Objects  `toml:"objects"`
	RSS      RSSHead  `toml:"rss"`
	JSON     JSONHead `toml:"json"`
	XML      XMLHead  `toml:"xml"`
	Pictures Pictures `toml:"pictures"`

	tables []int          // those it has, as indexes into the spec's
	heads  []encode.Table // what the writer needs of each
	link   int            // column of RSS.Link in its table; -1: none
}

// RSSHead is what an RSS feed says of itself.
type RSSHead struct {
	Title       string `toml:"title"` // where the shop has no name
	Description string `toml:"description"`
	Link        string `toml:"link"`      // column whose first address says where the shop is
	Namespace   string `toml:"namespace"` // of the elements of an item
	Prefix      string `toml:"prefix"`    // of the namespace
}

// JSONHead says how the objects of a JSON file follow each other.
type JSONHead struct {
	Lines  bool   `toml:"lines"`  // one a line, with nothing around them
	Member string `toml:"member"` // the array is this member of an object
}

// XMLHead is what surrounds the products of an XML file.
type XMLHead struct {
	Root      string `toml:"root"`
	Item      string `toml:"item"` // element of a product, or of a row
	Namespace string `toml:"namespace"`
	Prefix    string `toml:"prefix"`
}

// Pictures says that local pictures go along, as JPEG files in a folder that has
// the file's name without its extension.
type Pictures struct {
	Extension string `toml:"extension"` // ".tbi"
	Max       Size   `toml:"max"`       // of one picture
}

// Column is one column and the rules of its cells.
type Column struct {
	Name         string      `toml:"name"` // where the file nests, a path such as skus[].price
	TitleZH      string      `toml:"title_zh"`
	Label        string      `toml:"label"` // for a header row {label}
	Note         string      `toml:"note"`  // for a header row {note}
	From         Source      `toml:"from"`
	Const        string      `toml:"const"`
	Hook         bool        `toml:"hook"`
	Fallback     []Source    `toml:"fallback"`
	Each         Each        `toml:"each"`
	Transforms   []Transform `toml:"transforms"`
	Default      string      `toml:"default"`
	DefaultWhen  Conditions  `toml:"default_when"`
	Type         Type        `toml:"type"`
	Tier         Tier        `toml:"tier"`
	Max          Limit       `toml:"max"`
	Min          Limit       `toml:"min"`
	Range        Range       `toml:"range"`
	Enum         []string    `toml:"enum"`
	Pattern      Pattern     `toml:"pattern"`
	Quoted       bool        `toml:"quoted"`
	On           RowPart     `toml:"on"`
	When         Conditions  `toml:"when"`
	RequiredWhen Conditions  `toml:"required_when"`
	RequiredFor  string      `toml:"required_for"` // a class
	Checks       []Check     `toml:"checks"`
	List         string      `toml:"list"`
	ListPlain    bool        `toml:"list_plain"` // parts are never quoted
	Parts        Range       `toml:"parts"`      // how many parts a list has
	Unique       bool        `toml:"unique"`
	Charset      Charset     `toml:"charset"` // instead of the spec's
	Source       string      `toml:"source"`  // where this rule was read, instead of the spec's

	Checked toml.LocalDate `toml:"checked"` // when it was read there

	own      catalog.Field     // channel.NAME.COLUMN: the product's own value
	place    string            // in the document that says it; empty: the spec does
	key      string            // the column's name among all tables
	charsets []catalog.Charset // that may lack characters of a text
	class    int               // of RequiredFor
	bare     string            // characters that the column cannot carry, as it is never quoted
	workbook bool              // a file with it is a workbook, whose cells have a limit
}

// Pattern is a regular expression (RE2) that a whole cell must match.
type Pattern struct{ *regexp.Regexp }

// AllColumns yields the columns of all tables; of columns that share a name the first.
func (s *Spec) AllColumns() iter.Seq[*Column] {
	return func(yield func(*Column) bool) {
		seen := make(map[string]bool, s.columns)
		for t := range s.Tables {
			for i := range s.Tables[t].Columns {
				c := &s.Tables[t].Columns[i]
				if !seen[c.Name] && !yield(c) {
					return
				}
				seen[c.Name] = true
			}
		}
	}
}

// ColumnCount is how many columns the tables have together.
func (s *Spec) ColumnCount() int { return s.columns }

// FileNames are the names of what a run leaves for people: the package, otherwise the
// files; of a file for each product the name with * for that of the product.
func (s *Spec) FileNames() []string {
	if s.Package != "" {
		return []string{s.Package}
	}
	names := make([]string, len(s.Files))
	for i, f := range s.Files {
		names[i] = strings.Replace(f.Name, keySign, "*", 1)
	}
	return names
}
