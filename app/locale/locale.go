// Package locale settles one thing before the rest of the program is
// initialised: that Fyne can read the locale. In its init, Fyne 2.7.1 parses
// C.UTF-8, the usual locale of containers and CI, as a language tag, and writes
// three lines about its failure to standard error, before each command too.
//
// Being first works because of what is not imported here. Go initialises a
// package as soon as what it imports is, in the order of import paths (language
// specification, "Program initialization"); syscall is ready before package
// unicode, without which nothing of Fyne's can start. So this package must
// import nothing but syscall. It must know nothing of the program; main imports
// it for its effect.
package locale

import "syscall"

// An error is dropped: it would leave the three lines, and there is nobody yet
// who could be shown.
var _ = setLanguage(syscall.Getenv, syscall.Setenv)

// setLanguage sets LANGUAGE, which Fyne asks first, where the locale is the neutral
// one with an encoding and nobody has set LANGUAGE. The locale itself stays: input
// methods and child processes need its encoding.
func setLanguage(get func(string) (string, bool), set func(key, value string) error) error {
	if language, _ := get("LANGUAGE"); language != "" {
		return nil
	}
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value, _ := get(name)
		if len(value) > 2 && value[:2] == "C." {
			return set("LANGUAGE", "en")
		}
		if value != "" {
			return nil
		}
	}
	return nil
}
