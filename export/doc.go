// Package export is the feed engine: it turns products into the files that
// marketplaces take, by tables (specs) that a person can read and write.
//
// It owns the spec language, the named transforms, the checks by tier, the run
// and its report. It must not know any single marketplace (those are folders
// below export/channel), nor where products are kept, nor the sentences in which
// problems are told: it names problems by code and is handed a Describe.
//
// # One road
//
// Check, Preview and Run make rows by the same code, so they cannot disagree:
// a Checker takes one product, gives each column its text (source, fallbacks,
// transforms), lets the channel's Hook finish what crosses rows, then holds the
// cells against the spec. Run writes what passed.
//
// # The spec language
//
// A spec is a TOML file. At its top:
//
//	name, title = { en = "...", zh-Hans = "..." }, market, locale
//	currency   what prices are told in; "shop": the shop's own, unnamed in the file
//	source, checked, version   where the rules were read, when, and the spec's own count
//	rows       "product", "variant", or "variant+images" (more images than
//	           variants take rows of their own)
//	charset    what the marketplace itself can hold, where that is less than the file
//	only_active  products not meant to be sold are blocked
//	about      what the files are, for who chooses the channel, by locale
//
// Each of classes tells goods of a kind, such as shoes, by the shop's own categories,
// see [Class]. Each of rules tells what the variants of a product must be to each
// other, see [Rule].
//
// Each of files has name, format (csv, tsv, rss-xml), encoding, newline (lf,
// crlf), quoting (always, minimal, listed), header (fixed lines; "{name}" and
// "{title_zh}" stand for the columns' own) and split ("15 MB": go on in another file).
//
// Each of columns has name, title_zh, and one of from (a field of the catalogue
// such as title@zh-Hans, price, attr.gender, or a derived source, see
// source_derived.go), const, or hook = true. Then, as needed: fallback (sources
// tried in order), transforms, default, tier, max, min, range, enum, pattern,
// quoted, on (first, variant, image: the only rows it is filled on), when and
// required_when (conditions as in a filter), required_for (a class), checks (named
// rules with what a breach of them is, see [Check]), list (what joins a list's parts),
// parts (how many, "2..100"), unique, charset, source and checked (of these rules alone).
//
// A product's own value for a column always comes before the column's source: the
// field channel.NAME.COLUMN.SKU for one variant, channel.NAME.COLUMN for all.
package export
