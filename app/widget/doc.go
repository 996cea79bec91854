// Package widget has the pieces that screens are built from: texts of the type
// scale, buttons, cards, chips, bars, the data grid. It owns how a piece looks and
// behaves; it must not know products, the catalogue or any screen. What is shown
// and what happens is handed in.
package widget
