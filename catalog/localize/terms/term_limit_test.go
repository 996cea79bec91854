package terms

import (
	"errors"
	"strings"
	"testing"
)

// TestTermOfExactlyTheLimit: each text of a term may be as long as the limit, and no byte
// longer.
func TestTermOfExactlyTheLimit(t *testing.T) {
	for name, set := range map[string]func(*Term, string){
		"English":     func(t *Term, s string) { t.English = s },
		"simplified":  func(t *Term, s string) { t.Hans = s },
		"traditional": func(t *Term, s string) { t.Hant = s },
		"note":        func(t *Term, s string) { t.Note = s },
	} {
		for length, want := range map[int]error{maxTermText: nil, maxTermText + 1: errTermTooLong} {
			term := Term{English: "mug", Hans: "杯", Part: Noun, Status: Preferred}
			set(&term, strings.Repeat("m", length))
			if err := term.validate(); !errors.Is(err, want) {
				t.Errorf("%s of %d bytes: got %v, want %v", name, length, err, want)
			}
		}
	}
}
