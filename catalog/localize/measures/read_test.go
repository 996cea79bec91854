package measures

import (
	"strings"
	"testing"
)

// readings writes each measure of a text, joined by spaces, with its doubt in brackets.
func readings(t *testing.T, text string, contexts ...string) string {
	t.Helper()
	u := unitsForTest(t)
	ts := u.lex.Tokens(text)
	var list []string
	for i := 0; i < len(ts); i++ {
		r, ok := u.Read(Setting{Text: text, Tokens: ts, At: i, Contexts: contexts})
		if !ok {
			continue
		}
		if r.Doubt != "" {
			r.Text += "[" + r.Doubt + "]"
		}
		list = append(list, r.Text)
		i += r.Tokens - 1
	}
	return strings.Join(list, " ")
}

type readCase struct{ product, in, want string }

func checkReadings(t *testing.T, tests []readCase) {
	t.Helper()
	for _, tt := range tests {
		title, category, _ := strings.Cut(tt.product, " | ")
		if got := readings(t, tt.in, title, category); got != tt.want {
			t.Errorf("%s: %q: got %q, want %q", tt.product, tt.in, got, tt.want)
		}
	}
}

func TestTemperatures(t *testing.T) {
	checkReadings(t, []readCase{
		{"Space Heater | Home", "Room feels 10 °F warmer", "约5.6℃的升温"},
		{"Space Heater | Home", "Room feels 10 to 15 °F warmer", "约5.6～8.3℃的升温"},
		{"Cooling Towel", "Up to 30 degrees F cooler than the air", "约16.7℃的降温"},
		{"Thermometer", "Accuracy ±2°F", "±1.1℃"},
		{"Thermometer", "Accurate to +/- 1.8 °F", "±1℃"},
		{"Thermometer", "Accurate to within 2 degrees F", "约1.1℃"},
		{"Thermometer", "holds within 60-80°F", "16～27℃"},
		{"Fan", "Cools by 10°F", "约5.6℃"},
		{"Fan", "5 °C cooler", "5℃的降温"},
		{"Smart TV", "55-Inch 4K Smart TV", "55英寸"},
		{"Fan", "Cools to 50°F", "10℃"},
		{"Sous Vide", "a temperature difference of 9 °F", "约5℃"},
		{"Thermostat", "5 °F temperature swing", "约2.8℃"},
		{"Cooler", "20°F below ambient", "约11.1℃"},
		{"Oven Mitt", "Heat resistant to 500°F", "260℃"},
		{"Jacket", "Rated from -4°F to 50°F", "-20～10℃"},
		{"Jacket", "for 14°F to -22 °F", "-10～-30℃"},
		{"Jacket", "32-95 F", "0～35℃"},
		{"Jacket", "95 F", "35℃"},
		{"Thermometer", "98.6°F", "37℃"},
		{"Thermometer", "100.9 °F", "38.3℃"},
		{"Down Sleeping Bag | Camping", "20-degree sleeping bag", "-7℃"},
		{"Down Sleeping Bag | Camping", "0 degree rating", "-18℃"},
		{"Travel Mug", "Keeps drinks 10 degrees cooler", "约5.6℃的降温"},
		{"Phone Mount", "360 degree rotation", "360度"},
		{"Phone Mount", "moves 15 degrees", "15度[degrees]"},
		{"Phone Mount", "360° rotation", ""},
		{"Wireless Bra | Bras", "Size 36F", ""},
		{"Wireless Bra | Bras", "wash below 86 °F", "30℃"},
	})
}

func TestOuncesInTheirSetting(t *testing.T) {
	checkReadings(t, []readCase{
		{"Denim Jeans | Clothing", "14 oz denim", "约475克/平方米（14盎司）"},
		{"Denim Jeans | Clothing", "14 oz", "约475克/平方米（14盎司）"},
		{"Women's High Rise Jeans | Jeans", "11.5 oz stretch denim", "约390克/平方米（11.5盎司）"},
		{"Men's Tee | Clothing", "6.1 oz., 100% preshrunk cotton", "约207克/平方米（6.1盎司）"},
		{"Canvas Tote Bag | Bags", "Heavyweight 12 oz canvas", "约407克/平方米（12盎司）"},
		{"Hoodie | Apparel", "8-10 oz fleece", "约271～339克/平方米（8～10盎司）"},
		{"Hoodie | Apparel", "Fabric weight: 10 oz fleece", "约339克/平方米（10盎司）"},
		{"Denim Jacket | Apparel", "Weighs 32 oz", "907克"},
		{"Sheet Set | Bedding", "5.3 oz/yd2 flannel", "约180克/平方米（5.3盎司）"},
		{"Tee | Apparel", "5.3 oz (180 gsm) jersey", "180克/平方米"},
		{"Tee | Apparel", "180 GSM cotton", "180克/平方米"},
		{"Wool Suit | Apparel", "11 oz worsted", "11盎司[ounces-linear]"},
		{"Denim Jeans | Apparel", "14 oz per linear yard", "14盎司/码[ounces-linear]"},
		{"Canvas Sneakers | Shoes", "10 oz per shoe", "283克"},
		{"Canvas Sneakers | Shoes", "10 oz", "283克"},
		{"Boxing Gloves | Sports", "14 oz", "14盎司"},
		{"Boxing Gloves | Sports", "12 oz training gloves", "12盎司"},
		{"Merino Yarn | Crafts", "3.5 oz skein", "99克"},
		{"Dark Roast Coffee | Grocery", "12 oz bag", "340克"},
		{"USDA Prime Ribeye Steak, Boneless | Fresh", "12 oz", "340克"},
		{"Sea Salt & Vinegar Kettle Chips | Snacks", "5 oz Bag", "142克"},
		{"Cotton Candy | Grocery", "3 oz", "85克"},
		{"Hot Sauce | Food", "5 fl oz bottle", "148毫升"},
		{"Hot Sauce | Food", "5 oz", "148毫升"},
		{"Tumbler with Straw | Home", "24 oz", "710毫升"},
		{"Soy Candle in a glass jar | Home", "8 oz", "227克"},
		{"Mystery Goo | Stuff", "8 oz", "227克[ounces]"},
		{"Claw Hammer | Tools", "16 oz", "454克"},
		{"Denim Jacket", "14.5 oz", "约492克/平方米（14.5盎司）[ounces]"},
		{"Trousers", "13 oz flannel suiting", "13盎司[ounces-linear]"},
		{"Canvas Tent", "Canvas weight 10.1 oz", "约342克/平方米（10.1盎司）"},
		{"French Press Coffee Maker", "34 oz", "1升"},
		{"Face Cream", "1.7 oz", "48克[ounces]"},
		{"Pasta Sauce | Food", "24 oz jar", "680克"},
		{"Tomato Salsa | Food", "16 oz", "454克"},
		{"Soy Sauce | Food", "15 oz", "444毫升"},
		{"Milk Chocolate | Food", "3 oz", "85克"},
		{"Silver Coin", "1 troy oz", "31克"},
	})
}

func TestNominalPacks(t *testing.T) {
	checkReadings(t, []readCase{
		{"Toner | Beauty", "3.4 fl oz", "100毫升"},
		{"Toner | Beauty", "under 3.4 oz", "100毫升"},
		{"Perfume", "3.3 fl oz", "100毫升"},
		{"Serum", "1.7 fl oz", "50毫升"},
		{"Serum", "1 fl oz", "30毫升"},
		{"Serum", "0.5 fl oz", "15毫升"},
		{"Water", "16.9 fl oz", "500毫升"},
		{"Water", "33.8 fl oz", "1升"},
		{"Wine", "25.4 fl oz", "750毫升"},
		{"Water", "12 fl oz", "355毫升"},
		{"Water Bottle", "17 oz", "500毫升"},
		{"Tumbler", "40 oz", "1.18升"},
		{"Lotion", "8 fl oz", "237毫升"},
		{"Mascara", "0.3 fl oz", "8.9毫升"},
		{"Chocolate Bar", "Net Wt 8 oz", "227克"},
		{"Chocolate Bar", "3.53 oz", "100克"},
		{"Coffee", "8.8 oz", "250克"},
		{"Coffee", "2.2 lb", "1千克"},
		{"Coffee", "2 lb", "907克"},
		{"Yogurt", "5.3 oz", "150克"},
		{"Soup", "10.5 oz net weight", "298克"},
		{"Air Fryer", "5.3 qt", "5升"},
		{"Pressure Cooker", "6 qt", "5.68升"},
		{"Charging Cable", "6.6 ft", "2米"},
		{"Charging Cable", "3.3 ft", "1米"},
		{"Charging Cable", "10 ft", "3米"},
		{"Charging Cable", "6 ft", "1.8米"},
		{"LED Strip", "16.4 ft", "5米"},
		{"Ladder", "10 ft", "3.05米"},
		{"Ladder", "6 ft", "1.83米"},
		{"Tray", "11.8 x 15.7 in", "30×40厘米"},
		{"Tray", "12 x 16 in", "30.5×40.6厘米"},
		{"Person", `5' 6"`, "1.68米"},
	})
}

func TestCupsAndSpoons(t *testing.T) {
	checkReadings(t, []readCase{
		{"12-Cup Drip Coffee Maker | Kitchen", "12-Cup Drip Coffee Maker", "12杯"},
		{"12-Cup Drip Coffee Maker | Kitchen", "Makes 12 cups", "12杯"},
		{"French Press | Kitchen", "8 cup", "8杯"},
		{"Rice Cooker | Kitchen", "10 cups cooked rice", "10杯"},
		{"Pancake Mix | Food", "Serving size 1/4 cup (30 g)", "1/4杯 30克"},
		{"Pancake Mix | Food", "Add 1 1/2 cups of water", "1.5杯（约360毫升）"},
		{"Glass Food Container | Kitchen", "4 cups", "946毫升"},
		{"Food Processor | Kitchen", "14-cup bowl", "3.31升"},
		{"Muffin Pan | Kitchen", "12-cup", "12连"},
		{"Paper Cups | Party", "100 cups", "100个"},
		{"Dog Food | Pets", "1/2 cup per 10 lb", "1/2杯 4.54千克"},
		{"Electric Kettle", "7 cup capacity", "1.66升"},
		{"Paper Coffee Cups", "50 cups", "50个"},
		{"Blue Thing", "2 cups", "2杯[cups]"},
		{"Spirulina Powder | Health", "1 teaspoon per serving", "1茶匙"},
		{"Spirulina Powder | Health", "1-2 tsp", "1～2茶匙"},
		{"Olive Oil | Food", "2 tbsp", "2汤匙"},
		{"Olive Oil | Food", "1 tbsp (15 mL)", "15毫升"},
		{"Oats | Food", "1 cup (240 ml)", "240毫升"},
		{"Oats | Food", "1½ cups", "1.5杯"},
		{"Oats | Food", "1/3 cup", "1/3杯"},
		{"Oats | Food", "1 1/3 cups", "1又1/3杯"},
	})
}

func TestInchesThatStay(t *testing.T) {
	checkReadings(t, []readCase{
		{`Stand for 13" MacBook | Electronics`, `Stand for 13" MacBook`, "13英寸"},
		{`Stand for 13" MacBook | Electronics`, "For 4.7-6.8 inch phones", "4.7～6.8英寸"},
		{`Stand for 13" MacBook | Electronics`, `Fits 32" to 65" TVs`, "32～65英寸"},
		{`Stand for 13" MacBook | Electronics`, "10 inches tall", "高25.4厘米"},
		{"Monitor Arm", "Fits monitors up to 32 inches", "32英寸"},
		{"Tablet", "Screen size: 10.1 in", "10.1英寸"},
		{"27-Inch Curved Gaming Monitor", "27-Inch Curved Gaming Monitor", "27英寸"},
		{"Laptop Sleeve | Bags", "15.6 inch", "15.6英寸"},
		{"Laptop Sleeve | Bags", "15.6 inch laptop sleeve", "15.6英寸"},
		{"Case for Phone", "6.7 inch", "6.7英寸"},
		{"Laptop Sleeve | Bags", "15 x 11 in", "38.1×27.9厘米"},
		{"Neck Strap for Phone", "16-inch neck strap for phone", "40.6厘米"},
		{"TV Stand | Furniture", "55-inch TV stand", "1.4米[inches]"},
		{"Kids' 16-Inch Bike | Cycling", "Kids' 16-Inch Bike", "16寸"},
		{"Electric Bike", `26" Fat Tire Electric Bike`, "26寸"},
		{"Kids Bike", `12" Wheel`, "12寸"},
		{"Kids Bike", `wheel size 20 in`, "20寸"},
		{"Bike Lock", "14 inch bike lock", "35.6厘米[inches]"},
		{"Carry-On Luggage", "20-inch", "20寸"},
		{"Frozen Pizza", "12 inch pizza", "12寸"},
		{"Cast Iron Skillet", "10-inch skillet", "25.4厘米"},
		{"Cast Iron Skillet", "10-inch", "25.4厘米"},
		{"Ratchet | Tools", "1/2 in drive", "1/2英寸"},
		{"Air Fitting | Tools", "1/4 in NPT", "1/4英寸"},
		{"Garden Hose", "5/8 in hose", "5/8英寸"},
		{"Bike Tube", `26" x 1.95"`, "26×1.95寸"},
		{"Scooter", `8.5" pneumatic tires`, "8.5寸"},
		{"Gaming Monitor", `34" ultrawide curved`, "34英寸"},
		{"Digital Picture Frame", "10.1 inch", "10.1英寸"},
		{"Hose Nozzle", `3/4" GHT`, "3/4英寸"},
		{"Cake Pan", "9-inch round", "9寸"},
		{"Ceiling Fan", "52-inch", "52寸"},
		{"Rug", `5'3" x 7'6"`, "160×229厘米"},
		{"Pool", "15 ft x 48 in", "457×122厘米"},
		{"Tape", `1" x 60 yd`, "2.54厘米 54.9米"},
		{"Picture Frame", `8" x 10"`, "20.3×25.4厘米"},
		{"Jeans", `Inseam 29"`, "73.7厘米"},
		{"Dog Harness", `Chest 22"-27"`, "55.9～68.6厘米"},
		{"Bike Phone Mount", `Fits handlebars 0.7" to 1.4" in diameter`, "1.78～3.56厘米"},
		{"Sheet Set", `Fits mattresses up to 16" deep`, "深40.6厘米"},
		{"Tent", `8' x 7'`, "244×213厘米"},
		{"Tent", `Center height 4'11"`, "1.5米"},
	})
}

func TestOtherUnits(t *testing.T) {
	checkReadings(t, []readCase{
		{"Torque Wrench", "10-80 ft-lb", "14～108牛·米"},
		{"Torque Wrench", "60 in-lbs", "6.78牛·米"},
		{"Torque Wrench", "100 ft. lbs. of torque", "136牛·米"},
		{"Floor Pump | Cycling", "Up to 120 psi", "827千帕（120psi）"},
		{"Silk Pillowcase | Bedding", "19 momme", "19姆米"},
		{"Silk Pillowcase | Bedding", "22mm", "22姆米"},
		{"Silk Pillowcase | Bedding", "22 mm mulberry silk", "22姆米"},
		{"Silk Ribbon", "ribbon 6 mm wide", "宽6毫米"},
		{"Sheet Set | Bedding", "400 thread count", "400根"},
		{"Sheet Set | Bedding", "400TC", "400根"},
		{"Diamond Ring | Jewelry", "0.5 ct", "0.5克拉"},
		{"Diamond Ring | Jewelry", "1/2 ctw", "1/2克拉（总重）"},
		{"Diamond Ring | Jewelry", "2 carat", "2克拉"},
		{"Melatonin Tablets | Health", "250 ct", ""},
		{"Gold Necklace | Jewelry", "14k yellow gold", "14K黄金"},
		{"Gold Necklace | Jewelry", "14K gold", "14K金"},
		{"Ring | Jewelry", "18 karat white gold", "18K白K金"},
		{"Ring | Jewelry", "18k gold plated", "18K镀金"},
		{"Ring | Jewelry", "10K rose gold filled", "10K包玫瑰金"},
		{"Monitor", "5K display", ""},
		{"Running Shirt", "10K race", ""},
		{"Electric Bike", "750W motor, 48V 15Ah battery", "750W 48V 15安时"},
		{"Electric Bike", "up to 28 mph and 55 miles", "45公里/小时 89公里"},
		{"Electric Bike", "Payload 300 lbs", "136千克"},
		{"Power Bank", "10,000 mAh, 37 Wh", "10,000mAh 37瓦时"},
		{"Coffee Maker", "900 watts, 120 V", "900W 120V"},
		{"Flashlight", "1200 lumens", "1200流明"},
		{"Grill", "40,000 BTU", "11.7千瓦"},
		{"Range Hood", "350 CFM", "595立方米/小时"},
		{"Shower Head", "2.5 GPM", "9.46升/分钟"},
		{"Drill", "1500 rpm", "1500转/分"},
		{"Fan", "45 dB", "45分贝"},
		{"Headphones", "20 Hz - 20 kHz", "20赫兹～20千赫"},
		{"Pressure Washer", "3000 PSI", "20.7兆帕（3000psi）"},
		{"Copy Paper", "20 lb paper", "20磅[paper]"},
		{"Copy Paper", "5 lb", "2.27千克"},
		{"Refrigerator", "3.2 cu ft", "90.6升"},
		{"Lawn Seed", "covers 1/4 acre", "1010平方米"},
		{"Lawn Seed", "covers 5,000 sq ft", "465平方米"},
		{"Apples", "1 bushel", "35.2升"},
		{"Gamer Mouse", "16000 DPI", "16000DPI"},
		{"Sandpaper", "120 grit", "120目"},
		{"Trash Bags", "1.2 mil thick", "厚0.03毫米"},
		{"Espresso Machine", "15 bar", "15巴"},
		{"Granola Bars", "6 bars", ""},
		{"T-Shirt", "2 V-neck shirts", ""},
		{"Rug", "5' x 7'", "152×213厘米"},
		{"Box", "12 x 10 x 4 in", "30.5×25.4×10.2厘米"},
		{"Bike", "40 gal", "151升"},
	})
}
