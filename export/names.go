package export

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// longestName leaves room for an extension and a ".tmp" under the 255 bytes of
// common file systems, and for a folder under the 260 characters of old Windows.
const longestName = 100

// safeName makes a file name of any text: letters and digits of ASCII, dot,
// hyphen and underscore stay, runs of anything else become one hyphen. What
// Windows reserves or cannot end a name with is changed. It may be empty.
func safeName(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !safeRune(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	name := b.String()
	if len(name) > longestName {
		name = name[:longestName]
	}
	name = strings.Trim(name, ".-")
	stem, _, _ := strings.Cut(name, ".")
	if reserved(stem) {
		return "x-" + name
	}
	return name
}

func safeRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '.' || r == '-' || r == '_'
}

// reserved names the devices of Windows, which hide behind any extension.
func reserved(stem string) bool {
	switch s := strings.ToUpper(stem); s {
	case "CON", "PRN", "AUX", "NUL":
		return true
	default:
		return len(s) == 4 && (strings.HasPrefix(s, "COM") || strings.HasPrefix(s, "LPT")) && s[3] >= '0' && s[3] <= '9'
	}
}

// names hands out file names of which no two are the same on a file system that
// does not tell cases apart. It keeps hashes, not names.
type names map[uint64]bool

// take returns the first free of name, name-2, name-3 ...
func (n names) take(name string) string {
	for i := 1; ; i++ {
		try := name
		if i > 1 {
			try += "-" + strconv.Itoa(i)
		}
		h := fnv.New64a()
		h.Write([]byte(strings.ToLower(try)))
		if sum := h.Sum64(); !n[sum] {
			n[sum] = true
			return try
		}
	}
}
