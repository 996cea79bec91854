package workspace_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// beside writes a file into the catalogue's folder and returns its name.
func beside(t *testing.T, w *workspace.Workspace, name, text string) string {
	t.Helper()
	path := filepath.Join(filepath.Dir(w.Path()), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// photo is a JPEG.
func photo(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 32, 24)), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func stateOf(t *testing.T, w *workspace.Workspace, source string) workspace.PictureState {
	t.Helper()
	facts, err := w.LookAtPicture(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	return facts.State
}

// TestPicturesOutside: whatever a supplier's sheet names, nothing is opened outside
// of the folders in which pictures are looked for.
func TestPicturesOutside(t *testing.T) {
	w := shop(t)
	elsewhere := file(t, "secret.jpg", photo(t))
	beside(t, w, "pics/mug.jpg", photo(t))
	home := filepath.Dir(w.Path())
	for name, to := range map[string]string{"link.jpg": elsewhere, "linked": filepath.Dir(elsewhere), "near.jpg": "pics/mug.jpg"} {
		if err := os.Symlink(to, filepath.Join(home, name)); err != nil {
			t.Skipf("NOT TESTED: %v", err)
		}
	}
	for source, want := range map[string]workspace.PictureState{
		"pics/mug.jpg":                          workspace.PictureFine,
		`pics\mug.jpg`:                          workspace.PictureFine,
		"./pics/../pics/mug.jpg":                workspace.PictureFine,
		"near.jpg":                              workspace.PictureFine,
		filepath.Join(home, "pics/mug.jpg"):     workspace.PictureFine,
		"file://" + home + "/pics/mug.jpg":      workspace.PictureFine,
		"pics/none.jpg":                         workspace.PictureMissing,
		"link.jpg":                              workspace.PictureOutside,
		"linked/secret.jpg":                     workspace.PictureOutside,
		elsewhere:                               workspace.PictureOutside,
		"file://" + elsewhere:                   workspace.PictureOutside,
		"FILE:" + elsewhere:                     workspace.PictureOutside,
		"../" + filepath.Base(home) + "/x.jpg":  workspace.PictureOutside,
		`..\x.jpg`:                              workspace.PictureOutside,
		`\\host.example\share\x.jpg`:            workspace.PictureOutside,
		"//host.example/share/x.jpg":            workspace.PictureOutside,
		`\\?\C:\x.jpg`:                          workspace.PictureOutside,
		`C:\Users\anna\x.jpg`:                   workspace.PictureOutside,
		"C:x.jpg":                               workspace.PictureOutside,
		"c:/x.jpg":                              workspace.PictureOutside,
		"file://host.example/share/x.jpg":       workspace.PictureOutside,
		"file:///C:/x.jpg":                      workspace.PictureOutside,
		"https://shop.example/../../etc/passwd": workspace.PictureOnWeb,
	} {
		if got := stateOf(t, w, source); got != want {
			t.Errorf("%s: state %d, want %d", source, got, want)
		}
		if thumb, err := w.Thumbnail(t.Context(), source, 8); err != nil || (thumb != nil) != (want == workspace.PictureFine) {
			t.Errorf("%s: thumbnail %v, %v", source, thumb != nil, err)
		}
	}
}

// TestImportReportsPicturesOutside: it is said with the cell while the sheet can
// still be corrected.
func TestImportReportsPicturesOutside(t *testing.T) {
	w := shop(t)
	sheet := file(t, "goods.csv", "")
	content := "SKU,Title,Price,Image,Variant Image\n" +
		"A,Mug,5,pics/a.jpg,\n" +
		"B,Cup,5,../b.jpg,\n" +
		"C,Bowl,5,https://shop.example/c.jpg,\n" +
		"D,Jar,5,\\\\host.example\\pics\\d.jpg,\n" +
		"E,Pot,5," + filepath.Join(filepath.Dir(sheet), "e.jpg") + ",\n" +
		"F,Lid,5,pics/f.jpg,../v.jpg\n"
	if err := os.WriteFile(sheet, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := w.Import(t.Context(), workspace.ImportRequest{File: sheet}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range result.Problems {
		if p.Code == "picture-outside" {
			got = append(got, string(p.Place)+" "+p.Args["picture"])
		}
	}
	if want := `goods.csv:3 ../b.jpg, goods.csv:5 \\host.example\pics\d.jpg, goods.csv:7 ../v.jpg`; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := product(t, w, "B").Images; len(got) != 1 || got[0].Source != "../b.jpg" {
		t.Errorf("%+v: what the sheet says is kept, only not opened", got)
	}
}

// TestChosenPicturesAreOpened: what a person chooses may lie anywhere, before and
// after it is saved.
func TestChosenPicturesAreOpened(t *testing.T) {
	w := variantsShop(t)
	chosen := file(t, "chosen.jpg", photo(t))
	if got := stateOf(t, w, chosen); got != workspace.PictureOutside {
		t.Fatalf("state %d before it was chosen", got)
	}
	was, is := openProduct(t, w, "B-1")
	is.Images = append(is.Images, catalog.Image{Source: w.PictureSource(chosen), Position: 1})
	if got := stateOf(t, w, chosen); got != workspace.PictureFine {
		t.Errorf("state %d once it was chosen", got)
	}
	if _, err := w.SaveProduct(t.Context(), was, is); err != nil {
		t.Fatal(err)
	}
	again, err := workspace.Open(t.Context(), w.Path(), workspace.Options{Assets: assets.FS, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := stateOf(t, again, chosen); got != workspace.PictureFine {
		t.Errorf("state %d after it was saved", got)
	}
	other := file(t, "other.jpg", photo(t))
	if err := w.AllowPicture(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if got := stateOf(t, w, other); got != workspace.PictureFine {
		t.Errorf("state %d after it was allowed", got)
	}
}

// TestEditingAllowsNoFolder: whoever edits a product has not chosen the pictures that a
// sheet named.
func TestEditingAllowsNoFolder(t *testing.T) {
	w := shop(t)
	secret := file(t, "secret.jpg", photo(t))
	importFile(t, w, workspace.ImportRequest{File: file(t, "goods.csv", "SKU,Title,Image\nA,Mug,"+secret+"\n")})
	if _, err := w.Set(t.Context(), "A", []catalog.Value{{Field: catalog.FieldBrand, Text: "Alder"}}); err != nil {
		t.Fatal(err)
	}
	if got := stateOf(t, w, secret); got != workspace.PictureOutside {
		t.Errorf("state %d after the brand was changed, want %d", got, workspace.PictureOutside)
	}
	p := product(t, w, "A")
	if _, err := w.Delete(t.Context(), []string{"A"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.SaveAnew(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if got := stateOf(t, w, secret); got != workspace.PictureOutside {
		t.Errorf("state %d after it was deleted and saved anew, want %d", got, workspace.PictureOutside)
	}
}
