package catalog

import (
	"math/bits"
	"testing"
)

// TestFieldBits: a field too many would get no bit, and of it the last row would count.
func TestFieldBits(t *testing.T) {
	var all fieldSet
	for name, bit := range fieldBits {
		if bits.OnesCount64(uint64(bit)) != 1 || all&bit != 0 {
			t.Errorf("%s has the bits %b, want one of its own", name, bit)
		}
		all |= bit
	}
}
