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

// unit is a unit of a text. size is exact, in gram, millimetre, millilitre,
// square metre or kilometre per hour; a temperature has none.
type unit struct {
	code    string
	dim     dimension
	size    *big.Rat
	chinese string // the word of a metric unit, or empty for a US one
}

// metricWords are the Chinese names of the metric units (ICU's long forms).
var metricWords = map[string]string{
	"mcg": "微克", "mg": "毫克", "g": "克", "kg": "千克", "mm": "毫米", "cm": "厘米", "m": "米", "km": "公里",
	"ml": "毫升", "cl": "厘升", "l": "升", "sq cm": "平方厘米", "sq m": "平方米", "km/h": "公里/小时", "C": "℃",
}

// otherUnits are the units that texts have and products have not. Sizes follow
// from the inch of 25.4 mm and the mile of 1,609.344 m (international yard, 1959).
var otherUnits = map[string]unit{
	"sq in": {code: "sq in", dim: area, size: rat("0.00064516")},
	"sq ft": {code: "sq ft", dim: area, size: rat("0.09290304")},
	"sq yd": {code: "sq yd", dim: area, size: rat("0.83612736")},
	"sq cm": {code: "sq cm", dim: area, size: rat("0.0001"), chinese: metricWords["sq cm"]},
	"sq m":  {code: "sq m", dim: area, size: rat("1"), chinese: metricWords["sq m"]},
	"mph":   {code: "mph", dim: speed, size: rat("1.609344")},
	"km/h":  {code: "km/h", dim: speed, size: rat("1"), chinese: metricWords["km/h"]},
	"F":     {code: "F", dim: temperature},
	"C":     {code: "C", dim: temperature, chinese: metricWords["C"]},
}

// otherNames are what people write for otherUnits, lower case and without points.
var otherNames = map[string]string{
	"sq in": "sq in", "square inch": "sq in", "square inches": "sq in", "sq ft": "sq ft", "sqft": "sq ft", "square foot": "sq ft", "square feet": "sq ft",
	"sq yd": "sq yd", "square yard": "sq yd", "square yards": "sq yd", "sq cm": "sq cm", "square centimeters": "sq cm", "sq m": "sq m", "square meter": "sq m", "square meters": "sq m",
	"m2": "sq m", "m²": "sq m", "ft2": "sq ft", "ft²": "sq ft", "cm2": "sq cm", "cm²": "sq cm",
	"mph": "mph", "miles per hour": "mph", "kph": "km/h", "kmh": "km/h", "km/h": "km/h",
	"°f": "F", "º f": "F", "ºf": "F", "° f": "F", "deg f": "F", "degrees f": "F", "degrees fahrenheit": "F", "degree f": "F", "fahrenheit": "F", "℉": "F",
	"°c": "C", "ºc": "C", "° c": "C", "deg c": "C", "degrees c": "C", "degrees celsius": "C", "celsius": "C", "℃": "C",
}

// notInText are names of the catalogue's units that mean something else in a
// sentence: "5 T" is a size, "#" a number, 码 a size.
var notInText = map[string]bool{"t": true, "#": true, "gr": true, "gm": true, "gms": true}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("localize: not a number in the unit table: " + s)
	}
	return r
}

// lookupUnit finds the unit a word or sign of a text means.
func lookupUnit(name string) (unit, bool) {
	low := strings.ToLower(name)
	if code, ok := otherNames[low]; ok {
		return otherUnits[code], true
	}
	u, ok := catalog.LookupUnit(low)
	if !ok || notInText[low] || ambiguousCase(name) {
		return unit{}, false
	}
	dims := map[catalog.Dimension]dimension{catalog.Mass: mass, catalog.Length: length, catalog.Volume: volume}
	return unit{string(u), dims[u.Dimension()], u.Size().Rat(), metricWords[string(u)]}, true
}

// ambiguousCase refuses the capitals that are sizes and networks: "size 8 M", "5G".
func ambiguousCase(name string) bool { return name == "M" || name == "G" || name == "MI" }

// fluidOunce is what a US bottle's bare "oz" means.
func fluidOunce() unit {
	u, _ := lookupUnit("fl oz")
	return u
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
