package app

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
)

// probeVariable names the Unix socket on which tests drive the window. Without it
// there is no probe. CONTRIBUTING.md says what can be asked.
const probeVariable = "TRADEWIND_PROBE"

// IsProbed reports whether a test drives the program.
func IsProbed() bool { return os.Getenv(probeVariable) != "" }

// probe answers tests that run beside the program: where a control is, so that
// they click it as a person would, and what is shown. It does only what tests
// cannot do by mouse and keyboard alone.
type probe struct {
	window fyne.Window
	here   func() view.Target
	goTo   func(view.Target)
	set    func(key, value string) // a preference
	busy   func() bool             // a job runs
	idle   func() bool             // no work is under way at all
	shown  func() time.Duration    // how long the window took to be
	log    *slog.Logger
}

// probeQuestion is one line that a test writes.
type probeQuestion struct {
	Do     string  `json:"do"`
	Role   string  `json:"role"`
	Row    int     `json:"row"`    // of a cell
	Column string  `json:"column"` // of a cell
	Place  string  `json:"place"`
	File   string  `json:"file"`
	Key    string  `json:"key"`
	Value  string  `json:"value"`
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
}

// probeAnswer is the line that it reads then. What does not belong to the question is
// left out.
type probeAnswer struct {
	Error string   `json:"error,omitempty"` // the question is wrong
	Found bool     `json:"found"`           // there is such a control or cell, and it can be seen
	Area  *area    `json:"area,omitempty"`
	Text  string   `json:"text,omitempty"`
	Rows  int      `json:"rows,omitempty"` // of a grid
	Off   bool     `json:"off,omitempty"`  // the control is disabled
	Title string   `json:"title,omitempty"`
	Place string   `json:"place,omitempty"`
	Busy  bool     `json:"busy,omitempty"`
	Focus bool     `json:"focus,omitempty"` // something has the keyboard
	Holds string   `json:"holds,omitempty"` // the role of what has the keyboard
	Roles []string `json:"roles,omitempty"`

	Overlays   int    `json:"overlays,omitempty"` // what lies over the window: lists, menus, questions
	Goroutines int    `json:"goroutines,omitempty"`
	Heap       uint64 `json:"heap,omitempty"`  // bytes that are in use after a collection
	Shown      int64  `json:"shown,omitempty"` // ms from the program's start until its window was laid out
}

// area is a rectangle in pixels of the window.
type area struct {
	X      float32 `json:"x"`
	Y      float32 `json:"y"`
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
}

// listen opens the socket and answers until stop is called.
func (p *probe) listen(path string) (stop func() error, err error) {
	socket, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("open the probe: %w", err)
	}
	go func() {
		for {
			connection, err := socket.Accept()
			if err != nil {
				if !errors.Is(err, net.ErrClosed) {
					p.log.Error("probe", "error", err)
				}
				return
			}
			p.serve(connection)
		}
	}()
	return socket.Close, nil
}

// serve answers one test after the other; a broken line ends the connection.
func (p *probe) serve(connection net.Conn) {
	defer connection.Close()
	write := json.NewEncoder(connection)
	for lines := bufio.NewScanner(connection); lines.Scan(); {
		var q probeQuestion
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			p.log.Error("probe", "error", err)
			return
		}
		var a probeAnswer
		switch q.Do {
		case "settle":
			p.waitIdle()
		case "stray":
			c := p.window.Canvas() // from this thread, which is not the window's
			c.Refresh(c.Content())
		default:
			fyne.DoAndWait(func() { a = p.answer(q) })
		}
		if err := write.Encode(a); err != nil {
			p.log.Error("probe", "error", err)
			return
		}
	}
}

// waitIdle waits until whatever was pressed before is taken, and all work that came of
// it is done and shown. Fyne ticks animations right after it has taken what waits
// at the window, so behind the second tick all of it is.
func (p *probe) waitIdle() {
	for settled := false; !settled; {
		ticked := make(chan struct{})
		fyne.DoAndWait(func() {
			n := 0
			var clock *fyne.Animation
			clock = fyne.NewAnimation(time.Second, func(float32) {
				if n++; n == 2 {
					clock.Stop()
					settled = p.idle()
					close(ticked)
				}
			})
			clock.RepeatCount = fyne.AnimationRepeatForever // one long frame must not use it up
			clock.Start()
		})
		<-ticked
	}
}

// answer runs on the window's thread.
func (p *probe) answer(q probeQuestion) probeAnswer {
	switch q.Do {
	case "state":
		c := p.window.Canvas()
		return probeAnswer{
			Title: p.window.Title(), Place: string(p.here().Place), Busy: p.busy(),
			Focus: c.Focused() != nil, Holds: p.keyboardRole(), Roles: p.roles(), Overlays: len(c.Overlays().List()), Shown: p.shown().Milliseconds(),
		}
	case "find":
		return p.find(q.Role)
	case "cell":
		return p.cell(q)
	case "use":
		a := use()
		a.Busy = !p.idle()
		return a
	case "go":
		p.goTo(view.Target{Place: view.Place(q.Place), File: q.File})
	case "set":
		p.set(q.Key, q.Value)
	case "resize":
		p.window.Resize(fyne.NewSize(q.Width, q.Height))
	default:
		return probeAnswer{Error: "unknown: " + q.Do}
	}
	return probeAnswer{}
}

// use says what the program has, once all that nobody needs is given back.
func use() probeAnswer {
	debug.FreeOSMemory() // collects, and gives back what is free: the system's figure is then of what is kept
	debug.FreeOSMemory() // and what the first one finalized
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return probeAnswer{Goroutines: runtime.NumGoroutine(), Heap: m.HeapAlloc}
}

// keyboardRole is the role of what has the keyboard, "" where nothing has it or that has none.
func (p *probe) keyboardRole() string {
	c := p.window.Canvas()
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return ""
	}
	role, _ := widget.RoleOf(c, o)
	return role
}

// roles are those to be seen, of what lies over the window first.
func (p *probe) roles() []string {
	c := p.window.Canvas()
	var roles []string
	for _, o := range c.Overlays().List() {
		roles = append(roles, widget.Roles(o)...)
	}
	return append(roles, widget.Roles(c.Content())...)
}

func (p *probe) find(role string) probeAnswer {
	o := widget.FindIn(p.window.Canvas(), role)
	if o == nil {
		return probeAnswer{}
	}
	a := probeAnswer{Found: true, Area: p.area(absolute(o), o.Size()), Text: said(o)}
	if d, ok := o.(interface{ Disabled() bool }); ok {
		a.Off = d.Disabled()
	}
	if g, ok := o.(*grid.Grid); ok {
		a.Rows = g.Len()
	}
	return a
}

func (p *probe) cell(q probeQuestion) probeAnswer {
	g, ok := widget.FindIn(p.window.Canvas(), q.Role).(*grid.Grid)
	if !ok {
		return probeAnswer{Error: "no grid: " + q.Role}
	}
	text, known := g.CellText(q.Row, q.Column)
	at, size, seen := g.CellArea(q.Row, q.Column)
	if !known || !seen {
		return probeAnswer{Text: text}
	}
	return probeAnswer{Found: true, Text: text, Area: p.area(absolute(g).Add(at), size)}
}

func absolute(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

func (p *probe) area(at fyne.Position, size fyne.Size) *area {
	scale := p.window.Canvas().Scale()
	return &area{X: at.X * scale, Y: at.Y * scale, Width: size.Width * scale, Height: size.Height * scale}
}

// said is the text of a control: a button's word, what is in a field. Fields
// that are built on Fyne's entry keep it in its variable Text.
func said(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case interface{ Text() string }:
		return o.Text()
	case interface{ Word() string }:
		return o.Word()
	}
	if v := reflect.Indirect(reflect.ValueOf(o)); v.Kind() == reflect.Struct {
		if t := v.FieldByName("Text"); t.IsValid() && t.Kind() == reflect.String {
			return t.String()
		}
	}
	return ""
}
