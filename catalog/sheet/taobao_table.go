package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// taobaoCode is where the merchant's code of an item is kept when it is not the
// product's handle.
const taobaoCode catalog.Field = "channel.taobao.outer_id"

// taobaoTable has the columns of the Taobao assistant's package by their English
// names, and by the Chinese ones of version 4, which had no other ones. What only
// Taobao knows goes into the channel's own values, from where its feed takes it.
var taobaoTable = layoutTable{
	currency: "CNY", weight: "kg",
	fields: columnTable(`
		title       = title | 宝贝名称
		description = description | 宝贝描述
		price       = price | 宝贝价格
		quantity    = num | 宝贝数量
		sku         = outer_id | 商家编码
		gtin        = barcode | 商品条形码
		weight      = item_weight | 物流重量
		pictures    = picture | 新图片
		sale_props  = skuProps | 销售属性组合
		prop_names  = propAlias | 销售属性别名 | input_custom_cpv | 自定义属性值
		sale_barcodes = sku_barcode | sku 条形码

		channel.taobao.cid            = cid | 宝贝类目
		channel.taobao.seller_cids    = seller_cids | 店铺类目
		channel.taobao.location_state = location_state | 省
		channel.taobao.location_city  = location_city | 城市
		channel.taobao.cateProps      = cateProps | 宝贝属性
		channel.taobao.postage_id     = postage_id | 邮费模版ID
		channel.taobao.inputPids      = inputPids | 用户输入ID串
		channel.taobao.inputValues    = inputValues | 用户输入名-值对
		channel.taobao.foodparame     = foodparame
		channel.taobao.global_stock_type    = global_stock_type
		channel.taobao.global_stock_country = global_stock_country
		channel.taobao.subtitle       = subtitle | 宝贝卖点
		channel.taobao.wireless_desc  = wireless_desc
		channel.taobao.qualification  = qualification

		ignore = stuff_status | item_type | auction_increment | valid_thru | freight_payer | post_fee | ems_fee
		ignore = express_fee | has_invoice | has_warranty | approve_status | has_showcase | list_time | has_discount
		ignore = modified | upload_fail_msg | picture_status | auction_point | video | auto_fill | num_id | local_cid
		ignore = navigation_type | user_name | syncStatus | is_lighting_consigment | is_xinpin | features | buyareatype
		ignore = sub_stock_type | item_size | sell_promise | custom_design_flag | newprepay | cpv_memo
		ignore = add_qualification | o2o_bind_service | tmall_extend | product_combine | tmall_item_prop_combine
		ignore = taoschema_extend
		ignore = 新旧程度 | 出售方式 | 加价幅度 | 有效期 | 运费承担 | 平邮 | EMS | 快递 | 付款方式 | 支付宝 | 发票
		ignore = 保修 | 自动重发 | 放入仓库 | 橱窗推荐 | 发布时间 | 开始时间 | 心情故事 | 宝贝图片 | 团购价 | 最小团购件数
		ignore = 会员打折 | 修改时间 | 上传状态 | 图片状态 | 返点比例 | 视频 | 库存计数`),
}

// ChannelFields lists the values for one channel that layouts fill.
func ChannelFields() []catalog.Field {
	fields := []catalog.Field{taobaoCode}
	for _, f := range taobaoTable.fields {
		if strings.HasPrefix(string(f), "channel.") {
			fields = append(fields, f)
		}
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}
