package sizes

import (
	"math/big"
	"strings"
)

// bedSize writes the size of a bed; of what fits a mattress with the mattress in
// centimetres: 加州特大号（床垫183×213厘米）.
func (t *Tables) bedSize(s size) (string, bool, bool) {
	if !s.kind.has(bedKind | mattressKind) {
		return "", false, false
	}
	value, _, _ := strings.Cut(strings.ReplaceAll(s.value, "-", " "), " (")
	parts := strings.Split(strings.TrimSuffix(value, " size"), "/")
	var names []string
	for _, part := range parts {
		b, ok := t.beds[strings.TrimSuffix(strings.TrimSpace(part), " size")]
		if !ok {
			return "", false, false
		}
		names = append(names, b.chinese)
	}
	text := strings.Join(names, "/")
	if len(names) == 1 && s.kind.has(mattressKind) {
		text += "（床垫" + t.beds[strings.TrimSuffix(strings.TrimSpace(parts[0]), " size")].centimetres() + "）"
	}
	return text, true, true
}

// centimetres is the size of the mattress.
func (b bed) centimetres() string {
	return inch(b.width) + "×" + inch(b.length) + "厘米"
}

func inch(v *big.Rat) string {
	return new(big.Rat).Mul(v, big.NewRat(254, 100)).FloatString(0)
}
