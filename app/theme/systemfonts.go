package theme

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"

	"tradewind.app/catalog/regular"
)

// ErrNoChinese means that this machine has no font with Simplified Chinese that
// Tradewind knows. Chinese is then drawn by whatever Fyne finds, often as boxes.
var ErrNoChinese = errors.New("no font with Simplified Chinese")

// typeface is a font that systems ship, with where its faces are.
type typeface struct{ regular, bold faceSource }

// faceSource is a face in a file. A style of "" is the only one in there.
type faceSource struct{ file, family, style string }

// typefaces are the fonts that are looked for, the best first. Fyne would take the
// first face of a collection, which in Noto's has Japanese shapes; so the family is
// named. Latin letters come from the same face, except in Droid Sans Fallback,
// which has none.
var typefaces = []typeface{
	{faceSource{"msyh.ttc", "Microsoft YaHei", ""}, faceSource{"msyhbd.ttc", "Microsoft YaHei", ""}},
	{faceSource{"PingFang.ttc", "PingFang SC", "Regular"}, faceSource{"PingFang.ttc", "PingFang SC", "Semibold"}},
	{faceSource{"Hiragino Sans GB.ttc", "Hiragino Sans GB", "W3"}, faceSource{"Hiragino Sans GB.ttc", "Hiragino Sans GB", "W6"}},
	{faceSource{"NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", ""}, faceSource{"NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", ""}},
	{faceSource{"NotoSansCJKsc-Regular.otf", "Noto Sans CJK SC", ""}, faceSource{"NotoSansCJKsc-Bold.otf", "Noto Sans CJK SC", ""}},
	{faceSource{"SourceHanSans-Regular.ttc", "Source Han Sans SC", ""}, faceSource{"SourceHanSans-Bold.ttc", "Source Han Sans SC", ""}},
	{faceSource{"SourceHanSansSC-Regular.otf", "Source Han Sans SC", ""}, faceSource{"SourceHanSansSC-Bold.otf", "Source Han Sans SC", ""}},
	{faceSource{"STHeiti Light.ttc", "Heiti SC", ""}, faceSource{"STHeiti Medium.ttc", "Heiti SC", ""}},
	{faceSource{"wqy-microhei.ttc", "WenQuanYi Micro Hei", ""}, faceSource{}},
	{faceSource{"wqy-zenhei.ttc", "WenQuanYi Zen Hei", ""}, faceSource{}},
	{faceSource{"simhei.ttf", "SimHei", ""}, faceSource{}},
	{faceSource{"DroidSansFallbackFull.ttf", "Droid Sans Fallback", ""}, faceSource{}},
	{faceSource{"DroidSansFallback.ttf", "Droid Sans Fallback", ""}, faceSource{}},
}

// SystemFonts reads the system's font for Simplified Chinese, regular and bold.
// Without one it returns the zero Fonts and an error that wraps ErrNoChinese. It
// reads up to 40 MB.
func SystemFonts() (Fonts, error) {
	return fontsIn(fontFolders(runtime.GOOS, os.Getenv), typefaces)
}

// fontFolders are where a system keeps fonts.
func fontFolders(goos string, getenv func(string) string) []string {
	switch goos {
	case "windows":
		return []string{filepath.Join(getenv("WINDIR"), "Fonts"), filepath.Join(getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(getenv("HOME"), "Library", "Fonts")}
	}
	folders := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts"} // the last one is the host's, seen from a Flatpak
	for _, data := range filepath.SplitList(getenv("XDG_DATA_DIRS")) {
		folders = append(folders, filepath.Join(data, "fonts"))
	}
	if data := getenv("XDG_DATA_HOME"); data != "" {
		folders = append(folders, filepath.Join(data, "fonts"))
	}
	return append(folders, filepath.Join(getenv("HOME"), ".local", "share", "fonts"), filepath.Join(getenv("HOME"), ".fonts"))
}

// fontsIn returns the first of faces that is below one of folders and can be drawn
// with. A font that cannot be read is passed over; what was wrong with it is part of
// the error when no other is found.
func fontsIn(folders []string, faces []typeface) (Fonts, error) {
	files := fontFiles(folders, faces)
	var odd []error
	for _, f := range faces {
		regular, err := f.regular.load(files)
		if err != nil {
			odd = append(odd, err)
			continue
		}
		if regular == nil {
			continue
		}
		// Without a bold face the regular one serves: a font that lacks one is no
		// reason to take a worse one.
		bold, err := f.bold.load(files)
		if err != nil {
			bold = nil
		}
		return fontsOf(regular, bold), nil
	}
	return Fonts{}, errors.Join(append([]error{ErrNoChinese}, odd...)...)
}

// fontsOf keeps a nil resource from becoming an interface that is not nil.
func fontsOf(regular, bold *fyne.StaticResource) Fonts {
	f := Fonts{Regular: regular}
	if bold != nil {
		f.Bold = bold
	}
	return f
}

// fontFiles finds the files of faces below folders: file name in lower case to path.
// A folder that is not there or cannot be read has no fonts.
func fontFiles(folders []string, faces []typeface) map[string]string {
	wanted := map[string]bool{}
	for _, f := range faces {
		wanted[strings.ToLower(f.regular.file)], wanted[strings.ToLower(f.bold.file)] = true, true
	}
	files := map[string]string{}
	for _, folder := range folders {
		// The function returns no error, so neither does the walk.
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // see above: what cannot be read is passed over
			}
			name := strings.ToLower(d.Name())
			if _, have := files[name]; wanted[name] && !have && !d.IsDir() {
				files[name] = path
			}
			return nil
		})
	}
	return files
}

// maxFont is the largest font file that is opened, in bytes: collections of all
// Chinese weights have 100 MB and more.
const maxFont = 1 << 30

// load reads the face, or returns nil when its file is not there.
func (s faceSource) load(files map[string]string) (*fyne.StaticResource, error) {
	path, ok := files[strings.ToLower(s.file)]
	if !ok {
		return nil, nil
	}
	f, err := regular.Open(path, maxFont)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	face, err := cutFace(f, info.Size(), s.family, s.style)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if err := drawsChinese(face); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return fyne.NewStaticResource(s.family+" "+s.file, face), nil
}

// drawsChinese parses a face as Fyne will: a face that it cannot parse ends the
// program at the first text.
func drawsChinese(file []byte) error {
	face, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return err
	}
	for _, r := range "们这国" { // simplified only, and common to both scripts
		if _, ok := face.NominalGlyph(r); !ok {
			return fmt.Errorf("no %c in it: %w", r, ErrNoChinese)
		}
	}
	return nil
}
