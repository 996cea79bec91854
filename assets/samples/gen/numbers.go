package main

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// exampleGTIN makes the code of the n-th variant, with the right check digit:
// every third a UPC under the prefix 614141, the rest EAN-13 under 952, both
// of which GS1 uses in its own examples.
func exampleGTIN(n int) string {
	if n%3 == 2 {
		return withCheckDigit(fmt.Sprintf("614141%05d", 20_000+n*7))
	}
	return withCheckDigit(fmt.Sprintf("9521101%05d", 30_000+n*11))
}

// withCheckDigit appends the digit of GS1 General Specifications 7.9: weights
// 3, 1, 3 ... from the right.
func withCheckDigit(digits string) string {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			d *= 3
		}
		sum += d
	}
	return digits + string(rune('0'+(10-sum%10)%10))
}

// costOf is what the shop pays: 46 % of the price, to the cent.
func costOf(price string) (string, error) {
	d, err := decimal.NewFromString(price)
	if err != nil {
		return "", fmt.Errorf("price %q: %w", price, err)
	}
	return d.Mul(decimal.RequireFromString("0.46")).StringFixed(2), nil
}
