package export

import (
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
)

func sampleReport() (*Report, *Channel) {
	r := &Report{
		Channel: "demo", Run: "0a1b2c", Products: 2, Variants: 3, Pictures: 1, Warnings: 1,
		Files:    []FileReport{{Path: "out/demo.csv", Rows: 3, Bytes: 120, SHA256: "abc"}},
		examples: map[catalog.ProblemKind]string{},
	}
	missing := catalog.NewProblem("value-missing", catalog.Blocked, "title", "column", "name", "sku", "M-2")
	warned := catalog.NewProblem("formula-like", catalog.Warning, "title", "value", "=1\n+2")
	left := &catalog.Product{Handle: "mug", Variants: []catalog.Variant{{SKU: "M-1"}, {SKU: "M-2"}}}
	r.skip(left, []catalog.Problem{warned, missing})
	r.count("mug", []catalog.Problem{missing, warned})
	r.count("cup", []catalog.Problem{missing, missing})
	r.sumUp()
	spec := &Spec{Name: "demo", Title: map[string]string{"en": "Demo", "zh-Hans": "示例"}, Source: "the rules", Checked: toml.LocalDate{Year: 2026, Month: 11, Day: 1}, Version: "3"}
	return r, &Channel{spec: spec}
}

func TestReportText(t *testing.T) {
	r, c := sampleReport()
	const want = `Feed for Demo
The rules were read in the rules on 2026-11-01 (spec version 3).
Run 0a1b2c: all files below are of it.

Files:
  out/demo.csv
    rows: 3, bytes: 120, SHA-256: abc

Written:
  products: 2, of which with warnings: 1
  variants: 3
  pictures: 1
Left out: 1
  mug (M-1, M-2)
    - M-2: value-missing title column=name sku=M-2

Problems, with the number of products that have them and one example each:
       2  mug: M-2: value-missing title column=name sku=M-2
       1  mug: formula-like title value==1 +2
`
	if got := r.text(c, Options{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestReportTextInChinese(t *testing.T) {
	r, c := sampleReport()
	got := r.text(c, Options{Locale: catalog.SimplifiedChinese, Describe: func(p catalog.Problem) string { return "问题：" + p.Code }})
	for _, want := range []string{"商品数据文件：示例\n", "行数：3，字节数：120", "    - M-2: 问题：value-missing\n", "未写入：1\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestReportListsAtMostSoMany(t *testing.T) {
	r, c := sampleReport()
	for range maxListed + 4 {
		r.skip(&catalog.Product{Handle: "x"}, nil)
	}
	got := r.text(c, Options{})
	if n := strings.Count(got, "  x ()\n"); n != maxListed-1 || !strings.Contains(got, "  and more that are not listed here: 5\n") {
		t.Errorf("%d listed, want %d and a word on the 5 others", n, maxListed-1)
	}
}
