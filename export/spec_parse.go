package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"tradewind.app/catalog/regular"
)

// ErrSpec says that a spec cannot be used. The error's text has the line, and
// where it is a word that is wrong, a caret below it.
var ErrSpec = errors.New("spec not usable")

// maxSpec bounds a spec file; the largest shipped one has 15 KB.
const maxSpec = 1 << 20

// ParseSpec reads a spec. Unknown keys, transforms, sources, and limits without
// a unit are errors that wrap ErrSpec and name the line. Each of adapt may change what
// was read before it is checked as a whole.
func ParseSpec(fsys fs.FS, name string, adapt ...func(*Spec) error) (*Spec, error) {
	b, err := readSpec(fsys, name)
	if err != nil {
		return nil, err
	}
	if err := bareNumber(b); err != nil {
		return nil, fmt.Errorf("read %s: %w: %w", name, ErrSpec, err)
	}
	spec := new(Spec)
	d := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields()
	if err := d.Decode(spec); err != nil {
		return nil, fmt.Errorf("read %s: %w: %s", name, ErrSpec, explain(err))
	}
	for _, change := range adapt {
		if err := change(spec); err != nil {
			return nil, fmt.Errorf("read %s: %w: %w", name, ErrSpec, err)
		}
	}
	if err := spec.resolve(); err != nil {
		return nil, fmt.Errorf("read %s: %w: %w", name, ErrSpec, err)
	}
	sum := sha256.Sum256(b)
	spec.hash = hex.EncodeToString(sum[:8])
	return spec, nil
}

func readSpec(fsys fs.FS, name string) ([]byte, error) {
	b, err := regular.ReadFS(fsys, name, maxSpec)
	var (
		large *regular.TooLargeError
		not   *regular.NotRegularError
	)
	switch {
	case errors.As(err, &large):
		return nil, fmt.Errorf("read %s: %w: %d bytes are more than any spec has", name, ErrSpec, maxSpec)
	case errors.As(err, &not):
		return nil, fmt.Errorf("read %s: %w: it is a folder, a pipe or a device and not a file", name, ErrSpec)
	case err != nil:
		return nil, fmt.Errorf("read spec: %w", err)
	}
	return b, nil
}

// bareNumber finds a number outside of quotes. No key takes one: a limit has a
// unit behind it. The TOML reader would hand it on without its line.
func bareNumber(b []byte) error {
	var p unstable.Parser
	p.Reset(b)
	for p.NextExpression() {
		if n := numberIn(p.Expression()); n != nil {
			start := p.Shape(n.Raw).Start
			return fmt.Errorf("line %d, column %d: the number %s needs a unit and quotes, as in \"60 characters\"", start.Line, start.Column, n.Data)
		}
	}
	return nil // what is wrong beyond that is reported by the decoder
}

func numberIn(n *unstable.Node) *unstable.Node {
	if n.Kind == unstable.Integer || n.Kind == unstable.Float {
		return n
	}
	for children := n.Children(); children.Next(); {
		if found := numberIn(children.Node()); found != nil {
			return found
		}
	}
	return nil
}

// explain gives the TOML reader's error with the line and the mark below it.
func explain(err error) string {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) {
		row, column := unknown.Errors[0].Position()
		return fmt.Sprintf("line %d, column %d: unknown key\n%s", row, column, unknown.String())
	}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		row, column := wrong.Position()
		return fmt.Sprintf("line %d, column %d: %s\n%s", row, column, strings.TrimPrefix(wrong.Error(), "toml: "), wrong.String())
	}
	return err.Error()
}
