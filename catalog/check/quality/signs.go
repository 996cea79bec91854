package quality

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check"
)

// traditionals finds characters of Traditional Chinese in a Simplified text.
func (f *finder) traditionals() {
	if _, to, _ := f.text.Field.Locale(); to != catalog.SimplifiedChinese || f.han == 0 {
		return
	}
	var found []rune
	for _, r := range f.plain {
		if f.traditional[r] != 0 && !slices.Contains(found, r) && !strings.ContainsRune(f.context.brand, r) {
			found = append(found, r)
		}
	}
	if len(found) == 0 {
		return
	}
	fix := f.text.Reword(func(s string) string {
		return strings.Map(func(r rune) rune {
			if slices.Contains(found, r) {
				return f.traditional[r]
			}
			return r
		}, s)
	})
	f.warn("quality-traditional", fix, "words", string(found))
}

// widths are the full-width signs of those that Chinese does not use behind its characters.
var widths = map[rune]rune{',': '，', '!': '！', '?': '？', ':': '：', ';': '；'}

// punctuation finds half-width signs behind Chinese characters, and signs that are doubled.
func (f *finder) punctuation() {
	var found []string
	fix := f.text.Reword(func(s string) string {
		var b strings.Builder
		var last rune
		for i, r := range s {
			wide, isHalf := widths[r]
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			switch {
			case isHalf && isHan(last) && !(f.text.HTML && r == ';') && !(next == '/' && r == ':'):
				found = append(found, string(last)+string(r))
				r = wide
			case r == last && strings.ContainsRune("，。、；：", r):
				found = append(found, string(r)+string(r))
				continue
			}
			b.WriteRune(r)
			last = r
		}
		return b.String()
	})
	if len(found) > 0 {
		f.warn("quality-punctuation", fix, "words", strings.Join(slices.Compact(found), " "))
	}
}

// closers are the brackets and quotes that close, by those that open. Wide and narrow round
// ones may close each other.
var closers = map[rune]rune{'（': ')', '(': ')', '【': '】', '[': ']', '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』', '〔': '〕', '{': '}'}

// unpaired finds brackets and quotes without the other one.
func (f *finder) unpaired() {
	var open []rune
	var wrong []rune
	var last rune
	for _, r := range f.plain {
		if r == '）' {
			r = ')'
		}
		switch {
		case isOpener(r):
			open = append(open, r)
		case r == '’' && last < 0x250 && unicode.IsLetter(last): // an apostrophe
		case isCloser(r):
			if n := len(open); n > 0 && closers[open[n-1]] == r {
				open = open[:n-1]
			} else if !(r == ')' && (unicode.IsDigit(last) || last < 0x80 && unicode.IsLetter(last))) { // 1) 2) a)
				wrong = append(wrong, r)
			}
		case r == '\n':
			wrong, open = append(wrong, open...), open[:0]
		}
		last = r
	}
	if wrong = append(wrong, open...); len(wrong) > 0 {
		f.warn("quality-unpaired", f.text.Body, "words", string(wrong))
	}
}

func isOpener(r rune) bool {
	return (r < 0x80 || r > 0x2000) && strings.ContainsRune("（([{【《〈“‘「『〔", r)
}

// allClosers are the closing signs.
const allClosers = ")】]》〉”’」』〕}"

func isCloser(r rune) bool { return (r < 0x80 || r > 0x2000) && strings.ContainsRune(allClosers, r) }

// markup finds tags and entities in texts that are no HTML, and tags of HTML that are not
// closed.
func (f *finder) markup() {
	if !f.text.HTML {
		if found := tagsIn(f.text.Body); found != "" {
			fix := check.Text{Body: f.text.Body, HTML: true}.Plain()
			f.warn("quality-markup", strings.Join(strings.Fields(fix), " "), "words", found)
		}
		return
	}
	if found := unclosed(f.text.Body); found != "" {
		f.warn("quality-tags", f.text.Body, "words", found)
	}
}

// tagsIn is the first tag or entity of a text, "" for none.
func tagsIn(s string) string {
	for i, r := range s {
		rest := s[i:]
		switch {
		case r == '<' && len(rest) > 2 && (rest[1] == '/' || rest[1] < 0x80 && unicode.IsLetter(rune(rest[1]))):
			if end := strings.IndexByte(rest, '>'); end > 0 && end < 200 {
				return rest[:end+1]
			}
		case r == '&':
			if end := strings.IndexByte(rest, ';'); end > 2 && end < 9 && strings.Trim(rest[1:end], "#abcdefghijklmnopqrstuvwxyz0123456789") == "" {
				return rest[:end+1]
			}
		}
	}
	return ""
}

// voidTags have no end.
var voidTags = map[string]bool{"br": true, "img": true, "hr": true, "wbr": true, "input": true, "meta": true, "link": true, "source": true, "col": true, "": true, "--": true}

// looseTags may be left open.
var looseTags = map[string]bool{"p": true, "li": true, "td": true, "tr": true, "th": true, "dd": true, "dt": true, "option": true, "tbody": true, "thead": true}

// unclosed is the first tag of HTML that is not closed, or closes nothing.
func unclosed(body string) (found string) {
	var open []string
	check.Runs(body, func(string) {}, func(tag string) {
		name := check.TagName(tag)
		switch {
		case found != "" || voidTags[name] || strings.HasPrefix(tag, "<!") || strings.HasSuffix(tag, "/>"):
		case !strings.HasSuffix(tag, ">") && name != "script" && name != "style":
			found = tag[:min(len(tag), 20)]
		case !strings.HasPrefix(tag, "</"):
			open = append(open, name)
		default:
			at := len(open) - 1
			for at >= 0 && open[at] != name && looseTags[open[at]] {
				at--
			}
			if at < 0 || open[at] != name {
				found = tag
				return
			}
			open = open[:at]
		}
	})
	for _, name := range open {
		if found == "" && !looseTags[name] {
			found = "<" + name + ">"
		}
	}
	return strings.ToValidUTF8(found, "")
}

// characters finds characters that nobody sees, and those that stand for one that could not
// be read.
func (f *finder) characters() {
	hidden := func(r rune) bool {
		return r == 0xfffd || r == 0x200b || r == 0xfeff || r == 0xad || r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0x7f && r < 0xa0 || r >= 0xe000 && r < 0xf900
	}
	if i := strings.IndexFunc(f.plain, hidden); i >= 0 {
		r, _ := utf8.DecodeRuneInString(f.plain[i:])
		fix := f.text.Body
		if r != 0xfffd && r < 0xe000 || r == 0xfeff {
			fix = f.text.Reword(func(s string) string {
				return strings.Map(func(r rune) rune {
					if hidden(r) {
						return -1
					}
					return r
				}, s)
			})
		}
		f.warn("quality-characters", fix, "words", strings.ToUpper(hex(r)))
	}
}

func hex(r rune) string {
	const digits = "0123456789abcdef"
	s := ""
	for ; r > 0 || len(s) < 4; r >>= 4 {
		s = string(digits[r&15]) + s
	}
	return "u+" + s
}
