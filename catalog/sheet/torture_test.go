//go:build unix

package sheet_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tradewind.app/catalog/sheet"
)

// torture says how each hostile file must end: with this code, or with products.
var torture = map[string]string{
	"54764.xlsx": "format-doctype", "billion_laughs.xlsx": "format-doctype", "57893-many-merges.xlsx": "sheet-none",
	"cell_ref_bad.xlsx": "cell-address", "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5937385319563264.xlsx": "cell-address",
	"deep_xml_nesting.xlsx": "format-nesting", "empty.xlsx": "file-empty", "html.xlsx": "format-html", "pass_protected.xlsx": "format-encrypted",
	"plain_zip.xlsx": "format-zip", "sheet_2GB.xlsx": "file-swollen", "sheet_comment_1GB.xlsx": "file-swollen",
	"sst_60M_items_1GB.xlsx": "file-swollen", "sst_one_string_1GB.xlsx": "file-swollen", "sst_index_out_of_range.xlsx": "file-damaged",
	"truncated.xlsx": "file-damaged", "txt_zip.xlsx": "file-damaged",

	"SimpleStrict.xlsx": "0 products", "cols_100k.xlsx": "1 products", "control_chars_emoji_rtl.xlsx": "0 products", "csv.xlsx": "1 products", "date_1904.xlsx": "0 products",
	"dim_xfd1048576.xlsx": "1 products", "far_cell_xfd1048576.xlsx": "1 products", "formula_circular.xlsx": "0 products", "inlineStr_cdata.xlsx": "1 products",
	"media_2GB.xlsx": "1 products", "merge_100k_overlap.xlsx": "1 products", "merge_whole_sheet.xlsx": "1 products", "numbers_extreme.xlsx": "0 products",
	"poc-shared-strings.xlsx": "0 products", "row_dup.xlsx": "2 products", "row_negative.xlsx": "1 products", "row_zero.xlsx": "1 products", "rows_out_of_order.xlsx": "1 products",
	"style_index_out_of_range.xlsx": "0 products", "utf16be.xlsx": "0 products", "wide_xfd_20k_rows.xlsx": "1 products", "xlsx-corrupted.xlsx": "2 products", "zip_traversal.xlsx": "1 products",
}

// tortureFile names the file that the test binary reads when it runs itself.
const tortureFile = "TRADEWIND_TORTURE_FILE"

// What a child may take. The file is one person's import: longer and they think
// that the program hangs, more and a small machine swaps.
const (
	tortureTime   = 10 * time.Second
	tortureMemory = 512 << 10 // kB
)

// TestTorture reads each file in a process of its own, which can be measured and
// killed.
func TestTorture(t *testing.T) {
	if path := os.Getenv(tortureFile); path != "" {
		fmt.Println("ENDS:", endOf(t, path))
		return
	}
	files, err := filepath.Glob(filepath.Join(sharedFile(t, "data", "inputs", "torture"), "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) { tortureOne(t, path) })
	}
}

func tortureOne(t *testing.T, path string) {
	ctx, cancel := context.WithTimeout(context.Background(), tortureTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestTorture$", "-test.v")
	cmd.Env = append(os.Environ(), tortureFile+"="+path)
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		t.Fatalf("still running after %s", tortureTime)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	_, end, _ := strings.Cut(string(out), "ENDS: ")
	end, _, _ = strings.Cut(end, "\n")
	want, ok := torture[filepath.Base(path)]
	if !ok || !strings.HasPrefix(end, want) {
		t.Errorf("ends with %q, want %q", end, want)
	}
	if used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss; used > tortureMemory {
		t.Errorf("took %d kB of memory, want at most %d", used, tortureMemory)
	}
}

// endOf imports a file and says in one line how that ended.
func endOf(t *testing.T, path string) string {
	n, err := readAll(t, path)
	var refused *sheet.FormatError
	switch {
	case err == nil:
		return fmt.Sprintf("%d products", n)
	case !errors.As(err, &refused) || strings.ContainsAny(refused.Error(), "\n{"):
		return fmt.Sprintf("no plain sentence: %v", err)
	}
	return refused.Code + ": " + refused.Error()
}

func readAll(t *testing.T, path string) (int, error) {
	b, err := openBook(t, path, sheet.Options{})
	if err != nil {
		return 0, err
	}
	m, _, err := b.Guess(sheet.Options{})
	if err != nil {
		return 0, err
	}
	n := 0
	for _, err := range b.ImportRows(context.Background(), m, sheet.Options{}) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
