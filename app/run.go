// Package app is the window: it wires screens, menus and shortcuts to the use
// cases of app/workspace. The driver is handed in by main, so that neither it
// nor anything below it needs OpenGL to build or to be tested.
//
// It must not know how products are stored, read or exported: that is the
// business of app/workspace, which the command line in app/cli shares.
package app

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"tradewind.app/app/chooser"
	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// ID is the application id under which the desktop keeps preferences. It must
// stay as it is: another id would lose every user's settings.
const ID = "app.tradewind.catalog"

// Name is the name a user reads.
const Name = "Tradewind"

// firstSize suits the 1366 x 768 of a small laptop.
var firstSize = fyne.NewSize(1180, 680)

// Run opens the catalogue at path, or where path is "" the one that was open
// last, makes the application and its window, and returns when the window is
// closed. It returns an error that wraps ErrNoWindow where the machine has no
// screen or no OpenGL.
func Run(ctx context.Context, newApp func() fyne.App, path string) error {
	options, err := workspace.UserOptions(assets.FS, os.Getenv)
	if err != nil {
		return err
	}
	ws, refusal := openFirst(ctx, path, options)
	if ctx.Err() != nil {
		return errors.Join(ctx.Err(), closeIfOpen(ws))
	}
	log, logFile, logPath := openLog()
	var w *window
	err = attempt(func() {
		a := newApp()
		a.SetIcon(fyne.NewStaticResource("tradewind.png", assets.Icon))
		s := desktopSetup(options, log, logPath)
		s.drafts = a.Storage().RootURI().Path()
		w = newWindow(a, s)
		w.begin(ws, path, refusal)
		w.win.Show()
	})
	if err != nil {
		return errors.Join(withoutWindow(err, refusal), closeIfOpen(ws), logFile.Close())
	}
	stop := context.AfterFunc(ctx, func() { w.deliver(w.stop) })
	defer stop()
	unprobe, err := w.probed(os.Getenv(probeVariable))
	return errors.Join(err, loop(w), unprobe(), w.end(), logFile.Close())
}

// probed opens the probe, where a test asks for one.
func (w *window) probed(path string) (stop func() error, err error) {
	if path == "" {
		return func() error { return nil }, nil
	}
	p := &probe{
		window: w.win, log: w.log, goTo: w.goTo, set: w.preferences.SetPreference,
		here: func() view.Target { return w.route.here() },
		busy: func() bool { _, busy := w.session.Jobs.Status(); return busy },
		idle: func() bool {
			b, ok := w.runner.(*job.Background)
			return !ok || b.Idle()
		},
		shown: func() time.Duration { return w.shown },
	}
	return p.listen(path)
}

// openFirst opens the catalogue that was asked for. That it cannot be opened is said
// in the window: whoever double-clicks a file sees only the window.
func openFirst(ctx context.Context, path string, o workspace.Options) (*workspace.Workspace, error) {
	if path == "" {
		return nil, nil
	}
	return workspace.Open(ctx, path, o)
}

// withoutWindow is the error of a start that showed no window: the catalogue's, where
// that could not be opened either, since it is the one that can be mended here.
func withoutWindow(err, refusal error) error {
	if refusal != nil && errors.Is(err, ErrNoWindow) {
		return refusal
	}
	return err
}

func closeIfOpen(ws *workspace.Workspace) error {
	if ws == nil {
		return nil
	}
	return ws.Close()
}

// begin shows the catalogue that was opened, or why it was not, and goes on with the
// last one where none was asked for.
func (w *window) begin(ws *workspace.Workspace, path string, refusal error) {
	if ws != nil {
		w.open(ws, w.first())
		w.checkFonts()
		return
	}
	w.goTo(view.Target{Place: view.WelcomePlace})
	w.checkFonts()
	recent := w.preferences.recent(recentCatalogues)
	switch {
	case refusal != nil:
		w.refused(path, refusal)
	case path == "" && len(recent) > 0:
		w.openFile(recent[0])
	}
}

// checkFonts says, once for this person, that Chinese cannot be drawn.
func (w *window) checkFonts() {
	if w.fonts.Regular != nil || w.preferences.Bool(keyFonts) {
		return
	}
	w.preferences.SetBool(keyFonts, true)
	w.announce(w.session.Text.Say("fonts-missing"), w.session.Text.Say(fontAdvice(runtime.GOOS)))
}

// fontAdvice is the message that says where a system gets Chinese fonts from.
func fontAdvice(goos string) (code string) {
	switch goos {
	case "windows":
		return "fonts-missing-windows"
	case "darwin":
		return "fonts-missing-macos"
	}
	return "fonts-missing-linux"
}

// loop runs the window until it is closed. A crash that nobody caught ends it;
// what was saved is closed in order, and shown as an error.
func loop(w *window) (err error) {
	defer func() {
		if v := recover(); v != nil {
			crash := &job.PanicError{Value: v, Stack: debug.Stack()}
			logError(w.log, crash)
			err = text.Because(crash, "error-crash", "path", w.logPath)
		}
	}()
	w.app.Run()
	return nil
}

// desktopSetup is what a window on a real desktop is made with.
func desktopSetup(o workspace.Options, log *slog.Logger, logPath string) setup {
	fonts, err := theme.SystemFonts()
	if err != nil {
		logError(log, err) // the window says so
	}
	return setup{
		options: o, fonts: fonts, chooser: chooser.System(os.Getenv), folder: documents(), log: log, logPath: logPath,
		runner: func(deliver func(func()), watch job.Progress) job.Runner { return job.NewBackground(deliver, watch) },
	}
}

// documents is the folder that a person's files are in.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return home
	}
	return folder
}
