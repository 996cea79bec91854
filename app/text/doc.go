// Package text is the one catalogue of messages: every sentence that a person
// reads, by code and language. The command line and the window both speak
// through it, so they say the same thing in the same words.
//
// Messages live in messages/*.toml, one file per subject, both languages beside
// each other so that a missing one shows at once:
//
//	[price-unreadable]
//	en = "\"{value}\" is not a price: write it like 12.99 or USD 12.99."
//	zh = "“{value}”不是价格，请写成 12.99 或 USD 12.99。"
//
// {value} is replaced by an argument; {count:product|products} for the first word
// when count is 1, for the second otherwise, and {{ and }} for braces. What is the same for every problem
// needs no argument: {field} is the name of the problem's field and {fix} the
// text it proposes. The place is never in the sentence: whoever shows a problem
// shows its place beside it.
//
// A code that nobody uses, a code without a message, a message without one of
// its languages and an argument that only one language names all fail the
// package's tests, for the whole tree.
//
// text must not know how anything is stored, imported or drawn. It knows the
// sentinel errors of the packages below it, to say them in plain words.
package text
