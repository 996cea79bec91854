package catalog

import (
	"slices"
	"strings"

	"github.com/google/uuid"
)

// ID is the text form of a UUIDv7: sortable by time, the same on every machine.
type ID string

// NewID returns a fresh ID. It panics only when the system has no randomness.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

// Status is whether a product is meant to be sold.
type Status string

// The states of a product. An empty status is read as active.
const (
	StatusActive   Status = "active"
	StatusDraft    Status = "draft"
	StatusArchived Status = "archived"
)

// MaxOptions is how many options (colour, size, ...) a product may have.
// Shopify and WooCommerce exports carry no more; Taobao sale attributes neither.
const MaxOptions = 3

// Product is what a shop calls one article (SPU): the texts shared by its
// variants. It is kept, compared and undone as a whole, listings included.
type Product struct {
	ID            ID             `json:"id"`
	Handle        string         `json:"handle,omitempty"`
	Title         string         `json:"title,omitempty"`
	Description   string         `json:"description,omitempty"` // HTML as the merchant wrote it
	Brand         string         `json:"brand,omitempty"`
	Category      string         `json:"category,omitempty"` // path, parts joined by " > "
	Type          string         `json:"type,omitempty"`
	Status        Status         `json:"status,omitempty"`
	Tags          []string       `json:"tags,omitempty"`
	Options       []string       `json:"options,omitempty"` // names, at most MaxOptions
	Attributes    []Attribute    `json:"attributes,omitempty"`
	Origin        string         `json:"origin,omitempty"` // ISO 3166 alpha-2
	HSCode        string         `json:"hs_code,omitempty"`
	Material      string         `json:"material,omitempty"`
	Notes         string         `json:"notes,omitempty"`
	URL           string         `json:"url,omitempty"` // the product's page in the merchant's own shop
	Variants      []Variant      `json:"variants,omitempty"`
	Images        []Image        `json:"images,omitempty"`
	Listings      []Listing      `json:"listings,omitempty"` // sorted by locale
	ChannelValues []ChannelValue `json:"channels,omitempty"` // values for one channel only, sorted by channel and key
}

// Variant is what is bought and counted (SKU).
type Variant struct {
	ID       ID       `json:"id"`
	SKU      string   `json:"sku,omitempty"`
	GTIN     string   `json:"gtin,omitempty"` // digits as they came; see ParseGTIN
	MPN      string   `json:"mpn,omitempty"`
	Options  []string `json:"options,omitempty"` // values, in the order of Product.Options
	Price    Money    `json:"price,omitzero"`
	Compare  Money    `json:"compare,omitzero"` // the price before a reduction
	Cost     Money    `json:"cost,omitzero"`
	Quantity *int64   `json:"quantity,omitempty"` // nil: not given
	Tracker  string   `json:"tracker,omitempty"`  // what counts the stock; NoTracker: nothing does; "": not given
	Weight   Measure  `json:"weight,omitzero"`
	Length   Measure  `json:"length,omitzero"`
	Width    Measure  `json:"width,omitzero"`
	Height   Measure  `json:"height,omitzero"`
	HSCode   string   `json:"hs_code,omitempty"` // overrides Product.HSCode
}

// NoTracker is the Tracker of a variant whose stock nobody counts: of digital goods,
// or of what is made when it is ordered. Its quantity then says nothing.
const NoTracker = "none"

// Untracked reports whether nobody counts the variant's stock.
func (v *Variant) Untracked() bool { return v.Tracker == NoTracker }

// Image is a picture of a product, or of some of its variants.
type Image struct {
	Source   string `json:"source"` // URL, or a file's path relative to the catalogue or absolute
	Position int    `json:"position"`
	Alt      string `json:"alt,omitempty"`
	Variants []ID   `json:"variants,omitempty"` // the variants it shows; none: the product as a whole
	Width    int    `json:"width,omitempty"`    // pixels, 0: not looked at yet
	Height   int    `json:"height,omitempty"`   // pixels
	Bytes    int64  `json:"bytes,omitempty"`
	Hash     string `json:"hash,omitempty"` // SHA-256 of the file, hex
}

// AttributeKind is the type of an attribute's value.
type AttributeKind string

// The kinds of attribute values. The zero kind is text.
const (
	TextAttribute    AttributeKind = ""
	NumberAttribute  AttributeKind = "number"
	MeasureAttribute AttributeKind = "measure"
	BoolAttribute    AttributeKind = "bool"
)

// Attribute is a named, typed property that has no field of its own.
type Attribute struct {
	Key   string        `json:"key"`
	Value string        `json:"value"`
	Kind  AttributeKind `json:"kind,omitempty"`
}

// ChannelValue is a value that applies to one channel only: its category, or a field
// that this marketplace wants different from the rest.
type ChannelValue struct {
	Channel string `json:"channel"`
	Key     string `json:"key"`
	Value   string `json:"value"`
}

// Attribute returns the value of the attribute called key, without regard to case.
// Where there is none, one that differs by blanks, hyphens or low lines only is meant:
// a sheet's "Age Group" is the age_group that marketplaces ask for.
func (p *Product) Attribute(key string) (string, bool) {
	if i := p.attributeAt(key); i >= 0 {
		return p.Attributes[i].Value, true
	}
	return "", false
}

// attributeAt is the index of the attribute that key means, -1 for none.
func (p *Product) attributeAt(key string) int {
	i := slices.IndexFunc(p.Attributes, func(a Attribute) bool { return strings.EqualFold(a.Key, key) })
	if i >= 0 || len(p.Attributes) == 0 {
		return i
	}
	plain := keySigns.Replace(key)
	return slices.IndexFunc(p.Attributes, func(a Attribute) bool { return strings.EqualFold(keySigns.Replace(a.Key), plain) })
}

var keySigns = strings.NewReplacer(" ", "", "_", "", "-", "")

// SetAttribute sets the attribute that Attribute reads by key; an empty value removes
// it.
func (p *Product) SetAttribute(key, value string) {
	i := p.attributeAt(key)
	switch {
	case i >= 0 && value == "":
		p.Attributes = slices.Delete(p.Attributes, i, i+1)
	case i >= 0:
		p.Attributes[i].Value = value
		p.Attributes[i].Kind = attributeKind(value)
	case value != "":
		p.Attributes = append(p.Attributes, Attribute{Key: key, Value: value, Kind: attributeKind(value)})
	}
}

// ChannelValue returns the product's own value for key on a channel.
func (p *Product) ChannelValue(channel, key string) (string, bool) {
	for _, c := range p.ChannelValues {
		if c.Channel == channel && c.Key == key {
			return c.Value, true
		}
	}
	return "", false
}

// SetChannelValue sets the product's own value for key on a channel; an empty
// value removes it.
func (p *Product) SetChannelValue(channel, key, value string) {
	less := func(c ChannelValue, k [2]string) int {
		if d := strings.Compare(c.Channel, k[0]); d != 0 {
			return d
		}
		return strings.Compare(c.Key, k[1])
	}
	i, found := slices.BinarySearchFunc(p.ChannelValues, [2]string{channel, key}, less)
	switch {
	case found && value == "":
		p.ChannelValues = slices.Delete(p.ChannelValues, i, i+1)
	case found:
		p.ChannelValues[i].Value = value
	case value != "":
		p.ChannelValues = slices.Insert(p.ChannelValues, i, ChannelValue{channel, key, value})
	}
}

// ImageOf returns the first picture that shows the variant, or nil.
func (p *Product) ImageOf(variant ID) *Image {
	for i := range p.Images {
		if slices.Contains(p.Images[i].Variants, variant) {
			return &p.Images[i]
		}
	}
	return nil
}

// Variant returns the variant with the SKU, or nil.
func (p *Product) Variant(sku string) *Variant {
	for i := range p.Variants {
		if p.Variants[i].SKU == sku {
			return &p.Variants[i]
		}
	}
	return nil
}

// RemoveVariant takes a variant out. A picture that showed it alone goes with it,
// otherwise the picture would come to represent the whole product.
func (p *Product) RemoveVariant(id ID) {
	p.Variants = slices.DeleteFunc(p.Variants, func(v Variant) bool { return v.ID == id })
	p.Images = slices.DeleteFunc(p.Images, func(im Image) bool { return len(im.Variants) == 1 && im.Variants[0] == id })
	for i := range p.Images {
		p.Images[i].Variants = slices.DeleteFunc(p.Images[i].Variants, func(v ID) bool { return v == id })
	}
}

// HSCodeOf returns the HS code that applies to v: its own, otherwise the product's.
func (p *Product) HSCodeOf(v *Variant) string {
	if v.HSCode != "" {
		return v.HSCode
	}
	return p.HSCode
}

// SKUs returns the variants' SKUs in order, leaving out the empty ones.
func (p *Product) SKUs() []string {
	var skus []string
	for _, v := range p.Variants {
		if v.SKU != "" {
			skus = append(skus, v.SKU)
		}
	}
	return skus
}

// Active reports whether the product is meant to be sold.
func (p *Product) Active() bool { return p.Status == "" || p.Status == StatusActive }

// Clone returns a copy that shares nothing that can be changed with p.
func (p *Product) Clone() *Product {
	c := *p
	c.Tags = slices.Clone(p.Tags)
	c.Options = slices.Clone(p.Options)
	c.Attributes = slices.Clone(p.Attributes)
	c.Images = slices.Clone(p.Images)
	for i := range c.Images {
		c.Images[i].Variants = slices.Clone(c.Images[i].Variants)
	}
	c.ChannelValues = slices.Clone(p.ChannelValues)
	c.Variants = slices.Clone(p.Variants)
	for i := range c.Variants {
		c.Variants[i].Options = slices.Clone(c.Variants[i].Options)
		if q := c.Variants[i].Quantity; q != nil {
			n := *q
			c.Variants[i].Quantity = &n
		}
	}
	c.Listings = slices.Clone(p.Listings)
	for i := range c.Listings {
		c.Listings[i] = c.Listings[i].Clone()
	}
	return &c
}
