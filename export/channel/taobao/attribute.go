package taobao

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// The attributes that most categories have.
const (
	pidColor = "1627207" // 颜色分类

	pidClothesSize = "20509"    // 尺码, of clothes
	pidShoesSize   = "20549"    // 尺码, of shoes
	pidBrand       = "20000"    // 品牌
	pidModel       = "13021751" // 货号
)

// saleNames are the option names that say which sale attribute they are. Which one a
// size is depends on the goods: see the classes of the table.
var saleNames = map[string]saleName{
	"color": colorName, "colour": colorName, "颜色": colorName, "颜色分类": colorName,
	"size": sizeName, "尺码": sizeName, "尺寸": sizeName, "鞋码": sizeName, "鞋子尺码": sizeName,
}

type saleName uint8

const (
	colorName saleName = iota + 1
	sizeName
)

// namedPid is the sale attribute that an option's name says, for these goods; empty
// where it says none.
func (g *goods) namedPid(option string) string {
	switch saleNames[strings.ToLower(strings.TrimSpace(option))] {
	case colorName:
		return pidColor
	case sizeName:
		if g.class != nil {
			return g.class.Value
		}
	}
	return ""
}

// pair is an attribute and one of its values: pid and vid.
type pair struct{ pid, vid string }

func (p pair) String() string { return p.pid + ":" + p.vid }

// attributes are a product's options as sale attributes.
type attributes struct {
	pids   []string            // by option
	vids   []map[string]string // by option: its value's vid
	pairs  []pair              // in order of appearance
	alias  []string            // pid:vid:name, names for the platform's own values
	custom []string            // pid:vid:name, values of the shop's own
}

// of returns a variant's values.
func (a *attributes) of(v *catalog.Variant) []pair {
	var pairs []pair
	for i, pid := range a.pids {
		if i < len(v.Options) && pid != "" {
			pairs = append(pairs, pair{pid, a.vids[i][v.Options[i]]})
		}
	}
	return pairs
}

// saleAttributes gives each option its sale attribute, each value its vid, and
// fills the columns that name them. Values of the shop's own are numbered -1001,
// -1002, ... within their attribute.
func (g *goods) saleAttributes() *attributes {
	a := &attributes{}
	for i := range g.Options {
		a.pids = append(a.pids, g.pid(i, a.pids))
		a.vids = append(a.vids, map[string]string{})
	}
	for i := range g.Variants {
		for o, value := range g.Variants[i].Options {
			if o < len(a.pids) && a.pids[o] != "" && value != "" {
				g.addValue(a, o, value)
			}
		}
	}
	g.set("propAlias", strings.Join(a.alias, ";"))
	g.set("input_custom_cpv", strings.Join(a.custom, ";"))
	g.row.Set("cateProps", g.categoryProps(a))
	return a
}

// pid finds an option's sale attribute: the product's own word, the option's name,
// otherwise one that is free. Shops sell flavours and volumes under 颜色分类 everywhere;
// it is reported all the same.
func (g *goods) pid(i int, taken []string) string {
	option := g.Options[i]
	if own := g.own("pid." + option); own != "" {
		return own
	}
	free := func(pid string) bool {
		for o, other := range g.Options {
			if o != i && (g.own("pid."+other) == pid || o < i && taken[o] == pid || g.namedPid(other) == pid && o > i) {
				return false
			}
		}
		return true
	}
	if pid := g.namedPid(option); pid != "" && free(pid) {
		if !certainPids[pid] {
			g.assume(i, pid)
		}
		return pid
	}
	for _, pid := range g.sparePids() {
		if free(pid) {
			g.assume(i, pid)
			return pid
		}
	}
	g.report("sale-attribute-missing", catalog.Blocked, catalog.Field("option"+strconv.Itoa(i+1)+"_name"), "option", option)
	return ""
}

// certainPids are the attributes that the name of an option, and what the goods are,
// leave no doubt of; the rest were seen in one public writer only.
var certainPids = map[string]bool{pidColor: true, pidClothesSize: true, pidShoesSize: true}

// sparePids are the attributes for options that none fits: 颜色分类, which all categories
// have, then the size of these goods. What a size is of other goods only the category
// says; that of clothes is the commonest, and is reported like all that is assumed.
func (g *goods) sparePids() []string {
	if g.class != nil {
		return []string{pidColor, g.class.Value}
	}
	return []string{pidColor, pidClothesSize}
}

// assume reports which sale attribute an option was given.
func (g *goods) assume(i int, pid string) {
	g.report("sale-attribute-assumed", catalog.Warning, catalog.Field("option"+strconv.Itoa(i+1)+"_name"), "option", g.Options[i], "pid", pid)
}

// addValue gives an option's value its vid when it is met first.
func (g *goods) addValue(a *attributes, o int, value string) {
	if _, known := a.vids[o][value]; known {
		return
	}
	pid, label := a.pids[o], g.label(o, value)
	vid := g.own("vid." + g.Options[o] + "." + value)
	if vid != "" {
		a.alias = append(a.alias, pid+":"+vid+":"+label)
	} else {
		vid = strconv.Itoa(-1001 - len(a.vids[o]))
		a.custom = append(a.custom, pid+":"+vid+":"+label)
	}
	g.checkNumber(a, o, value, vid)
	a.vids[o][value] = vid
	a.pairs = append(a.pairs, pair{pid, vid})
}

// checkNumber reports two values of an option that have one number of the platform's:
// their SKUs would be one.
func (g *goods) checkNumber(a *attributes, o int, value, vid string) {
	for _, other := range slices.Sorted(maps.Keys(a.vids[o])) {
		if a.vids[o][other] == vid {
			g.report("option-numbers-alike", catalog.Blocked, catalog.Field("option"+strconv.Itoa(o+1)),
				"option", g.Options[o], "value", value, "other", other, "number", vid)
			return
		}
	}
}

// label is what a buyer reads: the value in Chinese where the listing has it.
// The signs of the cell's own grammar become their full-width forms.
func (g *goods) label(o int, value string) string {
	text := value
	if l := g.Listing(catalog.SimplifiedChinese); l != nil && l.Options[value] != "" {
		text = l.Options[value]
	}
	if bad := catalog.Unencodable(text, catalog.GBK); len(bad) > 0 {
		fix, left := catalog.GBK.Fit(text)
		p := catalog.NewProblem("char-not-in-charset", catalog.Blocked, catalog.Field("option"+strconv.Itoa(o+1)),
			"column", "input_custom_cpv", "charset", string(catalog.GBK), "characters", string(bad[0].Rune))
		if len(left) == 0 {
			p = p.WithFix(fix)
		}
		g.problems = append(g.problems, p)
	}
	return cellSigns.Replace(text)
}

var cellSigns = strings.NewReplacer(":", "：", ";", "；", "\n", " ", "\t", " ")

// categoryProps are the attributes of the category, and every sale attribute's
// value that a SKU uses.
func (g *goods) categoryProps(a *attributes) string {
	var all []string
	if own := strings.Trim(g.own("cateProps"), ";"); own != "" {
		all = append(all, own)
	}
	for _, p := range a.pairs {
		all = append(all, p.String())
	}
	return strings.Join(all, ";")
}

// inputs fills what is typed in rather than chosen: brand and model.
func (g *goods) inputs() {
	var pids, values []string
	add := func(pid, value string) {
		if value != "" {
			pids = append(pids, pid)
			values = append(values, strings.ReplaceAll(value, ",", "，"))
		}
	}
	add(pidBrand, g.Brand)
	add(pidModel, g.Variants[0].MPN)
	g.set("inputPids", strings.Join(pids, ","))
	g.set("inputValues", strings.Join(values, ","))
}
