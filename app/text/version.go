package text

import (
	"cmp"

	"tradewind.app/app/version"
)

// Version says which Tradewind this is: the same line in the window and on the
// command line.
func (p *Printer) Version(v version.Info) string {
	unknown := p.Say("version-unknown")
	commit, date := cmp.Or(v.Commit, unknown), cmp.Or(v.Date, unknown)
	if v.Modified {
		return p.Say("version-modified", "version", v.Number, "commit", commit, "date", date)
	}
	return p.Say("version", "version", v.Number, "commit", commit, "date", date)
}
