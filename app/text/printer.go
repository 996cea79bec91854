package text

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog"
)

// Printer says messages in one language. It has no state and may be shared.
type Printer struct {
	lang   Language
	window bool // see InWindow
}

// For returns the printer of a language; an unknown one speaks English.
func For(l Language) *Printer {
	if l != Chinese {
		l = English
	}
	return &Printer{lang: l}
}

// InWindow is the printer for a reader who has the window before them: where a message
// tells what to do on the command line, the one for the window takes its place.
func (p *Printer) InWindow() *Printer { return &Printer{lang: p.lang, window: true} }

// windowPrefix begins the code of a message that the window has in place of another.
const windowPrefix = "in-window-"

// message is the one with the code, or the window's in its place.
func (p *Printer) message(code string) (message, bool) {
	if p.window {
		if m, ok := messages()[windowPrefix+code]; ok {
			return m, true
		}
	}
	m, ok := messages()[code]
	return m, ok
}

// Language is the language the printer speaks.
func (p *Printer) Language() Language { return p.lang }

// Say returns the message with the code. args are pairs of name and value; whole
// numbers are written with a comma at each thousand, the rest as
// fmt.Sprint writes it. A code without a message is said as it is.
func (p *Printer) Say(code string, args ...any) string {
	m, ok := p.message(code)
	if !ok {
		return strings.TrimSpace(code + " " + fmt.Sprint(args...))
	}
	return m.in(p.lang).render(pairs(args))
}

// sayWith is Say for arguments that are text already.
func (p *Printer) sayWith(code string, args map[string]string) string {
	m, _ := p.message(code)
	return m.in(p.lang).render(args)
}

// Has reports whether there is a message with the code.
func (p *Printer) Has(code string) bool {
	_, ok := messages()[code]
	return ok
}

// Codes lists the codes of all messages, sorted.
func Codes() []string { return slices.Sorted(maps.Keys(messages())) }

func pairs(args []any) map[string]string {
	if len(args) == 0 {
		return nil
	}
	named := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		named[fmt.Sprint(args[i])] = show(args[i+1])
	}
	return named
}

func show(v any) string {
	switch v := v.(type) {
	case int:
		return Count(int64(v))
	case int64:
		return Count(v)
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// Count writes a number of things with a comma at each thousand, as both
// languages do.
func Count(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Problem returns the sentence of a problem: what is wrong and what to do. A
// proposed text is reported at the end unless the sentence names it itself.
func (p *Printer) Problem(wrong catalog.Problem) string {
	m, ok := p.message(wrong.Code)
	if !ok {
		return p.Say(wrong.Code, wrong.Args)
	}
	args := p.words(wrong.Args)
	args["field"] = p.Field(catalog.Field(wrong.Field))
	args["fix"] = wrong.Fix
	t := m.in(p.lang)
	sentence := t.render(args)
	if _, ours := catalog.LookupField(catalog.Field(wrong.Field)); ours && strings.HasPrefix(sentence, args["field"]) {
		sentence = capital(sentence)
	}
	if column := wrong.Args["column"]; p.Has("feed-column-"+column) && strings.HasPrefix(sentence, args["column"]) {
		sentence = capital(sentence) // a marketplace's own name of a column stays as it is
	}
	if why := wrong.Args["allowed"]; why != "" {
		return sentence + p.Say("problem-accepted", "by", wrong.Args["allowed_by"], "at", wrong.Args["allowed_at"], "reason", why)
	}
	if wrong.Fix == "" || t.names("fix") {
		return sentence
	}
	return sentence + p.Say("proposed", "fix", wrong.Fix)
}

// words says the arguments that are words of programs, the unit "gbk-bytes" by
// the message "unit-gbk-bytes", and counts as counts are written. The rest stay
// as they are.
func (p *Printer) words(args map[string]string) map[string]string {
	said := make(map[string]string, len(args)+2)
	for name, value := range args {
		switch code := name + "-" + value; {
		case name == "column" && args["channel"] != "": // of a feed, not of the merchant's sheet
			value = p.FeedColumn(value)
		case name != "column" && p.Has(code):
			value = p.Say(code)
		}
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && (name == "count" || name == "total") {
			value = Count(n)
		}
		said[name] = value
	}
	return said
}

// Rule says where the rule behind a problem was read, and when; "" for one that
// is no marketplace's. It is not in the sentence: of a thousand problems of a
// channel all have the same.
func (p *Printer) Rule(wrong catalog.Problem) string {
	if wrong.Args["checked"] == "" {
		return ""
	}
	return p.Say("rule", "source", wrong.Args["source"], "checked", wrong.Args["checked"])
}

func (t template) names(arg string) bool {
	for _, p := range t {
		if p.arg == arg {
			return true
		}
	}
	return false
}

// capital begins a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
