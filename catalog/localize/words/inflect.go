package words

import "strings"

// Stem brings a lower-case word and its plural or possessive to one form. The
// form need not be a word ("shoe" and "shoes" are "sho"): both sides of every
// comparison go through it.
func (lx *Lexicon) Stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	if s, ok := lx.plurals[w]; ok {
		return s
	}
	switch {
	case len(w) <= 3 || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "y"
	case HasAnySuffix(w, "sses", "xes", "ches", "shes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		w = w[:len(w)-1]
	}
	if strings.HasSuffix(w, "oe") {
		return w[:len(w)-1]
	}
	return w
}

func HasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
