package view

import (
	"slices"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/catalog"
)

// TestEveryFieldHasATab: whatever field a finding carries, it is known where it is
// mended. A field that is new gets a line in fieldTabs.
func TestEveryFieldHasATab(t *testing.T) {
	for _, info := range catalog.Fields() {
		if _, known := fieldTabs[info.Name]; !known {
			t.Errorf("%s has no tab", info.Name)
		}
	}
	for _, to := range []catalog.Locale{catalog.SimplifiedChinese, catalog.TraditionalChinese} {
		for _, info := range catalog.ListingFields(to) {
			if got := TabOf(info.Name); got != ChineseTab {
				t.Errorf("%s is mended in %s", info.Name, got)
			}
		}
	}
	for field, want := range map[catalog.Field]ProductTab{"attr.Care": DetailsTab, "channel.taobao.cid": ChannelsTab} {
		if got := TabOf(field); got != want {
			t.Errorf("%s is mended in %s, want %s", field, got, want)
		}
	}
}

// TestCellOf: a problem leads to the variant, the option, the source that mends it.
func TestCellOf(t *testing.T) {
	p, _ := openedProduct(t, job.Inline{}, "T-S") // Size S and M, no barcode, no description
	second := p.Draft.Variants[1].ID
	first := p.Draft.Variants[0].ID
	zh := catalog.SimplifiedChinese
	problem := func(field catalog.Field, args ...string) catalog.Problem {
		return catalog.NewProblem("value-missing", catalog.Blocked, field, args...)
	}
	tests := map[string]struct {
		problem catalog.Problem
		want    ProductCell
	}{
		"a variant's, by its SKU":                {problem(catalog.FieldGTIN, "sku", "T-M"), ProductCell{Variant: second, Field: catalog.FieldGTIN}},
		"a variant's, the first that lacks it":   {problem(catalog.FieldGTIN), ProductCell{Variant: first, Field: catalog.FieldGTIN}},
		"the product's":                          {problem(catalog.FieldBrand), ProductCell{Field: catalog.FieldBrand}},
		"an option by its name":                  {problem(catalog.FieldOption2, "option", "Size", "sku", "T-M"), ProductCell{Variant: second, Field: catalog.FieldOption1}},
		"an option by the column that wants it":  {problem(catalog.FieldOption1, "column", "size", "sku", "T-S"), ProductCell{Variant: first, Field: catalog.FieldOption1}},
		"an option that is not there":            {problem(catalog.FieldOption1, "column", "color", "sku", "T-S"), ProductCell{Field: catalog.FieldOption2}},
		"a name of an option":                    {problem(catalog.FieldOption3Name, "option", "size"), ProductCell{Field: catalog.FieldOption1Name}},
		"a text of a channel alone":              {problem("", "channel", "taobao", "column", "cid"), ProductCell{Field: "channel.taobao.cid"}},
		"a picture":                              {problem(catalog.FieldImages, "picture", "a.jpg"), ProductCell{Field: catalog.FieldImages, Picture: "a.jpg"}},
		"Chinese that has its English":           {problem(catalog.ListingTitle.At(zh)), ProductCell{Field: catalog.ListingTitle.At(zh)}},
		"Chinese without English to be made of":  {problem(catalog.ListingDescription.At(zh)), ProductCell{Field: catalog.FieldDescription}},
		"keywords without English to be made of": {problem(catalog.ListingKeywords.At(zh)), ProductCell{Field: catalog.FieldTags}},
	}
	for name, tt := range tests {
		if got := p.cellOf(tt.problem); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tt.want)
		}
	}
}

// TestOpenGoesToWhatIsWrong: from a list of products that lack something, each product
// is opened there, and so are those that are stepped to.
func TestOpenGoesToWhatIsWrong(t *testing.T) {
	s := productShop(t, job.Inline{}, "handle,title,option1 name,option1 value,sku,price\ntee,Tee,Size,S,T-S,20\ntee,,,M,T-M,\nmug,Mug,,,M-1,\n")
	list := NewProducts(s)
	list.Enter()
	defer list.Leave()
	list.Toggle(catalog.Condition{Field: catalog.FieldPrice, Op: catalog.OpBlank})
	var went Target
	s.Go = func(t Target) { went = t }
	list.Show(0, 1)
	if got := []string{list.Row(0).Price, list.Row(1).Price}; !slices.Contains(got, "$20.00, 1 missing") || !slices.Contains(got, "") {
		t.Errorf("the prices are shown as %q", got)
	}
	list.Open(idOf(t, s, "T-S"), nil)
	p := s.Product()
	p.Receive(went)
	p.Enter()
	defer p.Leave()
	want := ProductCell{Variant: p.Draft.Variants[1].ID, Field: catalog.FieldPrice}
	if cell, ok := p.TakeCursor(); !ok || cell != want || p.Tab != VariantsTab || !p.TakeCaret() {
		t.Errorf("the cursor is on %+v (%v) of %s, want the price that is missing, open", cell, ok, p.Tab)
	}
	p.Step(1)
	if went.Product != idOf(t, s, "M-1") || went.Field != catalog.FieldPrice || went.Problem == "" {
		t.Errorf("the next one is opened at %+v", went)
	}
	list.ShowAll()
	if list.Open(idOf(t, s, "M-1"), nil); went.Field != "" || went.Problem != "" {
		t.Errorf("from all products one is opened at %+v", went)
	}
}

// TestProblemOfASettingLeadsThere: what one setting mends for all products is not
// looked for in one of them.
func TestProblemOfASettingLeadsThere(t *testing.T) {
	s := productShop(t, job.Inline{}, "handle,title,sku,price,image\nmug,Mug,M-1,4,mug.jpg\n")
	in, err := s.Workspace.Inspect(t.Context(), idOf(t, s, "M-1"))
	if err != nil {
		t.Fatal(err)
	}
	lines := problemLines(idOf(t, s, "M-1"), in.Channels, s.Text)
	at := slices.IndexFunc(lines, func(l ProblemLine) bool { return l.Code == addressMissing })
	if at < 0 || lines[at].Fix.Place != SettingsPlace || lines[at].Fix.Setting != "picture_url" {
		t.Fatalf("it leads to %+v", lines)
	}
	p := s.Product()
	p.Receive(Target{Place: ProductPlace, Product: idOf(t, s, "M-1")})
	p.Enter()
	defer p.Leave()
	if got := p.ImageProblems(p.Draft.Images[0].Source); len(got) == 0 || got[0].Need != "picture_url" {
		t.Errorf("at the picture itself stands %+v", got)
	}
}

func TestSettingsGoToAnOption(t *testing.T) {
	s := productShop(t, job.Inline{}, threeProducts)
	m := NewSettings(s, noPreferences{})
	for key, topic := range map[string]string{"picture_url": "shop", "rate.USD/CNY": "rates", "rate.EUR/CNY": "rates", "nothing": ""} {
		m.Receive(Target{Setting: key})
		m.Load()
		got, at, ok := m.TakeAim()
		if got != topic || ok != (topic != "") || ok && at != key {
			t.Errorf("%s: topic %q, option %q, %v", key, got, at, ok)
		}
		if _, _, again := m.TakeAim(); again {
			t.Errorf("%s is gone to twice", key)
		}
	}
}

type noPreferences struct{}

func (noPreferences) Preference(string) string     { return "" }
func (noPreferences) SetPreference(string, string) {}
