package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// taobaoTable has the columns of the Taobao assistant's package by their English
// names, and by the Chinese ones of version 4, which had no others. What only
// Taobao knows goes into the channel's own values, from where its feed takes it.
var taobaoTable = layoutTable{
	currency: "CNY", weight: "kg",
	fields: map[string]catalog.Field{
		"title": catalog.FieldTitle, "宝贝名称": catalog.FieldTitle, "price": catalog.FieldPrice, "宝贝价格": catalog.FieldPrice,
		"num": catalog.FieldQuantity, "宝贝数量": catalog.FieldQuantity, "description": catalog.FieldDescription, "宝贝描述": catalog.FieldDescription,
		"outerid": catalog.FieldSKU, "商家编码": catalog.FieldSKU, "barcode": catalog.FieldGTIN, "商品条形码": catalog.FieldGTIN,
		"itemweight": catalog.FieldWeight, "物流重量": catalog.FieldWeight,
		"picture": Pictures, "新图片": Pictures, "skuprops": SaleProps, "销售属性组合": SaleProps,
		"propalias": PropNames, "销售属性别名": PropNames, "inputcustomcpv": PropNames, "自定义属性值": PropNames, "skubarcode": SaleBarcodes, "sku条形码": SaleBarcodes,
		"cid": "channel.taobao.cid", "宝贝类目": "channel.taobao.cid", "sellercids": "channel.taobao.seller_cids", "店铺类目": "channel.taobao.seller_cids",
		"locationstate": "channel.taobao.location_state", "省": "channel.taobao.location_state", "locationcity": "channel.taobao.location_city", "城市": "channel.taobao.location_city",
		"cateprops": "channel.taobao.cateProps", "宝贝属性": "channel.taobao.cateProps", "postageid": "channel.taobao.postage_id", "邮费模版id": "channel.taobao.postage_id",
		"inputpids": "channel.taobao.inputPids", "用户输入id串": "channel.taobao.inputPids", "inputvalues": "channel.taobao.inputValues", "用户输入名值对": "channel.taobao.inputValues",
		"foodparame": "channel.taobao.foodparame", "globalstocktype": "channel.taobao.global_stock_type", "globalstockcountry": "channel.taobao.global_stock_country",
		"subtitle": "channel.taobao.subtitle", "宝贝卖点": "channel.taobao.subtitle", "wirelessdesc": "channel.taobao.wireless_desc", "qualification": "channel.taobao.qualification",
	},
	ignored: set("stuff status, item type, auction increment, valid thru, freight payer, post fee, ems fee, express fee, has invoice, has warranty, approve status, has showcase, list time, has discount, modified, upload fail msg, picture status, auction point, video, auto fill, num id, local cid, navigation type, user name, sync status, syncstatus, is lighting consigment, is xinpin, features, buyareatype, sub stock type, item size, sell promise, custom design flag, newprepay, cpv memo, add qualification, o2o bind service, tmall extend, product combine, tmall item prop combine, taoschema extend," +
		" 新旧程度, 出售方式, 加价幅度, 有效期, 运费承担, 平邮, ems, 快递, 付款方式, 支付宝, 发票, 保修, 自动重发, 放入仓库, 橱窗推荐, 发布时间, 开始时间, 心情故事, 宝贝图片, 团购价, 最小团购件数, 会员打折, 修改时间, 上传状态, 图片状态, 返点比例, 视频, 库存计数"),
}

// taobao is the layout of the Taobao assistant: one row per item, its SKUs packed
// in one cell.
type taobao struct{ run *run }

func (t *taobao) flush() {}

func (t *taobao) add(l *line) {
	b := newBuilder(l)
	b.begin(l)
	l.dropZeroWeight()
	skus := saleSKUs(l)
	for i := range l.values {
		t.productText(b, &l.values[i], skus)
	}
	shots := t.pictures(l)
	for _, p := range shots {
		if p.pair == "" {
			b.image(p.source, "", 0, p.place)
		}
	}
	if len(skus) == 0 {
		b.variant(l)
	}
	for _, s := range skus {
		b.sku(l, s, shots)
	}
	t.run.emit(b.finish())
}

// productText takes a text that is the product's. The title of a package is both:
// what the product is called, and its Chinese listing.
func (t *taobao) productText(b *builder, v *value, skus []saleSKU) {
	switch {
	case v.Field == catalog.FieldSKU && len(skus) > 0:
		b.set(catalog.FieldHandle, catalog.Slug(v.Text), v.Place)
	case v.column.role, v.column.info.Level == catalog.VariantLevel:
	case v.Field == catalog.FieldTitle, v.Field == catalog.FieldDescription:
		b.set(v.Field, v.Text, v.Place)
		b.set(v.Field.At(catalog.SimplifiedChinese), v.Text, v.Place)
	case v.Field == "channel.taobao.cateProps":
		b.set(v.Field, withoutSale(v.Text, skus), v.Place)
	case v.Text != "0" && strings.Trim(v.Text, ",;") != "":
		b.set(v.Field, v.Text, v.Place)
	}
}

// saleSKU is one SKU of an item.
type saleSKU struct {
	price, quantity, code, barcode string
	pairs                          []string // pid:vid
	names                          map[string]string
	place                          catalog.Place
}

// saleSKUs reads skuProps: price:quantity:code:pid:vid;pid:vid; for each SKU,
// nothing between two of them.
func saleSKUs(l *line) []saleSKU {
	cell, ok := l.at(SaleProps)
	if !ok {
		return nil
	}
	var skus []saleSKU
	names := propNames(l)
	for part := range strings.SplitSeq(cell.Text, ";") {
		fields := strings.Split(strings.TrimSpace(part), ":")
		switch {
		case len(fields) == 5:
			skus = append(skus, saleSKU{fields[0], fields[1], fields[2], "", []string{fields[3] + ":" + fields[4]}, names, cell.Place})
		case len(fields) == 2 && len(skus) > 0:
			last := &skus[len(skus)-1]
			last.pairs = append(last.pairs, fields[0]+":"+fields[1])
		}
	}
	for i, code := range strings.Split(l.text(SaleBarcodes), ";") {
		if i < len(skus) {
			skus[i].barcode = strings.TrimSpace(code)
		}
	}
	return skus
}

// propNames reads pid:vid:name; of the shop's own values and of its names for the
// platform's values.
func propNames(l *line) map[string]string {
	names := map[string]string{}
	for i := range l.values {
		if l.values[i].Field != PropNames {
			continue
		}
		for part := range strings.SplitSeq(l.values[i].Text, ";") {
			if fields := strings.SplitN(part, ":", 3); len(fields) == 3 && fields[2] != "" {
				names[fields[0]+":"+fields[1]] = fields[2]
			}
		}
	}
	return names
}

// saleNames are the sale attributes that hold over most categories.
var saleNames = map[string]string{"1627207": "颜色分类", "20509": "尺码"}

// sku adds a variant.
func (b *builder) sku(l *line, s saleSKU, shots []shot) {
	v := catalog.VariantDraft{Place: s.place}
	put := func(f catalog.Field, text string) {
		if text != "" {
			v.Values = append(v.Values, catalog.Value{Field: f, Text: text, Place: s.place})
		}
	}
	put(catalog.FieldSKU, s.code)
	put(catalog.FieldGTIN, s.barcode)
	if s.price != "" {
		put(catalog.FieldPrice, s.price+" CNY")
	}
	put(catalog.FieldQuantity, s.quantity)
	put(catalog.FieldWeight, l.text(catalog.FieldWeight))
	for _, pair := range s.pairs {
		pid, vid, _ := strings.Cut(pair, ":")
		if f, ok := b.option(cmpOr(saleNames[pid], pid), s.place); ok {
			put(f, cmpOr(s.names[pair], vid))
		}
		for _, shot := range shots {
			if shot.pair == pair && v.Image == "" {
				v.Image = shot.source
			}
		}
	}
	b.draft.Variants = append(b.draft.Variants, v)
}

// withoutSale leaves the sale attributes out of an item's attributes: its feed
// adds those of the SKUs that it then has.
func withoutSale(props string, skus []saleSKU) string {
	sale := map[string]bool{}
	for _, s := range skus {
		for _, pair := range s.pairs {
			sale[pair] = true
		}
	}
	var own []string
	for pair := range strings.SplitSeq(props, ";") {
		if pair != "" && !sale[pair] {
			own = append(own, pair)
		}
	}
	return strings.Join(own, ";")
}

// shot is one picture of an item; pair is the sale attribute's value it shows, ""
// for a main one.
type shot struct {
	source, pair string
	place        catalog.Place
}

// pictures reads name:1:place:|url; for main pictures and name:2:0:pid:vid|url;
// for those of a value. Without a url the picture is a file called name.tbi in a
// folder beside the package, called like it.
func (t *taobao) pictures(l *line) []shot {
	cell, ok := l.at(Pictures)
	if !ok {
		return nil
	}
	folder := strings.TrimSuffix(t.run.book.name, extension(t.run.book.name))
	var shots []shot
	for part := range strings.SplitSeq(cell.Text, ";") {
		what, url, _ := strings.Cut(strings.TrimSpace(part), "|")
		fields := strings.SplitN(what, ":", 4)
		if fields[0] == "" {
			continue
		}
		s := shot{source: cmpOr(strings.TrimSpace(url), folder+"/"+fields[0]+".tbi"), place: cell.Place}
		if len(fields) == 4 && fields[1] == "2" {
			s.pair = strings.Trim(fields[3], ":")
		}
		shots = append(shots, s)
	}
	return shots
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}
