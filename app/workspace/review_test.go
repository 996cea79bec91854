package workspace_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/review"
)

// reviewShop has Chinese that came with a file, and a value that two products share.
const reviewShop = "sku,title,description,category,option1 name,option1 value,price,quantity,title@zh-Hans,options@zh-Hans\n" +
	"A-1,Wool Scarf,<p>Soft.</p>,Apparel,Color,Red,5,9,羊毛围巾,Red=红\n" +
	"A-2,Wool Hat,<p>Soft.</p>,Apparel,Color,Red,5,9,羊毛帽,Red=红\n" +
	"A-3,Wool Socks,<p>Soft.</p>,Apparel,Color,Red,5,9,羊毛袜,Red=大红\n"

// pageItem is what a page knows of a text that it asks about.
type pageItem struct {
	Product catalog.ID    `json:"product"`
	Field   catalog.Field `json:"field"`
	Part    string        `json:"part"`
	Source  string        `json:"source"`
	Was     string        `json:"was"`
}

// answered makes a page of the shop and the answers that it would save.
func answered(t *testing.T, w *workspace.Workspace, answer func(pageItem) review.Answer) review.Answers {
	t.Helper()
	var b bytes.Buffer
	say := func(p catalog.Problem) (string, string) { return p.Code, p.Code }
	if _, err := w.ReviewPage(t.Context(), workspace.ReviewRequest{Say: say}, &b, nil); err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?s)<script type="application/json" id="data">(.*?)</script>`).FindSubmatch(b.Bytes())
	if found == nil {
		t.Fatal("the page has no data")
	}
	var data struct {
		review.Answers
		Items []pageItem `json:"items"`
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(found[1], &raw); err != nil {
		t.Fatal(err)
	}
	delete(raw, "reader") // there it is a length
	again, err := json.Marshal(raw)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(again, &data); err != nil {
		t.Fatal(err)
	}
	a := data.Answers
	a.Reader, a.Saved = "王芳", "2026-12-01"
	for _, item := range data.Items {
		one := answer(item)
		if one.Verdict == "" && one.Comment == "" {
			continue
		}
		one.Product, one.Field, one.Source, one.Was = item.Product, item.Field, item.Source, item.Was
		if item.Product != "" {
			one.Part = item.Part
		}
		a.List = append(a.List, one)
	}
	saved, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	read, err := review.ReadAnswers(bytes.NewReader(saved))
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func imported(t *testing.T, w *workspace.Workspace, a review.Answers, dryRun bool) workspace.ReviewResult {
	t.Helper()
	r, err := w.ImportReview(t.Context(), a, dryRun, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// better answers the title of a product.
func better(t *testing.T, w *workspace.Workspace, sku, title string) review.Answers {
	t.Helper()
	id := product(t, w, sku).ID
	return answered(t, w, func(i pageItem) review.Answer {
		if i.Field == catalog.ListingTitle && i.Product == id {
			return review.Answer{Verdict: review.Better, Text: title}
		}
		return review.Answer{}
	})
}

// TestReviewIsOneEntry: exactly the texts change that were answered, a value in each
// product that has the pair, and one undo takes it all back.
func TestReviewIsOneEntry(t *testing.T) {
	w, _ := shopOf(t, reviewShop)
	to := catalog.SimplifiedChinese
	if p := product(t, w, "A-1"); p.Listing(to) == nil || p.Listing(to).Options["Red"] != "红" {
		t.Fatalf("the listing came in as %+v", p.Listing(to))
	}
	given := 0
	a := answered(t, w, func(i pageItem) review.Answer {
		switch {
		case i.Field == catalog.ListingTitle && i.Product == product(t, w, "A-1").ID:
			return review.Answer{Verdict: review.Better, Text: "纯羊毛围巾", Comment: "短一点"}
		case i.Product == "" && i.Field == catalog.ListingOptions && given == 0: // that of most products comes first
			given++
			return review.Answer{Verdict: review.Better, Text: "红色"}
		}
		return review.Answer{}
	})
	before := dump(t, w)
	dry := imported(t, w, a, true)
	if dump(t, w) != before || dry.Entry != "" {
		t.Error("a dry run writes")
	}
	r := imported(t, w, a, false)
	if r.Counts[review.New] != 2 || r.Texts != dry.Texts || r.Products != dry.Products || r.Entry == "" {
		t.Fatalf("the import says %+v, the dry run %+v", r, dry)
	}
	l := product(t, w, "A-1").Listing(to)
	want := catalog.Mark{State: catalog.StateReviewed, By: "王芳", At: "2026-12-01"}
	got := l.Mark(catalog.TextName(catalog.ListingTitle))
	if got.Source = ""; l.Title != "纯羊毛围巾" || got != want {
		t.Errorf("the title is %q, %+v", l.Title, got)
	}
	for sku, want := range map[string]string{"A-1": "红色", "A-2": "红色", "A-3": "大红"} {
		l := product(t, w, sku).Listing(to)
		if isReviewed := l.Mark("options:Red").State == catalog.StateReviewed; l.Options["Red"] != want || isReviewed != (want == "红色") {
			t.Errorf("%s: Red is %s, reviewed %v; want %s", sku, l.Options["Red"], isReviewed, want)
		}
		if mark := l.Mark(catalog.TextName(catalog.ListingTitle)); sku != "A-1" && mark.State != catalog.StateImported {
			t.Errorf("%s: the title is %+v, and nobody answered it", sku, mark)
		}
	}
	if comments, err := w.ReviewComments(t.Context()); err != nil || len(comments) != 1 || comments[0].Comment != "短一点" || comments[0].By != "王芳" {
		t.Errorf("the comments are %+v, %v", comments, err)
	}
	if again := imported(t, w, a, false); again.Texts != 0 || again.Counts[review.Same] != 2 {
		t.Errorf("again it says %+v", again.Counts)
	}
	if _, err := w.Undo(t.Context(), r.Entry, nil); err != nil {
		t.Fatal(err)
	}
	if got := product(t, w, "A-1").Listing(to).Title; got != "羊毛围巾" {
		t.Errorf("after undo the title is %q", got)
	}
}

// TestReviewMeetsChanges: what was changed here since is not written over.
func TestReviewMeetsChanges(t *testing.T) {
	to := catalog.SimplifiedChinese
	for _, tt := range []struct {
		name   string
		field  catalog.Field
		text   string
		answer string
		want   review.Outcome
	}{
		{"the Chinese", catalog.ListingTitle.At(to), "羊绒围巾", "纯羊毛围巾", review.Conflict},
		{"the Chinese, to the same", catalog.ListingTitle.At(to), "纯羊毛围巾", "纯羊毛围巾", review.New},
		{"the English", catalog.FieldTitle, "Cashmere Scarf", "纯羊毛围巾", review.Stale},
		{"something else", catalog.FieldBrand, "Alder", "纯羊毛围巾", review.New},
		{"a word that the law forbids", catalog.FieldBrand, "Alder", "国家级羊毛围巾", review.Refused},
		{"too long a title", catalog.FieldBrand, "Alder", strings.Repeat("羊毛围巾", 8), review.Refused},
	} {
		w, _ := shopOf(t, reviewShop)
		a := better(t, w, "A-1", tt.answer)
		if _, err := w.Set(t.Context(), "A-1", []catalog.Value{{Field: tt.field, Text: tt.text}}); err != nil {
			t.Fatal(err)
		}
		was := product(t, w, "A-1").Listing(to).Title
		r := imported(t, w, a, false)
		if len(r.Answers) != 1 || r.Answers[0].Outcome != tt.want {
			t.Errorf("%s: %+v, want %s", tt.name, r.Answers, tt.want)
		}
		if got := product(t, w, "A-1").Listing(to).Title; tt.want != review.New && got != was {
			t.Errorf("%s: the title is %q, want %q", tt.name, got, was)
		}
		if tt.want == review.Refused && len(r.Answers[0].Problems) == 0 {
			t.Errorf("%s: nothing says why", tt.name)
		}
	}
}

// TestReviewOfWhatIsGone: a product that was deleted, and another catalogue.
func TestReviewOfWhatIsGone(t *testing.T) {
	w, _ := shopOf(t, reviewShop)
	a := better(t, w, "A-1", "纯羊毛围巾")
	if _, err := w.Delete(t.Context(), []string{"A-1"}); err != nil {
		t.Fatal(err)
	}
	if r := imported(t, w, a, false); r.Counts[review.Gone] != 1 || r.Texts != 0 {
		t.Errorf("of a product that is gone it says %+v", r)
	}
	other, _ := shopOf(t, reviewShop)
	if _, err := other.ImportReview(t.Context(), a, true, nil); !errors.Is(err, review.ErrOtherShop) {
		t.Errorf("answers about another catalogue: %v", err)
	}
}

// TestReviewOfAPointIsOfItsParagraph: a better point is the better paragraph too, where the
// description repeats it.
func TestReviewOfAPointIsOfItsParagraph(t *testing.T) {
	w := sampleShop(t)
	to := catalog.SimplifiedChinese
	if _, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil); err != nil {
		t.Fatal(err)
	}
	const better = "更好的卖点"
	id := product(t, w, "AP-101-WHITE-S").ID
	given := false
	a := answered(t, w, func(i pageItem) review.Answer {
		if given || i.Product != id || i.Field != catalog.ListingSellingPoints {
			return review.Answer{}
		}
		given = true
		return review.Answer{Verdict: review.Better, Text: better}
	})
	r := imported(t, w, a, false)
	l := product(t, w, "AP-101-WHITE-S").Listing(to)
	if r.Texts != 2 || r.Products != 1 || r.Answers[0].Products != 1 || l.SellingPoints[0] != better || strings.Count(l.Description, better) != 1 {
		t.Errorf("%d texts of %d products: %q, %q", r.Texts, r.Products, l.SellingPoints, l.Description)
	}
	if m := l.PartMark(catalog.ListingDescription, better); m.State != catalog.StateReviewed || m.By != "王芳" {
		t.Errorf("the paragraph is %+v", m)
	}
}
