package text

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
	"tradewind.app/catalog/store"
)

func TestMessagesLoad(t *testing.T) {
	all, err := load(messageFiles)
	if err != nil {
		t.Fatal(err)
	}
	for code, m := range all {
		if en, zh := m.en.args(), m.zh.args(); !slices.Equal(en, zh) {
			t.Errorf("%s: %s: English names %q, Chinese %q", m.file, code, en, zh)
		}
		if zh := m.zh.words(); !hasHan(zh) && hasLetters(m.en.words()) && !sameInBoth[code] && !strings.HasSuffix(code, "-example") {
			t.Errorf("%s: %s: %q is not Chinese", m.file, code, zh)
		}
	}
}

// sameInBoth are the messages that read the same in both languages.
var sameInBoth = map[string]bool{"field-sku": true}

// words is what the template says without its arguments.
func (t template) words() string {
	var b strings.Builder
	for _, p := range t {
		b.WriteString(p.plain + p.one + p.many)
	}
	return b.String()
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 })
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

func TestLoadIsStrict(t *testing.T) {
	tests := map[string]struct{ file, want string }{
		"no Chinese":       {"[a]\nen = 'x'\n", "language is missing"},
		"unknown language": {"[a]\nen = 'x'\nzh = 'x'\nfr = 'x'\n", "strict mode"},
		"open brace":       {"[a]\nen = 'x {b'\nzh = 'x'\n", "without its }"},
		"closed brace":     {"[a]\nen = 'x'\nzh = 'b} x'\n", "without its {"},
		"bad name":         {"[a]\nen = '{B c}'\nzh = 'x'\n", "not the name"},
		"half a choice":    {"[a]\nen = '{n:one}'\nzh = 'x'\n", "one|many"},
		"twice":            {"[a]\nen = 'x'\nzh = 'x'\n[a]\nen = 'y'\nzh = 'y'\n", "already"},
		"in two files":     {"[b]\nen = 'x'\nzh = 'x'\n", "already"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := load(fstest.MapFS{
				"messages/a.toml": {Data: []byte(tt.file)},
				"messages/b.toml": {Data: []byte("[b]\nen = 'x'\nzh = 'x'\n")},
			})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("load = %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func TestRender(t *testing.T) {
	tests := []struct {
		template string
		args     []any
		want     string
	}{
		{"plain", nil, "plain"},
		{"{n} {n:product|products} in {file}", []any{"n", 1, "file", "a.csv"}, "1 product in a.csv"},
		{"{n} {n:product|products} in {file}", []any{"n", 0, "file", "{n}"}, "0 products in {n}"},
		{"{n}件", []any{"n", 12345678}, "12,345,678 件"},
		{"导出到{channel}", []any{"channel", "Shopify"}, "导出到 Shopify"},
		{"导出到{channel}", []any{"channel", "淘宝"}, "导出到淘宝"},
		{"按{channel}计长", []any{"channel", "Shopify"}, "按 Shopify 计长"},
		{"“{name}”的{field}", []any{"name", "Bowl", "field", "T恤"}, "“Bowl”的 T恤"},
		{"{n}", []any{"n", "12345678"}, "12345678"},
		{"{n}", []any{"n", int64(-1000)}, "-1,000"},
		{"{n}", nil, "{n}"},
		{"products/{{handle}} {n}", []any{"n", 1}, "products/{handle} 1"},
		{"{field}", []any{"field", catalog.FieldPrice}, "price"},
	}
	for _, tt := range tests {
		parsed, err := parseTemplate(tt.template)
		if err != nil {
			t.Fatal(err)
		}
		if got := parsed.render(pairs(tt.args)); got != tt.want {
			t.Errorf("render(%q, %v) = %q, want %q", tt.template, tt.args, got, tt.want)
		}
	}
}

func TestProblem(t *testing.T) {
	unreadable := catalog.NewProblem("measure-unreadable", catalog.Blocked, catalog.FieldWeight, "value", "heavy")
	lost := catalog.NewProblem("gtin-lost-zero", catalog.Warning, catalog.FieldGTIN, "value", "36000291452").WithFix("036000291452")
	long := catalog.NewProblem("text-too-long", catalog.Blocked, catalog.ListingTitle.At("zh-Hans"), "max", "10", "length", "11").WithFix("short")
	total := catalog.NewProblem("rows-total", catalog.Info, "", "count", "12345", "list", "7, 8")
	limit := catalog.NewProblem("value-too-long", catalog.Blocked, "", "column", "c", "length", "61", "max", "60", "unit", "gbk-bytes")
	tests := []struct {
		lang    Language
		problem catalog.Problem
		want    string
	}{
		{English, total, "12,345 rows with totals left out: 7, 8."},
		{English, limit, "c is too long: 61 of at most 60 bytes in GBK."},
		{Chinese, limit, "c 过长：61，上限 60 字节（GBK 编码）。"},
		{English, unreadable, `"heavy" is not a weight: write a number and a unit, such as 340 g or 12 in.`},
		{Chinese, unreadable, `“heavy”不能作为重量：请写数字加单位，如 340 g、12 in。`},
		{English, lost, "It was probably 036000291452; correct it if so."},
		{Chinese, lost, "原来很可能是 036000291452，确认后请改正。"},
		{English, long, "The title (Simplified Chinese) is 11 bytes long; at most 10 are kept. Shorten it. Proposed: short"},
		{Chinese, long, "标题（简体中文）长 11 字节，最多保存 10 字节，请缩短。建议改为：short"},
		{English, catalog.Problem{Code: "never-heard-of"}, "never-heard-of"},
	}
	for _, tt := range tests {
		if got := For(tt.lang).Problem(tt.problem); !strings.HasSuffix(got, tt.want) && !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %s = %q, want %q", tt.lang, tt.problem.Code, got, tt.want)
		}
	}
}

func TestField(t *testing.T) {
	tests := []struct {
		field  catalog.Field
		en, zh string
	}{
		{catalog.FieldCompare, "compare-at price", "划线价"},
		{catalog.ListingTitle.At("zh-Hans"), "title (Simplified Chinese)", "标题（简体中文）"},
		{catalog.AttributeField("Care"), `attribute "Care"`, "属性“Care”"},
		{catalog.ChannelField("taobao", "cid"), "category number (cid) for taobao", "taobao 的 宝贝类目（cid）"},
		{catalog.ChannelField("taobao", "pid.Flavor"), "sale attribute of Flavor (pid.Flavor) for taobao", "taobao 的 Flavor 的销售属性编号（pid.Flavor）"},
		{catalog.ChannelField("own", "lot"), "lot for own", "own 的 lot"},
		{"宝贝名称", "宝贝名称", "宝贝名称"},
	}
	for _, tt := range tests {
		if got := For(English).Field(tt.field); got != tt.en {
			t.Errorf("English name of %s = %q, want %q", tt.field, got, tt.en)
		}
		if got := For(Chinese).Field(tt.field); got != tt.zh {
			t.Errorf("Chinese name of %s = %q, want %q", tt.field, got, tt.zh)
		}
	}
}

func TestEveryFieldHasAName(t *testing.T) {
	fields := slices.Concat(catalog.Fields(), catalog.ListingFields(catalog.SimplifiedChinese))
	for _, f := range fields {
		if got := For(English).Field(f.Name); got == string(f.Name) && !For(English).Has(fieldCode(f.Name)) {
			t.Errorf("the field %s has no name: add field-%s", f.Name, f.Name)
		}
	}
}

func TestError(t *testing.T) {
	missing := &fs.PathError{Op: "open", Path: "/shop/spring.xlsx", Err: fs.ErrNotExist}
	tests := []struct {
		err    error
		en, zh string
	}{
		{fmt.Errorf("import: %w", missing), "There is no file or folder spring.xlsx.", "找不到文件或文件夹 spring.xlsx"},
		{fmt.Errorf("import: %w", context.Canceled), "Interrupted.", "已中断"},
		{fmt.Errorf("import: %w", grid.Refuse("sheet-too-large", "sheet", "S", "max", "9", "what", "rows")), "The sheet S has more than 9 rows.", "工作表 S 的行数超过 9"},
		{&store.FileError{Path: "/shop/a.tradewind", Err: store.ErrNewer}, "a.tradewind was made by a newer Tradewind.", "a.tradewind 由更高版本"},
		{errors.New("boom"), "It did not work. Try again; if it happens again, report this message: boom", "操作未成功。请重试；如再次出现，请反馈以下内容：boom"},
		{fmt.Errorf("x: %w", Fail("error-file-exists", "path", "a.b")), "a.b is there already.", "a.b 已存在"},
		{Because(missing, "error-file-exists", "path", "a.b"), "a.b is there already.", "a.b 已存在"},
	}
	for _, tt := range tests {
		if got := For(English).Error(tt.err); !strings.HasPrefix(got, tt.en) {
			t.Errorf("English of %v = %q, want %q", tt.err, got, tt.en)
		}
		if got := For(Chinese).Error(tt.err); !strings.HasPrefix(got, tt.zh) {
			t.Errorf("Chinese of %v = %q, want %q", tt.err, got, tt.zh)
		}
	}
	if err := Because(missing, "error-file-exists", "path", "a.b"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v does not wrap its cause", err)
	}
}

// A file that was replaced while it was open explains the damage and the failed
// backup that came of it.
func TestReplacedExplainsTheRest(t *testing.T) {
	for _, late := range []error{store.ErrReplaced, store.ErrVanished, store.ErrLost} {
		for _, came := range []error{store.ErrBackup, store.ErrDamaged, store.ErrDiskFull} {
			err := errors.Join(&store.FileError{Path: "shop.tradewind", Err: late}, came)
			want := For(English).Error(&store.FileError{Path: "shop.tradewind", Err: late})
			if got := For(English).Error(err); got != want || !strings.Contains(got, "shop.tradewind") {
				t.Errorf("%v and %v: got %q, want %q", late, came, got, want)
			}
		}
	}
}
