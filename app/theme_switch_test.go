package app

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/view/settings"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/catalog"
)

// shopColors are the colours that a mode alone has, as markup writes them.
func shopColors(mode, other theme.Mode) []string {
	names := []fyne.ThemeColorName{
		theme.Background, theme.Ink, theme.Accent, theme.Surface, theme.Line, theme.Muted, theme.Faint, theme.AccentSoft, theme.OnAccent,
		theme.OK, theme.OKSoft, theme.OKText, theme.Warn, theme.WarnSoft, theme.WarnText, theme.Bad, theme.BadSoft, theme.BadText, theme.Selected,
		fynetheme.ColorNameButton, fynetheme.ColorNameDisabledButton, fynetheme.ColorNameInputBorder, fynetheme.ColorNameInputBackground,
	}
	written := func(m theme.Mode) []string {
		var list []string
		for _, n := range names {
			c := color.NRGBAModel.Convert((&theme.Theme{Mode: m}).Color(n, fynetheme.VariantLight)).(color.NRGBA)
			list = append(list, fmt.Sprintf("rgba(%d,%d,%d,%d)", c.R, c.G, c.B, c.A))
		}
		return list
	}
	others := written(other)
	return slices.DeleteFunc(written(mode), func(c string) bool { return slices.Contains(others, c) })
}

// expectColorsOf fails where anything in the window has a colour of another mode.
func expectColorsOf(t *testing.T, w *window, at string, mode, other theme.Mode) {
	t.Helper()
	markup := test.RenderToMarkup(w.win.Canvas())
	for _, kept := range shopColors(other, mode) {
		if i := strings.Index(markup, kept); i >= 0 {
			from := strings.LastIndex(markup[:i], "\n") + 1
			t.Errorf("%s: after a switch to the %s theme something is in the %s theme's %s: %s",
				at, mode, other, kept, strings.TrimSpace(markup[from:from+strings.Index(markup[from:]+"\n", "\n")]))
		}
	}
}

// Nothing keeps a colour of the theme that was shown before, on any page.
func TestThemeSwitchReachesEverything(t *testing.T) {
	w := testWindow(t)
	tap(t, w, "welcome:sample")
	tap(t, w, "welcome:create")
	row, err := w.session.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil || len(row) == 0 {
		t.Fatal(err, len(row))
	}
	both := func(at string) {
		t.Helper()
		for _, m := range [][2]theme.Mode{{theme.Dark, theme.Light}, {theme.Light, theme.Dark}} {
			w.preferences.SetPreference(settings.PreferenceTheme, string(m[0]))
			expectColorsOf(t, w, at, m[0], m[1])
		}
	}
	w.preferences.SetPreference(settings.PreferenceTheme, "light")
	for _, p := range railPlaces() {
		w.goTo(view.Target{Place: p.at})
		if p.at == view.ProductsPlace {
			grid := widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid)
			grid.Focus()
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the side tells of a product
		}
		both(string(p.at))
	}
	w.goTo(view.Target{Place: view.ProductPlace, Product: row[0]})
	for _, tab := range []string{"details", "variants", "images", "chinese", "shipping", "channels", "history"} {
		tap(t, w, "product-tab:"+tab)
		both("product " + tab)
	}
	w.goTo(view.Target{Place: view.ExportPlace})
	tap(t, w, "export-channel:google")
	both("export check")
}

// The steps of an import and of an export keep no colour either.
func TestThemeSwitchReachesTheSteps(t *testing.T) {
	w := testWindow(t)
	tap(t, w, "welcome:sample")
	tap(t, w, "welcome:create")
	both := func(at string) {
		t.Helper()
		for _, m := range [][2]theme.Mode{{theme.Dark, theme.Light}, {theme.Light, theme.Dark}} {
			w.preferences.SetPreference(settings.PreferenceTheme, string(m[0]))
			expectColorsOf(t, w, at, m[0], m[1])
		}
	}
	w.preferences.SetPreference(settings.PreferenceTheme, "light")
	sheet := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(sheet, []byte("SKU,Title,Price,Kram\nA-1,Tea,4.50,x\nA-1,Tea,4.50,x\nA-2,,oops,y\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.goTo(view.Target{Place: view.ImportPlace, File: sheet})
	both("import columns")
	importing.Of(w.session).Compare()
	both("import plan")
	w.goTo(view.Target{Place: view.ExportPlace})
	tap(t, w, "export-channel:shopify")
	tap(t, w, "export-next")
	both("export preview")
}
