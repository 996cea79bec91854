package e2e

import "testing"

// firstShort is what a person writes for the first product of the list.
const firstShort = "女士有机棉T恤"

// localize has all products put into Chinese, looks at one text after the other and
// writes one by hand.
func localize(t *testing.T, p *program) {
	p.click("rail:localize")
	p.at("localize")
	p.click("localize-suggest")
	p.click("suggest-all")
	p.see("localize-notice")
	p.click("localize-show:all")
	p.see("localize-line:title")
	p.click("localize-line:short_title")
	p.replace("localize-entry", firstShort)
	p.key("ctrl+Return") // saved and accepted: the next product's texts take the place
	p.says("localize-entry", func(text string) bool { return text != firstShort })
	p.click("localize-show:translated")
	p.click("localize-line:short_title")
	p.says("localize-entry", func(text string) bool { return text == firstShort })
}
