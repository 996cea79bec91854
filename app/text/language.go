package text

import "strings"

// Language is a language that messages are written in.
type Language string

// The languages of the interface. The value is the BCP 47 tag that --lang takes.
const (
	English Language = "en"
	Chinese Language = "zh-Hans"
)

// ParseLanguage reads a tag as a person or a system writes it: "zh_CN.UTF-8",
// "zh-CHT", "en". It reports false for languages without messages.
//
// Only the first subtag is looked at. A full parser is no better here: it reads
// the old zh-CHT as another language without an error, and it refuses the
// codeset that LANG carries. Readers of Traditional Chinese get Simplified,
// which is nearer to them than English.
func ParseLanguage(tag string) (Language, bool) {
	tag, _, _ = strings.Cut(tag, ".")
	tag, _, _ = strings.Cut(tag, "@")
	first, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	switch first {
	case "en":
		return English, true
	case "zh", "cmn", "yue", "wuu":
		return Chinese, true
	}
	return "", false
}

// Detect returns the language that the environment asks for: the first that is
// set of LC_ALL, LC_MESSAGES and LANG decides (POSIX, Base Definitions 8.2).
func Detect(getenv func(string) string) Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if tag := getenv(name); tag != "" {
			if lang, ok := ParseLanguage(tag); ok {
				return lang
			}
			return English
		}
	}
	return English
}
