package workspace_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/check/texts"
)

// lawAndQuality is a shop whose Chinese came with a file.
const lawAndQuality = "sku,title,description,category,price,quantity,title@zh-Hans\n" +
	"A-1,Wool Scarf,<p>Soft.</p>,Apparel,5,9,国家级品质的羊毛围巾\n" +
	"A-2,Wool Hat,<p>Soft.</p>,Apparel,5,9,羊毛帽 羊毛帽\n" +
	"A-3,Wool Socks,<p>Soft.</p>,Apparel,5,9,羊毛袜\n"

// TestChecksAreFindings: what the checks of texts find is stored as findings of theirs, and
// counts for the channels in Chinese.
func TestChecksAreFindings(t *testing.T) {
	w, _ := shopOf(t, lawAndQuality)
	s := recheck(t, w)
	for _, want := range []struct {
		code     string
		products int
		channels []string
	}{{"law-explicit", 1, []string{"taobao"}}, {"quality-doubled", 1, []string{"taobao"}}} {
		i := slices.IndexFunc(s.Problems, func(p workspace.ProblemCount) bool { return p.Kind.Code == want.code })
		if i < 0 {
			t.Errorf("the survey has no %s: %+v", want.code, s.Problems)
			continue
		}
		var channels []string
		for _, c := range s.Problems[i].Channels {
			channels = append(channels, c.Name())
		}
		if s.Problems[i].Products != want.products || !slices.Equal(channels, want.channels) {
			t.Errorf("%s: %d products for %v, want %d for %v", want.code, s.Problems[i].Products, channels, want.products, want.channels)
		}
		if ids := found(t, w, catalog.FindingFilter{Problem: s.Problems[i].Kind}); len(ids) != want.products {
			t.Errorf("%s chooses %d products, want %d", want.code, len(ids), want.products)
		}
	}
	for channel, want := range map[string]bool{"taobao": true, "google": false} {
		for r, err := range w.Check(t.Context(), channel, catalog.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			has := slices.ContainsFunc(r.Problems, func(p catalog.Problem) bool { return strings.HasPrefix(p.Code, "law-") })
			if r.SKUs[0] == "A-1" && has != want {
				t.Errorf("%s: a problem of the law %v, want %v", channel, has, want)
			}
		}
	}
	lights, err := w.Lights(t.Context(), []catalog.ID{product(t, w, "A-1").ID})
	if err != nil || len(lights[product(t, w, "A-1").ID]) != len(s.Channels) {
		t.Errorf("lights are %v, %v; want one for each of %d channels", lights, err, len(s.Channels))
	}
}

// TestLawStopsTheFeed: a word that the law itself forbids keeps a product out of a feed in
// Chinese, and out of no other one.
func TestLawStopsTheFeed(t *testing.T) {
	w, _ := shopOf(t, lawAndQuality)
	for channel, want := range map[string]bool{"taobao": true, "google": false} {
		report, err := w.Export(t.Context(), workspace.ExportRequest{Channel: channel, Dir: t.TempDir(), Rates: map[string]string{"USD/CNY": "7"}, PageURL: "https://s.example/{handle}"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		stopped := false
		for _, s := range report.Skipped {
			stopped = stopped || slices.ContainsFunc(s.Problems, func(p catalog.Problem) bool { return p.Code == "law-explicit" && p.Severity == catalog.Blocked })
		}
		if stopped != want {
			t.Errorf("%s: stopped by the law %v, want %v", channel, stopped, want)
		}
	}
}

// TestChecksCountNoProductTwice: what a check finds makes no product blocked that all of
// its channels take.
func TestChecksCountNoProductTwice(t *testing.T) {
	w, _ := shopOf(t, lawAndQuality)
	if err := w.SetSetting(t.Context(), workspace.SettingChannels, "google"); err != nil {
		t.Fatal(err)
	}
	s := recheck(t, w)
	if s.Blocked+s.Warned+s.Ready != s.Products || len(s.Channels) != 1 || s.Blocked != s.Channels[0].Blocked {
		t.Errorf("the survey is %+v", s.Standing)
	}
	if i := slices.IndexFunc(s.Problems, func(p workspace.ProblemCount) bool { return p.Kind.Code == "law-explicit" }); i < 0 || len(s.Problems[i].Channels) != 0 {
		t.Errorf("what %s finds is not there, or is a channel's: %+v", texts.Law.Name, s.Problems)
	}
	if ids := found(t, w, catalog.FindingFilter{State: catalog.NotReady}); len(ids) != s.Blocked {
		t.Errorf("%d products are blocked, want %d", len(ids), s.Blocked)
	}
}

// TestAllow: what somebody accepts with a reason is information from then on, stops no
// feed, and can be undone.
func TestAllow(t *testing.T) {
	w, _ := shopOf(t, lawAndQuality)
	remark := func() (found catalog.Problem) {
		for r, err := range w.Check(t.Context(), "taobao", catalog.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range r.Problems {
				if p.Code == "law-explicit" {
					found = p
				}
			}
		}
		return found
	}
	if got := remark().Severity; got != catalog.Blocked {
		t.Fatalf("before it is accepted it is %q", got)
	}
	if _, err := w.Allow(t.Context(), "A-1", "最好", "no"); !errors.As(err, new(*workspace.NoRemarkError)) {
		t.Errorf("words that nothing is found about: %v", err)
	}
	result, err := w.Allow(t.Context(), "A-1", "国家级", "on the national list, no. 7")
	if err != nil || result.Entry == "" {
		t.Fatalf("%+v, %v", result, err)
	}
	p := remark()
	if p.Severity != catalog.Info || p.Args["allowed"] != "on the national list, no. 7" || p.Args["allowed_at"] == "" {
		t.Errorf("accepted is %+v", p)
	}
	if sentence := text.For(text.English).Problem(p); !strings.Contains(sentence, "on the national list, no. 7") {
		t.Errorf("it says %q", sentence)
	}
	if _, err := w.Undo(t.Context(), result.Entry, nil); err != nil {
		t.Fatal(err)
	}
	if got := remark().Severity; got != catalog.Blocked {
		t.Errorf("after it was undone it is %q", got)
	}
}
