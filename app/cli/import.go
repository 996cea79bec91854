package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

func (c *program) importCommand() *cobra.Command {
	var r workspace.ImportRequest
	var columns []string
	cmd := c.command("import FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		r.File = args[0]
		if err := checkImport(&r, columns, cmd.Flags().Changed("header-row")); err != nil {
			return err
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			result, err := w.Import(cmd.Context(), r, c.track("cli-progress-import"))
			if err != nil {
				return err
			}
			return c.imported(result, r)
		})
	})
	flags := cmd.Flags()
	flags.StringVar(&r.Sheet, "sheet", "", c.text.Say("flag-sheet"))
	flags.IntVar(&r.HeaderRow, "header-row", 0, c.text.Say("flag-header-row"))
	flags.StringSliceVar(&columns, "map", nil, c.text.Say("flag-map"))
	flags.StringVar(&r.Profile, "profile", "", c.text.Say("flag-profile"))
	flags.StringVar(&r.Encoding, "encoding", "", c.text.Say("flag-encoding"))
	flags.BoolVar(&r.DryRun, "dry-run", false, c.text.Say("flag-dry-run"))
	flags.StringVar((*string)(&r.Empty), "empty", string(workspace.KeepEmpty), c.text.Say("flag-empty"))
	c.complete(cmd, "map", completeMap)
	c.completeWords(cmd, "encoding", "utf-8", "utf-16", "gb18030", "big5", "windows-1252")
	c.completeWords(cmd, "empty", string(workspace.KeepEmpty), string(workspace.ClearEmpty))
	cmd.ValidArgsFunction = completeFiles("xlsx", "xlsm", "csv", "tsv", "txt")
	return cmd
}

func checkImport(r *workspace.ImportRequest, columns []string, headerRow bool) (err error) {
	if r.Empty != workspace.KeepEmpty && r.Empty != workspace.ClearEmpty {
		return usageError{text.Fail("cli-flag-value", "flag", "--empty", "value", string(r.Empty), "command", "tradewind import")}
	}
	if headerRow && r.HeaderRow < 1 {
		return usageError{text.Fail("cli-header-row")}
	}
	r.Map, err = parseMap(columns)
	return err
}

// parseMap reads COLUMN=FIELD. The column's name may have an = in it; no field's has.
func parseMap(columns []string) (map[string]catalog.Field, error) {
	fields := make(map[string]catalog.Field, len(columns))
	for _, s := range columns {
		at := strings.LastIndexByte(s, '=')
		if at < 1 {
			return nil, usageError{text.Fail("cli-map", "value", s)}
		}
		field, err := fieldNamed(s[at+1:])
		if err != nil {
			return nil, err
		}
		fields[strings.TrimSpace(s[:at])] = field
	}
	return fields, nil
}

// fieldNamed checks the name of a field before any file is opened.
func fieldNamed(name string) (catalog.Field, error) {
	info, ok := catalog.LookupField(catalog.Field(strings.TrimSpace(name)))
	if !ok {
		return "", usageError{text.Fail("cli-field-unknown", "name", name, "like", strings.Join(fieldsLike(name), ", "))}
	}
	return info.Name, nil
}

// fieldsLike lists the fields whose names contain the text, or all.
func fieldsLike(text string) []string {
	all := fieldNames()
	like := slices.DeleteFunc(slices.Clone(all), func(name string) bool {
		return len(text) < 3 || !strings.Contains(name, strings.ToLower(text))
	})
	if len(like) == 0 {
		return all
	}
	return like
}

// fieldNames lists the names that can be typed, attributes and channel values
// by their pattern.
func fieldNames() []string {
	var names []string
	for _, f := range catalog.Fields() {
		names = append(names, string(f.Name))
	}
	for _, f := range catalog.ListingFields(catalog.SimplifiedChinese) {
		names = append(names, string(f.Name))
	}
	return append(names, "attr.NAME", "channel.NAME.COLUMN")
}

// importJSON is what import --json writes.
type importJSON struct {
	Entry    catalog.ID    `json:"entry"`
	New      int           `json:"new"`
	Changed  int           `json:"changed"`
	Same     int           `json:"same"`
	Refused  int           `json:"refused"`
	Problems []problemJSON `json:"problems"`
	// Assumptions is what the file did not say and the import took for granted.
	Assumptions []assumptionJSON `json:"assumptions"`
	// Sheets says what became of each sheet of a workbook.
	Sheets []sheet.SheetSummary `json:"sheets,omitempty"`
}

// assumptionJSON is an assumption with the sentence for people.
type assumptionJSON struct {
	sheet.Assumption
	Message string `json:"message"`
}

func (c *program) importJSON(r workspace.ImportResult) importJSON {
	return importJSON{r.Entry, r.New, r.Changed, r.Same, r.Refused, c.problemsJSON(r.Problems), c.assumptionsJSON(r.Summary.Assumptions), r.Summary.Sheets}
}

func (c *program) assumptionsJSON(all []sheet.Assumption) []assumptionJSON {
	list := make([]assumptionJSON, 0, len(all))
	for _, a := range all {
		list = append(list, assumptionJSON{a, c.text.Problem(a.Problem())})
	}
	return list
}

// assumptions prints what was taken for granted, a line for each.
func (c *program) assumptions(all []sheet.Assumption) {
	if len(all) == 0 {
		return
	}
	c.say("cli-assumptions")
	for _, a := range all {
		c.print("  " + c.text.Problem(a.Problem()))
	}
}

func (c *program) imported(r workspace.ImportResult, asked workspace.ImportRequest) error {
	if c.json {
		return skippedIf(r.Refused > 0, c.write(c.importJSON(r)))
	}
	code := "cli-imported"
	if asked.DryRun {
		code = "cli-imported-dry"
	}
	c.say(code, "file", asked.File, "new", r.New, "changed", r.Changed, "same", r.Same, "refused", r.Refused)
	c.problems(r.Problems)
	c.assumptions(r.Summary.Assumptions)
	if r.Entry != "" {
		c.remark("cli-undo-hint")
	}
	return skippedIf(r.Refused > 0, nil)
}

// skippedIf ends a command that left something out, unless it failed anyhow.
func skippedIf(skipped bool, err error) error {
	if err == nil && skipped {
		return errSkipped
	}
	return err
}
