// Package markup cuts descriptions in HTML into the texts that are translated one by
// one, and puts inline tags around the words that they were around, wherever Chinese
// places these.
package markup
