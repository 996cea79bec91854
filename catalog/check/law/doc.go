// Package law finds words in Chinese texts that China's Advertising Law, the rules of
// its food and cosmetics, or those of the marketplaces forbid: superlatives, state
// organs, rankings without proof, absolute promises, medical effects, false urgency,
// ways to lead buyers off the platform.
//
// All words are in tables that are handed in, see assets/law/README.md. A text is folded
// first, since who wants to hide a word writes it wide, in Traditional characters or with
// blanks inside. Words count by the product's category: 抗菌 is a medical word of a
// cosmetic, and a property of a towel. What is harmless in its context (最大承重150千克)
// is a table, too.
//
// It must know nothing of channels, files or databases.
package law
