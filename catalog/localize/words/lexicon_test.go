package words

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// tables are the shipped tables as a file system that a test may change.
func tables(t *testing.T) fstest.MapFS {
	t.Helper()
	shipped := os.DirFS("../../../assets/language")
	files := fstest.MapFS{}
	for _, name := range strings.Fields("plurals fields grammar things numbers options signs counters") {
		name += ".tsv"
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
	}
	for _, tt := range tests {
		t.Run(tt.table+" "+tt.line, func(t *testing.T) {
			files := tables(t)
			data := string(files[tt.table].Data)
			files[tt.table].Data = []byte(data + tt.line + "\n")
			at := tt.table + ":" + strconv.Itoa(strings.Count(data, "\n")+1) + ": "
			_, err := Load(files)
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
		if _, err := Load(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: got %v, want an error that names it", name, err)
		}
		files[name] = &fstest.MapFile{Data: []byte("# a comment\nword\tmeaning\tmore\tand more\tand more\tand more\n")}
		if _, err := Load(files); err == nil || !strings.Contains(err.Error(), name+":2: the first line that is no comment must name the columns") {
			t.Errorf("%s with another header: got %v", name, err)
		}
	}
}

// TestTables looks one word up in each table, where no test of a text does.
func TestTables(t *testing.T) {
	lx := lexiconForTest(t)
	tests := []struct {
		what      string
		got, want any
	}{
		{"a plural", lx.Stem("geese"), "goose"},
		{"a field", lx.Fields["shoes"]["footwear"] && !lx.Fields["food"]["footwear"], true},
		{"an article", lx.Kinds["an"], Article},
		{"a word of two kinds", lx.Kinds["that"], Relative | Sentence},
		{"a conjunction", lx.Chinese["or"], "或"},
		{"a prefix", lx.Chinese["not included"], "不附"},
		{"a thing of two kinds", lx.Things["bag"], weight | Container | PartOfThing},
		{"a number", lx.Numbers["twelve"], "12"},
		{"values of an option", lx.OptionPart("Outer Fabrics"), "material"},
		{"a break", lx.Signs.Breaks[";"], "；"},
		{"an end", lx.Signs.Ends["..."], "……"},
		{"a mark", lx.Signs.Marks["+"], "+"},
		{"a pair", lx.Counters.Pairs[lx.Stem("chopsticks")], "双"},
		{"persons", lx.Counters.Persons["3"], "三人"},
		{"a piece", lx.Counters.Pieces["粒"], true},
		{"a container", lx.Counters.Containers["罐"], true},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.what, tt.got, tt.want)
		}
	}
}
