package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// token is one piece of XML.
type token uint8

const (
	noToken token = iota
	startTag
	endTag
	charData
	endOfPart
)

var (
	errMalformed = errors.New("malformed XML")
	errTagLength = errors.New("an XML tag without an end")
)

// windowSize is how much of a part is looked at. A tag must fit in it: the
// longest real ones have a few hundred bytes.
const windowSize = 128 << 10

// scanner cuts XML into tokens without copying. It knows what OOXML uses: tags
// with prefixes, attributes, character data, CDATA, comments and processing
// instructions. It refuses document types, which OOXML forbids (ECMA-376 part 2,
// 8.1.1), so that no entity can expand, and deep nesting.
//
// encoding/xml does the same at five times the cost, and its cost is what an
// import would consist of.
type scanner struct {
	src      io.Reader
	buf      []byte
	pos, end int
	srcErr   error // io.EOF after the last byte

	depth  int
	closed bool // the start tag closed itself: its end tag is due
	cdata  bool // inside <![CDATA[

	name  []byte // of a tag, without its prefix
	attrs []byte // of a start tag, as they stand
	text  []byte // of character data, as it stands; a run may come in pieces
	plain bool   // text has no entities to resolve
}

func newScanner(src io.Reader) *scanner {
	return &scanner{src: src, buf: make([]byte, windowSize)}
}

// next moves to the next token. name, attrs and text hold until the next call.
func (s *scanner) next() (token, error) {
	if s.closed {
		s.closed = false
		s.depth--
		return endTag, nil
	}
	for {
		if s.pos == s.end && !s.fill() {
			return s.finish()
		}
		if s.cdata {
			if t, err := s.section(); t != noToken || err != nil {
				return t, err
			}
			continue
		}
		if s.buf[s.pos] != '<' {
			return s.characters()
		}
		if t, err := s.markup(); t != noToken || err != nil {
			return t, err
		}
	}
}

func (s *scanner) finish() (token, error) {
	if s.srcErr != io.EOF {
		return noToken, s.srcErr
	}
	if s.depth != 0 || s.cdata {
		return noToken, io.ErrUnexpectedEOF
	}
	return endOfPart, nil
}

// fill reads more behind what is left of the window. It reports false when
// nothing came: the part has ended or failed, or the window is full.
func (s *scanner) fill() bool {
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	for s.srcErr == nil && s.end < len(s.buf) {
		n, err := s.src.Read(s.buf[s.end:])
		s.end += n
		s.srcErr = err
		if n > 0 {
			return true
		}
	}
	return false
}

// want reads on until n bytes are in the window.
func (s *scanner) want(n int) bool {
	for s.end-s.pos < n {
		if !s.fill() {
			return false
		}
	}
	return true
}

// find returns the index of the first sep behind from, counted from s.pos, and
// reads on until it is there; -1 when it does not come within the window.
func (s *scanner) find(sep []byte, from int) int {
	for {
		if from <= s.end-s.pos {
			if i := bytes.Index(s.buf[s.pos+from:s.end], sep); i >= 0 {
				return from + i
			}
		}
		from = max(from, s.end-s.pos-len(sep)+1)
		if !s.fill() {
			return -1
		}
	}
}

// characters takes text up to the next tag, or what of it fits in the window.
func (s *scanner) characters() (token, error) {
	n := bytes.IndexByte(s.buf[s.pos:s.end], '<')
	if n < 0 {
		n = s.find([]byte{'<'}, s.end-s.pos)
	}
	if n < 0 {
		if s.srcErr != nil && s.srcErr != io.EOF {
			return noToken, s.srcErr
		}
		n = s.cut()
	}
	s.text = s.buf[s.pos : s.pos+n]
	s.plain = bytes.IndexByte(s.text, '&') < 0 && bytes.IndexByte(s.text, '\r') < 0
	s.pos += n
	return charData, nil
}

// cut ends a piece of text where no entity and no line end is split.
func (s *scanner) cut() int {
	window := s.buf[s.pos:s.end]
	n := len(window)
	if i := bytes.LastIndexByte(window, '&'); i > 0 && bytes.IndexByte(window[i:], ';') < 0 {
		n = i
	}
	if n > 1 && window[n-1] == '\r' {
		n--
	}
	return n
}

// section takes text up to the end of a CDATA section.
func (s *scanner) section() (token, error) {
	n, skip := bytes.Index(s.buf[s.pos:s.end], []byte("]]>")), 3
	s.cdata = n < 0
	if n < 0 {
		// Two bytes may be the beginning of the end: they wait for the rest.
		if n, skip = s.end-s.pos-2, 0; n <= 0 {
			if !s.fill() {
				return s.finish()
			}
			return noToken, nil
		}
	}
	s.text, s.plain = s.buf[s.pos:s.pos+n], true
	s.pos += n + skip
	if n == 0 {
		return noToken, nil
	}
	return charData, nil
}

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

// local cuts the namespace prefix off a name.
func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}
