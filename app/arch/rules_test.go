package arch_test

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
	export   = "tradewind.app/export/..."
	channel  = "tradewind.app/export/channel/..."
	apps     = "tradewind.app/app/..."
	assets   = "tradewind.app/assets/..."
)

// A rule says what the packages that match one of its patterns must never
// import. Patterns are import paths; a path that ends in /... means the
// package and everything below it. A package may always import what lies
// below its own path.
type rule struct {
	packages []string
	direct   []string // never in an import declaration
	deep     []string // never, not even through other packages
	tests    bool     // the direct list holds for test files too
	why      string
}

// rules is the import table of the house. Dependencies point one way:
//
//	main -> app -> app/screen -> app/view -> app/workspace -> catalog/store,
//	catalog/sheet, catalog/localize, export/channel -> export ->
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
		direct:   []string{excelize, export, sheet, localize, apps, assets},
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
