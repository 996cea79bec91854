package localize

import (
	"context"
	"regexp"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/words"
)

// SheetLine is a line of a fact sheet: what the English says that must not be lost, and
// whether the Chinese says it.
type SheetLine struct {
	Fact
	Found bool `json:"found"`
}

// AddedClaim is what the Chinese says of the goods and the English does not.
type AddedClaim struct {
	Chinese string `json:"chinese"`
	English string `json:"english"`
}

// FactSheet holds a listing against its English: each number, unit, pack, denial,
// allergen, share of a material, warning and certificate, found in the Chinese or not;
// and claims that were added.
type FactSheet struct {
	Lines []SheetLine  `json:"lines"`
	Added []AddedClaim `json:"added,omitempty"`
}

// Found is how many facts the listing has.
func (f FactSheet) Found() int {
	n := 0
	for _, line := range f.Lines {
		if line.Found {
			n++
		}
	}
	return n
}

// Sheet makes the fact sheet of a product's listing in a locale.
func (l *Language) Sheet(ctx context.Context, p *catalog.Product, to catalog.Locale) (FactSheet, error) {
	facts, err := Facts(ctx, p, l)
	if err != nil {
		return FactSheet{}, err
	}
	listing := p.Listing(to)
	if listing == nil {
		listing = &catalog.Listing{Locale: to}
	}
	text := listingText(listing)
	if to == catalog.TraditionalChinese {
		if text, err = l.script.Simplified(text); err != nil {
			return FactSheet{}, err
		}
	}
	var sheet FactSheet
	for _, f := range facts {
		if l.mustBeKept(f) {
			sheet.Lines = append(sheet.Lines, SheetLine{f, said(f, text)})
		}
	}
	sheet.Added = l.added(text, p)
	return sheet, nil
}

// listingText is all that a shopper reads of a listing.
func listingText(l *catalog.Listing) string {
	parts := []string{l.Title, plain(l.Description), strings.Join(l.SellingPoints, "\n")}
	for _, m := range []map[string]string{l.Options, l.Attributes} {
		for source, text := range m {
			parts = append(parts, source, text)
		}
	}
	return strings.Join(parts, "\n")
}

// mustBeKept reports whether a fact is one of those that a buyer may suffer from when it
// is lost.
func (l *Language) mustBeKept(f Fact) bool {
	switch f.Kind {
	case MeasureFact, PackFact, CautionFact, OfficialFact:
		return true
	}
	low := strings.ToLower(f.English)
	for _, t := range l.lex.Tokens(low) {
		if l.lex.Kinds[t.Low].Has(words.Negation | words.NegationBehind) {
			return true
		}
	}
	return strings.ContainsAny(low, "0123456789%")
}

var digits = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// said reports whether a text has a fact: its Chinese, or else the numbers of it, as they
// were converted or as they were.
func said(f Fact, text string) bool {
	if f.Chinese != "" && strings.Contains(text, f.Chinese) {
		return true
	}
	if f.Certainty == OpenFact || f.Certainty == Unused {
		return false
	}
	for _, from := range []string{f.Chinese, f.English} {
		numbers := digits.FindAllString(from, -1)
		all := len(numbers) > 0
		for _, n := range numbers {
			all = all && hasNumber(text, n)
		}
		if all {
			return true
		}
	}
	return false
}

// hasNumber reports whether a number is in a text by itself: 5 is not in 15 or 5.2.
func hasNumber(text, number string) bool {
	for _, at := range digits.FindAllString(text, -1) {
		if at == number {
			return true
		}
	}
	return false
}

// added lists the claims of a text for which no English is in the product.
func (l *Language) added(text string, p *catalog.Product) []AddedClaim {
	english := l.stems(p)
	var list []AddedClaim
	for _, c := range l.claims {
		if !strings.Contains(text, c.chinese) {
			continue
		}
		known := false
		for _, word := range c.english {
			known = known || strings.Contains(english, " "+word+" ")
		}
		if !known {
			list = append(list, AddedClaim{c.chinese, c.gloss})
		}
	}
	return list
}

// claim is Chinese that says something of goods which the English must say too.
type claim struct {
	chinese string
	gloss   string
	english []string // stems of which one must be in the product
}
