package workspace_test

import (
	"image"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestSavedViews(t *testing.T) {
	w := shop(t)
	want := workspace.SavedView{
		Name: "Drafts of Alder", Search: "oak",
		Where: []catalog.Condition{{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Alder"}},
		Sort:  catalog.Sort{Field: catalog.FieldPrice, Desc: true},
	}
	if err := w.SaveView(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	got, err := w.SavedViews(t.Context())
	if err != nil || len(got) != 1 || !reflect.DeepEqual(got[0], want) {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
	if err := w.ForgetView(t.Context(), want.Name); err != nil {
		t.Fatal(err)
	}
	if got, err := w.SavedViews(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("got %+v, %v after it was forgotten", got, err)
	}
}

func TestThumbnail(t *testing.T) {
	w := sampleShop(t)
	broken := filepath.Join(t.TempDir(), "broken.png")
	if err := os.WriteFile(broken, []byte("\x89PNG\r\n\x1a\nnothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	thumb, err := w.Thumbnail(t.Context(), "images/ap-101-white.png", 64)
	if err != nil || thumb == nil || thumb.Bounds() != image.Rect(0, 0, 64, 64) {
		t.Fatalf("got %v, %v; want 64 x 64", thumb, err)
	}
	for _, source := range []string{"https://shop.example/a.jpg", "images/none.png", "../../etc/passwd", broken} {
		if thumb, err := w.Thumbnail(t.Context(), source, 64); thumb != nil || err != nil {
			t.Errorf("%s: got %v, %v; want none", source, thumb, err)
		}
	}
}

func TestRowsAreInTheScriptOfTheShop(t *testing.T) {
	w := shop(t)
	const sheet = "sku,title,title@zh-Hans,title@zh-Hant\nA,Both,茶叶,茶葉\nB,Simplified,茶杯,\nC,Traditional,,茶壺\nD,None,,\n"
	if _, err := w.Import(t.Context(), workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(sheet), Size: int64(len(sheet))}, nil); err != nil {
		t.Fatal(err)
	}
	for script, want := range map[catalog.Locale][]string{
		catalog.SimplifiedChinese:  {"茶叶", "茶杯", "", ""},
		catalog.TraditionalChinese: {"茶葉", "", "茶壺", ""},
	} {
		if err := w.SetSettings(t.Context(), map[string]string{workspace.SettingScript: string(script)}); err != nil {
			t.Fatal(err)
		}
		head, err := w.Head(t.Context(), catalog.Filter{}, catalog.Sort{}, 10)
		if err != nil {
			t.Fatal(err)
		}
		ids, err := w.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := w.Rows(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		if got := titlesZH(head.Rows); !slices.Equal(got, want) {
			t.Errorf("%s: the first rows have %q, want %q", script, got, want)
		}
		if got := titlesZH(rows); !slices.Equal(got, want) {
			t.Errorf("%s: the rows have %q, want %q", script, got, want)
		}
	}
}

func titlesZH(rows []workspace.Row) []string {
	titles := make([]string, len(rows))
	for i, r := range rows {
		titles[i] = r.TitleZH
	}
	return titles
}
