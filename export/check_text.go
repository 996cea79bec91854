package export

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// uniqueCheck finds a text that another row of the feed has already. Rows of one
// product share what is the product's, so that is looked at on its first row only.
func uniqueCheck(args []string) (finder, error) {
	how := strings.Join(args, " ")
	fold, known := uniqueForms[how]
	if !known {
		return nil, errors.New("it takes exact, any-case or gtin")
	}
	return func(s *subject, col *Column, text string) *fault {
		if !col.varies() && !s.first {
			return nil
		}
		key, code := fold(text)
		alike := key != "" && !s.firstSeen(col.key+"\n"+how, key)
		switch {
		case how != "gtin" && !s.firstSeen(col.key, text):
			return breach("value-duplicate")
		case alike:
			return breach(code)
		}
		return nil
	}, nil
}

// uniqueForms are the forms in which texts are compared, and the code of two that
// are the same in it.
var uniqueForms = map[string]func(string) (key, code string){
	"exact":    func(string) (string, string) { return "", "" },
	"any-case": func(s string) (string, string) { return strings.ToLower(s), "value-alike" },
	"gtin":     func(s string) (string, string) { return catalog.GTINKey(s), "gtin-shared" },
}

// findZero finds a price of nothing. What is above nothing and rounds to it counts.
func findZero(_ *subject, _ *Column, text string) *fault {
	if n, err := leadingNumber(text); err == nil && n.IsZero() {
		return breach("price-zero")
	}
	return nil
}

// findAddress finds what is no address of the web. One that lacks only its scheme
// gets a proposal.
func findAddress(_ *subject, _ *Column, text string) *fault {
	if u, err := url.Parse(text); err == nil && isWeb(text) && u.Host != "" {
		return nil
	}
	f := breach("address-form")
	bare := strings.TrimPrefix(text, "//")
	if host, _, _ := strings.Cut(bare, "/"); strings.Contains(host, ".") && !strings.ContainsAny(host, ":@ \\") {
		f.fix = "https://" + bare
	}
	return f
}

// findPrivate finds an address that nobody outside of the shop's own network opens.
func findPrivate(_ *subject, _ *Column, text string) *fault {
	u, err := url.Parse(text)
	if err != nil || !isWeb(text) || !isPrivate(u.Hostname()) {
		return nil
	}
	return breach("address-private")
}

// privateNames end the names of hosts that are no place of the web (RFC 6761 and
// RFC 6762; .internal is reserved by ICANN since 2024).
var privateNames = []string{"localhost", "local", "internal", "test", "invalid", "lan", "home.arpa"}

func isPrivate(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if at, err := netip.ParseAddr(host); err == nil {
		return at.IsLoopback() || at.IsPrivate() || at.IsLinkLocalUnicast() || at.IsUnspecified()
	}
	for _, name := range privateNames {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return host != "" && !strings.Contains(host, ".")
}

// colorsCheck finds more colours than a channel takes, and signs between them that
// it does not read.
func colorsCheck(args []string) (finder, error) {
	most, err := strconv.Atoi(strings.Join(args, " "))
	if err != nil || most < 1 {
		return nil, errors.New("it takes how many colours there may be")
	}
	return func(_ *subject, _ *Column, text string) *fault {
		colors := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/,;|、，；+&", r) })
		switch {
		case len(colors) > most:
			return breach("colors-many", "count", strconv.Itoa(len(colors)), "max", strconv.Itoa(most))
		case strings.ContainsAny(text, ",;|、，；"):
			f := breach("colors-separated")
			for i := range colors {
				colors[i] = strings.TrimSpace(colors[i])
			}
			f.fix = strings.Join(colors, "/")
			return f
		}
		return nil
	}, nil
}

// findUnknownStock finds a variant of which nobody knows how many there are, where
// the row says all the same whether it can be had.
func findUnknownStock(s *subject, _ *Column, _ string) *fault {
	if s.variant == nil || s.variant.Quantity != nil || s.variant.Untracked() || s.sellsBeyondStock() {
		return nil
	}
	if _, said := s.product.Attribute("availability"); said {
		return nil
	}
	return breach("stock-assumed")
}

// withoutCheck finds signs that part the values of the file.
func withoutCheck(args []string) (finder, error) {
	signs := strings.Join(args, "")
	if signs == "" {
		return nil, errors.New("it takes the signs that must not occur")
	}
	return func(_ *subject, _ *Column, text string) *fault {
		if strings.ContainsAny(text, signs) {
			return breach("signs-reserved", "signs", QuoteSigns(signs))
		}
		return nil
	}, nil
}

// QuoteSigns names signs one by one: ":" and ";" stay apart in a sentence.
func QuoteSigns(signs string) string {
	var quoted []string
	for _, r := range signs {
		quoted = append(quoted, fmt.Sprintf("%q", string(r)))
	}
	return strings.Join(quoted, ", ")
}

// prefixCheck finds GTINs of ranges that are no product's: of coupons, of goods that
// a shop weighs and marks itself. A prefix is of the form of 13 digits; the first of
// 14 says the package.
func prefixCheck(args []string) (finder, error) {
	if len(args) < 2 || prefixCodes[args[0]] == "" {
		return nil, errors.New("it takes coupon, restricted or restricted-8, and prefixes")
	}
	for _, prefix := range args[1:] {
		if strings.Trim(prefix, "0123456789") != "" {
			return nil, fmt.Errorf("%q is not a prefix", prefix)
		}
	}
	return func(_ *subject, _ *Column, text string) *fault {
		digits := gtinDigits(text, args[0] == shortRange)
		for _, prefix := range args[1:] {
			if digits != "" && strings.HasPrefix(digits, prefix) {
				return breach(prefixCodes[args[0]], "prefix", prefix)
			}
		}
		return nil
	}, nil
}

// shortRange is the range of codes of 8 digits that are a shop's own: they have
// prefixes of their own (GS1 General Specifications, section 1.4.3).
const shortRange = "restricted-8"

// prefixCodes are the ranges of GTINs that no product on sale has.
var prefixCodes = map[string]string{"coupon": "gtin-coupon", "restricted": "gtin-restricted", shortRange: "gtin-restricted"}

// gtinDigits are the digits of a GTIN that a prefix begins: of 8, or in the form of 13.
// It is empty where the text is none of the asked length.
func gtinDigits(text string, short bool) string {
	key := catalog.GTINKey(text)
	switch isShort := strings.HasPrefix(key, "000000"); {
	case key == "" || isShort != short:
		return ""
	case short:
		return key[6:]
	}
	return key[1:]
}

// findGTIN finds what is no GTIN.
func findGTIN(_ *subject, _ *Column, text string) *fault {
	if _, p := GTIN(text); p != nil {
		return &fault{code: p.Code, fix: p.Fix}
	}
	return nil
}

// GTIN reads a code by which a marketplace looks goods up. The problem says why it
// is none; a row of zeros is what shops write where they have no code.
func GTIN(text string) (string, *catalog.Problem) {
	code, err := catalog.ParseGTIN(text)
	if p, wrong := catalog.GTINProblem(text, err); wrong {
		return "", &p
	}
	if strings.Trim(code, "0") == "" {
		p := catalog.NewProblem("gtin-zero", catalog.Warning, catalog.FieldGTIN, "value", text)
		return "", &p
	}
	return code, nil
}
