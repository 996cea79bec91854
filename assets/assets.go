// Package assets has the files that ship inside the program: term bases, the
// sample shop, the icon. It must not know what is in them, and nobody but the
// program's outer ring imports it: whoever reads a term base or a sample is
// handed an fs.FS.
package assets

import "embed"

//go:generate go run ./samples/gen -o .
//go:generate go run ./icons/gen

// FS has eight folders. icons has the icons of the window, *.svg, which icons/gen makes
// of the strokes that they are drawn with. terms has the shipped term bases, *.tsv in the
// format that terms/README.md describes. language has the word tables of English and
// Chinese, *.tsv, as language/README.md describes them. patterns has the approved
// sentences, as patterns/README.md describes them. sizes has the tables of sizes, as
// sizes/README.md describes them. check and law have the tables of the checks of Chinese
// texts, as law/README.md describes them. samples has the sample shop: shop.xlsx, the
// pictures that it names below images/, and README.md, which says what is wrong in it on
// purpose.
//
//go:embed icons/*.svg samples/README.md samples/shop.xlsx samples/images terms/*.tsv language/*.tsv patterns/*.tsv
//go:embed check/*.tsv law/*.tsv sizes/*.tsv
var FS embed.FS

// Icon is the program's sign, a PNG of 512 x 512 pixels.
//
//go:embed icons/tradewind.png
var Icon []byte
