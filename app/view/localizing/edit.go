package localizing

import (
	"context"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// Current is the current line, nil while no product is shown.
func (m *Model) Current() *listing.Line {
	if m.Page == nil || m.Line < 0 || m.Line >= len(m.Page.Lines) {
		return nil
	}
	return &m.Page.Lines[m.Line]
}

// Type notes what is in the current line, as it is typed.
func (m *Model) Type(text string) {
	was := m.Dirty()
	m.Typed = text
	line := m.Current()
	switch {
	case line == nil:
		return
	case !m.Dirty():
		if was { // otherwise the draft is not of this screen
			m.session.ForgetDraft()
		}
		return
	}
	m.session.KeepDraft(view.Edit{
		Place: view.LocalizePlace, Product: m.Page.ID, Field: line.Field.At(m.to), Part: line.Part, Name: m.Page.Title, Text: text,
	})
}

// putBack writes what was being typed when the program ended into its line, to be
// saved or taken back.
func (m *Model) putBack(e *view.Edit) {
	for i, line := range m.Page.Lines {
		if line.Field.At(m.to) == e.Field && line.Part == e.Part {
			m.put(i)
			if m.Type(e.Text); !m.Dirty() {
				m.session.ForgetDraft() // it was saved after all
			}
			return
		}
	}
	m.session.ReportLost(e.Text)
}

// Dirty reports whether something is typed that is not saved.
func (m *Model) Dirty() bool {
	line := m.Current()
	return line != nil && m.Writable && m.Typed != line.Text
}

// Discard puts back what was there.
func (m *Model) Discard() {
	if line := m.Current(); line != nil {
		m.Type(line.Text)
		m.Changed()
	}
}

// Save saves what is typed and stays.
func (m *Model) Save() { m.keepThen(m.Changed) }

// SaveThen saves what is typed and does something once it is saved.
func (m *Model) SaveThen(then func()) {
	m.keepThen(func() {
		m.Changed()
		then()
	})
}

// Pick goes to another line; what was typed in the one before is saved.
func (m *Model) Pick(line int) {
	if line == m.Line || m.Page == nil || line < 0 || line >= len(m.Page.Lines) {
		return
	}
	to := m.Page.Lines[line].Line
	m.keepThen(func() {
		m.stay(to) // there may be other lines once that was saved
		m.Changed()
	})
}

// Submit accepts the current line as it is, unless it needs nobody, and goes to the next
// unfinished one: of this product, otherwise of the next. What a channel would refuse is
// not accepted.
func (m *Model) Submit() {
	line := m.Current()
	if line == nil || m.busy {
		return
	}
	next := func() {
		if next := m.nextOpen(m.Line); next >= 0 {
			m.put(next)
			m.Changed()
			return
		}
		m.advance()
	}
	switch {
	case m.Dirty() || !m.Writable || line.Text == "" || !isOpen(*line):
		m.keepThen(next)
	case line.Blocked:
		m.refuse(m.Page.Refusal(m.session.Text))
	default:
		m.writeLine(line.Line, line.Text, next)
	}
}

// refuse says why something was not done.
func (m *Model) refuse(why string) {
	m.Notice, m.Refused = why, true
	m.Changed()
}

// Accept saves what is typed, accepts the whole listing and goes to the next product.
func (m *Model) Accept() { m.vouch(catalog.StateTranslated) }

// Review is Accept by a reader of Chinese.
func (m *Model) Review() { m.vouch(catalog.StateReviewed) }

// vouch gives the listing a state by the word of the person. Without a title there is
// nothing to vouch for, and what a channel would refuse is not accepted: the reason is
// shown, at the text that it is about.
func (m *Model) vouch(state catalog.State) {
	if m.Page == nil || m.busy || !m.Writable {
		return
	}
	m.keepThen(func() {
		if m.Page.Lines[0].Text == "" {
			m.put(0)
			m.refuse(m.session.Text.Say("localize-no-title"))
			return
		}
		if m.Page.IsBlocked() {
			m.put(max(0, m.Page.FirstBlocked()))
			m.refuse(m.Page.Refusal(m.session.Text))
			return
		}
		m.mark(state)
	})
}

// Omit leaves the current text out of the listing on purpose, and goes to the next one.
func (m *Model) Omit() {
	line := m.Current()
	if line == nil || m.busy || !m.CanOmit() {
		return
	}
	id, to, n := m.Page.ID, m.to, line.Name()
	m.Typed = line.Text // what was typed goes with it
	m.write(func(ctx context.Context) error {
		_, err := m.session.Workspace.OmitText(ctx, id, to, n)
		return err
	}, func() {
		m.put(max(0, m.nextOpen(m.Line)))
		m.Changed()
	})
}

// CanOmit reports whether the current text may be left out.
func (m *Model) CanOmit() bool {
	line := m.Current()
	return line != nil && m.Writable && line.CanOmit()
}

// mark gives the listing a state and goes on.
func (m *Model) mark(state catalog.State) {
	id, to := m.Page.ID, m.to
	m.write(func(ctx context.Context) error {
		_, err := m.session.Workspace.MarkListing(ctx, id, to, state)
		return err
	}, m.advance)
}

// advance goes to the next product. Behind the last one the list is read anew: what
// is left of it begins from its top.
func (m *Model) advance() {
	if m.at+1 < len(m.ids) {
		m.at++
		m.read(m.ids[m.at], m.aim)
		return
	}
	m.at, m.Page = 0, nil
	m.load()
}

// Step goes to the next product (1) or back to the one before (-1).
func (m *Model) Step(by int) {
	to := m.at + by
	if m.busy || to < 0 || to >= len(m.ids) {
		return
	}
	m.keepThen(func() {
		m.at, m.Notice = to, ""
		m.read(m.ids[to], m.aim)
	})
}

// aim shows a page with the cursor on the first line that is not finished, otherwise on
// the first.
func (m *Model) aim(page *listing.Page) {
	m.Page = page
	m.put(max(0, m.nextOpen(-1)))
	if back := m.back; back != nil {
		m.back = nil
		m.putBack(back)
	}
	m.Changed()
}

// put makes a line the current one.
func (m *Model) put(line int) {
	m.Line, m.Typed = line, m.Page.Lines[line].Text
}

// nextOpen is the next line after one that a person must still look at, from the
// top again behind the last; -1 where there is none.
func (m *Model) nextOpen(after int) int {
	lines := m.Page.Lines
	for i := range lines {
		n := (after + 1 + i) % len(lines)
		if line := lines[n]; n != after && isOpen(line) {
			return n
		}
	}
	return -1
}

// isOpen reports whether a person must still look at a line.
func isOpen(line listing.Line) bool {
	return !line.Finished() && (line.Needed() || line.Text != "")
}

// keepThen saves what is typed, if it is another text, then goes on. A text that
// cannot be saved stays where it is.
func (m *Model) keepThen(then func()) {
	if !m.Dirty() {
		then()
		return
	}
	m.writeLine(m.Current().Line, m.Typed, then)
}

// writeLine writes a text into a line; the text that is there already is accepted by it.
func (m *Model) writeLine(line localize.Line, typed string, then func()) {
	id, to := m.Page.ID, m.to
	m.write(func(ctx context.Context) error {
		_, err := m.session.Workspace.WriteLine(ctx, id, to, line, typed)
		return err
	}, then)
}

// write runs a write and goes on when the page was read anew, which follows.
func (m *Model) write(work func(context.Context) error, then func()) {
	m.busy, m.sent, m.Notice = true, m.Typed, ""
	view.Write(m.session, m.session.Text.Say("job-edit"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, work(ctx)
	}, func(_ struct{}, err error) {
		m.busy = false
		if err != nil {
			m.session.Fail(err)
			return
		}
		if m.Typed == m.sent {
			m.session.ForgetDraft()
		}
		if m.forget != nil { // otherwise the screen was left meanwhile
			m.then = then
		}
	})
}

// changed is called when the catalogue was written to, by this screen or another.
func (m *Model) changed() {
	m.lookBack()
	if m.Page == nil {
		m.load()
		return
	}
	m.recount()
	m.read(m.Page.ID, m.readAgain)
}

// stay makes a line the current one, and reports whether it is still there; otherwise it
// is the one that is where the cursor was.
func (m *Model) stay(line localize.Line) (there bool) {
	at := m.Page.LineAt(line)
	if there = at >= 0; !there {
		at = min(m.Line, len(m.Page.Lines)-1)
	}
	m.put(at)
	return there
}
