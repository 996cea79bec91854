package app

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"tradewind.app/app/chooser"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// answersOf writes the answers that a page would save: its first title, written better.
func answersOf(t *testing.T, page, title string) string {
	t.Helper()
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?s)<script type="application/json" id="data">(.*?)</script>`).FindSubmatch(b)
	if found == nil {
		t.Fatal("the page has no data")
	}
	var data map[string]any
	if err := json.Unmarshal(found[1], &data); err != nil {
		t.Fatal(err)
	}
	items, _ := data["items"].([]any)
	for _, one := range items {
		item, _ := one.(map[string]any)
		if item["field"] != string(catalog.ListingTitle) {
			continue
		}
		for _, key := range []string{"key", "limit", "unit"} {
			delete(item, key)
		}
		item["verdict"], item["text"] = "better", title
		delete(data, "items")
		data["answers"], data["reader"], data["saved"] = []any{item}, "王芳", "2026-12-01"
		break
	}
	if b, err = json.Marshal(data); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// reviewed counts the products with a reviewed title, and returns the last of these.
func reviewed(t *testing.T, w *window) (n int, title string) {
	t.Helper()
	for p, err := range w.session.Workspace.Products(t.Context(), catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		l := p.Listing(catalog.SimplifiedChinese)
		if l != nil && l.Mark(catalog.TextName(catalog.ListingTitle)).State == catalog.StateReviewed {
			n, title = n+1, l.Title
		}
	}
	return n, title
}

// TestReviewPageAndBack: a page is made, its answers are shown before they are taken, and
// undo takes them back.
func TestReviewPageAndBack(t *testing.T) {
	w := shopWindow(t)
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("sku,title,title@zh-Hans,price\nA-1,Wool Scarf,羊毛围巾,5\nA-2,Wool Hat,羊毛帽,5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := w.session.Workspace.Import(t.Context(), workspace.ImportRequest{File: list}, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "review.html")
	w.chooser = func(_ context.Context, r chooser.Request) (string, error) {
		if !r.Save {
			return answersOf(t, path, "审校过的标题"), nil
		}
		return path, nil
	}
	w.makeReviewPage()
	tap(t, w, "ask:close")
	w.askReviewAnswers()
	tap(t, w, "ask:cancel")
	if n, _ := reviewed(t, w); n != 0 {
		t.Fatalf("%d titles are reviewed after the preview was cancelled", n)
	}
	w.askReviewAnswers()
	tap(t, w, "ask:take")
	tap(t, w, "ask:close")
	if n, title := reviewed(t, w); n != 1 || title != "审校过的标题" {
		t.Errorf("%d titles are reviewed, the last %q", n, title)
	}
	w.askReviewAnswers() // they are taken already: there is nothing to ask
	if widget.FindIn(w.win.Canvas(), "ask:take") != nil {
		t.Error("answers that change nothing can be taken")
	}
	tap(t, w, "ask:close")
	w.undo()
	if n, _ := reviewed(t, w); n != 0 {
		t.Errorf("%d titles are reviewed after undo", n)
	}
}
