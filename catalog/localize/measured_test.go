package localize

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

// TestMeasuredSentences: points that say a measure in the same words everywhere.
func TestMeasuredSentences(t *testing.T) {
	tests := []struct{ title, in, want string }{
		{"12-Cup Drip Coffee Maker", "Makes 12 cups", "可制作12杯"},
		{"TV Mount", `Fits 32" to 65" TVs`, "适合32～65英寸电视"},
		{"Phone Stand", "For 4.7-6.8 inch phones", "适合4.7～6.8英寸手机"},
		{"Backpack", "Fits laptops up to 15.6 inches", "适合15.6英寸以内的笔记本电脑"},
		{"Phone Mount", `Fits handlebars 0.7" to 1.4" in diameter`, "适合直径1.78～3.56厘米的车把"},
		{"Sheet Set", `Fits mattresses up to 16" deep`, "适合厚度40.6厘米以内的床垫"},
		{"Sheet Set", "Fits most mattresses up to 16 inches", "适合多数厚度40.6厘米以内的床垫"},
		{"Bike Lock", "Fits most 26 inch bikes", "适合多数26寸自行车"},
		{"Iron", "Unplug before cleaning", "清洁前请拔下电源插头"},
		{"Balloons", "Choking hazard", "警示：有窒息危险"},
		{"Mouse Pad", "Weighs about 2 lbs", "重约907克"},
		{"Electric Bike", "Payload 300 lbs", "承重136千克"},
		{"Electric Bike", "Up to 28 mph and 55 miles of range", "最高速度45公里/小时，续航可达89公里"},
		{"Space Heater", "Room feels 10 °F warmer", "室内体感有约5.6℃的升温"},
		{"Cooling Towel", "Up to 30 °F cooler", "可达约16.7℃的降温"},
		{"Smart TV", `55" screen`, "55英寸屏幕"},
		{"Thermometer", "Reads -58 °F to 572 °F", "测量范围-50～300℃"},
		{"Thermometer", "Accuracy: ±2°F", "精度±1.1℃"},
		{"Tent", `Center height 4'11"`, "中心高度1.5米"},
		{"Charger", "Supports 20 W fast charging", "支持20W快充"},
		{"Skillet", "Oven safe to 500 °F", "可入烤箱，耐热至260℃"},
		{"Tripod", `Extends up to 60"`, "可伸长至1.52米"},
		{"Sheet Set", "Thread count of 400", "每平方英寸400根纱"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Title: tt.title}, languageForTest(t))
		if got := a.part(tt.in); got.Text != tt.want || !got.Complete {
			t.Errorf("%s: got %q (complete %t), want %q", tt.in, got.Text, got.Complete, tt.want)
		}
	}
}

// TestMeasureInDoubt: the owner says once what the ounces of a field are.
func TestMeasureInDoubt(t *testing.T) {
	p := &catalog.Product{Title: "Face Cream 1.7 oz", Category: "Beauty"}
	s, questions := questionsOf(t, p, languageForTest(t))
	i := slices.IndexFunc(questions, func(q Question) bool { return q.Word == "oz" })
	if i < 0 || questions[i].Why != compose.Measured || len(questions[i].Senses) != 3 {
		t.Fatalf("questions %+v", questions)
	}
	if got := s.Field(catalog.ListingTitle).Text; strings.Contains(got, "克") || strings.Contains(got, "毫升") {
		t.Errorf("the title says %q before an answer", got)
	}
	for n, want := range []string{"面霜 48克", "面霜 50毫升", "面霜 约58克/平方米（1.7盎司）"} {
		answer := Answer{Word: "oz", Field: questions[i].Field, Use: AsSense, Value: questions[i].Senses[n]}
		l := answered(t, answer)
		if !l.Takes(answer) {
			t.Errorf("%v is not taken", answer)
		}
		s, left := questionsOf(t, p, l)
		if got := s.Field(catalog.ListingTitle).Text; got != want || slices.ContainsFunc(left, func(q Question) bool { return q.Word == "oz" }) {
			t.Errorf("%v: got %q, want %q; open %+v", answer, got, want, left)
		}
	}
	sure := &catalog.Product{Title: "Hand Soap Refill 32 fl oz", Category: "Beauty"}
	s, _ = questionsOf(t, sure, answered(t, Answer{Word: "oz", Field: questions[i].Field, Use: AsSense, Value: questions[i].Senses[0]}))
	if got := s.Field(catalog.ListingTitle).Text; !strings.Contains(got, "946毫升") {
		t.Errorf("an answer changed what was certain: %q", got)
	}
}
