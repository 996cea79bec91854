package export

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
	"tradewind.app/export/picture"
)

// nameForm is what a channel may be called: it names files and fields.
var nameForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)

// settle checks what no single word shows and works out what follows.
func (s *Spec) settle() error {
	if !nameForm.MatchString(s.Name) {
		return fmt.Errorf("name = %q: small letters, digits and hyphens, 32 at most", s.Name)
	}
	for key, value := range map[string]string{"title.en": s.Title["en"], "source": s.Source, "version": s.Version, "rows": s.Rows.text, "locale": s.Locale} {
		if value == "" {
			return fmt.Errorf("%s is missing", key)
		}
	}
	if s.Checked.Year == 0 {
		return errors.New("checked is missing: the day the rules were read")
	}
	s.day = s.Checked.String()
	if s.Currency != "" && s.Currency != ShopCurrency && !catalog.KnownCurrency(s.Currency) {
		return fmt.Errorf("currency = %q: an ISO 4217 code, or shop", s.Currency)
	}
	for i := range s.Classes {
		if err := s.Classes[i].settle(); err != nil {
			return err
		}
	}
	if err := s.settleColumns(); err != nil {
		return err
	}
	s.webPictures = s.takesAddresses()
	for i := range s.Rules {
		if err := s.Rules[i].settle(s); err != nil {
			return err
		}
	}
	return s.settleFiles()
}

func (s *Spec) settleColumns() error {
	if len(s.Columns) == 0 {
		return errors.New("no columns")
	}
	seen := make(map[string]bool, len(s.Columns))
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Name == "" || seen[c.Name] {
			return fmt.Errorf("column %d: its name %q is empty or taken", i+1, c.Name)
		}
		seen[c.Name] = true
		if err := c.settle(s); err != nil {
			return fmt.Errorf("column %q: %w", c.Name, err)
		}
	}
	return nil
}

// takesAddresses reports whether pictures go into the files as addresses alone.
func (s *Spec) takesAddresses() bool {
	if slices.ContainsFunc(s.Files, func(f FileSpec) bool { return f.Pictures.Extension != "" }) {
		return false
	}
	return slices.ContainsFunc(s.Columns, func(c Column) bool {
		d, ok := derived[c.From.name]
		return ok && d.field == catalog.FieldImages
	})
}

func (c *Column) settle(s *Spec) error {
	origins := 0
	for _, has := range []bool{!c.From.IsZero(), c.Const != "", c.Hook} {
		if has {
			origins++
		}
	}
	if origins > 1 {
		return errors.New("has more than one of from, const and hook")
	}
	if c.From.IsZero() && len(c.Fallback) > 0 {
		return errors.New("has a fallback and no from")
	}
	if c.Tier == (Tier{}) {
		c.Tier = Optional
	}
	if c.RequiredFor != "" {
		var err error
		if c.class, err = s.classIndex(c.RequiredFor); err != nil {
			return err
		}
	}
	c.own = catalog.ChannelField(s.Name, c.Name)
	if c.From.IsZero() {
		c.From.field = c.own
	}
	c.charsets = s.charsets(c)
	for _, f := range s.Files {
		if f.Quoting.text == string(encode.QuoteListed) && !c.Quoted {
			c.bare += "\"\r\n" + string(f.delimiter())
		}
	}
	return nil
}

// charsets lists what may not be able to hold a column's text.
func (s *Spec) charsets(c *Column) []catalog.Charset {
	var list []catalog.Charset
	add := func(name string) {
		if charset, ok := catalog.LookupCharset(name); ok && charset != catalog.UTF8 && charset != catalog.UTF16LE && !slices.Contains(list, charset) {
			list = append(list, charset)
		}
	}
	switch {
	case c.Charset == Charset{}:
		add(s.Charset.text)
	case c.Charset != AnyCharset:
		add(c.Charset.text)
	}
	for _, f := range s.Files {
		add(f.Encoding.String())
	}
	return list
}

func (s *Spec) settleFiles() error {
	if len(s.Files) == 0 {
		return errors.New("no files")
	}
	for i := range s.Files {
		if err := s.Files[i].settle(s); err != nil {
			return fmt.Errorf("file %d (%s): %w", i+1, s.Files[i].Name, err)
		}
	}
	return nil
}

func (f *FileSpec) settle(s *Spec) error {
	if f.Name == "" || safeName(f.Name) != f.Name || strings.HasPrefix(f.Name, ".") {
		return fmt.Errorf("name = %q: a plain file name", f.Name)
	}
	if f.Format == (Format{}) {
		return errors.New("format is missing")
	}
	if f.Format == RSS && f.Encoding.String() != "utf-8" {
		return errors.New("rss-xml is written in utf-8")
	}
	if f.Quoting == (Quoting{}) {
		f.Quoting.text = string(encode.QuoteMinimal)
	}
	if f.Pictures.Extension != "" && (!strings.HasPrefix(f.Pictures.Extension, ".") || f.Pictures.Max == 0) {
		return errors.New("pictures need an extension such as .jpg and a max such as 3 MB")
	}
	f.dialect = f.tableDialect(s.Columns)
	return nil
}

func (f *FileSpec) tableDialect(columns []Column) encode.Dialect {
	d := encode.Dialect{Delimiter: f.delimiter(), Newline: f.Newline.bytes(), Quoting: encode.Quoting(f.Quoting.text)}
	for _, c := range columns {
		d.Quoted = append(d.Quoted, c.Quoted)
	}
	return d
}

func (f *FileSpec) delimiter() byte {
	if f.Format == TSV {
		return '\t'
	}
	return ','
}

// pictureLimit is the size that a picture may have in every file that carries it.
func (s *Spec) pictureLimit() Size {
	least := Size(picture.MaxBytes)
	for _, f := range s.Files {
		if f.Pictures.Max > 0 {
			least = min(least, f.Pictures.Max)
		}
	}
	return least
}
