package export

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// truncate cuts at the end of a word, so that the text does not end in half a word.
// Titles have no such transform: a title over the limit is for a person to fit.
func truncate(args []string) (step, error) {
	var limit Limit
	if err := limit.UnmarshalText([]byte(strings.Join(args, " "))); err != nil {
		return nil, err
	}
	if limit.Unit == Parts {
		return nil, errors.New("it cuts text, not lists")
	}
	return func(text string) (string, error) { return cutText(text, limit), nil }, nil
}

func cutText(text string, limit Limit) string {
	if limit.Measure(text) <= limit.N {
		return text
	}
	length, end, word := 0, 0, 0
	for i, r := range text {
		end = i
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) || unicode.Is(unicode.Han, r) {
			word = i
		}
		if length += limit.Measure(string(r)); length > limit.N {
			break
		}
	}
	if word > end/2 {
		end = word
	}
	return strings.TrimRightFunc(text[:end], unicode.IsSpace)
}

// keepParts keeps the first parts of a list.
func keepParts(args []string) (step, error) {
	n, err := strconv.Atoi(strings.Join(args, " "))
	if err != nil || n < 1 {
		return nil, errors.New("it takes the number of parts to keep")
	}
	return func(text string) (string, error) {
		parts := encode.Parts(text)
		return strings.Join(parts[:min(n, len(parts))], "\n"), nil
	}, nil
}

func joinParts(args []string) (step, error) {
	if len(args) != 1 {
		return nil, errors.New("it takes what is put between two parts")
	}
	return func(text string) (string, error) { return strings.Join(encode.Parts(text), args[0]), nil }, nil
}

// shortCode keeps a code that fits and gives a longer one the end of a hash, so
// that two that begin alike stay two. It is for codes that nobody looks up.
func shortCode(args []string) (step, error) {
	n, err := strconv.Atoi(strings.Join(args, " "))
	if err != nil || n < 20 {
		return nil, errors.New("it takes a number of characters, 20 at least")
	}
	return func(text string) (string, error) {
		runes := []rune(text)
		if len(runes) <= n {
			return text, nil
		}
		sum := sha256.Sum256([]byte(text))
		end := "-" + hex.EncodeToString(sum[:4])
		return string(runes[:n-len(end)]) + end, nil
	}, nil
}

// escapeURL escapes what may not be in an address as it is: spaces, Chinese,
// and the comma, which joins lists of addresses.
func escapeURL(text string) (string, error) {
	parts := encode.Parts(text)
	for i, part := range parts {
		u, err := url.Parse(strings.TrimSpace(part))
		if err != nil {
			return "", unfit("value-form", err)
		}
		parts[i] = strings.ReplaceAll(u.String(), ",", "%2C")
	}
	return strings.Join(parts, "\n"), nil
}

// webOnly leaves out pictures that are files of this computer.
func webOnly(text string) (string, error) {
	var online []string
	for _, part := range encode.Parts(text) {
		if isWeb(part) {
			online = append(online, part)
		}
	}
	return strings.Join(online, "\n"), nil
}

func isWeb(source string) bool {
	return strings.HasPrefix(source, "http://") || strings.HasPrefix(source, "https://")
}

// htmlEntities writes the characters that a charset lacks as character
// references. It is for HTML only; in a title the reference would be read out.
func htmlEntities(args []string) (step, error) {
	charset, ok := catalog.LookupCharset(strings.Join(args, " "))
	if !ok {
		return nil, errors.New("it takes a charset")
	}
	return func(text string) (string, error) {
		var b strings.Builder
		from := 0
		for _, bad := range catalog.Unencodable(text, charset) {
			b.WriteString(text[from:bad.At])
			fmt.Fprintf(&b, "&#%d;", bad.Rune)
			from = bad.At + len(string(bad.Rune))
		}
		b.WriteString(text[from:])
		return b.String(), nil
	}, nil
}

// cleanHandle makes an address of a handle: letters, digits, hyphens and low lines
// stay, in small letters and without accents; a run of any other signs is one hyphen, and
// none is at an end.
func cleanHandle(text string) (string, error) {
	var b strings.Builder
	gap := false
	for _, r := range withoutAccents(strings.ToLower(text)) {
		if r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
			gap = true
			continue
		}
		if gap && !strings.HasSuffix(b.String(), "-") && r != '-' {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	handle := strings.Trim(b.String(), "-")
	if handle == "" {
		return "", unfit("value-form", nil)
	}
	return handle, nil
}

// withoutAccents writes Latin letters with the signs of ASCII: é is e, ß is ss. Marks of
// other scripts are parts of their letters and stay.
func withoutAccents(text string) string {
	var b strings.Builder
	latin := false
	for _, r := range norm.NFKD.String(plainLetters.Replace(text)) {
		if unicode.Is(unicode.Mn, r) && latin {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// plainLetters are the Latin letters that do not come apart into one of ASCII and a mark.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i")

// before keeps what precedes a sign: Adult of "Adult (13+ years old)".
func before(args []string) (step, error) {
	if len(args) != 1 {
		return nil, errors.New("it takes the sign that ends the text")
	}
	return func(text string) (string, error) {
		head, _, _ := strings.Cut(text, args[0])
		if head = strings.TrimSpace(head); head == "" {
			return text, nil
		}
		return head, nil
	}, nil
}

// alias puts the words of a marketplace in the place of words that say the same.
// Words that it does not know stay, and are reported where the column has an enum.
func alias(args []string) (step, error) {
	words, err := wordPairs(args)
	if err != nil {
		return nil, err
	}
	return func(text string) (string, error) {
		if to, ok := words[strings.ToLower(strings.TrimSpace(text))]; ok {
			return to, nil
		}
		return text, nil
	}, nil
}
