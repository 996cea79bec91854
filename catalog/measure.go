package catalog

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Dimension is what a unit measures.
type Dimension string

// The dimensions that products are measured in.
const (
	Mass   Dimension = "mass"
	Length Dimension = "length"
	Volume Dimension = "volume"
)

// Unit is a unit's code: "g", "fl oz", "in".
type Unit string

// Measure is an exact value with its unit. The zero Measure is "not given".
type Measure struct {
	Value decimal.Decimal `json:"value"`
	Unit  Unit            `json:"unit"`
}

// unitInfo gives a unit's dimension and its exact size in the base unit of that
// dimension: gram, millimetre, millilitre.
type unitInfo struct {
	dim  Dimension
	size decimal.Decimal
}

// units has the exact definitions: international pound and inch (1959), US
// liquid measures (NIST Handbook 44 appendix C). 斤 is 500 g by Chinese custom
// since 1959.
var units = map[Unit]unitInfo{
	"mcg": {Mass, dec("0.000001")}, "mg": {Mass, dec("0.001")}, "g": {Mass, dec("1")}, "kg": {Mass, dec("1000")}, "t": {Mass, dec("1000000")},
	"oz": {Mass, dec("28.349523125")}, "lb": {Mass, dec("453.59237")}, "st": {Mass, dec("6350.29318")}, "oz t": {Mass, dec("31.1034768")}, "斤": {Mass, dec("500")},
	"mm": {Length, dec("1")}, "cm": {Length, dec("10")}, "m": {Length, dec("1000")}, "km": {Length, dec("1000000")},
	"in": {Length, dec("25.4")}, "ft": {Length, dec("304.8")}, "yd": {Length, dec("914.4")}, "mi": {Length, dec("1609344")},
	"ml": {Volume, dec("1")}, "cl": {Volume, dec("10")}, "l": {Volume, dec("1000")},
	"tsp": {Volume, dec("4.92892159375")}, "tbsp": {Volume, dec("14.78676478125")}, "cup": {Volume, dec("236.5882365")},
	"fl oz": {Volume, dec("29.5735295625")}, "pt": {Volume, dec("473.176473")}, "qt": {Volume, dec("946.352946")}, "gal": {Volume, dec("3785.411784")},
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// unitNames maps what merchants write to unit codes, lower case.
var unitNames = map[string]Unit{
	"mcg": "mcg", "µg": "mcg", "μg": "mcg", "microgram": "mcg", "micrograms": "mcg",
	"mg": "mg", "milligram": "mg", "milligrams": "mg", "毫克": "mg",
	"g": "g", "gr": "g", "gm": "g", "gms": "g", "gram": "g", "grams": "g", "gramme": "g", "克": "g",
	"kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg", "千克": "kg", "公斤": "kg",
	"t": "t", "ton": "t", "吨": "t", "斤": "斤", "市斤": "斤",
	"oz": "oz", "oz.": "oz", "ozs": "oz", "ounce": "oz", "ounces": "oz", "盎司": "oz",
	"oz t": "oz t", "troy oz": "oz t", "troy ounce": "oz t", "troy ounces": "oz t",
	"г": "g", "гр": "g", "грамм": "g", "gramm": "g", "gramos": "g", "gramo": "g", "grammes": "g", "grammi": "g", "gramas": "g",
	"кг": "kg", "килограмм": "kg", "kilogramos": "kg", "kilogramm": "kg", "kilogrammes": "kg", "quilogramas": "kg",
	"onza": "oz", "onzas": "oz", "onces": "oz", "унция": "oz", "libra": "lb", "libras": "lb", "livres": "lb", "фунт": "lb",
	"мм": "mm", "milímetros": "mm", "millimètres": "mm", "см": "cm", "centímetros": "cm", "centimetros": "cm", "centimètres": "cm",
	"centimetre": "cm", "centimetres": "cm", "millimetre": "mm", "millimetres": "mm", "zentimeter": "cm", "м": "m", "metros": "m", "mètres": "m",
	"zoll": "in", "pulgada": "in", "pulgadas": "in", "pouce": "in", "pouces": "in", "pollici": "in", "дюйм": "in", "дюймов": "in",
	"мл": "ml", "millilitre": "ml", "millilitres": "ml", "mililitros": "ml", "л": "l", "litros": "l",
	"st": "st", "stone": "st", "stones": "st",
	"lb": "lb", "lb.": "lb", "lbs": "lb", "lbs.": "lb", "pound": "lb", "pounds": "lb", "#": "lb", "磅": "lb",
	"mm": "mm", "millimeter": "mm", "millimeters": "mm", "毫米": "mm",
	"cm": "cm", "centimeter": "cm", "centimeters": "cm", "厘米": "cm", "公分": "cm",
	"m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m", "米": "m",
	"km": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km", "千米": "km", "公里": "km",
	"mi": "mi", "mile": "mi", "miles": "mi", "英里": "mi",
	"in": "in", "in.": "in", "inch": "in", "inches": "in", `"`: "in", "″": "in", "”": "in", "英寸": "in",
	"ft": "ft", "ft.": "ft", "foot": "ft", "feet": "ft", "'": "ft", "′": "ft", "英尺": "ft",
	"yd": "yd", "yard": "yd", "yards": "yd", "码": "yd",
	"ml": "ml", "milliliter": "ml", "milliliters": "ml", "毫升": "ml", "cl": "cl",
	"l": "l", "liter": "l", "liters": "l", "litre": "l", "litres": "l", "升": "l",
	"fl oz": "fl oz", "fl. oz.": "fl oz", "fl.oz.": "fl oz", "fl. oz": "fl oz", "floz": "fl oz", "fluid ounce": "fl oz", "fluid ounces": "fl oz", "液盎司": "fl oz",
	"tsp": "tsp", "teaspoon": "tsp", "teaspoons": "tsp", "tbsp": "tbsp", "tablespoon": "tbsp", "tablespoons": "tbsp", "cup": "cup", "cups": "cup",
	"pt": "pt", "pint": "pt", "pints": "pt", "qt": "qt", "quart": "qt", "quarts": "qt", "gal": "gal", "gallon": "gal", "gallons": "gal", "加仑": "gal",
}

// LookupUnit finds the unit a merchant's word means: "lbs", "Ounces", "厘米".
func LookupUnit(word string) (Unit, bool) {
	u, ok := unitNames[strings.ToLower(strings.TrimSpace(word))]
	return u, ok
}

// Size is the unit's exact size in the base unit of its dimension: gram,
// millimetre or millilitre. It is zero for an unknown unit.
func (u Unit) Size() decimal.Decimal { return units[u].size }

// Dimension says what the unit measures; it is empty for an unknown unit.
func (u Unit) Dimension() Dimension { return units[u].dim }

// IsZero reports whether nothing was given.
func (m Measure) IsZero() bool { return m.Unit == "" }

// Equal reports whether both have the same value in the same unit.
func (m Measure) Equal(n Measure) bool { return m.Unit == n.Unit && m.Value.Equal(n.Value) }

// String is the text form "340 g", or nothing when nothing was given.
func (m Measure) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Value.String() + " " + string(m.Unit)
}

// In returns the value in another unit of the same dimension, exact to 16
// decimals (from oz to lb the quotient may not end).
func (m Measure) In(u Unit) (decimal.Decimal, bool) {
	from, to := units[m.Unit], units[u]
	if from.dim == "" || from.dim != to.dim {
		return decimal.Decimal{}, false
	}
	if m.Unit == u {
		return m.Value, true
	}
	return m.Value.Mul(from.size).Div(to.size), true
}
