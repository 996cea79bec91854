package grid

// Selection is which rows are chosen, by their keys: it stays with them when the
// list is sorted anew. The zero Selection is empty.
type Selection struct {
	keys   map[string]bool
	anchor string // where a range begins
}

// Len is how many rows are chosen.
func (s *Selection) Len() int { return len(s.keys) }

// Has reports whether a row is chosen.
func (s *Selection) Has(key string) bool { return s.keys[key] }

// Clear chooses nothing.
func (s *Selection) Clear() { s.keys, s.anchor = nil, "" }

// Only chooses one row alone. A range begins there.
func (s *Selection) Only(key string) {
	s.keys, s.anchor = map[string]bool{key: true}, key
}

// Toggle adds a row or takes it out. A range begins there.
func (s *Selection) Toggle(key string) {
	if s.keys == nil {
		s.keys = map[string]bool{}
	}
	if s.keys[key] {
		delete(s.keys, key)
	} else {
		s.keys[key] = true
	}
	s.anchor = key
}

// Range chooses all rows from where the range begins to a row, and only those.
// Where the beginning is not in the list any more, the row alone is chosen.
func (s *Selection) Range(list Source, to int) {
	last, ok := list.Key(to)
	if !ok {
		return
	}
	from := rowOf(list, s.anchor)
	if s.anchor == "" || from < 0 {
		s.Only(last)
		return
	}
	s.keys = map[string]bool{}
	for row := min(from, to); row <= max(from, to); row++ {
		if key, ok := list.Key(row); ok {
			s.keys[key] = true
		}
	}
}

// All chooses every row of a list.
func (s *Selection) All(list Source) {
	s.keys = make(map[string]bool, list.Len())
	for row := range list.Len() {
		if key, ok := list.Key(row); ok {
			s.keys[key] = true
		}
	}
}

// Keep takes out what is not in a list any more: nothing may be done to rows that
// a person does not see. Of a list that is not all known yet nothing is known to
// be gone.
func (s *Selection) Keep(list Source) {
	if len(s.keys) == 0 || !isKnown(list) {
		return
	}
	kept := map[string]bool{}
	for row := range list.Len() {
		if key, ok := list.Key(row); ok && s.keys[key] {
			kept[key] = true
		}
	}
	s.keys = kept
}

// Keys are the chosen rows in the order of a list.
func (s *Selection) Keys(list Source) []string {
	keys := make([]string, 0, len(s.keys))
	for row := 0; row < list.Len() && len(keys) < len(s.keys); row++ {
		if key, ok := list.Key(row); ok && s.keys[key] {
			keys = append(keys, key)
		}
	}
	return keys
}

// isKnown reports whether the keys of a list are all there: they come from its top.
func isKnown(list Source) bool {
	_, ok := list.Key(list.Len() - 1)
	return ok || list.Len() == 0
}

// rowOf finds a key's row, or -1.
func rowOf(list Source, key string) int {
	for row := range list.Len() {
		if have, ok := list.Key(row); ok && have == key {
			return row
		}
	}
	return -1
}
