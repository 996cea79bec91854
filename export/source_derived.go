package export

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// The derived sources: what a marketplace asks for that is no field of the
// catalogue but follows from some. A new one is a line here.

type derivation struct {
	field   catalog.Field
	variant bool
	read    func(*subject) (string, *catalog.Problem)
}

var derived = map[string]derivation{
	"page":           {catalog.FieldURL, false, sure(page)},                       // the product's address in the shop
	"variant-key":    {catalog.FieldSKU, true, sure(variantKey)},                  // the SKU, otherwise the variant's ID
	"product-key":    {catalog.FieldHandle, false, sure(productKey)},              // the handle, otherwise the product's ID
	"group":          {catalog.FieldHandle, false, sure(group)},                   // product-key, only where there are several variants
	"availability":   {catalog.FieldQuantity, true, sure(availability)},           // in stock, out of stock; a stock that is not known counts as in stock
	"regular-price":  {catalog.FieldPrice, true, price(true)},                     // the price before a reduction
	"sale-price":     {catalog.FieldPrice, true, price(false)},                    // the price now, only where it is reduced
	"web-image":      {catalog.FieldImages, true, sure(webImage)},                 // the variant's own picture on the web, otherwise the product's first
	"own-image":      {catalog.FieldImages, true, sure(ownImage)},                 // the variant's own picture on the web
	"more-images":    {catalog.FieldImages, true, sure(moreImages)},               // the product's other pictures on the web, a list
	"row-image":      {catalog.FieldImages, false, sure(rowImage(imageSource))},   // the picture of a row of images
	"image-position": {catalog.FieldImages, false, sure(rowImage(imagePosition))}, // its place
	"image-alt":      {catalog.FieldImages, false, sure(rowImage(imageAlt))},      // its text
	"color":          {catalog.FieldOption1, true, sure(option("color"))},         // the value of the option of that name, otherwise the attribute
	"size":           {catalog.FieldOption1, true, sure(option("size"))},          //
	"pattern":        {catalog.FieldOption1, true, sure(option("pattern"))},       //
	"material":       {catalog.FieldMaterial, true, sure(material)},               // the option of that name, otherwise the field
	"option1-name":   {catalog.FieldOption1Name, false, sure(optionName)},         // the first option's name
	"option1-value":  {catalog.FieldOption1, true, sure(optionValue)},             // its value
	"option1-values": {catalog.FieldOption1, false, sure(optionValues(0))},        // the values that variants have of the option, a list
	"option2-values": {catalog.FieldOption2, false, sure(optionValues(1))},        //
	"option3-values": {catalog.FieldOption3, false, sure(optionValues(2))},        //
	"row":            {catalog.FieldHandle, true, sure(rowKind)},                  // what the row is: parent, child, both
	"handle-or-slug": {catalog.FieldHandle, false, sure(handle)},                  // the handle, otherwise one made of the title
	"weight-unit":    {catalog.FieldWeight, true, sure(weightUnit)},               // the weight's unit where it is g, kg, oz or lb, otherwise g
	"stock-tracker":  {catalog.FieldTracker, true, sure(tracker)},                 // what counts the stock; nothing where nobody does
	"stock":          {catalog.FieldQuantity, false, sure(stock)},                 // the sum of the variants' quantities
}

// sure makes a source of a function that has nothing to complain about.
func sure(f func(*subject) string) func(*subject) (string, *catalog.Problem) {
	return func(s *subject) (string, *catalog.Problem) { return f(s), nil }
}

// page is the product's address, or the shop's pattern for addresses filled in. A
// pattern with {sku} gives each variant an address of its own.
func page(s *subject) string {
	pattern := s.opts.PageURL
	if s.product.URL != "" || pattern == "" || s.product.Handle == "" {
		return s.product.URL
	}
	sku := ""
	if s.variant != nil {
		sku = s.variant.SKU
	}
	if strings.Contains(pattern, "{sku}") && sku == "" {
		return ""
	}
	return strings.NewReplacer("{handle}", url.PathEscape(s.product.Handle), "{sku}", url.QueryEscape(sku)).Replace(pattern)
}

func variantKey(s *subject) string {
	switch {
	case s.variant == nil:
		return ""
	case s.variant.SKU != "":
		return s.variant.SKU
	}
	return string(s.variant.ID)
}

func productKey(s *subject) string {
	if s.product.Handle != "" {
		return s.product.Handle
	}
	return string(s.product.ID)
}

func group(s *subject) string {
	if len(s.product.Variants) < 2 {
		return ""
	}
	return productKey(s)
}

func availability(s *subject) string {
	if word, ok := s.product.Attribute("availability"); ok {
		return word
	}
	if s.variant != nil && !s.variant.Untracked() && s.variant.Quantity != nil && *s.variant.Quantity <= 0 {
		return "out of stock"
	}
	return "in stock"
}

// sellsBeyondStock reports whether the shop sells the product when none is left.
func (s *subject) sellsBeyondStock() bool {
	policy, _ := s.product.Attribute("continue_selling")
	return strings.EqualFold(policy, "continue")
}

// tracker is what counts a variant's stock in the shop: what a file of the shop said,
// otherwise the shop itself where a quantity is known.
func tracker(s *subject) string {
	switch {
	case s.variant == nil || s.variant.Untracked():
		return ""
	case s.variant.Tracker != "":
		return s.variant.Tracker
	case s.variant.Quantity != nil:
		return s.channel.Name()
	}
	return ""
}

// price distinguishes the two prices: a compare-at price above the price is the
// regular one, and the price is then a reduced one.
func price(regular bool) func(*subject) (string, *catalog.Problem) {
	return func(s *subject) (string, *catalog.Problem) {
		if s.variant == nil || s.variant.Price.IsZero() {
			return "", nil
		}
		now, before := s.variant.Price, s.variant.Compare
		reduced := before.Currency == now.Currency && before.Amount.GreaterThan(now.Amount)
		switch {
		case regular && reduced:
			return s.money(before.String(), catalog.FieldCompare)
		case regular || reduced:
			return s.money(now.String(), catalog.FieldPrice)
		}
		return "", nil
	}
}

func ownImage(s *subject) string {
	if s.variant == nil {
		return ""
	}
	im := s.product.ImageOf(s.variant.ID)
	if im == nil || !isWeb(s.onWeb(*im)) {
		return ""
	}
	return s.onWeb(*im)
}

// webImage is a picture that can be fetched from anywhere: the variant's own before the
// product's.
func webImage(s *subject) string {
	for _, own := range []bool{true, false} {
		for _, im := range s.product.Images {
			if at := s.onWeb(im); isWeb(at) && s.shows(im) && (len(im.Variants) > 0) == own {
				return at
			}
		}
	}
	return ""
}

// onWeb is a picture's address: its source, or for a file of this computer the
// shop's pattern for addresses of pictures filled in. Where there is no pattern
// it is the file still.
func (s *subject) onWeb(im catalog.Image) string {
	if isWeb(im.Source) || s.opts.PictureURL == "" {
		return im.Source
	}
	return catalog.FillPictureURL(s.opts.PictureURL, im.Source)
}

// moreImages leaves out the pictures of other variants: on this variant's page
// they would show what is not for sale there.
func moreImages(s *subject) string {
	main := webImage(s)
	var more []string
	for _, im := range s.product.Images {
		if at := s.onWeb(im); at != main && isWeb(at) && s.shows(im) {
			more = append(more, at)
		}
	}
	return strings.Join(more, "\n")
}

// shows reports whether a picture is of the row's variant or of the product.
func (s *subject) shows(im catalog.Image) bool {
	return len(im.Variants) == 0 || s.variant != nil && slices.Contains(im.Variants, s.variant.ID)
}

func rowImage(of func(catalog.Image) string) func(*subject) string {
	return func(s *subject) string {
		if s.image == nil {
			return ""
		}
		return of(*s.image)
	}
}

func imageSource(im catalog.Image) string   { return im.Source }
func imagePosition(im catalog.Image) string { return strconv.Itoa(im.Position) }
func imageAlt(im catalog.Image) string      { return im.Alt }

// optionWords are what the options are called that are sources.
var optionWords = map[string][]string{
	"color": {"color", "colour", "colors", "colours", "color name", "colour name", "colorway", "colourway", "color/finish", "shade", "farbe", "couleur", "colore", "cor", "颜色", "颜色分类", "顏色"},
	"size": {
		"size", "sizes", "shoe size", "shoes size", "ring size", "waist size", "us size", "uk size", "eu size", "size (us)", "size (uk)", "size (eu)", "size us", "size uk", "size eu",
		"größe", "grösse", "taille", "talla", "taglia", "tamanho", "尺码", "尺寸", "鞋码", "尺碼", "大小",
	},
	"pattern":  {"pattern", "style", "图案"},
	"material": {"material", "fabric", "材质"},
}

// OptionWords are the names that an option may have which is the source of a column:
// of color, size, pattern and material; of any other source there are none.
func OptionWords(source string) []string { return optionWords[source] }

// optionOf finds the place of the option that has one of a source's names.
func optionOf(p *catalog.Product, source string) int {
	return slices.IndexFunc(p.Options, func(name string) bool { return slices.Contains(optionWords[source], foldText(name)) })
}

// optionField is the field that such a source's text is changed by: the option where
// the product has one of that name, otherwise the attribute, or the field of its own.
func optionField(source string) func(*subject) catalog.Field {
	if optionWords[source] == nil {
		return nil
	}
	return func(s *subject) catalog.Field {
		i := optionOf(s.product, source)
		switch {
		case 0 <= i && i < len(optionFields):
			return optionFields[i]
		case source == "material":
			return catalog.FieldMaterial
		}
		return catalog.AttributeField(source)
	}
}

// option finds the value of the option that has one of the source's names, otherwise
// the attribute of that name.
func option(source string) func(*subject) string {
	names := optionWords[source]
	return func(s *subject) string {
		if i := optionOf(s.product, source); s.variant != nil && 0 <= i && i < len(s.variant.Options) {
			return s.variant.Options[i]
		}
		for _, name := range names {
			if value, ok := s.product.Attribute(name); ok {
				return value
			}
		}
		return ""
	}
}

func material(s *subject) string {
	if value := option("material")(s); value != "" {
		return value
	}
	return s.product.Material
}

func optionName(s *subject) string {
	if len(s.product.Options) == 0 {
		return ""
	}
	return s.product.Options[0]
}

func optionValue(s *subject) string {
	if s.variant == nil || len(s.product.Options) == 0 || len(s.variant.Options) == 0 {
		return ""
	}
	return s.variant.Options[0]
}

// optionValues lists the values of an option in the order of the variants, each once.
func optionValues(i int) func(*subject) string {
	return func(s *subject) string { return strings.Join(distinctValues(s.product, i), "\n") }
}

func distinctValues(p *catalog.Product, option int) []string {
	var values []string
	for i := range p.Variants {
		if options := p.Variants[i].Options; option < len(options) && options[option] != "" && !slices.Contains(values, options[option]) {
			values = append(values, options[option])
		}
	}
	return values
}

// rowKind is the row's place in its product.
func rowKind(s *subject) string {
	switch {
	case s.role == parentRow:
		return "parent"
	case s.role == childRow:
		return "child"
	}
	return "both"
}

func handle(s *subject) string {
	if s.product.Handle != "" {
		return s.product.Handle
	}
	return catalog.Slug(s.product.Title)
}

func weightUnit(s *subject) string {
	if s.variant == nil || s.variant.Weight.IsZero() {
		return ""
	}
	switch unit := s.variant.Weight.Unit; unit {
	case "g", "kg", "oz", "lb":
		return string(unit)
	}
	return "g"
}

func stock(s *subject) string {
	var sum int64
	known := false
	for _, v := range s.product.Variants {
		if v.Quantity != nil && !v.Untracked() {
			known = true
			sum += max(*v.Quantity, 0)
		}
	}
	if !known {
		return ""
	}
	return strconv.FormatInt(sum, 10)
}
