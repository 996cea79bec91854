package theme

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

func TestSystemFontsHaveChinese(t *testing.T) {
	fonts, err := SystemFonts()
	if errors.Is(err, ErrNoChinese) {
		t.Skip("NOT TESTED: this machine has no Chinese font that is known, so no face was cut out of a real one")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("regular: %s (%d bytes)", fonts.Regular.Name(), len(fonts.Regular.Content()))
	if err := drawsChinese(fonts.Regular.Content()); err != nil {
		t.Error(err)
	}
	if fonts.Bold == nil {
		t.Logf("no bold face: regular serves")
		return
	}
	if bytes.Equal(fonts.Bold.Content(), fonts.Regular.Content()) {
		t.Error("bold is the regular face")
	}
}

// TestEveryKnownFontOfThisMachine draws a character that Japanese writes otherwise
// with each font there is.
func TestEveryKnownFontOfThisMachine(t *testing.T) {
	test.NewTempApp(t)
	found := 0
	for _, face := range typefaces {
		fonts, err := fontsIn(systemFolders(), []typeface{face})
		if errors.Is(err, ErrNoChinese) && !strings.Contains(err.Error(), "\n") {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", face.regular.file, err)
			continue
		}
		found++
		text := canvas.NewText("直骨门 Aa", Color(Ink))
		text.FontSource = fonts.Regular
		if size := text.MinSize(); size.Width < 4*text.TextSize {
			t.Errorf("%s: the text is %v wide: its characters are missing", face.regular.file, size.Width)
		}
		if painted := software.Render(text, &Theme{Mode: Light, Fonts: fonts}); painted.Bounds().Empty() {
			t.Errorf("%s: nothing was painted", face.regular.file)
		}
	}
	if found == 0 {
		t.Skip("NOT TESTED: this machine has no Chinese font that is known")
	}
}

func systemFolders() []string { return fontFolders("linux", os.Getenv) }

func TestFontsAreLookedFor(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "deep", "er", "REED.TTC"), madeUp)
	faces := []typeface{{regular: faceSource{"reed.ttc", "Reed SC", ""}}}
	_, err := fontsIn([]string{filepath.Join(folder, "none"), folder}, faces)
	if !errors.Is(err, ErrNoChinese) || !strings.Contains(err.Error(), "REED.TTC") {
		t.Errorf("fontsIn = %v, want ErrNoChinese that names the font that cannot be drawn with", err)
	}
	if _, err := fontsIn([]string{folder}, nil); !errors.Is(err, ErrNoChinese) {
		t.Errorf("fontsIn without faces = %v, want ErrNoChinese", err)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFontFolders(t *testing.T) {
	env := map[string]string{
		"HOME": "/home/ann", "XDG_DATA_DIRS": "/opt/share" + string(filepath.ListSeparator) + "/nix/share",
		"WINDIR": `C:/Windows`, "LOCALAPPDATA": `C:/Users/ann/AppData/Local`,
	}
	tests := map[string]string{
		"linux":   "/opt/share/fonts",
		"darwin":  "/home/ann/Library/Fonts",
		"windows": "C:/Windows/Fonts",
	}
	for goos, want := range tests {
		got := fontFolders(goos, func(name string) string { return env[name] })
		for i := range got {
			got[i] = filepath.ToSlash(got[i])
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s: folders = %q, want %q among them", goos, got, want)
		}
	}
}

func TestFontsOfAStyle(t *testing.T) {
	regular, bold := fyne.NewStaticResource("regular", nil), fyne.NewStaticResource("bold", nil)
	tests := map[string]struct {
		fonts Fonts
		style fyne.TextStyle
		want  fyne.Resource
	}{
		"regular":         {fontsOf(regular, bold), fyne.TextStyle{}, regular},
		"bold":            {fontsOf(regular, bold), fyne.TextStyle{Bold: true}, bold},
		"no bold":         {fontsOf(regular, nil), fyne.TextStyle{Bold: true}, regular},
		"monospace":       {fontsOf(regular, bold), fyne.TextStyle{Monospace: true}, nil},
		"none, not a nil": {fontsOf(regular, nil), fyne.TextStyle{Symbol: true}, nil},
	}
	for name, tt := range tests {
		if got := tt.fonts.For(tt.style); got != tt.want {
			t.Errorf("%s: font = %v, want %v", name, got, tt.want)
		}
	}
}
