package product

import (
	"context"
	"image"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// PictureExtensions are those of the files that can be a product's picture.
var PictureExtensions = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"}

// IsPicture reports whether a file is called like a picture.
func IsPicture(path string) bool {
	return slices.Contains(PictureExtensions, strings.ToLower(filepath.Ext(path)))
}

// Picture is a picture that was looked at.
type Picture struct {
	Thumb image.Image // nil: it cannot be shown
	Facts workspace.PictureFacts
}

// pictureBook is what is known of a product's pictures, by their sources.
type pictureBook struct {
	known   map[string]Picture
	loading view.Loading
	busy    bool
}

// gallerySide is the side of a picture in the gallery, px; twice what is shown.
const gallerySide = 320

// Picture is what is known of a picture; not ok while it is looked at.
func (p *Model) Picture(source string) (Picture, bool) {
	picture, ok := p.pictures.known[source]
	return picture, ok
}

// Thumb is the product's first picture, or nil.
func (p *Model) Thumb() image.Image {
	if p.Draft == nil || len(p.Draft.Images) == 0 {
		return nil
	}
	picture, _ := p.Picture(p.Draft.Images[0].Source)
	return picture.Thumb
}

// fetchPictures looks at the pictures one after another.
func (p *Model) fetchPictures() {
	source, ok := p.unseenPicture()
	if !ok || p.pictures.busy {
		return
	}
	p.pictures.busy = true
	w := p.session.Workspace
	view.Load(p.pictures.loading.Start(), p.session, func(ctx context.Context) (picture Picture, err error) {
		if picture.Facts, err = w.LookAtPicture(ctx, source); err == nil {
			picture.Thumb, err = w.Thumbnail(ctx, source, gallerySide)
		}
		return picture, err
	}, func(picture Picture) {
		if p.pictures.known == nil {
			p.pictures.known = map[string]Picture{}
		}
		p.pictures.known[source] = picture
		p.pictures.busy = false
		p.Changed(PartImages)
		p.fetchPictures()
	}, func(err error) {
		p.pictures.busy = false
		p.session.Fail(err)
	})
}

func (p *Model) unseenPicture() (string, bool) {
	if p.Draft == nil {
		return "", false
	}
	for _, im := range p.Draft.Images {
		if _, ok := p.Picture(im.Source); !ok {
			return im.Source, true
		}
	}
	return "", false
}

// AddImages adds pictures by their files or addresses, behind the last one. A file
// beside the catalogue is named from there, so that both can be moved together.
// What is no picture, or is there already, is passed over; it says how many came.
func (p *Model) AddImages(sources []string) int {
	if p.isFixed() {
		return 0
	}
	added := 0
	for _, source := range sources {
		source, ok := p.imageSource(source)
		if !ok {
			continue
		}
		if slices.ContainsFunc(p.Draft.Images, func(im catalog.Image) bool { return im.Source == source }) {
			p.allowImage(source)
			continue
		}
		p.Draft.Images = append(p.Draft.Images, catalog.Image{Source: source})
		added++
	}
	if added > 0 {
		p.number()
	}
	return added
}

// allowImage lets a picture that a sheet named be opened where it lies: a person
// has chosen the same file.
func (p *Model) allowImage(source string) {
	if known, ok := p.Picture(source); !ok || known.Facts.State != workspace.PictureOutside {
		return
	}
	w := p.session.Workspace
	view.Write(p.session, p.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, w.AllowPicture(ctx, source)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.session.Fail(err)
			return
		}
		delete(p.pictures.known, source)
		p.fetchPictures()
	})
}

// imageSource is how a file or an address is named as a picture; not ok where it is
// none.
func (p *Model) imageSource(source string) (string, bool) {
	source = strings.TrimSpace(source)
	if isOnWeb(source) {
		return source, true
	}
	return p.session.Workspace.PictureSource(source), IsPicture(source)
}

// MoveImage puts a picture to another place.
func (p *Model) MoveImage(from, to int) {
	images := p.Draft.Images
	to = min(max(to, 0), len(images)-1)
	if p.ReadOnly() || from == to || from < 0 || from >= len(images) {
		return
	}
	im := images[from]
	p.Draft.Images = slices.Insert(slices.Delete(images, from, from+1), to, im)
	p.number()
}

// RemoveImage takes a picture out of the product; its file stays where it is.
func (p *Model) RemoveImage(at int) {
	if at >= 0 && at < len(p.Draft.Images) && !p.ReadOnly() {
		p.Draft.Images = slices.Delete(p.Draft.Images, at, at+1)
		p.number()
	}
}

// number gives the pictures their places.
func (p *Model) number() {
	for i := range p.Draft.Images {
		p.Draft.Images[i].Position = i + 1
	}
	p.edited(PartImages)
	p.fetchPictures()
}

// SetAlt describes a picture in words.
func (p *Model) SetAlt(at int, text string) {
	if at < 0 || at >= len(p.Draft.Images) || p.ReadOnly() {
		return
	}
	p.Draft.Images[at].Alt, _ = catalog.CleanText(text)
	p.Wrong = ""
	p.keepDraft()
	p.Changed(PartTexts)
}

// ShowsVariant reports whether a picture is one of a variant.
func (p *Model) ShowsVariant(at int, id catalog.ID) bool {
	return slices.Contains(p.Draft.Images[at].Variants, id)
}

// ToggleVariant makes a picture one of a variant, or not. One of no variant shows
// the product as a whole.
func (p *Model) ToggleVariant(at int, id catalog.ID) {
	if at < 0 || at >= len(p.Draft.Images) || p.ReadOnly() {
		return
	}
	im := &p.Draft.Images[at]
	if i := slices.Index(im.Variants, id); i >= 0 {
		im.Variants = slices.Delete(im.Variants, i, i+1)
	} else {
		im.Variants = append(im.Variants, id)
	}
	p.edited(PartImages)
}

// addressMissing is the code of pictures that a channel cannot fetch.
const addressMissing = "picture-address-missing"

func isOnWeb(source string) bool {
	return strings.HasPrefix(source, "https://") || strings.HasPrefix(source, "http://")
}

// ImageProblems are what the channels say of one picture: also that it has no web
// address, which they say of all of them.
func (p *Model) ImageProblems(source string) []Problem {
	var found []Problem
	for _, c := range p.Channels {
		for _, problem := range c.Problems {
			if of := problem.Picture == source || problem.Code == addressMissing && !isOnWeb(source); of && !slices.ContainsFunc(found, func(have Problem) bool { return have.Sentence == problem.Sentence }) {
				found = append(found, problem)
			}
		}
	}
	return found
}
