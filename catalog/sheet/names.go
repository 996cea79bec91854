package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// fieldNames are what columns are called, the commonest first: of two columns that
// could be the same field, the one whose name is further left is taken.
// English and Chinese, and the Russian and Italian words that real lists of
// suppliers and an exporting shop system had (2016 to 2026).
//
// els is the field that the column becomes when another one has taken the first: a
// list price is the price, or, beside a price, what it was before.
var fieldNames = []struct {
	field catalog.Field
	els   catalog.Field
	names string
}{
	{catalog.FieldTitle, "", `title, product title, product name, item name, item title, listing title, goods name, name, 商品名称,
		商品标题, 产品名称, 产品标题, 宝贝名称, 宝贝标题, 品名, 名称, 标题, 商品名, 产品名, 单品名称, 货品名称,
		物料名称, название позиции, наименование, название, название товара, наименование товара, имя, имя товара, titolo,
		nome prodotto, product service name, style name, nombre, nombre del producto, nombre producto, artículo, articulo, título,
		titulo, producto, bezeichnung, artikelbezeichnung, artikelname, produktname, produktbezeichnung, nom, nom du produit, nom produit,
		désignation, designation, libellé, libelle, titre, nome, nome do produto, nome produto, naam, productnaam, titel, produkttitel, artikeltitel, varenavn, produktnavn, produktnamn, benämning,
		nazwa, nazwa produktu, název, product, item, 商品, 产品, 货品`},
	{catalog.FieldDescription, "", `description, body html, body, product description, long description, item description, html description,
		full description, 描述, 商品描述, 产品描述, 宝贝描述, 详细描述, 商品详情, 产品详情, 详情, 说明, 商品说明, описание,
		descrizione, sales description, desc, item desc, product desc, item detail, item details, product details, beschreibung, artikelbeschreibung, produktbeschreibung,
		langtext, descripción, descripcion, descripción del producto, descripción larga, descrição, descricao, omschrijving`},
	{catalog.FieldBrand, "", `brand, brand name, vendor, 品牌, 品牌名称, manufacturer, maker, бренд, производитель, marca,
		vendor name, manufacturer name, marke, hersteller, marque, fabricant, fabricante, merk`},
	{catalog.FieldCategory, "", `category, product category, categories, category path, category name, item category, 分类, 类目, 商品分类,
		产品分类, 商品类目, 宝贝类目, 类别, 类别名称, 商品种类, 品类, department, collection, категория,
		категории, раздел, группа товаров, группа, categoria,
		kategorie, warengruppe, catégorie, categorie, categoría, rubro, familia, category description, product group, reporting category, store category`},
	{catalog.FieldType, "", `type, product type, custom product type, item type, 类型, 商品类型`},
	{catalog.FieldStatus, "", `status, product status, listing status, published, published on online store, active, enabled, visible, product visible, is active, 状态,
		商品状态, 上架, 是否上架, 商品上架, 上架状态`},
	{catalog.FieldTags, "", `tags, tag, product tags, keywords, search terms, search keywords, generic keywords, 标签, 商品标签, 关键词,
		关键字`},
	{catalog.FieldOption1Name, "", `variant option one name, option1 name, option 1 name, option name 1`},
	{catalog.FieldOption2Name, "", `variant option two name, option2 name, option 2 name, option name 2`},
	{catalog.FieldOption3Name, "", `variant option three name, option3 name, option 3 name, option name 3`},
	{catalog.FieldOption1, "", `variant option one value, option1, option 1, option1 value, option 1 value, option value 1`},
	{catalog.FieldOption2, "", `variant option two value, option2, option 2, option2 value, option 2 value, option value 2`},
	{catalog.FieldOption3, "", `variant option three value, option3, option 3, option3 value, option 3 value, option value 3`},
	{catalog.FieldOrigin, "", `country of origin, origin country, origin, made in, country of manufacture, coo, 原产地, 原产国, 产地,
		生产国, страна производитель`},
	{catalog.FieldHSCode, "", `hs code, hscode, hts code, hts, harmonized code, tariff code, commodity code, hs编码, 海关编码, 税则号`},
	{catalog.FieldMaterial, "", `material, materials, fabric, composition, 材质, 面料, 材料, материал, materiali`},
	{catalog.FieldNotes, "", `notes, note, remarks, remark, comments, internal notes, 备注, 商品备注, примечание`},
	{catalog.FieldURL, "", `url, product url, product link, product page, permalink, link, 商品链接, 产品链接, 链接, продукт на сайте`},
	{catalog.FieldHandle, "", `handle, url handle, seo url handle, slug, url key, url rewritten`},
	{catalog.FieldImages, "", `images, image urls, image url, image, image src, product image url, product images, main image,
		main image url, additional images, additional image, additional image url, additional image link,
		other image url, alternate image, image link, picture, pictures, picture url, photo, photos, photo url,
		base image, 图片, 商品图片, 产品图片, 图片链接, 图片地址, 主图, 商品主图, 商品首图, 主图链接, 附图,
		商品其他图片, 单品图片, фото, изображение, изображения, ссылка изображения, immagine,
		picurl, pic url, hosted image urls, imagen, foto, bild, bild url, bilder, image file, product image file`},

	{catalog.FieldSKU, "", `sku, variant sku, seller sku, item sku, product sku, sku code, sku no, sku id, 货号, 商家编码, 商品货号,
		商品编码, sku编码, 规格编码, 产品编码, 商品编号, 产品编号, default code, stock code, item code, item number,
		item no, код товара, product code, reference, reference no, article number, article no, art no, article,
		part number, part no, custom label, custom label sku, product code sku,
		merchant sku, sku number, variation sku, código, codigo, código de artículo, codigo de articulo, código artículo, código producto, clave,
		réf, ref, référence, referência, artikelnummer, artikel nr, art nr, artikelnr, bestellnummer, artikelcode, codice, codice articolo,
		codice prodotto, код, code, 编码, 编号, 物料编码`},
	{catalog.FieldGTIN, "", `gtin, barcode, variant barcode, bar code, ean, ean13, ean 13, upc, upc code, upc ean, isbn, jan,
		gtin upc ean or isbn, external product id, 条码, 条形码, 商品条码, 商品条形码, 国际条码, 69码, 单品条码,
		штрихкод, штрих код, codice a barre,
		product upc ean, product upc, ean upc, p upc, p ean, upc number, ean code, barcode number, code barres, code à barres, código de barras,
		codigo de barras, strichcode`},
	{catalog.FieldMPN, "", `mpn, manufacturer part number, manufacturer part no, mfr part number, mfr part no, model number, model no,
		model, 型号, 商品型号, 产品型号, модель`},
	{catalog.FieldSKU, catalog.FieldMPN, `артикул`},
	{catalog.FieldPrice, "", `price, variant price, selling price, sell price, your price, our price, current price, standard price, 售价,
		价格, 销售价, 销售价格, 商品价格, 宝贝价格, 一口价, 现价, 零售价, розничная цена, розница, цена, prezzo,
		price tax excluded or price tax included, price tax included, price tax excluded, price incl tax,
		price excl tax, price including vat, price excluding vat, unit price, 单价, each, ea,
		sales price, sales price rate, base price, list price each, start price, buy it now price, price each, each price, item price, precio, precio de venta, precio venta,
		precio unitario, preis, verkaufspreis, vk preis, vk brutto, vk, prix, prix de vente, prix unitaire, prix ttc, preço, preço de venda,
		prijs, verkoopprijs, prezzo di vendita, prezzo vendita`},
	{catalog.FieldPrice, catalog.FieldCompare, `retail price, unit retail price, regular price, list price, msrp, rrp, srp, recommended retail price,
		suggested retail price, suggested retail, sugg retail, retail, uvp, pvp, adviesprijs, adviesverkoopprijs, consumentenprijs, precio sugerido`},
	{catalog.FieldCompare, "", `compare at price, compare at, variant compare at price, compare price, original price, was price,
		strike price, previous price, precio anterior, streichpreis,
		prix barré, 原价, 市场价, 划线价, 吊牌价, 建议零售价`},
	{catalog.FieldCost, "", `cost, cost per item, cost price, unit cost, cost of goods, purchase price, purchase cost, supplier price,
		supplier cost, supply price, vendor cost, landed cost, average cost, default purchase cost, buy price, buying price, 成本, 成本价,
		进价, 进货价, 采购价, 单品成本, закупочная цена, закупка, costo, precio costo, precio de costo, precio compra,
		precio de compra, coste, precio de coste, prix d achat, prix achat, coût, einkaufspreis, ek preis, ek netto, ek, prezzo di acquisto,
		prezzo acquisto, preço de custo, custo, inkoopprijs`},
	{catalog.FieldQuantity, "", `quantity, qty, stock, inventory, stock quantity, stock qty, inventory quantity, inventory qty,
		variant inventory qty, quantity on hand, qty on hand, on hand, available quantity, available, stock level,
		current stock level, 库存, 库存数量, 库存量, 数量, 商品库存, 宝贝数量, остаток, количество, наличие,
		quantita, quantità, available stock, stock available, free stock, total stock, total quantity, total inventory, total qty, total on hand, total available, inventory total, stock total, overall stock,
		总库存, 库存合计, qty available, quantity available,
		stock on hand, units in stock, current stock, quantity in stock, qty in stock, existencias, cantidad, inventario, bestand, lagerbestand,
		quantité, quantite, quantité en stock, estoque, voorraad, giacenza`},
	{catalog.FieldWeight, "", `weight, item weight, product weight, variant weight, variant grams, grams, net weight, gross weight,
		unit weight, shipping weight, package weight, peso, peso neto, gewicht, poids, weight value, 重量,
		商品重量, 净重, 毛重, вес`},
	{catalog.FieldLength, "", `length, dimensions l, dimensions length, dimension l, dims l, dim l, item length, product length, package length, 长, 长度, 包装长度, depth, длина,
		largo, longitud, länge, longueur, comprimento, lunghezza, profondeur, tiefe`},
	{catalog.FieldWidth, "", `width, dimensions w, dimensions width, dimension w, dims w, dim w, item width, product width, package width, 宽, 宽度, 包装宽度, ширина, ancho, breite,
		largeur, largura, larghezza`},
	{catalog.FieldHeight, "", `height, dimensions h, dimensions height, dimension h, dims h, dim h, item height, product height, package height, 高, 高度, 包装高度, высота, alto, altura,
		höhe, hauteur, altezza`},

	{Currency, "", `currency, currency code, price currency, curr, ccy, cur, 币种, 货币, 货币单位, валюта, valuta, codice valuta,
		moneda, devise, währung, divisa, moeda`},
	{WeightUnit, "", `weight unit, weight units, variant weight unit, weight uom, weight unit of measure, 重量单位`},
	{LengthUnit, "", `dimension unit, dimensions unit, length unit, size unit, 尺寸单位, 长度单位`},
	{SalePrice, "", `sale price, special price, discount price, discounted price, promotional price, promo price, clearance price, online sale price, deal price, sonderpreis,
		angebotspreis, aktionspreis, precio de oferta, precio oferta, precio rebajado, prix promo, prix promotionnel, prix soldé,
		prezzo scontato, preço promocional, цена со скидкой, акционная цена, 促销价, 特价, 活动价, 优惠价`},
	{OnSale, SalePrice, `sale, special, promotion, promo, discounted`},
	{OnSale, "", `on sale, is on sale, onsale, sale active, sale enabled, sale on, use sale price, apply sale price, special price active,
		discount active, 是否促销, 促销中`},
	{SaleFrom, "", `sale from, sale start, sale starts, sale start date, sale from date, sale price start date, sale price from,
		date sale price starts, special price from date, special price from, special from date, discount start date,
		promotion start date, 促销开始时间, 促销开始日期`},
	{SaleUntil, "", `sale until, sale to, sale end, sale ends, sale end date, sale to date, sale price end date, sale price to,
		date sale price ends, special price to date, special price to, special to date, discount end date,
		promotion end date, 促销结束时间, 促销结束日期`},
	{Group, "", `parent sku, item group id, group id, style no, style number, style code, style id, parent id, parent,
		master sku, product base id, base product id, base id, base product, parent product, parent product id, master id,
		master product, 款号, 款式编码, spu, spu编码, spu id, 父sku`},
	{RowKind, "", `parentage, parent child, parent or child`},
	{VariantImage, "", `variant image, variant image url, sku image, sku图片, 规格图片`},
	{ImageAlt, "", `image alt text, image alt, alt text`},
	{ImagePosition, "", `image position`},
}

// optionNames are the properties that variants differ in. A column of one of
// these is an option under its own header.
var optionNames = set(`color, colour, colors, color name, colour name, size name, 颜色, 颜色分类, 色号, цвет, size, sizes,
	shoe size, 尺码, 鞋码, 尺寸, 规格, 商品规格, 规格型号, 单品规格, размер, flavor, flavour, 口味, scent, 香味,
	容量, pack size, variant, variant title, variation, variation name, colore, taglia,
	farbe, größe, groesse, couleur, taille, talla, tamaño, cor, tamanho, kleur`)

// levelNames are category columns of which several make one path, from the top.
var levelNames = set(`main category, category 1, category 2, category 3, category 4, category 5, category level 1,
	category level 2, category level 3, subcategory, sub category, sub category 1, sub category 2,
	sub subcategory, 一级分类, 二级分类, 三级分类, 四级分类, 五级分类, 一级类目, 二级类目, 三级类目, 四级类目,
	大类, 中类, 小类`)

// useless are columns that mean nothing outside the program they come from, or
// change with every export. The last four are what Tradewind itself adds to the
// rows that it refused (refused-place and refused-reason of app/text).
var useless = set(`created at, updated at, created, updated, modified, last modified, date modified, date created, create date,
	write date, create uid, write uid, last update, message last post, activity date deadline, 导入说明,
	填写说明, 说明, 创建时间, 更新时间, 修改时间, instructions, refused at, refused because, 拒收位置, 拒收原因`)

// exactOnly are names that say nothing as part of a longer one: a safety sheet's
// URL is not the product's.
var exactOnly = set(`url, link, note, notes, status, code, type, body, active, item, product, article, reference, origin,
	available, on hand, stock, model, parent, color, 商品, 产品, 货品, 名称, 编码, 编号, 状态, 类型, 链接, 说明,
	备注, код, nombre, nom, nome, naam, titulo, título, título, produkt, producto, clave, ref, réf, codice, código, codigo, retail, vk, ek,
	peso, alto, largo, ancho, visible, titel, each, ea, curr, ccy, cur, sale, special, promotion, promo, discounted, foto, cor, pvp, uvp, costo, precio, prix, preis, bild`)

// known finds the fields of a name.
var known = indexNames()

func indexNames() map[string]name {
	index := map[string]name{}
	ranks := map[catalog.Field]int{}
	for _, n := range fieldNames {
		for _, text := range splitNames(n.names) {
			key := strings.Join(words(text), "")
			if _, taken := index[key]; !taken {
				index[key] = name{field: n.field, els: n.els, rank: ranks[n.field], words: words(text), han: isHan(text)}
			}
			ranks[n.field]++
		}
	}
	return index
}

// name is one name of a field.
type name struct {
	field, els catalog.Field
	rank       int // among the names of the field
	words      []string
	han        bool // written in Chinese
}

func splitNames(list string) []string {
	parts := strings.Split(list, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func set(list string) map[string]bool {
	s := map[string]bool{}
	for _, n := range splitNames(list) {
		s[strings.Join(words(n), "")] = true
	}
	return s
}
