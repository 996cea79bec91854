package xlsx

import (
	"context"
	"math"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// sharedStrings is the table of texts that cells name by number. It is read only
// as far as the cells have named: programs write the table in the order in which
// the sheet uses it, so a preview of fifty rows needs its beginning only.
type sharedStrings struct {
	parts *container
	name  string // of the part, "" when there is none

	part  *part
	scan  *scanner
	done  bool
	pages pages
	ends  []uint32     // where each text ends; 4 bytes a string, whatever its length
	long  map[int]bool // the texts that were too long to keep
	item  []byte
}

func newSharedStrings(c *container, name string) *sharedStrings {
	return &sharedStrings{parts: c, name: name, long: map[int]bool{}}
}

// appendString appends string n to dst.
func (t *sharedStrings) appendString(ctx context.Context, dst []byte, n int) ([]byte, error) {
	for n >= len(t.ends) && !t.done {
		if err := t.read(ctx); err != nil {
			return dst, err
		}
	}
	if n < 0 || n >= len(t.ends) {
		return dst, grid.Damaged("text "+strconv.Itoa(n)+" of "+strconv.Itoa(len(t.ends))+" shared strings", nil)
	}
	from := int64(0)
	if n > 0 {
		from = int64(t.ends[n-1])
	}
	return t.pages.appendTo(dst, from, int64(t.ends[n]))
}

// finish reads the rest of the table, so that its checksum is compared. A table
// of which nothing was used is not read at all.
func (t *sharedStrings) finish(ctx context.Context) error {
	for !t.done && t.part != nil {
		if err := t.read(ctx); err != nil {
			return err
		}
	}
	return nil
}

// read adds the next string, or notes that there is none.
func (t *sharedStrings) read(ctx context.Context) error {
	if t.part == nil && !t.done {
		if err := t.start(); err != nil || t.done {
			return err
		}
	}
	if len(t.ends)%1024 == 0 && ctx.Err() != nil {
		return ctx.Err()
	}
	for {
		k, err := t.scan.next()
		if err != nil {
			return grid.Wrap(t.name, err)
		}
		switch {
		case k == endOfPart:
			t.done = true
			return t.part.finish()
		case k == startTag && string(t.scan.name) == "si":
			return grid.Wrap(t.name, t.add())
		}
	}
}

func (t *sharedStrings) start() error {
	if t.name == "" {
		t.done = true
		return nil
	}
	p, err := t.parts.open(t.name, maxPart)
	if err != nil {
		return err
	}
	t.part, t.scan = p, newScanner(p)
	return nil
}

// add reads one <si>.
func (t *sharedStrings) add() error {
	text, whole, err := richText(t.scan, t.item[:0], "si")
	if err != nil {
		return err
	}
	if t.item = text; !whole {
		t.long[len(t.ends)] = true
	}
	if err := t.pages.append(unescape(text)); err != nil {
		return err
	}
	if len(t.ends) == maxStrings || t.pages.size() > math.MaxUint32 {
		return grid.Refuse("file-swollen", "part", t.name)
	}
	t.ends = append(t.ends, uint32(t.pages.size()))
	return nil
}

func (t *sharedStrings) close() error {
	if t.part != nil {
		t.part.close()
	}
	return t.pages.close()
}

// richText appends the text of an <si> or <is> that has begun: its <t>, or the
// <t> of all its runs, without the reading aid in <rPh> (ECMA-376 part 1, 18.4).
// It stops behind the end tag called until. whole is false when the text went
// past grid.MaxCell and was dropped.
func richText(s *scanner, dst []byte, until string) (text []byte, whole bool, err error) {
	from, phonetic, inText := len(dst), 0, false
	whole = true
	for {
		t, err := s.next()
		if err != nil {
			return dst, whole, err
		}
		switch t {
		case endOfPart:
			return dst, whole, errMalformed
		case startTag:
			inText = string(s.name) == "t"
			if string(s.name) == "rPh" {
				phonetic++
			}
		case endTag:
			inText = false
			switch string(s.name) {
			case until:
				return dst, whole, nil
			case "rPh":
				phonetic--
			}
		case charData:
			if !inText || phonetic > 0 || !whole {
				continue
			}
			if dst, err = s.appendTo(dst); err != nil {
				return dst, whole, err
			}
			if len(dst)-from > grid.MaxCell {
				dst, whole = dst[:from], false
			}
		}
	}
}

// appendTo appends the scanner's text, resolved.
func (s *scanner) appendTo(dst []byte) ([]byte, error) {
	if s.plain {
		return append(dst, s.text...), nil
	}
	return appendText(dst, s.text)
}
