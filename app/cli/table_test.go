package cli

import (
	"strconv"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	tests := map[string]struct {
		cols []column
		rows [][]string
		want string
	}{
		"Chinese is two cells wide": {
			[]column{{head: "A"}, {head: "标题"}, {head: "N", right: true}},
			[][]string{{"x", "钢杯", "1"}, {"yy", "mug", "20"}, {"z", "cafe\u0301", "3"}},
			"A   标题   N\nx   钢杯   1\nyy  mug   20\nz   cafe\u0301   3\n",
		},
		"long texts are cut":         {[]column{{most: 4}}, [][]string{{"abcd"}, {"abcde"}, {"钢杯子"}}, "abcd\nabc…\n钢…\n"},
		"one row is one line":        {[]column{{}}, [][]string{{"a\nb\tc"}}, "a b c\n"},
		"no rows, no head":           {[]column{{head: "A"}}, nil, ""},
		"columns without text go":    {[]column{{}, {}, {}}, [][]string{{"a", "", "c"}}, "a  c\n"},
		"control characters are out": {[]column{{}}, [][]string{{"a\x1b[31mb\u202ec"}}, "a[31mbc\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			table := &table{print: func(line string) { b.WriteString(printable(line) + "\n") }, cols: tt.cols}
			for _, row := range tt.rows {
				table.row(row...)
			}
			table.flush()
			if got := b.String(); got != tt.want {
				t.Errorf("table = %q, want %q", got, tt.want)
			}
		})
	}
}

// TestTableStreams shows that rows behind the first ones are passed on at once.
func TestTableStreams(t *testing.T) {
	lines := 0
	table := &table{print: func(string) { lines++ }, cols: []column{{head: "N"}}}
	for i := range lookAhead + 1 {
		table.row(strconv.Itoa(i))
	}
	if want := lookAhead + 2; lines != want {
		t.Errorf("%d lines before the end, want %d", lines, want)
	}
	table.flush()
	if want := lookAhead + 2; lines != want {
		t.Errorf("%d lines, want %d", lines, want)
	}
}

func TestSize(t *testing.T) {
	tests := map[int64]string{0: "0 B", 999: "999 B", 20 << 10: "20 KB", 30 << 20: "30 MB"}
	for n, want := range tests {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFlagIn(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"help", "--lang", "zh"}, "zh"},
		{[]string{"--lang=zh", "help"}, "zh"},
		{[]string{"help", "--lang"}, ""},
		{[]string{"set", "--", "--lang", "zh"}, ""},
		{[]string{"help", "--language=zh"}, ""},
	}
	for _, tt := range tests {
		if got := flagIn(tt.args, "--lang"); got != tt.want {
			t.Errorf("flagIn(%q) = %q, want %q", tt.args, got, tt.want)
		}
	}
}

func TestCutPlace(t *testing.T) {
	for _, test := range []struct {
		place string
		n     int
		want  string
	}{
		{"list.csv:12", 40, "list.csv:12"},
		{"price-list-of-a-supplier.csv:12", 20, "price-list-of-a-…:12"},
		{"price-list-of-a-supplier.xlsx!Sheet 1!B7", 24, "price-list-o…!Sheet 1!B7"},
		{"价目表价目表价目表.xlsx!春季!B7", 20, "价目表价目…!春季!B7"},
		{"a-long-name.xlsx!a sheet with a long name!B7", 20, "a-long-…!a sheet with a long name!B7"},
		{"MUG-1-with-a-long-code", 10, "MUG-1-wit…"},
	} {
		if got := cutPlace(test.place, test.n); got != test.want {
			t.Errorf("%s to %d: got %s, want %s", test.place, test.n, got, test.want)
		}
	}
}
