// Package measures reads quantities with their units in English texts, "12 fl oz (355
// mL)" or "30 x 40 in", and writes them in metric units with Chinese words. Values are
// exact rationals until they are written; the units are tables of assets/language.
//
// What a unit means is decided by the words around it and by what the product is: an
// ounce of denim is a weight by the square yard, a cup of a coffee maker is a serving, an
// inch of a screen stays one. [Units.Read] decides; where it is not sure it names the
// doubt in [Reading.Doubt].
package measures
