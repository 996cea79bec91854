package measures

import (
	"fmt"
	"io/fs"
	"math/big"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/table"
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
	Code    string
	dim     dimension
	size    *big.Rat
	Chinese string // the word of a metric unit, or empty for a US one
	scale   []step // the metric units of its dimension, by size
}

// Units are the tables of measures.
type Units struct {
	metric map[string]string    // the Chinese of the catalogue's metric units (ICU's long forms)
	extra  map[string]unit      // units that texts have and products have not
	names  map[string]string    // what people write for them, lower case and without points; - is no unit
	scales map[dimension][]step // the metric units by size
	Axes   map[string]string    // 长 by the letter or the word behind a length
}

// Load reads the tables of measures of a folder.
func Load(fsys fs.FS) (*Units, error) {
	u := &Units{metric: map[string]string{}, extra: map[string]unit{}, names: map[string]string{}, scales: map[dimension][]step{}, Axes: map[string]string{}}
	for _, t := range []struct {
		name, columns string
		read          func(cells []string) error
	}{
		{"scales.tsv", "dimension from size zh digits", u.readScale}, // before the units that use it
		{"units.tsv", "unit dimension size zh", u.readUnit},
		{"unit-names.tsv", "en unit", u.readName},
		{"axes.tsv", "en zh", u.readAxis},
	} {
		if err := table.Read(fsys, t.name, strings.Fields(t.columns), t.read); err != nil {
			return nil, fmt.Errorf("read tables of measures: %w", err)
		}
	}
	return u, nil
}

// readScale reads a line of scales.tsv: the metric unit in which a size is written.
func (u *Units) readScale(cells []string) error {
	dim, ok := dimensions[cells[0]]
	from, fromOK := new(big.Rat).SetString(cells[1])
	size, sizeOK := new(big.Rat).SetString(cells[2])
	if !ok || !fromOK || !sizeOK || cells[3] == "" || size.Sign() == 0 {
		return table.Size
	}
	if cells[4] != "whole" && cells[4] != "three" {
		return table.Unknown("digits", cells[4])
	}
	u.scales[dim] = append(u.scales[dim], step{from, size, cells[3], cells[4] == "whole"})
	return nil
}

// readUnit reads a line of units.tsv. A unit without a size is the catalogue's, or a
// temperature.
func (u *Units) readUnit(cells []string) error {
	dim, ok := dimensions[cells[1]]
	if !ok {
		return table.Unknown("dimension", cells[1])
	}
	if _, known := catalog.LookupUnit(cells[0]); known {
		return table.Enter(u.metric, cells[0], cells[3])
	}
	made := unit{Code: cells[0], dim: dim, Chinese: cells[3], scale: u.scales[dim]}
	if dim != temperature {
		if made.size, ok = new(big.Rat).SetString(cells[2]); !ok {
			return table.Size
		}
	}
	return table.Enter(u.extra, cells[0], made)
}

// readName reads a line of unit-names.tsv; - is no unit.
func (u *Units) readName(cells []string) error {
	if _, known := u.extra[cells[1]]; !known && cells[1] != "-" {
		return table.Unknown("unit", cells[1])
	}
	return table.Enter(u.names, cells[0], cells[1])
}

func (u *Units) readAxis(cells []string) error {
	if cells[1] == "" {
		return table.Chinese
	}
	return table.Enter(u.Axes, cells[0], cells[1])
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

// FluidOunce is what a US bottle's bare "oz" means.
func (u *Units) FluidOunce() unit {
	found, _ := u.lookup("fl oz")
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
