package chooser

import (
	"context"
	"strings"
)

// System is macOS's own chooser, asked for by a script.
func System(func(string) string) Func {
	return func(ctx context.Context, r Request) (string, error) {
		return command(ctx, "osascript", "-e", script(r))
	}
}

// script is the AppleScript that asks. The script ends with 1 when it is
// cancelled.
func script(r Request) string {
	s := "choose file with prompt " + quote(r.Title)
	switch {
	case r.Directory:
		s = "choose folder with prompt " + quote(r.Title)
	case r.Save:
		s = "choose file name with prompt " + quote(r.Title) + " default name " + quote(r.Name)
	case len(r.Extensions) > 0:
		list := make([]string, len(r.Extensions))
		for i, e := range r.Extensions {
			list[i] = quote(strings.TrimPrefix(e, "."))
		}
		s += " of type {" + strings.Join(list, ", ") + "}"
	}
	if r.Folder != "" {
		s += " default location POSIX file " + quote(r.Folder)
	}
	return "POSIX path of (" + s + ")"
}

var quoted = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quote(s string) string { return `"` + quoted.Replace(s) + `"` }
