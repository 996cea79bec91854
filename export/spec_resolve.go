package export

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
	"tradewind.app/export/picture"
)

// nameForm is what a channel may be called: it names files and fields.
var nameForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)

// resolve checks what no single word shows and works out what follows.
func (s *Spec) resolve() error {
	if err := s.checkHead(); err != nil {
		return err
	}
	s.day = s.Checked.String()
	for i := range s.Classes {
		if err := s.Classes[i].resolve(); err != nil {
			return err
		}
	}
	if err := s.gatherTables(); err != nil {
		return err
	}
	if err := s.resolveTables(); err != nil {
		return err
	}
	s.webPictures = s.takesAddresses()
	return s.resolveFiles()
}

func (s *Spec) checkHead() error {
	if !nameForm.MatchString(s.Name) {
		return fmt.Errorf("name = %q: small letters, digits and hyphens, 32 at most", s.Name)
	}
	for key, value := range map[string]string{"title.en": s.Title["en"], "source": s.Source, "version": s.Version, "locale": s.Locale} {
		if value == "" {
			return fmt.Errorf("%s is missing", key)
		}
	}
	if s.Checked.Year == 0 {
		return errors.New("checked is missing: the day the rules were read")
	}
	if s.Currency != "" && s.Currency != ShopCurrency && !catalog.KnownCurrency(s.Currency) {
		return fmt.Errorf("currency = %q: an ISO 4217 code, or shop", s.Currency)
	}
	if s.Package != "" && (!plainName(s.Package) || path.Ext(s.Package) != ".zip") {
		return fmt.Errorf("package = %q: a plain file name that ends in .zip", s.Package)
	}
	return nil
}

func plainName(name string) bool { return name != "" && safeName(name) == name && name[0] != '.' }

// gatherTables makes a table of the short form. Rules of the spec that look at no
// columns are rules of its first table.
func (s *Spec) gatherTables() error {
	if len(s.Tables) == 0 {
		if len(s.Columns) == 0 {
			return errors.New("no columns")
		}
		s.Tables = []TableSpec{{Rows: s.Rows, Columns: s.Columns, Rules: s.Rules}}
		return nil
	}
	if len(s.Columns) > 0 {
		return errors.New("columns: where there are tables each has its own")
	}
	for _, r := range s.Rules {
		if len(r.Columns)+len(r.By) > 0 {
			return fmt.Errorf("rule %q: where there are tables its columns are in one of them", r.Check.text)
		}
	}
	s.Tables[0].Rules = slices.Concat(s.Rules, s.Tables[0].Rules)
	return nil
}

func (s *Spec) resolveTables() error {
	names := map[string]bool{}
	s.columns = 0
	for i := range s.Tables {
		t := &s.Tables[i]
		if names[t.Name] || t.Name == "" && len(s.Tables) > 1 {
			return fmt.Errorf("table %d: its name %q is empty or taken", i+1, t.Name)
		}
		names[t.Name] = true
		if t.Rows == (RowKind{}) {
			t.Rows = s.Rows
		}
		t.start = s.columns
		s.columns += len(t.Columns)
		if err := t.resolve(s, s.filesOf(i)); err != nil {
			if t.Name != "" {
				return fmt.Errorf("table %q: %w", t.Name, err)
			}
			return err
		}
	}
	return nil
}

// filesOf lists the files that a table goes into.
func (s *Spec) filesOf(table int) []*FileSpec {
	var files []*FileSpec
	for i := range s.Files {
		f := &s.Files[i]
		if len(f.Tables) == 0 || slices.Contains(f.Tables, s.Tables[table].Name) {
			files = append(files, f)
		}
	}
	return files
}

func (t *TableSpec) resolve(s *Spec, files []*FileSpec) error {
	switch {
	case t.Rows == RowKind{}:
		return errors.New("rows is missing")
	case len(t.Columns) == 0 && t.ColumnsFrom == "":
		return errors.New("no columns")
	}
	t.index = make(map[string]int, len(t.Columns))
	for i := range t.Columns {
		c := &t.Columns[i]
		if _, taken := t.index[c.Name]; taken || c.Name == "" {
			return fmt.Errorf("column %d: its name %q is empty or taken", i+1, c.Name)
		}
		t.index[c.Name] = i
		if err := c.resolve(s, t, files); err != nil {
			return fmt.Errorf("%scolumn %q: %w", c.at(), c.Name, err)
		}
	}
	for i := range t.Rules {
		if err := t.Rules[i].resolve(t); err != nil {
			return err
		}
	}
	return nil
}

// takesAddresses reports whether pictures go into the files as addresses alone.
func (s *Spec) takesAddresses() bool {
	if slices.ContainsFunc(s.Files, func(f FileSpec) bool { return f.Pictures.Extension != "" }) {
		return false
	}
	for c := range s.AllColumns() {
		if d, ok := derived[c.From.name]; ok && d.field == catalog.FieldImages {
			return true
		}
	}
	return false
}

func (c *Column) resolve(s *Spec, t *TableSpec, files []*FileSpec) error {
	if err := c.checkOrigin(); err != nil {
		return err
	}
	if err := c.checkPart(t); err != nil {
		return err
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
	c.own, c.key = catalog.ChannelField(s.Name, c.Name), c.Name
	if t.Name != "" {
		c.key = t.Name + "\n" + c.Name
	}
	if c.From.IsZero() {
		c.From.field = c.own
	}
	c.charsets = s.charsets(c, files)
	c.bare, c.workbook = "", false
	for _, f := range files {
		if !c.Quoted {
			c.bare += f.bareSigns()
		}
		c.workbook = c.workbook || f.format().binary
	}
	return nil
}

// at is the beginning of an error about the column.
func (c *Column) at() string {
	if c.place == "" {
		return ""
	}
	return c.place + ": "
}

func (c *Column) checkOrigin() error {
	origins := 0
	for _, has := range []bool{!c.From.IsZero(), c.Const != "", c.Hook} {
		if has {
			origins++
		}
	}
	switch {
	case origins > 1:
		return errors.New("has more than one of from, const and hook")
	case c.From.IsZero() && len(c.Fallback) > 0:
		return errors.New("has a fallback and no from")
	case c.Each != Each{} && (c.From.IsZero() || c.List == ""):
		return errors.New("each needs from, and list: what joins the parts")
	case c.ListPlain && c.List == "":
		return errors.New("list_plain needs list")
	case c.DefaultWhen != nil && c.Default == "":
		return errors.New("default_when needs a default")
	}
	return nil
}

// checkPart finds a column that no row of its table has. The parts that one-table specs
// have always had are taken in any table: there they are just empty.
func (c *Column) checkPart(t *TableSpec) error {
	switch {
	case (c.On == ParentPart || c.On == ChildPart) && !t.Rows.hasProducts(),
		c.On == ProductPart && !t.Rows.hasProducts() && t.Rows != ProductRows:
		return fmt.Errorf("on = %q: rows of the kind %q have no such part", c.On, t.Rows)
	case c.Each == EachVariant && c.On != ProductPart && c.On != ParentPart && t.Rows != ProductRows:
		return errors.New("each: it is for rows of products")
	}
	return nil
}

// charsets lists the character sets that may lack characters of a column's text.
func (s *Spec) charsets(c *Column, files []*FileSpec) []catalog.Charset {
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
	for _, f := range files {
		add(f.Encoding.String())
	}
	return list
}

func (s *Spec) resolveFiles() error {
	if len(s.Files) == 0 {
		return errors.New("no files")
	}
	names := map[string]bool{}
	for i := range s.Files {
		f := &s.Files[i]
		if err := f.resolve(s); err != nil {
			return fmt.Errorf("file %d (%s): %w", i+1, f.Name, err)
		}
		if name := strings.ToLower(f.Name); names[name] {
			return fmt.Errorf("file %d (%s): another has its name", i+1, f.Name)
		} else {
			names[name] = true
		}
	}
	return nil
}

// keySign is what the name of a file has in the place of a product's own name.
const keySign = "{key}"

func (f *FileSpec) resolve(s *Spec) error {
	if err := f.checkName(); err != nil {
		return err
	}
	if f.Format == (Format{}) {
		return errors.New("format is missing")
	}
	if f.Quoting == (Quoting{}) {
		f.Quoting.text = string(encode.QuoteMinimal)
	}
	format := f.format()
	switch {
	case f.Pictures.Extension != "" && (!strings.HasPrefix(f.Pictures.Extension, ".") || f.Pictures.Max == 0):
		return errors.New("pictures need an extension such as .jpg and a max such as 3 MB")
	case f.Split > 0 && (format.binary || f.Per == PerProduct):
		return errors.New("split: it is for files of text with all products")
	case format.binary && f.Encoding.String() != "utf-8":
		return fmt.Errorf("encoding: %s has none", f.Format)
	}
	if err := f.findTables(s); err != nil {
		return err
	}
	if len(f.tables) > 1 && !format.tables {
		return fmt.Errorf("%s has one table: say which by tables = [\"...\"]", f.Format)
	}
	return format.check(f, s)
}

// checkName wants a plain name; that of a file per product may be in a folder.
func (f *FileSpec) checkName() error {
	if f.Per != PerProduct {
		if !plainName(f.Name) {
			return fmt.Errorf("name = %q: a plain file name", f.Name)
		}
		return nil
	}
	folder, base, nested := strings.Cut(f.Name, "/")
	if !nested {
		base = folder
	}
	if nested && !plainName(folder) || strings.Count(base, keySign) != 1 || !plainName(strings.Replace(base, keySign, "key", 1)) {
		return fmt.Errorf("name = %q: a file per product is called such as {key}.json or items/{key}.json", f.Name)
	}
	return nil
}

// findTables notes the file's tables and what a writer needs of them.
func (f *FileSpec) findTables(s *Spec) error {
	f.tables, f.heads = nil, nil
	for _, name := range f.Tables {
		if !slices.ContainsFunc(s.Tables, func(t TableSpec) bool { return t.Name == name }) {
			return fmt.Errorf("tables: there is no table %q", name)
		}
	}
	for i := range s.Tables {
		if t := &s.Tables[i]; len(f.Tables) == 0 || slices.Contains(f.Tables, t.Name) {
			f.tables = append(f.tables, i)
			f.heads = append(f.heads, t.head(f))
		}
	}
	return nil
}

// head is what the writer of a file needs of a table.
func (t *TableSpec) head(f *FileSpec) encode.Table {
	head := encode.Table{Name: t.Name}
	for i := range t.Columns {
		c := &t.Columns[i]
		head.Fields = append(head.Fields, encode.Field{Name: c.Name, Kind: c.Type.kind(), Quoted: c.Quoted, List: c.List, Plain: c.ListPlain})
	}
	lines := t.Header
	if lines == nil {
		lines = f.Header
	}
	for _, line := range lines {
		head.Header = append(head.Header, t.headerRow(line))
	}
	return head
}

// headerRow is a row above the first product.
func (t *TableSpec) headerRow(line string) []string {
	of := headerWords[line]
	if of == nil {
		return []string{line}
	}
	row := make([]string, len(t.Columns))
	for i := range t.Columns {
		row[i] = of(&t.Columns[i])
	}
	return row
}

// headerWords are the lines of a header that have a cell for each column.
var headerWords = map[string]func(*Column) string{
	"{name}":     func(c *Column) string { return c.Name },
	"{title_zh}": func(c *Column) string { return c.TitleZH },
	"{label}":    func(c *Column) string { return c.Label },
	"{note}":     func(c *Column) string { return c.Note },
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
