// Package theme owns how Tradewind looks: its colours, sizes and type. It must
// not know any screen.
//
// The rules for every screen:
//
//   - Surfaces are quiet. A card is a surface on the background, with one line
//     around it and a radius of 8. Nothing casts a shadow but what floats.
//   - One accent. It marks the one thing to do next, the current place and the
//     focus, only. Ok, warning and bad are for states alone.
//   - Colour never speaks alone: a dot is beside a word, or has one.
//   - One type scale: 12 for what is secondary, 13 for body, 15 for sections, 20
//     for titles, 28 for figures. Semibold for titles and for the current thing,
//     never for whole rows.
//   - One spacing unit of 4: gaps are 4, 8, 12, 16 or 24. A page has 24 around it,
//     a card 16 inside.
//   - Figures are right-aligned and tabular, so that they can be compared.
//   - A row is 36 high, a control 32, a small control 26, the rail 184 wide, the
//     top bar 56 high, the status line 28.
//   - Text has at least 4.5:1 against what it is on, in both themes; a test
//     computes it.
package theme
