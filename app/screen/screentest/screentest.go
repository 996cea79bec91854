// Package screentest has what tests of screens share: sessions, a window, and hands that
// press what has a role.
package screentest

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// Shown is a screen in a window, over a spreadsheet's products.
type Shown struct {
	T       *testing.T
	Session *view.Session
	Window  fyne.Window
	Gone    []view.Target // where it went
	Failed  []string
}

// New makes the session; show puts a screen into a window.
func New(t *testing.T, csv string) *Shown {
	t.Helper()
	s := &Shown{T: t, Session: Session(t)}
	if csv != "" {
		r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(csv), Size: int64(len(csv))}
		if _, err := s.Session.Workspace.Import(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	s.Session.Go = func(to view.Target) { s.Gone = append(s.Gone, to) }
	s.Session.Fail = func(err error) { s.Failed = append(s.Failed, s.Session.Text.Error(err)) }
	return s
}

// Put puts a screen into the window until the end of the test.
func (s *Shown) Put(screen screen.Screen) {
	s.T.Helper()
	s.Window = Show(s.T, screen)
	s.T.Cleanup(screen.Leave)
}

// Role finds an object that is in sight.
func (s *Shown) Role(role string) fyne.CanvasObject {
	s.T.Helper()
	o := widget.FindIn(s.Window.Canvas(), role)
	if o == nil {
		s.T.Fatalf("%s is not in sight", role)
	}
	return o
}

// Tap presses what has a role.
func (s *Shown) Tap(role string) {
	s.T.Helper()
	s.Role(role).(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

// Keys presses keys one after another, wherever the keyboard is.
func (s *Shown) Keys(names ...fyne.KeyName) {
	s.T.Helper()
	for _, name := range names {
		focused := s.Window.Canvas().Focused()
		if focused == nil {
			s.T.Fatalf("%s goes nowhere: nothing has the keys", name)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// WithIcons takes the shipped icons into use.
func WithIcons(t *testing.T) {
	t.Helper()
	icons, err := fs.Sub(assets.FS, "icons")
	if err != nil {
		t.Fatal(err)
	}
	if err := theme.UseIcons(icons); err != nil {
		t.Fatal(err)
	}
}

// InUTC makes the clock's zone the same everywhere.
func InUTC(t *testing.T) {
	t.Helper()
	local := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = local })
}

// TestOptions are those of a catalogue in which it is always the same hour.
var TestOptions = workspace.Options{Assets: assets.FS, By: "tester", Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}

// Session is a session over an empty catalogue whose jobs run at once.
func Session(t *testing.T) *view.Session {
	t.Helper()
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), TestOptions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return &view.Session{Workspace: w, Runner: job.Inline{}, Text: text.For(text.English), Go: func(view.Target) {}, Fail: func(err error) { t.Error(err) }}
}

// Show shows a screen in a window.
func Show(t *testing.T, s screen.Screen) fyne.Window {
	t.Helper()
	w := Open(t, s.Object())
	s.Enter()
	return w
}

// Open puts an object into a window of the size that the frame leaves a screen.
func Open(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1256, 816))
	return w
}

// Press presses what has a role.
func Press(t *testing.T, w fyne.Window, role string) {
	t.Helper()
	o, ok := widget.FindIn(w.Canvas(), role).(fyne.Tappable)
	if !ok {
		t.Fatalf("nothing to press has the role %s; there are %q", role, widget.Roles(w.Content()))
	}
	test.Tap(o)
}

// Absent fails the test where something that can be seen has a role.
func Absent(t *testing.T, w fyne.Window, role string) {
	t.Helper()
	if widget.FindIn(w.Canvas(), role) != nil {
		t.Errorf("%s is there", role)
	}
}

// Market is a session over the sample shop, and where it was asked to go.
type Market struct {
	*view.Session
	Went []view.Target
}

// NewMarket makes the session.
func NewMarket(t *testing.T) *Market {
	t.Helper()
	m := &Market{Session: Session(t)}
	if _, err := m.Workspace.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	m.Go = func(to view.Target) { m.Went = append(m.Went, to) }
	return m
}

// SampleProducts is a shop of three products, one of them without price and stock.
const SampleProducts = "sku,title,brand,price,quantity\nA-1,Oak Board,Alder,68,4\nA-2,Maple Syrup,Alder,12.40,9\nA-3,Pine Soap,Birch,,\n"

// SupplierList is a spreadsheet with columns in the words of a supplier.
const SupplierList = "Item #,Product Name,MSRP,Lot\nA-1,Soap,9.50,007\nA-2,Balm,12.00,008\nA-3,Oil,1.2.3,009\n"
