package localize

import "strings"

// irregular are the plurals that no rule makes, as they stand in shops.
var irregular = map[string]string{
	"knives": "knife", "leaves": "leaf", "shelves": "shelf", "loaves": "loaf", "scarves": "scarf", "halves": "half",
	"children": "child", "women": "woman", "men": "man", "mens": "man", "womens": "woman", "people": "person", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
}

// stem brings a lower-case word and its plural or possessive to one form. The
// form need not be a word ("shoe" and "shoes" are "sho"): both sides of every
// comparison go through it.
func stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	if s, ok := irregular[w]; ok {
		return s
	}
	switch {
	case len(w) <= 3 || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "y"
	case hasAnySuffix(w, "sses", "xes", "ches", "shes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		w = w[:len(w)-1]
	}
	if strings.HasSuffix(w, "oe") {
		return w[:len(w)-1]
	}
	return w
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
