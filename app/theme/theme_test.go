package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// luminance is WCAG 2.1's relative luminance.
func luminance(c color.Color) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*channel(n.R) + 0.7152*channel(n.G) + 0.0722*channel(n.B)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextCanBeRead(t *testing.T) {
	const least = 4.5 // WCAG 2.1, success criterion 1.4.3
	pairs := []struct{ text, on fyne.ThemeColorName }{
		{Ink, Background},
		{Ink, Surface},
		{Ink, Selected},
		{Ink, AccentSoft},
		{Muted, Background},
		{Muted, Surface},
		{Muted, Selected},
		{Accent, Surface},
		{Accent, Background},
		{Accent, AccentSoft},
		{OnAccent, Accent},
		{OKText, OKSoft},
		{OKText, Surface},
		{WarnText, WarnSoft},
		{WarnText, Surface},
		{BadText, BadSoft},
		{BadText, Surface},
		{fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameInputBackground},
	}
	for _, mode := range []Mode{Light, Dark} {
		shown := &Theme{Mode: mode}
		for _, p := range pairs {
			if got := contrast(shown.Color(p.text, 0), shown.Color(p.on, 0)); got < least {
				t.Errorf("%s: %s on %s has %.2f:1, less than %.1f:1", mode, p.text, p.on, got, least)
			}
		}
	}
}

func TestBothPalettesHaveTheSameNames(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("%s is not in the dark palette", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d colours in light, %d in dark", len(light), len(dark))
	}
}
