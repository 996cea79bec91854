package xlsx

import (
	"archive/zip"
	"encoding/binary"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"

	"tradewind.app/catalog/sheet/grid"
)

// container is the zip with its parts by name. Names are compared without regard
// to case and with / for \, since both occur in real workbooks; they are never
// used as paths of the file system.
type container struct {
	parts map[string]*zip.File
}

// openContainer reads the directory of the zip and checks it against the budgets.
func openContainer(r io.ReaderAt, size int64) (*container, error) {
	if size > maxFile {
		return nil, grid.Refuse("file-too-large", "size", megabytes(size), "max", megabytes(maxFile))
	}
	if err := checkDirectory(r, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, grid.Damaged("the zip directory", err)
	}
	// This inflater needs two thirds of the time of the standard library's.
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	c := &container{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue
		}
		if c.parts[name] != nil {
			return nil, grid.Damaged("two parts are called "+f.Name, nil)
		}
		c.parts[name] = f
	}
	return c, nil
}

func megabytes(n int64) string { return strconv.FormatInt((n+1<<20-1)>>20, 10) + " MB" }

// partName is the form in which parts are looked up.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// resolve finds the part that a relationship of another part names.
func resolve(from, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return partName(path.Clean(target))
	}
	return partName(path.Join("/", path.Dir(from), target))
}

// checkDirectory refuses a zip whose directory alone would fill the memory: the
// standard reader takes all of it before anybody can count.
func checkDirectory(r io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 66<<10))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return grid.Damaged("the end of the file", err)
	}
	at := strings.LastIndex(string(tail), "PK\x05\x06")
	if at < 0 || len(tail)-at < 22 {
		return grid.Damaged("the zip directory is missing", nil)
	}
	entries := int64(binary.LittleEndian.Uint16(tail[at+10:]))
	bytes := int64(binary.LittleEndian.Uint32(tail[at+12:]))
	start := int64(binary.LittleEndian.Uint32(tail[at+16:]))
	if start != 0xffffffff {
		bytes = max(bytes, size-int64(len(tail)-at)-start)
	}
	if bytes == 0xffffffff || entries == 0xffff || bytes > maxDirectory || entries > maxEntries {
		return grid.Refuse("file-swollen", "part", "the zip directory")
	}
	return nil
}

// foreign returns the code of a zip that is something other than a workbook.
func (c *container) foreign() string {
	switch {
	case c.has("xl/workbook.bin"):
		return "format-xlsb"
	case c.has("word/document.xml"), c.has("ppt/presentation.xml"):
		return "format-document"
	case c.has("content.xml") && c.has("mimetype"):
		return "format-ods"
	case !c.has("xl/workbook.xml") && !c.has("[Content_Types].xml"):
		return "format-zip"
	}
	return ""
}

// has reports whether there is a part of that name.
func (c *container) has(name string) bool { return c.parts[partName(name)] != nil }

// open returns a part, inflated and as UTF-8.
func (c *container) open(name string, most int64) (*part, error) {
	f := c.parts[partName(name)]
	if f == nil {
		return nil, grid.Damaged(name+" is missing", nil)
	}
	if f.Flags&1 != 0 {
		return nil, grid.Refuse("format-encrypted")
	}
	budget := min(most, max(freeInflate, int64(min(f.CompressedSize64, maxFile))*maxRatio))
	if f.UncompressedSize64 > uint64(budget) {
		return nil, grid.Refuse("file-swollen", "part", name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, grid.Wrap(name, err)
	}
	p := &part{name: name, rc: rc, left: budget}
	if err := p.decode(); err != nil {
		rc.Close()
		return nil, grid.Wrap(name, err)
	}
	return p, nil
}
