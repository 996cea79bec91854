package law

import (
	"errors"
	"slices"
)

// A pattern is what a table has in its first column: characters, with
//
//	(a|b)   one of several
//	(a|)    a, or nothing
//	…       up to maxGap characters, within a clause
//	：      a colon or comma, or nothing
//	#       a number, in digits or Han
//	*       a number of at least seven digits, as telephones have
//	☎       the number of a mobile telephone in China
//	⌘       an address on the web, or of e-mail
//	@       what names an account: at least four letters, digits or signs
//	&       the same with a digit in it
//
// Patterns are put into one tree: those that begin alike share their beginning.

// maxGap is how many characters a gap has at most.
const maxGap = 6

// The elements that take no character of their own: the gap, and the colon.
const (
	anything = '…'
	colon    = '：'
)

var (
	errBrackets = errors.New("the brackets do not match")
	errStart    = errors.New("a pattern begins with a character")
)

// part is an element of a pattern: a character, or one of several patterns.
type part struct {
	r    rune
	alts [][]part
}

// parse reads a pattern.
func parse(pattern string) ([]part, error) {
	alts, rest, err := alternatives([]rune(pattern))
	if err != nil || len(rest) > 0 {
		return nil, errors.Join(errBrackets, err)
	}
	list := []part{{alts: alts}}
	if mayStartEmpty(list) {
		err = errStart
	}
	return list, err
}

// alternatives reads what comes until the end or a closing bracket.
func alternatives(p []rune) (list [][]part, rest []rune, err error) {
	var now []part
	for len(p) > 0 {
		switch r := p[0]; r {
		case ')':
			return append(list, now), p, nil
		case '|':
			list, now, p = append(list, now), nil, p[1:]
		case '(':
			inner, after, err := alternatives(p[1:])
			if err != nil || len(after) == 0 {
				return nil, nil, errors.Join(errBrackets, err)
			}
			now, p = append(now, part{alts: inner}), after[1:]
		default:
			now, p = append(now, part{r: r}), p[1:]
		}
	}
	return append(list, now), nil, nil
}

// mayStartEmpty reports whether a pattern can begin with a gap, or be empty.
func mayStartEmpty(list []part) bool {
	for _, one := range list {
		if one.alts == nil {
			return one.r == anything
		}
		if !slices.ContainsFunc(one.alts, mayStartEmpty) {
			return false
		}
	}
	return true
}

// node is a place in the tree of all sequences.
type node struct {
	next    map[rune]*node
	special []special
	gap     *node
	colon   *node
	joins   []*node  // where patterns go on whose alternatives end here
	entries []*entry // that end here
}

// special is an element that more than one character can be.
type special struct {
	kind rune
	node *node
}

// add puts a pattern into the tree below n and returns where it ends.
func (n *node) add(list []part) *node {
	for _, one := range list {
		switch len(one.alts) {
		case 0:
			n = n.child(one.r)
		case 1:
			n = n.add(one.alts[0])
		default:
			join := &node{}
			for _, alt := range one.alts {
				end := n.add(alt)
				end.joins = append(end.joins, join)
			}
			n = join
		}
	}
	return n
}

func (n *node) child(r rune) *node {
	switch r {
	case anything:
		return made(&n.gap)
	case colon:
		return made(&n.colon)
	}
	if ends[r] != nil {
		i := slices.IndexFunc(n.special, func(s special) bool { return s.kind == r })
		if i < 0 {
			i, n.special = len(n.special), append(n.special, special{r, &node{}})
		}
		return n.special[i].node
	}
	if n.next == nil {
		n.next = map[rune]*node{}
	}
	child := n.next[r]
	if child == nil {
		child = &node{}
		n.next[r] = child
	}
	return child
}

func made(at **node) *node {
	if *at == nil {
		*at = &node{}
	}
	return *at
}

// walk reports every entry whose pattern goes on at a character. Behind what is no
// character of its own a word may begin: loose is what may be before it.
func (n *node) walk(f *reader, i int, loose joint) {
	for _, e := range n.entries {
		f.report(e, i)
	}
	for _, join := range n.joins {
		join.walk(f, i, loose)
	}
	if n.colon != nil {
		n.colon.walk(f, i, clause)
	}
	if i >= len(f.runes) {
		return
	}
	if child := n.next[f.runes[i]]; child != nil && (f.joins(i) || loose > joined && f.joints[i] <= loose) {
		child.walk(f, i+1, joined)
	}
	if f.joints[i] != stop {
		n.walkSpecial(f, i)
	}
	if n.gap == nil {
		return
	}
	for end := i; end <= min(i+maxGap, len(f.runes)); end++ {
		if end > i && f.joints[end-1] > blank {
			break
		}
		n.gap.walk(f, end, blank)
	}
}

func (n *node) walkSpecial(f *reader, i int) {
	for _, s := range n.special {
		if end := ends[s.kind](f.folded, i); end > i {
			s.node.walk(f, end, blank)
		}
	}
}
