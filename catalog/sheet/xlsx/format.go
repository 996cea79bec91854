package xlsx

import (
	"bytes"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// style is what a cell's number format means to a catalogue. It is worked out
// once per style, never per cell.
type style struct {
	date   bool
	pad    string       // a format of zeros and marks alone: 00000, 0000-00
	format *grid.Format // nil for General
}

// parseFormat reads a number format code (ECMA-376 part 1, 18.8.31). Only its
// first section counts: the rest are for negative numbers, zero and text.
func parseFormat(code string) style {
	if strings.EqualFold(code, "General") || code == "" || code == "@" {
		return style{}
	}
	p := formatParser{rest: code, decimals: -1}
	p.section()
	switch {
	case p.elapsed:
		return style{} // 60 hours are no date
	case p.date:
		return style{date: true}
	case p.padded():
		return style{pad: p.digits.String()}
	}
	return style{format: &grid.Format{
		Currency: p.currency, Prefix: strings.TrimSpace(p.prefix.String()), Suffix: strings.TrimSpace(p.suffix.String()),
		Percent: p.percent, Decimals: p.decimals,
	}}
}

// formatParser takes a format code apart.
type formatParser struct {
	rest           string
	digits         strings.Builder // placeholders, with the marks between them
	prefix, suffix strings.Builder // literal text before and behind them
	currency       string
	date, percent  bool
	elapsed        bool // [h]: hours that do not end at 24
	scaled         bool // exponent, fraction or grouping: no code looks like that
	decimals       int
}

func (p *formatParser) section() {
	for p.rest != "" && p.rest[0] != ';' {
		c := p.rest[0]
		p.rest = p.rest[1:]
		switch c {
		case '"':
			var text string
			text, p.rest, _ = strings.Cut(p.rest, `"`)
			p.literal(text)
		case '\\':
			p.literal(p.take())
		case '_', '*':
			p.take() // the width of a character, or a character to fill with
		case '[':
			var text string
			text, p.rest, _ = strings.Cut(p.rest, "]")
			p.bracket(text)
		default:
			p.mark(c)
		}
	}
}

// take cuts the next character off.
func (p *formatParser) take() string {
	for i := range p.rest {
		if i > 0 {
			c := p.rest[:i]
			p.rest = p.rest[i:]
			return c
		}
	}
	c := p.rest
	p.rest = ""
	return c
}

// literal is text that the format adds.
func (p *formatParser) literal(text string) {
	switch {
	case p.digits.Len() == 0:
		p.prefix.WriteString(text)
	case strings.Trim(text, "- ") == "" && strings.ContainsAny(p.rest, "0#"):
		p.digits.WriteString(text)
	default:
		p.suffix.WriteString(text)
	}
}

// mark is a character outside quotes.
func (p *formatParser) mark(c byte) {
	switch c {
	case '0', '#', '?':
		p.digits.WriteByte(c)
		p.scaled = p.scaled || c != '0'
		if p.decimals >= 0 {
			p.decimals++
		}
	case '.':
		p.decimals, p.scaled = 0, true
	case ',', 'E', 'e', '/':
		p.scaled = p.scaled || p.digits.Len() > 0
	case '%':
		p.percent = true
	case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
		p.date = true
	default:
		p.literal(string([]byte{c}) + p.continuation(c))
	}
}

// continuation is the rest of a character of several bytes, such as ¥.
func (p *formatParser) continuation(c byte) string {
	if c < 0x80 {
		return ""
	}
	n := 0
	for n < len(p.rest) && p.rest[n]&0xC0 == 0x80 {
		n++
	}
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return text
}

// bracket is a currency ([$¥-804]), an elapsed time ([h]), a colour or a condition.
func (p *formatParser) bracket(text string) {
	if lower := strings.ToLower(text); lower != "" && (strings.Trim(lower, "h") == "" || strings.Trim(lower, "m") == "" || strings.Trim(lower, "s") == "") {
		p.elapsed = true
	}
	if sign, ok := strings.CutPrefix(text, "$"); ok {
		sign, locale, _ := strings.Cut(sign, "-")
		if currency := currencyOf(sign, locale); currency != "" {
			p.currency = currency
			return
		}
		p.literal(sign)
	}
}

// padded reports whether the format is that of a code: two zeros at least, and
// nothing but zeros and marks.
func (p *formatParser) padded() bool {
	return !p.scaled && !p.percent && p.currency == "" && p.prefix.Len() == 0 && p.suffix.Len() == 0 &&
		strings.Count(p.digits.String(), "0") > 1
}

// currencyOf says the currency of [$sign-locale], where that leaves no doubt:
// the locale is a Windows language identifier (MS-LCID), hexadecimal.
func currencyOf(sign, locale string) string {
	sign = strings.TrimSpace(sign)
	if catalog.KnownCurrency(sign) {
		return sign
	}
	locale = strings.TrimLeft(strings.ToUpper(locale), "0")
	if len(locale) > 4 {
		locale = locale[len(locale)-4:]
	}
	return signCurrencies[sign][locale]
}

var signCurrencies = map[string]map[string]string{
	"$": {"409": "USD", "1009": "CAD", "C0C": "CAD", "C09": "AUD", "C04": "HKD", "404": "TWD", "1004": "SGD", "1409": "NZD", "80A": "MXN"},
	"¥": {"804": "CNY", "411": "JPY"},
	"￥": {"804": "CNY", "411": "JPY"},
	"£": {"809": "GBP"},
	"€": {
		"": "EUR", "1": "EUR", "2": "EUR", "407": "EUR", "40C": "EUR", "410": "EUR", "C0A": "EUR", "40A": "EUR",
		"413": "EUR", "813": "EUR", "80C": "EUR", "816": "EUR", "C07": "EUR", "1809": "EUR", "40B": "EUR",
	},
}

// padNumber writes digits into a format of zeros: 123 in 00000 is 00123. It
// reports false for what is no whole number or does not fit.
func padNumber(digits []byte, pad string) (string, bool) {
	if bytes.IndexByte(digits, '.') >= 0 || len(digits) > 0 && digits[0] == '-' {
		return "", false
	}
	out := make([]byte, 0, len(pad)+len(digits))
	n := len(digits)
	for i := len(pad) - 1; i >= 0; i-- {
		switch {
		case pad[i] != '0':
			out = append(out, pad[i])
		case n > 0:
			n--
			out = append(out, digits[n])
		default:
			out = append(out, '0')
		}
	}
	for ; n > 0; n-- {
		out = append(out, digits[n-1])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out), true
}
