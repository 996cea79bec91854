package text

import (
	"testing"

	"tradewind.app/catalog"
)

func TestBrief(t *testing.T) {
	wrong := catalog.NewProblem("value-missing", catalog.Blocked, catalog.FieldHSCode, "column", "hs")
	for lang, want := range map[Language]string{English: "No HS code", Chinese: "未填写：HS 编码"} {
		if got, ok := For(lang).Brief(wrong); !ok || got != want {
			t.Errorf("%s: got %q, %v; want %q", lang, got, ok, want)
		}
	}
	chinese := catalog.NewProblem("value-missing", catalog.Blocked, catalog.ListingTitle.At(catalog.SimplifiedChinese))
	if got, _ := For(English).Brief(chinese); got != "No Chinese title" {
		t.Errorf("got %q", got)
	}
	if got, ok := For(English).Brief(catalog.NewProblem("row-without-name", catalog.Blocked, "")); ok {
		t.Errorf("a problem of spreadsheets is said in brief: %q", got)
	}
}
