// Package exporttest is the conformance suite of marketplaces. A channel's test
// is five lines:
//
//	func TestChannel(t *testing.T) {
//		c, err := New()
//		if err != nil {
//			t.Fatal(err)
//		}
//		exporttest.Conform(t, c)
//	}
//
// and TestGolden likewise, with Golden, which "make golden" looks for.
//
// Conform proves on invented products, sound and hostile ones, what is true of
// every feed; Golden compares the feed of the sound ones with files that a person has
// read. The package must not know any single marketplace.
package exporttest
