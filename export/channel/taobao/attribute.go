package taobao

import (
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// The sale attributes that hold over most categories.
const (
	pidColor = "1627207"  // 颜色分类
	pidSize  = "20509"    // 尺码
	pidBrand = "20000"    // 品牌
	pidModel = "13021751" // 货号
)

// saleNames are the option names that say which sale attribute they are.
var saleNames = map[string]string{
	"color": pidColor, "colour": pidColor, "颜色": pidColor, "颜色分类": pidColor,
	"size": pidSize, "尺码": pidSize, "尺寸": pidSize,
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
	g.checkOptions()
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

// checkOptions tells variants that cannot be told apart.
func (g *goods) checkOptions() {
	seen := map[string]bool{}
	for i := range g.Variants {
		v := &g.Variants[i]
		for o, option := range g.Options {
			if o >= len(v.Options) || v.Options[o] == "" {
				g.tell("option-value-missing", catalog.Blocked, catalog.FieldOption1, "option", option, "sku", v.SKU)
			}
		}
		key := strings.Join(v.Options, "\n")
		if seen[key] {
			g.tell("variants-alike", catalog.Blocked, catalog.FieldOption1, "sku", v.SKU)
		}
		seen[key] = true
	}
}

// pid finds an option's sale attribute: the product's own word, the option's
// name, else the first of colour and size that is free. Shops sell flavours and
// volumes under 颜色分类 everywhere; it is told all the same.
func (g *goods) pid(i int, taken []string) string {
	option := g.Options[i]
	if own := g.own("pid." + option); own != "" {
		return own
	}
	free := func(pid string) bool {
		for o, other := range g.Options {
			if o != i && (g.own("pid."+other) == pid || o < i && taken[o] == pid || saleNames[strings.ToLower(other)] == pid && o > i) {
				return false
			}
		}
		return true
	}
	if pid := saleNames[strings.ToLower(option)]; pid != "" && free(pid) {
		return pid
	}
	for _, pid := range []string{pidColor, pidSize} {
		if free(pid) {
			g.tell("sale-attribute-assumed", catalog.Warning, catalog.Field("option"+strconv.Itoa(i+1)+"_name"), "option", option, "pid", pid)
			return pid
		}
	}
	g.tell("sale-attribute-missing", catalog.Blocked, catalog.Field("option"+strconv.Itoa(i+1)+"_name"), "option", option)
	return ""
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
	a.vids[o][value] = vid
	a.pairs = append(a.pairs, pair{pid, vid})
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
