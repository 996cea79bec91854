package store

// mark notes in the history what an undo does to the entries before it:
//
//   - the target is undone, and so is every redo by which it came back into force;
//   - was the target an undo, what it had undone is in force again. Was that an undo
//     too, what it had undone is undone once more, and so on.
func (u *undo) mark() error {
	number := u.entry.Number
	if number == 0 {
		return nil
	}
	if err := u.c.run(`UPDATE history SET undone_by = NULL WHERE undone_by = ?`, u.target); err != nil {
		return err
	}
	if err := u.markUndone(u.target, number); err != nil {
		return err
	}
	return u.markBelow(number)
}

// markUndone notes that an entry is undone, and with it every redo that had brought it
// back: what a redo did is not in force any more.
func (u *undo) markUndone(entry, by int64) error {
	return u.c.run(`WITH RECURSIVE again (seq) AS (
			SELECT ?1
			UNION
			SELECT redo.seq FROM again
			JOIN history AS undo ON undo.undoes = again.seq
			JOIN history AS redo ON redo.undoes = undo.seq)
		UPDATE history SET undone_by = ?2 WHERE undone_by IS NULL AND seq IN (SELECT seq FROM again)`, entry, by)
}

// markBelow goes from the target down the entries of which each undid the next: in
// turn they are in force again, and undone.
func (u *undo) markBelow(by int64) error {
	inForce := true
	for entry := u.target; ; inForce = !inForce {
		var below int64
		if err := u.c.row(`SELECT coalesce(undoes, 0) FROM history WHERE seq = ?`, []any{entry}, &below); err != nil || below == 0 {
			return err
		}
		entry = below
		err := error(nil)
		if inForce {
			err = u.c.run(`UPDATE history SET undone_by = NULL WHERE seq = ?`, entry)
		} else {
			err = u.markUndone(entry, by)
		}
		if err != nil {
			return err
		}
	}
}
