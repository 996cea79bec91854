package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// title puts the catalogue first: a task bar cuts the end off.
func title(path string) string {
	if path == "" {
		return Name
	}
	return filepath.Base(path) + " - " + Name
}

// welcome is the whole content of the window: the catalogue's name and what
// can be done with it.
func welcome(path string) fyne.CanvasObject {
	heading, body := "No catalogue is open", "Make one with the sample shop in it:  tradewind new shop.tradewind --sample"
	if path != "" {
		heading, body = filepath.Base(path), "This catalogue is at "+path
	}
	name := widget.NewLabelWithStyle(heading, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.SizeName = theme.SizeNameSubHeadingText
	text := widget.NewLabel(body)
	text.Wrapping = fyne.TextWrapWord
	return container.NewPadded(container.NewVBox(name, text))
}
