package law

import "strings"

// ends has, by special element, where one that begins at a character ends; there where
// none does.
var ends map[rune]func(f *folded, i int) int

func init() {
	ends = map[rune]func(*folded, int) int{
		'#': (*folded).numberEnd,
		'*': (*folded).telephoneEnd,
		'☎': (*folded).mobileEnd,
		'⌘': (*folded).linkEnd,
		'@': (*folded).accountEnd,
		'&': (*folded).numberedEnd,
	}
}

// numerals are the characters of numbers.
const numerals = "0123456789.,一二三四五六七八九十百千万两半几数零〇"

var isNumeral = func() (is [0x10000]bool) {
	for _, r := range numerals {
		is[r] = true
	}
	return is
}()

func (f *folded) numberEnd(i int) int {
	end := i
	for end < len(f.runes) && f.runes[end] < 0x10000 && isNumeral[f.runes[end]] && (end == i || f.joints[end] == joined) {
		end++
	}
	return end
}

// The lengths of what names somebody.
const (
	leastAccount   = 4
	leastTelephone = 7
	mobileDigits   = 11
)

// digitsEnd is behind the digits that begin at i, with blanks and hyphens between them,
// and how many digits these are.
func (f *folded) digitsEnd(i int) (end, digits int) {
	for end = i; end < len(f.runes) && (end == i || f.joints[end] <= blank); end++ {
		switch r := f.runes[end]; {
		case isDigit(r):
			digits++
		case r != '-' && r != '+':
			return end, digits
		}
	}
	return end, digits
}

func (f *folded) telephoneEnd(i int) int {
	end, digits := f.digitsEnd(i)
	if digits < leastTelephone {
		return i
	}
	return end
}

// mobileEnd knows 138 0013 8000, and no longer number that begins like it.
func (f *folded) mobileEnd(i int) int {
	end, digits := f.digitsEnd(i)
	if digits != mobileDigits || f.runes[i] != '1' || f.runes[i+1] < '3' || !isDigit(f.runes[i+1]) || i > 0 && isASCIIWord(f.runes[i-1]) && f.joints[i] == joined {
		return i
	}
	if end < len(f.runes) && isASCIIWord(f.runes[end]) && f.joints[end] == joined {
		return i
	}
	return end
}

// asciiEnd is behind the word of letters, digits and signs that begins at i.
func (f *folded) asciiEnd(i int) int {
	end := i
	for end < len(f.runes) && f.runes[end] < 0x80 && f.runes[end] != '%' && (end == i || f.joints[end] == joined) {
		end++
	}
	return end
}

func (f *folded) accountEnd(i int) int {
	if end := f.asciiEnd(i); end-i >= leastAccount {
		return end
	}
	return i
}

func (f *folded) numberedEnd(i int) int {
	end := f.accountEnd(i)
	for _, r := range f.runes[i:end] {
		if isDigit(r) || r == '_' {
			return end
		}
	}
	return i
}

// domains are the ends of names by which an address is known that has no http.
var domains = []string{".com", ".cn", ".net", ".org", ".shop", ".cc", ".xyz", ".top", ".vip", ".me", ".link", ".site", ".store"}

func (f *folded) linkEnd(i int) int {
	if i > 0 && f.runes[i-1] < 0x80 && f.joints[i] == joined {
		return i
	}
	end := f.asciiEnd(i)
	if end-i < len("a.com") {
		return i
	}
	word := string(f.runes[i:end])
	if strings.HasPrefix(word, "http://") || strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "www.") {
		return end
	}
	host, _, _ := strings.Cut(word, "/")
	for _, domain := range domains {
		if strings.HasSuffix(host, domain) && len(host) > len(domain)+1 {
			return end
		}
	}
	return i
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isASCIIWord(r rune) bool { return isDigit(r) || r >= 'a' && r <= 'z' }
