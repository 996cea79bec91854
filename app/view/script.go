package view

import (
	"cmp"
	"context"

	"tradewind.app/catalog"
)

// Script is the locale that the shop's Chinese is written in. Screens have columns
// and fields of it; they are made anew when it changes.
func (s *Session) Script() catalog.Locale { return cmp.Or(s.script, catalog.SimplifiedChinese) }

// ChineseTitle is the field of the Chinese title.
func (s *Session) ChineseTitle() catalog.Field { return catalog.ListingTitle.At(s.Script()) }

// TakeScript reads the script of a catalogue that is put into the window. It is one
// setting, and nothing can be shown before it is known: this waits for it.
func (s *Session) TakeScript() {
	if s.Workspace == nil {
		return
	}
	script, err := s.Workspace.Script(context.Background())
	if err != nil {
		s.Fail(err)
		return
	}
	s.script = script
}

// FollowScript calls changed when the shop's script is another one now.
func (s *Session) FollowScript(changed func()) {
	w := s.Workspace
	if w == nil {
		return
	}
	Load(context.Background(), s, w.Script, func(script catalog.Locale) {
		if s.Workspace == w && script != s.Script() {
			s.script = script
			changed()
		}
	}, func(err error) {
		if s.Workspace == w {
			s.Fail(err)
		}
	})
}
