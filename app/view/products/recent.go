package products

// recent holds what was asked for last: at most twice most, at least most of the
// values that were got or put last.
type recent[K comparable, V any] struct {
	most       int
	young, old map[K]V
}

func newRecent[K comparable, V any](most int) *recent[K, V] {
	return &recent[K, V]{most: most, young: map[K]V{}}
}

func (r *recent[K, V]) get(key K) (V, bool) {
	value, ok := r.young[key]
	if !ok {
		if value, ok = r.old[key]; ok {
			r.put(key, value)
		}
	}
	return value, ok
}

func (r *recent[K, V]) put(key K, value V) {
	if len(r.young) >= r.most {
		r.old, r.young = r.young, map[K]V{}
	}
	r.young[key] = value
}
