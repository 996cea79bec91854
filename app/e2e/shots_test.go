package e2e

import (
	"bytes"
	"fmt"
	"html/template"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// look is how the window looks in a picture.
type look struct {
	theme, language string
	width, height   int
	scale           int // in percent; 0 is 100
}

// looks are those of each screen: every theme with every language, the smallest
// window with two of them, and all of it large.
var looks = []look{
	{theme: "light", language: "en", width: 1440, height: 900},
	{theme: "dark", language: "en", width: 1440, height: 900},
	{theme: "light", language: "zh-Hans", width: 1440, height: 900},
	{theme: "dark", language: "zh-Hans", width: 1440, height: 900},
	{theme: "light", language: "en", width: 1024, height: 640},
	{theme: "dark", language: "zh-Hans", width: 1024, height: 640},
	{theme: "light", language: "en", width: 1440, height: 900, scale: 175},
}

func (l look) String() string {
	s := fmt.Sprintf("%dx%d-%s-%s", l.width, l.height, l.theme, l.language)
	if l.scale != 0 {
		s += fmt.Sprintf("-%d", l.scale)
	}
	return s
}

// wanted reports whether pictures of the look are asked for: TRADEWIND_LOOKS names
// some, with commas between them. Without it all are.
func (l look) wanted() bool {
	names := os.Getenv("TRADEWIND_LOOKS")
	return names == "" || slices.Contains(strings.Split(names, ","), l.String())
}

// wear gives the window the look.
func (p *program) wear(l look) {
	p.t.Helper()
	p.ask(question{"do": "set", "key": "theme", "value": l.theme})
	p.ask(question{"do": "set", "key": "language", "value": l.language})
	p.ask(question{"do": "set", "key": "scale", "value": "100"})
	p.ask(question{"do": "resize", "width": l.width, "height": l.height})
	if l.scale != 0 { // the outline stays
		p.ask(question{"do": "set", "key": "scale", "value": fmt.Sprint(l.scale)})
	}
}

// shot is a picture that was taken.
type shot struct{ Scene, Look, File string }

// TestShots takes a picture of each scene in each look, for people to look at, and
// writes index.html beside them.
func TestShots(t *testing.T) {
	folder := os.Getenv("TRADEWIND_SHOTS")
	if folder == "" {
		t.Skip("no pictures taken: TRADEWIND_SHOTS names no folder; make shots does")
	}
	binary(t)
	d := openDisplay(t, "1440x900")
	var shots []shot
	for _, l := range looks {
		if !l.wanted() {
			continue
		}
		shots = append(shots, shoot(t, d, l, folder, firstRun, t.TempDir())...)
		home := t.TempDir()
		shots = append(shots, shoot(t, d, l, folder, empty, home, emptyShop(t, home))...)
		shots = append(shots, shoot(t, d, l, folder, scenes, home, sampleShop(t, home))...)
		home = t.TempDir()
		shots = append(shots, shoot(t, d, l, folder, unreadable, home, damagedShop(t, home))...)
	}
	writeIndex(t, folder, shots)
}

// emptyShop makes a catalogue with nothing in it.
func emptyShop(t *testing.T, home string) string {
	t.Helper()
	path := filepath.Join(home, "empty.tradewind")
	if out, err := exec.Command(binary(t), "new", path).CombinedOutput(); err != nil {
		t.Fatalf("tradewind new: %v\n%s", err, out)
	}
	return path
}

// sampleShop makes a catalogue of the sample with its Chinese, by the command line.
func sampleShop(t *testing.T, home string) string {
	t.Helper()
	path := newSample(t, home)
	for _, args := range [][]string{
		{"settings", "--catalog", path, "rate.USD/CNY=7.10", "picture_url=https://harborandpine.example/pictures/{file}"},
		{"localize", "--catalog", path},
	} {
		if out, err := exec.Command(binary(t), args...).CombinedOutput(); err != nil {
			t.Fatalf("tradewind %v: %v\n%s", args, err, out)
		}
	}
	return path
}

// newSample makes the sample shop as it comes: without a rate and without Chinese texts.
func newSample(t *testing.T, home string) string {
	t.Helper()
	path := filepath.Join(home, "sample.tradewind")
	if out, err := exec.Command(binary(t), "new", path, "--sample").CombinedOutput(); err != nil {
		t.Fatalf("tradewind new: %v\n%s", err, out)
	}
	return path
}

// shoot starts the program, goes through scenes and takes their pictures.
func shoot(t *testing.T, d *display, l look, folder string, scenes []scene, home string, args ...string) []shot {
	t.Helper()
	p := start(t, d, home, args...)
	defer p.kill()
	defer p.keepIfFailed()
	p.wear(l)
	var shots []shot
	for _, s := range scenes {
		s.show(p)
		file := s.name + "-" + l.String() + ".png"
		p.picture(l, filepath.Join(folder, file))
		shots = append(shots, shot{s.name, l.String(), file})
	}
	return shots
}

// picture waits until the window does not change any more and saves what it shows.
func (p *program) picture(l look, file string) {
	p.t.Helper()
	p.run("xdotool", "mousemove", fmt.Sprint(l.width-1), fmt.Sprint(l.height-1)) // nothing is hovered there
	var last []byte
	tries := 0
	until(p.t, "the window stands still", func() bool {
		p.settle() // a frame in which much is new takes its time
		now := p.pixels(l)
		// A cursor that blinks never stands still; by then all else does.
		tries++
		still := (bytes.Equal(now, last) || tries > 30) && !p.state().Busy
		last = now
		return still
	})
	savePicture(p.t, last, l, file)
}

// pixels are the window's, three bytes each.
func (p *program) pixels(l look) []byte {
	p.t.Helper()
	c := exec.Command("import", "-display", p.name, "-window", "root", "-depth", "8", "-crop", fmt.Sprintf("%dx%d+0+0", l.width, l.height), "rgb:-")
	out, err := c.Output()
	if err != nil {
		p.t.Fatalf("take a picture: %v", err)
	}
	return out
}

func savePicture(t *testing.T, rgb []byte, l look, file string) {
	t.Helper()
	if got, want := len(rgb), 3*l.width*l.height; got != want {
		t.Fatalf("a picture of %d bytes, want %d", got, want)
	}
	picture := image.NewNRGBA(image.Rect(0, 0, l.width, l.height))
	for i := range l.width * l.height {
		copy(picture.Pix[4*i:], rgb[3*i:3*i+3])
		picture.Pix[4*i+3] = 0xFF
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

var indexPage = template.Must(template.New("index").Parse(`<!doctype html>
<meta charset="utf-8">
<title>Tradewind: every screen</title>
<style>
body { font: 14px sans-serif; margin: 24px; background: #f6f7f9; color: #1b2430 }
figure { display: inline-block; margin: 0 16px 24px 0 }
img { width: 640px; display: block; border: 1px solid #e2e6eb }
</style>
<h1>Tradewind: every screen</h1>
{{range .}}<figure><a href="{{.File}}"><img src="{{.File}}" loading="lazy" alt="{{.Scene}}"></a><figcaption>{{.Scene}} · {{.Look}}</figcaption></figure>
{{end}}`))

func writeIndex(t *testing.T, folder string, shots []shot) {
	t.Helper()
	var b bytes.Buffer
	if err := indexPage.Execute(&b, shots); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "index.html"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
