package catalog

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// whole is a product in which every field of the registry holds something.
func whole(t testing.TB) *Product {
	t.Helper()
	p := &Product{ID: "p", Variants: []Variant{{ID: "v"}}}
	texts := map[Kind]string{
		KindText: "Text", KindHTML: "<p>Text</p>", KindList: "one\ntwo", KindMoney: "12.99 USD", KindInteger: "7",
		KindWeight: "340 g", KindLength: "12 in", KindGTIN: "4006381333931", KindCountry: "US", KindStatus: "active",
		KindState: "reviewed", KindImages: "a.jpg\nhttps://cdn.example.com/b.jpg",
	}
	infos := append(Fields(), ListingFields(SimplifiedChinese)...)
	for _, name := range []Field{AttributeField("Care"), ChannelField("taobao", "cid")} {
		info, ok := LookupField(name)
		if !ok {
			t.Fatalf("no field %s", name)
		}
		infos = append(infos, info)
	}
	for _, f := range infos {
		text := texts[f.Kind]
		if base, _, ok := f.Name.Locale(); ok && (base == "options" || base == "attributes") {
			text = "Size = 尺码\nSmall = 小"
		}
		if problems := f.Set(p, &p.Variants[0], text, Defaults{}); len(problems) > 0 {
			t.Fatalf("set %s: %v", f.Name, problems)
		}
		if got := f.Get(p, &p.Variants[0]); got != text {
			t.Errorf("%s: got %q, want %q", f.Name, got, text)
		}
	}
	return p
}

// The text forms lose nothing: a product encoded and decoded is the same, and so
// is one made of another's texts.
func TestFieldsRoundTrip(t *testing.T) {
	p := whole(t)
	body := p.Encode()
	again, err := DecodeProduct(body)
	if err != nil {
		t.Fatal(err)
	}
	if cells := Diff(p, again); len(cells) > 0 {
		t.Errorf("decoded product differs: %v", cells)
	}
	if body2 := again.Encode(); string(body2) != string(body) {
		t.Errorf("encoded again:\n%s\n%s", body, body2)
	}
}

func TestEveryFieldCanBeCleared(t *testing.T) {
	p := whole(t)
	for _, f := range append(Fields(), ListingFields(SimplifiedChinese)...) {
		f.Set(p, &p.Variants[0], "", Defaults{})
		if got := f.Get(p, &p.Variants[0]); got != "" {
			t.Errorf("%s: %q after it was cleared", f.Name, got)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	p := whole(t)
	before := p.Encode()
	c := p.Clone()
	if !reflect.DeepEqual(p, c) {
		t.Fatal("the clone is another product")
	}
	for _, f := range append(Fields(), ListingFields(SimplifiedChinese)...) {
		f.Set(c, &c.Variants[0], "", Defaults{})
	}
	c.Tags = append(c.Tags, "x")
	c.SetAttribute("Care", "hand wash")
	c.SetChannelValue("taobao", "cid", "1")
	if after := p.Encode(); string(after) != string(before) {
		t.Errorf("a change of the clone changed the product:\n%s\n%s", before, after)
	}
}

func TestSetReports(t *testing.T) {
	tests := []struct {
		field Field
		text  string
		want  string
	}{
		{FieldTitle, "a\x00b", "control-characters info"},
		{FieldTitle, strings.Repeat("x", maxLine+1), "text-too-long blocked"},
		{FieldOrigin, "Atlantis", "country-unknown warning"},
		{FieldStatus, "maybe", "status-unknown warning"},
		{FieldStatus, "Inactive", "status-assumed warning"},
		{FieldStatus, "hidden", "status-assumed warning"},
		{FieldStatus, "停产", "status-assumed warning"},
		{FieldGTIN, "36000291452", "gtin-lost-zero warning"},
		{FieldGTIN, "4006381333932", "gtin-check-digit warning"},
		{FieldWeight, "heavy", "measure-unreadable blocked"},
		{ListingState.At(SimplifiedChinese), "done", "state-unknown blocked"},
	}
	for _, tt := range tests {
		info, ok := LookupField(tt.field)
		if !ok {
			t.Fatalf("no field %s", tt.field)
		}
		problems := info.Set(&Product{}, &Variant{}, tt.text, Defaults{})
		if len(problems) != 1 {
			t.Errorf("%s = %.20q: %v", tt.field, tt.text, problems)
			continue
		}
		if got := fmt.Sprint(problems[0].Code, " ", problems[0].Severity); got != tt.want {
			t.Errorf("%s = %.20q: %s, want %s", tt.field, tt.text, got, tt.want)
		}
	}
}

func TestParseCountry(t *testing.T) {
	for in, want := range map[string]string{"US": "US", "usa": "US", "United States": "US", "VNM": "VN", "越南": "VN", "中国台湾": "TW", "xx": "", "": "", "Atlantis": ""} {
		if got, ok := ParseCountry(in); got != want || ok != (want != "") {
			t.Errorf("ParseCountry(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestParseFilter(t *testing.T) {
	tests := map[string]string{
		"brand=Alder Creek, price>20":  "[{brand = Alder Creek} {price > 20}]",
		"hs_code blank":                "[{hs_code blank }]",
		"title@zh-Hans present":        "[{title@zh-Hans present }]",
		`title=Bowl\, large`:           "[{title = Bowl, large}]",
		"price>=1.5,price<=2,sku!=X":   "[{price >= 1.5} {price <= 2} {sku != X}]",
		"attr.Care~hand,status=active": "[{attr.Care ~ hand} {status = active}]",
		"":                             "[]",
	}
	for in, want := range tests {
		got, err := ParseFilter(in)
		if err != nil || fmt.Sprint(got) != want {
			t.Errorf("ParseFilter(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"brand", "colour=red", "price!5"} {
		if got, err := ParseFilter(in); err == nil {
			t.Errorf("ParseFilter(%q) = %v, want an error", in, got)
		}
	}
}

// An attribute is written where it is read: what a feed calls age_group is the sheet's
// "Age Group" when it comes back.
func TestAttributesComeBack(t *testing.T) {
	p := &Product{Attributes: []Attribute{{Key: "Age Group", Value: "Kids"}}}
	p.SetAttribute("age_group", "Adult")
	if got, ok := p.Attribute("AGE-GROUP"); len(p.Attributes) != 1 || got != "Adult" || !ok {
		t.Errorf("attributes %v, read %q", p.Attributes, got)
	}
	if p.SetAttribute("agegroup", ""); len(p.Attributes) != 0 {
		t.Errorf("attributes %v, want none", p.Attributes)
	}
}
