package delimited

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"tradewind.app/catalog/sheet/grid"
)

// read returns the rows of a file as "line|cell|cell", with - for a blank cell.
func read(t testing.TB, content string, o Options) ([]string, *File, error) {
	t.Helper()
	f, err := Open(strings.NewReader(content), int64(len(content)), o)
	if err != nil {
		return nil, nil, err
	}
	var rows []string
	for row, err := range f.Rows(context.Background()) {
		if err != nil {
			return rows, f, err
		}
		var b strings.Builder
		b.WriteString(strconv.Itoa(row.Number))
		at := 0
		for _, c := range row.Cells {
			b.WriteString(strings.Repeat("|-", c.Column-at) + "|" + c.Text)
			at = c.Column + 1
		}
		rows = append(rows, b.String())
	}
	return rows, f, nil
}

func TestRows(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          string // rows joined by a space
	}{
		{"plain", "a,b\n1,2\n", "1|a|b 2|1|2"},
		{"no end of line", "a,b\n1,2", "1|a|b 2|1|2"},
		{"windows lines", "a,b\r\n1,2\r\n", "1|a|b 2|1|2"},
		{"old mac lines", "a,b\r1,2\r\"x\ry\",z\rq,", "1|a|b 2|1|2 3|x\ry|z 5|q"},
		{"blank lines count", "a,b\n\n,\n1,2\n", "1|a|b 4|1|2"},
		{"quotes", "\"a,\"\"b\"\"\",c\n", `1|a,"b"|c`},
		{"line in quotes", "\"a\nb\",c\nd,e\n", "1|a\nb|c 3|d|e"},
		{"mark inside a text", "5\" pipe,\"7\" pipe\",x\n", `1|5" pipe|7" pipe|x`},
		{"text behind the closing mark", "\"a\" ,b\n", "1|a |b"},
		{"ragged", "a,b,c\n1\n1,2,3,4\n", "1|a|b|c 2|1 3|1|2|3|4"},
		{"gaps", "a,,c\n", "1|a|-|c"},
		{"semicolons", "a;b;c\n1,5;2;3\n", "1|a|b|c 2|1,5|2|3"},
		{"styles", "a,b,c\n1,\"<p style=\"\"x;y;z;w\"\">h;i</p>\",2\n", `1|a|b|c 2|1|<p style="x;y;z;w">h;i</p>|2`},
		{"tabs", "a\tb\n1,2\t3\n", "1|a|b 2|1,2|3"},
		{"bars", "a|b\n1|2\n", "1|a|b 2|1|2"},
		{"told by a line", "sep=;\na;b,c\n", "2|a|b,c"},
		{"text marks", "'=1+1,'-5,'x,\"=\"\"007\"\"\"\n", "1|=1+1|-5|'x|007"},
		{"one column", "title\nmug\n", "1|title 2|mug"},
		{"zero bytes stay for the report", "a,b\x00c\n1,2\n", "1|a|b\x00c 2|1|2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _, err := read(t, test.content, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if g := strings.Join(got, " "); g != test.want {
				t.Errorf("got %q, want %q", g, test.want)
			}
		})
	}
}

func TestEncodingsAreTold(t *testing.T) {
	const chinese = "货号,商品名称,价格\nA-1,不锈钢保温杯 大容量,12.5\nA-2,手工陶瓷碗，釉下彩,30\n"
	const traditional = "貨號,商品名稱,價格\nA-1,不鏽鋼保溫杯 大容量,12.5\nA-2,手工陶瓷碗，釉下彩繪,30\n"
	const french = "sku,titre\nA-1,Théière émaillée à l’ancienne\nA-2,Crème brûlée façon café\n"
	const russian = "код,название\nA-1,Чайник эмалированный\nA-2,Полотенце кухонное\n"
	for _, test := range []struct{ name, text, encoding, prefix string }{
		{"ascii", "a,b\n1,2\n", UTF8, ""},
		{"utf-8", chinese, UTF8, ""},
		{"utf-8 with mark", chinese, UTF8, "\xef\xbb\xbf"},
		{"gb18030", chinese, GB18030, ""},
		{"big5", traditional, Big5, ""},
		{"windows-1252", french, Windows1252, ""},
		{"windows-1251", russian, Windows1251, ""},
		{"utf-16le with mark", chinese, UTF16LE, "\xff\xfe"},
		{"utf-16be with mark", chinese, UTF16BE, "\xfe\xff"},
		{"utf-16le", "sku,title\nA-1,Mug\n", UTF16LE, ""},
		{"utf-16be", "sku,title\nA-1,Mug\n", UTF16BE, ""},
		{"chinese far down", strings.Repeat("sku,title,price\n", 40_000) + chinese, GB18030, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			content := test.prefix + encode(t, test.text, test.encoding)
			got, f, err := read(t, content, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if f.Encoding() != test.encoding {
				t.Errorf("got encoding %s, want %s", f.Encoding(), test.encoding)
			}
			want, _, err := read(t, test.text, Options{Encoding: UTF8})
			if err != nil {
				t.Fatal(err)
			}
			if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("got %.200q, want %.200q", g, w)
			}
			if f.Unreadable() != 0 {
				t.Errorf("%d cells are unreadable, want none", f.Unreadable())
			}
		})
	}
}

func encode(t *testing.T, text, name string) string {
	t.Helper()
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := enc.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEncodingIsOverridden(t *testing.T) {
	content := "sku,titre\nA-1,Th\xe9i\xe8re\n"
	got, f, err := read(t, content, Options{Encoding: "ANSI"})
	if err != nil {
		t.Fatal(err)
	}
	if f.Encoding() != Windows1252 || got[1] != "2|A-1|Théière" {
		t.Errorf("got %s %q", f.Encoding(), got)
	}
	_, f, err = read(t, content, Options{Encoding: "utf8"})
	if err != nil || f.Unreadable() != 1 {
		t.Errorf("as UTF-8: got %d unreadable cells and %v, want 1", f.Unreadable(), err)
	}
	if _, _, err := read(t, content, Options{Encoding: "klingon"}); code(err) != "encoding-unknown" {
		t.Errorf("got %v, want encoding-unknown", err)
	}
}

func code(err error) string {
	var refused *grid.FormatError
	if errors.As(err, &refused) {
		return refused.Code
	}
	return ""
}

func TestOpenQuote(t *testing.T) {
	_, _, err := read(t, "a,b\n1,\"two\n3\n5,6\n", Options{})
	if code(err) != "csv-open-quote" || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v, want csv-open-quote of line 2", err)
	}
	if _, _, err := read(t, "a,\"b"+strings.Repeat("x\n", openQuote)+"\",c\n", Options{}); code(err) != "csv-open-quote" {
		t.Errorf("a field of %d bytes: got %v, want csv-open-quote", 2*openQuote, err)
	}
}

func TestLongField(t *testing.T) {
	content := "a,b\n1," + strings.Repeat("x", grid.MaxCell+1) + "\n2,y\n"
	f, err := Open(strings.NewReader(content), int64(len(content)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []grid.Kind
	for row, err := range f.Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, row.Cells[1].Kind)
	}
	if want := []grid.Kind{grid.Text, grid.TooLong, grid.Text}; len(kinds) != 3 || kinds[1] != want[1] || kinds[2] != want[2] {
		t.Errorf("got kinds %v, want %v", kinds, want)
	}
}

func TestManyColumns(t *testing.T) {
	content := strings.Repeat("x,", 600) + "\n"
	f, err := Open(strings.NewReader(content), int64(len(content)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range f.Rows(context.Background()) {
		if err != nil || len(row.Cells) != grid.MaxColumns || row.Beyond != 600-grid.MaxColumns {
			t.Errorf("got %d cells and %d beyond (%v)", len(row.Cells), row.Beyond, err)
		}
	}
}

type failing struct{ *bytes.Reader }

var errDisk = errors.New("the disk is gone")

func (f failing) ReadAt(b []byte, at int64) (int, error) {
	if at > 70_000 {
		return 0, errDisk
	}
	return f.Reader.ReadAt(b, at)
}

func TestReadErrorIsTold(t *testing.T) {
	content := []byte(strings.Repeat("a,b\n", 100_000))
	f, err := Open(failing{bytes.NewReader(content)}, int64(len(content)), Options{Encoding: UTF8})
	if err != nil {
		t.Fatal(err)
	}
	for _, err = range f.Rows(context.Background()) {
	}
	if !errors.Is(err, errDisk) {
		t.Errorf("got %v, want the disk's error", err)
	}
}
