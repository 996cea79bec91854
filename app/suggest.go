package app

import (
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// suggest writes Chinese suggestions into the listings of the products that a
// filter chooses, tells what came of it, and shows the products whose Chinese a
// person must finish: their titles can be written there, in the cell.
func (w *window) suggest(f catalog.Filter) {
	view.Suggest(w.session, f, func(r workspace.LocalizeResult, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.goTo(view.Target{Place: view.ProductsPlace, Filter: view.Unfinished()})
		say := w.session.Text
		w.ask(say.Say("suggest-done", "count", r.Changed), say.Say("suggest-done-body", "translated", r.Translated, "draft", r.Draft),
			answer{say.Say("word-close"), "ask:close", widget.Primary, nil})
	})
}
