// Package quality finds faults of Chinese texts that no law is about: numbers that no
// source has, placeholders that were changed, words that were not translated, Traditional
// characters in Simplified texts, doubled words, signs and brackets.
//
// It compares a text with the product's English where that says as much; a number that was
// left out is no fault. Lengths and character sets are for the channels to check.
//
// It must know nothing of channels, files or databases.
package quality
