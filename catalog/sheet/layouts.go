package sheet

// newLayout returns the layout that the mapping names.
func newLayout(r *run) layout {
	return newPlain(r)
}
