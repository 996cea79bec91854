package product

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
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
	for field, want := range map[catalog.Field]Tab{"attr.Care": DetailsTab, "channel.taobao.cid": ChannelsTab} {
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
		want    Cell
	}{
		"a variant's, by its SKU":                {problem(catalog.FieldGTIN, "sku", "T-M"), Cell{Variant: second, Field: catalog.FieldGTIN}},
		"a variant's, the first that lacks it":   {problem(catalog.FieldGTIN), Cell{Variant: first, Field: catalog.FieldGTIN}},
		"the product's":                          {problem(catalog.FieldBrand), Cell{Field: catalog.FieldBrand}},
		"an option by its name":                  {problem(catalog.FieldOption2, "option", "Size", "sku", "T-M"), Cell{Variant: second, Field: catalog.FieldOption1}},
		"an option by the column that wants it":  {problem(catalog.FieldOption1, "column", "size", "sku", "T-S"), Cell{Variant: first, Field: catalog.FieldOption1}},
		"an option that is not there":            {problem(catalog.FieldOption1, "column", "color", "sku", "T-S"), Cell{Field: catalog.FieldOption2}},
		"a name of an option":                    {problem(catalog.FieldOption3Name, "option", "size"), Cell{Field: catalog.FieldOption1Name}},
		"a text of a channel alone":              {problem("", "channel", "taobao", "column", "cid"), Cell{Field: "channel.taobao.cid"}},
		"a picture":                              {problem(catalog.FieldImages, "picture", "a.jpg"), Cell{Field: catalog.FieldImages, Picture: "a.jpg"}},
		"Chinese that has its English":           {problem(catalog.ListingTitle.At(zh)), Cell{Field: catalog.ListingTitle.At(zh)}},
		"Chinese without English to be made of":  {problem(catalog.ListingDescription.At(zh)), Cell{Field: catalog.FieldDescription}},
		"keywords without English to be made of": {problem(catalog.ListingKeywords.At(zh)), Cell{Field: catalog.FieldTags}},
	}
	for name, tt := range tests {
		if got := p.cellOf(tt.problem); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tt.want)
		}
	}
}

// TestProductProblemOfASettingLeadsThere: what one setting mends for all products is not
// looked for in one of them.
func TestProductProblemOfASettingLeadsThere(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "handle,title,sku,price,image\nmug,Mug,M-1,4,mug.jpg\n")
	p := Of(s)
	p.Receive(view.Target{Place: view.ProductPlace, Product: viewtest.IDOf(t, s, "M-1")})
	p.Enter()
	defer p.Leave()
	if got := p.ImageProblems(p.Draft.Images[0].Source); len(got) == 0 || got[0].Need != "picture_url" {
		t.Errorf("at the picture itself stands %+v", got)
	}
}
