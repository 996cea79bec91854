package e2e

// scene is a screen in a state, and how to come there from the scene before it.
type scene struct {
	name string
	show func(p *program)
}

// firstRun are the scenes of a program that has no catalogue yet.
var firstRun = []scene{
	{"welcome", func(p *program) { p.at("welcome") }},
	{"welcome-sample", func(p *program) { p.click("welcome:sample"); p.see("welcome:create") }},
}

// scenes are those of the sample shop.
var scenes = []scene{
	{"home", func(p *program) { p.visit("home"); p.see("home-export:taobao") }},
	{"products", func(p *program) { p.visit("products"); p.hasRows(sampleProducts) }},
	{"products-editing", func(p *program) {
		p.point(p.cell(productGrid, 1, titleColumn))
		p.mouse("click", "1")
		p.key("F2")
		p.see("grid-entry")
	}},
	{"products-found", func(p *program) { p.key("Escape"); p.replace("search", "tea") }},
	{"products-nothing", func(p *program) { p.replace("search", "no such product"); p.see("products-show-all") }},
	{"import", func(p *program) { p.visit("import") }},
	{"import-preview", func(p *program) {
		p.ask(question{"do": "go", "place": "import", "file": supplierList(p, "Title")})
		p.see("import-now")
	}},
	{"import-done", func(p *program) { p.click("import-now"); p.see("import-undo") }},
	{"export", func(p *program) { p.visit("export") }},
	{"history", func(p *program) { p.visit("history") }},
	{"settings", func(p *program) { p.visit("settings") }},
}

// visit goes to a place.
func (p *program) visit(place string) {
	p.t.Helper()
	p.ask(question{"do": "go", "place": place})
	p.at(place)
}
