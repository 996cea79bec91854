package catalog

import (
	"fmt"
	"strconv"
	"strings"
)

// How long a text may be, in bytes. A description of a marketplace has at most
// 25,000 characters (taobao.item.add); ten times that is somebody's whole page.
const (
	maxCode = 255
	maxLine = 4 << 10
	maxText = 256 << 10
)

// fields is the registry: one line per field, and only here.
var fields = []FieldInfo{
	text(FieldHandle, maxCode, func(p *Product) *string { return &p.Handle }),
	text(FieldTitle, maxLine, func(p *Product) *string { return &p.Title }),
	html(FieldDescription, func(p *Product) *string { return &p.Description }),
	text(FieldBrand, maxLine, func(p *Product) *string { return &p.Brand }),
	category(),
	text(FieldType, maxLine, func(p *Product) *string { return &p.Type }),
	status(),
	list(FieldTags, func(p *Product) *[]string { return &p.Tags }),
	optionName(FieldOption1Name, 0), optionName(FieldOption2Name, 1), optionName(FieldOption3Name, 2),
	country(),
	text(FieldHSCode, maxCode, func(p *Product) *string { return &p.HSCode }),
	text(FieldMaterial, maxLine, func(p *Product) *string { return &p.Material }),
	text(FieldNotes, maxText, func(p *Product) *string { return &p.Notes }),
	text(FieldURL, maxLine, func(p *Product) *string { return &p.URL }),
	images(),

	variantText(FieldSKU, func(v *Variant) *string { return &v.SKU }),
	gtin(),
	variantText(FieldMPN, func(v *Variant) *string { return &v.MPN }),
	optionValue(FieldOption1, 0), optionValue(FieldOption2, 1), optionValue(FieldOption3, 2),
	money(FieldPrice, func(v *Variant) *Money { return &v.Price }),
	money(FieldCompare, func(v *Variant) *Money { return &v.Compare }),
	money(FieldCost, func(v *Variant) *Money { return &v.Cost }),
	quantity(),
	variantText(FieldTracker, func(v *Variant) *string { return &v.Tracker }),
	measure(FieldWeight, KindWeight, func(v *Variant) *Measure { return &v.Weight }),
	measure(FieldLength, KindLength, func(v *Variant) *Measure { return &v.Length }),
	measure(FieldWidth, KindLength, func(v *Variant) *Measure { return &v.Width }),
	measure(FieldHeight, KindLength, func(v *Variant) *Measure { return &v.Height }),
	variantText(FieldVariantHSCode, func(v *Variant) *string { return &v.HSCode }),
}

var fieldIndex = func() map[Field]FieldInfo {
	index := make(map[Field]FieldInfo, len(fields))
	for _, f := range fields {
		index[f.Name] = f
	}
	return index
}()

func text(name Field, most int, at func(*Product) *string) FieldInfo {
	return FieldInfo{
		Name: name, Kind: KindText, Max: most,
		get: func(p *Product, _ *Variant) string { return *at(p) },
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			*at(p) = s
			return nil
		},
	}
}

func html(name Field, at func(*Product) *string) FieldInfo {
	f := text(name, maxText, at)
	f.Kind = KindHTML
	return f
}

func variantText(name Field, at func(*Variant) *string) FieldInfo {
	return FieldInfo{
		Name: name, Level: VariantLevel, Kind: KindText, Max: maxCode,
		get: func(_ *Product, v *Variant) string { return *at(v) },
		set: func(_ *Product, v *Variant, s string, _ Defaults) []Problem {
			*at(v) = s
			return nil
		},
	}
}

func list(name Field, at func(*Product) *[]string) FieldInfo {
	return FieldInfo{
		Name: name, Kind: KindList, Max: maxText,
		get: func(p *Product, _ *Variant) string { return strings.Join(*at(p), listSeparator) },
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			*at(p) = SplitList(s)
			return nil
		},
	}
}

// category keeps a path in one form whatever the source's separator was.
func category() FieldInfo {
	f := text(FieldCategory, maxLine, func(p *Product) *string { return &p.Category })
	f.set = func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
		p.Category = CategoryPath(s)
		return nil
	}
	return f
}

// CategoryPath joins the parts of a category with " > ".
func CategoryPath(s string) string {
	parts := strings.Split(s, ">")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, " > ")
}

func status() FieldInfo {
	return FieldInfo{
		Name: FieldStatus, Kind: KindStatus, Max: maxCode,
		get: func(p *Product, _ *Variant) string { return string(p.Status) },
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			word := strings.ToLower(s)
			if st, ok := withdrawnWords[word]; ok {
				p.Status = st
				return []Problem{NewProblem("status-assumed", Warning, FieldStatus, "value", s, "status", string(st))}
			}
			st, ok := statusWords[word]
			if !ok {
				return []Problem{NewProblem("status-unknown", Warning, FieldStatus, "value", s)}
			}
			p.Status = st
			return nil
		},
	}
}

// statusWords are what shop systems write; 1, 0 and -1 are WooCommerce's.
var statusWords = map[string]Status{
	"": "", "active": StatusActive, "draft": StatusDraft, "archived": StatusArchived,
	"true": StatusActive, "false": StatusDraft, "yes": StatusActive, "no": StatusDraft,
	"1": StatusActive, "0": StatusDraft, "-1": StatusDraft, "2": StatusDraft, "published": StatusActive, "publish": StatusActive, "private": StatusDraft,
	"enabled": StatusActive, "disabled": StatusDraft, "unlisted": StatusDraft,
	"on": StatusActive, "off": StatusDraft, "y": StatusActive, "n": StatusDraft, "t": StatusActive, "f": StatusDraft,
	"上架": StatusActive, "在售": StatusActive, "下架": StatusArchived, "仓库中": StatusDraft, "启用": StatusActive, "停用": StatusArchived,
}

// withdrawnWords say that a product is not on sale, in words that no shop system defines.
// What they are read as is reported; left unread, they would put the product on sale.
var withdrawnWords = map[string]Status{
	"hidden": StatusDraft, "inactive": StatusDraft, "offline": StatusDraft, "unpublished": StatusDraft, "not published": StatusDraft,
	"unavailable": StatusDraft, "not for sale": StatusDraft, "pending": StatusDraft, "pending review": StatusDraft, "paused": StatusDraft, "suspended": StatusDraft,
	"discontinued": StatusArchived, "retired": StatusArchived, "obsolete": StatusArchived, "deleted": StatusArchived, "trash": StatusArchived, "delisted": StatusArchived,
	"停产": StatusArchived, "隐藏": StatusDraft, "未上架": StatusDraft, "已下架": StatusArchived, "草稿": StatusDraft,
}

func country() FieldInfo {
	f := text(FieldOrigin, maxCode, func(p *Product) *string { return &p.Origin })
	f.Kind = KindCountry
	f.set = func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
		code, ok := ParseCountry(s)
		p.Origin = code
		if !ok && s != "" {
			p.Origin = s
			return []Problem{NewProblem("country-unknown", Warning, FieldOrigin, "value", s)}
		}
		return nil
	}
	return f
}

// optionAt reads the i-th of a list that may be shorter.
func optionAt(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// setOption writes the i-th and keeps no empty ends.
func setOption(list []string, i int, s string) []string {
	for len(list) <= i {
		list = append(list, "")
	}
	list[i] = s
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func optionName(name Field, i int) FieldInfo {
	return FieldInfo{
		Name: name, Kind: KindText, Max: maxCode,
		get: func(p *Product, _ *Variant) string { return optionAt(p.Options, i) },
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			p.Options = setOption(p.Options, i, s)
			return nil
		},
	}
}

func optionValue(name Field, i int) FieldInfo {
	return FieldInfo{
		Name: name, Level: VariantLevel, Kind: KindText, Max: maxLine,
		get: func(_ *Product, v *Variant) string { return optionAt(v.Options, i) },
		set: func(_ *Product, v *Variant, s string, _ Defaults) []Problem {
			v.Options = setOption(v.Options, i, s)
			return nil
		},
	}
}

// gtin keeps a wrong code as it came: it is the merchant's, and it is reported.
func gtin() FieldInfo {
	f := variantText(FieldGTIN, func(v *Variant) *string { return &v.GTIN })
	f.Kind = KindGTIN
	f.set = func(_ *Product, v *Variant, s string, _ Defaults) []Problem {
		if s == "" {
			v.GTIN = ""
			return nil
		}
		code, err := ParseGTIN(s)
		if p, wrong := GTINProblem(s, err); wrong {
			v.GTIN = s
			return []Problem{p}
		}
		v.GTIN = code
		return nil
	}
	return f
}

func money(name Field, at func(*Variant) *Money) FieldInfo {
	return FieldInfo{
		Name: name, Level: VariantLevel, Kind: KindMoney, Max: maxCode,
		get: func(_ *Product, v *Variant) string { return at(v).String() },
		rule: func(_ *Product, v *Variant, s string) (Problem, bool) {
			return negative(name, *at(v), s)
		},
		set: func(_ *Product, v *Variant, s string, d Defaults) []Problem {
			if s == "" {
				*at(v) = Money{}
				return nil
			}
			m, err := ParseMoney(s, d.Currency)
			if err != nil {
				return []Problem{NewProblem("price-unreadable", Blocked, name, "value", s)}
			}
			if p, wrong := negative(name, m, s); wrong {
				return []Problem{p}
			}
			*at(v) = m
			return nil
		},
	}
}

// negative: nothing costs less than nothing.
func negative(name Field, m Money, text string) (Problem, bool) {
	if !m.Amount.IsNegative() {
		return Problem{}, false
	}
	return NewProblem("price-negative", Blocked, name, "value", text), true
}

func quantity() FieldInfo {
	return FieldInfo{
		Name: FieldQuantity, Level: VariantLevel, Kind: KindInteger, Max: maxCode,
		get: func(_ *Product, v *Variant) string {
			if v.Quantity == nil {
				return ""
			}
			return strconv.FormatInt(*v.Quantity, 10)
		},
		set: func(_ *Product, v *Variant, s string, _ Defaults) []Problem {
			if s == "" {
				v.Quantity = nil
				return nil
			}
			n, err := parseCount(s)
			if err != nil {
				return []Problem{NewProblem("quantity-unreadable", Blocked, FieldQuantity, "value", s)}
			}
			v.Quantity = &n
			if n < 0 {
				return []Problem{NewProblem("quantity-negative", Warning, FieldQuantity, "value", s)}
			}
			return nil
		},
	}
}

// parseCount reads a whole number; "12.0" is one, "1.5" is not.
func parseCount(s string) (int64, error) {
	d, err := ParseDecimal(s)
	if err != nil {
		return 0, err
	}
	if !d.IsInteger() || len(d.String()) > 15 {
		return 0, fmt.Errorf("%q: %w", s, ErrNoNumber)
	}
	return d.IntPart(), nil
}

func measure(name Field, kind Kind, at func(*Variant) *Measure) FieldInfo {
	return FieldInfo{
		Name: name, Level: VariantLevel, Kind: kind, Max: maxCode,
		get: func(_ *Product, v *Variant) string { return at(v).String() },
		set: func(_ *Product, v *Variant, s string, d Defaults) []Problem {
			if s == "" {
				*at(v) = Measure{}
				return nil
			}
			fallback := d.WeightUnit
			if kind == KindLength {
				fallback = d.LengthUnit
			}
			m, err := ParseMeasure(s, fallback)
			if err != nil {
				return []Problem{NewProblem("measure-unreadable", Blocked, name, "value", s)}
			}
			if m.Unit.Dimension() != kind.dimension() {
				return []Problem{NewProblem("measure-of-another-kind", Blocked, name, "value", s)}
			}
			*at(v) = m
			return nil
		},
	}
}

// dimension is what the numbers of a kind measure.
func (k Kind) dimension() Dimension {
	if k == KindLength {
		return Length
	}
	return Mass
}

func images() FieldInfo {
	return FieldInfo{
		Name: FieldImages, Kind: KindImages, Max: maxText,
		get: func(p *Product, _ *Variant) string {
			var sources []string
			for _, im := range p.Images {
				sources = append(sources, im.Source)
			}
			return strings.Join(sources, listSeparator)
		},
		set: func(p *Product, _ *Variant, s string, _ Defaults) []Problem {
			p.SetImages(SplitList(s))
			return nil
		},
	}
}

// SetImages makes the product's images the ones named, in that order. What is
// known of an image that stays (its alt text, variant, size) is kept.
func (p *Product) SetImages(sources []string) {
	known := make(map[string]Image, len(p.Images))
	for _, im := range p.Images {
		known[im.Source] = im
	}
	p.Images = nil
	for i, source := range sources {
		im, ok := known[source]
		if !ok {
			im = Image{Source: source}
		}
		im.Position = i + 1
		p.Images = append(p.Images, im)
	}
}
