// Package compose puts what was found in an English text in Chinese order: stretches
// become clauses and groups, frames such as "with …" carry their words, little words
// are resolved by their neighbours, and a writer joins all of it into segments.
//
// It knows the parts of terms and the kinds of words; it must not know products,
// HTML, or how a stretch was found.
package compose
