package casetest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func decoded(t *testing.T, s string) any {
	t.Helper()
	return object(`{"v":` + s + `}`)["v"]
}

func TestFits(t *testing.T) {
	tests := []struct {
		value, want string
		fits        bool
	}{
		{`null`, `null`, true},
		{`""`, `null`, true},
		{`[]`, `null`, true},
		{`0`, `null`, false},
		{`"12.50"`, `12.5`, true},
		{`"1.299"`, `1299`, false},
		{`"x"`, `1`, false},
		{`null`, `0`, false},
		{`"00101"`, `"00101"`, true},
		{`"101"`, `"00101"`, false},
		{`12`, `"12"`, false},
		{`["S","M"]`, `["S","M"]`, true},
		{`["S","M"]`, `["S"]`, false},
		{`"S"`, `["S"]`, false},
		{`"Hinges"`, `{"re":"(?i)hinges"}`, true},
		{`["a.jpg","b.jpg"]`, `{"re":"^b"}`, true},
		{`null`, `{"re":""}`, false},
		{`"a\\nb"`, `{"not":{"holds":"\\n"}}`, false},
		{`["a","b"]`, `{"holds":"b"}`, true},
		{`["ab"]`, `{"holds":"b"}`, false},
		{`"567"`, `{"near":566.99}`, true},
		{`"570"`, `{"near":566.99}`, false},
		{`3`, `{"any":[1,3]}`, true},
		{`2`, `{"any":[1,3]}`, false},
		{`"1:a;2:a"`, `{"twice":":([^:;]+)(?:;|$)"}`, true},
		{`"1:a;2:b"`, `{"twice":":([^:;]+)(?:;|$)"}`, false},
		{`5`, `{"re":"5","not":5}`, false},
	}
	j := judge{TB: t}
	for _, tt := range tests {
		if got := j.fits(decoded(t, tt.value), decoded(t, tt.want)); got != tt.fits {
			t.Errorf("%s fits %s = %v, want %v", tt.value, tt.want, got, tt.fits)
		}
	}
}

func TestAddresses(t *testing.T) {
	tests := map[string][]address{
		"":                           nil,
		"B7":                         {{"B", 7}},
		"spring.csv:12":              {{"", 12}},
		"rows 4-6":                   {{"", 4}, {"", 5}, {"", 6}},
		"C2:C4":                      {{"C", 2}, {"C", 3}, {"C", 4}},
		"A2:C2":                      {{"A", 2}, {"C", 2}},
		"row 3, row 5":               {{"", 3}, {"", 5}},
		"12.50 and 20% of $9, S7-x2": {{"S", 7}},
		"v1.2 ABCD12 1234567 7a":     nil,
		"B7 – B8":                    {{"B", 7}, {"B", 8}},
		"It ends in row 9.":          {{"", 9}},
	}
	for text, want := range tests {
		if got := addresses(text); !slices.Equal(got, want) {
			t.Errorf("addresses(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestLiesAt(t *testing.T) {
	cell := problem{Place: "list-2.xlsx!Sheet 9!C4"}
	message := problem{Message: "Row 3 of list-2.xlsx has 5.50 more", Args: map[string]any{"first": "8"}}
	tests := []struct {
		p     problem
		token string
		want  bool
	}{
		{cell, "C4", true},
		{cell, "row 4", true},
		{cell, "D4", false},
		{cell, "row 9", false},
		{cell, "Sheet 9!C4", true},
		{cell, "Other!C4", false},
		{message, "row 3", true},
		{message, "C3", true}, // the line alone is named
		{message, "row 2", false},
		{message, "row 8", false},
		{problem{Place: "list-2.xlsx!Sheet 9!A1"}, "head", true},
		{cell, "head", false},
	}
	j := judge{TB: t, run: &run{names: []string{"in/list-2.xlsx"}}}
	for _, tt := range tests {
		if got := j.liesAt(tt.p, tt.token); got != tt.want {
			t.Errorf("%+v lies at %s = %v, want %v", tt.p, tt.token, got, tt.want)
		}
	}
}

func TestTold(t *testing.T) {
	out := `{"new":1,"problems":[{"code":"price-unreadable","severity":"blocked","place":"a.csv!C4","field":"price","message":"\"x\" is not a price.","args":{"value":"x","column":"Price"}}]}` + "\n" +
		`{"skus":["A"],"skipped":[{"skus":["B"],"problems":[{"code":"image","severity":"warning","message":"No picture."}]}]}` + "\n"
	s := step{words: []string{"import", "a.csv"}, out: out}
	for line := range strings.Lines(out) {
		s.records = append(s.records, record{line, object(line)})
	}
	j := judge{TB: t, run: &run{names: []string{"a.csv"}, steps: []step{s}}}
	for spec, want := range map[string]bool{
		`{}`:                                     true,
		`{"severity":"blocked","at":"C4"}`:       true,
		`{"severity":"blocked","sku":"B"}`:       false,
		`{"severity":"warning","sku":"B"}`:       true,
		`{"sku":"A"}`:                            false,
		`{"field":"^Price$"}`:                    false,
		`{"field":"(?m)^Price$"}`:                true,
		`{"code":"price","not_code":"readable"}`: false,
		`{"names":["PRICE","x"]}`:                true,
		`{"names":["Price","y"]}`:                false,
		`{"says":"No \\w+\\."}`:                  true,
		`{"step":1,"at":["row 3","row 4"]}`:      true,
		`{"step":1,"at":["row 3","row 5"]}`:      false,
	} {
		if got := j.told(object(spec)) != nil; got != want {
			t.Errorf("told %s = %v, want %v", spec, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range "version 1.00\r\ncid\tname\r\n类目\t名称\r\n7\t\"a\tb\"\r\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, tt := range map[string]struct{ data, want string }{
		"a.csv":      {"\uFEFFid,name\n1,\"two\nlines\"\n", `[{"id":"1","name":"two\nlines"}]`},
		"a.tsv":      {"id\tname\n1\tx\n2\ty\n", `[{"id":"1","name":"x"},{"id":"2","name":"y"}]`},
		"taobao.csv": {string(utf16), `[{"cid":"7","name":"a\tb"}]`},
	} {
		rows, err := table(name, []byte(tt.data))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(rows)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tt.want {
			t.Errorf("%s = %s, want %s", name, got, tt.want)
		}
	}
}
