package catalog

import (
	"errors"
	"strings"
)

// What can be wrong with a GTIN (GS1 General Specifications, section 7.9).
var (
	ErrGTINLength     = errors.New("a GTIN has 8, 12, 13 or 14 digits")
	ErrGTINCheckDigit = errors.New("the last digit does not fit the others")
	ErrGTINDigits     = errors.New("a GTIN has digits only")
)

// GTINError says what is wrong with a code and, where one repair would make it
// right, which. The repair is a proposal: nobody but the merchant knows.
type GTINError struct {
	Reason error
	Repair string
}

func (e *GTINError) Error() string { return e.Reason.Error() }
func (e *GTINError) Unwrap() error { return e.Reason }

// gtinSigns may be between the digits.
var gtinSigns = strings.NewReplacer(" ", "", "-", "", "\u00a0", "")

// ParseGTIN checks length and check digit and returns the digits alone: spaces
// and hyphens between them are allowed. On a *GTINError the digits are returned
// as they are.
//
// The length is checked for itself. The check digit counts from the right, so it
// still fits a UPC whose leading zero a spreadsheet has eaten: 36000291452 passes
// mod 10 but is 036000291452.
func ParseGTIN(s string) (string, error) {
	digits := foldDigits(strings.TrimSpace(s))
	if strings.Trim(digits, "0123456789") != "" {
		digits = gtinSigns.Replace(digits)
	}
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return digits, &GTINError{Reason: ErrGTINDigits}
	}
	switch n := len(digits); {
	case n == 8 || n == 12 || n == 13 || n == 14:
		if !checkDigitFits(digits) {
			return digits, &GTINError{Reason: ErrGTINCheckDigit}
		}
		return digits, nil
	case n < 14:
		return digits, &GTINError{Reason: ErrGTINLength, Repair: padded(digits)}
	}
	return digits, &GTINError{Reason: ErrGTINLength}
}

// padded returns the code with its lost leading zeros, when the check digit says
// that it had them: 9 to 11 digits were a UPC, 7 a GTIN-8.
func padded(digits string) string {
	for _, n := range []int{8, 12, 13} {
		if lost := n - len(digits); lost > 0 && lost <= 3 && checkDigitFits(digits) {
			return strings.Repeat("0", lost) + digits
		}
	}
	return ""
}

// checkDigitFits computes mod 10 with weights 3, 1, 3 ... from the right.
func checkDigitFits(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 3
		}
		sum += d
	}
	return sum%10 == 0
}

// gtinKeyLength is the length of the longest GTIN, the form in which all are compared.
const gtinKeyLength = 14

// GTINKey is the form in which GTINs are compared, 14 digits with zeros before
// them: the same number with a zero more or less is the same GTIN (GS1 General
// Specifications, section 3), as is one that has lost its leading zeros to a
// spreadsheet. It is empty for what is no GTIN, all zeros among it: shops write them
// where they have no code.
func GTINKey(code string) string {
	digits, err := ParseGTIN(code)
	var wrong *GTINError
	if errors.As(err, &wrong) {
		digits = wrong.Repair
	}
	if strings.Trim(digits, "0") == "" {
		return ""
	}
	return strings.Repeat("0", gtinKeyLength-len(digits)) + digits
}
