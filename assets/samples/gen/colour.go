package main

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"
)

// colours are the option values of the lists as a picture shows them. White
// is a little grey, since the ground is white.
var colours = map[string]string{
	"Baby Blue": "#B5D3E7", "Black": "#33373D", "Blush": "#E6B8B2", "Brown": "#7A4B2A", "Burgundy": "#7B2A3A",
	"Burnt Orange": "#C9622C", "Camel": "#C09A6B", "Charcoal": "#4A4F57", "Cognac": "#A0623A", "Coral": "#EE7F6B",
	"Cream": "#EFE3C8", "Dusty Rose": "#C98F98", "Forest Green": "#3B6348", "Graphite": "#565C65", "Heather Grey": "#A6ABB2",
	"Ivory": "#EDE6D3", "Khaki": "#B9A57C", "Light Grey": "#C6CBD1", "Mint Green": "#A9D9C2", "Mustard": "#D6A53A",
	"Mustard Yellow": "#D9A82E", "Natural": "#E2C48C", "Navy Blue": "#2C3F66", "Neon Green": "#8FD93B", "Neon Yellow": "#DDE63A",
	"Olive": "#7B7F52", "Olive Green": "#6F7A4A", "Peach": "#F2C0A0", "Purple": "#7B5AA6", "Red": "#BE3A3A",
	"Royal Blue": "#3A5FB0", "Ruby": "#A3243B", "Rust": "#A8522E", "Sage Green": "#A3B18A", "Sand": "#D6C3A0",
	"Sky Blue": "#7DB8DD", "Slate": "#66727F", "Steel Blue": "#6C8FAE", "Teal": "#2B8583", "Terracotta": "#C06C4B",
	"Turquoise": "#3FB3B0", "White": "#ECEEF0", "Wine Red": "#6E2435",
}

// roles are the colours of a drawing that do not depend on the product.
var roles = map[string]string{"ink": "#3A3F47", "white": "#FAFBFC", "cream": "#F6EEDC"}

// accents are the colours of labels; the products take them in turn, so that
// two bottles of one shape do not look the same.
var accents = []string{"#0E6F86", "#7B4B7F", "#B5532D", "#3E7A4E", "#33518A", "#B5852A", "#B04A66", "#4F6475"}

func parseHex(s string) (color.RGBA, error) {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil || len(s) != 7 {
		return color.RGBA{}, fmt.Errorf("%q is no colour such as #A0B1C2", s)
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, nil
}

// A palette is what a product brings to a drawing.
type palette struct{ base, accent color.RGBA }

// resolve gives the colour of a role.
func (p palette) resolve(role string) (color.RGBA, error) {
	switch role {
	case "base":
		return p.base, nil
	case "light":
		return mix(p.base, 255, 28), nil
	case "dark":
		return mix(p.base, 0, 16), nil
	case "deep":
		return mix(p.base, 0, 38), nil
	case "accent":
		return p.accent, nil
	}
	if hex, ok := roles[role]; ok {
		return parseHex(hex)
	}
	return parseHex(role)
}

// mix moves each channel of c towards to by percent.
func mix(c color.RGBA, to, percent int) color.RGBA {
	part := func(v uint8) uint8 { return uint8((int(v)*(100-percent) + to*percent) / 100) }
	return color.RGBA{part(c.R), part(c.G), part(c.B), 255}
}
