package workspace_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

const hoodies = "sku,title,category,title@zh-Hans\n" +
	"A-1,Cotton Block Hoodie,Clothing,\n" +
	"A-2,Wool Block Hoodie,Clothing,\n" +
	"A-3,Fleece Hoodie,Clothing,\n" +
	"A-4,Block Hoodie,Clothing,轻便卫衣\n"

func survey(t *testing.T, w *workspace.Workspace) workspace.FactsSurvey {
	t.Helper()
	s, err := w.Questions(t.Context(), catalog.Filter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestAnswerServesAllProducts: one answer is used in every product of the fields, leaves
// what a person wrote, and is one entry that can be undone.
func TestAnswerServesAllProducts(t *testing.T) {
	w, _ := shopOf(t, hoodies)
	if _, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil); err != nil {
		t.Fatal(err)
	}
	before := survey(t, w)
	if len(before.Questions) == 0 || before.Questions[0].Word != "block" || before.Questions[0].Products != 3 || before.Products != 4 {
		t.Fatalf("the survey is %+v", before)
	}
	was := dump(t, w)
	r, err := w.Answer(t.Context(), []localize.Answer{{Word: "block", Field: "apparel", Use: localize.AsSense, Value: "coloured areas"}}, nil)
	if err != nil || r.Products != 3 || r.Changed != 3 {
		t.Fatalf("answered: %+v, %v", r, err)
	}
	for sku, blocks := range map[string]bool{"A-1": true, "A-2": true, "A-3": false, "A-4": false} {
		if got := product(t, w, sku).Listing(catalog.SimplifiedChinese).Title; strings.Contains(got, "拼色") != blocks {
			t.Errorf("%s is %q, with the answer in it: want %t", sku, got, blocks)
		}
	}
	if got := product(t, w, "A-4").Listing(catalog.SimplifiedChinese).Title; got != "轻便卫衣" {
		t.Errorf("what a person wrote is %q", got)
	}
	if after := survey(t, w); len(after.Questions) != len(before.Questions)-1 {
		t.Errorf("still open: %+v", after.Questions)
	}
	var terms bytes.Buffer
	if n, err := w.ExportTerms(t.Context(), &terms, '\t'); err != nil || n != 1 || !strings.Contains(terms.String(), "block\t\t\tnoun\tsense\t2\tapparel\tcoloured areas") {
		t.Errorf("the terms are %q, %v", terms.String(), err)
	}
	if _, err := w.Undo(t.Context(), r.Entry, nil); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, w); got != was {
		t.Error("an answer that was undone leaves something")
	}
	if s := survey(t, w); len(s.Questions) != len(before.Questions) {
		t.Error("an answer that was undone is still used")
	}
}

func TestAnswerIsReplaced(t *testing.T) {
	w, _ := shopOf(t, hoodies)
	for _, a := range []localize.Answer{
		{Word: "block", Field: "apparel", Use: localize.AsSense, Value: "coloured areas"},
		{Word: "block", Field: "apparel", Use: localize.Skip},
	} {
		if _, err := w.Answer(t.Context(), []localize.Answer{a}, nil); err != nil {
			t.Fatal(err)
		}
	}
	var terms bytes.Buffer
	if n, err := w.ExportTerms(t.Context(), &terms, '\t'); err != nil || n != 1 || !strings.Contains(terms.String(), "\tskip\t") {
		t.Errorf("the terms are %q, %v", terms.String(), err)
	}
}

func TestAnswerThatSaysNothing(t *testing.T) {
	w, _ := shopOf(t, hoodies)
	for _, a := range []localize.Answer{
		{Word: "light", Use: localize.AsSense, Value: "on fire"},
		{Word: "light", Use: localize.AsWord, Value: "zorbit"},
		{Word: "", Use: localize.Skip},
		{Word: "light", Use: "perhaps"},
	} {
		if _, err := w.Answer(t.Context(), []localize.Answer{a}, nil); !errors.Is(err, localize.ErrAnswer) {
			t.Errorf("%+v: got %v", a, err)
		}
	}
}

// TestAnswersByFile: the questions go out as a table, and come back filled in by number,
// by words, and by what is none of the choices.
func TestAnswersByFile(t *testing.T) {
	questions := []workspace.OpenQuestion{
		{Question: localize.Question{Word: "light", Field: "apparel", Senses: []string{"pale in colour", "not heavy"}, Example: "Light, \"airy\" Hoodie"}, Products: 3},
		{Question: localize.Question{Word: "zorbit", Field: "apparel,baby"}, Products: 1},
		{Question: localize.Question{Word: "cup", Field: ""}, Products: 1},
		{Question: localize.Question{Word: "drop", Field: "shoes", Senses: []string{"heel drop"}}, Products: 1},
	}
	for _, comma := range []rune{',', '\t'} {
		var b bytes.Buffer
		if err := workspace.WriteQuestions(&b, questions, comma); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		for i, answer := range []string{"2", "NAME", "like: mug", "a fruit"} {
			lines[i+1] += answer
		}
		got, problems, err := workspace.ReadAnswers("q.csv", strings.NewReader(strings.Join(lines, "\n")), questions)
		if err != nil {
			t.Fatal(err)
		}
		want := []localize.Answer{
			{Word: "light", Field: "apparel", Use: localize.AsSense, Value: "not heavy"},
			{Word: "zorbit", Field: "apparel,baby", Use: localize.AsName},
			{Word: "cup", Use: localize.AsWord, Value: "mug"},
		}
		if len(got) != len(want) {
			t.Fatalf("got %+v", got)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("got %+v, want %+v", got[i], want[i])
			}
		}
		if len(problems) != 1 || problems[0].Place != "q.csv:5" || problems[0].Args["answer"] != "a fruit" {
			t.Errorf("problems %+v", problems)
		}
	}
}

func TestFactsOfAProduct(t *testing.T) {
	w, _ := shopOf(t, hoodies)
	facts, err := w.Facts(t.Context(), "A-1")
	if err != nil || len(facts) != 3 {
		t.Fatalf("%+v, %v", facts, err)
	}
	if facts[1].English != "Block" || facts[1].Certainty != localize.OpenFact || facts[1].Word != "block" {
		t.Errorf("the second is %+v", facts[1])
	}
}
