package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/history"
	"tradewind.app/app/widget"
)

// backupList lists the catalogue's backups and makes one.
type backupList struct {
	session *view.Session
	model   *history.Backups
	restore func(path string) // nil: not offered

	list   *widget.List
	body   *fyne.Container
	notice *fyne.Container
	make   *widget.Button
	object *fyne.Container
}

// backupWidths: when, why, file, size, restore.
var backupWidths = widget.Columns{150, -3, -5, 90, 100}

func newBackupList(s *view.Session, restore func(path string)) *backupList {
	b := &backupList{session: s, model: history.NewBackups(s), restore: restore, body: container.NewStack(), notice: container.NewVBox()}
	b.list = widget.NewList(func() int { return len(b.model.List) }, b.row, b.update)
	say := s.Text.Say
	b.make = widget.NewButton(say("history-back-up"), b.model.Make).As(widget.Primary)
	heading := container.NewBorder(nil, nil, nil, widget.Named(b.make, "history-back-up"), widget.Columns{-1}.Row(widget.NewSecondary(say("history-backups-where")).Cut()))
	b.object = widget.Bordered(b.notice, nil, nil, nil, screen.ListCard(heading, b.body))
	b.model.Changed = b.refresh
	b.refresh()
	return b
}

func (b *backupList) refresh() {
	b.make.Allow(!b.model.Busy && b.session.Workspace.ReadOnly() == nil)
	b.notice.Objects = nil
	if b.model.Wrong != nil {
		b.notice.Objects = []fyne.CanvasObject{screen.Notice(theme.BadSoft, theme.BadText, b.session.Text.Error(b.model.Wrong)), widget.Gap(0, theme.Space3)}
	}
	screen.MakeRoom(b.object, b.notice)
	content := fyne.CanvasObject(container.NewBorder(b.heads(), nil, nil, nil, widget.Named(b.list.Object(), "history-backups-list")))
	if len(b.model.List) == 0 {
		code := "history-backups-none"
		if !b.model.Loaded {
			code = "history-loading"
		}
		content = container.NewCenter(widget.NewText(b.session.Text.Say(code)).In(theme.Muted))
	}
	b.body.Objects = []fyne.CanvasObject{content}
	b.body.Refresh()
	b.list.Refresh()
}

func (b *backupList) heads() fyne.CanvasObject {
	say := b.session.Text.Say
	head := func(s string) *widget.Text { return widget.NewText(s).Strong().In(theme.Muted).Cut() }
	row := backupWidths.Row(head(say("history-head-when")), head(say("history-head-why")), head(say("history-head-file")), head(say("history-head-size")).Right(), widget.Gap(1, 1))
	return widget.Column(0, widget.Inset(0, theme.Space4, widget.Fixed(0, theme.RowHeight, row)), fynewidget.NewSeparator())
}

// backupRow are the parts of a row that its backup is shown by.
type backupRow struct {
	when, why, file, size *widget.Text
	restore               *widget.Button
}

func (b *backupList) row() fyne.CanvasObject {
	r := &backupRow{
		when: widget.NewText("").Cut(), why: widget.NewText("").Cut(), file: widget.NewText("").In(theme.Muted).Cut(),
		size: widget.NewText("").Right(), restore: widget.NewButton(b.session.Text.Say("history-restore"), nil).Small(),
	}
	var last fyne.CanvasObject = widget.Named(r.restore, "history-restore")
	if b.restore == nil {
		last = widget.Gap(1, 1)
	}
	cells := backupWidths.Row(r.when, r.why, r.file, r.size, last)
	return screen.NewHolder(widget.Inset(0, theme.Space4, widget.Fixed(0, theme.RowHeight, cells)), r)
}

func (b *backupList) update(at int, o fyne.CanvasObject) {
	r, f := screen.Held[*backupRow](o), b.model.List[at]
	r.when.SetText(screen.Moment(f.At))
	why := f.Reason
	if code, ok := screen.BackupReasons[f.Reason]; ok {
		why = b.session.Text.Say(code)
	}
	r.why.SetText(why)
	r.file.SetText(f.Name)
	r.size.SetText(screen.Megabytes(f.Size))
	r.restore.Tap = func() { b.restore(f.Path) }
}
