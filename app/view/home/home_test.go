package home

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

func TestHomeOfTheSample(t *testing.T) {
	h := New(viewtest.SampleShop(t, job.Inline{}))
	h.Enter()
	defer h.Leave()
	if !h.Loaded || h.Failed != nil || h.Products == 0 || h.Untranslated != h.Products {
		t.Fatalf("loaded %v, %v: %d products, %d not translated", h.Loaded, h.Failed, h.Products, h.Untranslated)
	}
	for _, c := range h.Channels {
		if got := c.Ready + c.Warned + c.Blocked; got != h.Products || len(c.Tiers) == 0 {
			t.Errorf("%s: %d products in its states, want %d; tiers %v", c.Name, got, h.Products, c.Tiers)
		}
	}
	if len(h.Problems) != topProblems || h.MoreProblems == 0 {
		t.Errorf("%d problems and %d more, want %d and some", len(h.Problems), h.MoreProblems, topProblems)
	}
	for _, p := range h.Problems {
		if p.Short() == "" || strings.Contains(p.Short(), ". ") {
			t.Errorf("%q is not short", p.Short())
		}
		switch p.Fix.Problem {
		case "price-currency": // one rate mends it in all products
			if p.Fix.Place != view.SettingsPlace || p.Fix.Setting != "rate.USD/CNY" {
				t.Errorf("a rate that is lacking leads to %+v", p.Fix)
			}
		case "picture-address-missing": // one setting, too
			if p.Fix.Place != view.SettingsPlace || p.Fix.Setting != workspace.SettingPictureURL {
				t.Errorf("pictures without an address lead to %+v", p.Fix)
			}
		case "value-missing": // of all products: the list of them
			if ids := viewtest.Found(t, h.session, p.Fix.Pick); p.Fix.Place != view.ProductsPlace || len(ids) != p.Products || p.Fix.Field == "" {
				t.Errorf("%q of %d products leads to %+v", p.Short(), p.Products, p.Fix)
			}
		case "title-too-long", "gtin-check-digit": // of one product: its field
			if p.Fix.Place != view.ProductPlace || p.Products != 1 || p.Fix.Product == "" || p.Fix.Field == "" {
				t.Errorf("%q of %d products leads to %+v", p.Short(), p.Products, p.Fix)
			}
		}
	}
	if len(h.Recent) == 0 || h.Recent[0].Kind != "import" || !h.Recent[0].CanUndo() || !h.Writable || h.Recent[0].Counts.New != h.Products {
		t.Errorf("recent: %+v, want the import", h.Recent)
	}
	if best, ok := h.Best(); !ok || best.Name != "shopify" {
		t.Errorf("most could go to %q, want shopify", best.Name)
	}
}

func TestHomeUndoesAndCountsAgain(t *testing.T) {
	h := New(viewtest.SampleShop(t, job.Inline{}))
	h.Enter()
	defer h.Leave()
	h.Undo(h.Recent[0].ID)
	if h.Products != 0 || len(h.Channels) == 0 || len(h.Problems) != 0 {
		t.Errorf("%d products and %d problems after the import was undone", h.Products, len(h.Problems))
	}
	if len(h.Recent) < 2 || h.Recent[0].Kind != "undo" || !h.Recent[1].Undone || h.Recent[1].CanUndo() {
		t.Errorf("recent: %+v, want an undo and what it undid", h.Recent)
	}
}

func TestHomeLeftBeforeItWasCounted(t *testing.T) {
	runner := &job.Stepping{}
	h := New(viewtest.SampleShop(t, runner))
	h.Changed = func() { t.Error("told of counts after the screen was left") }
	h.Enter()
	runner.Work()
	h.Leave()
	runner.Deliver()
	if h.Loaded {
		t.Error("took counts after the screen was left")
	}
}

func TestHomeSaysWhyItCannotCount(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	gone := workspaceThatIsClosed(t)
	s.Workspace = gone
	h := New(s)
	h.Enter()
	defer h.Leave()
	if h.Failed == nil || h.Loaded {
		t.Errorf("loaded %v, %v; want an error", h.Loaded, h.Failed)
	}
}

func workspaceThatIsClosed(t *testing.T) *workspace.Workspace {
	t.Helper()
	path := filepath.Join(t.TempDir(), "closed.tradewind")
	w, err := workspace.Create(t.Context(), path, workspace.Options{Assets: assets.FS})
	if err := errors.Join(err, w.Close(), os.Remove(path)); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestHomeTellsTime(t *testing.T) {
	h := New(&view.Session{Text: text.For(text.English)})
	now := time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)
	h.Now = func() time.Time { return now }
	tests := []struct {
		ago  time.Duration
		want string
	}{
		{10 * time.Second, "just now"},
		{-time.Minute, "just now"}, // a clock that was put back
		{10 * time.Minute, "10 min ago"},
		{3 * time.Hour, "3 h ago"},
		{10 * time.Hour, "yesterday"},
		{33 * time.Hour, "yesterday"},
		{34 * time.Hour, "2026-11-20"},
	}
	for _, tt := range tests {
		if got := h.When(now.Add(-tt.ago)); got != tt.want {
			t.Errorf("%s ago: got %q, want %q", tt.ago, got, tt.want)
		}
	}
	for hour, want := range map[int]string{4: "home-evening", 5: "home-morning", 12: "home-afternoon", 18: "home-evening"} {
		now = time.Date(2026, 11, 22, hour, 0, 0, 0, time.UTC)
		if got := h.Greeting(); got != want {
			t.Errorf("at %d: got %s, want %s", hour, got, want)
		}
	}
}

func TestShortSentences(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"Price is missing; it is required. Fill it in.", "Price is missing; it is required"},
		{"The price 1.50 is low.", "The price 1.50 is low"},
		{"缺少价格。请填写。", "缺少价格"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := (view.TopProblem{Severity: catalog.Blocked, Sentence: tt.sentence}).Short(); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.sentence, got, tt.want)
		}
	}
}
