//go:build !windows && !darwin

package chooser

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
)

// System is the desktop's chooser, or nil where there is none: kdialog where KDE
// runs, zenity elsewhere, whichever is installed.
func System(getenv func(string) string) Func {
	asks := []struct {
		program string
		args    func(Request) []string
	}{{"zenity", zenity}, {"kdialog", kdialog}}
	if strings.Contains(getenv("XDG_CURRENT_DESKTOP"), "KDE") {
		asks[0], asks[1] = asks[1], asks[0]
	}
	for _, a := range asks {
		if path, err := exec.LookPath(a.program); err == nil {
			return func(ctx context.Context, r Request) (string, error) { return command(ctx, path, a.args(r)...) }
		}
	}
	return nil
}

// zenity begins in a folder when the name ends in a slash.
func zenity(r Request) []string {
	args := []string{"--file-selection", "--title=" + r.Title}
	if r.Folder != "" || r.Name != "" {
		args = append(args, "--filename="+filepath.Clean(r.Folder)+string(filepath.Separator)+r.Name)
	}
	switch {
	case r.Save:
		args = append(args, "--save", "--confirm-overwrite")
	case r.Directory:
		args = append(args, "--directory")
	}
	if len(r.Extensions) > 0 {
		args = append(args, "--file-filter="+r.Kind+" | "+strings.Join(r.patterns(), " "))
	}
	return args
}

func kdialog(r Request) []string {
	ask := "--getopenfilename"
	switch {
	case r.Save:
		ask = "--getsavefilename"
	case r.Directory:
		ask = "--getexistingdirectory"
	}
	args := []string{"--title", r.Title, ask, filepath.Join(r.Folder, r.Name)}
	if len(r.Extensions) > 0 {
		args = append(args, strings.Join(r.patterns(), " ")+"|"+r.Kind)
	}
	return args
}
