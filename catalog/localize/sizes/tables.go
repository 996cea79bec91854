package sizes

import (
	"fmt"
	"io/fs"
	"math/big"
	"strings"

	"tradewind.app/catalog/localize/table"
	"tradewind.app/catalog/localize/words"
)

// Tables are the tables of sizes. They are read once and never change, so any number of
// goroutines may use them.
type Tables struct {
	lex    *words.Lexicon
	goods  map[string]kind      // by the stemmed words of products
	people map[string]string    // the Chinese of whom a size is for
	widths map[[2]string]string // the Chinese of a shoe's width, for women, men or all
	fits   map[string]string    // the Chinese of what is behind a size of clothes
	beds   map[string]bed
	shoes  []shoe
	rings  map[string]ring
	bands  []band
	cups   map[string]string // how much more the bust is, in centimetres
	tops   []top
}

// The lines of the tables.
type (
	bed struct {
		chinese       string
		width, length *big.Rat // of the mattress, in inches
	}
	shoe struct{ who, us, uk, eu, mm, source string }
	ring struct{ inner, around, cn, source string }
	band struct{ cn, cm, us, source string }
	top  struct{ who, alpha, us, cn, source string }
)

// kind is a kind of goods by their sizes, one bit each.
type kind uint32

const (
	shoesKind kind = 1 << iota
	braKind
	ringKind
	pantsKind
	shirtKind
	suitKind
	hatKind
	gloveKind
	babyKind
	kidsKind
	womenKind
	menKind
	apparelKind
	bedKind
	mattressKind
	diaperKind
	petKind
	noneKind // of what is called like something that is worn
)

var kinds = map[string]kind{
	"shoes": shoesKind, "bra": braKind, "ring": ringKind, "pants": pantsKind, "shirt": shirtKind, "suit": suitKind, "hat": hatKind, "glove": gloveKind,
	"baby": babyKind, "kids": kidsKind, "women": womenKind, "men": menKind, "apparel": apparelKind, "bed": bedKind, "mattress": mattressKind, "diaper": diaperKind, "pet": petKind, "none": noneKind,
}

func (k kind) has(any kind) bool { return k&any != 0 }

// Load reads the tables of sizes of a folder.
func Load(lex *words.Lexicon, fsys fs.FS) (*Tables, error) {
	t := &Tables{
		lex: lex, goods: map[string]kind{}, people: map[string]string{}, widths: map[[2]string]string{}, fits: map[string]string{},
		beds: map[string]bed{}, rings: map[string]ring{}, cups: map[string]string{},
	}
	err := table.ReadAll(fsys, []table.File{
		{Name: "goods.tsv", Columns: "en kind", Add: t.readGoods},
		{Name: "people.tsv", Columns: "en zh", Add: t.readPeople},
		{Name: "widths.tsv", Columns: "en who zh", Add: t.readWidth},
		{Name: "fits.tsv", Columns: "en zh", Add: t.readFit},
		{Name: "beds.tsv", Columns: "en zh width length source", Add: t.readBed},
		{Name: "shoes.tsv", Columns: "who us uk eu mm source", Add: t.readShoe},
		{Name: "rings.tsv", Columns: "us inner around cn source", Add: t.readRing},
		{Name: "bras.tsv", Columns: "kind size cm us source", Add: t.readBra},
		{Name: "tops.tsv", Columns: "who alpha us cn source", Add: t.readTop},
	})
	if err != nil {
		return nil, fmt.Errorf("read tables of sizes: %w", err)
	}
	return t, nil
}

func (t *Tables) readGoods(cells []string) error {
	k, key := kinds[cells[1]], t.lex.JoinStems(t.lex.Words(cells[0]))
	switch {
	case k == 0:
		return table.Unknown("kind", cells[1])
	case t.goods[key].has(k):
		return table.Duplicate
	}
	t.goods[key] |= k
	return nil
}

func (t *Tables) readPeople(cells []string) error {
	return table.EnterChinese(t.people, cells[0], cells[1])
}

func (t *Tables) readWidth(cells []string) error {
	if cells[2] == "" {
		return table.Chinese
	}
	if !validWho(cells[1]) && cells[1] != "" {
		return table.Unknown("who", cells[1])
	}
	key := [2]string{cells[0], cells[1]}
	if t.widths[key] != "" {
		return table.Duplicate
	}
	t.widths[key] = cells[2]
	return nil
}

func validWho(who string) bool { return who == "women" || who == "men" || who == "kids" }

func (t *Tables) readFit(cells []string) error {
	return table.EnterChinese(t.fits, cells[0], cells[1])
}

func (t *Tables) readBed(cells []string) error {
	width, ok := new(big.Rat).SetString(cells[2])
	length, lengthOK := new(big.Rat).SetString(cells[3])
	if !ok || !lengthOK || cells[4] == "" {
		return table.Size
	}
	if cells[1] == "" {
		return table.Chinese
	}
	return table.Enter(t.beds, cells[0], bed{cells[1], width, length})
}

func (t *Tables) readShoe(cells []string) error {
	if !validWho(cells[0]) {
		return table.Unknown("who", cells[0])
	}
	for _, number := range cells[1:5] {
		if _, ok := new(big.Rat).SetString(number); !ok {
			return table.Size
		}
	}
	t.shoes = append(t.shoes, shoe{cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]})
	return nil
}

func (t *Tables) readRing(cells []string) error {
	if _, ok := new(big.Rat).SetString(cells[1]); !ok {
		return table.Size
	}
	return table.Enter(t.rings, cells[0], ring{cells[1], cells[2], cells[3], cells[4]})
}

// readBra reads a line of bras.tsv.
func (t *Tables) readBra(cells []string) error {
	switch cells[0] {
	case "band":
		t.bands = append(t.bands, band{cells[1], cells[2], cells[3], cells[4]})
	case "cup":
		return table.Enter(t.cups, cells[1], cells[2])
	default:
		return table.Unknown("kind", cells[0])
	}
	return nil
}

func (t *Tables) readTop(cells []string) error {
	if !validWho(cells[0]) {
		return table.Unknown("who", cells[0])
	}
	t.tops = append(t.tops, top{cells[0], cells[1], cells[2], cells[3], cells[4]})
	return nil
}

// kindsOf are the kinds of goods that texts name; of lines that begin at one word the
// longest decides.
func (t *Tables) kindsOf(texts ...string) kind {
	var found kind
	for _, text := range texts {
		ts := t.lex.Tokens(text)
		for i := 0; i < len(ts); {
			k, n := t.goodsAt(ts[i:])
			found |= k
			i += max(n, 1)
		}
	}
	return found &^ noneKind
}

// maxGoodsWords is how many words a line of goods.tsv has.
const maxGoodsWords = 4

// goodsAt is the longest line of goods.tsv that begins at ts[0], and its words.
func (t *Tables) goodsAt(ts []words.Token) (found kind, length int) {
	key := ""
	for n := range min(maxGoodsWords, len(ts)) {
		key = strings.TrimPrefix(key+" "+ts[n].Stem, " ")
		if k := t.goods[key]; k != 0 {
			found, length = k, n+1
		}
	}
	return found, length
}
