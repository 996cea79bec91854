package xlsx

import (
	"errors"
	"fmt"
	"os"
)

// The text of the shared strings is kept in pages. The last pageSlots of them
// that were used stay in memory, 16 MB; a workbook with more text spills into a
// temporary file. Small pages, since a sheet that was sorted after it was typed
// names its strings in no order.
const (
	pageSize  = 8 << 10
	pageSlots = 2048
)

// pages has texts one behind the other: append and read at an offset.
type pages struct {
	dir      string // of the temporary file, "" for the system's
	file     *os.File
	nameless bool     // the file has no name any more
	slots    [][]byte // page n is in slot n mod pageSlots, when holds says so
	holds    []int
	current  []byte // the page that is being filled
	filled   int    // pages before it
}

func (p *pages) size() int64 { return int64(p.filled)*pageSize + int64(len(p.current)) }

// append adds text at the end.
func (p *pages) append(text []byte) error {
	for len(text) > 0 {
		if p.current == nil {
			p.current = make([]byte, 0, pageSize)
		}
		n := min(len(text), pageSize-len(p.current))
		p.current = append(p.current, text[:n]...)
		text = text[n:]
		if len(p.current) == pageSize {
			if err := p.turn(); err != nil {
				return err
			}
		}
	}
	return nil
}

// turn puts the filled page among the rest and begins a new one.
func (p *pages) turn() error {
	slot := p.filled % pageSlots
	if p.filled < pageSlots {
		p.slots, p.holds = append(p.slots, p.current), append(p.holds, p.filled)
		p.current = nil
		p.filled++
		return nil
	}
	if p.file == nil {
		if err := p.spill(); err != nil {
			return err
		}
	}
	if err := p.write(p.filled, p.current); err != nil {
		return err
	}
	p.slots[slot], p.current = p.current, p.slots[slot][:0]
	p.holds[slot] = p.filled
	p.filled++
	return nil
}

// spill makes the temporary file and writes the pages that are there.
func (p *pages) spill() error {
	f, err := os.CreateTemp(p.dir, "tradewind-strings-*")
	if err != nil {
		return fmt.Errorf("keep the workbook's texts: %w", err)
	}
	// Where an open file may lose its name, nothing stays behind a killed process.
	p.file, p.nameless = f, os.Remove(f.Name()) == nil
	for n, page := range p.slots {
		if err := p.write(n, page); err != nil {
			return err
		}
	}
	return nil
}

func (p *pages) write(n int, page []byte) error {
	if _, err := p.file.WriteAt(page, int64(n)*pageSize); err != nil {
		return fmt.Errorf("keep the workbook's texts: %w", err)
	}
	return nil
}

// appendTo appends the text between two offsets to dst.
func (p *pages) appendTo(dst []byte, from, to int64) ([]byte, error) {
	for from < to {
		page, err := p.page(int(from / pageSize))
		if err != nil {
			return dst, err
		}
		at := int(from % pageSize)
		n := min(int(to-from), pageSize-at)
		dst = append(dst, page[at:at+n]...)
		from += int64(n)
	}
	return dst, nil
}

// page returns page n, from the file when another has its slot.
func (p *pages) page(n int) ([]byte, error) {
	if n == p.filled {
		return p.current, nil
	}
	slot := n % pageSlots
	if p.holds[slot] != n {
		if _, err := p.file.ReadAt(p.slots[slot][:pageSize], int64(n)*pageSize); err != nil {
			return nil, fmt.Errorf("read the workbook's texts back: %w", err)
		}
		p.slots[slot], p.holds[slot] = p.slots[slot][:pageSize], n
	}
	return p.slots[slot], nil
}

// close removes the temporary file.
func (p *pages) close() error {
	if p.file == nil {
		return nil
	}
	err := p.file.Close()
	if !p.nameless {
		err = errors.Join(err, os.Remove(p.file.Name()))
	}
	p.file = nil
	if err != nil {
		return fmt.Errorf("remove the workbook's texts: %w", err)
	}
	return nil
}
