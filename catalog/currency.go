package catalog

import (
	"slices"
	"strings"
)

// currencySigns are the signs merchants write, longest first where one begins
// with another. A lone $ or ¥ means different money in different shops, so these
// two only count when the caller's own currency uses the same sign.
var currencySigns = []struct{ sign, code string }{
	{"US$", "USD"},
	{"USD", "USD"},
	{"CA$", "CAD"},
	{"C$", "CAD"},
	{"A$", "AUD"},
	{"AU$", "AUD"},
	{"HK$", "HKD"},
	{"NT$", "TWD"},
	{"S$", "SGD"},
	{"CN¥", "CNY"},
	{"RMB", "CNY"},
	{"CNY", "CNY"},
	{"人民币", "CNY"},
	{"元", "CNY"},
	{"JP¥", "JPY"},
	{"円", "JPY"},
	{"€", "EUR"},
	{"£", "GBP"},
	{"₩", "KRW"},
	{"₹", "INR"},
	{"₽", "RUB"},
	{"₴", "UAH"},
	{"฿", "THB"},
	{"₫", "VND"},
	{"zł", "PLN"},
}

// signOf names the currencies that may be meant by the ambiguous signs; the
// first is meant when the caller's currency is none of them.
var signOf = map[string][]string{"$": dollars, "¥": yuans, "￥": yuans}

// cutCurrency takes the currency's sign or code off an amount: "$12", "12 €",
// "CAD 12", "$12 CAD". sure is false for a sign that several currencies have.
func cutCurrency(s, fallback string) (text, code string, sure bool) {
	if rest, codes, plain := cutPlainSign(s); plain && codes != nil {
		return rest, preferred(codes, fallback), false
	} else if plain {
		return s, fallback, false
	}
	for _, word := range []string{prefix(s, 3), suffix(s, 3)} {
		if strings.Trim(word, letters) != "" {
			continue
		}
		code := strings.ToUpper(word)
		if !KnownCurrency(code) || word != code && !plainCodes[code] {
			continue
		}
		rest, _ := cutAffix(s, s[:3])
		if !strings.EqualFold(prefix(s, 3), code) {
			rest, _ = cutAffix(s, s[len(s)-3:])
		}
		for sign, codes := range signOf { // "$12 CAD": the code says which dollars
			if slices.Contains(codes, code) {
				rest, _ = cutAffix(rest, sign)
			}
		}
		if startsLikeNumber(rest) {
			return rest, code, true
		}
	}
	for sign, codes := range signOf {
		if rest, ok := cutAffix(s, sign); ok && !strings.ContainsAny(rest, "$¥￥") && startsLikeNumber(rest) {
			return rest, preferred(codes, fallback), false
		}
	}
	for _, e := range currencySigns {
		if rest, ok := cutAffix(s, e.sign); ok {
			return rest, e.code, true
		}
	}
	return s, fallback, false
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// plainCodes are the codes that are one in small letters too; top and all are not.
var plainCodes = map[string]bool{
	"USD": true, "EUR": true, "GBP": true, "CAD": true, "AUD": true, "NZD": true, "CNY": true, "JPY": true, "HKD": true, "CHF": true, "MXN": true,
}

// preferred is the fallback where it is among the currencies, otherwise the first.
func preferred(codes []string, fallback string) string {
	if slices.Contains(codes, fallback) {
		return fallback
	}
	return codes[0]
}

// cutPlainSign is cutCurrency for what nearly every cell has, a number with one
// shared sign or none, without a look at the lists. plain is false for the rest.
func cutPlainSign(s string) (rest string, codes []string, plain bool) {
	sign := strings.Trim(s, "0123456789., ")
	if sign == "" {
		return s, nil, true
	}
	codes, shared := signOf[sign]
	if !shared {
		return s, nil, false
	}
	rest, cut := cutAffix(s, sign)
	return rest, codes, cut && startsLikeNumber(rest)
}

// OwnCurrency is the currency that an amount names itself: "12 EUR", "€12". It
// is "" for a bare amount, and for a sign that several currencies have.
func OwnCurrency(s string) string {
	if _, code, sure := cutCurrency(strings.TrimSpace(foldDigits(s)), ""); sure {
		return code
	}
	return ""
}

// SharesSign reports whether amounts of both currencies are written with one sign,
// as dollars are.
func SharesSign(a, b string) bool {
	for _, codes := range signOf {
		if slices.Contains(codes, a) && slices.Contains(codes, b) {
			return true
		}
	}
	return false
}

// LookupCurrency reads a currency's code, sign or name: "USD", "€", "Canadian
// dollars", "人民币". Of a word that several currencies have (dollar, peso) it is
// own, the shop's, where that is one of them; otherwise the one that the word commonly
// means, and none for a word that has no such meaning.
func LookupCurrency(word, own string) (code string, ok bool) {
	word = strings.Trim(strings.ToLower(strings.TrimSpace(foldDigits(word))), ".")
	if upper := strings.ToUpper(word); KnownCurrency(upper) && upper != "XXX" && upper != "XTS" {
		return upper, true
	}
	if code := currencyNames[word]; code != "" {
		return code, true
	}
	codes := sharedNames[word]
	if slices.Contains(codes, own) {
		return own, true
	}
	if len(codes) > 0 && codes[0] != "" {
		return codes[0], true
	}
	return "", false
}

// NamesCurrency reports whether a word is one for money, whether or not it says
// which: "peso" is one.
func NamesCurrency(word string) bool {
	word = strings.Trim(strings.ToLower(strings.TrimSpace(word)), ".")
	_, known := LookupCurrency(word, "")
	return known || len(sharedNames[word]) > 0
}

// sharedNames are the signs and words that several currencies have. The first is
// what one means outside of the other countries; "" where nothing is.
var sharedNames = map[string][]string{
	"$": dollars, "dollar": dollars, "dollars": dollars, "¥": yuans, "￥": yuans,
	"pound": pounds, "pounds": pounds, "lira": {"TRY"}, "real": {"BRL"}, "reais": {"BRL"},
	"peso": pesos, "pesos": pesos, "franc": francs, "francs": francs, "kr": crowns, "krone": crowns, "krona": crowns,
	"kroner": crowns, "kronor": crowns, "crown": crowns, "crowns": crowns, "rupee": rupees, "rupees": rupees, "rs": rupees,
	"dinar": dinars, "dinars": dinars, "dirham": {"", "AED", "MAD"}, "rial": {"", "IRR", "OMR", "QAR", "YER"}, "riyal": {"", "SAR", "QAR"},
	"shilling": {"", "KES", "TZS", "UGX", "SOS"}, "leu": {"", "RON", "MDL"}, "lei": {"", "RON", "MDL"},
}

var (
	dollars = []string{"USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD", "MXN"}
	yuans   = []string{"CNY", "JPY"}
	pounds  = []string{"GBP", "EGP", "LBP", "SYP", "SDG"}
	pesos   = []string{"", "MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU"}
	francs  = []string{"", "CHF", "XAF", "XOF", "XPF", "CDF", "RWF"}
	crowns  = []string{"", "SEK", "NOK", "DKK", "CZK", "ISK"}
	rupees  = []string{"", "INR", "PKR", "LKR", "NPR", "MUR"}
	dinars  = []string{"", "RSD", "KWD", "BHD", "JOD", "TND", "DZD", "IQD"}
)

// currencyNames are the names that mean one currency, lower case.
var currencyNames = map[string]string{
	"us$": "USD", "us dollar": "USD", "us dollars": "USD", "u.s. dollar": "USD", "u.s. dollars": "USD",
	"american dollar": "USD", "american dollars": "USD", "united states dollar": "USD", "美元": "USD", "美金": "USD",
	"c$": "CAD", "ca$": "CAD", "can$": "CAD", "canadian dollar": "CAD", "canadian dollars": "CAD", "加元": "CAD",
	"a$": "AUD", "au$": "AUD", "australian dollar": "AUD", "australian dollars": "AUD", "澳元": "AUD",
	"nz$": "NZD", "new zealand dollar": "NZD", "new zealand dollars": "NZD",
	"hk$": "HKD", "hong kong dollar": "HKD", "hong kong dollars": "HKD", "港币": "HKD", "港元": "HKD",
	"nt$": "TWD", "台币": "TWD", "新台币": "TWD", "s$": "SGD", "singapore dollar": "SGD", "新加坡元": "SGD",
	"rmb": "CNY", "cn¥": "CNY", "元": "CNY", "人民币": "CNY", "人民币元": "CNY", "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY",
	"€": "EUR", "euro": "EUR", "euros": "EUR", "欧元": "EUR", "£": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP",
	"british pound": "GBP", "british pounds": "GBP", "sterling": "GBP", "英镑": "GBP",
	"jp¥": "JPY", "yen": "JPY", "japanese yen": "JPY", "日元": "JPY", "円": "JPY", "₩": "KRW", "won": "KRW", "韩元": "KRW",
	"swiss franc": "CHF", "swiss francs": "CHF", "sfr": "CHF", "₹": "INR", "indian rupee": "INR", "indian rupees": "INR",
	"mexican peso": "MXN", "mexican pesos": "MXN", "mx$": "MXN", "mex$": "MXN", "peso mexicano": "MXN", "pesos mexicanos": "MXN",
	"r$": "BRL", "brazilian real": "BRL", "₽": "RUB", "руб": "RUB", "ruble": "RUB", "rubles": "RUB", "рубль": "RUB", "рублей": "RUB",
	"₴": "UAH", "грн": "UAH", "гривна": "UAH", "hryvnia": "UAH", "zł": "PLN", "zloty": "PLN", "฿": "THB", "baht": "THB", "泰铢": "THB",
	"₫": "VND", "dong": "VND", "swedish krona": "SEK", "norwegian krone": "NOK", "danish krone": "DKK", "danish kroner": "DKK",
	"czech koruna": "CZK", "kč": "CZK", "₺": "TRY", "turkish lira": "TRY", "₪": "ILS", "shekel": "ILS", "rand": "ZAR", "ringgit": "MYR",
}

func startsLikeNumber(s string) bool {
	s = strings.TrimLeft(s, "-+( ")
	return s != "" && (s[0] == '.' || s[0] == ',' || '0' <= s[0] && s[0] <= '9')
}

// cutAffix removes sign from either end of s, with the space beside it.
func cutAffix(s, sign string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, sign); ok {
		return strings.TrimSpace(rest), true
	}
	if rest, ok := strings.CutSuffix(s, sign); ok {
		return strings.TrimSpace(rest), true
	}
	if rest, ok := strings.CutPrefix(s, "-"+sign); ok {
		return "-" + strings.TrimSpace(rest), true
	}
	return s, false
}

func prefix(s string, n int) string {
	if len(s) < n {
		return ""
	}
	return s[:n]
}

func suffix(s string, n int) string {
	if len(s) < n {
		return ""
	}
	return s[len(s)-n:]
}
