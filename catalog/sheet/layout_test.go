package sheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// describe writes an import row as lines: the product's texts, then each variant's, then
// its pictures.
func describe(d catalog.ImportRow) []string {
	lines := []string{texts(d.Values)}
	if d.Code.Text != "" {
		lines[0] = strings.TrimSpace("code=" + d.Code.Text + " " + lines[0])
	}
	for _, v := range d.Variants {
		line := texts(v.Values)
		if v.Image != "" {
			line += " image=" + v.Image
		}
		lines = append(lines, "- "+line)
	}
	for _, im := range d.Images {
		lines = append(lines, strings.TrimSpace("* "+im.Source+" "+im.Alt))
	}
	return lines
}

func texts(values []catalog.Value) string {
	var all []string
	for _, v := range values {
		all = append(all, fmt.Sprintf("%s=%s", v.Field, v.Text))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func wantDrafts(t *testing.T, got []catalog.ImportRow, want string) {
	t.Helper()
	var lines []string
	for _, d := range got {
		lines = append(lines, describe(d)...)
	}
	if g, w := strings.Join(lines, "\n"), strings.TrimSpace(want); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

var plainLists = []struct{ name, csv, want string }{
	{"rows of one title and options are one product", `SKU,Title,Color,Size,Price
T-R,Tee,Red,S,9
T-B,Tee,Blue,S,9
M,Mug,,,5`, `
option1_name=Color option2_name=Size title=Tee
- option1=Red option2=S price=9 sku=T-R
- option1=Blue option2=S price=9 sku=T-B
title=Mug
- price=5 sku=M`},
	{"without options rows of one title are products of their own", `SKU,Title,Price
A,Tee,9
B,Tee,9`, `
title=Tee
- price=9 sku=A
title=Tee
- price=9 sku=B`},
	{"a style number makes the product", `Style No.,SKU,Title,Colour
ST-1,A,Tee,Red
ST-1,B,Tee red,Blue
ST-2,C,Cap,Red`, `
code=ST-1 option1_name=Colour title=Tee
- option1=Red sku=A
- option1=Blue sku=B
code=ST-2 option1_name=Colour title=Cap
- option1=Red sku=C`},
	{"merged cells: the title stands in the first row only", `商品名称,颜色,货号,价格
保温杯,红,A,9
,蓝,B,9`, `
option1_name=颜色 title=保温杯
- option1=红 price=9 sku=A
- option1=蓝 price=9 sku=B`},
	{"the option's name stands in the value", `SKU,Title,Option1,Option2
A,Tee,Color: Red,Size: M
B,Tee,,Size: L`, `
option1_name=Color option2_name=Size title=Tee
- option1=Red option2=M sku=A
- option2=L sku=B`},
	{"the option's name stands beside it", `SKU,Title,Option1 name,Option1 value
A,Tea,Flavour,Mint`, `
option1_name=Flavour title=Tea
- option1=Mint sku=A`},
	{"sections are categories, totals and notes no products", `Product,Pack,Price
TEAS,,
Mint tea,20 bags,3
Black tea,20 bags,3
COFFEES,,
Espresso,250 g,6
Total,,12`, `
attr.Pack=20 bags category=TEAS title=Mint tea
- price=3
attr.Pack=20 bags category=TEAS title=Black tea
- price=3
attr.Pack=250 g category=COFFEES title=Espresso
- price=6`},
	{"a lone text is a note where rows tell their category", `SKU,Name,Category,Price
A,Mug,Home,3
Prices hold until June,,,
B,Bowl,Home,4
SKU,Name,Category,Price
Total,2,,7`, `
category=Home title=Mug
- price=3 sku=A
category=Home title=Bowl
- price=4 sku=B`},
	{"levels of a category", `SKU,Name,一级分类,二级分类,三级分类
A,Mug,家居,厨房,杯子
B,Bowl,家居,,`, `
category=家居 > 厨房 > 杯子 title=Mug
- sku=A
category=家居 title=Bowl
- sku=B`},
	{"units and currency in columns of their own", `SKU,Name,Price,Currency,Weight,Weight unit,Length,Dimension unit
A,Mug,"1,299.5",eur,12,oz,4,inch
B,Bowl,£5,,340g,,4,`, `
title=Mug
- length=4 in price=1299.5 EUR sku=A weight=12 oz
title=Bowl
- length=4 price=£5 sku=B weight=340g`},
	{"pictures of several columns and in one", `SKU,Name,Image 1,Image 2,Images
A,Mug,https://x.example/a.jpg,https://x.example/b.jpg,"https://x.example/c,w_200.jpg,https://x.example/a.jpg"
B,Bowl,a.jpg,,"b.jpg; c.jpg"`, `
title=Mug
- sku=A
* https://x.example/a.jpg
* https://x.example/b.jpg
* https://x.example/c,w_200.jpg
title=Bowl
- sku=B
* a.jpg
* b.jpg
* c.jpg`},
	{"a reduced price", `SKU,Name,Price,Sale price
A,Mug,20,15
B,Bowl,20,`, `
title=Mug
- compare_at=20 price=15 sku=A
title=Bowl
- price=20 sku=B`},
	{"two codes: the second is kept when it is another", `SKU,Name,EAN,UPC
A,Mug,4006381333931,036000291452
B,Bowl,,036000291452
C,Cup,0036000291452,036000291452
D,Jug,12345,0012345
E,Lid,5012345678901,5012345678902`, `
attr.UPC=036000291452 title=Mug
- gtin=4006381333931 sku=A
title=Bowl
- gtin=036000291452 sku=B
title=Cup
- gtin=0036000291452 sku=C
attr.UPC=0012345 title=Jug
- gtin=12345 sku=D
attr.UPC=5012345678902 title=Lid
- gtin=5012345678901 sku=E`},
	{"parents and children", `item_sku,item_name,parent_child,parent_sku,color_name,standard_price
P,Tee,Parent,,,
P-R,Tee red,Child,P,Red,9
P-B,Tee blue,Child,P,Blue,9`, `
code=P option1_name=color title=Tee
- option1=Red price=9 sku=P-R
- option1=Blue price=9 sku=P-B`},
	{"codes that a spreadsheet has spoilt are left out", `SKU,Name,Barcode
6.93E+12,Mug,4.00638E+12
A,Bowl,00012345678905`, `
title=Mug
- 
title=Bowl
- gtin=00012345678905 sku=A`},
}

func TestPlainLayouts(t *testing.T) {
	for _, test := range plainLists {
		t.Run(test.name, func(t *testing.T) {
			got, _ := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{})
			wantDrafts(t, got, test.want)
		})
	}
}

func TestEmptyCells(t *testing.T) {
	const list = "SKU,Name,Brand,Price,Color\nA,Mug,,5,Red\nB,Mug,Alder,,Blue\n"
	got, _ := importRows(t, writeCSV(t, "list.csv", list), sheet.Options{})
	wantDrafts(t, got, `
brand=Alder option1_name=Color title=Mug
- option1=Red price=5 sku=A
- option1=Blue sku=B`)
	got, _ = importRows(t, writeCSV(t, "list.csv", list+"C,Cup,,,\n"), sheet.Options{Empty: sheet.EmptyClear})
	wantDrafts(t, got, `
brand=Alder option1_name=Color title=Mug
- option1=Red price=5 sku=A
- option1=Blue price= sku=B
brand= title=Cup
- price= sku=C`)
}

func TestShopifyLayout(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "old.csv", `Handle,Title,Body (HTML),Vendor,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price,Variant Taxable,Image Src,Image Position,Image Alt Text,SEO Title,Variant Image,Variant Weight Unit
mug,Mug,<p>Blue.</p>,Alder,"tea, gift",true,Title,Default Title,M,340,5,true,https://x.example/b.jpg,2,Side,Mugs,,oz
mug,,,,,,,,,,,,https://x.example/a.jpg,1,Front,,,
tee,Tee,,Alder,,false,Color,Red,T-R,0,9,false,,,,,https://x.example/r.jpg,kg
tee,,,,,,,Blue,T-B,0,9,false,,,,,,kg
`), sheet.Options{})
	wantDrafts(t, got, `
attr.seo_title=Mugs brand=Alder description=<p>Blue.</p> handle=mug status=true tags=tea, gift title=Mug
- price=5 sku=M weight=12 oz
* https://x.example/a.jpg Front
* https://x.example/b.jpg Side
attr.charge_tax=FALSE brand=Alder handle=tee option1_name=Color status=false title=Tee
- option1=Red price=9 sku=T-R image=https://x.example/r.jpg
- option1=Blue price=9 sku=T-B`)
	got, b := importRows(t, writeCSV(t, "new.csv", `Title,URL handle,Published on online store,Status,SKU,Price,Weight value (grams),Weight unit for display,Color (product.metafields.shopify.color-pattern),Google Shopping / Manufacturer part number (MPN)
Red column is required,,,,,,,,,
Mug,mug,FALSE,Active,M,5,1000,kg,blue,MP-1
`), sheet.Options{})
	wantDrafts(t, got, `
attr.color-pattern=blue attr.published=FALSE handle=mug status=Active title=Mug
- mpn=MP-1 price=5 sku=M weight=1 kg`)
	if g := b.Summary().Skipped; g != 1 {
		t.Errorf("got %d rows skipped, want the note", g)
	}
}

// TestShopifyLayoutWithColumnsOfOnesOwn: what a person adds beside the system's
// columns is what it says; a property of the system's own is not.
func TestShopifyLayoutWithColumnsOfOnesOwn(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "own.csv", `Handle,Title,Option1 name,Option1 value,Variant SKU,Variant price,Brand,Weight,Material (product.metafields.custom.material)
tee,Pine Tee,Size,S,T-S,20,Alder,2 lb,Cotton
tee,,,M,T-M,21,,3 lb,
`), sheet.Options{})
	wantDrafts(t, got, `
attr.material=Cotton brand=Alder handle=tee option1_name=Size title=Pine Tee
- option1=S price=20 sku=T-S weight=2 lb
- option1=M price=21 sku=T-M weight=3 lb`)
}

func TestWooCommerceLayout(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "woo.csv", `ID,Type,SKU,Name,Published,Weight (kg),Sale price,Regular price,Categories,Tags,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
7,variable,TEE,Tee,1,,,,"Clothes, Clothes > Tees","a, b",https://x.example/t.jpg,,Color,"Red, Blue",Fabric,Cotton
8,"simple, virtual",MUG,Mug,-1,0.3,4,5,Home,,,,Finish,Matt,,
9,variation,TEE-R,Tee - Red,1,0.2,,9,,,https://x.example/r.jpg,id:7,Color,Red,,
10,variation,TEE-B,Tee - Blue,1,0.2,,9,,,,TEE,Color,Blue,,
11,variation,LOST-1,Lost - One,1,,,3,,,,LOST,Color,Red,,
`), sheet.Options{})
	wantDrafts(t, got, `
attr.Finish=Matt category=Home status=-1 title=Mug
- compare_at=5 price=4 sku=MUG weight=0.3 kg
code=LOST option1_name=Color
- option1=Red price=3 sku=LOST-1
code=TEE attr.Fabric=Cotton attr.categories=Clothes
Clothes > Tees attr.parent_sku=TEE category=Clothes > Tees option1_name=Color status=1 tags=a
b title=Tee
- option1=Red price=9 sku=TEE-R weight=0.2 kg image=https://x.example/r.jpg
- option1=Blue price=9 sku=TEE-B weight=0.2 kg
* https://x.example/t.jpg`)
}

func TestTaobaoLayout(t *testing.T) {
	file := "version 1.00\n" +
		"title\tcid\tprice\tnum\tdescription\tcateProps\tpicture\tskuProps\touter_id\tpropAlias\tbarcode\tsku_barcode\tinput_custom_cpv\titem_weight\n" +
		"宝贝名称\t宝贝类目\t宝贝价格\t宝贝数量\t宝贝描述\t宝贝属性\t新图片\t销售属性组合\t商家编码\t销售属性别名\t商品条形码\tsku 条形码\t自定义属性值\t物流重量\n" +
		"\"保温杯\"\t50\t88\t9\t\"<p>x</p>\"\t\"1:2;1627207:-1001;20509:28381\"\t\"m:1:0:|;c:2:0:1627207:-1001|http://i.example/c.jpg;\"\t\"88:4:CUP-S:1627207:-1001;20509:28381;90:5::1627207:-1002;20509:1;\"\t\"CUP\"\t\"20509:28381:小号;\"\t\t\"4006381333931;\"\t\"1627207:-1001:海蓝;\"\t0.3\n" +
		"\"碗\"\t50\t20\t3\t\"\"\t\"\"\t\"\"\t\"\"\t\"BOWL\"\t\"\"\t4006381333931\t\"\"\t\"\"\t0\n"
	got, _ := importRows(t, writeCSV(t, "pack.csv", file), sheet.Options{})
	wantDrafts(t, got, `
code=CUP channel.taobao.cateProps=1:2 channel.taobao.cid=50 description=<p>x</p> description@zh-Hans=<p>x</p> option1_name=颜色分类 option2_name=尺码 title=保温杯 title@zh-Hans=保温杯
- gtin=4006381333931 option1=海蓝 option2=小号 price=88 CNY quantity=4 sku=CUP-S weight=0.3 kg image=http://i.example/c.jpg
- option1=-1002 option2=1 price=90 CNY quantity=5 weight=0.3 kg
* pack/m.tbi
channel.taobao.cid=50 title=碗 title@zh-Hans=碗
- gtin=4006381333931 price=20 CNY quantity=3 sku=BOWL`)
}
