package sizes

import (
	"regexp"
	"strings"
)

var (
	shoeNumber = regexp.MustCompile(`^(\d{1,2}(?:\.5| 1/2)?)(?:[-/](\d{1,2}(?:\.5| 1/2)?))?$`)
	system     = regexp.MustCompile(`^(?:(us|usa|eu|eur|euro|uk|cn) )?(.+?)(?: (us|usa|eu|eur|euro|uk|cn))?$`)
	glued      = regexp.MustCompile(`^(us|eu|uk)(\d.*)$`)
	kidsNumber = regexp.MustCompile(`^(\d{1,2}(?:\.5)?) ?([cykt])$`)
	numberTail = regexp.MustCompile(`^(\d{1,2}(?:\.5| 1/2)?(?:-\d{1,2}(?:\.5)?)?)[ (]*(.+?)\)?$`)
	manOrWoman = regexp.MustCompile(`^(m|w|men|women|men's|women's|mens|womens) ?(\d[\d.]*)[/ ,]+(m|w|men|women|men's|women's|mens|womens) ?(\d[\d.]*)$`)
	twoSystems = regexp.MustCompile(`^(us|uk|eu|) ?(\d{1,2}(?:\.5| 1/2)?)[ (/]+(us|uk|eu) ?(\d{1,2}(?:\.5)?)\)?$`)
	initialed  = regexp.MustCompile(`^([mw]) ?(\d{1,2}(?:\.5)?)$`)
	behindMan  = regexp.MustCompile(`^(\d[\d.]*) ?(m|w|men|women|men's|women's|mens|womens)[/ ,]+(\d[\d.]*) ?(m|w|men|women|men's|women's|mens|womens)$`)
)

// systems are the Chinese names of systems of sizes.
var systems = map[string]string{"": "美码", "us": "美码", "usa": "美码", "eu": "欧码", "eur": "欧码", "euro": "欧码", "uk": "英码", "cn": "中国码"}

// smallestEuropean is the least number that no US size of shoes has.
const smallestEuropean = "20"

// shoeSize writes a size of shoes with its width and whom it is for: 美码9（宽）.
func (t *Tables) shoeSize(s size) (string, bool, bool) {
	if !s.kind.has(shoesKind) {
		return "", false, false
	}
	if m := manOrWoman.FindStringSubmatch(s.value); m != nil {
		return forBoth(m[1], m[2], m[3], m[4])
	}
	if m := behindMan.FindStringSubmatch(s.value); m != nil {
		return forBoth(m[2], m[1], m[4], m[3])
	}
	if m := twoSystems.FindStringSubmatch(s.value); m != nil {
		return systems[m[1]] + halves(m[2]) + "/" + systems[m[3]] + halves(m[4]), true, true
	}
	if m := initialed.FindStringSubmatch(s.value); m != nil {
		return map[string]string{"m": "男", "w": "女"}[m[1]] + usSize(m[2]), true, true
	}
	value, rest := t.cutPeople(s.value)
	name, number := systemOf(value)
	text, tail, ok := shoeText(number)
	if !ok {
		return "", false, false
	}
	if tail != "" {
		width := t.width(tail, s.kind)
		if width == "" {
			return "", false, false
		}
		rest = append(rest, width)
	}
	if text.big && name == "" {
		return inBrackets(text.text+"码", rest), true, true // a number of Europe and of China
	}
	return inBrackets(systems[name]+text.text, rest), true, true
}

// forBoth writes a size of men and of women: 男美码8/女美码9.5.
func forBoth(a, first, b, second string) (string, bool, bool) {
	if a[0] == b[0] {
		return "", false, false
	}
	who := map[byte]string{'m': "男", 'w': "女"}
	return who[a[0]] + usSize(first) + "/" + who[b[0]] + usSize(second), true, true
}

// systemOf takes the system that a value names from it.
func systemOf(value string) (name, rest string) {
	if m := glued.FindStringSubmatch(value); m != nil {
		return m[1], m[2]
	}
	m := system.FindStringSubmatch(value)
	if m == nil {
		return "", value
	}
	if m[1] != "" {
		return m[1], m[2]
	}
	return m[3], m[2]
}

// written is a number of a size.
type written struct {
	text string
	big  bool // more than any US size of shoes
}

// shoeText reads the number of a size and what is behind it.
func shoeText(value string) (number written, tail string, ok bool) {
	if m := kidsNumber.FindStringSubmatch(value); m != nil {
		return written{text: m[1] + strings.ToUpper(m[2])}, "", true
	}
	if m := shoeNumber.FindStringSubmatch(value); m != nil {
		first, second := halves(m[1]), halves(m[2])
		return written{span(first, second, ""), isBig(first)}, "", true
	}
	if m := numberTail.FindStringSubmatch(value); m != nil {
		number, _, ok = shoeText(strings.TrimSpace(m[1]))
		return number, strings.Trim(m[2], " ()"), ok
	}
	return written{}, "", false
}

// halves writes 8 1/2 as 8.5.
func halves(number string) string { return strings.Replace(number, " 1/2", ".5", 1) }

func isBig(number string) bool {
	whole, _, _ := strings.Cut(number, ".")
	return len(whole) == 2 && whole >= smallestEuropean
}

// width is the Chinese of a width by whom the shoes are for.
func (t *Tables) width(code string, of kind) string {
	code, _, _ = strings.Cut(strings.TrimSuffix(code, " width"), "(") // B(M) is a B, which is medium
	who := ""
	switch {
	case of.has(womenKind) && !of.has(menKind):
		who = "women"
	case of.has(menKind) && !of.has(womenKind):
		who = "men"
	}
	if zh := t.widths[[2]string{code, who}]; zh != "" {
		return zh
	}
	return t.widths[[2]string{code, ""}]
}

// cutPeople takes the words of whom a size is for from its value.
func (t *Tables) cutPeople(value string) (rest string, people []string) {
	for word, zh := range t.people {
		if after, ok := strings.CutPrefix(value, word+" "); ok {
			return after, []string{zh}
		}
	}
	longest, chinese := "", ""
	for word, zh := range t.people {
		trimmed := strings.TrimSuffix(value, ")")
		if strings.HasSuffix(trimmed, " "+word) || strings.HasSuffix(trimmed, "("+word) {
			if len(word) > len(longest) {
				longest, chinese = word, zh
			}
		}
	}
	if longest == "" {
		return value, nil
	}
	value = strings.TrimSuffix(strings.TrimSuffix(value, ")"), longest)
	return strings.TrimRight(value, " (,"), []string{chinese}
}

// inBrackets adds what is said of a size.
func inBrackets(text string, said []string) string {
	if len(said) == 0 {
		return text
	}
	return text + "（" + strings.Join(said, "，") + "）"
}
