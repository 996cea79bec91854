package localize

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
)

// tables are the shipped tables as a file system that a test may change.
func tables(t *testing.T) fstest.MapFS {
	t.Helper()
	shipped := os.DirFS("../../assets/language")
	files := fstest.MapFS{}
	names, err := fs.Glob(shipped, "*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatalf("tables %v, error %v", names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(shipped, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// TestTablesAreStrict adds a wrong line to each table: the error names the table and
// the line.
func TestTablesAreStrict(t *testing.T) {
	tests := []struct{ table, line, want string }{
		{"plurals.tsv", "knives\tknife", `"knives" is there twice`},
		{"plurals.tsv", "oxen", "wrong number of columns: 1 instead of 2"},
		{"plurals.tsv", "\tox", "the first column is empty"},
		{"fields.tsv", "shoes\tshoes", "is there twice"},
		{"grammar.tsv", "whereas\tadverb\t", `unknown kind "adverb"`},
		{"grammar.tsv", "nor\tconjunction\t", "Chinese is missing"},
		{"grammar.tsv", "whereas\tsentence\t而", "not wanted here"},
		{"grammar.tsv", "that\trelative\t", "is there twice"},
		{"things.tsv", "lute\tinstrument", `unknown kind "instrument"`},
		{"things.tsv", "bottles\tliquid", "is there twice"},
		{"numbers.tsv", "two\t2", "is there twice"},
		{"options.tsv", "mood\tadjective", `unknown values "adjective"`},
		{"options.tsv", "colors\tcolour", "is there twice"},
		{"signs.tsv", "†\tfoot\t†", `unknown kind "foot"`},
		{"signs.tsv", "†\tbreak\t", "Chinese is missing"},
		{"signs.tsv", ",\tbreak\t，", "is there twice"},
		{"counters.tsv", "只\tanimal\tcat", `unknown kind "animal"`},
		{"counters.tsv", "只\tpair\tshoes", "is there twice"},
		{"scales.tsv", "length\tten\t10\t厘米\tthree", "the size is not a number"},
		{"scales.tsv", "length\t0\t10\t厘米\ttwo", `unknown digits "two"`},
		{"units.tsv", "acre\tland\t4046.8564224\t", `unknown dimension "land"`},
		{"units.tsv", "acre\tarea\tlarge\t", "the size is not a number"},
		{"units.tsv", "mph\tspeed\t1.609344\t", "is there twice"},
		{"unit-names.tsv", "acres\tacre", `unknown unit "acre"`},
		{"axes.tsv", "girth\t", "Chinese is missing"},
		{"axes.tsv", "wide\t宽", "is there twice"},
	}
	for _, tt := range tests {
		t.Run(tt.table+" "+tt.line, func(t *testing.T) {
			files := tables(t)
			data := string(files[tt.table].Data)
			files[tt.table].Data = []byte(data + tt.line + "\n")
			at := tt.table + ":" + strconv.Itoa(strings.Count(data, "\n")+1) + ": "
			_, err := loadLexicon(files)
			if err == nil || !strings.Contains(err.Error(), at) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s and %q", err, at, tt.want)
			}
		})
	}
}

func TestEachTableIsNeeded(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(tables(t))) {
		files := tables(t)
		delete(files, name)
		if _, err := loadLexicon(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: got %v, want an error that names it", name, err)
		}
		files[name] = &fstest.MapFile{Data: []byte("# a comment\nword\tmeaning\tmore\tand more\tand more\tand more\n")}
		if _, err := loadLexicon(files); err == nil || !strings.Contains(err.Error(), name+":2: the first line that is no comment must name the columns") {
			t.Errorf("%s with another header: got %v", name, err)
		}
	}
}

// TestTables looks one word up in each table, where no test of a text does.
func TestTables(t *testing.T) {
	lx := lexiconForTest(t)
	shoes := lx.fieldOf(&catalog.Product{Category: "Footwear > Trail"})
	fathom, _ := lx.units.lookup("5")
	cm2, _ := lx.units.lookup("square centimeters")
	tests := []struct {
		what      string
		got, want any
	}{
		{"a plural", lx.stem("geese"), "goose"},
		{"a field", shoes.is("shoes") && !shoes.is("food"), true},
		{"an article", lx.kinds["an"], article},
		{"a word of two kinds", lx.kinds["that"], relative | sentence},
		{"a conjunction", lx.chinese["or"], "或"},
		{"a prefix", lx.chinese["not included"], "不附"},
		{"a thing of two kinds", lx.things["bag"], weight | container | partOfThing},
		{"a number", lx.numbers["twelve"], "12"},
		{"values of an option", lx.optionPart("Outer Fabrics"), Material},
		{"a break", lx.signs.breaks[";"], "；"},
		{"an end", lx.signs.ends["..."], "……"},
		{"a mark", lx.signs.marks["+"], "+"},
		{"a pair", lx.counters.pairs[lx.stem("chopsticks")], "双"},
		{"persons", lx.counters.persons["3"], "三人"},
		{"a piece", lx.counters.pieces["粒"], true},
		{"a container", lx.counters.containers["罐"], true},
		{"an axis", lx.units.axes["inseam"] + lx.units.axes["W"], "内长宽"},
		{"no unit", fathom.code, ""},
		{"a unit by its name", cm2.chinese, "平方厘米"},
		{"a scale", len(lx.units.scales[length]), 4},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.what, tt.got, tt.want)
		}
	}
}
