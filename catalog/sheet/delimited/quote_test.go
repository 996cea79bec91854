package delimited

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet/grid"
)

// readQuotes returns the rows as "line|cell|cell", with ! behind the line of a row
// whose mark was taken as a character, and ? behind that of a row in doubt.
func readQuotes(t *testing.T, content string) string {
	t.Helper()
	f, err := Open(strings.NewReader(content), int64(len(content)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for row, err := range f.Rows(context.Background()) {
		if err != nil {
			return strings.Join(append(rows, code(err)), "\n")
		}
		cells := []string{fmt.Sprint(row.Number) + map[grid.Quotes]string{grid.QuotesSplit: "!", grid.QuotesJoined: "?"}[row.Quotes]}
		for _, c := range row.Cells {
			cells = append(cells, strings.ReplaceAll(c.Text, "\n", "/"))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return strings.Join(rows, "\n")
}

func TestQuotes(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"an inch mark in a quoted text", "sku,title,note,price\nA,Pot,\"A pot\",5\nB,Big,\"A 5\" pot, 6\nC,Pan,\"A pan\",7\nD,Lid,\"A lid\",8\n", `
1|sku|title|note|price
2|A|Pot|A pot|5
3!|B|Big|"A 5" pot| 6
4|C|Pan|A pan|7
5|D|Lid|A lid|8`},
		{"a mark that was never closed", "sku;title;price\nA;\"Pot;5\nB;Pan;6\nC;\"Lid\";7\nD;Cup;8\n", `
1|sku|title|price
2!|A|"Pot|5
3|B|Pan|6
4|C|Lid|7
5|D|Cup|8`},
		{"a quoted word at the beginning swallows a cell", "sku\ttitle\tnote\tprice\nA\t\"Big\" Pot\t\"a pot\"\t5\nB\tPan\tx\t6\n", `
1|sku|title|note|price
2!|A|"Big" Pot|a pot|5
3|B|Pan|x|6`},
		{"row after row", "sku,title,price\nA,\"5\" pot,1\nB,\"6\" pot,2\nC,\"7\" pot,3\nD,lid,4\n", `
1|sku|title|price
2!|A|"5" pot|1
3!|B|"6" pot|2
4!|C|"7" pot|3
5|D|lid|4`},
		{"page of HTML with marks that are not doubled", "sku,text,price\nA,\"<p class=\"x\">one, two\nthree</p>\",5\nB,y,6\n", `
1|sku|text|price
2?|A|<p class="x">one, two/three</p>|5
4|B|y|6`},
		{"mark of another row closes it, well formed", "sku,title,price\nA,\"Pot,5\nB,Pan\",6\nC,Lid,7\n", `
1|sku|title|price
2?|A|Pot,5/B,Pan|6
4|C|Lid|7`},
		{"lines in a quoted text", "sku,text,price\nA,\"one, two\nthree\",5\nB,\"four\n\nfive\",6\n", `
1|sku|text|price
2|A|one, two/three|5
4|B|four//five|6`},
		{"marks within an unquoted text", "sku,title,price\nA,5\" pot,1\nB,\"7\" pot\",2\n", `
1|sku|title|price
2|A|5" pot|1
3|B|7" pot|2`},
		{"a mark without another behind it", "sku,title,price\nA,Pot,5\nB,\"Pan,6\nC,Lid,7\n", `
1|sku|title|price
2|A|Pot|5
3!|B|"Pan|6
4|C|Lid|7`},
		{"quoted without doubling a mark at the end", "\"sku\",\"title\",\"note\"\n\"A\",\"Pot 5\"\",\"x\"\n\"B\",\"y\",\"Pan 6\"\"\n\"C\",\"Lid 7\" wide\",\"z\"\n", `
1|sku|title|note
2!|A|Pot 5"|x
3!|B|y|Pan 6"
4|C|Lid 7" wide|z`},
		{"a short row is not split", "sku,title,note,price\nA,Pot,\"A 5\" pot\nB,Pan,\"A pan\",7\nC,Lid,x,8\n", `
1|sku|title|note|price
2?|A|Pot|A 5" pot/B,Pan,"A pan|7
4|C|Lid|x|8`},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				got := readQuotes(t, strings.ReplaceAll(test.content, "\n", end))
				if got = strings.ReplaceAll(got, "\r", ""); got != strings.TrimSpace(test.want) {
					t.Errorf("got\n%s\nwant\n%s", got, strings.TrimSpace(test.want))
				}
			}
		})
	}
}

// TestQuotesAtTheEdgeOfTheWindow reads the same doubtful row wherever the reader's window
// ends in it: what was kept of it in the window before is not lost.
func TestQuotesAtTheEdgeOfTheWindow(t *testing.T) {
	const doubtful = "B,Big,\"A 5\" pot, 6\nC,Pan,\"A pan\",7\nD,Lid,x,8\n"
	const want = "|B|Big|\"A 5\" pot| 6 |C|Pan|A pan|7 |D|Lid|x|8"
	for before := range len(doubtful) + 2 {
		head := "sku,title,note,price\nA,"
		content := head + strings.Repeat("x", window-before-len(head)-len(",n,5\n")) + ",n,5\n" + doubtful
		var rows []string
		for _, line := range strings.Split(readQuotes(t, content), "\n")[2:] {
			rows = append(rows, line[strings.Index(line, "|"):])
		}
		if got := strings.Join(rows, " "); got != want {
			t.Errorf("%d bytes before the end of the window: got %s, want %s", before, got, want)
		}
	}
}

// TestQuotesCostLittle holds a file whose every row opens a field that is never
// closed to a time that grows with its size.
func TestQuotesCostLittle(t *testing.T) {
	content := "sku,title,price\n" + strings.Repeat("A,\"Pot,5\n", 100_000) + "B,\"Pan\",6\n"
	f, err := Open(strings.NewReader(content), int64(len(content)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range f.Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 100_002 || f.reread > 16*int64(len(content)) {
		t.Errorf("got %d rows with %d bytes read again of %d", n, f.reread, len(content))
	}
}

func TestErrorsOfFormulas(t *testing.T) {
	content := "sku,price\n#N/A,#DIV/0!\n#N,# 5\n"
	f, err := Open(strings.NewReader(content), int64(len(content)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []grid.Kind
	for row := range f.Rows(context.Background()) {
		for _, c := range row.Cells {
			kinds = append(kinds, c.Kind)
		}
	}
	want := []grid.Kind{grid.Text, grid.Text, grid.Error, grid.Error, grid.Text, grid.Text}
	if fmt.Sprint(kinds) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
}
