package catalog

// Rows of one product need not be together in a file. What an earlier row of the
// run has said of the product counts, as within rows that do; a later one that
// differs is reported.

// fieldSet are some of the fixed fields of a product.
type fieldSet uint32

// madeNow marks a product that the run itself has made.
const madeNow fieldSet = 1 << 31

// fieldBits has a bit for each field of which the first row's text counts.
var fieldBits = func() map[Field]fieldSet {
	bits := map[Field]fieldSet{}
	for _, f := range fields {
		if f.Level == ProductLevel && f.Kind != KindImages && f.Name != FieldHandle {
			bits[f.Name] = 1 << len(bits)
		}
	}
	return bits
}()

// earlierStays takes a text back that differs from what an earlier row has written.
func (m *merger) earlierStays(info FieldInfo, was string, v Value) {
	bit := fieldBits[info.Name]
	is := info.Get(m.product, nil)
	if m.touched[m.product.ID]&bit == 0 || is == was {
		m.written |= bit
		return
	}
	info.set(m.product, nil, was, m.defaults)
	if is != "" {
		m.differ = append(m.differ, NewProblem("rows-differ", Warning, info.Name, "value", is, "first", was).At(v.Place))
	}
}
