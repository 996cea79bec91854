package senses

import (
	"os"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/terms"
)

// meant are words in the texts of shops with the Chinese that is meant there, or
// nothing where a careful reader would ask. Most come in pairs: the same word of other goods.
var meant = []struct{ category, title, text, option, word, want string }{
	{"Clothing > Jeans", "Jeans", "Light Wash", "colour", "light", "浅色"},
	{"Clothing > Jeans", "Jeans", "Light Wash", "colour", "wash", "水洗色"},
	{"Baby > Bath", "Baby Shampoo & Wash", "Baby Shampoo & Wash", "", "wash", "沐浴露"},
	{"Home", "Desk Light", "Black hanging light", "", "light", "灯"},
	{"Clothing", "Bra", "Light lift, no underwire", "", "light", "轻度"},
	{"Grocery", "Coffee", "Light", "roast", "light", "浅烘"},
	{"Grocery", "Crackers", "Light, crispy texture", "", "light", ""},
	{"Shoes", "Road Running Shoes", "8 mm drop", "", "drop", "前后掌落差"},
	{"Health > Supplements", "Vitamin Drops", "Liquid Drops", "", "drop", "滴剂"},
	{"Jewelry", "Earrings", "Drop length 1.5 in", "", "drop", ""},
	{"Electronics", "Phone Case", "Drop tested up to 10 ft", "", "drop", "防摔"},
	{"Electronics", "Case for iPhone 15", "Case for iPhone 15", "", "case", "保护壳"},
	{"Accessories > Sunglasses", "Sunglasses", "Includes hard case and cloth", "", "case", "收纳盒"},
	{"Grocery", "Soda", "Case of 24", "", "case", "箱"},
	{"Tools", "Socket Set", "Case included", "", "case", ""},
	{"Kitchen", "12-Cup Coffee Maker", "12-Cup Coffee Maker", "", "cup", "杯"},
	{"Clothing > Bras", "Bra", "Molded cups", "", "cup", "罩杯"},
	{"Beauty > Nails", "Gel Kit", "Base coat and top coat included", "", "base", "底胶"},
	{"Beauty > Nails", "Gel Kit", "Base coat and top coat included", "", "top", "封层"},
	{"Beauty > Nails", "Gel Kit", "Base coat and top coat included", "", "coat", "涂层"},
	{"Clothing", "Wool Coat", "Winter coat", "", "coat", "大衣"},
	{"Garden", "Umbrella Base", "Umbrella Base, 50 lb", "", "base", "底座"},
	{"Shoes", "Running Shoes", "Arch support", "", "support", "支撑"},
	{"Electronics", "Earbuds", "Supports iOS", "", "support", "支持…"},
	{"Cycling", "Bike Frame", "Aluminum Bike Frame", "", "frame", "车架"},
	{"Accessories", "Square Frame Sunglasses", "Square Frame Sunglasses", "", "frame", "镜框"},
	{"Home", "Photo Frame", "Picture frame, 8 x 10 in", "", "frame", "相框"},
	{"Pets", "Dog Harness", "Chest 22 in", "", "chest", "胸围"},
	{"Clothing > Bras", "Bra", "Wireless T-Shirt Bra", "", "wireless", "无钢圈"},
	{"Electronics", "Earbuds", "Wireless Earbuds", "", "wireless", "无线"},
	{"Kitchen", "Kettle", "Electric Kettle", "", "kettle", "烧水壶"},
	{"Grocery", "Chips", "Kettle Chips", "", "kettle", "锅炸"},
	{"Outdoor", "Tent", "4-Person Instant Tent", "", "instant", "速开"},
	{"Grocery", "Coffee", "Instant Coffee", "", "instant", "速溶"},
	{"Outdoor", "Weight Plate", "Olympic plate, 25 lb", "", "plate", "杠铃片"},
	{"Kitchen", "Plate", "Dinner plate", "", "plate", "盘子"},
	{"Baby > Feeding", "Breast Pump", "Hands-Free Pump", "", "hands free", "免手扶"},
	{"Pets", "Leash", "Hands-free leash", "", "hands free", "解放双手"},
	{"Garden", "Pot", "White Ceramic Pot", "", "pot", "花盆"},
	{"Kitchen", "Pot", "Stainless Steel Cooking Pot", "", "pot", "锅"},
	{"Garden", "Biodegradable Cardboard Pots", "Biodegradable Cardboard Pots", "", "pot", "育苗盆"},
	{"Food", "Energy Bar", "Walnut", "flavour", "walnut", "核桃"},
	{"Furniture", "Desk", "Walnut", "colour", "walnut", "胡桃木色"},
	{"Jewelry", "Earrings", "Gold", "colour", "gold", "金色"},
	{"Jewelry", "Ring", "14K Gold", "", "gold", "黄金"},
	{"Cycling", "Saddle", "Steel rails", "", "rail", "弓轨"},
	{"Cycling", "Fork", "Suspension fork", "", "fork", "前叉"},
	{"Kitchen", "Fork", "Salad Fork", "", "fork", "叉子"},
	{"Beauty", "Cream", "Face Cream", "", "cream", "霜"},
	{"Clothing", "Cardigan", "Cream", "colour", "cream", "奶油色"},
	{"Grocery", "Soda", "Cream soda", "", "cream", "奶油"},
	{"Grocery", "Honey", "Raw honey", "", "raw", "原蜜"},
	{"Grocery", "Jerky", "Original", "flavour", "original", "原味"},
	{"Grocery", "Coffee Beans", "Fine", "grind", "fine", "细研磨"},
	{"Grocery", "Salsa", "Medium", "heat", "medium", "中辣"},
	{"Shoes", "Running Shoes", "Medium", "width", "medium", "标准宽度"},
	{"Clothing", "Tee", "Medium", "size", "medium", "中号"},
	{"Home > Bedding", "Sheet Set", "Full", "size", "full", "双人床"},
	{"Shoes > Kids", "Sneakers", "12 Little Kid", "size", "little kid", "小童码"},
	{"Grocery", "Ribeye Steak", "4 Count", "", "count", ""},
	{"Health > Supplements", "Vitamin Gummies", "120 Count", "", "count", "粒"},
	{"Home > Bedding", "Sheet Set", "400 thread count", "", "count", "织物密度"},
	{"Electronics", "Tablet", "10 Inch Tablet", "", "tablet", "平板电脑"},
	{"Health > Supplements", "Iron Tablets", "Chewable tablets", "", "tablet", "片"},
	{"Electronics", "Phone Case", "iPhone 15 Pro Max", "model", "pro", ""},
	{"Tools", "Saw Blade", "Circular saw blade", "", "blade", "锯片"},
	{"Automotive", "Blades", "Windshield Wiper Blades", "", "blade", "雨刮片"},
	{"Pets", "Dog Collar", "Leather Dog Collar", "", "collar", "项圈"},
	{"Clothing", "Shirt", "Polo collar", "", "collar", "领子"},
	{"Beauty", "Comb", "Hair comb", "", "comb", "梳子"},
	{"Home", "Iron", "Iron, Steam", "", "iron", "熨斗"},
	{"Electronics", "Earbuds", "Earbuds with charging case", "", "case", ""},
	{"Electronics", "iPhone 15 Case", "iPhone 15 Case", "", "case", "保护壳"},
	{"Baby", "Wearable Breast Pump, nursing", "Wireless pump", "", "wireless", "无线"},
	{"Beauty", "Salicylic Acid Wash", "Salicylic acid wash", "", "wash", ""},
	{"Shoes", "Rain Boots", "Rubber boots", "", "boot", "靴子"},
	{"Shoes", "Hiking Boots", "Walking boots", "", "boot", "靴子"},
	{"Clothing", "Sweater", "Wide neck", "", "neck", "领"},
	{"Clothing", "Cover-Up for the Pool", "Two pockets", "", "pocket", "口袋"},
	{"Clothing", "Jeans", "Deep pockets", "", "pocket", "口袋"},
	{"Toys", "Dump Truck", "Green plastic", "", "green", ""},
	{"Health > Supplements", "Multivitamin", "Zinc and iron", "", "iron", "铁"},
	{"Health & Household", "Multivitamin", "Multivitamin with Iron", "", "iron", "铁"},
	{"Automotive", "Bumper", "Bumper, Front", "", "front", "前"},
	{"Bikes", "Brake Pads", "Front", "", "front", "前"},
	{"Home", "Storage Bins", "Bins, Clear, with lid", "", "clear", "透明"},
	{"Home", "Storage Bins", "Clear Stackable Plastic Storage Bins", "", "clear", "透明"},
	{"Home", "Drain Opener", "Clear clogs fast", "", "clear", "清除"},
	{"Kitchen", "Tea Kettle", "Tea Kettle, Orange", "", "orange", ""},
	{"Kitchen", "Salad Bowl", "Wooden bowl", "", "bowl", "碗"},
	{"Kitchen", "Mug", "Glass coffee mug", "", "glass", "玻璃"},
	{"Tools", "Bits", "20 bits", "", "bit", "钻头"},
	{"Health", "Blood Pressure Cuff", "Large display, memory for two", "", "memory", ""},
	{"Pets", "Cat Fountain", "2 L tank", "", "tank", "水箱"},
	{"Cycling", "Chain Lube", "Drip bottle", "", "bottle", ""},
	{"Electronics", "Portable Monitor", "Monitor with stand", "", "monitor", "显示器"},
	{"Kitchen", "Electric Grill", "Grill with lid", "", "grill", ""},
	{"Garden", "Hose Nozzle", "Spray with nozzle", "", "spray", ""},
	{"Home", "Step Stool", "Handle with grip", "", "handle", ""},
	{"Clothing", "Swimsuit", "Cut outs at the sides", "", "cut", "镂空"},
	{"Clothing", "Cotton Tee", "Print on chest", "", "chest", ""},
	{"Clothing", "Cargo Pants", "Ankle tie", "", "tie", ""},
	{"Shoes", "Loafers", "Stacked heel", "", "heel", "鞋跟"},
	{"Bags", "Backpack", "Chest strap", "", "strap", ""},
	{"Cycling", "Bottle Cage", "Light", "", "light", ""},
	{"Kitchen", "Wine Glasses", "Thin rim", "", "rim", "边沿"},
	{"Music", "Electric Guitar", "Light strings", "", "light", ""},
	{"Kitchen", "Spatula", "3 mm thick", "", "thick", "厚"},
	{"Grocery", "Vinegar", "Rice wine vinegar", "", "wine", ""},
	{"Grocery", "Peanut Butter", "Almond butter", "", "butter", ""},
	{"Automotive", "Floor Mats", "All-weather floor mats", "", "mat", "脚垫"},
	{"Health > Supplements", "Iron Capsules", "Iron Capsules", "", "iron", "铁"},
	{"Crafts", "Glass Beads", "Glass Beads, 6 mm, Clear", "", "clear", ""},
	{"Electronics", "Phone Case", "Clear", "colour", "clear", "透明"},
	{"Food", "Jerky", "Turkey Jerky", "", "turkey", "火鸡肉"},
	{"Clothing", "Towel", "Made in Turkey", "", "turkey", "土耳其"},
	{"Electronics", "Cable", "Male to female adapter", "", "male", "公头"},
	{"Health", "Trimmer", "Male grooming kit", "", "male", "男性"},
}

// TestMeant is the shipped table against the texts of shops.
func TestMeant(t *testing.T) {
	lx := lexicon(t)
	tb, err := Load(lx, os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range meant {
		at := Around{Tokens: lx.Tokens(tt.text), Field: terms.FieldOf(lx, &catalog.Product{Category: tt.category}), Near: map[string]bool{}, Options: map[string]bool{tt.option: tt.option != ""}}
		for _, token := range lx.Tokens(tt.title + " " + tt.category) {
			at.Near[token.Stem] = true
		}
		got, found := "", false
		for at.From = range at.Tokens {
			h, ok := tb.At(at)
			if !ok || h.Word != tt.word {
				continue
			}
			found = true
			if h.Sense != nil {
				got = h.Sense.Term.Hans
			}
			break
		}
		if !found || got != tt.want {
			t.Errorf("%q of %q in %q: got %q, found %t, want %q", tt.word, tt.text, tt.category, got, found, tt.want)
		}
	}
}
