package widget

// Guard is put around everything that a person sets off by a widget. The window
// puts in one that survives a crash; as it is, a crash goes on, as tests want it.
var Guard = func(do func()) { do() }

// guarded does what a widget is for.
func guarded(do func()) {
	if do != nil {
		Guard(do)
	}
}
