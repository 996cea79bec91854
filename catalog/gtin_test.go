package catalog

import (
	"errors"
	"strings"
	"testing"
)

func TestParseGTIN(t *testing.T) {
	// The codes are those of the GS1 General Specifications and of the check
	// digit calculator at gs1.org, and codes made wrong from them.
	tests := []struct {
		in, want, repair string
		reason           error
	}{
		{in: "4006381333931", want: "4006381333931"},
		{in: "036000291452", want: "036000291452"},
		{in: "96385074", want: "96385074"},
		{in: "10614141000415", want: "10614141000415"},
		{in: " 0-36000-29145-2 ", want: "036000291452"},
		{in: "４００６３８１３３３９３１", want: "4006381333931"},
		{in: "36000291452", want: "36000291452", repair: "036000291452", reason: ErrGTINLength},
		{in: "36000291453", want: "36000291453", reason: ErrGTINLength},
		{in: "4006381333932", want: "4006381333932", reason: ErrGTINCheckDigit},
		{in: "4.00638E+12", want: "4.00638E+12", reason: ErrGTINDigits},
		{in: "", want: "", reason: ErrGTINDigits},
		{in: "123", want: "123", reason: ErrGTINLength},
		{in: "123456789012345678", want: "123456789012345678", reason: ErrGTINLength},
	}
	for _, tt := range tests {
		got, err := ParseGTIN(tt.in)
		var wrong *GTINError
		errors.As(err, &wrong)
		repair := ""
		if wrong != nil {
			repair = wrong.Repair
		}
		if got != tt.want || !errors.Is(err, tt.reason) || repair != tt.repair {
			t.Errorf("ParseGTIN(%q) = %q, %v, repair %q; want %q, %v, repair %q", tt.in, got, err, repair, tt.want, tt.reason, tt.repair)
		}
	}
}

func TestEveryWrongDigitIsFound(t *testing.T) {
	const right = "4006381333931"
	for i := range right {
		for d := '0'; d <= '9'; d++ {
			code := right[:i] + string(d) + right[i+1:]
			if _, err := ParseGTIN(code); (err == nil) != (code == right) {
				t.Errorf("ParseGTIN(%q): %v", code, err)
			}
		}
	}
}

func FuzzGTIN(f *testing.F) {
	for _, s := range []string{"4006381333931", "36000291452", "0-36000-29145-2", "１２", "4.0E+12", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, err := ParseGTIN(s)
		var wrong *GTINError
		if err != nil && !errors.As(err, &wrong) {
			t.Fatalf("ParseGTIN(%q): an error of another kind: %v", s, err)
		}
		if err == nil && strings.Trim(code, "0123456789") != "" {
			t.Fatalf("ParseGTIN(%q) = %q, which is not digits", s, code)
		}
		if wrong != nil && wrong.Repair != "" {
			if again, err := ParseGTIN(wrong.Repair); err != nil || again != wrong.Repair {
				t.Fatalf("ParseGTIN(%q) proposes %q, which is no GTIN: %v", s, wrong.Repair, err)
			}
		}
	})
}
