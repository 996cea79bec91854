package xlsx

import (
	"bytes"
	"errors"
	"io"
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
	attrs []byte // of a start tag, as they are
	text  []byte // of character data, as it is; a run may come in pieces
	plain bool   // text has no entities to resolve
}

func newScanner(src io.Reader) *scanner {
	return &scanner{src: src, buf: make([]byte, windowSize)}
}

// next moves to the next token. name, attrs and text are valid until the next call.
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

// local cuts the namespace prefix off a name.
func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i > 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}
