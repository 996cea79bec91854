// Package measures reads quantities with their units in English texts, "12 fl oz (355
// mL)" or "30 x 40 in", and writes them in metric units with Chinese words. Values are
// exact rationals until they are written; the units are tables of assets/language.
package measures
