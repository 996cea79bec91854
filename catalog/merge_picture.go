package catalog

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// images adds the pictures that the import row names and the product has not yet.
func (m *merger) images() {
	for _, d := range m.imported.Images {
		m.image(d)
	}
}

// image adds a picture or finds it, and returns its index, or -1.
func (m *merger) image(d ImportImage) int {
	source, _ := CleanText(d.Source)
	if source == "" {
		return -1
	}
	p := m.product
	i := slices.IndexFunc(p.Images, func(im Image) bool { return im.Source == source || m.defaults.PictureAddress(im.Source) == source })
	if i < 0 && m.imported.Copies && m.shown && !isWebAddress(source) {
		m.noteOnce(NewProblem("pictures-kept", Info, FieldImages), d.Place)
		return -1
	}
	if i < 0 {
		i = len(p.Images)
		p.Images = append(p.Images, Image{Source: source, Position: i + 1})
	}
	if alt, _ := CleanText(d.Alt); alt != "" {
		p.Images[i].Alt = alt
	}
	return i
}

// picture ties a variant's own picture to it.
func (m *merger) picture(d *ImportVariant, id ID) {
	i := m.image(ImportImage{Place: d.Place, Source: d.Image})
	if i < 0 || slices.Contains(m.product.Images[i].Variants, id) {
		return
	}
	m.product.Images[i].Variants = append(m.product.Images[i].Variants, id)
}

// PictureAddress is where a picture that is a file lies on the web; empty where the
// shop has not said, and for a picture that is an address already.
func (d Defaults) PictureAddress(source string) string {
	if d.PictureURL == "" || source == "" || isWebAddress(source) {
		return ""
	}
	return FillPictureURL(d.PictureURL, source)
}

// FillPictureURL puts the name of a picture's file into a pattern for addresses. Signs
// that part an address are escaped: "mug #1.jpg" is mug%20%231.jpg.
func FillPictureURL(pattern, source string) string {
	file := path.Base(strings.ReplaceAll(source, `\`, "/"))
	return strings.ReplaceAll(pattern, "{file}", url.PathEscape(file))
}

func isWebAddress(source string) bool {
	scheme, _, ok := strings.Cut(source, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}
