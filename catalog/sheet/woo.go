package sheet

import (
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// wooTable has the columns of WooCommerce's product CSV (its exporter's schema,
// 2017 to 2026). Measures stand in the shop's unit, which the header names.
var wooTable = layoutTable{fields: wooFields(), ignored: wooIgnored(), attribute: wooMeta}

func wooFields() map[string]catalog.Field {
	fields := map[string]catalog.Field{
		"id": RowID, "type": RowKind, "sku": catalog.FieldSKU, "name": catalog.FieldTitle, "published": catalog.FieldStatus,
		"shortdescription": "attr.short_description", "description": catalog.FieldDescription, "stock": catalog.FieldQuantity,
		"saleprice": SalePrice, "regularprice": catalog.FieldPrice, "categories": catalog.FieldCategory, "tags": catalog.FieldTags,
		"images": catalog.FieldImages, "parent": Group, "externalurl": catalog.FieldURL, "brands": catalog.FieldBrand, "brand": catalog.FieldBrand,
		"gtinupceanorisbn": catalog.FieldGTIN, "globaluniqueid": catalog.FieldGTIN, "commoditycode": catalog.FieldHSCode, "hscode": catalog.FieldHSCode,
		"countryoforigin": catalog.FieldOrigin, "costofgoods": catalog.FieldCost, "shippingclass": "attr.shipping_class",
		"purchasenote": "attr.purchase_note", "groupedproducts": "attr.grouped_products", "datesalepricestarts": "attr.sale_starts", "datesalepriceends": "attr.sale_ends",
	}
	for _, unit := range []string{"", "kg", "g", "lbs", "oz"} {
		fields["weight"+unit] = catalog.FieldWeight
	}
	for _, unit := range []string{"", "m", "cm", "mm", "in", "yd"} {
		fields["length"+unit], fields["width"+unit], fields["height"+unit] = catalog.FieldLength, catalog.FieldWidth, catalog.FieldHeight
	}
	for n := 1; n <= wooAttributes; n++ {
		fields["attribute"+itoa(n)+"name"], fields["attribute"+itoa(n)+"values"] = wooName(n), wooValues(n)
	}
	return fields
}

func wooIgnored() map[string]bool {
	ignored := set("is featured, visibility in catalog, tax status, tax class, in stock, low stock amount, backorders allowed, sold individually, allow customer reviews, download limit, download expiry days, upsells, cross sells, button text, position")
	for n := 1; n <= wooAttributes; n++ {
		for _, part := range []string{"attribute% visible", "attribute% global", "attribute% default", "download% name", "download% url", "download% id"} {
			ignored[strings.ReplaceAll(strings.ReplaceAll(part, "%", itoa(n)), " ", "")] = true
		}
	}
	return ignored
}

// wooMeta names the attribute of a "Meta: key" column.
func wooMeta(c *Column) string {
	if key, ok := strings.CutPrefix(c.Header, "Meta:"); ok {
		return strings.TrimLeft(strings.TrimSpace(key), "_")
	}
	return ""
}

// wooAttributes is how many attributes a product may have in the file.
const wooAttributes = 20

func wooName(n int) catalog.Field   { return catalog.Field("attribute_" + itoa(n) + "_name") }
func wooValues(n int) catalog.Field { return catalog.Field("attribute_" + itoa(n) + "_values") }

// wooAttribute tells which attribute a column has the name or the values of.
func wooAttribute(f catalog.Field) (n int, values, ok bool) {
	rest, ok := strings.CutPrefix(string(f), "attribute_")
	number, part, _ := strings.Cut(rest, "_")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 1 || n > wooAttributes || part != "name" && part != "values" {
		return 0, false, false
	}
	return n, part == "values", true
}

// attribute is one of the attributes of a line.
type attribute struct {
	name, values string
	place        catalog.Place
}

// attributes lists the attributes of a line that have a name and values.
func (l *line) attributes() []attribute {
	var all []attribute
	for i := range l.values {
		n, values, ok := wooAttribute(l.values[i].Field)
		if !ok || !values {
			continue
		}
		if name := l.text(wooName(n)); name != "" {
			all = append(all, attribute{name, l.values[i].Text, l.values[i].Place})
		}
	}
	return all
}
