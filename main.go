// Tradewind turns a shop's spreadsheet into a catalogue, Chinese listings and
// marketplace feeds. Without arguments, or with one catalogue file, it opens
// the window; with anything more it is a command line tool.
//
// This file is the only one that imports fyne.io/fyne/v2/app, the OpenGL
// driver: the rest builds and tests without cgo.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
	driver "fyne.io/fyne/v2/app"

	"tradewind.app/app"
	"tradewind.app/app/cli"
	_ "tradewind.app/app/locale" // before Fyne
	"tradewind.app/assets"
)

func main() { os.Exit(run()) }

// run exists so that deferred calls happen before the process exits.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends a program that does not listen
	window := func(path string) error { return app.Run(ctx, newApp, path) }
	return cli.Main(ctx, os.Args[1:], cli.System{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv,
		Assets: assets.FS, Window: window,
	})
}

func newApp() fyne.App {
	driver.SetMetadata(fyne.AppMetadata{
		ID:   app.ID,
		Name: app.Name,
		// Fyne's check that each call comes on the window's thread costs speed, and
		// is on while a test drives the program.
		Migrations: map[string]bool{"fyneDo": !app.IsProbed()},
	})
	return driver.NewWithID(app.ID)
}
