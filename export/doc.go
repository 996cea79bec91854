// Package export is the feed engine: it turns products into the files that
// marketplaces take, by tables (specs) that a person can read and write.
//
// It owns the spec language, the named transforms, checks and rules, the run and its
// report. It must not know any single marketplace (those are folders below
// export/channel), nor where products are kept, nor the sentences of problems: it names
// problems by code and is given a Describe.
//
// # One road
//
// Check, Preview and Run render products by the same code, so they cannot disagree. A
// [Checker] takes one product. For each table of the spec it makes the rows that the
// table's layout says, gives each column its text (source, fallbacks, transforms), lets
// the channel's [Hook] complete what a table cannot say, and checks cells and rules.
// What comes out is a tree of named values: tables, their rows, a text for each column,
// and where a file nests, paths such as skus[].price. Run gives it to the writers of
// package encode, which make the bytes.
//
// # The spec language
//
// A spec is a TOML file: a channel has files, a file has tables, a table has columns.
// At the top:
//
//	name, title = { en = "...", zh-Hans = "..." }, market, locale
//	currency   of all prices; "shop": the shop's own, unnamed in the file
//	source, checked, version   where the rules were read, when, and the spec's own count
//	charset    the characters that the marketplace knows, where they are fewer than the file's
//	only_active  products not meant to be sold are blocked
//	about      what the files are, for who chooses the channel, by locale
//	package    a zip file that all files and pictures go into
//
// A feed with one table has its rows, columns and rules at the top too.
//
// Each of classes describes goods of a kind, such as shoes, by the shop's own categories,
// see [Class].
//
// # Tables
//
// Each of tables has name, columns, rules, a header of its own where it differs from the
// file's, and rows, which is one of
//
//	product                a row for each product
//	variant                a row for each variant
//	variant + images       more images than variants have rows of their own
//	product then variants  a row of the product, then one for each variant
//	variants then product  the same, the product last
//
// In the last two a product without options has one row, which is both. columns_from
// says that the columns come from a document that is read at run time, see
// [Spec.WithColumns]; what the table says of a column then is true of that of the same name.
//
// Each of columns has name, title_zh, label, note, and one of from (a field of the
// catalogue such as title@zh-Hans, price, attr.gender, or a derived source, see
// source_derived.go), const, or hook = true. Then, as needed:
//
//	fallback       sources tried in order
//	each           "variant": a list with a part for each variant, in a row of the product
//	transforms     named functions of the text, see [TransformNames]
//	default        where there is no text; default_when limits that to conditions
//	on             the only rows it is filled on: first, product, variant, image, and
//	               where products and variants have rows: parent, child
//	type           text, number or boolean, for formats that distinguish
//	tier           required, recommended or optional; required_when, required_for (a class)
//	when           conditions, as in a filter, without which the cell is empty
//	max, min, range, enum, pattern, charset, unique
//	checks         named checks of the text with what a breach of them is, see [Check]
//	list           what joins a list's parts in a table; list_plain: they are never quoted
//	parts          how many a list has, "2..100"
//	quoted         by the quoting listed
//	source, checked  where these rules alone were read, and when
//
// Each of rules compares cells or rows of a product, see [Rule]: options that do not
// distinguish variants, prices that are not below others, lists of different lengths, too
// few pictures.
//
// # Files
//
// Each of files has name, format, and:
//
//	tables     names of its tables; none: all
//	encoding, newline (lf, crlf), quoting (always, minimal, listed)
//	header     lines above the rows, fixed ones or "{name}", "{title_zh}", "{label}", "{note}"
//	split      "15 MB": go on in another file
//	per        "product": a file for each product; its name then has {key} in it
//	pictures   local pictures go along in a folder of the file's name
//
// The formats csv, tsv and rss-xml take one table; in an RSS feed each row is an item
// (rss: title, description, link, namespace, prefix). xlsx has a sheet for each table. In
// json and xml the name of a column is a path: a.b is a member of a member, a[].b a member
// of an element for each row, a[0].b one of a numbered element, a list an array; in XML
// @a is an attribute. Their objects are products, or, where no path has [], rows (objects
// = "row"). json says lines (an object a line) and member (the array is a member of an
// object); xml says root, item, namespace and prefix.
//
// # A product's own values
//
// A product's own value for a column always comes before the column's source: the
// field channel.NAME.COLUMN.SKU for one variant, channel.NAME.COLUMN for all.
package export
