package workspace

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/regular"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
	"tradewind.app/export/picture"
)

// pictures returns how a local picture is opened by the source that a product
// names: beside the catalogue, in the folders that imports came from or that a
// person chose pictures in, or among the shipped samples. A supplier's sheet may
// name anything, so nothing outside of these is opened or even asked for: the error
// is then an export.ErrPictureOutside.
func (w *Workspace) pictures(ctx context.Context) func(string) (io.ReadCloser, error) {
	return func(source string) (io.ReadCloser, error) {
		folders, err := w.allowedFolders(ctx)
		if err != nil {
			return nil, err
		}
		names := placesOf(source, folders)
		if len(names) == 0 {
			return nil, fmt.Errorf("%s: %w", source, export.ErrPictureOutside)
		}
		missing := error(fs.ErrNotExist)
		for _, at := range names {
			f, err := at.open()
			if err == nil {
				return f, nil
			}
			if !errors.Is(err, fs.ErrNotExist) {
				missing = err
			}
		}
		if f, err := w.sample(source); err == nil {
			return f, nil
		}
		return nil, fmt.Errorf("picture %s: %w", source, missing)
	}
}

// sample opens a picture of the shipped shop.
func (w *Workspace) sample(source string) (io.ReadCloser, error) {
	return w.options.Assets.Open(path.Join("samples", strings.ReplaceAll(source, `\`, "/")))
}

// pictureFile is where a picture may lie: a file below a folder.
type pictureFile struct{ folder, name string }

// open opens the file unless a link leads out of the folder.
func (p pictureFile) open() (io.ReadCloser, error) {
	f, err := regular.OpenIn(p.folder, p.name, picture.MaxBytes)
	if err != nil && p.leadsOut() {
		return nil, export.ErrPictureOutside
	}
	return f, err
}

// leadsOut reports whether a link leads out of the folder.
func (p pictureFile) leadsOut() bool {
	folder, err := filepath.EvalSymlinks(p.folder)
	if err != nil {
		return false
	}
	file, err := filepath.EvalSymlinks(filepath.Join(folder, p.name))
	if err != nil {
		return false
	}
	_, inside := below(folder, file)
	return !inside
}

// placesOf returns where in the folders a source may lie: nowhere if it leads out
// of all of them. Nothing is opened to find that out.
func placesOf(source string, folders []string) []pictureFile {
	name, absolute := fileName(source)
	var found []pictureFile
	for _, folder := range folders {
		switch {
		case !absolute && filepath.IsLocal(name):
			found = append(found, pictureFile{folder, name})
		case absolute:
			if rel, inside := below(folder, name); inside {
				found = append(found, pictureFile{folder, rel})
			} else if real, err := filepath.EvalSymlinks(folder); err == nil {
				if rel, inside := below(real, name); inside {
					found = append(found, pictureFile{real, rel})
				}
			}
		}
	}
	return found
}

// below returns how a file is named from a folder that it lies in.
func below(folder, file string) (string, bool) {
	rel, err := filepath.Rel(folder, file)
	return rel, err == nil && filepath.IsLocal(rel)
}

// fileName makes a source a name of this system: suppliers write theirs on different ones.
// A name with a drive or a host is absolute everywhere.
func fileName(source string) (name string, absolute bool) {
	name = strings.ReplaceAll(source, `\`, "/")
	if len(name) >= 5 && strings.EqualFold(name[:5], "file:") {
		name = strings.TrimPrefix(name[5:], "//")
		name = strings.TrimPrefix(name, "localhost")
		if len(name) > 2 && name[2] == ':' { // file:///C:/x
			name = name[1:]
		}
		return filepath.FromSlash(name), true
	}
	drive := len(name) > 1 && name[1] == ':'
	return filepath.FromSlash(name), drive || strings.HasPrefix(name, "/")
}

// onWeb reports whether a source is an address and not a file.
func onWeb(source string) bool {
	scheme, _, found := strings.Cut(source, "://")
	return found && !strings.EqualFold(scheme, "file")
}

// PictureState says what became of looking at a picture.
type PictureState uint8

// The states of a picture.
const (
	PictureFine       PictureState = iota
	PictureOnWeb                   // it is not fetched: nothing leaves this machine
	PictureMissing                 // no file is there
	PictureUnreadable              // the file is no picture, or too large to be one
	PictureDamaged                 // the file is not whole
	PictureOutside                 // the file lies where no pictures are looked for, and was not opened
)

// PictureFacts are what is known of a picture without showing it.
type PictureFacts struct {
	State         PictureState
	Width, Height int   // px
	Bytes         int64 // of the file
}

// LookAtPicture reads both ends of a product's picture.
func (w *Workspace) LookAtPicture(ctx context.Context, source string) (PictureFacts, error) {
	if onWeb(source) {
		return PictureFacts{State: PictureOnWeb}, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		return PictureFacts{State: stateFor(err)}, ctx.Err()
	}
	defer f.Close()
	info, err := picture.Look(f)
	if err != nil {
		return PictureFacts{State: stateFor(err)}, ctx.Err()
	}
	return PictureFacts{Width: info.Width, Height: info.Height, Bytes: info.Bytes}, nil
}

func stateFor(err error) PictureState {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return PictureMissing
	case errors.Is(err, export.ErrPictureOutside):
		return PictureOutside
	case errors.Is(err, picture.ErrDamaged):
		return PictureDamaged
	}
	return PictureUnreadable
}

// Thumbnail is a product's picture in a square of side pixels: as much of its
// middle as fits. It is nil where the source is on the web, gone, or no picture:
// what is wrong with it is reported by the channels' checks.
func (w *Workspace) Thumbnail(ctx context.Context, source string, side int) (image.Image, error) {
	if onWeb(source) {
		return nil, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		return nil, ctx.Err()
	}
	defer f.Close()
	b, err := picture.Read(f)
	if err != nil {
		return nil, ctx.Err()
	}
	thumb, err := picture.Square(b, side)
	if err != nil {
		return nil, ctx.Err()
	}
	return thumb, ctx.Err()
}

// allowedFolders are the folders that pictures are looked for in, the catalogue's
// own first.
func (w *Workspace) allowedFolders(ctx context.Context) ([]string, error) {
	noted, err := w.notedFolders(ctx)
	if err != nil {
		return nil, err
	}
	w.chosen.Lock()
	defer w.chosen.Unlock()
	return slices.Concat([]string{filepath.Dir(w.Path())}, noted, w.chosen.folders), nil
}

// notedFolders are those that the catalogue remembers.
func (w *Workspace) notedFolders(ctx context.Context) ([]string, error) {
	list, err := w.Setting(ctx, SettingPictureFolders)
	if err != nil || list == "" {
		return nil, err
	}
	return strings.Split(list, "\n"), nil
}

// noteFolders remembers folders in the entry of history that made them needed.
func (w *Workspace) noteFolders(ctx context.Context, batch *store.Batch, folders ...string) error {
	if len(folders) == 0 {
		return nil
	}
	noted, err := w.notedFolders(ctx)
	if err != nil {
		return err
	}
	all := slices.Clone(noted)
	for _, folder := range folders {
		if !slices.Contains(all, folder) {
			all = append(all, folder)
		}
	}
	if len(all) == len(noted) {
		return nil
	}
	return batch.SetDocument(ctx, store.Settings, SettingPictureFolders, strings.Join(all, "\n"))
}

// foldersFor are the folders that the pictures of a spreadsheet may lie in, its own
// first if it has one.
func (w *Workspace) foldersFor(ctx context.Context, r ImportRequest) ([]string, error) {
	folders, err := w.allowedFolders(ctx)
	if err != nil || r.Content != nil {
		return folders, err
	}
	own, err := filepath.Abs(filepath.Dir(r.File))
	if err != nil {
		return nil, fmt.Errorf("folder of %s: %w", r.File, err)
	}
	return append([]string{own}, folders...), nil
}

// PictureSource is how a product names a picture's file that a person has chosen:
// from the catalogue's folder where it lies in it, so that both can be moved
// together, otherwise by its whole path, whose folder pictures may then lie in.
func (w *Workspace) PictureSource(path string) string {
	if from, inside := below(filepath.Dir(w.Path()), path); inside {
		return filepath.ToSlash(from)
	}
	if filepath.IsAbs(path) {
		w.chosen.Lock()
		defer w.chosen.Unlock()
		w.chosen.folders = append(w.chosen.folders, filepath.Dir(path))
	}
	return path
}

// AllowPicture notes the folder of a picture that a person has chosen by its whole
// path.
func (w *Workspace) AllowPicture(ctx context.Context, source string) error {
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindSettings, Note: SettingPictureFolders})
	if err != nil {
		return err
	}
	if err := w.noteFolders(ctx, batch, filepath.Dir(source)); err != nil {
		return errors.Join(err, batch.Rollback())
	}
	_, err = batch.Commit(ctx)
	return err
}

// foldersOfPictures are the folders of the files that an edit has added by their
// whole path. What a person adds may be opened from then on. Of a product that is
// written as a whole it is not known who named its files: a supplier's sheet may have.
func foldersOfPictures(c catalog.Change) []string {
	if c.After == nil || c.Before == nil {
		return nil
	}
	var folders []string
	for _, im := range c.After.Images {
		known := slices.ContainsFunc(c.Before.Images, func(b catalog.Image) bool { return b.Source == im.Source })
		if !known && filepath.IsAbs(im.Source) && !onWeb(im.Source) {
			folders = append(folders, filepath.Dir(im.Source))
		}
	}
	return folders
}

// namesFiles reports whether a product has pictures that are files and not URLs.
func namesFiles(p *catalog.Product) bool {
	return p != nil && slices.ContainsFunc(p.Images, func(im catalog.Image) bool { return !onWeb(im.Source) })
}

// withoutOutside reports the pictures of import rows that lie outside of the folders:
// who looks at the import can still put them where they belong.
func withoutOutside(rows catalog.ImportRows, folders []string) catalog.ImportRows {
	return func(yield func(catalog.ImportRow, error) bool) {
		for d, err := range rows {
			if err == nil {
				d.Problems = append(d.Problems, outside(&d, folders)...)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func outside(d *catalog.ImportRow, folders []string) []catalog.Problem {
	var problems []catalog.Problem
	var seen []string
	report := func(place catalog.Place, source string) {
		if source == "" || onWeb(source) || slices.Contains(seen, source) || len(placesOf(source, folders)) > 0 {
			return
		}
		seen = append(seen, source)
		p := catalog.NewProblem("picture-outside", catalog.Warning, catalog.FieldImages, "picture", source)
		p.Place = place
		problems = append(problems, p)
	}
	for _, im := range d.Images {
		report(im.Place, im.Source)
	}
	for _, v := range d.Variants {
		report(v.Place, v.Image)
	}
	return problems
}
