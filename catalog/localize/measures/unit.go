package measures

import (
	"iter"
	"maps"
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
	areal // of cloth and paper: mass by area
	linear
	torque
	pressure
	airflow
	flow
	power
	pixels
	kept // of units that stay as they are: volts, lumens
)

// dimensions are the names of dimensions in the tables.
var dimensions = map[string]dimension{
	"mass": mass, "length": length, "volume": volume, "area": area, "speed": speed, "temperature": temperature, "areal": areal, "linear": linear,
	"torque": torque, "pressure": pressure, "airflow": airflow, "flow": flow, "power": power, "pixels": pixels, "kept": kept,
}

// unit is a unit of a text. size is exact, in the base unit of its dimension: gram,
// millimetre, millilitre, square metre and so on; a temperature and a unit that stays
// have none.
type unit struct {
	Code    string
	dim     dimension
	size    *big.Rat
	Chinese string // the word of a metric unit and of one that stays, or empty for a US one
	name    string // the Chinese name of a US unit, for where it stays
	scale   []step // the metric units of its dimension, by size
	packs   *packs // the round sizes that it may be rounded from
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("localize: not a number: " + s)
	}
	return r
}

// lookup finds the unit that a word or sign of a text means.
func (u *Units) lookup(name string) (unit, bool) {
	low := strings.ToLower(name)
	code, ok := u.names[name]
	if !ok {
		code, ok = u.names[low]
	}
	if ok {
		return u.unit(code)
	}
	known, ok := catalog.LookupUnit(low)
	if !ok || ambiguousCase(name) {
		return unit{}, false
	}
	return u.unit(string(known))
}

// unit is the unit of a code.
func (u *Units) unit(code string) (unit, bool) {
	if found, ok := u.extra[code]; ok {
		found.packs = u.packs[code]
		return found, true
	}
	known := catalog.Unit(code)
	dim, ok := map[catalog.Dimension]dimension{catalog.Mass: mass, catalog.Length: length, catalog.Volume: volume}[known.Dimension()]
	if !ok {
		return unit{}, false
	}
	return unit{code, dim, known.Size().Rat(), u.metric[code], u.us[code], u.scales[dim], u.packs[code]}, true
}

// ambiguousCase refuses the capitals that are sizes and networks: "size 8 M", "5G".
func ambiguousCase(name string) bool { return name == "M" || name == "G" || name == "MI" }

// FluidOunce is what a US bottle's bare "oz" means.
func (u *Units) FluidOunce() unit {
	found, _ := u.unit("fl oz")
	return found
}

// base converts a value of the unit into the base unit of its dimension. The
// scale of Fahrenheit has another zero: 32 °F is 0 ℃.
func (u unit) base(value *big.Rat) *big.Rat {
	if u.dim != temperature {
		return new(big.Rat).Mul(value, u.size)
	}
	if u.Code == "C" {
		return value
	}
	celsius := new(big.Rat).Sub(value, big.NewRat(32, 1))
	return celsius.Mul(celsius, big.NewRat(5, 9))
}

// Chinese lists the words of metric units by their codes.
func (u *Units) Chinese() iter.Seq2[string, string] { return maps.All(u.metric) }
