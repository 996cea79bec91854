// Package app is the window: it wires screens, menus and shortcuts to the use
// cases of app/workspace. The driver is handed in by main, so that neither it
// nor anything below it needs OpenGL to build or to be tested.
//
// It must not know how products are stored, read or exported: that is the
// business of app/workspace, which the command line in app/cli shares.
package app

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/assets"
)

// ID is the application id under which the desktop keeps preferences. It must
// stay as it is: another id would lose every user's settings.
const ID = "app.tradewind.catalog"

// Name is the name a user reads.
const Name = "Tradewind"

// firstSize suits the 1366 x 768 of a small laptop.
var firstSize = fyne.NewSize(1180, 680)

// Run opens the catalogue at path, or none when path is "", makes the
// application and its window, and returns when the window is closed. It returns
// an error that wraps ErrNoWindow where the machine has no screen or no OpenGL.
func Run(ctx context.Context, newApp func() fyne.App, path string) error {
	s, err := readShop(ctx, path)
	if err != nil {
		return err
	}
	var a fyne.App
	err = attempt(func() {
		a = newApp()
		a.SetIcon(fyne.NewStaticResource("tradewind.png", assets.Icon))
		mainWindow(a, s, text.For(text.Detect(os.Getenv))).Show()
	})
	if err != nil {
		return err
	}
	a.Run()
	return nil
}
