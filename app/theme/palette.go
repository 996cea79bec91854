package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colours of the house by what they mean. They are asked for like Fyne's own:
// theme.Color(theme.Muted).
const (
	Background fyne.ThemeColorName = fynetheme.ColorNameBackground
	Ink        fyne.ThemeColorName = fynetheme.ColorNameForeground
	Accent     fyne.ThemeColorName = fynetheme.ColorNamePrimary
	Surface    fyne.ThemeColorName = "tradewind-surface"
	Line       fyne.ThemeColorName = "tradewind-line"
	Muted      fyne.ThemeColorName = "tradewind-muted"
	Faint      fyne.ThemeColorName = "tradewind-faint" // marks and blanks, never words that must be read
	AccentSoft fyne.ThemeColorName = "tradewind-accent-soft"
	OnAccent   fyne.ThemeColorName = fynetheme.ColorNameForegroundOnPrimary
	OK         fyne.ThemeColorName = fynetheme.ColorNameSuccess
	OKSoft     fyne.ThemeColorName = "tradewind-ok-soft"
	Warn       fyne.ThemeColorName = fynetheme.ColorNameWarning
	WarnSoft   fyne.ThemeColorName = "tradewind-warn-soft"
	Bad        fyne.ThemeColorName = fynetheme.ColorNameError
	BadSoft    fyne.ThemeColorName = "tradewind-bad-soft"
	Selected   fyne.ThemeColorName = "tradewind-selected"
	OKText     fyne.ThemeColorName = "tradewind-ok-text" // the state colours where they are words
	WarnText   fyne.ThemeColorName = "tradewind-warn-text"
	BadText    fyne.ThemeColorName = "tradewind-bad-text"
	Clear      fyne.ThemeColorName = "tradewind-clear"
)

// palette is one colour for each name, as 0xRRGGBB, or 0xRRGGBBAA in alpha.
type palette map[fyne.ThemeColorName]uint32

// light and dark are the palettes of the design. The words of a state are darker
// (in the light theme) than its marks: as marks the given colours are right, as
// words they would have less than 4.5:1.
var light = palette{
	Background: 0xF6F7F9, Surface: 0xFFFFFF, Line: 0xE2E6EB, Ink: 0x1B2430, Muted: 0x5A6777, Faint: 0x98A2B0,
	Accent: 0x0E6F86, AccentSoft: 0xE3F1F4, OnAccent: 0xFFFFFF,
	OK: 0x2F8F5B, OKSoft: 0xE4F3EA, OKText: 0x1F6F45, Warn: 0xB7791F, WarnSoft: 0xFBF1DC, WarnText: 0x8A560A,
	Bad: 0xC0392B, BadSoft: 0xFBE7E4, BadText: 0xB03023, Selected: 0xE8F3F6,

	fynetheme.ColorNameButton: 0xFFFFFF, fynetheme.ColorNameDisabledButton: 0xF1F3F5, fynetheme.ColorNameDisabled: 0x98A2B0,
	fynetheme.ColorNamePlaceHolder: 0x667384, fynetheme.ColorNameInputBackground: 0xFFFFFF, fynetheme.ColorNameInputBorder: 0xD3D9E0,
	fynetheme.ColorNameSeparator: 0xE2E6EB, fynetheme.ColorNameMenuBackground: 0xFFFFFF, fynetheme.ColorNameOverlayBackground: 0xFFFFFF,
	fynetheme.ColorNameHeaderBackground: 0xFFFFFF, fynetheme.ColorNameHyperlink: 0x0E6F86, fynetheme.ColorNameSelection: 0xCFE6EC,
	fynetheme.ColorNameForegroundOnError: 0xFFFFFF, fynetheme.ColorNameForegroundOnSuccess: 0xFFFFFF, fynetheme.ColorNameForegroundOnWarning: 0xFFFFFF,
}

var dark = palette{
	Background: 0x11161C, Surface: 0x1A212A, Line: 0x2A3440, Ink: 0xE7EBF0, Muted: 0x98A5B5, Faint: 0x6B7888,
	Accent: 0x47A9BF, AccentSoft: 0x173842, OnAccent: 0x0B1318,
	OK: 0x58B983, OKSoft: 0x17352A, OKText: 0x6CC796, Warn: 0xD9A441, WarnSoft: 0x3A2F17, WarnText: 0xE0B055,
	Bad: 0xE5705F, BadSoft: 0x3F211D, BadText: 0xF08A7B, Selected: 0x1C3540,

	fynetheme.ColorNameButton: 0x222B36, fynetheme.ColorNameDisabledButton: 0x1A212A, fynetheme.ColorNameDisabled: 0x6B7888,
	fynetheme.ColorNamePlaceHolder: 0x8A97A7, fynetheme.ColorNameInputBackground: 0x151B23, fynetheme.ColorNameInputBorder: 0x36424F,
	fynetheme.ColorNameSeparator: 0x2A3440, fynetheme.ColorNameMenuBackground: 0x212A35, fynetheme.ColorNameOverlayBackground: 0x212A35,
	fynetheme.ColorNameHeaderBackground: 0x1A212A, fynetheme.ColorNameHyperlink: 0x47A9BF, fynetheme.ColorNameSelection: 0x24505D,
	fynetheme.ColorNameForegroundOnError: 0x0B1318, fynetheme.ColorNameForegroundOnSuccess: 0x0B1318, fynetheme.ColorNameForegroundOnWarning: 0x0B1318,
}

// glass are the colours that lie over another colour, 0xRRGGBBAA.
var glass = map[fyne.ThemeColorName]struct{ light, dark uint32 }{
	fynetheme.ColorNameHover:               {0x1B24300D, 0xE7EBF014},
	fynetheme.ColorNamePressed:             {0x1B24301A, 0xE7EBF026},
	fynetheme.ColorNameFocus:               {0x0E6F8640, 0x47A9BF55},
	fynetheme.ColorNameShadow:              {0x1B243026, 0x00000066},
	fynetheme.ColorNameScrollBar:           {0x1B243040, 0xE7EBF040},
	fynetheme.ColorNameScrollBarBackground: {0x00000000, 0x00000000},
	Clear:                                  {0x00000000, 0x00000000},
}

// shade returns the colour for a name in a variant, and whether the house has one.
func shade(name fyne.ThemeColorName, variant fyne.ThemeVariant) (color.Color, bool) {
	if g, ok := glass[name]; ok {
		if variant == fynetheme.VariantDark {
			return rgba(g.dark), true
		}
		return rgba(g.light), true
	}
	p := light
	if variant == fynetheme.VariantDark {
		p = dark
	}
	c, ok := p[name]
	return rgba(c<<8 | 0xFF), ok
}

func rgba(c uint32) color.NRGBA {
	return color.NRGBA{R: uint8(c >> 24), G: uint8(c >> 16), B: uint8(c >> 8), A: uint8(c)}
}
