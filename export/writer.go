package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"tradewind.app/export/encode"
)

// fileWriter writes one of a feed's files, in parts where the spec splits it.
type fileWriter struct {
	spec    *FileSpec
	columns []Column
	opts    *Options
	batch   Batch
	path    func(string) string
	text    bytes.Buffer // of one product, then emptied

	part  int
	out   io.WriteCloser
	sum   hash.Hash
	link  int // column of the products' addresses, for RSS
	now   FileReport
	parts []FileReport
}

func newFileWriter(c *Channel, spec *FileSpec, opts *Options, batch Batch, to Sink) *fileWriter {
	link, ok := c.index["link"]
	if !ok {
		link = -1
	}
	return &fileWriter{spec: spec, columns: c.spec.Columns, opts: opts, batch: batch, path: to.Path, link: link}
}

// write appends a product's rows. A product never spans two parts.
func (w *fileWriter) write(rows []Row) error {
	w.text.Reset()
	for _, row := range rows {
		if err := w.appendRow(&w.text, row); err != nil {
			return fmt.Errorf("write %s: %w", w.spec.Name, err)
		}
	}
	b, err := w.spec.Encoding.Encode(w.text.Bytes())
	if err != nil {
		return fmt.Errorf("write %s: %w", w.spec.Name, err)
	}
	full := w.spec.Split > 0 && w.now.Rows > 0 && w.now.Bytes+int64(len(b)) > int64(w.spec.Split)
	if w.out == nil || full {
		if err := w.next(rows); err != nil {
			return err
		}
	}
	w.now.Rows += len(rows)
	return w.put(b)
}

// next closes the part at hand and begins another. rows are the first of it;
// there are none in a feed without products.
func (w *fileWriter) next(rows []Row) error {
	if err := w.endPart(); err != nil {
		return err
	}
	w.part++
	name := w.partName()
	out, err := w.batch.Create(name)
	if err != nil {
		return err
	}
	w.out, w.sum, w.now = out, sha256.New(), FileReport{Path: w.path(name)}
	var head bytes.Buffer
	if err := w.appendHead(&head, rows); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	b, err := w.spec.Encoding.Encode(head.Bytes())
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := w.put(w.spec.Encoding.Mark()); err != nil {
		return err
	}
	return w.put(b)
}

// partName is the file's name, from the second part on with its number.
func (w *fileWriter) partName() string {
	if w.part == 1 {
		return w.spec.Name
	}
	ext := path.Ext(w.spec.Name)
	return strings.TrimSuffix(w.spec.Name, ext) + "-" + strconv.Itoa(w.part) + ext
}

// folder is where the pictures of the part at hand belong.
func (w *fileWriter) folder() string {
	name := w.partName()
	return strings.TrimSuffix(name, path.Ext(name))
}

func (w *fileWriter) put(b []byte) error {
	w.sum.Write(b)
	w.now.Bytes += int64(len(b))
	if _, err := w.out.Write(b); err != nil {
		return fmt.Errorf("write %s: %w", w.spec.Name, err)
	}
	return nil
}

// close ends the file. A feed without products has its header all the same.
func (w *fileWriter) close() ([]FileReport, error) {
	if w.out == nil {
		if err := w.next(nil); err != nil {
			return nil, err
		}
	}
	err := w.endPart()
	return w.parts, err
}

func (w *fileWriter) endPart() error {
	if w.out == nil {
		return nil
	}
	if w.spec.Format == RSS {
		var tail bytes.Buffer
		encode.RSS{}.AppendTail(&tail)
		if err := w.put(tail.Bytes()); err != nil {
			return err
		}
	}
	out := w.out
	w.out = nil
	if err := out.Close(); err != nil {
		return fmt.Errorf("write %s: %w", w.spec.Name, err)
	}
	w.now.SHA256 = hex.EncodeToString(w.sum.Sum(nil))
	w.parts = append(w.parts, w.now)
	return nil
}

// abandon lets go of an open file when the run fails.
func (w *fileWriter) abandon() {
	if w.out != nil {
		w.out.Close() // its content is thrown away with the batch
	}
}

func (w *fileWriter) appendHead(b *bytes.Buffer, rows []Row) error {
	if w.spec.Format == RSS {
		encode.RSS{Title: w.rssTitle(), Link: w.shopLink(rows), Description: w.spec.RSS.Description}.AppendHead(b)
		return nil
	}
	for _, line := range w.spec.headerRows(w.columns) {
		if err := w.spec.appendHeader(b, line); err != nil {
			return err
		}
	}
	return nil
}

func (w *fileWriter) rssTitle() string {
	if w.opts.Shop != "" {
		return w.opts.Shop
	}
	return w.spec.RSS.Title
}

// shopLink is the shop's address: RSS asks for one, and the first product's page
// is below it.
func (w *fileWriter) shopLink(rows []Row) string {
	if w.link < 0 || len(rows) == 0 {
		return ""
	}
	u, err := url.Parse(rows[0].cells[w.link].text)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

func (w *fileWriter) appendRow(b *bytes.Buffer, row Row) error {
	if w.spec.Format == RSS {
		encode.RSS{}.AppendItem(b, elements(w.columns, row))
		return nil
	}
	return w.spec.dialect.AppendRow(b, tableCells(w.columns, row))
}
