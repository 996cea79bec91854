package workspace_test

import (
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// TestUndoGivesMarksBack: what was accepted, written over or left out is again what it was
// once that is undone, and the undo can be undone.
func TestUndoGivesMarksBack(t *testing.T) {
	const to = catalog.SimplifiedChinese
	w, id := shopOf(t, "sku,title,title@zh-Hans,description@zh-Hans\nA-1,Oak lamp,橡木台灯,<p>柔和光线</p>\n")
	title := localize.Line{Field: catalog.ListingTitle}
	for name, write := range map[string]func() (workspace.EditResult, error){
		"accept": func() (workspace.EditResult, error) { return w.WriteLine(t.Context(), id, to, title, "橡木台灯") },
		"write":  func() (workspace.EditResult, error) { return w.WriteLine(t.Context(), id, to, title, "橡木灯") },
		"review": func() (workspace.EditResult, error) { return w.MarkListing(t.Context(), id, to, catalog.StateReviewed) },
		"mark": func() (workspace.EditResult, error) {
			return w.MarkTexts(t.Context(), "A-1", to, catalog.StateDraft, []catalog.TextName{"title"})
		},
		"leave out": func() (workspace.EditResult, error) { return w.OmitText(t.Context(), id, to, "short_title") },
	} {
		before := dump(t, w)
		result, err := write()
		after := dump(t, w)
		if err != nil || result.Entry == "" || after == before {
			t.Fatalf("%s: %+v, %v", name, result, err)
		}
		undone, err := w.Undo(t.Context(), result.Entry, nil)
		if err != nil || dump(t, w) != before {
			t.Errorf("%s: undone it is not what it was, %v", name, err)
		}
		if _, err := w.Undo(t.Context(), undone.Entry.ID, nil); err != nil || dump(t, w) != after {
			t.Errorf("%s: done again it is another, %v", name, err)
		}
		if _, err := w.Undo(t.Context(), "", nil); err != nil || dump(t, w) != before {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// TestMarkTexts: texts are marked by name, and a name that is none is refused with those
// that there are.
func TestMarkTexts(t *testing.T) {
	const to = catalog.SimplifiedChinese
	w, _ := shopOf(t, "sku,title,title@zh-Hans,description@zh-Hans,keywords@zh-Hans\nA-1,Oak lamp,橡木台灯,<p>柔和光线</p>,台灯\n")
	for _, tt := range []struct {
		state catalog.State
		names []catalog.TextName
		wrong bool
		want  catalog.State
	}{
		{catalog.StateTranslated, []catalog.TextName{"keywords"}, false, catalog.StateImported},
		{catalog.StateReviewed, []catalog.TextName{"short_title"}, true, catalog.StateImported},
		{catalog.StateOmitted, []catalog.TextName{"title"}, true, catalog.StateImported},
		{catalog.StateOmitted, []catalog.TextName{"price"}, true, catalog.StateImported},
		{catalog.StateTranslated, []catalog.TextName{"title", "keywords"}, false, catalog.StateImported},
		{catalog.StateTranslated, nil, false, catalog.StateTranslated},
		{catalog.StateOmitted, []catalog.TextName{"keywords", "short_title"}, false, catalog.StateTranslated},
		{catalog.StateReviewed, nil, false, catalog.StateReviewed},
	} {
		if _, err := w.MarkTexts(t.Context(), "A-1", to, tt.state, tt.names); (err != nil) != tt.wrong {
			t.Errorf("%s of %v: %v", tt.state, tt.names, err)
		}
		if got := product(t, w, "A-1").State(to); got != tt.want {
			t.Errorf("after %s of %v the listing is %q, want %q", tt.state, tt.names, got, tt.want)
		}
	}
	if l := product(t, w, "A-1").Listing(to); len(l.Keywords) != 0 || l.Mark("keywords").State != catalog.StateOmitted {
		t.Errorf("the keywords are %v, %+v", l.Keywords, l.Mark("keywords"))
	}
}
