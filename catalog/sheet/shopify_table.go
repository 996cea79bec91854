package sheet

import "tradewind.app/catalog"

// shopifyTable has the columns of Shopify's product CSV, under the header of
// exports up to 2024 and under that of the newer template (Shopify help, product
// CSV files; its template as of 2026-11). Attributes have the keys that our own
// feed writes them from.
var shopifyTable = layoutTable{
	fields: columnTable(`
		handle       = Handle | URL handle
		title        = Title
		description  = Body (HTML) | Description
		brand        = Vendor
		category     = Product category | Standardized product category | Standard product category | Standardized product type
		type         = Type | Custom product type
		tags         = Tags
		published    = Published | Published on online store
		status       = Status
		option1_name = Option1 name
		option2_name = Option2 name
		option3_name = Option3 name
		option1      = Option1 value
		option2      = Option2 value
		option3      = Option3 value

		sku           = Variant SKU | SKU
		gtin          = Variant barcode | Barcode
		mpn           = Google Shopping / MPN | Google Shopping / Manufacturer part number (MPN)
		price         = Variant price | Price
		compare_at    = Variant compare at price | Compare-at price
		cost          = Cost per item
		quantity      = Variant inventory qty | Inventory quantity
		tracker       = Variant inventory tracker | Inventory tracker
		weight        = Variant grams | Weight value (grams)
		weight_unit   = Variant weight unit | Weight unit for display
		images         = Image src | Product image URL
		image_position = Image position
		image_alt      = Image alt text
		variant_image  = Variant image | Variant image URL

		attr.charge_tax          = Variant taxable | Charge tax
		attr.tax_code            = Variant tax code | Tax code
		attr.continue_selling    = Variant inventory policy | Continue selling when out of stock
		attr.requires_shipping   = Variant requires shipping | Requires shipping
		attr.fulfillment_service = Variant fulfillment service | Fulfillment service
		attr.gift_card           = Gift card
		attr.unit_price_total_measure      = Unit price total measure
		attr.unit_price_total_measure_unit = Unit price total measure unit
		attr.unit_price_base_measure       = Unit price base measure
		attr.unit_price_base_measure_unit  = Unit price base measure unit

		attr.seo_title       = SEO title
		attr.seo_description = SEO description
		attr.google_product_category = Google Shopping / Google product category
		attr.gender          = Google Shopping / Gender
		attr.age_group       = Google Shopping / Age group
		attr.ad_group_name   = Google Shopping / AdWords grouping | Google Shopping / Ad group name
		attr.ads_labels      = Google Shopping / AdWords labels | Google Shopping / Ads labels
		attr.condition       = Google Shopping / Condition
		attr.custom_product  = Google Shopping / Custom product
		attr.custom_label_0  = Google Shopping / Custom label 0
		attr.custom_label_1  = Google Shopping / Custom label 1
		attr.custom_label_2  = Google Shopping / Custom label 2
		attr.custom_label_3  = Google Shopping / Custom label 3
		attr.custom_label_4  = Google Shopping / Custom label 4
`),
	attribute: metafield,
}

// shopifyDefaults are what Shopify fills in itself. A product that has these has
// nothing of its own to keep, and a feed of ours writes them without being asked.
var shopifyDefaults = map[catalog.Field]string{
	"attr.charge_tax": "true", "attr.requires_shipping": "true", "attr.gift_card": "false",
	"attr.continue_selling": "deny", "attr.fulfillment_service": "manual",
}
