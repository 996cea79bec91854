package sentences

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"tradewind.app/catalog/localize/words"
)

// element is one part of a pattern.
type element struct {
	stem string      // of a word, or a sign
	slot string      // the name of a slot, or empty
	ways [][]element // one of these; an empty way is nothing at all
}

var errBadPattern = errors.New("the pattern is not well formed")

// signs are the characters of a pattern that are no words of it.
const signs = "[](){}|"

var pieces = regexp.MustCompile(`\{[a-z]+[0-9]?\}|[\[\]()|]|[^\s\[\](){}|]+`)

// silent are the signs that make no difference to what a sentence says: a comma may be
// there or not, and so may brackets round a part.
const silent = ",;!()[]\"“”*•®™"

// said are the tokens of a sentence without those signs.
func said(ts []words.Token) []words.Token {
	var list []words.Token
	for _, t := range ts {
		if t.Kind != words.SignToken || !strings.Contains(silent, t.Text) {
			list = append(list, t)
		}
	}
	return list
}

// parse reads a pattern.
func parse(lx *words.Lexicon, text string) ([]element, error) {
	p := parser{lx: lx, pieces: pieces.FindAllString(text, -1)}
	if strings.Join(p.pieces, "") != strings.Join(strings.Fields(text), "") {
		return nil, fmt.Errorf("%w: %q", errBadPattern, text)
	}
	list, err := p.sequence("")
	if err != nil || p.at < len(p.pieces) || len(list) == 0 {
		return nil, fmt.Errorf("%w: %q", errBadPattern, text)
	}
	return list, nil
}

// parser reads the pieces of a pattern.
type parser struct {
	lx     *words.Lexicon
	pieces []string
	at     int
}

// sequence reads elements up to one of the closing signs, which stays.
func (p *parser) sequence(closing string) ([]element, error) {
	var list []element
	for p.at < len(p.pieces) {
		piece := p.pieces[p.at]
		switch {
		case closing != "" && strings.Contains(closing, piece):
			return list, nil
		case piece == "[" || piece == "(":
			e, err := p.ways(piece)
			if err != nil {
				return nil, err
			}
			list = append(list, e)
			continue
		case strings.Contains(signs, piece):
			return nil, errBadPattern
		case strings.HasPrefix(piece, "{"):
			list = append(list, element{slot: strings.Trim(piece, "{}")})
		default:
			for _, t := range said(p.lx.Tokens(piece)) {
				list = append(list, element{stem: t.Stem})
			}
		}
		p.at++
	}
	if closing != "" {
		return nil, errBadPattern
	}
	return list, nil
}

// ways reads (one|another), or [one|another] of which none needs to be there.
func (p *parser) ways(open string) (element, error) {
	shut := map[string]string{"(": ")", "[": "]"}[open]
	var e element
	if open == "[" {
		e.ways = append(e.ways, nil)
	}
	for {
		p.at++
		way, err := p.sequence("|" + shut)
		if err != nil {
			return e, err
		}
		if len(way) == 0 {
			return e, errBadPattern
		}
		e.ways = append(e.ways, way)
		if p.pieces[p.at] == shut {
			p.at++
			return e, nil
		}
	}
}
