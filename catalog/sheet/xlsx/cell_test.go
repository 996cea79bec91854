package xlsx

import (
	"errors"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet/grid"
)

func TestCells(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		want       []string
	}{
		{
			"types", `<row r="1"><c r="A1"><v>1.50</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><f>A1</f><v>sum</v></c><c r="E1" t="d"><v>2017-06-20T00:00:00</v></c><c r="F1" t="inlineStr"><is><t>in</t></is></c></row>`,
			[]string{"A1 number 1.5", "B1 bool TRUE", "C1 error #N/A", "D1 text sum", "E1 date 2017-06-20", "F1 text in"},
		},
		{
			"no addresses", `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>`,
			[]string{"A1 number 1", "C1 number 3", "A3 number 4"},
		},
		{"prefixed", `<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>p</x:t></x:is></x:c></x:row>`, []string{"B2 text p"}},
		{
			"rich text without reading aid", `<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>保</t></r><rPh sb="0" eb="1"><t>bao</t></rPh><r><t xml:space="preserve"> 温杯</t></r><phoneticPr fontId="1"/></is></c></row>`,
			[]string{"A1 text 保 温杯"},
		},
		{
			"cdata, comments, entities", `<row r="1"><!-- > --><c r="A1" t="inlineStr"><is><t>a<![CDATA[<&>]]]]><![CDATA[>]]>&amp;&#x4E2D;<!-- no -->&#10;z</t></is></c></row>`,
			[]string{"A1 text a<&>]]>&中\nz"},
		},
		{
			"escapes", `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D__x005F_x000A_b_xD83D__xDE00_</t></is></c></row>`,
			[]string{"A1 text a\r_x000A_b😀"},
		},
		{"a > in an attribute", `<row r="1" x=">"><c r="A1" y='a>"b'><v>1</v></c></row>`, []string{"A1 number 1"}},
		{
			"out of order", `<row r="5"><c r="B5"><v>2</v></c><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>`,
			[]string{"A5 number 1", "B5 number 2", "A2 number 3"},
		},
		{"one address twice: the later counts", `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, []string{"A1 number 2"}},
		{
			"rows zero, negative and twice", `<row r="0"><c><v>1</v></c></row><row r="-5"><c><v>2</v></c></row><row r="2"><c><v>3</v></c></row>`,
			[]string{"A1 number 1", "A2 number 2", "A2 number 3"},
		},
		{
			"formulas", `<row r="1"><c r="A1"><f>1+2</f></c><c r="B1"><f>1+2</f><v>3</v></c><c r="C1" t="str"><f>X()</f><v></v></c><c r="D1"><f t="shared" si="0"/><v>4</v></c></row>`,
			[]string{"A1 uncached ", "B1 number 3", "D1 number 4"},
		},
		{
			"formulas that were not computed", `<row r="1"><c r="A1"><f>1+2</f><v></v></c><c r="B1" t="n"><f t="shared" si="0"/><v/></c><c r="C1" t="str"><f>A1</f></c><c r="D1" t="b"><f>A1</f><v/></c><c r="E1" t="e"><f>A1</f><v></v></c><c r="F1"><v></v></c></row>`,
			[]string{"A1 uncached ", "B1 uncached ", "C1 uncached ", "D1 uncached ", "E1 uncached "},
		},
		{
			"errors pasted as texts", `<row r="1"><c r="A1" t="str"><v>#REF!</v></c><c r="B1" t="inlineStr"><is><t>#N/A</t></is></c><c r="C1" t="inlineStr"><is><t>#1 mug</t></is></c></row>`,
			[]string{"A1 error #REF!", "B1 error #N/A", "C1 text #1 mug"},
		},
		{
			"pictures in cells", `<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c><c r="C1" t="e"><v>#VALUE!</v></c></row>`,
			[]string{"A1 picture ", "B1 picture ", "C1 error #VALUE!"},
		},
		{"blank texts", `<row r="1"><c r="A1" t="inlineStr"><is><t>  </t></is></c><c r="B1"><v> 7 </v></c></row>`, []string{"B1 number 7"}},
		{
			"no numbers", `<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1E400</v></c><c r="C1"><v>abc</v></c><c r="D1"><v>-0</v></c></row>`,
			[]string{"A1 text NaN", "B1 text 1E400", "C1 text abc", "D1 number 0"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := read(t, smallBook(sheetOf(test.rows)).zip(t))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got, test.want...)
		})
	}
}

func TestSharedStrings(t *testing.T) {
	b := smallBook(sheetOf(`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>`)).
		withStrings(`<si><t>zero</t></si><si><r><t>one</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t>!</t></r></si><si/><si><t>` + strings.Repeat("x", grid.MaxCell+1) + `</t></si>`)
	got, err := read(t, b.zip(t))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, "A1 text one!", "B1 text zero", "D1 toolong ")
}

// TestSharedStringsEnd: the last string is one, the number behind it is damage.
func TestSharedStringsEnd(t *testing.T) {
	for index, want := range map[string]string{"0": "A1 text zero", "1": "A1 text last", "2": "", "-1": "", "x": "", "99999999999": ""} {
		b := smallBook(sheetOf(`<row r="1"><c r="A1" t="s"><v>` + index + `</v></c></row>`)).withStrings(`<si><t>zero</t></si><si><t>last</t></si>`)
		got, err := read(t, b.zip(t))
		if want != "" && err == nil {
			compare(t, got, want)
			continue
		}
		var refused *grid.FormatError
		if want != "" || !errors.As(err, &refused) || refused.Code != "file-damaged" {
			t.Errorf("string %s: got %q (%v), want %q", index, got, err, want)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for _, test := range []struct{ code, value, want string }{
		{"General", "4006381333931", "number 4006381333931"},
		{"0.00E+00", "4006381333931", "number 4006381333931"},
		{"000000000000", "36000291452", "number 036000291452"},
		{"00000", "123", "number 00123"},
		{"00000", "1234567", "number 1234567"},
		{"00000", "1.5", "number 1.5"},
		{"000-00-000", "1234567", "number 012-34-567"},
		{`0" pcs"`, "12", "number 12"},
		{"0%", "0.155", "number 15.5%"},
		{";;;", "42", "number 42"},
		{`#,##0,"K"`, "12500", "number 12500"},
		{"General", "19.989999999999998", "number 19.99"},
		{"General", "123456789012345678", "number 123456789012345678"},
		{"General", "1.2345678901234568E+17", "number 123456789012346000"},
		{"m/d/yy", "42906", "date 2017-06-20"},
		{`yyyy"年"m"月"d"日"`, "42906.5", "date 2017-06-20T12:00:00"},
		{"h:mm", "0.75", "date 18:00:00"},
		{"[Red]0.00", "5", "number 5"},
		{`[$-409]d\-mmm\-yy;@`, "59", "date 1900-02-28"},
		{"yyyy-mm-dd", "-3", "number -3"},
		{"@", "5", "number 5"},
		{"[h]:mm:ss", "2.5", "number 2.5"},
		{"[Red][<=100]0;0", "5", "number 5"},
		{"yyyy/m/d;@", "0", "date 1899-12-31"},
	} {
		b := smallBook(sheetOf(`<row r="1"><c r="A1" s="0"><v>` + test.value + `</v></c></row>`)).withStyles(test.code)
		got, err := read(t, b.zip(t))
		if err != nil {
			t.Fatal(err)
		}
		if want := "A1 " + test.want; len(got) != 1 || got[0] != want {
			t.Errorf("%s as %s: got %q, want %q", test.value, test.code, got, want)
		}
	}
}

func TestFormatTellsCurrency(t *testing.T) {
	for _, test := range []struct{ code, currency, prefix, suffix string }{
		{`"$"#,##0.00`, "", "$", ""},
		{`[$$-409]#,##0.00`, "USD", "", ""},
		{`[$¥-804]#,##0.00`, "CNY", "", ""},
		{`[$￥-411]#,##0`, "JPY", "", ""},
		{`#.##0,00 [$€-407]`, "EUR", "", ""},
		{`#,##0.00 [$€-x-euro2]`, "", "", "€"},
		{`#,##0.00\ [$CHF]`, "CHF", "", ""},
		{`#,##0.00 [$kr-41D]`, "", "", "kr"},
		{`_("$"* #,##0.00_);_("$"* \(#,##0.00\)`, "", "$", ""},
		{`¥#,##0.00`, "", "¥", ""},
		{`0.0" kg"`, "", "", "kg"},
	} {
		f := parseFormat(test.code).format
		if f == nil {
			t.Errorf("%s: no format", test.code)
			continue
		}
		if f.Currency != test.currency || f.Prefix != test.prefix || f.Suffix != test.suffix {
			t.Errorf("%s: got %q %q %q, want %q %q %q", test.code, f.Currency, f.Prefix, f.Suffix, test.currency, test.prefix, test.suffix)
		}
	}
}

// TestBuiltinDates: the formats that a workbook names by number alone. 27 to 36 and 50 to
// 58 are dates in Chinese tables.
func TestBuiltinDates(t *testing.T) {
	for id, want := range map[int]bool{
		0: false, 1: false, 13: false, 14: true, 17: true, 22: true, 23: false, 26: false, 27: true, 31: true,
		36: true, 37: false, 44: false, 49: false, 50: true, 54: true, 58: true, 59: false, 164: false,
	} {
		if got := builtinStyle(id).date; got != want {
			t.Errorf("format %d: got date %v, want %v", id, got, want)
		}
	}
}
