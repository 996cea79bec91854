// Package workspace is one open catalogue file and everything that is done with
// it: the use cases. The window and the command line both call these, so that
// they cannot do the same thing differently.
//
// It owns the order of things: a backup before an import, the plan between a
// spreadsheet and the catalogue, the entry in history around every change. It
// must not know how anything looks (app/cli, app/view), how products are kept
// (catalog/store), read (catalog/sheet), translated (catalog/localize) or
// encoded (export): these it puts together.
package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check/texts"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
	"tradewind.app/export/channel"
)

// Options are what a workspace is given from outside.
type Options struct {
	Assets   fs.FS            // what the program ships: folders terms and samples
	Specs    fs.FS            // the user's own channel specs, or nil
	Now      func() time.Time // the clock; time.Now when nil
	By       string           // who is at the keyboard, noted in history
	ReadOnly bool             // look, do not write; a second process may do so
}

// Progress is called with how far a use case is. A total of 0 means that it is not known.
type Progress func(done, total int)

// Workspace is one open catalogue file.
type Workspace struct {
	store    *store.Store
	options  Options
	channels []*export.Channel
	broken   error // what is wrong with the user's own specs

	shippedTerms func() (*localize.Language, error) // read when first asked for
	textChecks   func() (*texts.Checks, error)      // likewise

	// spoken is the language as it was last asked for, with the user's terms in it: to
	// index them takes a tenth of a second.
	spoken struct {
		sync.Mutex
		own      []terms.Term
		tag      string
		language *localize.Language
	}

	rechecking chan struct{} // has a token while findings are brought up to date

	// chosen are the folders that a person chose pictures in since it was opened.
	chosen struct {
		sync.Mutex
		folders []string
	}
}

// Create makes a new, empty catalogue file and opens it. A file that is there
// already is never replaced.
func Create(ctx context.Context, path string, o Options) (*Workspace, error) {
	s, err := store.Create(ctx, path, storeOptions(o))
	if err != nil {
		return nil, err
	}
	return assemble(s, o)
}

// Open opens a catalogue file. One of an older Tradewind that is only to be read is
// brought up to date before, where it can be written.
func Open(ctx context.Context, path string, o Options) (*Workspace, error) {
	s, err := store.Open(ctx, path, storeOptions(o))
	if o.ReadOnly && errors.Is(err, store.ErrOlder) && broughtUpToDate(ctx, path, o) {
		s, err = store.Open(ctx, path, storeOptions(o))
	}
	if err != nil {
		return nil, err
	}
	return assemble(s, o)
}

// broughtUpToDate migrates a catalogue up to date and reports whether it could.
func broughtUpToDate(ctx context.Context, path string, o Options) bool {
	o.ReadOnly = false
	s, err := store.Open(ctx, path, storeOptions(o))
	return err == nil && s.Close() == nil
}

func storeOptions(o Options) store.Options {
	return store.Options{ReadOnly: o.ReadOnly, Now: o.Now, By: o.By}
}

func assemble(s *store.Store, o Options) (*Workspace, error) {
	channels, err := Channels(o.Specs)
	if len(channels) == 0 {
		return nil, errors.Join(err, s.Close())
	}
	return &Workspace{
		store: s, options: o, channels: channels, broken: err, rechecking: make(chan struct{}, 1),
		shippedTerms: sync.OnceValues(func() (*localize.Language, error) { return loadTerms(o.Assets) }),
		textChecks:   sync.OnceValues(func() (*texts.Checks, error) { return texts.Load(o.Assets) }),
	}, nil
}

// Channels lists the shipped channels and the user's own ones; specs may be nil.
// A spec of the user's that cannot be used is an error that wraps export.ErrSpec;
// the channels that can be used are returned beside it.
func Channels(specs fs.FS) ([]*export.Channel, error) {
	channels, err := channel.All()
	if err != nil || specs == nil {
		return channels, err
	}
	own, err := channel.LoadDir(specs)
	if err != nil {
		err = fmt.Errorf("your own channels: %w", err)
	}
	return append(channels, own...), err
}

// SetName says what the person is called who writes from now on, in the history and on
// texts; without a name it is that of their account.
func (w *Workspace) SetName(name string) { w.store.SetBy(cmp.Or(name, AccountName())) }

// Close ends the work on the file and leaves one plain file behind.
func (w *Workspace) Close() error { return w.store.Close() }

// Path is where the catalogue file is.
func (w *Workspace) Path() string { return w.store.Path() }

// CheckFile reports whether the catalogue's file is still the one that was opened:
// store.ErrVanished when it is gone, store.ErrReplaced when it is another one,
// otherwise nil. It costs one question to the operating system.
func (w *Workspace) CheckFile() error { return w.store.CheckFile() }

// ReadOnly says why nothing can be written; nil when it can.
func (w *Workspace) ReadOnly() error { return w.store.ReadOnly() }

// Channels lists the channels that products can be exported to.
func (w *Workspace) Channels() []*export.Channel { return w.channels }

// Products streams the products that a filter chooses.
func (w *Workspace) Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error] {
	return w.store.Products(ctx, f)
}

// Product returns the product that has a variant with the SKU, or the product
// with that handle where no variant has it.
func (w *Workspace) Product(ctx context.Context, code string) (*catalog.Product, error) {
	return productBy(ctx, w.store.Find, code)
}

func productBy(ctx context.Context, find catalog.Find, code string) (*catalog.Product, error) {
	keys := []catalog.Key{catalog.NewKey(catalog.KeySKU, code), catalog.NewKey(catalog.KeyHandle, code)}
	found, err := find(ctx, keys)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		if p := found[key]; p != nil {
			return p, nil
		}
	}
	return nil, &UnknownProductError{Code: code}
}

// UnknownProductError says that no product has an SKU or handle.
type UnknownProductError struct{ Code string }

func (e *UnknownProductError) Error() string {
	return fmt.Sprintf("no product has the SKU or handle %q", e.Code)
}

// Unwrap makes it a store.ErrNoProduct for errors.Is.
func (e *UnknownProductError) Unwrap() error { return store.ErrNoProduct }

// How the errors of use cases are said: each names its message in app/text.

// Message implements text.Speaker.
func (e *UnknownProductError) Message() (string, []any) {
	return "error-product-unknown", []any{"code", e.Code}
}

// Message implements text.Speaker.
func (e *UnknownFieldError) Message() (string, []any) {
	if len(e.Near) == 0 {
		return "error-field-unknown", []any{"field", string(e.Name)}
	}
	near := make([]string, len(e.Near))
	for i, f := range e.Near {
		near[i] = string(f)
	}
	return "error-field-near", []any{"field", string(e.Name), "near", strings.Join(near, ", ")}
}

// Message implements text.Speaker.
func (e *UnknownFieldsError) Message() (string, []any) {
	return "error-field-unknown", []any{"field", strings.Join(e.Columns, ", ")}
}

// Message implements text.Speaker.
func (e *UnknownChannelError) Message() (string, []any) {
	return "error-channel-unknown", []any{"name", e.Name, "known", strings.Join(e.Known, ", ")}
}

// Message implements text.Speaker.
func (e *RateError) Message() (string, []any) {
	return "error-rate", []any{"currency", e.Currency, "value", e.Value}
}

// Message implements text.Speaker.
func (e *SettingError) Message() (string, []any) {
	return "error-setting", []any{"key", e.Key, "value", e.Value, "known", strings.Join(SettingKeys(), ", ")}
}

// Message implements text.Speaker.
func (e *ConflictError) Message() (string, []any) {
	return "error-product-conflict", []any{"count", len(e.Clashes)}
}

// Message implements text.Speaker.
func (e *BulkEditError) Message() (string, []any) {
	return "error-bulk-edit", []any{"field", string(e.Field)}
}

// Message implements text.Speaker.
func (LineGoneError) Message() (string, []any) { return "error-line-gone", nil }

// UserOptions are the options of the person at this machine: their name, which is
// TRADEWIND_NAME or that of their account, and their own channel specs.
func UserOptions(assets fs.FS, getenv func(string) string) (Options, error) {
	specs, err := ownSpecs(getenv)
	return Options{Assets: assets, Specs: specs, By: cmp.Or(getenv("TRADEWIND_NAME"), AccountName())}, err
}

// ownSpecs is the folder with the user's own channels: TRADEWIND_CHANNELS, otherwise
// tradewind/channels in the configuration folder. It is nil when there is none.
func ownSpecs(getenv func(string) string) (fs.FS, error) {
	folder := getenv("TRADEWIND_CHANNELS")
	if folder == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return nil, nil // an account without a home has no specs of its own
		}
		folder = filepath.Join(config, "tradewind", "channels")
	}
	switch _, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("your own channels: %w", err)
	}
	return os.DirFS(folder), nil
}

// AccountName is what the person at this machine is called by the system, as long as
// they have not said otherwise; empty where it has no name for them.
func AccountName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}
