package app

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"time"
	"unicode/utf8"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

// draftPause is how much typing a crash may cost.
const draftPause = 400 * time.Millisecond

// draft is where the edit in hand is kept: beside the preferences, a file for each
// catalogue. Only who has a catalogue open for writing edits it, so two programs
// never share one.
func (w *window) draft(ws *workspace.Workspace) *view.Draft {
	if ws == nil || ws.ReadOnly() != nil || w.drafts == "" {
		return nil
	}
	path, err := filepath.Abs(ws.Path())
	if err != nil {
		path = ws.Path()
	}
	name := fmt.Sprintf("draft-%.8x.json", sha256.Sum256([]byte(path)))
	return view.NewDraft(filepath.Join(w.drafts, name), draftPause, w.runner)
}

// mostQuoted is how many characters of a text a question repeats.
const mostQuoted = 240

// offerDraft offers the edit that was in hand when the program ended.
func (w *window) offerDraft() {
	draft := w.session.Draft
	e, err := draft.Found()
	if err != nil {
		logError(w.log, err) // it is offered no more once another edit is kept
		return
	}
	if e == nil {
		return
	}
	say := w.session.Text
	quoted := e.Text
	if utf8.RuneCountInString(quoted) > mostQuoted {
		quoted = string([]rune(quoted)[:mostQuoted]) + "…"
	}
	body := say.Say("draft-found-body", "name", e.Name, "field", say.Field(e.Field), "text", quoted)
	if n := e.Others(); n > 0 {
		body += "\n\n" + say.Say("draft-found-others", "count", n)
	}
	w.ask(say.Say("draft-found"), body,
		answer{say.Say("draft-put-back"), "draft:put-back", widget.Primary, func() {
			w.goTo(view.Target{Place: e.Place, Product: e.Product, Field: e.Field, Edit: e})
		}},
		answer{say.Say("draft-drop"), "draft:drop", widget.Plain, func() { w.fail(draft.Clear()) }},
	)
}
