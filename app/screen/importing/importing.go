// Package importing draws the road on which a spreadsheet comes in.
package importing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
)

// Files is how a screen gets at files: the window knows the choosers of the
// desktop. What is nil is not offered.
type Files struct {
	// Choose asks for a spreadsheet to open, and reports its path unless the person
	// thought better of it.
	Choose func(chosen func(path string))
	// Save asks for the path of a new file, proposing a name.
	Save func(name string, chosen func(path string))
	// Recent lists the spreadsheets that were opened last, newest first.
	Recent func() []string
	// Opened notes a spreadsheet for Recent.
	Opened func(path string)
}

// Screen is the road of a spreadsheet into the catalogue, a step at a time.
type Screen struct {
	session *view.Session
	road    *importing.Model
	files   Files

	head   *fyne.Container
	notice *fyne.Container
	page   *fyne.Container
	forget func() // stops listening to changes of the catalogue
	body   *fyne.Container
	object fyne.CanvasObject

	step importing.Step // whose pane is shown
	pane stepPane       // nil: none yet
}

// stepPane is one step as it is shown. Refresh shows what is another by now.
type stepPane interface {
	Object() fyne.CanvasObject
	Refresh()
}

// New makes the screen.
func New(s *view.Session, files Files) *Screen {
	i := &Screen{
		session: s, road: importing.Of(s), files: files,
		forget: func() {}, head: container.NewStack(), notice: container.NewVBox(), body: container.NewStack(),
	}
	top := widget.Column(theme.Space4, i.head, i.notice)
	i.page = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, i.body)
	i.object = widget.Inset(theme.Space6, theme.Space6, i.page)
	i.road.Changed = i.refresh
	i.refresh()
	return i
}

// Object implements Screen.
func (i *Screen) Object() fyne.CanvasObject { return i.object }

// Enter implements Screen.
func (i *Screen) Enter() {
	i.road.Changed = i.refresh
	i.refresh()
	i.forget()
	i.forget = i.session.OnChange(i.road.Look)
	i.road.Look()
}

// Leave implements Screen.
func (i *Screen) Leave() {
	i.forget()
	i.road.Leave()
}

// Drop implements Dropper: the first of the files is imported.
func (i *Screen) Drop(paths []string) bool {
	if len(paths) == 0 || i.road.Busy {
		return false
	}
	i.Open(paths[0])
	return true
}

// Open begins with a file.
func (i *Screen) Open(path string) {
	if i.files.Opened != nil {
		i.files.Opened(path)
	}
	i.road.Open(path)
}

func (i *Screen) say(code string, args ...any) string { return i.session.Text.Say(code, args...) }

// refresh shows the road as it is.
func (i *Screen) refresh() {
	i.head.Objects = []fyne.CanvasObject{i.header()}
	i.head.Refresh()
	i.notice.Objects = i.wrong()
	screen.MakeRoom(i.page, i.notice)
	if i.pane != nil && i.step == i.road.Step {
		i.pane.Refresh()
		return
	}
	i.step, i.pane = i.road.Step, i.paneOf(i.road.Step)
	i.body.Objects = []fyne.CanvasObject{i.pane.Object()}
	i.body.Refresh()
}

func (i *Screen) paneOf(step importing.Step) stepPane {
	switch step {
	case importing.StepSheet:
		return newSheetPage(i)
	case importing.StepColumns:
		return newColumnsPage(i)
	case importing.StepPreview:
		return newPlanPage(i)
	case importing.StepDone:
		return newDonePage(i)
	}
	return newFilePage(i)
}

// header has the title at the left and the steps at the right.
func (i *Screen) header() fyne.CanvasObject {
	title := widget.Column(theme.Space1, widget.NewTitle(i.title()).Cut(), widget.NewSecondary(i.subtitle()).Cut())
	return container.NewBorder(nil, nil, nil, widget.Row(0, screen.Steps(i.session.Text, i.road, i.road.Step, stepNames[:])), title)
}

func (i *Screen) title() string {
	switch {
	case i.road.Result != nil && i.road.Undone:
		return i.say("import-undone-title", "file", i.road.Name())
	case i.road.Result != nil:
		return i.say("import-result-title", "file", i.road.Name())
	case i.road.File == "":
		return i.say("import-title")
	}
	return i.say("import-title-file", "file", i.road.Name())
}

func (i *Screen) subtitle() string {
	m, columns := i.road, len(i.road.Columns())
	switch {
	case m.Busy && columns == 0:
		return i.say("import-busy-read", "file", m.Name())
	case m.Result != nil:
		return i.say("import-done-subtitle", "count", m.Result.Rows)
	case columns == 0:
		return ""
	case m.HeaderRow() == 0:
		return i.say("import-subtitle-none", "count", columns)
	case m.Encoding() != "":
		return i.say("import-subtitle-csv", "encoding", strings.ToUpper(m.Encoding()), "row", m.HeaderRow(), "count", columns)
	}
	return i.say("import-subtitle", "sheet", m.SheetsRead(), "row", m.HeaderRow(), "count", columns)
}

// stepNames are the messages that name the steps.
var stepNames = [importing.Steps]string{"import-step-file", "import-step-sheet", "import-step-columns", "import-step-preview", "import-step-done"}

// wrong is what did not work, otherwise what is doubtful about the sheet and its columns.
func (i *Screen) wrong() []fyne.CanvasObject {
	if i.road.Wrong == nil {
		var doubts []fyne.CanvasObject
		for _, p := range i.road.Doubts() {
			doubts = append(doubts, widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, i.sentence(p)), "import-doubt:"+p.Code))
		}
		if len(doubts) == 0 {
			return nil
		}
		return []fyne.CanvasObject{widget.Column(theme.Space2, doubts...), widget.Gap(0, theme.Space3)}
	}
	wrong := widget.Named(screen.Notice(theme.BadSoft, theme.BadText, i.session.Text.Error(i.road.Wrong)), "import-wrong")
	return []fyne.CanvasObject{wrong, widget.Gap(0, theme.Space3)}
}
