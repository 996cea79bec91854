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
// hyphen and underscore stay, runs of other signs become one hyphen. What
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
	name := strings.Trim(b.String(), ".-")
	if stem, _, _ := strings.Cut(name, "."); reserved(stem) {
		name = "x-" + name
	}
	return strings.TrimRight(name[:min(len(name), longestName)], ".-")
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
// does not distinguish cases. It keeps hashes, not names; beside each is the
// number to try next, so that the same wish a thousand times takes a thousand steps.
type names map[uint64]int

// take returns the first free of name, name-2, name-3 ...
func (n names) take(name string) string {
	base := nameHash(name)
	if _, taken := n[base]; !taken {
		n[base] = 2
		return name
	}
	for i := n[base]; ; i++ {
		try := name + "-" + strconv.Itoa(i)
		if sum := nameHash(try); n[sum] == 0 {
			n[sum], n[base] = 2, i+1
			return try
		}
	}
}

func nameHash(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.ToLower(name)))
	return h.Sum64()
}
