package measures

import (
	"fmt"
	"io/fs"
	"math/big"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/words"
)

// Units are the tables of measures.
type Units struct {
	lex    *words.Lexicon
	metric map[string]string           // the Chinese of the catalogue's metric units (ICU's long forms)
	us     map[string]string           // the Chinese names of the catalogue's US units
	extra  map[string]unit             // units that texts have and products have not
	names  map[string]string           // what people write for them, without points; - is no unit
	scales map[dimension][]step        // the metric units by size
	senses map[string]map[string]sense // by the unit and the stemmed words beside it
	only   map[string]bool             // the units that are one only where a word says so
	round  map[dimension][]*big.Rat    // sizes of metric packs, ascending
	packs  map[string]*packs           // by the code of a US unit
	gold   map[string]string           // the Chinese of gold by its stemmed words
	Axes   map[string]string           // 长 by the letter or the word behind a length
}

// Load reads the tables of measures of a folder.
func Load(lex *words.Lexicon, fsys fs.FS) (*Units, error) {
	u := &Units{
		lex: lex, metric: map[string]string{}, us: map[string]string{}, extra: map[string]unit{}, names: map[string]string{}, scales: map[dimension][]step{},
		senses: map[string]map[string]sense{}, only: map[string]bool{}, round: map[dimension][]*big.Rat{}, packs: map[string]*packs{}, gold: map[string]string{}, Axes: map[string]string{},
	}
	err := table.ReadAll(fsys, []table.File{
		{Name: "scales.tsv", Columns: "dimension from size zh digits", Add: u.readScale}, // before the units that use it
		{Name: "units.tsv", Columns: "unit dimension size zh us", Add: u.readUnit},
		{Name: "unit-names.tsv", Columns: "en unit", Add: u.readName},
		{Name: "axes.tsv", Columns: "en zh", Add: u.readAxis},
		{Name: "measured.tsv", Columns: "en unit sense", Add: u.readSense},
		{Name: "round-sizes.tsv", Columns: "dimension size", Add: u.readRoundSize},
		{Name: "nominal.tsv", Columns: "unit us size goods source", Add: u.readNominal},
		{Name: "gold.tsv", Columns: "en zh", Add: u.readGold},
	})
	if err != nil {
		return nil, fmt.Errorf("read tables of measures: %w", err)
	}
	u.addRoundSizes()
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

// readUnit reads a line of units.tsv. A unit without a size is the catalogue's, a
// temperature, or one that stays.
func (u *Units) readUnit(cells []string) error {
	dim, ok := dimensions[cells[1]]
	if !ok {
		return table.Unknown("dimension", cells[1])
	}
	if _, known := catalog.LookupUnit(cells[0]); known {
		return u.readCatalogUnit(cells)
	}
	made := unit{Code: cells[0], dim: dim, Chinese: cells[3], name: cells[4], scale: u.scales[dim]}
	if dim == kept && made.Chinese == "" {
		return table.Chinese
	}
	if dim != temperature && dim != kept {
		if made.size, ok = new(big.Rat).SetString(cells[2]); !ok {
			return table.Size
		}
	}
	return table.Enter(u.extra, cells[0], made)
}

func (u *Units) readCatalogUnit(cells []string) error {
	if cells[3] == "" {
		return table.Enter(u.us, cells[0], cells[4])
	}
	return table.Enter(u.metric, cells[0], cells[3])
}

// readName reads a line of unit-names.tsv; - is no unit.
func (u *Units) readName(cells []string) error {
	if _, known := u.extra[cells[1]]; !known && cells[1] != "-" {
		return table.Unknown("unit", cells[1])
	}
	return table.Enter(u.names, cells[0], cells[1])
}

func (u *Units) readAxis(cells []string) error {
	return table.EnterChinese(u.Axes, cells[0], cells[1])
}

func (u *Units) readGold(cells []string) error {
	return table.EnterChinese(u.gold, u.key(cells[0]), cells[1])
}

// key is how the words of a table's line are looked up.
func (u *Units) key(en string) string { return u.lex.JoinStems(u.lex.Words(en)) }
