package senses

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

const header = "en\tsense\tzh\tpart\tweight\twhen\treviewed\n"

const light = header +
	"light\ta lamp\t灯\tnoun\t3\tlast+near:desk,bedside prev:led,floor\t\n" +
	"light\tpale in colour\t浅色\tcolour\t1\toption:colour next:wash,denim\tprogram:second reader 2026-12-01\n" +
	"light\tnot heavy\t轻便\tadj\t1\tnext:jacket first+!near:lamp,desk+field:apparel\t\n" +
	"drop\tcandy\t糖\tnoun\t2\tfield:food\t\n" +
	"drop\theel height difference\t落差\tnoun\t1\tfield:shoes+measure\t\n" +
	"pro\tpart of a model's name\t\tkeep\t1\tprev2:iphone\t\n" +
	"pro\tfor professionals\t专业\tadj\t1\t\t\n"

func lexicon(t *testing.T) *words.Lexicon {
	t.Helper()
	lx, err := words.Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

func load(t *testing.T, text string) (*Table, error) {
	t.Helper()
	return Load(lexicon(t), fstest.MapFS{"senses.tsv": {Data: []byte(text)}})
}

func TestAt(t *testing.T) {
	tb, err := load(t, light)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, word, category, option, want string }{
		{"Floor Light", "light", "", "", "a lamp"},
		{"Black desk light with clamp", "light", "", "", "a lamp"},
		{"Light Wash Jeans", "light", "", "", "pale in colour"},
		{"Light", "light", "", "colour", "pale in colour"},
		{"Light rain jacket", "light", "Clothing", "", "not heavy"},
		{"Light cover", "light", "Home", "", ""},
		{"Mint drops", "drop", "Grocery", "", "candy"},
		{"8 mm drop", "drop", "Shoes", "", "heel height difference"},
		{"drop", "drop", "Shoes", "", ""},
		{"Case for iPhone 15 Pro Max", "pro", "", "", "part of a model's name"},
		{"Pro mixer", "pro", "", "", ""},
	}
	for _, tt := range tests {
		p := &catalog.Product{Title: tt.text, Category: tt.category}
		at := Around{Tokens: tb.lex.Tokens(tt.text), Field: terms.FieldOf(tb.lex, p), Near: map[string]bool{}, Options: map[string]bool{tt.option: true}}
		for i, token := range at.Tokens {
			at.Near[token.Stem] = true
			if token.Stem == tt.word {
				at.From = i
			}
		}
		h, ok := tb.At(at)
		got := ""
		if ok && h.Sense != nil {
			got = h.Sense.Gloss
		}
		if !ok || got != tt.want {
			t.Errorf("%q in %q: got %q, found %t, want %q", tt.text, tt.category, got, ok, tt.want)
		}
	}
}

func TestLoadIsStrict(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"one sense", "base\tbottom\t底\tnoun\t1\t\t\nlid\tcover\t盖\tnoun\t1\t\t\nlid\teyelid\t眼皮\tnoun\t1\t\t\n", "one sense"},
		{"apart", "light\tmore\t光\tnoun\t1\t\t\n", "side by side"},
		{"the same sense", "pro\tfor professionals\t专业\tadj\t1\t\t\n", "there twice"},
		{"a condition nobody knows", "base\tbottom\t底\tnoun\t1\tbeside:x\t\n", "unknown condition"},
		{"a condition without words", "base\tbottom\t底\tnoun\t1\tnext\t\n", "unknown condition"},
		{"a field nobody knows", "base\tbottom\t底\tnoun\t1\tfield:moon\t\n", "unknown field"},
		{"a part nobody knows", "base\tbottom\t底\tthing\t1\t\t\n", "unknown part"},
		{"no Chinese", "base\tbottom\t\tnoun\t1\t\t\n", "Chinese is missing"},
		{"Chinese of what is not written", "base\tbottom\t底\tomit\t1\t\t\n", "Chinese is missing"},
		{"a character that no feed takes", "base\tbottom\t底®\tnoun\t1\t\t\n", "GBK"},
		{"weight", "base\tbottom\t底\tnoun\t9\t\t\n", "weight"},
		{"review", "base\tbottom\t底\tnoun\t1\t\tme\n", "review"},
	}
	for _, tt := range tests {
		if _, err := load(t, light+tt.line); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestNamed(t *testing.T) {
	tb, err := load(t, light)
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := tb.Named("Lights", "a lamp"); !ok || s.Term.Hans != "灯" {
		t.Errorf("got %+v, %t", s, ok)
	}
	if _, ok := tb.Named("light", "a candle"); ok {
		t.Error("a sense that the word has not is found")
	}
}

// TestShipped holds the shipped table to its form and to some size.
func TestShipped(t *testing.T) {
	tb, err := Load(lexicon(t), os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := tb.Len(), 100; got < want {
		t.Errorf("got %d words, want %d and more", got, want)
	}
}
