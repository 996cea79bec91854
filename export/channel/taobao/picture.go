package taobao

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// maxPictures is how many main pictures an item has (at most 5 in all exports
// read, and 5 places in the documentation of the item's schema).
const maxPictures = 5

// pictures fills picture and picture_status: main pictures first, then one for
// each value of the first sale attribute that has a picture of its own.
//
//	name:1:place:|url;      a main picture
//	name:2:0:pid:vid|url;   the picture of a value
//
// A picture that is a file goes along under its name, and its url stays empty.
func (g *goods) pictures(sale *attributes) {
	var cell, status strings.Builder
	count := 0
	add := func(im catalog.Image, rest string) {
		name, address, ok := g.picture(im, count)
		if ok {
			cell.WriteString(name + rest + "|" + address + ";")
			status.WriteString(statusOf(address) + ";")
			count++
		}
	}
	values := g.valuePictures(sale)
	for i, im := range g.mainPictures(values) {
		add(im, ":1:"+strconv.Itoa(i)+":")
	}
	for _, own := range values {
		add(*own.image, ":2:0:"+own.value.String())
	}
	g.set("picture", cell.String())
	g.set("picture_status", status.String())
}

// statusOf is a picture's status: 1 for one with an address, 2 for one that lies in the
// folder. So it is of all 1,668 and 354 pictures of the packages that were read.
func statusOf(address string) string {
	if address == "" {
		return "2"
	}
	return "1"
}

// mainPictures are the pictures that are not a value's, otherwise all of them.
func (g *goods) mainPictures(values []valuePicture) []catalog.Image {
	var main []catalog.Image
	for i := range g.Images {
		if !slices.ContainsFunc(values, func(v valuePicture) bool { return v.image == &g.Images[i] }) {
			main = append(main, g.Images[i])
		}
	}
	if len(main) == 0 {
		main = g.Images
	}
	if len(main) > maxPictures {
		g.report("list-shortened", catalog.Info, catalog.FieldImages, "column", "picture")
		main = main[:maxPictures]
	}
	return main
}

type valuePicture struct {
	value pair
	image *catalog.Image
}

// valuePictures finds the pictures of colours: only the first sale attribute
// carries pictures on the item's page.
func (g *goods) valuePictures(sale *attributes) []valuePicture {
	var list []valuePicture
	seen := map[pair]bool{}
	for i := range g.Variants {
		v := &g.Variants[i]
		image := g.ImageOf(v.ID)
		for _, value := range sale.of(v) {
			if value.pid == pidColor && image != nil && !seen[value] {
				seen[value] = true
				list = append(list, valuePicture{value, image})
			}
		}
	}
	return list
}

// picture gives a picture its name and address. One that cannot be used is reported.
func (g *goods) picture(im catalog.Image, i int) (name, address string, ok bool) {
	base := g.pictureBase() + "-" + strconv.Itoa(i+1)
	if u, err := url.Parse(im.Source); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		name := strings.TrimSuffix(path.Base(u.Path), path.Ext(u.Path))
		return g.hook.PictureName(name, base), addressSigns.Replace(u.String()), true
	}
	name, problem := g.hook.Picture(base, im.Source)
	if problem != nil {
		g.problems = append(g.problems, *problem)
		return "", "", false
	}
	return name, "", true
}

// addressSigns are those that separate pictures in the cell.
var addressSigns = strings.NewReplacer(";", "%3B", "|", "%7C")

func (g *goods) pictureBase() string {
	if sku := g.Variants[0].SKU; sku != "" && len(g.Options) == 0 {
		return sku
	}
	if g.Handle != "" {
		return g.Handle
	}
	return string(g.ID)
}
