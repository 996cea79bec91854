package terms

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Review says who read a line of a shipped table and vouches for its Chinese, which
// nobody does who wrote it. The zero Review is that of a line nobody has read.
type Review struct {
	Person bool   // a person, and no program
	Reader string // the name, such as "second reader"
	On     string // the day, as 2026-12-01
}

// Done reports whether somebody reviewed the line.
func (r Review) Done() bool { return r.Reader != "" }

var errBadReview = errors.New("the review is not as in person:NAME 2026-12-01 or program:NAME 2026-12-01")

// ParseReview reads the cell of a table: empty, or "person:NAME 2026-12-01", or
// "program:NAME 2026-12-01".
func ParseReview(cell string) (Review, error) {
	if cell == "" {
		return Review{}, nil
	}
	kind, rest, _ := strings.Cut(cell, ":")
	at := strings.LastIndex(rest, " ")
	if kind != "person" && kind != "program" || at <= 0 {
		return Review{}, fmt.Errorf("%w: %q", errBadReview, cell)
	}
	if _, err := time.Parse(time.DateOnly, rest[at+1:]); err != nil {
		return Review{}, fmt.Errorf("%w: %q", errBadReview, cell)
	}
	return Review{Person: kind == "person", Reader: rest[:at], On: rest[at+1:]}, nil
}
