package export

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
)

// packer is a Batch whose files go into one zip file of another batch. A zip file is
// written one entry after the other, while several files of a feed are open at a time:
// what is written to a file is kept aside until it is closed.
type packer struct {
	Batch
	zip  *zip.Writer
	out  io.WriteCloser
	sum  hash.Hash
	size int64
	done bool
}

func newPacker(to Batch, name string) (*packer, error) {
	out, err := to.Create(name)
	if err != nil {
		return nil, err
	}
	p := &packer{Batch: to, out: out, sum: sha256.New()}
	p.zip = zip.NewWriter(packedWriter{p})
	return p, nil
}

// packedWriter counts and hashes what goes into the zip file.
type packedWriter struct{ p *packer }

func (w packedWriter) Write(b []byte) (int, error) {
	w.p.sum.Write(b)
	w.p.size += int64(len(b))
	return w.p.out.Write(b)
}

// Create begins an entry of the zip file.
func (p *packer) Create(name string) (io.WriteCloser, error) { return &entry{p: p, name: name}, nil }

// close ends the zip file and reports it.
func (p *packer) close() (FileReport, error) {
	p.done = true
	if err := errors.Join(p.zip.Close(), p.out.Close()); err != nil {
		return FileReport{}, fmt.Errorf("write package: %w", err)
	}
	return FileReport{Bytes: p.size, SHA256: hex.EncodeToString(p.sum.Sum(nil))}, nil
}

func (p *packer) abandon() {
	if !p.done {
		p.out.Close()
	}
}

// largestKept is how much of an entry is kept in memory; what is larger goes through a
// temporary file.
const largestKept = 1 << 20

// entry is a file of the package that is being written.
type entry struct {
	p    *packer
	name string
	kept bytes.Buffer
	temp *os.File
}

func (e *entry) Write(b []byte) (int, error) {
	if e.temp == nil && e.kept.Len()+len(b) > largestKept {
		var err error
		if e.temp, err = os.CreateTemp("", "feed-*"); err != nil {
			return 0, err
		}
		if _, err := e.kept.WriteTo(e.temp); err != nil {
			return 0, err
		}
	}
	if e.temp != nil {
		return e.temp.Write(b)
	}
	return e.kept.Write(b)
}

// Close puts the file into the package. It has no time, so that the package of the
// same files is the same.
func (e *entry) Close() error {
	out, err := e.p.zip.Create(e.name)
	if err != nil {
		return errors.Join(err, e.discard())
	}
	if e.temp == nil {
		_, err = e.kept.WriteTo(out)
		return err
	}
	if _, err = e.temp.Seek(0, io.SeekStart); err == nil {
		_, err = io.Copy(out, e.temp)
	}
	return errors.Join(err, e.discard())
}

func (e *entry) discard() error {
	if e.temp == nil {
		return nil
	}
	return errors.Join(e.temp.Close(), os.Remove(e.temp.Name()))
}
