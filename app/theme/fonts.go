package theme

import "fyne.io/fyne/v2"

// Fonts are the faces that text is drawn with. The zero Fonts are Fyne's own,
// which have no Chinese: it then falls back to whatever the system offers.
type Fonts struct {
	Regular fyne.Resource
	Bold    fyne.Resource
}

// For returns the face of a style, or nil where Fyne's own serves.
func (f Fonts) For(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return nil
	case style.Bold && f.Bold != nil:
		return f.Bold
	}
	return f.Regular
}
