package export

import (
	"regexp"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Spec is a marketplace as a table. It is made by ParseSpec and not changed after.
type Spec struct {
	Name       string            `toml:"name"`
	Title      map[string]string `toml:"title"` // by locale: "en", "zh-Hans"
	Market     string            `toml:"market"`
	Locale     string            `toml:"locale"`
	Currency   string            `toml:"currency"`
	Source     string            `toml:"source"`  // where the rules were read
	Checked    toml.LocalDate    `toml:"checked"` // when they were read
	Version    string            `toml:"version"`
	Rows       RowKind           `toml:"rows"`
	Charset    Charset           `toml:"charset"`
	OnlyActive bool              `toml:"only_active"`
	About      map[string]string `toml:"about"` // by locale: what the file is, for who chooses it
	Classes    []Class           `toml:"classes"`
	Rules      []Rule            `toml:"rules"`
	Files      []FileSpec        `toml:"files"`
	Columns    []Column          `toml:"columns"`

	day         string // Checked as it is told
	webPictures bool   // it takes addresses of pictures, and no files
}

// ShopCurrency is the currency of a spec whose prices name none: they are the shop's.
const ShopCurrency = "shop"

// FileSpec is one file of a feed. All files of a feed carry the same rows.
type FileSpec struct {
	Name     string         `toml:"name"`
	Format   Format         `toml:"format"`
	Encoding Encoding       `toml:"encoding"`
	Newline  Newline        `toml:"newline"`
	Quoting  Quoting        `toml:"quoting"`
	Header   []string       `toml:"header"`
	Split    Size           `toml:"split"` // 0: never
	RSS      RSSHead        `toml:"rss"`
	Pictures Pictures       `toml:"pictures"`
	dialect  encode.Dialect // of a table
}

// RSSHead is what an RSS feed says of itself. Its link is the shop's.
type RSSHead struct {
	Title       string `toml:"title"`
	Description string `toml:"description"`
}

// Pictures says that local pictures go along, as JPEG files in a folder that has
// the file's name without its extension.
type Pictures struct {
	Extension string `toml:"extension"` // ".tbi"
	Max       Size   `toml:"max"`       // of one picture
}

// Column is one column and the rules of its cells.
type Column struct {
	Name         string      `toml:"name"`
	TitleZH      string      `toml:"title_zh"`
	From         Source      `toml:"from"`
	Const        string      `toml:"const"`
	Hook         bool        `toml:"hook"`
	Fallback     []Source    `toml:"fallback"`
	Transforms   []Transform `toml:"transforms"`
	Default      string      `toml:"default"`
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
	Parts        Range       `toml:"parts"` // how many parts a list has
	Unique       bool        `toml:"unique"`
	Charset      Charset     `toml:"charset"` // instead of the spec's
	Source       string      `toml:"source"`  // where this rule was read, instead of the spec's

	Checked toml.LocalDate `toml:"checked"` // when it was read there

	own      catalog.Field     // channel.NAME.COLUMN: the product's own value
	charsets []catalog.Charset // that may not hold every text
	class    int               // of RequiredFor
	bare     string            // characters that the column cannot carry, as it is never quoted
}

// Pattern is a regular expression (RE2) that a whole cell must match.
type Pattern struct{ *regexp.Regexp }
