package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Automatic backups are compressed: several lie beside each catalogue, and a tenth of
// the bytes is enough. The file is what the zstd program makes and reads (RFC 8878),
// with a frame before it that decoders skip: what the backup contains, so that a list
// of backups need not unpack them.

// compressedSuffix is what the name of a compressed backup ends in.
const compressedSuffix = ".zst"

// The frame that is skipped, RFC 8878, 3.1.2: a magic number and a length.
const (
	skippedMagic  = 0x184D2A50
	skippedHeader = 8
	maxSkipped    = 4 << 10
)

func isCompressed(path string) bool { return strings.HasSuffix(path, compressedSuffix) }

// compress writes a finished copy of a catalogue, which nobody has open, into an
// empty file, and reads it back: what is kept is what can be unpacked again.
func compress(ctx context.Context, from, to string, contents Contents) error {
	packed, err := packInto(ctx, from, to, contents)
	if err != nil {
		return err
	}
	unpacked := sha256.New()
	if err := unpack(ctx, to, unpacked); err != nil {
		return err
	}
	if !bytes.Equal(packed, unpacked.Sum(nil)) {
		return &FileError{Path: to, Detail: "what was compressed is not what comes out", Err: ErrDamaged}
	}
	return nil
}

// packInto compresses a file and returns the hash of its content.
func packInto(ctx context.Context, from, to string, contents Contents) (sum []byte, err error) {
	in, err := openOwn(from, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := openOwn(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if err := writeSkipped(out, contents); err != nil {
		return nil, err
	}
	w, err := zstd.NewWriter(out, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, err
	}
	content := sha256.New()
	_, err = io.Copy(w, io.TeeReader(reader{ctx, in}, content))
	return content.Sum(nil), errors.Join(err, w.Close())
}

// reader reads until its context is done.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}

func writeSkipped(to io.Writer, contents Contents) error {
	body, err := json.Marshal(contents)
	if err != nil {
		return err
	}
	frame := binary.LittleEndian.AppendUint32(nil, skippedMagic)
	frame = binary.LittleEndian.AppendUint32(frame, uint32(len(body)))
	_, err = to.Write(append(frame, body...))
	return err
}

// compressedContents reads what a compressed backup says of itself.
func compressedContents(path string) (c Contents, err error) {
	f, err := openOwn(path, os.O_RDONLY, 0)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var head [skippedHeader]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return c, notABackup(path, err)
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if binary.LittleEndian.Uint32(head[:]) != skippedMagic || size > maxSkipped {
		return c, notABackup(path, nil)
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(f, body); err != nil {
		return c, notABackup(path, err)
	}
	if err := json.Unmarshal(body, &c); err != nil {
		return c, notABackup(path, err)
	}
	return c, nil
}

func notABackup(path string, cause error) error {
	return &FileError{Path: path, Detail: "it is no compressed backup, or not all of one", Err: ErrDamaged, cause: cause}
}

// unpack writes what a compressed file contains. A file that is damaged or cut short is
// ErrDamaged: zstd has a checksum of the whole.
func unpack(ctx context.Context, path string, to io.Writer) (err error) {
	f, err := openOwn(path, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	d, err := zstd.NewReader(reader{ctx, f}, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return notABackup(path, err)
	}
	defer d.Close()
	out := &recorder{Writer: to}
	if _, err := io.Copy(out, d); err != nil && out.err == nil && ctx.Err() == nil {
		return notABackup(path, err)
	}
	return errors.Join(out.err, ctx.Err())
}

// recorder remembers that writing failed, and not reading.
type recorder struct {
	io.Writer
	err error
}

func (r *recorder) Write(b []byte) (int, error) {
	n, err := r.Writer.Write(b)
	r.err = err
	return n, err
}

// plainly gives use a file that SQLite can open: a compressed backup is unpacked beside
// a path for as long as use takes.
func plainly(ctx context.Context, backup, beside string, use func(path string) error) (err error) {
	if !isCompressed(backup) {
		return use(backup)
	}
	temp, err := newTemporary(beside, 0o600)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", filepath.Base(backup), err)
	}
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	out, err := openOwn(temp, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(unpack(ctx, backup, out), out.Close()); err != nil {
		return fmt.Errorf("unpack %s: %w", filepath.Base(backup), err)
	}
	if sizeOf(temp) == 0 {
		return notABackup(backup, nil)
	}
	err = use(temp)
	if wrong := (*FileError)(nil); errors.As(err, &wrong) && wrong.Path == temp {
		wrong.Path = backup
	}
	return err
}
