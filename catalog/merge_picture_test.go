package catalog

import (
	"slices"
	"testing"
)

// TestOptionsAsTyped: names of options are read with and without blanks at the sign.
func TestOptionsAsTyped(t *testing.T) {
	info, _ := LookupField(ListingOptions.At(SimplifiedChinese))
	for _, text := range []string{"Red = 红色\nBlue = 蓝色", "Red=红色\nBlue= 蓝色"} {
		p := &Product{}
		info.Set(p, nil, text, Defaults{})
		if l := p.Listing(SimplifiedChinese); l == nil || l.Options["Red"] != "红色" || l.Options["Blue"] != "蓝色" {
			t.Errorf("%q is read as %+v", text, l)
		}
	}
}

func TestFillPictureURL(t *testing.T) {
	for source, want := range map[string]string{
		"mug.jpg":             "https://s.example/p/mug.jpg?v=1",
		"pics/mug.jpg":        "https://s.example/p/mug.jpg?v=1",
		`C:\pics\mug.jpg`:     "https://s.example/p/mug.jpg?v=1",
		"pics/mug #1 50%.jpg": "https://s.example/p/mug%20%231%2050%25.jpg?v=1",
	} {
		if got := FillPictureURL("https://s.example/p/{file}?v=1", source); got != want {
			t.Errorf("%q lies at %q, want %q", source, got, want)
		}
	}
}

// TestPictureThatComesBack: what a feed says of a file by its address is that file.
func TestPictureThatComesBack(t *testing.T) {
	d := Defaults{PictureURL: "https://s.example/p/{file}"}
	m := &merger{
		planner: &planner{defaults: d}, imported: &ImportRow{}, change: &Change{},
		product: &Product{Images: []Image{{Source: "pics/a 1.jpg", Position: 1}, {Source: "https://t.example/b.jpg", Position: 2}}},
	}
	for source, want := range map[string]int{
		"https://s.example/p/a%201.jpg": 0, "pics/a 1.jpg": 0, "https://t.example/b.jpg": 1,
	} {
		if got := m.image(ImportImage{Source: source, Alt: "alt"}); got != want || len(m.product.Images) != 2 {
			t.Errorf("%s is picture %d of %d, want %d", source, got, len(m.product.Images), want)
		}
	}
	if got := m.image(ImportImage{Source: "https://s.example/p/c.jpg"}); got != 2 {
		t.Errorf("another address is picture %d, want a new one", got)
	}
}

// TestPackageWithCopies: the files of a package do not stand beside the pictures that
// they were made of; addresses in it are added, and so are files where there was none.
func TestPackageWithCopies(t *testing.T) {
	for _, tt := range []struct {
		name string
		have []ImportImage
		want []string
	}{
		{"own pictures", []ImportImage{{Source: "pics/tee.jpg"}}, []string{"pics/tee.jpg", "https://s.example/1.jpg"}},
		{"none", nil, []string{"pack/tee-1.tbi", "https://s.example/1.jpg"}},
	} {
		s := &shelf{}
		d := row("a!2", "handle", "tee", "title", "Cotton Tee", "sku", "TE-1", "price", "28")
		d.Images = tt.have
		s.run(t, d)
		back := pack("tee", row("pack!3", "sku", "TE-1", "price", "198.80 CNY"))
		back.Copies, back.Images = true, []ImportImage{{Source: "pack/tee-1.tbi"}, {Source: "https://s.example/1.jpg"}}
		c := s.run(t, back)[0]
		var got []string
		for _, im := range s.products[0].Images {
			got = append(got, im.Source)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if told := slices.ContainsFunc(c.Problems, func(p Problem) bool { return p.Code == "pictures-kept" }); told != (tt.have != nil) {
			t.Errorf("%s: told %v", tt.name, told)
		}
	}
}

// TestPackageKeepsWhatItRounds: a weight of the item is none of its variants', a number
// is no name of an option, and a description in one line is the one of several.
func TestPackageKeepsWhatItRounds(t *testing.T) {
	s := &shelf{}
	d := row("a!2", "handle", "pants", "title", "Wool Pants", "option1_name", "Size", "sku", "P-1", "option1", "30", "weight", "5.6 oz", "description@zh-Hans", "<p>一</p>\n<p>二</p>", "title@zh-Hans", "羊毛裤")
	d.Variants = append(d.Variants, row("a!3", "sku", "P-2", "option1", "32", "weight", "7.1 oz").Variants...)
	s.run(t, d)
	back := row("pack!3", "title", "羊毛裤", "title@zh-Hans", "羊毛裤", "description@zh-Hans", "<p>一</p> <p>二</p>", "option1_name", "20518", "sku", "P-1", "option1", "30", "weight", "0.159 kg")
	back.Code = Value{Field: "channel.taobao.outer_id", Text: "pants"}
	back.Variants = append(back.Variants, row("pack!3", "sku", "P-2", "option1", "32", "weight", "0.159 kg").Variants...)
	for i := range back.Variants {
		for k := range back.Variants[i].Values {
			v := &back.Variants[i].Values[k]
			v.WholeGrams = v.Field == FieldWeight
			v.Converted = v.WholeGrams
		}
	}
	if c := s.run(t, back)[0]; c.Outcome != Same {
		p := s.products[0]
		t.Errorf("%s: options %q, weights %s and %s", c.Outcome, p.Options, p.Variants[0].Weight, p.Variants[1].Weight)
	}
}
