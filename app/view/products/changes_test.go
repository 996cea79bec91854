package products

import (
	"testing"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/catalog"
)

// TestAnEditComesBeforeWhatFollows: the row that was edited is read at once; the list and
// what is counted follow after a pause, once for many edits.
func TestAnEditComesBeforeWhatFollows(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts)
	p := New(s)
	p.Enter()
	defer p.Leave()
	p.SortBy(catalog.Sort{Field: catalog.FieldTitle})
	p.Show(0, 2)
	var waiting []func()
	s.After = func(wait time.Duration, do func()) func() {
		if wait != followAfter {
			return func() {}
		}
		i := len(waiting)
		waiting = append(waiting, do)
		return func() { waiting[i] = nil }
	}
	lists := 0
	p.OnList = func() { lists++ }
	first, _ := p.ID(0)
	for _, title := range []string{"Zebra", "Yak"} {
		p.Set(first, catalog.FieldTitle, title, func(refused string) {
			if refused != "" {
				t.Error(refused)
			}
		})
		if r := p.Row(0); r == nil || r.Title != title {
			t.Errorf("after the edit the row is %+v, want %q where it was", r, title)
		}
	}
	if lists > 0 {
		t.Errorf("the list was read %d times while somebody edits", lists)
	}
	due := 0
	for _, do := range waiting {
		if do != nil {
			due++
			do()
		}
	}
	if last, _ := p.ID(2); due != 1 || lists != 1 || last != first {
		t.Errorf("%d times due, %d lists, and the product is not the last: %v; want one of each", due, lists, last != first)
	}
}

// TestOtherWritesReadTheList: what came or is gone is no edit of rows.
func TestOtherWritesReadTheList(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts)
	p := New(s)
	p.Enter()
	defer p.Leave()
	id, _ := p.ID(1)
	p.Delete([]catalog.ID{id})
	if p.Len() != 2 {
		t.Errorf("%d products after one was deleted, want 2", p.Len())
	}
}
