package screen

import (
	"slices"
	"strings"
	"time"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
)

// moment is a time as the machine's clock shows it.
func moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// beside puts a dot between the texts that are there.
func beside(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// countsOf tells what an entry did, leaving out what it did not.
func countsOf(say *text.Printer, c view.EntryCounts) string {
	var parts []string
	add := func(n int, sentence string) {
		if n > 0 {
			parts = append(parts, sentence)
		}
	}
	add(c.New, say.Say("count-new", "count", c.New))
	add(c.Changed, say.Say("count-changed", "count", c.Changed))
	add(c.Deleted, say.Say("count-deleted", "count", c.Deleted))
	add(c.Refused, say.Say("count-refused", "count", c.Refused))
	add(c.Documents, say.Say("history-documents", "count", c.Documents))
	return strings.Join(parts, ", ")
}
