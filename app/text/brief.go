package text

import "tradewind.app/catalog"

// Brief says in a few words what is wrong, for a list to choose from; not ok where
// there are none for the code. What to do is in the sentence of Problem.
func (p *Printer) Brief(wrong catalog.Problem) (string, bool) {
	wrong.Code = "brief-" + wrong.Code
	if !p.Has(wrong.Code) {
		return "", false
	}
	args := p.words(wrong.Args)
	args["field"] = p.briefField(catalog.Field(wrong.Field))
	return p.sayWith(wrong.Code, args), true
}

// briefField names a field without its locale, which is Chinese.
func (p *Printer) briefField(f catalog.Field) string {
	base, locale, isListing := f.Locale()
	if code := fieldCode(base); isListing && locale == catalog.SimplifiedChinese && p.Has(code) {
		return p.Say("brief-chinese", "name", p.Say(code))
	}
	return p.Field(f)
}
