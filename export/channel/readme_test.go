package channel_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
	"tradewind.app/export/channel"
	"tradewind.app/export/exporttest"
)

const readme = "../../README.md"

// The table of formats stands between these two lines of README.md.
const (
	tableBegin = "<!-- formats: written by go test ./export/channel -run README -update -->\n"
	tableEnd   = "<!-- /formats -->\n"
)

// TestREADMEListsTheFormats keeps the README from telling of a marketplace that
// is not there, or of rules that were read anew since.
func TestREADMEListsTheFormats(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := bytes.Cut(data, []byte(tableBegin))
	got, after, ended := bytes.Cut(rest, []byte(tableEnd))
	if !found || !ended {
		t.Fatalf("%s has no place for the table: %q ... %q", readme, tableBegin, tableEnd)
	}
	want := formatsTable(t)
	if exporttest.Updating() {
		whole := bytes.Join([][]byte{before, []byte(tableBegin), []byte(want), []byte(tableEnd), after}, nil)
		if err := os.WriteFile(readme, whole, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(got) != want {
		t.Errorf("the table of %s is\n%s, want\n%s", readme, got, want)
	}
}

func formatsTable(t *testing.T) string {
	t.Helper()
	channels, err := channel.All()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| channel | marketplace | files | columns | a row is | rules read |\n|---|---|---|---|---|---|\n")
	for _, c := range channels {
		s := c.Spec()
		fmt.Fprintf(&b, "| `%s` | %s | %s | %d | %s | %s |\n",
			c.Name(), c.Title(catalog.Source), filesOf(s), s.ColumnCount(), rowWords[s.Tables[0].Rows], s.Checked)
	}
	return b.String()
}

var rowWords = map[export.RowKind]string{
	export.ProductRows:      "a product",
	export.VariantRows:      "a variant",
	export.VariantImageRows: "a variant, then its further pictures",

	export.ProductThenVariants: "a product, then its variants",
	export.VariantsThenProduct: "the variants, then their product",
}

func filesOf(s *export.Spec) string {
	var files []string
	for _, name := range s.FileNames() {
		files = append(files, fmt.Sprintf("`%s`", name))
	}
	return strings.Join(files, ", ")
}
