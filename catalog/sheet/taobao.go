package sheet

import (
	"cmp"
	"strings"

	"tradewind.app/catalog"
)

// taobao is the layout of the Taobao assistant: one row per item, its SKUs packed
// in one cell.
type taobao struct{ run *run }

func (t *taobao) flush() {}

func (t *taobao) add(l *line) {
	b := newBuilder(t.run, l)
	b.begin(l)
	l.dropZeroWeight()
	skus := saleSKUs(l)
	for i := range l.values {
		v := &l.values[i]
		v.Converted = v.Field == catalog.FieldPrice
		v.WholeGrams = v.Field == catalog.FieldWeight
		t.productText(b, l, v, skus)
	}
	shots := t.pictures(l)
	b.imported.Copies = true
	for _, p := range shots {
		if p.pair == "" {
			b.image(p.source, "", 0, p.place)
		}
	}
	if len(skus) == 0 {
		b.variant(l)
	}
	for _, s := range skus {
		b.sku(l, s, shots)
	}
	t.run.emit(b.finish())
}

// productText takes a text that is the product's. The title of a package is both:
// what the product is called, and its Chinese listing.
func (t *taobao) productText(b *builder, l *line, v *value, skus []saleSKU) {
	switch {
	case v.Field == catalog.FieldSKU && len(skus) > 0:
		b.code(taobaoCode, v.Text, v.Place)
	case v.column.role, v.column.info.Level == catalog.VariantLevel:
	case v.Field == catalog.FieldTitle, v.Field == catalog.FieldDescription:
		b.set(v.Field, v.Text, v.Place)
		b.set(v.Field.At(catalog.SimplifiedChinese), v.Text, v.Place)
	case v.Field == "channel.taobao.cateProps":
		b.set(v.Field, withoutSale(v.Text, skus), v.Place)
	case v.Field == "channel.taobao.inputPids", v.Field == "channel.taobao.inputValues":
		t.input(b, v, l)
	case v.Text != "0" && !saysNothing(v):
		b.set(v.Field, v.Text, v.Place)
	}
}

// brandInput is the attribute that is a brand typed in.
const brandInput = "20000"

// input takes what was typed in rather than chosen. A brand alone is the product's:
// as a value of the channel it would outlast a change of the product's.
func (t *taobao) input(b *builder, v *value, l *line) {
	switch {
	case strings.Trim(l.text("channel.taobao.inputPids"), ",; ") != brandInput:
		if strings.Trim(v.Text, ",;") != "" {
			b.set(v.Field, v.Text, v.Place)
		}
	case v.Field == "channel.taobao.inputValues":
		b.set(catalog.FieldBrand, v.Text, v.Place)
	}
}

// saysNothing reports whether a cell is what packages have where nothing is filled in:
// signs between values that are none, an empty object, a stock that is not abroad.
func saysNothing(v *value) bool {
	switch v.Field {
	case "channel.taobao.qualification":
		return strings.NewReplacer("%7B", "", "%7D", "", "%20", "").Replace(strings.ToUpper(v.Text)) == ""
	case "channel.taobao.foodparame":
		for part := range strings.SplitSeq(v.Text, ";") {
			if _, value, _ := strings.Cut(part, ":"); strings.TrimSpace(value) != "" {
				return false
			}
		}
		return true
	case "channel.taobao.global_stock_type":
		return v.Text == "-1"
	}
	return strings.Trim(v.Text, ",;") == ""
}

// shot is one picture of an item; pair is the sale attribute's value it shows, ""
// for a main one.
type shot struct {
	source, pair string
	place        catalog.Place
}

// pictures reads name:1:place:|url; for main pictures and name:2:0:pid:vid|url;
// for those of a value. Without a url the picture is a file called name.tbi in a
// folder beside the package, called like it.
func (t *taobao) pictures(l *line) []shot {
	cell, ok := l.at(Pictures)
	if !ok {
		return nil
	}
	folder := strings.TrimSuffix(t.run.book.name, extension(t.run.book.name))
	var shots []shot
	for part := range strings.SplitSeq(cell.Text, ";") {
		what, url, _ := strings.Cut(strings.TrimSpace(part), "|")
		fields := strings.SplitN(what, ":", 4)
		if fields[0] == "" {
			continue
		}
		s := shot{source: cmp.Or(strings.TrimSpace(url), folder+"/"+fields[0]+".tbi"), place: cell.Place}
		if len(fields) == 4 && fields[1] == "2" {
			s.pair = strings.Trim(fields[3], ":")
		}
		shots = append(shots, s)
	}
	return shots
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}
