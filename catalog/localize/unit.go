package localize

import (
	"math/big"
	"strings"

	"tradewind.app/catalog"
)

// dimension is what a unit of a text measures. Texts measure more than products
// do: rugs have an area, oil a smoke point.
type dimension uint8

const (
	mass dimension = iota
	length
	volume
	area
	speed
	temperature
)

// dimensions are the names of dimensions in the tables.
var dimensions = map[string]dimension{"mass": mass, "length": length, "volume": volume, "area": area, "speed": speed, "temperature": temperature}

// unit is a unit of a text. size is exact, in gram, millimetre, millilitre,
// square metre or kilometre per hour; a temperature has none.
type unit struct {
	code    string
	dim     dimension
	size    *big.Rat
	chinese string // the word of a metric unit, or empty for a US one
	scale   []step // the metric units of its dimension, by size
}

// units are the tables of measures.
type units struct {
	metric map[string]string    // the Chinese of the catalogue's metric units (ICU's long forms)
	extra  map[string]unit      // units that texts have and products have not
	names  map[string]string    // what people write for them, lower case and without points; - is no unit
	scales map[dimension][]step // the metric units by size
	axes   map[string]string    // 长 by the letter or the word behind a length
}

func newUnits() *units {
	return &units{metric: map[string]string{}, extra: map[string]unit{}, names: map[string]string{}, scales: map[dimension][]step{}, axes: map[string]string{}}
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("localize: not a number: " + s)
	}
	return r
}

// lookup finds the unit that a word or sign of a text means.
func (u *units) lookup(name string) (unit, bool) {
	low := strings.ToLower(name)
	if code, ok := u.names[low]; ok {
		found, ok := u.extra[code]
		return found, ok
	}
	known, ok := catalog.LookupUnit(low)
	if !ok || ambiguousCase(name) {
		return unit{}, false
	}
	dim := map[catalog.Dimension]dimension{catalog.Mass: mass, catalog.Length: length, catalog.Volume: volume}[known.Dimension()]
	return unit{string(known), dim, known.Size().Rat(), u.metric[string(known)], u.scales[dim]}, true
}

// ambiguousCase refuses the capitals that are sizes and networks: "size 8 M", "5G".
func ambiguousCase(name string) bool { return name == "M" || name == "G" || name == "MI" }

// fluidOunce is what a US bottle's bare "oz" means.
func (u *units) fluidOunce() unit {
	found, _ := u.lookup("fl oz")
	return found
}

// base converts a value of the unit into the base unit of its dimension. The
// scale of Fahrenheit has another zero: 32 °F is 0 ℃.
func (u unit) base(value *big.Rat) *big.Rat {
	if u.dim != temperature {
		return new(big.Rat).Mul(value, u.size)
	}
	if u.code == "C" {
		return value
	}
	celsius := new(big.Rat).Sub(value, big.NewRat(32, 1))
	return celsius.Mul(celsius, big.NewRat(5, 9))
}
