package workspace

import (
	"context"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// evaluator evaluates one product after another for channels.
type evaluator struct {
	channels []*export.Channel
	checkers []*export.Checker
	script   catalog.Locale
}

// evaluated is what was found about one product. Values are hashes of what must be
// unique; keys, index by index, are hashes of the same by which products that may share
// a value are found.
type evaluated struct {
	evaluations []catalog.Evaluation
	values      []uint64
	keys        []uint32
	unfinished  bool // it has no finished listing in the shop's Chinese
	unread      bool // it has a picture that could not be read
}

func newEvaluator(channels []*export.Channel, o export.Options, script catalog.Locale) *evaluator {
	e := &evaluator{channels: channels, script: script}
	for _, c := range channels {
		e.checkers = append(e.checkers, c.Checker(o))
	}
	return e
}

// evaluatorFor makes an evaluator by the settings as they are now.
func (w *Workspace) evaluatorFor(ctx context.Context, channels []*export.Channel) (*evaluator, error) {
	options, err := w.exportOptions(ctx, nil)
	if err != nil {
		return nil, err
	}
	script, err := w.Script(ctx)
	return newEvaluator(channels, options, script), err
}

// alone evaluates a product as one that comes after products with some values.
func (e *evaluator) alone(p *catalog.Product, expected []uint64) evaluated {
	for _, c := range e.checkers {
		c.Forget()
		c.Expect(expected)
	}
	return e.next(p)
}

// next evaluates a product as one that comes after those that were evaluated before.
func (e *evaluator) next(p *catalog.Product) evaluated {
	r := evaluated{unfinished: unfinished(p, e.script), evaluations: make([]catalog.Evaluation, len(e.checkers))}
	for i, checker := range e.checkers {
		found := checker.Find(p)
		r.evaluations[i] = catalog.Evaluation{Source: catalog.ChannelNamed(e.channels[i].Name()), Problems: found.Problems, Coverage: found.Coverage}
		r.unread = r.unread || found.Unread
		r.values, r.keys = append(r.values, found.Values...), append(r.keys, found.Keys...)
	}
	return r
}

func (r *evaluated) outlines() []catalog.Outline {
	list := make([]catalog.Outline, len(r.evaluations))
	for i, e := range r.evaluations {
		list[i] = e.Outline()
	}
	return list
}

// unfinished reports whether a product has no Chinese listing that is finished.
func unfinished(p *catalog.Product, script catalog.Locale) bool {
	l := p.Listing(script)
	return l == nil || !l.IsFinished()
}

// sharers answer which of a product's values an earlier product has: what must be
// unique is a problem of all products that share it but the first.
type sharers struct {
	evaluator *evaluator
	places    map[uint32][]int64 // by key, those of products that are stored with it
	known     map[int64][]uint64 // values by place
	read      func(place int64) (*catalog.Product, error)
}

// note keeps the values of a product: its keys are those that it has now, whatever is
// stored.
func (s *sharers) note(place int64, r *evaluated) {
	for key, places := range s.places {
		if !slices.Contains(r.keys, key) {
			s.places[key] = slices.DeleteFunc(places, func(have int64) bool { return have == place })
		}
	}
	for _, key := range r.keys {
		if i, have := slices.BinarySearch(s.places[key], place); !have {
			s.places[key] = slices.Insert(s.places[key], i, place)
		}
	}
	s.known[place] = r.values
}

// earlier lists the values of a product that products before it have.
func (s *sharers) earlier(place int64, r *evaluated) (values []uint64, err error) {
	for i, value := range r.values {
		for _, other := range s.places[r.keys[i]] {
			if other >= place {
				break
			}
			have, err := s.valuesOf(other)
			if err != nil {
				return nil, err
			}
			if slices.Contains(have, value) {
				values = append(values, value)
				break
			}
		}
	}
	return values, nil
}

// valuesOf evaluates a product that is no longer known for its values.
func (s *sharers) valuesOf(place int64) ([]uint64, error) {
	values, known := s.known[place]
	if known {
		return values, nil
	}
	p, err := s.read(place)
	if err == nil && p != nil {
		values = s.evaluator.alone(p, nil).values
	}
	s.known[place] = values
	return values, err
}
