package view

import (
	"context"
)

// Loading is what a screen loads at the moment: whatever it asks for next takes
// the place of what it asked for before.
type Loading struct{ cancel context.CancelFunc }

// Start ends the loading that is under way and returns the context of the next.
func (l *Loading) Start() context.Context {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	return ctx
}

// Stop ends the loading and reports whether any was begun.
func (l *Loading) Stop() bool {
	if l.cancel == nil {
		return false
	}
	l.cancel()
	l.cancel = nil
	return true
}

// ListState is what a list can show.
type ListState uint8

// The states of a list.
const (
	ListLoading ListState = iota
	ListReady
	ListEmpty   // the catalogue has no products
	ListNothing // none is found
	ListFailed
)
