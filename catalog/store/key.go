package store

import (
	"encoding/binary"
	"sync"

	"github.com/shopspring/decimal"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order keys: bytes that sort as what they stand for. They are kept in columns,
// since a collation written in Go and called by SQLite sorts nine times slower
// and makes the file unreadable for other tools.

// maxTextKey cuts keys: titles that agree in their first 24 or so letters keep
// the order in which they came.
const maxTextKey = 48

// keyer makes order keys of texts. It is not safe for concurrent use.
type keyer struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// keyers reuses collators, which cost more to make than a key does.
var keyers = sync.Pool{New: func() any {
	tag := language.MustParse("zh-u-co-pinyin")
	return &keyer{collator: collate.New(tag, collate.Loose, collate.Numeric)}
}}

// text gives the key of a text: Latin letters as in a dictionary, without
// regard to case and accents, numbers by their value, then Chinese by pinyin.
// Blank text has the empty key, which comes first.
func (k *keyer) text(s string) []byte {
	if s == "" {
		return []byte{}
	}
	if !isPlain(s) {
		s = readings.Replace(s)
	}
	k.buffer.Reset()
	key := k.collator.KeyFromString(&k.buffer, s)
	return append([]byte{}, key[:min(len(key), maxTextKey)]...)
}

// amountKey gives the key of an exact number. A float would do for order, but
// not for "price = 19.99", which a filter asks of the same column.
//
// Its form is: sign, place of the point, digits. Those of a negative number are
// inverted and ended by the highest byte.
func amountKey(d decimal.Decimal) []byte {
	digits := d.Coefficient().Text(10)
	if digits == "0" {
		return []byte{1}
	}
	negative := digits[0] == '-'
	if negative {
		digits = digits[1:]
	}
	point := int64(len(digits)) + int64(d.Exponent())
	for digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	key := append(binary.BigEndian.AppendUint64([]byte{2}, uint64(point)+1<<63), digits...)
	if negative {
		for i := range key {
			key[i] = ^key[i]
		}
		key[0] = 0
		key = append(key, 0xff)
	}
	return key
}
