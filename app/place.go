package app

import (
	"slices"

	"tradewind.app/app/screen"
	"tradewind.app/app/screen/exporting"
	"tradewind.app/app/screen/history"
	"tradewind.app/app/screen/home"
	"tradewind.app/app/screen/importing"
	"tradewind.app/app/screen/localizing"
	"tradewind.app/app/screen/product"
	"tradewind.app/app/screen/products"
	"tradewind.app/app/screen/settings"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
)

// place is a place of the window, and how its screen is made.
type place struct {
	at   view.Place
	icon theme.IconName
	code string // of its word in the rail; "" keeps it out of the rail
	make func(*window) screen.Screen
}

// places are those that there are, in the order of the rail. A shortcut with a
// number goes to each of the rail's.
func places() []place {
	return []place{
		{view.HomePlace, theme.IconHome, "place-home", func(w *window) screen.Screen { return home.New(w.session) }},
		{view.ProductsPlace, theme.IconProducts, "place-products", func(w *window) screen.Screen { return products.New(w.session) }},
		{view.ImportPlace, theme.IconImport, "place-import", func(w *window) screen.Screen { return importing.New(w.session, w.files()) }},
		{view.LocalizePlace, theme.IconLocalize, "place-localize", func(w *window) screen.Screen { return localizing.New(w.session) }},
		{view.ExportPlace, theme.IconExport, "place-export", func(w *window) screen.Screen {
			return exporting.New(w.session, w.chooseFolder, w.openFolder)
		}},
		{view.HistoryPlace, theme.IconHistory, "place-history", func(w *window) screen.Screen { return history.New(w.session, w.askRestore) }},
		{view.SettingsPlace, theme.IconSettings, "place-settings", func(w *window) screen.Screen { return settings.New(w.session, w.preferences) }},
		{view.ProductPlace, "", "", func(w *window) screen.Screen {
			return product.New(w.session, product.Asks{Pictures: w.choosePicture})
		}},
		{view.WelcomePlace, "", "", func(w *window) screen.Screen { return w.welcome() }},
		{view.UnreadablePlace, "", "", func(w *window) screen.Screen { return w.unreadableScreen() }},
	}
}

// placeAt finds a place.
func placeAt(at view.Place) (place, bool) {
	for _, p := range places() {
		if p.at == at {
			return p, true
		}
	}
	return place{}, false
}

// railPlaces are the places of the rail.
func railPlaces() []place {
	var list []place
	for _, p := range places() {
		if p.code != "" {
			list = append(list, p)
		}
	}
	return list
}

// longestRoute is how far back one can go.
const longestRoute = 50

// route is where a person has been: back and forward go along it. The zero route
// is empty.
type route struct {
	been []view.Target
	at   int
}

// goTo adds a target behind the present one. What was ahead of it is gone. The
// place that is shown already is not added again, its target replaced; so is a
// product that was stepped on from: back leads to where the steps began.
func (r *route) goTo(t view.Target) {
	if len(r.been) > 0 && r.been[r.at].Place == t.Place && (t.Product == "" || isStep(r.been[r.at], t)) {
		r.been[r.at] = t
		return
	}
	if len(r.been) > 0 {
		r.been = r.been[:r.at+1]
	}
	r.been = append(r.been, t)
	r.been = r.been[max(0, len(r.been)-longestRoute):]
	r.at = len(r.been) - 1
}

// isStep reports whether a product is another of those that are stepped through.
func isStep(from, to view.Target) bool {
	return from.Place == view.ProductPlace && len(to.Among) > 0 && slices.Equal(from.Among, to.Among)
}

// here is the present target.
func (r *route) here() view.Target {
	if len(r.been) == 0 {
		return view.Target{}
	}
	return r.been[r.at]
}

// step goes one target back (-1) or forward (1), and reports whether there is one.
func (r *route) step(by int) bool {
	if at := r.at + by; at >= 0 && at < len(r.been) {
		r.at = at
		return true
	}
	return false
}
