package store

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order keys: bytes that sort as what they represent. They are kept in columns,
// since a collation written in Go and called by SQLite sorts nine times slower
// and makes the file unreadable for other tools.

// maxTextKey cuts keys: titles that agree in their first 24 or so letters keep
// the order in which they came.
const maxTextKey = 48

// keyer makes order keys of texts. It is not safe for concurrent use.
type keyer struct {
	collator *collate.Collator
	buffer   collate.Buffer
	plain    plainWeights
}

// keyers reuses collators, which cost more to make than a key does.
var keyers = sync.Pool{New: func() any {
	tag := language.MustParse("zh-u-co-pinyin")
	k := &keyer{collator: collate.New(tag, collate.Loose, collate.Numeric)}
	k.plain = newPlainWeights(k.collated)
	return k
}}

// text gives the key of a text: Latin letters as in a dictionary, without
// regard to case and accents, numbers by their value, then Chinese by pinyin.
// Blank text has the empty key, which comes first.
func (k *keyer) text(s string) []byte {
	if s == "" {
		return []byte{}
	}
	if isPlain(s) && len(s) <= math.MaxInt16 {
		return k.plain.key(s)
	}
	key := k.collated(readings.Replace(s))
	return key[:min(len(key), maxTextKey)]
}

// collated gives the whole key that the collator makes.
func (k *keyer) collated(s string) []byte {
	k.buffer.Reset()
	return bytes.Clone(k.collator.KeyFromString(&k.buffer, s))
}

// plainWeights are the parts of which the collator's keys of ASCII texts are made:
// titles in English, brands, categories. Put together here, a key costs a tenth of
// what the collator needs for it.
type plainWeights struct {
	number []byte                // before every number
	weight [utf8.RuneSelf][]byte // of one character
}

// newPlainWeights takes the weights out of keys that the collator makes.
func newPlainWeights(key func(string) []byte) plainWeights {
	w := plainWeights{number: key("0")} // without its zeros a number of no digits
	for c := range w.weight {
		w.weight[c] = key(string(rune(c)))
	}
	head := len(w.number) + len(digitCount(nil, 1))
	for c := '1'; c <= '9'; c++ {
		w.weight[c] = w.weight[c][head:]
	}
	w.weight['0'] = key("10")[head+len(w.weight['1']):]
	return w
}

// digitCount appends the weight of a number's length, which makes longer numbers
// come after shorter ones.
func digitCount(key []byte, n int) []byte { return binary.BigEndian.AppendUint16(key, uint16(n)) }

// key gives the key of an ASCII text, cut to maxTextKey.
func (w *plainWeights) key(s string) []byte {
	key := make([]byte, 0, maxTextKey)
	for s != "" && len(key) < maxTextKey {
		if n := leadingDigits(s); n > 0 {
			digits := strings.TrimLeft(s[:n], "0")
			s = s[n:]
			key = append(key, w.number...)
			if digits != "" {
				key = w.appendAll(digitCount(key, len(digits)), digits)
			}
			continue
		}
		key = append(key, w.weight[s[0]]...)
		s = s[1:]
	}
	return key[:min(len(key), maxTextKey)]
}

func (w *plainWeights) appendAll(key []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		key = append(key, w.weight[s[i]]...)
	}
	return key
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
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
