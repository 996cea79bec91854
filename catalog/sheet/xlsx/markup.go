package xlsx

import (
	"bytes"
	"io"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// markup takes what begins with <.
func (s *scanner) markup() (token, error) {
	if !s.want(2) {
		return noToken, s.short()
	}
	switch s.buf[s.pos+1] {
	case '/':
		return s.closing()
	case '?':
		return noToken, s.skip("?>")
	case '!':
		return noToken, s.declaration()
	}
	return s.opening()
}

// short is the error of a tag that does not end in the window.
func (s *scanner) short() error {
	switch s.srcErr {
	case nil:
		return errTagLength
	case io.EOF:
		return io.ErrUnexpectedEOF
	}
	return s.srcErr
}

func (s *scanner) closing() (token, error) {
	i := bytes.IndexByte(s.buf[s.pos:s.end], '>')
	if i < 0 {
		if i = s.find([]byte{'>'}, 2); i < 0 {
			return noToken, s.short()
		}
	}
	s.name = local(bytes.TrimRight(s.buf[s.pos+2:s.pos+i], " \t\r\n"))
	s.pos += i + 1
	if s.depth--; s.depth < 0 {
		return noToken, errMalformed
	}
	return endTag, nil
}

func (s *scanner) opening() (token, error) {
	n, err := s.tagLength()
	if err != nil {
		return noToken, err
	}
	tag := s.buf[s.pos+1 : s.pos+n-1]
	if s.closed = len(tag) > 0 && tag[len(tag)-1] == '/'; s.closed {
		tag = tag[:len(tag)-1]
	}
	s.pos += n
	i := 0
	for i < len(tag) && tag[i] > ' ' {
		i++
	}
	if i == 0 {
		return noToken, errMalformed
	}
	s.name, s.attrs = local(tag[:i]), tag[i:]
	if s.depth++; s.depth > maxDepth {
		return noToken, grid.Refuse("format-nesting", "depth", strconv.Itoa(s.depth))
	}
	return startTag, nil
}

// tagLength finds the > that ends a start tag. One inside quotes does not.
func (s *scanner) tagLength() (int, error) {
	var quote byte
	for i := 1; ; i++ {
		if s.pos+i == s.end && !s.fill() {
			return 0, s.short()
		}
		c := s.buf[s.pos+i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1, nil
		case c == '<':
			return 0, errMalformed
		}
	}
}

// declaration takes what begins with <!.
func (s *scanner) declaration() error {
	s.want(9)
	rest := s.buf[s.pos+2 : s.end]
	switch {
	case bytes.HasPrefix(rest, []byte("--")):
		s.pos += 4
		return s.skip("-->")
	case bytes.HasPrefix(rest, []byte("[CDATA[")):
		s.pos += 9
		s.cdata = true
		return nil
	}
	return grid.Refuse("format-doctype")
}

// skip drops everything up to and with mark, however long it is.
func (s *scanner) skip(mark string) error {
	for {
		if i := bytes.Index(s.buf[s.pos:s.end], []byte(mark)); i >= 0 {
			s.pos += i + len(mark)
			return nil
		}
		s.pos = max(s.pos, s.end-len(mark)+1)
		if !s.fill() {
			return s.short()
		}
	}
}
