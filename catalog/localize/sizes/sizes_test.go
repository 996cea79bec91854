package sizes

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog/localize/words"
)

func lexiconForTest(t testing.TB) *words.Lexicon {
	t.Helper()
	lex, err := words.Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func tablesForTest(t testing.TB) *Tables {
	t.Helper()
	tables, err := Load(lexiconForTest(t), os.DirFS("../../../assets/sizes"))
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func TestOption(t *testing.T) {
	tests := []struct{ goods, name, value, want string }{
		{"Running Shoes | Women's Shoes", "Size", "9", "美码9"},
		{"Running Shoes | Women's Shoes", "Size", "8.5", "美码8.5"},
		{"Running Shoes | Women's Shoes", "Size", "8 1/2", "美码8.5"},
		{"Running Shoes | Women's Shoes", "Size", "US 8", "美码8"},
		{"Running Shoes | Women's Shoes", "Size", "8 Wide", "美码8（宽）"},
		{"Running Shoes | Women's Shoes", "Size", "9 D", "美码9（宽）"},
		{"Trail Shoes | Men's Shoes", "Size", "10.5 D", "美码10.5（标准宽度）"},
		{"Trail Shoes | Men's Shoes", "Size", "11 EE", "美码11（加宽）"},
		{"Trail Shoes | Men's Shoes", "Size", "9 M", "美码9（标准宽度）"},
		{"Trail Shoes | Men's Shoes", "Size", "EU 43", "欧码43"},
		{"Trail Shoes | Men's Shoes", "Size", "43", "43码"},
		{"Trail Shoes | Men's Shoes", "Size", "UK 9", "英码9"},
		{"Clogs | Shoes", "Size", "Men's 8 / Women's 9.5", "男美码8/女美码9.5"},
		{"Clogs | Shoes", "Size", "M8/W10", "男美码8/女美码10"},
		{"Clogs | Shoes", "Size", "M8/M10", ""},
		{"Boots | Women's Shoes", "Size", "7.5 B(M) US", "美码7.5（标准宽度）"},
		{"Boots | Women's Shoes", "Size", "6 (EU 36)", "美码6/欧码36"},
		{"Boots | Women's Shoes", "Size", "US 7 / EU 38", "美码7/欧码38"},
		{"Boots | Women's Shoes", "Size", "W8", "女美码8"},
		{"Slippers | Women's Shoes", "Size", "Medium (7-8 US)", "M（美码7～8）"},
		{"Kids' Sneakers | Shoes", "Size", "10 M US Toddler", "美码10（幼童，标准宽度）"},
		{"Kids' Sneakers | Shoes", "Size", "12 Little Kid (4-8 Years)", "美码12（小童，4～8岁）"},
		{"Crew Socks | Apparel", "Size", "Shoe Size 6-12", "美码6～12"},
		{"Toddler Boys' Light-Up Sneakers | Shoes > Kids", "Size", "5 Toddler", "美码5（幼童）"},
		{"Toddler Boys' Light-Up Sneakers | Shoes > Kids", "Size", "12 Little Kid", "美码12（小童）"},
		{"Toddler Boys' Light-Up Sneakers | Shoes > Kids", "Size", "3 Big Kid", "美码3（大童）"},
		{"Kids' Sandals | Shoes", "Size", "10C", "美码10C"},
		{"Crew Socks | Apparel", "Shoe Size", "6-12", "美码6～12"},
		{"Kids' Sandals | Shoes", "Color", "Red", ""},
		{"Plus Size Jeans | Clothing > Women > Jeans", "Size", "24W", "美码24W"},
		{"Straight Jeans | Men's Jeans", "Size", "32x30", "腰围32×内长30英寸"},
		{"Straight Jeans | Men's Jeans", "Size", "W32 L30", "腰围32×内长30英寸"},
		{"Straight Jeans | Men's Jeans", "Size", "32W x 30L", "腰围32×内长30英寸"},
		{"Straight Jeans | Men's Jeans", "Size", "34/32", "腰围34×内长32英寸"},
		{"Straight Jeans | Men's Jeans", "Size", "34", "美码34"},
		{"Straight Jeans | Men's Jeans", "Waist", "34", "腰围34英寸"},
		{"Straight Jeans | Men's Jeans", "Length", "32", "内长32英寸"},
		{"Dress Shirt | Men's Clothing", "Size", "15.5 x 34", "领围15.5×袖长34英寸"},
		{"Dress Shirt | Men's Clothing", "Size", "16 34/35", "领围16×袖长34～35英寸"},
		{"Wool Suit | Men's Clothing", "Size", "42R", "美码42R（常规）"},
		{"Wool Suit | Men's Clothing", "Size", "40 Long", "美码40L（长款）"},
		{"Wrap Dress | Women's Clothing", "Size", "8", "美码8"},
		{"Wrap Dress | Women's Clothing", "Size", "00", "美码00"},
		{"Wrap Dress | Women's Clothing", "Size", "0-2", "美码0～2"},
		{"Wrap Dress | Women's Clothing", "Size", "10 Petite", "美码10（小个子）"},
		{"Wrap Dress | Women's Clothing", "Size", "10P", "美码10P"},
		{"Wrap Dress | Women's Clothing", "Size", "2X", "美码2X"},
		{"Wrap Dress | Women's Clothing", "Size", "M (8-10)", "M（美码8～10）"},
		{"Wrap Dress | Women's Clothing", "Size", "Large (12-14)", "L（美码12～14）"},
		{"Wrap Dress | Women's Clothing", "Size", "S/M", "S～M"},
		{"Wrap Dress | Women's Clothing", "Size", "1X (14W-16W)", "1X（美码14～16W）"},
		{"Wrap Dress | Women's Clothing", "Size", "8 (M)", "美码8（M）"},
		{"Wrap Dress | Women's Clothing", "Size", "4X-Large", "4XL"},
		{"Wrap Dress | Women's Clothing", "Size", "Plus 1X", "美码1X"},
		{"Work Shirt | Men's Clothing", "Size", "2XLT", "2XL（高个子）"},
		{"Team Shirt | Apparel", "Size", "YL", "青少年L"},
		{"Leather Belt | Accessories", "Size", "34", "美码34"},
		{"Ski Helmet | Sports", "Size", "S (51-55 cm)", "S（51～55厘米）"},
		{"Dog Coat | Pets", "Size", "10", ""},
		{"Baby Diapers | Baby", "Size", "2", "2号"},
		{"Baby Diapers | Baby", "Size", "N", "新生儿"},
		{"Shape Sorter | Toys", "Age", "3+", "3岁以上"},
		{"Baby Rattle | Baby", "Age", "12m+", "12个月以上"},
		{"Girls' Dress | Kids Clothing", "Size", "Big Girls 10", "女大童美码10"},
		{"Wrap Dress | Women's Clothing", "Size", "L Tall", "L（高个子）"},
		{"Wrap Dress | Women's Clothing", "Size", "XL", ""},
		{"Wrap Dress | Women's Clothing", "Size", "Large", ""},
		{"Wrap Dress | Women's Clothing", "Color", "8", ""},
		{"T-Shirt Bra | Bras", "Size", "34B", "美码34B"},
		{"T-Shirt Bra | Bras", "Size", "38DD", "美码38DD"},
		{"T-Shirt Bra | Bras", "Size", "36 C", "美码36C"},
		{"Gold Ring | Jewelry", "Ring Size", "7", "美码7（内径约17.3毫米）"},
		{"Gold Ring | Jewelry", "Size", "6.5", "美码6.5"},
		{"Gold Ring | Jewelry", "Size", "6 1/2", "美码6.5"},
		{"Fitted Hat | Accessories", "Size", "7 1/4", "美码7 1/4"},
		{"Baby Romper | Baby", "Size", "6-12M", "6～12个月"},
		{"Baby Romper | Baby", "Size", "6-12 Months", "6～12个月"},
		{"Baby Romper | Baby", "Size", "6M-12M", "6～12个月"},
		{"Baby Romper | Baby", "Size", "18M-2Y", "18个月～2岁"},
		{"Baby Romper | Baby", "Size", "0-3 mo", "0～3个月"},
		{"Footed Pajamas | Baby > Clothing", "Size", "NB", "新生儿"},
		{"Footed Pajamas | Baby > Clothing", "Size", "3M", "3个月"},
		{"Footed Pajamas | Baby > Clothing", "Size", "24M", "24个月"},
		{"Footed Pajamas | Baby > Clothing", "Size", "4T", "美码4T"},
		{"Footed Pajamas | Baby > Clothing", "Size", "2T-3T", "美码2T～3T"},
		{"Girls' Dress | Kids Clothing", "Size", "5-6Y", "5～6岁"},
		{"Girls' Dress | Kids Clothing", "Size", "8 Years", "8岁"},
		{"Girls' Dress | Kids Clothing", "Size", "6X", "美码6X"},
		{"Girls' Dress | Kids Clothing", "Size", "10-12", "美码10～12"},
		{"Team Shirt | Apparel", "Size", "Youth Medium", "青少年M"},
		{"Team Shirt | Apparel", "Size", "Youth 8", "青少年美码8"},
		{"Wooden Puzzle | Toys", "Age", "3-5", "3～5岁"},
		{"Queen Sheet Set | Home", "Size", "California King", "加州特大号（床垫183×213厘米）"},
		{"Sheet Set | Bedding", "Size", "Twin XL", "美标单人加长（床垫97×203厘米）"},
		{"Down Comforter | Bedding", "Size", "Full/Queen", "美标双人/美标大号双人"},
		{"Down Comforter | Bedding", "Size", "Queen", "美标大号双人"},
		{"Coffee Mug | Kitchen", "Size", "12", ""},
		{"Shoe Rack | Home", "Size", "10", ""},
		{"Ring Light | Electronics", "Size", "10", ""},
		{"Dog Bed | Pets", "Size", "Full", ""},
		{"Cookie Sheet | Kitchen", "Size", "Full", ""},
		{"Top Coat | Nails", "Size", "8", ""},
		{"Coffee Mug | Kitchen", "Size", "12 oz", ""},
		{"Coffee | Grocery", "Size", "Queen", ""},
		{"Wrap Dress | Women's Clothing", "Size", "8 码", ""},
		{"", "", "", ""},
	}
	tables := tablesForTest(t)
	for _, tt := range tests {
		title, category, _ := strings.Cut(tt.goods, " | ")
		got, certain, ok := tables.Option(tt.value, tt.name, title, category)
		if got != tt.want || ok != (tt.want != "") || ok && !certain {
			t.Errorf("%s, %s: %q: got %q, %t, %t, want %q", tt.goods, tt.name, tt.value, got, certain, ok, tt.want)
		}
	}
}

// TestEquivalents: charts are shown as such, and only a rule is certain.
func TestEquivalents(t *testing.T) {
	tables := tablesForTest(t)
	tests := []struct {
		goods, value string
		want         []string
		certain      bool
	}{
		{"Women's Shoes", "7.5", []string{"欧码38", "240毫米"}, false},
		{"Men's Shoes", "7.5", nil, false},
		{"Women's Shoes", "EU 38", []string{"240毫米"}, true},
		{"Bras", "34B", []string{"75B"}, false},
		{"Bras", "34DD", nil, false},
		{"Rings", "7", []string{"内圈周长54.5毫米", "港码14"}, false},
		{"Women's Clothing", "M", []string{"165/88A"}, false},
		{"Men's Clothing", "M", []string{"170/96-98"}, false},
		{"Kitchen", "M", nil, false},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range tables.Equivalents(tt.value, "Size", tt.goods) {
			got = append(got, e.Text)
			if e.Source == "" || e.Certain != tt.certain {
				t.Errorf("%s %s: got %+v", tt.goods, tt.value, e)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s %s: got %q, want %q", tt.goods, tt.value, got, tt.want)
		}
	}
}

// vectors are the sizes of charts that were read independently.
type vectors struct {
	Vectors []struct {
		EU      float64 `json:"eu"`
		MM      float64 `json:"cn_mm"`
		USWomen string  `json:"us_women"`
		UK      string  `json:"uk"`
	} `json:"vectors"`
	WomenTops []struct{ Alpha, US, CN string } `json:"women_tops"`
	MenTops   []struct {
		USAlpha string `json:"us_alpha"`
		CN      string `json:"cn"`
	} `json:"men_tops"`
	Rings []struct {
		US     float64 `json:"us"`
		Inner  float64 `json:"inner_mm"`
		Around float64 `json:"circ_mm"`
		CN     float64 `json:"cn_hk_no"`
	} `json:"rings"`
	Cups    map[string]float64 `json:"bra_cup_cm"`
	Bands   map[string]string  `json:"bra_band_cm"`
	USBands map[string]float64 `json:"bra_us_band_from_memory"`
}

// TestTablesAgainstCharts holds the tables against sizes.json, whole.
func TestTablesAgainstCharts(t *testing.T) {
	var file vectors
	sharedVectors(t, "data/localization/sizes.json", &file)
	tables := tablesForTest(t)
	if len(file.Vectors) == 0 || len(file.WomenTops) == 0 || len(file.MenTops) == 0 || len(file.Rings) == 0 || len(file.Cups) == 0 || len(file.Bands) == 0 || len(file.USBands) == 0 {
		t.Fatal("a part of the vectors is missing")
	}
	for i, v := range file.Vectors {
		want := shoe{"women", v.USWomen, v.UK, number(v.EU), number(v.MM), tables.shoes[i].source}
		if tables.shoes[i] != want || Millimetres(number(v.EU)) != number(v.MM) {
			t.Errorf("shoes: got %+v and %s mm, want %+v", tables.shoes[i], Millimetres(number(v.EU)), want)
		}
	}
	for _, v := range file.Rings {
		got, want := tables.rings[number(v.US)], ring{number(v.Inner), strconv.FormatFloat(v.Around, 'f', 1, 64), number(v.CN), "siudz.com"}
		if got != want {
			t.Errorf("ring %s: got %+v, want %+v", number(v.US), got, want)
		}
	}
	checkTops(t, tables, file)
	checkBras(t, tables, file)
}

func checkTops(t *testing.T, tables *Tables, file vectors) {
	t.Helper()
	var got, want []string
	for _, line := range tables.tops {
		got = append(got, line.who+" "+line.alpha+" "+line.us+" "+line.cn)
	}
	for _, v := range file.WomenTops {
		want = append(want, "women "+v.Alpha+" "+v.US+" "+v.CN)
	}
	for _, v := range file.MenTops {
		want = append(want, "men "+v.USAlpha+"  "+v.CN)
	}
	if !slices.Equal(got, want) {
		t.Errorf("tops: got %q, want %q", got, want)
	}
}

func checkBras(t *testing.T, tables *Tables, file vectors) {
	t.Helper()
	if len(tables.bands) != len(file.Bands) || len(file.USBands) != len(file.Bands) {
		t.Errorf("got %d bands, want %d", len(tables.bands), len(file.Bands))
	}
	for _, b := range tables.bands {
		if want, _, _ := strings.Cut(file.Bands[b.cn], " "); b.cm != want || number(file.USBands[b.us]) != b.cn {
			t.Errorf("band %+v, want %s cm, US %v", b, want, file.USBands[b.us])
		}
	}
	for cup, cm := range file.Cups {
		if tables.cups[cup] != number(cm) {
			t.Errorf("cup %s: got %q cm, want %s", cup, tables.cups[cup], number(cm))
		}
	}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// TestTablesAreStrict adds a wrong line to each table.
func TestTablesAreStrict(t *testing.T) {
	tests := []struct{ table, line, want string }{
		{"goods.tsv", "snood\tneckwear", `unknown kind "neckwear"`},
		{"goods.tsv", "shoes\tshoes", "is there twice"},
		{"people.tsv", "elder\t", "Chinese is missing"},
		{"widths.tsv", "q\t\t", "Chinese is missing"},
		{"widths.tsv", "q\tdogs\t宽", `unknown who "dogs"`},
		{"widths.tsv", "b\twomen\t宽", "is there twice"},
		{"fits.tsv", "q\t", "Chinese is missing"},
		{"beds.tsv", "bunk\t上下铺\twide\t75\tshops", "the size is not a number"},
		{"beds.tsv", "bunk\t\t38\t75\tshops", "Chinese is missing"},
		{"beds.tsv", "queen\t大\t60\t80\tshops", "is there twice"},
		{"shoes.tsv", "dogs\t1\t1\t1\t1\tshops", `unknown who "dogs"`},
		{"shoes.tsv", "men\t1\tx\t1\t1\tshops", "the size is not a number"},
		{"rings.tsv", "7\t17.3\t54\t14\tshops", "is there twice"},
		{"rings.tsv", "11\twide\t54\t14\tshops", "the size is not a number"},
		{"bras.tsv", "strap\t7\t17\t\tshops", `unknown kind "strap"`},
		{"tops.tsv", "dogs\tS\t4\t160\tshops", `unknown who "dogs"`},
	}
	shipped := os.DirFS("../../../assets/sizes")
	lex := lexiconForTest(t)
	for _, tt := range tests {
		files := fstest.MapFS{}
		names, err := fs.Glob(shipped, "*.tsv")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(shipped, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
		files[tt.table].Data = append(slices.Clone(files[tt.table].Data), tt.line+"\n"...)
		if _, err := Load(lex, files); err == nil || !strings.Contains(err.Error(), tt.table+":") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: got %v, want %q", tt.table, tt.line, err, tt.want)
		}
		delete(files, tt.table)
		if _, err := Load(lex, files); err == nil || !strings.Contains(err.Error(), tt.table) {
			t.Errorf("without %s: got %v", tt.table, err)
		}
	}
}

func FuzzOption(f *testing.F) {
	for _, v := range []string{"9", "8 1/2 Wide", "32x30", "M (8-10)", "6-12M", "M8/W9.5", "7 1/4", "34DD", "Twin XL", "(", "women's"} {
		f.Add(v, "Size", "Shoes Bras Jeans Baby Kids Hat Ring Sheets Apparel")
	}
	tables := tablesForTest(f)
	f.Fuzz(func(t *testing.T, value, name, goods string) {
		text, _, ok := tables.Option(value, name, goods)
		if ok != (text != "") {
			t.Fatalf("%q of %q: got %q, %t", value, goods, text, ok)
		}
		tables.Equivalents(value, name, goods)
	})
}

// sharedVectors reads a test vector that lies beside the checkout and is not part of the
// project.
func sharedVectors(t *testing.T, name string, v any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("NOT TESTED against independent vectors: %s is missing (set TRADEWIND_SHARED)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
