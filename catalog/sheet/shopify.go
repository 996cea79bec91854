package sheet

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// shopifyTable has the columns of Shopify's product CSV, under the header of
// exports up to 2024 and under that of the newer template (Shopify help, product
// CSV files; its template as of 2026-11). Attributes have the keys that our own
// feed writes them from.
var shopifyTable = layoutTable{
	fields: map[string]catalog.Field{
		"handle": catalog.FieldHandle, "urlhandle": catalog.FieldHandle, "title": catalog.FieldTitle,
		"bodyhtml": catalog.FieldDescription, "description": catalog.FieldDescription, "vendor": catalog.FieldBrand,
		"productcategory": catalog.FieldCategory, "standardizedproductcategory": catalog.FieldCategory, "standardproductcategory": catalog.FieldCategory, "standardizedproducttype": catalog.FieldCategory,
		"type": catalog.FieldType, "customproducttype": catalog.FieldType, "tags": catalog.FieldTags,
		"published": Published, "publishedononlinestore": Published, "status": catalog.FieldStatus,

		"option1name": catalog.FieldOption1Name, "option2name": catalog.FieldOption2Name, "option3name": catalog.FieldOption3Name,
		"option1value": catalog.FieldOption1, "option2value": catalog.FieldOption2, "option3value": catalog.FieldOption3,
		"sku": catalog.FieldSKU, "variantsku": catalog.FieldSKU, "barcode": catalog.FieldGTIN, "variantbarcode": catalog.FieldGTIN,
		"price": catalog.FieldPrice, "variantprice": catalog.FieldPrice, "compareatprice": catalog.FieldCompare, "variantcompareatprice": catalog.FieldCompare,
		"costperitem": catalog.FieldCost, "inventoryquantity": catalog.FieldQuantity, "variantinventoryqty": catalog.FieldQuantity,
		"weightvaluegrams": catalog.FieldWeight, "variantgrams": catalog.FieldWeight, "weightunitfordisplay": WeightUnit, "variantweightunit": WeightUnit,
		"imagesrc": catalog.FieldImages, "productimageurl": catalog.FieldImages, "imageposition": ImagePosition, "imagealttext": ImageAlt,
		"variantimage": VariantImage, "variantimageurl": VariantImage,
		"googleshoppingmpn": catalog.FieldMPN, "googleshoppingmanufacturerpartnumbermpn": catalog.FieldMPN,

		"chargetax": "attr.charge_tax", "varianttaxable": "attr.charge_tax", "taxcode": "attr.tax_code", "varianttaxcode": "attr.tax_code",
		"unitpricetotalmeasure": "attr.unit_price_total_measure", "unitpricetotalmeasureunit": "attr.unit_price_total_measure_unit",
		"unitpricebasemeasure": "attr.unit_price_base_measure", "unitpricebasemeasureunit": "attr.unit_price_base_measure_unit",
		"continuesellingwhenoutofstock": "attr.continue_selling", "variantinventorypolicy": "attr.continue_selling",
		"requiresshipping": "attr.requires_shipping", "variantrequiresshipping": "attr.requires_shipping",
		"fulfillmentservice": "attr.fulfillment_service", "variantfulfillmentservice": "attr.fulfillment_service", "giftcard": "attr.gift_card",
		"seotitle": "attr.seo_title", "seodescription": "attr.seo_description",
		"googleshoppinggoogleproductcategory": "attr.google_product_category", "googleshoppinggender": "attr.gender", "googleshoppingagegroup": "attr.age_group",
		"googleshoppingadgroupname": "attr.ad_group_name", "googleshoppingadwordsgrouping": "attr.ad_group_name",
		"googleshoppingadslabels": "attr.ads_labels", "googleshoppingadwordslabels": "attr.ads_labels",
		"googleshoppingcondition": "attr.condition", "googleshoppingcustomproduct": "attr.custom_product",
		"googleshoppingcustomlabel0": "attr.custom_label_0", "googleshoppingcustomlabel1": "attr.custom_label_1", "googleshoppingcustomlabel2": "attr.custom_label_2",
		"googleshoppingcustomlabel3": "attr.custom_label_3", "googleshoppingcustomlabel4": "attr.custom_label_4",
	},
	ignored:   set("inventory tracker, variant inventory tracker"),
	attribute: metafield,
}

// shopifyDefaults are what Shopify fills in itself. A product that has these has
// nothing of its own to keep, and a feed of ours writes them without being told.
var shopifyDefaults = map[catalog.Field]string{
	"attr.charge_tax": "true", "attr.requires_shipping": "true", "attr.gift_card": "false", "attr.continue_selling": "deny", "attr.fulfillment_service": "manual",
}

// metafield names the attribute of a metafield's column by the metafield's key:
// "Color (product.metafields.shopify.color-pattern)" is color-pattern.
func metafield(c *Column) string {
	_, path, ok := strings.Cut(c.Header, ".metafields.")
	if !ok {
		return ""
	}
	path, _, _ = strings.Cut(path, ")")
	return path[strings.LastIndexByte(path, '.')+1:]
}

// shopify is the layout of Shopify's CSV: the rows of a handle stand together,
// the first has the product's texts, each row may have a variant, a picture, or
// both. A product without options has the option Title with the value Default
// Title.
type shopify struct {
	run    *run
	open   *builder
	handle string
}

func (s *shopify) add(l *line) {
	handle := l.text(catalog.FieldHandle)
	if s.open == nil || handle != "" && handle != s.handle {
		s.flush()
		s.open, s.handle = newBuilder(l), handle
	}
	b := s.open
	b.begin(l)
	s.published(l)
	s.product(l)
	if l.isVariant() {
		l.dropZeroWeight()
		l.shopifyWeight()
		b.shopifyVariant(l)
	}
}

func (s *shopify) flush() {
	if s.open != nil {
		s.run.emit(s.open.finish())
		s.open = nil
	}
}

// isVariant reports whether a line has anything that is a variant's own.
func (l *line) isVariant() bool {
	for i := range l.values {
		if c := l.values[i].column; !c.role && c.info.Level == catalog.VariantLevel {
			return true
		}
	}
	return false
}

// product takes the texts of a line that are the product's. They stand on its
// first line; attributes that Shopify has per variant may stand on any.
func (s *shopify) product(l *line) {
	alt := l.text(ImageAlt)
	for i := range l.values {
		v := &l.values[i]
		switch {
		case v.column.role, v.column.info.Level == catalog.VariantLevel, v.column.isOptionName():
		case v.Field == catalog.FieldImages:
			s.open.picture(v.Text, alt, l.text(ImagePosition), v.Place)
		case strings.EqualFold(v.Text, shopifyDefaults[v.Field]):
		default:
			s.open.set(v.Field, truthText(v.Text), v.Place)
		}
	}
}

// truthText writes true and false as our own feed does, so that a file comes back
// as it went.
func truthText(text string) string {
	if strings.EqualFold(text, "true") || strings.EqualFold(text, "false") {
		return strings.ToUpper(text)
	}
	return text
}

// published reads the older of the two columns that tell whether a product is
// sold. Beside a status it tells only that the online store does not show it.
func (s *shopify) published(l *line) {
	v, ok := l.at(Published)
	status := l.text(catalog.FieldStatus)
	switch {
	case !ok:
	case s.run.mapping.Column(catalog.FieldStatus) == nil:
		s.open.set(catalog.FieldStatus, v.Text, v.Place)
	case strings.EqualFold(status, "active") && strings.EqualFold(v.Text, "false"):
		s.open.set(catalog.AttributeField("published"), "FALSE", v.Place)
	}
}

// shopifyVariant adds a variant with its options in the columns that they have.
func (b *builder) shopifyVariant(l *line) {
	for i, f := range optionNameFields {
		value, named := l.text(optionFields[i]), l.text(f)
		if value == "" || value == "Default Title" && (named == "Title" || named == "") {
			continue
		}
		for len(b.options) <= i {
			b.options = append(b.options, option{})
		}
		if o, ok := l.at(f); ok && b.options[i].name == "" {
			b.options[i] = option{o.Text, o.Place}
		}
	}
	v := catalog.VariantDraft{Place: l.place, Image: l.text(VariantImage)}
	for i := range l.values {
		value := &l.values[i]
		switch {
		case value.column.role || value.column.info.Level != catalog.VariantLevel:
		case value.column.isOption() && optionNumber(value.Field) >= len(b.options):
		default:
			b.variantText(&v, value)
		}
	}
	b.clearVariant(&v, l)
	b.draft.Variants = append(b.draft.Variants, v)
}

// shopifyWeight gives the weight back the unit in which the merchant reads it.
// The file has whole grams and the name of that unit; 340 g of 12 oz were 12 oz,
// not 11.99.
func (l *line) shopifyWeight() {
	unit, _ := catalog.LookupUnit(l.text(WeightUnit))
	for i := range l.values {
		v := &l.values[i]
		if v.Field != catalog.FieldWeight {
			continue
		}
		if grams, err := catalog.ParseDecimal(strings.TrimSuffix(v.Text, " g")); err == nil {
			v.Text, v.WholeGrams = displayWeight(grams, unit).String(), true
		}
	}
}

// dropZeroWeight takes out a weight of 0, by which shop systems say that none is
// known.
func (l *line) dropZeroWeight() {
	l.values = slices.DeleteFunc(l.values, func(v value) bool {
		digits, _, _ := strings.Cut(v.Text, " ")
		return v.Field == catalog.FieldWeight && strings.Trim(digits, "0.") == ""
	})
}

// displayWeight is the weight with the fewest decimals in a unit that is the same
// number of whole grams.
func displayWeight(grams decimal.Decimal, unit catalog.Unit) catalog.Measure {
	m := catalog.Measure{Value: grams, Unit: "g"}
	exact, ok := m.In(unit)
	if !ok {
		return m
	}
	for places := range int32(4) {
		shown := catalog.Measure{Value: exact.Round(places), Unit: unit}
		if back, _ := shown.In("g"); back.Round(0).Equal(grams.Round(0)) {
			return shown
		}
	}
	return m
}
