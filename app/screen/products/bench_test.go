package products

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// benchProducts is how many products the measured list has.
const benchProducts = 100_000

// The lines that are held: how long a person may wait. With -short, on few products,
// none is.
const (
	scrollLine = 3 * time.Millisecond
	jumpLine   = 10 * time.Millisecond
	listLine   = 50 * time.Millisecond
	keyLine    = 30 * time.Millisecond
)

// benchList is the screen of products over many of them, with the runner that the
// program has: work is done beside the window, and what it brings waits in queue for
// the window's turn.
type benchList struct {
	*Screen
	b      *testing.B
	window fyne.Window
	queue  chan func()
	runner *job.Background
}

func newBenchList(b *testing.B) *benchList {
	b.Helper()
	n := benchProducts
	if testing.Short() {
		n /= 100
	}
	var csv strings.Builder
	csv.WriteString("sku,title,brand,price,quantity\n")
	for i := range n {
		fmt.Fprintf(&csv, "P-%06d,Product %06d,%s,%d.50,%d\n", i, i, []string{"Alder", "Birch"}[i%2], 10+i%90, i%7)
	}
	w, err := workspace.Create(b.Context(), filepath.Join(b.TempDir(), "shop.tradewind"), workspace.Options{Assets: assets.FS})
	if err != nil {
		b.Fatal(err)
	}
	r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(csv.String()), Size: int64(csv.Len())}
	if _, err := w.Import(b.Context(), r, nil); err != nil {
		b.Fatal(err)
	}
	test.NewTempApp(b).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	l := &benchList{b: b, queue: make(chan func(), 1000)}
	l.runner = job.NewBackground(func(do func()) { l.queue <- do }, nil)
	s := &view.Session{
		Workspace: w, Runner: l.runner, Text: text.For(text.English),
		Go: func(view.Target) {}, Fail: func(err error) { b.Error(err) },
	}
	l.Screen = New(s)
	l.window = test.NewTempWindow(b, l.Object())
	l.window.Resize(fyne.NewSize(1256, 816))
	l.Enter()
	l.rest()
	b.Cleanup(func() {
		l.Leave()
		l.rest()
		if err := w.Close(); err != nil {
			b.Error(err)
		}
	})
	return l
}

// until shows what comes until the window is as it should be.
func (l *benchList) until(is func() bool) {
	l.b.Helper()
	for !is() {
		select {
		case do := <-l.queue:
			do()
		case <-time.After(time.Minute):
			l.b.Fatal("waited a minute in vain")
		}
	}
}

// rest shows all that comes.
func (l *benchList) rest() {
	l.b.Helper()
	for !l.runner.Idle() || len(l.queue) > 0 {
		select {
		case do := <-l.queue:
			do()
		default:
			runtime.Gosched()
		}
	}
}

// shows reports whether the first page of a list stands in the grid.
func (l *benchList) shows(f catalog.Filter, by catalog.Sort) bool {
	if want := (shownList{f, nil, by, true}); !want.isSame(l.shown) {
		return false
	}
	for row := range min(20, l.grid.Len()) {
		if _, there := l.grid.CellText(row, "title"); !there {
			return false
		}
	}
	return true
}

// took is how long some things took.
type took []time.Duration

// report tells the middle one, which is held to a line.
func (t took) report(b *testing.B, unit string, line time.Duration) {
	b.Helper()
	slices.Sort(t)
	middle := t[len(t)/2]
	b.ReportMetric(float64(middle.Microseconds())/1000, unit)
	if !testing.Short() && middle > line {
		b.Errorf("%v, want at most %v", middle, line)
	}
}

// BenchmarkList measures what a person waits for in the list of 100,000 products:
// from the key or the click until the first page of what it asks for is in the grid.
func BenchmarkList(b *testing.B) {
	l := newBenchList(b)
	b.Run("key in search", func(b *testing.B) {
		var all took
		for i := 0; b.Loop(); i++ {
			words := fmt.Sprintf("%06d", i*7919%benchProducts)
			for n := range words {
				all = append(all, l.ask(func() { l.Search(words[:n+1]) }))
			}
			l.ask(func() { l.Search("") })
		}
		all.report(b, "ms/key", keyLine)
	})
	b.Run("filter", func(b *testing.B) {
		var all took
		birch := catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Birch"}
		for b.Loop() {
			all = append(all, l.ask(func() { l.list.Toggle(birch) }))
		}
		l.list.ShowAll()
		l.rest()
		all.report(b, "ms/filter", listLine)
	})
	b.Run("sort", func(b *testing.B) {
		var all took
		for i := 0; b.Loop(); i++ {
			by := catalog.Sort{Field: []catalog.Field{catalog.FieldPrice, catalog.FieldTitle, catalog.FieldSKU}[i%3], Desc: i%2 == 0}
			all = append(all, l.ask(func() { l.list.SortBy(by) }))
		}
		all.report(b, "ms/sort", listLine)
	})
	b.Run("scroll", l.scroll)
	b.Run("jump to the end", func(b *testing.B) {
		var all took
		for b.Loop() {
			all = append(all, l.jump(l.grid.Len()-1))
			l.jump(0)
		}
		all.report(b, "ms/jump", jumpLine)
	})
	b.Run("jump to rows not yet read", func(b *testing.B) {
		var all took
		for row := 0; b.Loop(); row = (row + 38_197) % l.grid.Len() {
			all = append(all, l.jump(row))
		}
		all.report(b, "ms/jump", jumpLine)
	})
}

// scroll turns the wheel down the list and tells what a step costs the processor.
func (l *benchList) scroll(b *testing.B) {
	var all took
	middle, step := fyne.NewPos(600, 400), float32(0)
	for i := 0; b.Loop(); i++ {
		if i%200 == 0 {
			l.jump(0)
			step = 0
		}
		began := cpuTime()
		test.Scroll(l.window.Canvas(), middle, 0, -137)
		all = append(all, cpuTime()-began)
		l.rest()
		if step++; !l.inView(int(step * 137 / theme.RowHeight)) {
			b.Fatalf("step %v did not scroll there", step)
		}
	}
	all.report(b, "cpu-ms/step", scrollLine)
}

// inView reports whether a row, or the one below it, is wholly in view.
func (l *benchList) inView(row int) bool {
	_, _, seen := l.grid.CellArea(row, "title")
	_, _, next := l.grid.CellArea(row+1, "title")
	return seen || next
}

// jump goes to a row and tells how long it took until that stood there.
func (l *benchList) jump(row int) time.Duration {
	l.b.Helper()
	began := time.Now()
	l.grid.MoveTo(row)
	l.until(func() bool {
		_, there := l.grid.CellText(row, "title")
		return there && l.inView(row)
	})
	spent := time.Since(began)
	l.rest()
	return spent
}

// ask does what a person does and tells how long the first page took; what else
// comes of it is not counted.
func (l *benchList) ask(do func()) time.Duration {
	l.b.Helper()
	began := time.Now()
	do()
	l.until(func() bool { return l.shows(l.list.Filter, l.list.Sort) })
	spent := time.Since(began)
	l.rest()
	return spent
}
