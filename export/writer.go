package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"tradewind.app/export/encode"
)

// fileWriter writes one of a feed's files, in parts where the spec splits it, or one
// file per product.
type fileWriter struct {
	spec  *FileSpec
	opts  *Options
	batch Batch
	path  func(string) string
	names names          // of files per product
	one   encode.Product // what the product at hand has in the file's tables
	text  bytes.Buffer   // of one product, then emptied

	part    int
	name    string // of the part at hand
	out     io.WriteCloser
	encoder encode.Writer
	sum     hash.Hash
	now     FileReport
	parts   []FileReport
}

func newFileWriter(spec *FileSpec, opts *Options, batch Batch, path func(string) string) *fileWriter {
	return &fileWriter{spec: spec, opts: opts, batch: batch, path: path, names: names{}, one: make(encode.Product, len(spec.tables))}
}

// write writes a product that has texts in the tables of the spec. It never spans two
// parts. key is the product's own name.
func (w *fileWriter) write(tables encode.Product, key string) error {
	rows := 0
	for i, t := range w.spec.tables {
		w.one[i] = tables[t]
		rows += len(tables[t])
	}
	if w.out == nil || w.spec.Per == PerProduct {
		if err := w.next(key); err != nil {
			return err
		}
	}
	b, err := w.product()
	if err != nil {
		return err
	}
	if w.spec.Split > 0 && w.now.Rows > 0 && w.now.Bytes+int64(len(b)) > int64(w.spec.Split) {
		if err := w.next(key); err != nil {
			return err
		}
		if b, err = w.product(); err != nil {
			return err
		}
	}
	w.now.Rows += rows
	return w.put(b)
}

// product returns the bytes of the product at hand.
func (w *fileWriter) product() ([]byte, error) {
	w.text.Reset()
	err := w.encoder.Product(&w.text, w.one)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", w.name, err)
	}
	b, err := w.spec.Encoding.Encode(w.text.Bytes())
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", w.name, err)
	}
	return b, nil
}

// next closes the part at hand and begins another. The product at hand, if there is
// one, is the first of it.
func (w *fileWriter) next(key string) error {
	if err := w.endPart(); err != nil {
		return err
	}
	w.part++
	w.name = w.partName(key)
	out, err := w.batch.Create(w.name)
	if err != nil {
		return err
	}
	w.out, w.sum, w.now = out, sha256.New(), FileReport{Path: w.path(w.name)}
	w.encoder = w.spec.format().writer(w.spec)
	if err := w.put(w.spec.Encoding.Mark()); err != nil {
		return err
	}
	if err := w.encoder.Begin(encodedWriter{w}, w.head()); err != nil {
		return fmt.Errorf("write %s: %w", w.name, err)
	}
	return nil
}

// partName is the name of the part at hand: the file's, from the second part on with
// its number, or that of the product's own file.
func (w *fileWriter) partName(key string) string {
	if w.spec.Per == PerProduct {
		return strings.Replace(w.spec.Name, keySign, w.names.take(key), 1)
	}
	if w.part == 1 {
		return w.spec.Name
	}
	ext := path.Ext(w.spec.Name)
	return strings.TrimSuffix(w.spec.Name, ext) + "-" + strconv.Itoa(w.part) + ext
}

// folder is where the pictures of the part at hand belong.
func (w *fileWriter) folder() string { return strings.TrimSuffix(w.name, path.Ext(w.name)) }

func (w *fileWriter) put(b []byte) error {
	w.sum.Write(b)
	w.now.Bytes += int64(len(b))
	if _, err := w.out.Write(b); err != nil {
		return fmt.Errorf("write %s: %w", w.name, err)
	}
	return nil
}

// encodedWriter writes text to a file in the file's encoding.
type encodedWriter struct{ *fileWriter }

func (w encodedWriter) Write(text []byte) (int, error) {
	b, err := w.spec.Encoding.Encode(text)
	if err != nil {
		return 0, err
	}
	return len(text), w.put(b)
}

// rawWriter writes the bytes of a format that has no encoding.
type rawWriter struct{ *fileWriter }

func (w rawWriter) Write(b []byte) (int, error) { return len(b), w.put(b) }

// close ends the file. A feed without products has its header all the same.
func (w *fileWriter) close() ([]FileReport, error) {
	if w.out == nil && w.spec.Per != PerProduct {
		clear(w.one)
		if err := w.next(""); err != nil {
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
	var rest io.Writer = encodedWriter{w}
	if w.spec.format().binary {
		rest = rawWriter{w}
	}
	if err := w.encoder.End(rest); err != nil {
		return fmt.Errorf("write %s: %w", w.name, err)
	}
	err := w.encoder.Close()
	out := w.out
	w.out = nil
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write %s: %w", w.name, err)
	}
	w.now.SHA256 = hex.EncodeToString(w.sum.Sum(nil))
	w.parts = append(w.parts, w.now)
	return nil
}

// abandon closes an open file when the run fails.
func (w *fileWriter) abandon() {
	if w.out != nil {
		w.encoder.Close() // what it wrote is thrown away with the batch
		w.out.Close()
		w.out = nil
	}
}

func (w *fileWriter) head() encode.Head {
	title := w.spec.RSS.Title
	if w.opts.Shop != "" {
		title = w.opts.Shop
	}
	return encode.Head{Title: title, Link: w.shopLink(), Description: w.spec.RSS.Description, Tables: w.spec.heads}
}

// shopLink is the shop's address: RSS asks for one, and the first product's page
// is below it.
func (w *fileWriter) shopLink() string {
	if w.spec.RSS.Link == "" || len(w.one[0]) == 0 {
		return ""
	}
	u, err := url.Parse(w.one[0][0][w.spec.link])
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}
