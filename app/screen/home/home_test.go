package home

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

// shownAt is Show at an hour, so that what is said of times stays the same.
func shownAt(t *testing.T, h *Screen) fyne.Window {
	t.Helper()
	screentest.InUTC(t)
	h.model.Now = func() time.Time { return time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC) }
	return screentest.Show(t, h)
}

func TestHomeLooks(t *testing.T) {
	screentest.WithIcons(t)
	w := shownAt(t, New(screentest.Session(t)))
	screentest.CheckLayout(t, w, "home-import")
	w = shownAt(t, New(screentest.NewMarket(t).Session))
	test.AssertRendersToMarkup(t, "home.xml", w.Canvas())
	w.Resize(fyne.NewSize(660, 360))
	screentest.CheckLayout(t, w, "home-import", "home-localize", "home-check:google", "home-export:google", "home-export:shopify")
}

func TestHomeLeadsOn(t *testing.T) {
	m := screentest.NewMarket(t)
	w := screentest.Show(t, New(m.Session))
	for _, role := range []string{"home-import", "home-localize", "home-check:shopify", "home-export:taobao", "fix:price-currency"} {
		screentest.Press(t, w, role)
	}
	want := []view.Place{view.ImportPlace, view.LocalizePlace, view.ProductsPlace, view.ExportPlace, view.SettingsPlace}
	if len(m.Went) != len(want) {
		t.Fatalf("went to %d places, want %d", len(m.Went), len(want))
	}
	for i, place := range want {
		if m.Went[i].Place != place {
			t.Errorf("tap %d went to %s, want %s", i, m.Went[i].Place, place)
		}
	}
	sum, _ := m.Survey().Sum()
	shopify := sum.Channels[slices.IndexFunc(sum.Channels, func(c workspace.ChannelSurvey) bool { return c.Channel.Name() == "shopify" })]
	if n := len(viewtest.Found(t, m.Session, m.Went[2].Pick)); n != shopify.Blocked+shopify.Warned || n == 0 {
		t.Errorf("Check leads to %d products, want the %d that are blocked or have warnings", n, shopify.Blocked+shopify.Warned)
	}
	if m.Went[3].Channel != "taobao" {
		t.Errorf("Export leads to the channel %q", m.Went[3].Channel)
	}
}

// TestHomeShowsTiers: how much of what a channel asks for is there stands beside its
// bar, as a figure.
func TestHomeShowsTiers(t *testing.T) {
	m := screentest.NewMarket(t)
	w := screentest.Show(t, New(m.Session))
	sum, _ := m.Survey().Sum()
	for _, c := range sum.Channels {
		row, ok := widget.FindIn(w.Canvas(), "tier-required:"+c.Channel.Name()).(*fyne.Container)
		if !ok {
			t.Fatalf("%s has no bar of what is required", c.Channel.Name())
		}
		got, want := row.Objects[2].(*widget.Text).Text(), percent(c.Coverage[0].Share())
		if got != want {
			t.Errorf("%s: %s, want %s", c.Channel.Name(), got, want)
		}
	}
	for share, want := range map[float64]string{0: "0%", 0.999: "99%", 1: "100%"} {
		if got := percent(share); got != want {
			t.Errorf("%v: got %s, want %s", share, got, want)
		}
	}
}

func TestHomeUndo(t *testing.T) {
	m := screentest.NewMarket(t)
	w := screentest.Show(t, New(m.Session))
	screentest.Press(t, w, "home-undo-last")
	screentest.Absent(t, w, "home-check:shopify") // no product is left
	screentest.Press(t, w, "home-import")
	if len(m.Went) != 1 || m.Went[0].Place != view.ImportPlace {
		t.Errorf("an empty catalogue leads to %+v", m.Went)
	}
}

// In a window that is low and narrow, as one at 200 % is, the cards break into rows
// and nothing is wider than the window.
func TestHomeBreaksIntoRows(t *testing.T) {
	w := screentest.Show(t, New(screentest.NewMarket(t).Session))
	left := func(channel string) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(widget.FindIn(w.Canvas(), "home-export:"+channel))
	}
	if a, b, c := left("google"), left("shopify"), left("taobao"); a.Y != b.Y || b.Y != c.Y || a.X >= b.X || b.X >= c.X {
		t.Errorf("three cards stand at %v, %v and %v, want them abreast", a, b, c)
	}
	w.Resize(fyne.NewSize(660, 2000))
	if a, b, c := left("google"), left("shopify"), left("taobao"); a.Y != b.Y || c.Y <= a.Y || c.X != a.X {
		t.Errorf("three cards stand at %v, %v and %v, want the third below the first", a, b, c)
	}
	next := widget.FindIn(w.Canvas(), "home-localize")
	if right := fyne.CurrentApp().Driver().AbsolutePositionForObject(next).X + next.Size().Width; right > 660-24 {
		t.Errorf("a button ends at %v, in a window of 660", right)
	}
}
