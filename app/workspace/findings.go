package workspace

import (
	"encoding/binary"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Findings are what the shop's channels say of each product of a catalogue, in
// some dozen bytes a product: Workspace.Look makes them. They do not change, so
// that they can be read while the next ones are made.
type Findings struct {
	channels []*export.Channel
	entry    int64     // of the history, up to which all changes are in
	reached  int64     // the place up to which products were looked at
	whole    bool      // that is all of them
	products []finding // by place
	examples map[catalog.ProblemKind]example
}

// finding is what was found of one product.
type finding struct {
	place   int64
	id      catalog.ID
	verdict *verdict
	values  []uint64 // see export.Finding
}

// verdict is what is the same for many products.
type verdict struct {
	variants     int
	untranslated bool // has no Chinese listing that is finished
	unread       bool // has a picture that could not be read
	channels     []channelVerdict
}

// channelVerdict is what one channel says.
type channelVerdict struct {
	state    export.Readiness
	coverage export.Coverage
	kinds    []catalog.ProblemKind // each once
}

// example is the problem of a kind as the first product has it.
type example struct {
	place   int64
	problem catalog.Problem
}

// looker looks at one product after another.
type looker struct {
	channels []*export.Channel
	options  export.Options
	script   catalog.Locale
	checkers []*export.Checker
	verdicts map[string]*verdict
	kinds    map[catalog.ProblemKind]uint64 // numbers for the keys of verdicts
	examples map[catalog.ProblemKind]example
	key      []byte
}

func newLooker(channels []*export.Channel, o export.Options, script catalog.Locale) *looker {
	l := &looker{channels: channels, options: o, script: script, verdicts: map[string]*verdict{}, kinds: map[catalog.ProblemKind]uint64{}, examples: map[catalog.ProblemKind]example{}}
	l.renew(nil)
	return l
}

// renew forgets the products that were looked at, but for values that others have.
func (l *looker) renew(expected []uint64) {
	l.checkers = l.checkers[:0]
	for _, c := range l.channels {
		k := c.Checker(l.options)
		k.Expect(expected)
		l.checkers = append(l.checkers, k)
	}
}

// look holds a product against all channels.
func (l *looker) look(place int64, p *catalog.Product) finding {
	f := finding{place: place, id: p.ID}
	v := verdict{variants: len(p.Variants), untranslated: untranslated(p, l.script), channels: make([]channelVerdict, len(l.checkers))}
	for i, checker := range l.checkers {
		found := checker.Find(p)
		c := &v.channels[i]
		c.state, c.coverage = export.ReadinessOf(found.Problems), found.Coverage
		for _, problem := range found.Problems {
			kind := catalog.KindOf(problem)
			if !slices.Contains(c.kinds, kind) {
				c.kinds = append(c.kinds, kind)
				l.note(kind, place, problem)
			}
		}
		v.unread = v.unread || found.Unread
		f.values = append(f.values, found.Values...)
	}
	f.verdict = l.share(v)
	return f
}

// note keeps the problem of the first product.
func (l *looker) note(kind catalog.ProblemKind, place int64, problem catalog.Problem) {
	if have, ok := l.examples[kind]; !ok || place < have.place {
		l.examples[kind] = example{place, problem}
	}
}

// share returns one verdict for all that say the same.
func (l *looker) share(v verdict) *verdict {
	key := binary.AppendUvarint(l.key[:0], uint64(v.variants))
	key = append(key, flag(v.untranslated)|flag(v.unread)<<1)
	for _, c := range v.channels {
		key = append(append(key, c.state...), 0)
		for _, tier := range c.coverage {
			key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(tier.Filled)), uint64(tier.Of))
		}
		key = binary.AppendUvarint(key, uint64(len(c.kinds)))
		for _, kind := range c.kinds {
			number, ok := l.kinds[kind]
			if !ok {
				number = uint64(len(l.kinds))
				l.kinds[kind] = number
			}
			key = binary.AppendUvarint(key, number)
		}
	}
	l.key = key
	shared := l.verdicts[string(key)]
	if shared == nil {
		shared = &v
		l.verdicts[string(key)] = shared
	}
	return shared
}

func flag(on bool) byte {
	if on {
		return 1
	}
	return 0
}

// untranslated reports whether a product has no Chinese listing that is finished.
func untranslated(p *catalog.Product, script catalog.Locale) bool {
	l := p.Listing(script)
	return l == nil || !l.IsFinished()
}

// has reports whether a problem of a kind was found, by whatever channel.
func (v *verdict) has(kind catalog.ProblemKind) bool {
	return slices.ContainsFunc(v.channels, func(c channelVerdict) bool { return slices.Contains(c.kinds, kind) })
}
