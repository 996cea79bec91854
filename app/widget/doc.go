// Package widget has the pieces that screens are built from: texts of the type
// scale, buttons, cards, chips, bars, lists, layouts, and the roles by which they are
// found. What is typed into is in widget/input, the data grid in widget/grid, pictures
// in a row in widget/gallery. It owns how a piece looks and behaves; it must not know
// products, the catalogue or any screen. What is shown and what happens is handed in.
package widget
