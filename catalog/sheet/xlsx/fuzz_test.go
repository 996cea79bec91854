package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"tradewind.app/catalog/sheet/grid"
)

// FuzzSheet gives the reader any XML as a worksheet: there must be rows or a
// sentence, never a panic. FuzzScanner compares the scanner with the standard's.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42906</v></c></row>`)))
	f.Add([]byte(sheetOf(`<row r="0"><c t="inlineStr"><is><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></is></c><c t="e" vm="1"><v>#VALUE!</v></c></row><row/>`)))
	f.Add([]byte(sheetOf(`<x:row><x:c r="XFD9"><f>1</f></x:c><c><v><![CDATA[7]]></v></c></x:row><!-- c -->`)))
	f.Add([]byte("\xfe\xff\x00<\x00a"))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		b := smallBook(string(sheet)).withStrings(`<si><t>text</t></si>`).withStyles("General", "yyyy-mm-dd", "00000", "0%")
		_, err := read(t, b.zip(t))
		var refused *grid.FormatError
		if err != nil && !errors.As(err, &refused) {
			t.Fatalf("no sentence for %v", err)
		}
	})
}

func FuzzScanner(f *testing.F) {
	f.Add([]byte(`<a b="1"><c/>t&amp;u<!-- x --><d e='>'>v</d></a>`))
	f.Add([]byte(`<x:a xmlns:x="y"><![CDATA[<]]>&#65;</x:a>`))
	f.Add([]byte("<?xml version=\"1.0\"?>\r\n<a>\r\nb\r</a>"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		want, err := standard(doc)
		if err != nil {
			return
		}
		got, err := scanned(newScanner(bytes.NewReader(doc)))
		var refused *grid.FormatError
		if errors.As(err, &refused) {
			return
		}
		if err != nil {
			t.Fatalf("%v, but the standard's decoder takes it", err)
		}
		if got != want {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
		// The same through a window so small that tokens lie across its edge.
		got, err = scanned(&scanner{src: iotest.OneByteReader(bytes.NewReader(doc)), buf: make([]byte, 48)})
		if !errors.Is(err, errTagLength) && !errors.Is(err, errMalformed) && (err != nil || got != want) {
			t.Fatalf("in pieces: got  %q %v\nwant %q", got, err, want)
		}
	})
}

// scanned writes what the scanner sees: <name text >name.
func scanned(s *scanner) (string, error) {
	var b strings.Builder
	for {
		k, err := s.next()
		if err != nil {
			return "", err
		}
		switch k {
		case endOfPart:
			return b.String(), nil
		case startTag:
			b.WriteString("<" + string(s.name) + " ")
		case endTag:
			b.WriteString(">" + string(s.name) + " ")
		case charData:
			text, err := s.appendTo(nil)
			if err != nil {
				return "", err
			}
			if s.depth > 0 {
				b.Write(text)
			}
		}
	}
}

func standard(doc []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(doc))
	var b strings.Builder
	depth := 0
	for {
		k, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch k := k.(type) {
		case xml.StartElement:
			depth++
			b.WriteString("<" + k.Name.Local + " ")
		case xml.EndElement:
			depth--
			b.WriteString(">" + k.Name.Local + " ")
		case xml.CharData:
			if depth > 0 {
				b.Write(k)
			}
		}
	}
}
