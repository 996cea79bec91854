package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

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
