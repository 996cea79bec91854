//go:build unix

package cli_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestHostilePictures exports a supplier's sheet whose pictures are a named pipe, a
// file of the system, a link out of the folder, half a photo, and a photo that tells
// where it was taken.
func TestHostilePictures(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, 0, "new", "shop.tradewind")
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 32, 24)), nil); err != nil {
		t.Fatal(err)
	}
	whole := photo.String()
	place := "http://ns.adobe.com/xap/1.0/\x00 exif:GPSLatitude=48,51.5N"
	segment := "\xFF\xE1\x00" + string(rune(len(place)+2)) + place
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("half.jpg", whole[:len(whole)/2])
	write("place.jpg", whole[:2]+segment+whole[2:])
	write("goods.csv", "SKU,Title,Price,Qty,Image\nP-1,Mug,5,1,pipe.jpg\nP-2,Cup,5,1,/etc/hostname\nP-3,Jar,5,1,out.jpg\n"+
		"P-4,Pot,5,1,half.jpg\nP-5,Urn,5,1,place.jpg\nP-6,Tin,5,1,../../secret.jpg\n")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.jpg"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "out.jpg")); err != nil {
		t.Fatal(err)
	}
	if got := run(t, dir, 0, "import", "goods.csv", "--json"); strings.Count(got, `"picture-outside"`) != 2 {
		t.Errorf("import = %s\nwant the two pictures of other folders reported", got)
	}
	run(t, dir, 0, "settings", "rate.USD/CNY=7.10")
	run(t, dir, 0, "localize")
	got := run(t, dir, 0, "check", "taobao", "--json")
	for code, want := range map[string]int{"picture-unreadable": 1, "picture-outside": 3, "picture-damaged": 1} {
		if n := strings.Count(got, `"`+code+`"`); n != want {
			t.Errorf("%s: reported %d times, want %d\n%s", code, n, want, got)
		}
	}
	run(t, dir, 0, "export", "taobao", "--all", "--out", "feed")
	found, err := filepath.Glob(filepath.Join(dir, "feed", "taobao", "*.tbi"))
	if err != nil || len(found) != 1 {
		t.Fatalf("pictures %q, %v, want one", found, err)
	}
	if b, err := os.ReadFile(found[0]); err != nil || string(b) != whole {
		t.Errorf("%d bytes, %v, want the %d of the photo without the place", len(b), err, len(whole))
	}
}
