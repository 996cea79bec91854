package arch_test

import "strings"

const (
	ours     = "tradewind.app/..."
	fyne     = "fyne.io/fyne/v2/..."
	driver   = "fyne.io/fyne/v2/app"
	sql      = "database/sql"
	sqlite   = "modernc.org/sqlite/..."
	excelize = "github.com/xuri/excelize/v2"

	store    = "tradewind.app/catalog/store/..."
	sheet    = "tradewind.app/catalog/sheet/..."
	localize = "tradewind.app/catalog/localize/..."
	check    = "tradewind.app/catalog/check/..."
	export   = "tradewind.app/export/..."
	channel  = "tradewind.app/export/channel/..."
	apps     = "tradewind.app/app/..."
	assets   = "tradewind.app/assets/..."

	viewFolder   = "tradewind.app/app/view/"
	screenFolder = "tradewind.app/app/screen/"
)

// A rule says what the packages that match one of its patterns must never
// import. Patterns are import paths; a path that ends in /... means the
// package and everything below it. A package may always import what lies
// below its own path.
type rule struct {
	packages []string
	direct   []string // never in an import declaration
	deep     []string // never, not even through other packages
	tests    bool     // the direct list is valid for test files too
	except   func(pkg, imported string) bool
	why      string
}

// screens are the rooms of app/view and app/screen, each of one screen of the window.
var screens = []string{
	"exporting", "history", "home", "importing", "localizing", "product", "products", "settings", "unreadable", "welcome",
}

// rooms are the packages of all screens in a folder, with what is below them.
func rooms(folder string) []string {
	list := make([]string, len(screens))
	for i, name := range screens {
		list[i] = folder + name + "/..."
	}
	return list
}

// drawsItsModel reports whether a screen imports the view model of its own name.
func drawsItsModel(pkg, imported string) bool {
	return strings.TrimPrefix(pkg, screenFolder) == strings.TrimPrefix(imported, viewFolder)
}

// rules is the import table of the house. Dependencies point one way:
//
//	main -> app -> app/screen -> app/view -> app/workspace -> catalog/store,
//	catalog/sheet, catalog/localize, catalog/check, export/channel -> export ->
//	export/encode, catalog
//	main -> app/cli -> app/workspace
var rules = []rule{
	{
		packages: []string{"tradewind.app/catalog"},
		direct:   []string{ours},
		deep:     []string{fyne, sql, sqlite, excelize},
		tests:    true,
		why:      "the domain stands on nothing but itself",
	},
	{
		packages: []string{"tradewind.app/catalog/regular"},
		direct:   []string{ours},
		deep:     []string{fyne, sql, sqlite, excelize},
		tests:    true,
		why:      "every layer opens files by it",
	},
	{
		packages: []string{store},
		direct:   []string{excelize, export, sheet, localize, check, apps, assets},
		deep:     []string{fyne},
		why:      "the store keeps products, it does not know where they come from or go",
	},
	{
		packages: []string{sheet},
		direct:   []string{store, export, localize, apps, assets},
		deep:     []string{fyne, sql, sqlite},
		why:      "reading a spreadsheet ends in drafts, not in a database",
	},
	{
		packages: []string{localize},
		direct:   []string{store, sheet, export, apps, assets},
		deep:     []string{fyne, sql, sqlite},
		why:      "Chinese is made of text and term bases that are handed in",
	},
	{
		packages: []string{check},
		direct:   []string{store, sheet, localize, export, apps, assets},
		deep:     []string{fyne, sql, sqlite, excelize},
		why:      "a check takes a product and gives problems",
	},
	{
		packages: []string{"tradewind.app/export", "tradewind.app/export/encode/...", "tradewind.app/export/picture/..."},
		direct:   []string{store, sheet, localize, apps, assets},
		deep:     []string{fyne, sql, sqlite},
		why:      "the feed engine takes products and gives files",
	},
	{
		packages: []string{channel, "tradewind.app/export/exporttest/..."},
		direct:   []string{store, sheet, localize, apps, assets},
		deep:     []string{fyne},
		why:      "a marketplace is a table over products",
	},
	{
		packages: []string{"tradewind.app/export/channel/*/..."},
		direct:   []string{channel},
		why:      "a marketplace never leans on another one",
	},
	{
		packages: []string{
			"tradewind.app/app/workspace/...", "tradewind.app/app/view/...", "tradewind.app/app/job/...",
			"tradewind.app/app/text/...", "tradewind.app/app/cli/...", "tradewind.app/app/version/...",
		},
		deep: []string{fyne},
		why:  "use cases, view models and the command line run without a toolkit",
	},
	{
		packages: []string{"tradewind.app/app/view/..."},
		direct:   []string{sql, excelize, store},
		why:      "a view model asks the workspace",
	},
	{
		packages: []string{"tradewind.app/app/screen/...", "tradewind.app/app/widget/...", "tradewind.app/app/theme/..."},
		direct:   []string{store, sheet, export, driver},
		why:      "a screen draws a view model",
	},
	{
		packages: []string{viewFolder + "*/..."},
		direct:   rooms(viewFolder),
		why:      "a screen leads to another by a view.Target; what they share is in app/view",
	},
	{
		packages: []string{screenFolder + "*/..."},
		direct:   append(rooms(screenFolder), rooms(viewFolder)...),
		except:   drawsItsModel,
		why:      "a screen draws its own view model; what screens share is in app/screen",
	},
	{
		packages: []string{"tradewind.app/app/widget/grid/...", "tradewind.app/app/widget/gallery/..."},
		direct:   []string{"tradewind.app/app/widget/grid/...", "tradewind.app/app/widget/gallery/..."},
		why:      "a large widget is built of small ones",
	},
	{
		packages: []string{"tradewind.app/app/widget/...", "tradewind.app/app/theme/..."},
		direct:   []string{"tradewind.app/app/view/...", "tradewind.app/app/screen/...", "tradewind.app/app/workspace/..."},
		why:      "a widget is drawn from what it is handed",
	},
	{
		packages: []string{"tradewind.app/app/...", "tradewind.app/catalog/...", "tradewind.app/export/...", assets},
		direct:   []string{driver},
		deep:     []string{driver},
		tests:    true,
		why:      "only main.go may pull in cgo and OpenGL",
	},
	{
		packages: []string{assets},
		direct:   []string{store, sheet, localize, export, apps},
		why:      "assets are bytes; whoever needs them is handed an fs.FS",
	},
}

// topLevel is everything that may lie beside main.go, hidden names apart.
var topLevel = []string{
	"CHANGELOG.md", "CONTRIBUTING.md", "FyneApp.toml", "Makefile", "README.md", "THIRD_PARTY.md",
	"app", "assets", "catalog", "export", "go.mod", "go.sum", "main.go",
}
