package quality

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// placeholderForms are the placeholders of the systems that shops use.
var placeholderForms = regexp.MustCompile(`\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[A-Za-z0-9_.-]+\}|%\([A-Za-z_]+\)[sd]|%[0-9]*\$?[sd]\b|\[\[[^\[\]]+\]\]|%%[A-Z_]+%%`)

// placeholders finds placeholders that are not the source's.
func (f *finder) placeholders() {
	source, isOne := f.text.Source, f.text.Source != ""
	if !strings.ContainsAny(f.text.Body, "{%$[｛") && (!isOne || !strings.ContainsAny(source, "{%$[")) {
		return
	}
	if !isOne {
		source = f.context.english
	}
	have, want := placeholderForms.FindAllString(f.text.Body, -1), placeholderForms.FindAllString(source, -1)
	slices.Sort(have)
	slices.Sort(want)
	var wrong []string
	for _, one := range have {
		if i := slices.Index(want, one); i >= 0 {
			want = slices.Delete(want, i, i+1)
		} else {
			wrong = append(wrong, one)
		}
	}
	if isOne && (!f.text.HTML || f.text.Mine) {
		wrong = append(wrong, want...)
	}
	if len(wrong) > 0 {
		f.warn("quality-placeholder", f.text.Body, "words", strings.Join(wrong, " "))
	}
}

// laughter may be written three times.
const laughter = "哈嘻呵嘿啦嘟咚滴"

// doubled finds words that are there twice in a row, and a title that says one word three
// times.
func (f *finder) doubled() {
	if word, again := tripled(f.plain); word != "" {
		f.warn("quality-doubled", strings.Replace(f.text.Body, again, word, 1), "words", again)
		return
	}
	tokens := strings.FieldsFunc(f.plain, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("，,、/|；;", r) })
	count := map[string]int{}
	for i, token := range tokens {
		count[token]++
		if !isDoublable(token) {
			continue
		}
		if i > 0 && tokens[i-1] == token && strings.Contains(f.text.Body, token+" "+token) {
			f.warn("quality-doubled", strings.Replace(f.text.Body, token+" "+token, token, 1), "words", token+" "+token)
			return
		}
		if f.isTitle() && count[token] == 3 {
			f.warn("quality-doubled", f.text.Body, "words", token)
			return
		}
	}
	if !strings.ContainsAny(f.plain, "0123456789") {
		return
	}
	if unit := doubledUnit(f.plain); unit != "" {
		f.warn("quality-unit-doubled", f.text.Body, "words", unit)
	}
}

// isDoublable reports whether a token is a word: numbers and single letters may be there
// twice.
func isDoublable(token string) bool {
	return len([]rune(token)) >= 2 && strings.ContainsFunc(token, unicode.IsLetter) && !strings.ContainsFunc(token, unicode.IsDigit)
}

// tripled finds a character that is there three times in a row, or a word of three
// characters or more that is there twice.
func tripled(s string) (word, again string) {
	runes := []rune(s)
	for i, r := range runes {
		if !isHan(r) {
			continue
		}
		if i+2 < len(runes) && runes[i+1] == r && runes[i+2] == r && !strings.ContainsRune(laughter, r) {
			end := i + 3
			for end < len(runes) && runes[end] == r {
				end++
			}
			return string(r), string(runes[i:end])
		}
		for n := 3; n <= 8 && i+2*n <= len(runes) && allHan(runes[i:i+n]); n++ {
			if r == runes[i+n] && slices.Equal(runes[i:i+n], runes[i+n:i+2*n]) {
				return string(runes[i : i+n]), string(runes[i : i+2*n])
			}
		}
	}
	return "", ""
}

func allHan(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return !isHan(r) })
}

// doubledUnits are numbers with two units.
var doubledUnits = regexp.MustCompile(`[0-9](毫升|ml|mL|升|L|千克|公斤|毫克|克|kg|mg|g|厘米|毫米|米|cm|mm|英寸|寸|瓦|W|伏|V|毫安时|mAh|片|粒|件|只|个|包|袋|瓶|盒|条|双|支|张) ?(毫升|ml|mL|千克|公斤|毫克|克|kg|厘米|毫米|cm|mm|英寸|寸|瓦|伏|毫安时|mAh|片|粒|件|只|个|包|袋|瓶|盒|条|双|支|张)`)

// measures have, by unit, what it measures: two of one measure in a row are one too many.
var measures = func() map[string]int {
	of := map[string]int{}
	for i, units := range []string{"毫升 ml mL 升 L", "千克 公斤 毫克 克 kg mg g", "厘米 毫米 米 cm mm 英寸 寸", "瓦 W", "伏 V", "毫安时 mAh"} {
		for unit := range strings.FieldsSeq(units) {
			of[unit] = i + 1
		}
	}
	return of
}()

// doubledUnit finds a number with two units of one measure.
func doubledUnit(s string) string {
	for _, m := range doubledUnits.FindAllStringSubmatch(s, -1) {
		if m[1] == m[2] || measures[m[1]] != 0 && measures[m[1]] == measures[m[2]] {
			return m[1] + m[2]
		}
	}
	return ""
}

// places are the regions that Chinese feeds name with the country before them.
var (
	places  = regexp.MustCompile(`(中国|中國)?(台湾|臺灣|台灣|香港|澳门|澳門)(省|产|產|制造|製造|生产|生產|进口|進口|原产|原產|出品|制)`)
	origins = regexp.MustCompile(`(产地|產地|原产国|原产地|原產地|产自|產自|产于|制造于|制造国|国家|国籍|原产)[：: 为是]{0,2}(中国|中國)?(台湾|臺灣|台灣|香港|澳门|澳門)`)
	alone   = regexp.MustCompile(`^\s*(台湾|臺灣|台灣|香港|澳门|澳門)\s*$`)
)

// regions finds 台湾, 香港 and 澳门 as an origin without 中国.
func (f *finder) regions() {
	if f.han == 0 || !strings.ContainsAny(f.plain, "湾灣港") && !strings.Contains(f.plain, "澳") {
		return
	}
	place := ""
	for _, m := range places.FindAllStringSubmatch(f.plain, -1) {
		if m[1] == "" {
			place = m[2]
		}
	}
	for _, m := range origins.FindAllStringSubmatch(f.plain, -1) {
		if m[2] == "" {
			place = m[3]
		}
	}
	if m := alone.FindStringSubmatch(f.plain); m != nil {
		place = m[1]
	}
	if place == "" {
		return
	}
	fix := f.text.Reword(func(s string) string {
		return strings.ReplaceAll(strings.ReplaceAll(s, place, "中国"+place), "中国中国", "中国")
	})
	f.warn("quality-region", fix, "words", place)
}
