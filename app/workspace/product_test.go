package workspace_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

const variantShop = "handle,title,brand,option1 name,option1 value,sku,price\ntee,Pine Tee,Alder,Size,S,T-S,20\ntee,,,,M,T-M,20\nboard,Oak Board,Alder,,,B-1,68\n"

func openProduct(t *testing.T, w *workspace.Workspace, code string) (was, is *catalog.Product) {
	t.Helper()
	o, err := w.OpenProduct(t.Context(), product(t, w, code).ID)
	if err != nil {
		t.Fatal(err)
	}
	return o.Product, o.Product.Clone()
}

func variantsShop(t *testing.T) *workspace.Workspace {
	t.Helper()
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "shop.csv", variantShop)})
	return w
}

// newest is the entry that was written last.
func newest(t *testing.T, w *workspace.Workspace) store.Entry {
	t.Helper()
	entries, _, err := w.HistoryPage(t.Context(), "", 0, 1)
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	return entries[0]
}

func TestSaveProductIsOneEntry(t *testing.T) {
	w := variantsShop(t)
	was, is := openProduct(t, w, "T-S")
	is.Title = "Pine Tee, Heavy"
	is.Variants = append(is.Variants, catalog.Variant{ID: catalog.NewID(), SKU: "T-L", Options: []string{"L"}, Price: is.Variants[0].Price})
	is.RemoveVariant(is.Variants[0].ID)
	is.Images = []catalog.Image{{Source: "tee.png", Position: 1, Alt: "A tee"}}
	result, err := w.SaveProduct(t.Context(), was, is)
	if err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "T-L"); !got.Equal(is) {
		t.Errorf("got %+v, want %+v", got, is)
	}
	e := newest(t, w)
	if e.ID != result.Entry || e.Kind != store.KindEdit || e.Counts.Changed != 1 || e.Note != "T-M" {
		t.Errorf("the entry is %+v", e)
	}
	if _, err := w.Undo(t.Context(), "", nil); err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "T-S"); !got.Equal(was) {
		t.Errorf("undone: got %+v, want %+v", got, was)
	}
}

func TestSaveProductKeepsWhatNoFieldTells(t *testing.T) {
	w := variantsShop(t)
	was, is := openProduct(t, w, "T-S")
	is.Variants[0], is.Variants[1] = is.Variants[1], is.Variants[0]
	if _, err := w.SaveProduct(t.Context(), was, is); err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "T-S"); got.Variants[0].SKU != "T-M" {
		t.Errorf("the order of variants was not saved: %v", got.SKUs())
	}
}

func TestSaveProductRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		edit       func(p *catalog.Product)
		code, sku  string
		stillSaved bool
	}{
		"a SKU twice":           {edit: func(p *catalog.Product) { p.Variants[1].SKU = "T-S" }, code: "sku-taken", sku: "T-S"},
		"a SKU of another":      {edit: func(p *catalog.Product) { p.Variants[1].SKU = "B-1" }, code: "sku-taken", sku: "B-1"},
		"a handle of another":   {edit: func(p *catalog.Product) { p.Handle = "board" }, code: "handle-taken"},
		"a price below 0":       {edit: func(p *catalog.Product) { p.Variants[1].Price.Amount = p.Variants[1].Price.Amount.Neg() }, code: "price-negative", sku: "T-M"},
		"a handle far too long": {edit: func(p *catalog.Product) { p.Handle = strings.Repeat("x", 300) }, code: "text-too-long"},
		"a wrong barcode":       {edit: func(p *catalog.Product) { p.Variants[0].GTIN = "4006381333932" }, code: "gtin-check-digit", sku: "T-S", stillSaved: true},
	} {
		t.Run(name, func(t *testing.T) {
			w := variantsShop(t)
			before := dump(t, w)
			was, is := openProduct(t, w, "T-S")
			tt.edit(is)
			result, err := w.SaveProduct(t.Context(), was, is)
			var refused *workspace.RefusedError
			problems := result.Problems
			if errors.As(err, &refused) {
				problems = refused.Problems
			}
			if len(problems) != 1 || problems[0].Code != tt.code || problems[0].Args["sku"] != tt.sku {
				t.Fatalf("problems %+v (%v), want %s of %q", problems, err, tt.code, tt.sku)
			}
			if saved := dump(t, w) != before; saved != tt.stillSaved || (err == nil) != tt.stillSaved {
				t.Errorf("saved: %v, %v; want %v", saved, err, tt.stillSaved)
			}
		})
	}
}

func TestSaveProductThatWasChangedMeanwhile(t *testing.T) {
	w := variantsShop(t)
	was, is := openProduct(t, w, "B-1")
	if _, err := w.Set(t.Context(), "B-1", []catalog.Value{{Field: catalog.FieldBrand, Text: "Birch"}}); err != nil {
		t.Fatal(err)
	}
	is.Title = "Oak Board, Large"
	if _, err := w.SaveProduct(t.Context(), was, is); err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "B-1"); got.Title != "Oak Board, Large" || got.Brand != "Birch" {
		t.Errorf("%q of %q: one of two changes is lost", got.Title, got.Brand)
	}
	was, is = openProduct(t, w, "B-1")
	if _, err := w.Set(t.Context(), "B-1", []catalog.Value{{Field: catalog.FieldBrand, Text: "Cedar"}}); err != nil {
		t.Fatal(err)
	}
	is.Brand = "Elm"
	var conflict *workspace.ConflictError
	if _, err := w.SaveProduct(t.Context(), was, is); !errors.As(err, &conflict) {
		t.Fatalf("got %v, want a conflict", err)
	}
	if c := conflict.Clashes; len(c) != 1 || c[0] != (catalog.Clash{Field: catalog.FieldBrand, Mine: "Elm", Theirs: "Cedar"}) {
		t.Errorf("clashes %+v", c)
	}
	if got := product(t, w, "B-1").Brand; got != "Cedar" {
		t.Errorf("the brand is %q: it was written over", got)
	}
	if _, err := w.SaveProduct(t.Context(), conflict.Now, is); err != nil {
		t.Errorf("saved knowingly: %v", err)
	}
}

func TestSaveProductThatWasDeleted(t *testing.T) {
	w := variantsShop(t)
	was, is := openProduct(t, w, "B-1")
	if _, err := w.Delete(t.Context(), []string{"B-1"}); err != nil {
		t.Fatal(err)
	}
	is.Title = "Oak Board, Large"
	if _, err := w.SaveProduct(t.Context(), was, is); !errors.Is(err, store.ErrNoProduct) {
		t.Errorf("got %v, want that there is no such product", err)
	}
	if _, err := w.SaveAnew(t.Context(), is); err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "B-1").Title; got != "Oak Board, Large" {
		t.Errorf("got %q", got)
	}
}

func TestInspectDraftFollowsTheDraft(t *testing.T) {
	w := variantsShop(t)
	_, is := openProduct(t, w, "B-1")
	is.Title = ""
	states, err := w.InspectDraft(t.Context(), is)
	if err != nil || len(states) == 0 {
		t.Fatal(states, err)
	}
	for _, s := range states {
		missing := false
		for _, p := range s.Problems {
			missing = missing || p.Field == string(catalog.FieldTitle) && p.Code == "value-missing"
		}
		if s.Channel.Name() == "google" && !missing {
			t.Errorf("%s does not see that the title is gone: %+v", s.Channel.Name(), s.Problems)
		}
	}
}

func TestLookAtPicture(t *testing.T) {
	w := sampleShop(t)
	for source, want := range map[string]workspace.PictureState{
		"images/ap-101-white.png": workspace.PictureFine, "https://shop.example/a.jpg": workspace.PictureOnWeb,
		"images/none.png": workspace.PictureMissing, "../../etc/passwd": workspace.PictureOutside,
		file(t, "far.png", "\x89PNG\r\n\x1a\nnothing"):                           workspace.PictureOutside,
		beside(t, w, "half.png", "\x89PNG\r\n\x1a\nnothing"):                     workspace.PictureDamaged,
		beside(t, w, "none.png", "no picture, nor larger than a head of one is"): workspace.PictureUnreadable,
	} {
		got, err := w.LookAtPicture(t.Context(), source)
		if err != nil || got.State != want {
			t.Errorf("%s: %+v (%v), want state %d", filepath.Base(source), got, err, want)
		}
		if fine := got.Width > 0 && got.Height > 0 && got.Bytes > 100; fine != (want == workspace.PictureFine) {
			t.Errorf("%s: %+v", filepath.Base(source), got)
		}
	}
}
