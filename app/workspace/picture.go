package workspace

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// maxPicture is the largest picture file that is opened, in bytes: no
// marketplace takes one of 25 MB, and a spreadsheet may name anything.
const maxPicture = 25 << 20

var errPictureSize = errors.New("larger than any marketplace takes")

// pictures returns how a local picture is found by the source that a
// spreadsheet named: an absolute path as it stands, else beside the catalogue,
// then in the folders that imports came from, then among the shipped samples.
func (w *Workspace) pictures(ctx context.Context) func(string) (io.ReadCloser, error) {
	return func(source string) (io.ReadCloser, error) {
		source = filepath.FromSlash(strings.ReplaceAll(source, `\`, "/"))
		if filepath.IsAbs(source) {
			return openPicture(os.Open(source))
		}
		if !filepath.IsLocal(source) {
			return nil, fmt.Errorf("picture %s: outside of the catalogue's folder", source)
		}
		folders, err := w.pictureFolders(ctx)
		if err != nil {
			return nil, err
		}
		for _, folder := range append([]string{filepath.Dir(w.Path())}, folders...) {
			f, err := os.OpenInRoot(folder, source)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return openPicture(f, err)
		}
		f, err := w.options.Assets.Open(path.Join("samples", filepath.ToSlash(source)))
		return openPicture(f, err)
	}
}

// openPicture lets only plain files of a sane size through.
func openPicture(f fs.File, err error) (io.ReadCloser, error) {
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxPicture) {
		err = fmt.Errorf("picture %s: %w", info.Name(), errPictureSize)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (w *Workspace) pictureFolders(ctx context.Context) ([]string, error) {
	list, err := w.Setting(ctx, SettingPictureFolders)
	if err != nil || list == "" {
		return nil, err
	}
	return strings.Split(list, "\n"), nil
}

// addFolder notes, in the import's own entry, the folder a spreadsheet came
// from: the pictures that it names by file are looked for there.
func (w *Workspace) addFolder(ctx context.Context, batch *store.Batch, file string) error {
	folder, err := filepath.Abs(filepath.Dir(file))
	if err != nil {
		return fmt.Errorf("folder of %s: %w", file, err)
	}
	folders, err := w.pictureFolders(ctx)
	if err != nil || slices.Contains(folders, folder) {
		return err
	}
	list := strings.Join(append(folders, folder), "\n")
	return batch.SetDocument(ctx, store.Settings, SettingPictureFolders, list)
}

// namesFiles reports whether a product has pictures that are files and not URLs.
func namesFiles(p *catalog.Product) bool {
	return p != nil && slices.ContainsFunc(p.Images, func(im catalog.Image) bool { return !strings.Contains(im.Source, "://") })
}
