package quality

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog"
)

// numbers are the values of a source.
type numbers struct {
	sorted []float64
	exact  map[float64]bool
}

// wordNumbers are numbers that English writes as words.
var wordNumbers = map[string]float64{
	"half": 0.5, "one": 1, "single": 1, "two": 2, "double": 2, "dual": 2, "twin": 2, "pair": 2, "both": 2, "three": 3, "triple": 3, "four": 4, "quad": 4, "five": 5,
	"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100, "pure": 100,
	"quarter": 0.25, "all": 100, "first": 1, "second": 2, "third": 3,
}

// sourceNumbers reads the numbers of English texts.
func sourceNumbers(s string) *numbers {
	n := &numbers{exact: map[float64]bool{}}
	for _, one := range numbersIn(s) {
		n.exact[one.value] = true
	}
	for i := 0; i < len(s); i++ { // 1/2, 1 1/2
		if s[i] == '/' && i > 0 && i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1]) {
			n.fraction(s, i)
		}
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if value, ok := wordNumbers[word]; ok {
			n.exact[value] = true
		}
	}
	for sign, value := range map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75} {
		if strings.Contains(s, sign) {
			n.exact[value] = true
		}
	}
	for value := range n.exact {
		n.sorted = append(n.sorted, value)
	}
	slices.Sort(n.sorted)
	return n
}

// fraction notes the fraction whose bar is at a byte, also with the whole before it.
func (n *numbers) fraction(s string, bar int) {
	from, to := bar, bar+1
	for from > 0 && isDigit(s[from-1]) {
		from--
	}
	for to < len(s) && isDigit(s[to]) {
		to++
	}
	above, _ := strconv.ParseFloat(s[from:bar], 64)
	below, _ := strconv.ParseFloat(s[bar+1:to], 64)
	if below == 0 {
		return
	}
	n.exact[above/below] = true
	whole := strings.TrimRight(s[:from], " -")
	if list := numbersIn(whole[max(0, len(whole)-4):]); len(list) > 0 && list[len(list)-1].end == len(whole[max(0, len(whole)-4):]) {
		n.exact[list[len(list)-1].value+above/below] = true
	}
}

// has reports whether a number is one of the source, as it is or converted. digits is how
// many decimals it is written with: it may be rounded to them.
func (n *numbers) has(v float64, digits int, factors []float64) bool {
	if n.exact[v] {
		return true
	}
	rounding := 0.5 * math.Pow10(-digits)
	near := func(x float64) bool { return math.Abs(x-v) <= max(rounding*1.001, 0.02*v) }
	for _, f := range factors {
		at, _ := slices.BinarySearch(n.sorted, v/f)
		for i := max(0, at-1); i < min(len(n.sorted), at+2); i++ {
			if near(n.sorted[i] * f) {
				return true
			}
		}
	}
	for _, x := range n.sorted { // degrees Fahrenheit
		if near((x-32)/1.8) || near((-x-32)/1.8) || near(-(x-32)/1.8) || near(-(-x-32)/1.8) {
			return true
		}
	}
	return n.isProduct(v)
}

// mostFactors bounds the numbers whose products are looked at.
const mostFactors = 40

// isProduct reports whether a number is the product of two, as the pieces of packs are, or
// their sum.
func (n *numbers) isProduct(v float64) bool {
	if len(n.sorted) > mostFactors {
		return true // of so many numbers some product fits any
	}
	for i, a := range n.sorted {
		for _, b := range n.sorted[i:] {
			if a*b == v || a+b == v {
				return true
			}
		}
	}
	return false
}

// written is a number as a text has it.
type written struct {
	value      float64
	digits     int // behind the point
	start, end int // bytes
}

// numbersIn reads the numbers in digits of a text.
func numbersIn(s string) (list []written) {
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			i++
			continue
		}
		end, point := i, -1
		for end < len(s) && (isDigit(s[end]) || (s[end] == '.' || s[end] == ',') && end+1 < len(s) && isDigit(s[end+1])) {
			if s[end] == '.' {
				point = end
			}
			end++
		}
		if value, err := strconv.ParseFloat(strings.ReplaceAll(s[i:end], ",", ""), 64); err == nil {
			digits := 0
			if point >= 0 {
				digits = end - point - 1
			}
			list = append(list, written{value, digits, i, end})
		}
		i = end
	}
	return list
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// mostHanPerWord is how many Chinese characters a text may have for each English word: one
// with more says what the English does not, and its numbers come from elsewhere.
const mostHanPerWord = 5

// leastWords is how many words English has that says something of a product.
const leastWords = 3

// sourceless finds numbers of a text that the product does not have, and those that a
// person's translation of an option or attribute lost.
func (f *finder) sourceless() {
	list := numbersIn(f.plain)
	if f.context.numbers == nil {
		f.context.numbers = sourceNumbers(f.context.english)
	}
	words := f.context.words
	if f.text.Source != "" && !f.text.HTML {
		words = countWords(f.text.Source)
	}
	var strange []string
	if f.context.words >= leastWords && f.han <= mostHanPerWord*max(words, 1) {
		for _, n := range list {
			if !f.isName(n) && !f.context.numbers.has(n.value, n.digits, f.factors) {
				strange = append(strange, f.plain[n.start:n.end])
			}
		}
	}
	if len(strange) > 0 {
		f.warn("quality-number", f.text.Body, "words", strings.Join(slices.Compact(strange), " "))
	}
	f.lost(list)
}

// lost finds numbers that a person's translation lost.
func (f *finder) lost(have []written) {
	name, _, _ := f.text.Field.Locale()
	if !f.text.Mine || f.text.Source == "" || f.text.HTML || strings.ContainsAny(f.plain, "一二两三四五六七八九十半双") {
		return
	}
	severity := catalog.Warning
	if name == catalog.ListingTitle {
		severity = catalog.Info // a title leaves out what does not fit
	}
	there := sourceNumbers(f.plain)
	var gone []string
	for _, n := range numbersIn(f.text.Source) {
		if n.value != 1 && !there.has(n.value, n.digits, f.factors) {
			gone = append(gone, f.text.Source[n.start:n.end])
		}
	}
	if len(gone) > 0 && (len(have) == 0 || name != catalog.ListingOptions) { // sizes are converted by tables
		f.add(f.text.Problem("quality-number-lost", severity, "words", strings.Join(gone, " ")))
	}
}

// notCounted are what follows numbers that are converted by tables of sizes or name a thing.
var notCounted = []string{"码", "号", "年", "月", "日", "级", "#", "代", "目", "不锈钢", "度角"}

// isName reports whether a number is part of a name, a size or a date, or says one.
func (f *finder) isName(n written) bool {
	before, _ := utf8.DecodeLastRuneInString(f.plain[:n.start])
	after, _ := utf8.DecodeRuneInString(f.plain[n.end:])
	rest := strings.TrimLeft(f.plain[n.end:], " ")
	switch {
	case n.value <= 1, before < 0x250 && unicode.IsLetter(before), before == '/', before == '-' && n.start > 1 && unicode.IsLetter(rune(f.plain[n.start-2])):
		return true
	case after == '/', after == '-' && n.end+1 < len(f.plain) && f.plain[n.end+1] < 0x80 && unicode.IsLetter(rune(f.plain[n.end+1])):
		return true
	}
	for _, word := range notCounted {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return f.isStandard(n.start)
}

// isStandard reports whether a number is that of a standard: GB 4806.9.
func (f *finder) isStandard(start int) bool {
	before := strings.TrimRight(f.plain[:start], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	return len(before) < start && last < 0x80 && unicode.IsUpper(last)
}
