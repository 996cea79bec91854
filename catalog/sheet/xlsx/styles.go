package xlsx

import (
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// builtinFormats are the formats that a workbook names without spelling them out
// (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 are dates in all the Chinese,
// Japanese and Korean tables there.
var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "m/d/yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
	37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
	45: "mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}

func builtinStyle(id int) style {
	if id >= 27 && id <= 36 || id >= 50 && id <= 58 {
		return style{date: true}
	}
	return parseFormat(builtinFormats[id])
}

// readStyles returns the styles in the order in which cells name them.
func readStyles(c *container, name string) ([]style, error) {
	p, err := c.open(name, maxSmallPart)
	if err != nil {
		return nil, err
	}
	defer p.close()
	styles, err := scanStyles(newScanner(p))
	if err == nil {
		err = p.finish()
	}
	return styles, grid.Wrap(name, err)
}

func scanStyles(s *scanner) ([]style, error) {
	var styles []style
	custom := map[int]string{}
	inCells := false
	for {
		t, err := s.next()
		if err != nil || t == endOfPart {
			return styles, err
		}
		switch name := string(s.name); {
		case t == endTag && name == "cellXfs":
			inCells = false
		case t != startTag:
		case name == "cellXfs":
			inCells = true
		case name == "numFmt" && len(custom) < maxFormats:
			custom[number(s.attribute("numFmtId"))] = s.attribute("formatCode")
		case name == "xf" && inCells && len(styles) < maxFormats:
			styles = append(styles, styleOf(number(s.attribute("numFmtId")), custom))
		}
	}
}

func styleOf(id int, custom map[int]string) style {
	if code, ok := custom[id]; ok {
		return parseFormat(code)
	}
	return builtinStyle(id)
}

// number reads a count or index; what is none is -1.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
