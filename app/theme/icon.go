package theme

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// IconName names an icon of the house. Its file is NAME.svg.
type IconName string

// The icons.
const (
	IconBack         IconName = "back"
	IconCheck        IconName = "check"
	IconChevronDown  IconName = "chevron-down"
	IconChevronRight IconName = "chevron-right"
	IconClose        IconName = "close"
	IconColumns      IconName = "columns"
	IconCopy         IconName = "copy"
	IconDelete       IconName = "delete"
	IconDrag         IconName = "drag"
	IconEdit         IconName = "edit"
	IconExport       IconName = "export"
	IconEye          IconName = "eye"
	IconFile         IconName = "file"
	IconFilter       IconName = "filter"
	IconFolder       IconName = "folder"
	IconForward      IconName = "forward"
	IconGlobe        IconName = "globe"
	IconHistory      IconName = "history"
	IconHome         IconName = "home"
	IconImage        IconName = "image"
	IconImport       IconName = "import"
	IconInfo         IconName = "info"
	IconLocalize     IconName = "localize"
	IconMinus        IconName = "minus"
	IconMoon         IconName = "moon"
	IconMore         IconName = "more"
	IconPlay         IconName = "play"
	IconPlus         IconName = "plus"
	IconProducts     IconName = "products"
	IconRedo         IconName = "redo"
	IconSail         IconName = "sail"
	IconSearch       IconName = "search"
	IconSettings     IconName = "settings"
	IconSortDown     IconName = "sort-down"
	IconSortUp       IconName = "sort-up"
	IconSun          IconName = "sun"
	IconTranslate    IconName = "translate"
	IconUndo         IconName = "undo"
	IconWarning      IconName = "warning"
)

// icons are those in use.
var icons = map[IconName]fyne.Resource{}

// UseIcons takes the icons, NAME.svg at the top of files, into use. It is called once,
// before the first window. They are filled areas: Fyne colours no strokes.
func UseIcons(files fs.FS) error {
	names, err := fs.Glob(files, "*.svg")
	if err != nil {
		return fmt.Errorf("list icons: %w", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return fmt.Errorf("read icon: %w", err)
		}
		icons[IconName(name[:len(name)-len(".svg")])] = fyne.NewStaticResource(name, data)
	}
	return nil
}

// Icon returns an icon in the colour of text; fynetheme.NewColoredResource gives
// it another. An icon that is not in use is Fyne's broken image, so that it is
// seen to be missing.
func Icon(name IconName) fyne.Resource {
	drawing, ok := icons[name]
	if !ok {
		return fynetheme.BrokenImageIcon()
	}
	return fynetheme.NewThemedResource(drawing)
}

// IconIn returns an icon in a colour of the house.
func IconIn(name IconName, color fyne.ThemeColorName) fyne.Resource {
	return fynetheme.NewColoredResource(Icon(name), color)
}
