package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// NewIcon shows an icon of the house in a colour of the house.
func NewIcon(name theme.IconName, color fyne.ThemeColorName) fyne.CanvasObject {
	return Fixed(theme.IconSize, theme.IconSize, widget.NewIcon(theme.IconIn(name, color)))
}
