package catalog

import (
	"context"
	"maps"
	"strconv"
	"strings"
)

// lookup finds products for a run. It asks once for all that a batch of import rows may
// name, and remembers what nobody has.
type lookup struct {
	find   Find
	have   index              // products of the batch, as they are now
	asked  map[Key]bool       // what the batch has asked for
	series map[string]*series // by the key of their first handle
}

func newLookup(find Find) lookup {
	return lookup{find: find, have: index{}, asked: map[Key]bool{}, series: map[string]*series{}}
}

// begin asks for what a batch of import rows may name, each by its keys, and for the
// handle that each would like to have.
func (l *lookup) begin(ctx context.Context, rows []ImportRow, keys [][]Key) error {
	l.have, l.asked = make(index, 3*len(rows)), make(map[Key]bool, 3*len(rows))
	missing := make([]Key, 0, 3*len(rows))
	add := func(key Key) {
		if key.Value != "" && !l.asked[key] {
			l.asked[key] = true
			missing = append(missing, key)
		}
	}
	for i := range rows {
		for _, key := range keys[i] {
			add(key)
		}
		add(NewKey(KeyHandle, rows[i].wantedHandle()))
	}
	return l.ask(ctx, missing)
}

func (l *lookup) ask(ctx context.Context, keys []Key) error {
	found, err := l.find(ctx, keys)
	maps.Copy(l.have, found)
	return err
}

// products is a Find that asks only for what the batch has not asked for.
func (l *lookup) products(ctx context.Context, keys []Key) (map[Key]*Product, error) {
	var missing []Key
	for _, key := range keys {
		if !l.asked[key] && l.have[key] == nil {
			l.asked[key] = true
			missing = append(missing, key)
		}
	}
	if len(missing) > 0 {
		if err := l.ask(ctx, missing); err != nil {
			return nil, err
		}
	}
	var found map[Key]*Product
	for _, key := range keys {
		if p := l.have[key]; p != nil {
			if found == nil {
				found = make(map[Key]*Product, len(keys))
			}
			found[key] = p
		}
	}
	return found, nil
}

// write notes what the run makes of a product.
func (l *lookup) write(before, after *Product) {
	if before != nil {
		l.have.remove(before)
	}
	l.have.add(after)
	if base, n, ok := cutNumber(HandleKey(after.Handle)); ok && l.series[base] != nil {
		l.series[base].taken[n] = true
	}
}

// series are the handles base-2, base-3 and on that products of one title get, and
// which of them a run may give away. Many numbers are looked up at once, and more
// each time: a list of 4,000 candles asks a dozen times.
type series struct {
	next, end int // numbers from next up to end were looked up
	taken     map[int]bool
}

// firstSeries and mostSeries are how many numbers are looked up at once.
const (
	firstSeries = 16
	mostSeries  = 2048
)

// freeHandle returns base, or the first of its series that no product has.
func (l *lookup) freeHandle(ctx context.Context, base string) (string, error) {
	found, err := l.products(ctx, []Key{NewKey(KeyHandle, base)})
	if err != nil || len(found) == 0 {
		return base, err
	}
	s := l.series[HandleKey(base)]
	if s == nil {
		s = &series{next: 2, end: 2, taken: map[int]bool{}}
		l.series[strings.Clone(HandleKey(base))] = s
	}
	for {
		for s.next < s.end {
			n := s.next
			s.next++
			if !s.taken[n] {
				handle := numbered(base, n)
				l.asked[NewKey(KeyHandle, handle)] = true
				return handle, nil
			}
			delete(s.taken, n)
		}
		if err := l.extend(ctx, base, s); err != nil {
			return "", err
		}
	}
}

// extend looks up the next numbers of a series.
func (l *lookup) extend(ctx context.Context, base string, s *series) error {
	count := min(max(s.end-2, firstSeries), mostSeries)
	keys := make([]Key, count)
	for i := range keys {
		keys[i] = NewKey(KeyHandle, numbered(base, s.end+i))
	}
	found, err := l.find(ctx, keys)
	if err != nil {
		return err
	}
	for i, key := range keys {
		if found[key] != nil {
			s.taken[s.end+i] = true
		}
	}
	s.end += count
	return nil
}

func numbered(base string, n int) string { return base + "-" + itoa(n) }

// cutNumber parts a handle of a series from its number.
func cutNumber(handle string) (base string, n int, ok bool) {
	i := strings.LastIndexByte(handle, '-')
	if i < 0 {
		return "", 0, false
	}
	n, err := strconv.Atoi(handle[i+1:])
	return handle[:i], n, err == nil
}
