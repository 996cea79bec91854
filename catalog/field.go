package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// Field is the name of one thing that is known of a product: "title", "price",
// "title@zh-Hans" (of a listing), "attr.Care" (an attribute), "channel.taobao.cid".
type Field string

// The fields. A listing's field is followed by @ and the locale.
const (
	FieldHandle      Field = "handle"
	FieldTitle       Field = "title"
	FieldDescription Field = "description"
	FieldBrand       Field = "brand"
	FieldCategory    Field = "category"
	FieldType        Field = "type"
	FieldStatus      Field = "status"
	FieldTags        Field = "tags"
	FieldOption1Name Field = "option1_name"
	FieldOption2Name Field = "option2_name"
	FieldOption3Name Field = "option3_name"
	FieldOrigin      Field = "origin"
	FieldHSCode      Field = "hs_code"
	FieldMaterial    Field = "material"
	FieldNotes       Field = "notes"
	FieldURL         Field = "url"
	FieldImages      Field = "images"

	FieldSKU           Field = "sku"
	FieldGTIN          Field = "gtin"
	FieldMPN           Field = "mpn"
	FieldOption1       Field = "option1"
	FieldOption2       Field = "option2"
	FieldOption3       Field = "option3"
	FieldPrice         Field = "price"
	FieldCompare       Field = "compare_at"
	FieldCost          Field = "cost"
	FieldQuantity      Field = "quantity"
	FieldTracker       Field = "tracker"
	FieldWeight        Field = "weight"
	FieldLength        Field = "length"
	FieldWidth         Field = "width"
	FieldHeight        Field = "height"
	FieldVariantHSCode Field = "variant_hs_code"

	// Of a picture; they are reported as changes, and have no text form of their own.
	FieldImageAlt      Field = "image_alt"
	FieldImageVariants Field = "image_variants"

	// The listing's fields, without their locale.
	ListingTitle         Field = "title"
	ListingShortTitle    Field = "short_title"
	ListingSellingPoints Field = "selling_points"
	ListingDescription   Field = "description"
	ListingKeywords      Field = "keywords"
	ListingState         Field = "state"
	ListingOptions       Field = "options"
	ListingAttributes    Field = "attributes"
)

// Level says what a field belongs to.
type Level uint8

// The levels.
const (
	ProductLevel Level = iota
	VariantLevel
	ListingLevel
)

// Kind says what a field has, and so how its text is read.
type Kind uint8

// The kinds.
const (
	KindText Kind = iota
	KindHTML
	KindList
	KindMoney
	KindInteger
	KindWeight
	KindLength
	KindGTIN
	KindCountry
	KindStatus
	KindState
	KindImages
)

// FieldInfo describes a field.
type FieldInfo struct {
	Name  Field
	Level Level
	Kind  Kind
	// Max is the longest text kept, in bytes; longer ones are refused, since
	// nothing that a shop writes is longer and no marketplace takes it.
	Max int

	get func(p *Product, v *Variant) string
	// rule, where the field has one, says what is wrong with the text that a product
	// has.
	rule func(p *Product, v *Variant, text string) (Problem, bool)
	set  func(p *Product, v *Variant, text string, d Defaults) []Problem
}

// Defaults are what a text means when it does not say: a bare 12.99, a bare 340.
type Defaults struct {
	Currency   string
	WeightUnit Unit
	LengthUnit Unit
	// PictureURL is the address at which pictures that are files lie on the web, with
	// {file} for the file's name: what is read back under it is the file.
	PictureURL string
	// Mark is what texts of listings are marked with; the zero mark is a person's whose
	// name is not known.
	Mark Mark
}

// At returns the listing field f in a locale: ListingTitle.At("zh-Hans") is
// "title@zh-Hans".
func (f Field) At(l Locale) Field { return f + "@" + Field(l) }

// Locale splits "title@zh-Hans" into the listing's field and its locale.
func (f Field) Locale() (Field, Locale, bool) {
	name, tag, ok := strings.Cut(string(f), "@")
	if !ok {
		return f, "", false
	}
	l, known := ParseLocale(tag)
	return Field(name), l, known
}

// AttributeField returns the field of the attribute called key.
func AttributeField(key string) Field { return "attr." + Field(key) }

// ChannelField returns the field of a value that applies to one channel.
func ChannelField(channel, key string) Field { return Field("channel." + channel + "." + key) }

// Fields lists the fixed fields of products and variants in the order in which a
// person reads a product. Attributes, channel values and listings come on top.
func Fields() []FieldInfo { return slices.Clone(fields) }

// ListingFields lists the fields of a listing in a locale.
func ListingFields(l Locale) []FieldInfo {
	infos := make([]FieldInfo, 0, len(listingFields))
	for _, f := range listingFields {
		infos = append(infos, listingInfo(f, l))
	}
	return infos
}

// LookupField finds a field by its name, whatever its case: a fixed one, a
// listing's, an attribute's or a channel value's. The FieldInfo has the name as it
// is written here; the keys of attributes and channel values stay as they are.
func LookupField(name Field) (FieldInfo, bool) {
	if info, ok := fieldIndex[name]; ok {
		return info, true
	}
	group, rest, _ := strings.Cut(string(name), ".")
	switch strings.ToLower(group) {
	case "attr":
		return attributeInfo(rest), rest != ""
	case "channel":
		channel, key, _ := strings.Cut(rest, ".")
		return channelInfo(strings.ToLower(channel), key), channel != "" && key != ""
	}
	base, l, ok := name.Locale()
	base = Field(strings.ToLower(string(base)))
	if !ok {
		info, found := fieldIndex[base]
		return info, found && !strings.Contains(string(name), "@")
	}
	i := slices.IndexFunc(listingFields, func(f listingField) bool { return f.name == base })
	if i < 0 {
		return FieldInfo{}, false
	}
	return listingInfo(listingFields[i], l), true
}

// Get returns the field's text form; v is not used by a product's fields.
func (f FieldInfo) Get(p *Product, v *Variant) string {
	if f.Level == VariantLevel && v == nil {
		return ""
	}
	return f.get(p, v)
}

// Set reads text into the field. An empty text clears it. When a problem among
// those returned is Blocked the field was left as it was.
func (f FieldInfo) Set(p *Product, v *Variant, text string, d Defaults) []Problem {
	clean, removed := CleanText(text)
	if p, wrong := f.tooLong(clean); wrong {
		return []Problem{p}
	}
	problems := f.set(p, v, clean, d)
	if removed > 0 {
		problems = append(problems, NewProblem("control-characters", Info, f.Name, "count", strconv.Itoa(removed)))
	}
	return problems
}

func (f FieldInfo) tooLong(text string) (Problem, bool) {
	if f.Max == 0 || len(text) <= f.Max {
		return Problem{}, false
	}
	return NewProblem("text-too-long", Blocked, f.Name, "max", strconv.Itoa(f.Max), "length", strconv.Itoa(len(text))), true
}
