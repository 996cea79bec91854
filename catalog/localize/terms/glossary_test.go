package terms

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"tradewind.app/catalog/localize/table"
)

func TestReadGlossary(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("英文,中文\nheron,苍鹭\n")
	if err != nil {
		t.Fatal(err)
	}
	heron := []Term{{English: "heron", Hans: "苍鹭", Part: Noun, Status: Preferred, Weight: 2}}
	noted := []Term{{English: "heron", Hans: "苍鹭", Part: Noun, Status: Preferred, Weight: 2, Note: "a bird"}}
	tests := []struct {
		name, in string
		want     []Term
	}{
		{"OmegaT tab", "# birds\nheron\t苍鹭\ta bird\n", noted},
		{"byte order mark", "\ufeffheron\t苍鹭\n", heron},
		{"CSV with header", "source,target,comment\nheron,苍鹭,a bird\n", noted},
		{"semicolons", "English;Chinese\nheron;苍鹭\n", heron},
		{"columns in another order", "note\t中文\tEN\na bird\t苍鹭\theron\n", noted},
		{"GBK from a Chinese Excel", gbk, heron},
		{"quotes and line ends", "\"heron\",\"苍鹭\"\r\n", heron},
		{"an inch inside", "8\" pan\t8寸锅\n", []Term{{English: `8" pan`, Hans: "8寸锅", Part: Noun, Status: Preferred, Weight: 2}}},
		{"all our columns", "en\tzh-Hans\tzh-Hant\tpart\tstatus\tweight\tcategory\tnote\nwing\t翼\t翼\tADJ\tforbidden\t1\tBirds\tx\n", []Term{{English: "wing", Hans: "翼", Hant: "翼", Part: Adj, Status: Forbidden, Weight: 1, Category: "Birds", Note: "x"}}},
		{"a frame by its slot", "free of,不含…\n", []Term{{English: "free of", Hans: "不含…", Part: Frame, Status: Preferred, Weight: 2}}},
		{"do not translate", "source,target,status\nHeronTex,,do-not-translate\n", []Term{{English: "HeronTex", Part: Noun, Status: DoNotTranslate, Weight: 2}}},
		{"a number sign", "#1,第一名\n", []Term{{English: "#1", Hans: "第一名", Part: Noun, Status: Preferred, Weight: 2}}},
		{"empty", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems, err := ReadGlossary("g.csv", strings.NewReader(tt.in))
			if err != nil || len(problems) > 0 {
				t.Fatalf("got problems %v and error %v", problems, err)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestGlossaryTellsBadLines(t *testing.T) {
	in := "en,zh,part,status,weight\nheron,苍鹭\nowl,\n,猫\nwolf,狼,animal\nfox,狐,noun,nice\nbear,熊,noun,preferred,9\ndeer,鹿,noun,preferred,heavy\nwith …,带\nmoose,…驼鹿…\n" +
		strings.Repeat("x", 501) + ",长\nHeron,苍鹭鸟\n!!!,。\n"
	terms, problems, err := ReadGlossary("birds.csv", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, string(p.Place)+" "+p.Code)
	}
	want := []string{
		"birds.csv:3 term-incomplete", "birds.csv:4 term-incomplete", "birds.csv:5 term-kind", "birds.csv:6 term-kind", "birds.csv:7 term-weight",
		"birds.csv:8 term-weight", "birds.csv:9 term-slot", "birds.csv:10 term-slot", "birds.csv:11 term-too-long", "birds.csv:12 term-twice", "birds.csv:13 term-incomplete",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := len(terms), 1; got != want {
		t.Errorf("got %d terms, want %d: %+v", got, want, terms)
	}
}

func TestGlossaryRefusesWhatIsNone(t *testing.T) {
	if _, _, err := ReadGlossary("x", strings.NewReader(strings.Repeat("a", maxGlossary+1))); err == nil {
		t.Error("a file over the budget is read")
	}
	if _, _, err := ReadGlossary("x", strings.NewReader("\xff\xff\xff\t\x80")); err == nil {
		t.Error("a file in no known charset is read")
	}
}

// TestGlossaryRoundTrip holds that what is exported comes back the same, but for who
// reviewed it: a glossary says nothing of that.
func TestGlossaryRoundTrip(t *testing.T) {
	all := slices.Collect(termsForTest(t).Terms())
	for i := range all {
		all[i].Reviewed = Review{}
	}
	for _, comma := range []rune{'\t', ','} {
		var b bytes.Buffer
		if err := WriteGlossary(&b, slices.Values(all), comma); err != nil {
			t.Fatal(err)
		}
		got, problems, err := ReadGlossary("all", &b)
		if err != nil || len(problems) > 0 {
			t.Fatalf("%q: problems %v, error %v", comma, problems, err)
		}
		if !slices.Equal(got, all) {
			t.Errorf("%q: %d terms are not what was written (%d)", comma, len(got), len(all))
		}
	}
}

func TestGlossaryOfAnotherTool(t *testing.T) {
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "data", "localization", "cat", "g.utf8"))
	if err != nil {
		t.Skipf("NOT TESTED against a glossary of OmegaT: %v (set TRADEWIND_SHARED)", err)
	}
	defer f.Close()
	terms, problems, err := ReadGlossary("g.utf8", f)
	if err != nil || len(problems) > 0 || len(terms) == 0 {
		t.Errorf("got %d terms, problems %v, error %v", len(terms), problems, err)
	}
}

func TestLoadIsStrict(t *testing.T) {
	header := strings.Join(columns, "\t") + "\treviewed\n"
	tests := []struct{ name, in, want string }{
		{"no header", "wool\t羊毛\n", "a.tsv:1: the first line"},
		{"columns", "# x\n" + header + "wool\t羊毛\n", "a.tsv:3: wrong number of columns: 2 instead of 9"},
		{"status", header + "wool\t羊毛\t\tmaterial\tgood\t2\t\t\t\n", `a.tsv:2: unknown status "good"`},
		{"part", header + "wool\t羊毛\t\tstuff\tpreferred\t2\t\t\t\n", `a.tsv:2: unknown part "stuff"`},
		{"weight", header + "wool\t羊毛\t\tmaterial\tpreferred\t5\t\t\t\n", "a.tsv:2: the weight is not"},
		{"no Chinese", header + "wool\t\t\tmaterial\tpreferred\t2\t\t\t\n", "a.tsv:2: the Chinese is missing"},
		{"slot", header + "with\t带\t\tframe\tpreferred\t2\t\t\t\n", "a.tsv:2: a frame needs"},
		{"twice", header + "wool\t羊毛\t\tmaterial\tpreferred\t2\t\t\t\nwool\t毛\t\tmaterial\tpreferred\t2\t\t\t\n", `a.tsv:3: "wool" is there twice, first at a.tsv:2`},
		{"review", header + "wool\t羊毛\t\tmaterial\tpreferred\t2\t\t\tme\n", "a.tsv:2: the review is not"},
		{"not UTF-8", header + "wool\t\xd1\xf2\t\tmaterial\tpreferred\t2\t\t\t\n", "a.tsv:2: not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(wordsForTest(t), fstest.MapFS{"a.tsv": {Data: []byte(tt.in)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
	if _, err := Load(wordsForTest(t), fstest.MapFS{"readme.md": {Data: []byte("x")}}); err == nil {
		t.Error("a folder without terms is taken")
	}
}

func FuzzReadGlossary(f *testing.F) {
	f.Add("en,zh\nheron,苍鹭\n")
	f.Add("a\tb\tc\n\"x\n")
	f.Fuzz(func(t *testing.T, in string) {
		terms, _, err := ReadGlossary("f", strings.NewReader(in))
		if err != nil {
			return
		}
		for _, term := range terms {
			if err := term.validate(); err != nil {
				t.Errorf("%q gives the term %+v: %v", in, term, err)
			}
		}
		NewBase(wordsForTest(t), terms)
	})
}

// TestReadGlossaryKinds: what other programs call a glossary is read, or refused
// by what it is.
func TestReadGlossaryKinds(t *testing.T) {
	utf16 := func(order unicode.Endianness, s string) string {
		b, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, tt := range []struct {
		name, in string
		err      error
	}{
		{"unicode text of Excel", utf16(unicode.LittleEndian, "apron\t围裙\r\n"), nil},
		{"big endian", utf16(unicode.BigEndian, "apron,围裙\n"), nil},
		{"cut in the middle of a character", utf16(unicode.LittleEndian, "apron\t围裙")[:17], table.NotUTF8},
		{"no mark of its order", utf16(unicode.LittleEndian, "apron\tx")[2:], table.NotUTF8},
		{"memory", "\ufeff<?xml version=\"1.0\"?>\n<tmx><body><tu>Canvas\tapron</tu></body></tmx>", ErrGlossaryMarkup},
		{"memory in UTF-16", utf16(unicode.LittleEndian, "<?xml version=\"1.0\"?><tmx/>"), ErrGlossaryMarkup},
		{"page", "\n  <!DOCTYPE html><table>", ErrGlossaryMarkup},
		{"workbook", "PK\x03\x04\x14\x00", ErrGlossaryPackage},
	} {
		got, _, err := ReadGlossary("g", strings.NewReader(tt.in))
		if !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.err)
		}
		if tt.err == nil && (len(got) != 1 || got[0].English != "apron" || got[0].Hans != "围裙") {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}
