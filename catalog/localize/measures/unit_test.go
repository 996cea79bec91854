package measures

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

// unitTables are the shipped tables of measures as a file system that a test may change.
func unitTables(t *testing.T) fstest.MapFS {
	t.Helper()
	shipped := os.DirFS("../../../assets/language")
	files := fstest.MapFS{}
	for _, name := range strings.Fields("scales units unit-names axes measured round-sizes nominal gold") {
		name += ".tsv"
		data, err := fs.ReadFile(shipped, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// TestUnitTablesAreStrict adds a wrong line to each table: the error names the table and
// the line.
func TestUnitTablesAreStrict(t *testing.T) {
	tests := []struct{ table, line, want string }{
		{"scales.tsv", "length\tten\t10\t厘米\tthree", "the size is not a number"},
		{"scales.tsv", "length\t0\t10\t厘米\ttwo", `unknown digits "two"`},
		{"units.tsv", "rai\tland\t1600\t\t", `unknown dimension "land"`},
		{"units.tsv", "rai\tarea\tlarge\t\t", "the size is not a number"},
		{"units.tsv", "mph\tspeed\t1.609344\t\t", "is there twice"},
		{"unit-names.tsv", "rais\trai", `unknown unit "rai"`},
		{"axes.tsv", "girth\t", "Chinese is missing"},
		{"axes.tsv", "wide\t宽", "is there twice"},
		{"units.tsv", "byte\tkept\t\t\t", "Chinese is missing"},
		{"measured.tsv", "anvil\toz\theavy", `unknown sense "heavy"`},
		{"measured.tsv", "anvil\tpood\tweight", `unknown unit "pood"`},
		{"measured.tsv", "denims\toz\tfabric", "is there twice"},
		{"round-sizes.tsv", "length\t7", "the size is not a number"},
		{"nominal.tsv", "ml\t7\t8\t\tlabels", `unknown unit "ml"`},
		{"nominal.tsv", "ft\t7\t2100\t\t", "the size is not a number"},
		{"nominal.tsv", "ft\t6\t1800\tcable\tlabels", "is there twice"},
		{"gold.tsv", "blue gold\t", "Chinese is missing"},
	}
	for _, tt := range tests {
		t.Run(tt.table+" "+tt.line, func(t *testing.T) {
			files := unitTables(t)
			data := string(files[tt.table].Data)
			files[tt.table].Data = []byte(data + tt.line + "\n")
			at := tt.table + ":" + strconv.Itoa(strings.Count(data, "\n")+1) + ": "
			_, err := Load(lexiconForTest(t), files)
			if err == nil || !strings.Contains(err.Error(), at) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s and %q", err, at, tt.want)
			}
		})
	}
}

func TestEachUnitTableIsNeeded(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(unitTables(t))) {
		files := unitTables(t)
		delete(files, name)
		if _, err := Load(lexiconForTest(t), files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: got %v, want an error that names it", name, err)
		}
		files[name] = &fstest.MapFile{Data: []byte("# a comment\nword\tmeaning\tmore\tand more\tand more\tand more\n")}
		if _, err := Load(lexiconForTest(t), files); err == nil || !strings.Contains(err.Error(), name+":2: the first line that is no comment must name the columns") {
			t.Errorf("%s with another header: got %v", name, err)
		}
	}
}

// TestUnitTables looks one line up in each table.
func TestUnitTables(t *testing.T) {
	u := unitsForTest(t)
	size, _ := u.lookup("t")
	cm2, _ := u.lookup("square centimeters")
	tests := []struct {
		what      string
		got, want any
	}{
		{"an axis", u.Axes["inseam"] + u.Axes["W"], "内长宽"},
		{"no unit", size.Code, ""},
		{"a unit by its name", cm2.Chinese, "平方厘米"},
		{"a scale", len(u.scales[length]), 4},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.what, tt.got, tt.want)
		}
	}
}
