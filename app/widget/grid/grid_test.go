package grid

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// sampleList is a list whose rows are numbered.
type sampleList struct {
	n     int
	order []int // when not nil: which product each row is
	asked int
}

func (l *sampleList) Len() int { return l.n }

func (l *sampleList) Key(row int) (string, bool) {
	if row < 0 || row >= l.n {
		return "", false
	}
	if l.order != nil {
		row = l.order[row]
	}
	return fmt.Sprintf("k%d", row), true
}

func (l *sampleList) Row(row int) ([]Cell, bool) {
	l.asked++
	key, _ := l.Key(row)
	title := fmt.Sprintf("Vermont Maple Syrup, Amber, number %d", row)
	return []Cell{
		{},
		{Text: key, Value: key},
		{Text: title, Value: title, Edit: true},
		{Text: "有机枫糖浆 琥珀色 250毫升", Value: "有机枫糖浆 琥珀色 250毫升", Edit: true},
		{Text: "$14.99", Value: "14.99 USD", Edit: true},
		{Text: "186", Value: "186", Edit: true},
		{Text: "active", Value: "active"},
		{Dots: []widget.Tone{widget.Good, widget.Caution, widget.Wrong}, Hint: "three lights"},
	}, true
}

var sampleColumns = []Column{
	{Key: "picture", Kind: PictureColumn, Width: 40},
	{Key: "sku", Title: "SKU", Width: 110, Sorts: true, Strong: true},
	{Key: "title", Title: "Title", Width: 200, Grow: true, Sorts: true, Strong: true},
	{Key: "zh", Title: "中文标题", Width: 190, Grow: true, Strong: true},
	{Key: "price", Title: "Price", Width: 80, Kind: FigureColumn, Sorts: true},
	{Key: "stock", Title: "Stock", Width: 60, Kind: FigureColumn},
	{Key: "status", Title: "Status", Width: 76},
	{Key: "channels", Title: "Channels", Width: 70, Kind: DotsColumn},
}

func shownGrid(t testing.TB, list *sampleList) (*Grid, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	g := New(list, sampleColumns...)
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1000, 800))
	return g, w
}

func press(g *Grid, x, y float32, modifier fyne.KeyModifier) {
	g.body.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary, Modifier: modifier,
	})
}

func keys(g *Grid, names ...fyne.KeyName) {
	for _, name := range names {
		g.body.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// rowY is the middle of a row.
func rowY(row int) float32 { return (float32(row) + 0.5) * theme.RowHeight }

func TestGridSelectsByMouse(t *testing.T) {
	list := &sampleList{n: 100}
	g, _ := shownGrid(t, list)
	steps := []struct {
		what     string
		x        float32
		row      int
		modifier fyne.KeyModifier
		want     []string
	}{
		{"click", 300, 2, 0, []string{"k2"}},
		{"shift", 300, 4, fyne.KeyModifierShift, []string{"k2", "k3", "k4"}},
		{"shift back", 300, 1, fyne.KeyModifierShift, []string{"k1", "k2"}},
		{"ctrl", 300, 6, fyne.KeyModifierShortcutDefault, []string{"k1", "k2", "k6"}},
		{"box", 10, 1, 0, []string{"k2", "k6"}},
		{"click again", 300, 3, 0, []string{"k3"}},
	}
	for _, s := range steps {
		press(g, s.x, rowY(s.row), s.modifier)
		if got := g.Selection().Keys(list); !slices.Equal(got, s.want) {
			t.Errorf("%s: got %v, want %v", s.what, got, s.want)
		}
	}
	g.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := g.Selection().Len(); got != 100 {
		t.Errorf("Ctrl+A chose %d of 100", got)
	}
}

func TestGridSelectionStaysWithItsRows(t *testing.T) {
	list := &sampleList{n: 5}
	g, _ := shownGrid(t, list)
	press(g, 300, rowY(1), 0)
	list.order = []int{4, 3, 2, 1, 0}
	g.Reset()
	if got, want := g.Current(), 3; got != want {
		t.Errorf("the current row is %d after sorting, want %d", got, want)
	}
	list.n, list.order = 3, []int{4, 3, 2}
	g.Reset()
	if got := g.Selection().Len(); got != 0 {
		t.Errorf("%d chosen that are not in the list any more", got)
	}
	if g.Current() != -1 {
		t.Errorf("the current row is %d and is not in the list", g.Current())
	}
}

func TestGridKeys(t *testing.T) {
	list := &sampleList{n: 100_000}
	g, _ := shownGrid(t, list)
	g.Focus()
	tests := []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 1},
		{fyne.KeyDown, 2},
		{fyne.KeyUp, 1},
		{fyne.KeyEnd, 99_999},
		{fyne.KeyPageUp, 99_979},
		{fyne.KeyHome, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyPageDown, 20},
	}
	for _, tt := range tests {
		keys(g, tt.key)
		if g.Current() != tt.want {
			t.Errorf("%s: current row %d, want %d", tt.key, g.Current(), tt.want)
		}
		top := float32(g.Current()) * theme.RowHeight
		if y := g.scroll.Offset.Y; top < y || top+theme.RowHeight > y+g.scroll.Size().Height {
			t.Errorf("%s: row %d is out of view", tt.key, g.Current())
		}
	}
	g.body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	keys(g, fyne.KeyDown, fyne.KeyDown)
	g.body.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got, want := g.Selection().Keys(list), []string{"k20", "k21", "k22"}; !slices.Equal(got, want) {
		t.Errorf("Shift+Down chose %v, want %v", got, want)
	}
}

func TestGridDrawsOnlyWhatIsInView(t *testing.T) {
	list := &sampleList{n: 100_000}
	g, _ := shownGrid(t, list)
	list.asked = 0
	g.MoveTo(99_999)
	if list.asked > 100 {
		t.Errorf("asked for %d rows to show the last one", list.asked)
	}
	list.asked = 0
	g.scroll.ScrollToOffset(fyne.NewPos(0, 3000*theme.RowHeight))
	g.scrolled()
	list.asked = 0
	g.scroll.ScrollToOffset(fyne.NewPos(0, 3001*theme.RowHeight))
	g.scrolled()
	if list.asked > 1 {
		t.Errorf("asked for %d rows to scroll by one", list.asked)
	}
}

func TestGridEditsInTheCell(t *testing.T) {
	g, w := shownGrid(t, &sampleList{n: 10})
	var got []string
	problem := "too long"
	g.OnCommit = func(key, column, text string, answer func(string)) {
		got = append(got, fmt.Sprint(key, column, text))
		answer(problem)
	}
	press(g, g.columns.lefts[2]+5, rowY(3), 0)
	keys(g, fyne.KeyF2)
	typed := func(s string) { test.Type(w.Canvas().Focused(), s) }
	typed("!")
	submit := func() { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	submit()
	if g.entry == nil || g.entry.problem.Text() != problem {
		t.Fatal("a refused text closed its entry, or nothing told why")
	}
	problem = ""
	typed("?")
	submit()
	want := []string{"k3titleVermont Maple Syrup, Amber, number 3!", "k3titleVermont Maple Syrup, Amber, number 3!?"}
	if !slices.Equal(got, want) {
		t.Errorf("committed %q, want %q", got, want)
	}
	if g.entry != nil || w.Canvas().Focused() != g.body {
		t.Error("the entry is still open, or the grid has not got the keyboard back")
	}
	keys(g, fyne.KeyReturn)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.entry != nil || len(got) != 2 {
		t.Error("Esc did not leave without saving")
	}
}

// A click elsewhere saves what was typed; where nothing was, it only leaves.
func TestGridSavesByAClickElsewhere(t *testing.T) {
	g, w := shownGrid(t, &sampleList{n: 10})
	var told, saved []string
	ended := 0
	g.OnCommit = func(_, _, text string, answer func(string)) {
		saved = append(saved, text)
		answer("")
	}
	g.OnTyped = func(key, column, text string) { told = append(told, fmt.Sprint(key, " ", column, " ", text)) }
	g.OnEdited = func() { ended++ }
	press(g, g.columns.lefts[2]+5, rowY(3), 0)
	keys(g, fyne.KeyF2)
	test.TapCanvas(w.Canvas(), fyne.NewPos(5, 5))
	if g.entry != nil || len(saved) != 0 || ended != 1 {
		t.Fatalf("nothing was typed: saved %q, ended %d times", saved, ended)
	}
	if !g.Edit(4, "title", "Oak") {
		t.Fatal("the cell was not opened")
	}
	test.Type(w.Canvas().Focused(), "!")
	test.TapCanvas(w.Canvas(), fyne.NewPos(5, 5))
	if want := []string{"Oak!"}; g.entry != nil || !slices.Equal(saved, want) || ended != 2 {
		t.Errorf("saved %q, want %q; ended %d times", saved, want, ended)
	}
	if want := []string{"k4 title Oak", "k4 title Oak!"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if g.Edit(4, "none", "Oak") {
		t.Error("a column that is not there was opened")
	}
}

// TestGridSavesIntoTheRowThatWasOpened: the list may be another by the time that a
// text is finished, and its row elsewhere or not in it.
func TestGridSavesIntoTheRowThatWasOpened(t *testing.T) {
	for name, order := range map[string][]int{"moved": {4, 3, 2, 1, 0}, "gone": {0, 1, 2, 4, 5}} {
		t.Run(name, func(t *testing.T) {
			list := &sampleList{n: 5}
			g, w := shownGrid(t, list)
			var saved []string
			g.OnCommit = func(key, column, text string, answer func(string)) {
				saved = append(saved, key+" "+column+" "+text)
				answer("")
			}
			if !g.Edit(3, "title", "Oak") {
				t.Fatal("the cell was not opened")
			}
			list.order = order
			g.Reload()
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if want := []string{"k3 title Oak"}; !slices.Equal(saved, want) || g.entry != nil {
				t.Errorf("saved %q, want %q", saved, want)
			}
		})
	}
}

func TestGridOpensWhatCannotBeEdited(t *testing.T) {
	g, _ := shownGrid(t, &sampleList{n: 10})
	opened := -1
	g.OnOpen = func(row int) { opened = row }
	g.OnCommit = func(string, string, string, func(string)) { t.Error("edited a cell that cannot be") }
	press(g, g.columns.lefts[1]+5, rowY(4), 0)
	press(g, g.columns.lefts[1]+5, rowY(4), 0)
	g.body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(g.columns.lefts[1]+5, rowY(4))})
	if opened != 4 {
		t.Errorf("opened row %d, want 4", opened)
	}
}

// Two clicks soon after each other are told as a double click on the first of them.
func TestGridDoubleClickIsOnOneCell(t *testing.T) {
	g, _ := shownGrid(t, &sampleList{n: 100})
	opened := 0
	g.OnCommit, g.OnOpen = nil, func(int) { opened++ }
	x := g.columns.lefts[1] + 5
	for _, tt := range []struct {
		name  string
		rows  [2]int
		held  fyne.KeyModifier
		opens int
	}{{"two rows", [2]int{2, 3}, 0, 0}, {"one row with Ctrl", [2]int{3, 3}, fyne.KeyModifierControl, 0}, {"one row", [2]int{3, 3}, 0, 1}} {
		opened = 0
		for _, row := range tt.rows {
			press(g, x, rowY(row), tt.held)
		}
		g.body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(x, rowY(tt.rows[0]))})
		if opened != tt.opens || g.Current() != tt.rows[1] {
			t.Errorf("%s: %d opened, the current row is %d", tt.name, opened, g.Current())
		}
	}
}

func TestGridHeader(t *testing.T) {
	g, _ := shownGrid(t, &sampleList{n: 10})
	var sorted []Sort
	g.OnSort = func(by Sort) { sorted = append(sorted, by) }
	var kept Arrangement
	g.OnArrange = func(a Arrangement) { kept = a }
	at := func(n int) *fyne.PointEvent {
		return &fyne.PointEvent{Position: fyne.NewPos(g.columns.lefts[n]+12, 10)}
	}
	g.header.Tapped(at(2))
	g.header.Tapped(at(2))
	g.header.Tapped(at(3)) // does not sort
	if want := []Sort{{"title", false}, {"title", true}}; !slices.Equal(sorted, want) {
		t.Errorf("sorted by %v, want %v", sorted, want)
	}
	drag := func(from, to float32) {
		g.header.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 10)}})
		g.header.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 10)}})
		g.header.DragEnd()
	}
	edge := g.columns.end(1)
	drag(edge, edge+50)
	if got := kept.Widths["sku"]; got != 160 {
		t.Errorf("the column is %v wide after it was dragged by 50, want 160", got)
	}
	drag(g.columns.lefts[6]+10, g.columns.lefts[1]+10)
	if want := []string{"picture", "status", "sku", "title", "zh", "price", "stock", "channels"}; !slices.Equal(kept.Order, want) {
		t.Errorf("order %v, want %v", kept.Order, want)
	}
	again := New(&sampleList{n: 1}, sampleColumns...)
	again.Arrange(kept)
	if got := again.columns.arrangement(); !slices.Equal(got.Order, kept.Order) {
		t.Errorf("arranged as %v, want %v", got.Order, kept.Order)
	}
}

func TestGridCopiesAndPastes(t *testing.T) {
	g, _ := shownGrid(t, &sampleList{n: 10})
	press(g, g.columns.lefts[1]+5, rowY(3), 0)
	if got := g.Copy(); got != "k3" {
		t.Errorf("copied %q of one cell, want k3", got)
	}
	press(g, 300, rowY(4), fyne.KeyModifierShift)
	want := "k3\tVermont Maple Syrup, Amber, number 3\t有机枫糖浆 琥珀色 250毫升\t14.99 USD\t186\tactive\r\n" +
		"k4\tVermont Maple Syrup, Amber, number 4\t有机枫糖浆 琥珀色 250毫升\t14.99 USD\t186\tactive\r\n"
	if got := g.Copy(); got != want {
		t.Errorf("copied\n%q\nwant\n%q", got, want)
	}
	g.OnPaste = func(row int, columns []string, cells [][]string) {
		if row != 4 || columns[0] != "price" || !slices.Equal(cells[1], []string{"3", "4"}) {
			t.Errorf("pasted %v into row %d from column %s on", cells, row, columns[0])
		}
	}
	press(g, g.columns.lefts[4]+5, rowY(4), 0)
	g.paste("1\t2\r\n3\t4\r\n")
}

func TestParseTSV(t *testing.T) {
	tests := map[string][][]string{
		"a":                       {{"a"}},
		"a\tb\r\nc\td\r\n":        {{"a", "b"}, {"c", "d"}},
		"\"a\tb\"\t\"c\"\"d\"\ne": {{"a\tb", `c"d`}, {"e"}},
		"\"two\nlines\"":          {{"two\nlines"}},
		"12\" disc\tx":            {{`12" disc`, "x"}},
		"\"open\tx":               {{`"open`, "x"}},
		"\t":                      {{"", ""}},
	}
	for text, want := range tests {
		got := ParseTSV(text)
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("ParseTSV(%q) = %q, want %q", text, got, want)
		}
	}
	for _, cell := range []string{"a\tb", "x\ny", `say "hi"`, "plain", ""} {
		if got := ParseTSV(quoteTSV(cell))[0][0]; got != cell {
			t.Errorf("%q came back as %q", cell, got)
		}
	}
}

func TestFitEndsInDots(t *testing.T) {
	test.NewTempApp(t)
	a := advances{}
	for _, s := range []string{"short", "a long title of a product that does not fit", "不锈钢保温杯不锈钢保温杯不锈钢保温杯"} {
		got := a.fit(s, 120, 13, false)
		if width := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; width > 124 {
			t.Errorf("%q is %v wide, more than 120", got, width)
		}
	}
}

func BenchmarkGridScrollStep(b *testing.B) {
	g, _ := shownGrid(b, &sampleList{n: 100_000})
	y := float32(0)
	for b.Loop() {
		y += 137
		if y > 3_000_000 {
			y = 0
		}
		g.scroll.ScrollToOffset(fyne.NewPos(0, y))
		g.scrolled()
	}
}

func BenchmarkGridJumpToTheEnd(b *testing.B) {
	g, _ := shownGrid(b, &sampleList{n: 100_000})
	for b.Loop() {
		g.MoveTo(0)
		g.MoveTo(99_999)
	}
}

func TestGridMenuByKey(t *testing.T) {
	g, w := shownGrid(t, &sampleList{n: 30})
	asked := ""
	g.OnMenu = func(row int, column string) *fyne.Menu {
		asked = fmt.Sprint(row, " ", column)
		return fyne.NewMenu("", fyne.NewMenuItem("Open", nil))
	}
	g.Focus()
	keys(g, fyne.KeyDown, fyne.KeyRight, fyne.KeyF10)
	if asked != "" {
		t.Error("F10 alone asks for the menu")
	}
	g.body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	keys(g, fyne.KeyF10)
	if asked != "1 sku" || len(w.Canvas().Overlays().List()) != 1 || !g.selection.Has("k1") {
		t.Errorf("the menu is of %q", asked)
	}
	if g.shift {
		t.Error("Shift stays down: the menu is told when it is up again")
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	asked = ""
	if keys(g, desktop.KeyMenu); asked != "1 sku" {
		t.Errorf("the menu key asks for %q", asked)
	}
}

func TestGridColumnsWithoutThePointer(t *testing.T) {
	g, _ := shownGrid(t, &sampleList{n: 30})
	var sorted Sort
	kept := Arrangement{}
	g.OnSort, g.OnArrange = func(by Sort) { sorted = by }, func(a Arrangement) { kept = a }
	g.MoveToCell(0, "title")
	if g.SortBy("title", true); sorted != (Sort{"title", true}) || g.Sorts("zh") {
		t.Errorf("sorted by %v", sorted)
	}
	g.MoveColumn("title", -1)
	if want := []string{"picture", "title", "sku"}; !slices.Equal(kept.Order[:3], want) || g.currentColumn().Key != "title" {
		t.Errorf("the columns are %q, the current one %q", kept.Order, g.currentColumn().Key)
	}
	if g.CanMoveColumn("picture", -1) || g.CanMoveColumn("channels", 1) {
		t.Error("a column at the edge can be moved beyond it")
	}
	had := g.columns.end(2) - g.columns.lefts[2]
	if g.WidenColumn("sku", 1); kept.Widths["sku"] != had+widened {
		t.Errorf("the column is %v wide, want %v", kept.Widths["sku"], had+widened)
	}
	if g.HideColumn("sku"); slices.Contains(kept.Order, "sku") || g.currentColumn().Key != "title" {
		t.Errorf("the columns are %q, the current one %q", kept.Order, g.currentColumn().Key)
	}
}

// TestGridIsGuarded: a crash in what a cell or a row is for must not end the program.
func TestGridIsGuarded(t *testing.T) {
	caught := 0
	was := widget.Guard
	widget.Guard = func(do func()) {
		defer func() {
			if recover() != nil {
				caught++
			}
		}()
		do()
	}
	t.Cleanup(func() { widget.Guard = was })
	g, w := shownGrid(t, &sampleList{n: 3})
	g.OnCommit = func(string, string, string, func(string)) { panic("crash") }
	g.Edit(1, "title", "Oak")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if caught != 1 {
		t.Errorf("a crash of a cell: caught %d, want 1", caught)
	}
	g.OnSelect = func() { panic("crash") }
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if caught != 2 {
		t.Errorf("a crash of a row: caught %d, want 1", caught-1)
	}
}

// TestGridSaysWhatItsCellsDoNotShow: a light its words, a text that is cut the whole.
func TestGridSaysWhatItsCellsDoNotShow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	g := New(&sampleList{n: 40}, sampleColumns...)
	rest := func() {} // the pointer rests
	layer := widget.NewTips(func(_ time.Duration, do func()) (stop func()) {
		rest = do
		return func() { rest = func() {} }
	})
	widget.UseTips(layer)
	t.Cleanup(func() { widget.UseTips(nil) })
	w := test.NewTempWindow(t, container.NewStack(g, layer.Layer()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(760, 400))
	point := func(column int, row float32) string {
		x := g.columns.lefts[column] + cellPad + 1
		g.body.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, row*theme.RowHeight+9)}})
		rest()
		return layer.Words()
	}
	for column, want := range map[int]string{7: "three lights", 6: "", 1: ""} {
		if got := point(column, 2); got != want {
			t.Errorf("%s: shows %q, want %q", sampleColumns[column].Key, got, want)
		}
	}
	g.columns.resize(2, 60)
	g.Refresh()
	if got := point(2, 3); got != "Vermont Maple Syrup, Amber, number 3" {
		t.Errorf("of a title that is cut it shows %q", got)
	}
	g.scroll.ScrollToOffset(fyne.NewPos(0, 200))
	if g.scroll.OnScrolled(g.scroll.Offset); layer.Words() != "" {
		t.Error("is still shown when the rows have moved")
	}
	point(7, 30)
	if g.body.MouseOut(); layer.Words() != "" {
		t.Error("is still shown when the pointer has left")
	}
}
