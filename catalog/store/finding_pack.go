package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"tradewind.app/catalog"
)

// How findings are packed. 100,000 products on twelve channels have ten million
// findings, and nearly all of them are equal but for a SKU or a value. So a problem is
// a number, for what is the same for many products, and texts, for the rest.

// sharedArgs are arguments of problems that say something of the rule and not of the
// product. An argument that is not listed is kept with each product.
var sharedArgs = map[string]bool{
	"channel": true, "source": true, "checked": true, "column": true, "columns": true, "shared": true,
	"max": true, "min": true, "unit": true, "allowed": true, "least": true, "most": true, "charset": true,
	"from": true, "to": true, "option": true, "status": true, "prefix": true, "kind": true, "pid": true,
}

// problemBody is what a problem has in common with those of other products.
type problemBody struct {
	Code     string            `json:"code"`
	Severity catalog.Severity  `json:"severity"`
	Field    string            `json:"field,omitempty"`
	Args     map[string]string `json:"args,omitempty"`
	Texts    []string          `json:"texts,omitempty"` // names of the arguments that differ, sorted
	Fix      bool              `json:"fix,omitempty"`   // there is one; it comes behind the texts
	Place    bool              `json:"place,omitempty"` // likewise, behind the fix
}

// split parts a problem into what is shared and the texts that are its own.
func split(p catalog.Problem) (body problemBody, texts []string) {
	body = problemBody{Code: p.Code, Severity: p.Severity, Field: p.Field, Fix: p.Fix != "", Place: p.Place != ""}
	for _, name := range slices.Sorted(maps.Keys(p.Args)) {
		if !sharedArgs[name] {
			body.Texts, texts = append(body.Texts, name), append(texts, p.Args[name])
			continue
		}
		if body.Args == nil {
			body.Args = make(map[string]string, len(p.Args))
		}
		body.Args[name] = p.Args[name]
	}
	if body.Fix {
		texts = append(texts, p.Fix)
	}
	if body.Place {
		texts = append(texts, string(p.Place))
	}
	return body, texts
}

// key is equal for equal bodies. It costs a tenth of the JSON.
func (b problemBody) key() string {
	var s strings.Builder
	for _, part := range []string{b.Code, string(b.Severity), b.Field} {
		s.WriteString(part)
		s.WriteByte(0)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Args)) {
		s.WriteString(name)
		s.WriteByte('=')
		s.WriteString(b.Args[name])
		s.WriteByte(0)
	}
	for _, name := range b.Texts {
		s.WriteByte(1)
		s.WriteString(name)
	}
	fmt.Fprintf(&s, "\x00%t%t", b.Fix, b.Place)
	return s.String()
}

// problem joins a body with texts, and returns the texts that it did not need.
func (b problemBody) problem(texts []string) (catalog.Problem, []string, error) {
	p := catalog.Problem{Code: b.Code, Severity: b.Severity, Field: b.Field}
	if n := len(b.Texts) + int(boolean(b.Fix)+boolean(b.Place)); len(texts) < n {
		return p, nil, errFindings
	}
	if len(b.Args)+len(b.Texts) > 0 {
		p.Args = make(map[string]string, len(b.Args)+len(b.Texts))
		maps.Copy(p.Args, b.Args)
	}
	for _, name := range b.Texts {
		p.Args[name], texts = texts[0], texts[1:]
	}
	if b.Fix {
		p.Fix, texts = texts[0], texts[1:]
	}
	if b.Place {
		p.Place, texts = catalog.Place(texts[0]), texts[1:]
	}
	return p, texts, nil
}

// errFindings says that stored findings cannot be read: doctor makes them again.
var errFindings = errors.New("the findings are damaged")

// packTexts packs a list of texts, in which most occur several times; nil is none.
func packTexts(texts []string) []byte {
	if len(texts) == 0 {
		return nil
	}
	index, refs := map[string]int{}, make([]byte, 0, len(texts))
	var table []byte
	for _, text := range texts {
		i, known := index[text]
		if !known {
			i = len(index)
			index[text] = i
			table = append(binary.AppendUvarint(table, uint64(len(text))), text...)
		}
		refs = binary.AppendUvarint(refs, uint64(i))
	}
	b := binary.AppendUvarint(nil, uint64(len(index)))
	return deflate(append(append(b, table...), refs...))
}

func unpackTexts(b []byte) ([]string, error) {
	if len(b) == 0 {
		return nil, nil
	}
	b, err := inflate(b)
	if err != nil {
		return nil, err
	}
	r := unpacker{b: b}
	table := make([]string, r.count())
	for i := range table {
		table[i] = r.text()
	}
	var texts []string
	for r.more() {
		i := r.number()
		if i >= uint64(len(table)) {
			return nil, errFindings
		}
		texts = append(texts, table[i])
	}
	return texts, r.err
}

// unpacker reads what was packed. After the first error it reads nothing.
type unpacker struct {
	b   []byte
	err error
}

func (r *unpacker) more() bool { return r.err == nil && len(r.b) > 0 }

func (r *unpacker) number() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.b, r.err = nil, errFindings
		return 0
	}
	r.b = r.b[size:]
	return n
}

// count reads a number of parts that follow, of a byte at least each.
func (r *unpacker) count() int {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.b, r.err = nil, errFindings
		return 0
	}
	return int(n)
}

func (r *unpacker) text() string {
	n := r.count()
	text := string(r.b[:n])
	r.b = r.b[n:]
	return text
}

const (
	packedPlain    = 0
	packedDeflated = 1
	deflateFrom    = 160     // bytes: less does not become smaller
	maxInflated    = 8 << 20 // no product has so many findings
)

var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is one
	}
	return w
}}

// deflate makes bytes smaller where they are many.
func deflate(b []byte) []byte {
	if len(b) < deflateFrom {
		return append([]byte{packedPlain}, b...)
	}
	out := bytes.NewBuffer([]byte{packedDeflated})
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(out)
	if _, err := w.Write(b); err != nil {
		panic(err) // a buffer takes everything
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func inflate(b []byte) ([]byte, error) {
	switch {
	case len(b) > 0 && b[0] == packedPlain:
		return b[1:], nil
	case len(b) == 0 || b[0] != packedDeflated:
		return nil, errFindings
	}
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b[1:])), maxInflated))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFindings, err)
	}
	return out, nil
}

// packNumbers packs numbers behind what is there.
func packNumbers[T ~int | ~int64 | ~uint64](b []byte, numbers ...T) []byte {
	for _, n := range numbers {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

// packKeys packs hashes, sorted and each once.
func packKeys(keys []uint32) []byte {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	var b []byte
	for _, key := range slices.Compact(keys) {
		b = binary.LittleEndian.AppendUint32(b, key)
	}
	return b
}

func unpackKeys(b []byte) []uint32 {
	keys := make([]uint32, 0, len(b)/4)
	for ; len(b) >= 4; b = b[4:] {
		keys = append(keys, binary.LittleEndian.Uint32(b))
	}
	return keys
}
