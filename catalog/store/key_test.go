package store

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestTextKeyOrder(t *testing.T) {
	want := []string{
		"", "2 pack", "10 pack", "Äpfel", "apple", "APPLE PIE", "Bamboo", "bamboo 2", "bamboo 10", "Zebra",
		"阿里", "北京", "薄荷糖", "不锈钢", "茶", "长沙", "长袖衬衫", "成长奶粉", "重庆火锅", "番茄酱", "牛仔裤", "人参茶", "上海", "弹力裤", "天津", "调味料",
		"西藏", "厦门", "音乐盒",
	}
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, func(a, b string) int { return bytes.Compare(k.text(a), k.text(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTextKeyIgnoresCase(t *testing.T) {
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	long := strings.Repeat("bamboo ", 200)
	for _, s := range []string{"Bamboo Bowl", "o'hara & sons", "a > b", long} {
		if a, b := k.text(s), k.text(strings.ToUpper(s)); !bytes.Equal(a, b) {
			t.Errorf("the keys of %.20q differ by case", s)
		}
	}
	if n := len(k.text(long)); n != maxTextKey {
		t.Errorf("got a key of %d bytes, want it cut to %d", n, maxTextKey)
	}
}

// The keys of ASCII texts, which are put together of parts, are the collator's.
func TestPlainKeyIsCollated(t *testing.T) {
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	r := rand.New(rand.NewPCG(1, 2))
	texts := []string{"0", "00", "007 Mug", "a0", "0a", "10", "1000000000", "9.99", "12 oz", "a-b_c", "co-op", "\x01\x7f", "1\x012", "1 2", "0x00"}
	const letters = "abcXYZ 0123456789.,-&'/()\"\t\n"
	for range 20_000 {
		b := make([]byte, 1+r.IntN(30))
		for i := range b {
			if b[i] = letters[r.IntN(len(letters))]; r.IntN(4) == 0 {
				b[i] = byte(1 + r.IntN(127))
			}
		}
		texts = append(texts, string(b))
	}
	for _, s := range texts {
		want := k.collated(s)
		want = want[:min(len(want), maxTextKey)]
		if got := k.text(s); !bytes.Equal(got, want) {
			t.Fatalf("the key of %q is %x, want %x", s, got, want)
		}
	}
}

var amounts = []string{"0", "1", "-1", "0.1", "0.10", "0.01", "-0.01", "9", "10", "10.5", "99.99", "100", "1e3", "1000", "12345678901234567890.123", "-12.99", "-12.990", "-13", "1e-9", "-1e20", "0e5"}

func TestAmountKeyOrder(t *testing.T) {
	for _, a := range amounts {
		for _, b := range amounts {
			checkAmounts(t, decimal.RequireFromString(a), decimal.RequireFromString(b))
		}
	}
}

func checkAmounts(t *testing.T, a, b decimal.Decimal) {
	t.Helper()
	if got, want := bytes.Compare(amountKey(a), amountKey(b)), a.Cmp(b); cmp.Compare(got, 0) != want {
		t.Errorf("keys of %s and %s compare as %d, want %d", a, b, got, want)
	}
}

func FuzzAmountKey(f *testing.F) {
	f.Add(int64(1299), int32(-2), int64(13), int32(0))
	f.Add(int64(-5), int32(3), int64(0), int32(-9))
	f.Fuzz(func(t *testing.T, a int64, aExp int32, b int64, bExp int32) {
		checkAmounts(t, decimal.New(a, aExp%50), decimal.New(b, bExp%50))
	})
}
