// Package store keeps a catalogue in one SQLite file: products, what the user
// set, the history that makes every write undoable, the search index, and the
// backups beside the file.
//
// It owns the file: its locks, its schema, its side files. It must not know
// where products come from, in which channel they are sold or how they are
// shown; it takes and gives catalog.Product and never a row, a cursor of the
// database or any type of SQLite, so that another database can stand behind
// the same calls.
//
// # One process writes
//
// The writing process holds a lock file beside the catalogue
// (.shop.tradewind.lock, with its process number and host in it) from Open to
// Close, and a byte of the catalogue itself, which other names of the same file
// share. SQLite's own EXCLUSIVE locking mode would do that too, but then even
// our own second connection could not read, and the window must go on reading
// while an import of minutes runs. So SQLite stays in its NORMAL locking mode:
// one connection writes, a small pool of read-only connections reads what was
// last committed, and another process may open the file with
// Options.ReadOnly. On Linux SQLite takes OFD locks, since a POSIX lock is
// lost as soon as anything in the process closes any handle of the file. For
// the systems without OFD locks the rule is: while a catalogue is open here,
// nothing in this process opens that file but SQLite. The look at its first
// bytes comes before; copies are made by SQLite's backup.
// (The handle that holds the byte is opened before SQLite opens the file and
// closed after it.)
//
// Another program can still put a file in the place of the open one, or copy over
// it. Every write looks for that before it begins, before it commits and after, and
// says so (ErrReplaced, ErrVanished, ErrLost); the file that came is not touched.
//
// # Journal
//
// While open: write-ahead log with synchronous=FULL. Readers are not held up
// by a write, and a power cut cannot take back what Commit has answered; NORMAL
// could. At rest: a rollback journal, that is, no journal at all. Close folds
// the log into the file and switches back, so one plain file remains that can be
// mailed, copied and synced, and that opens on a read-only medium, which a
// file left in WAL mode does not. It also settles what a log found beside a
// file means: if the file says that it was at rest, the log belongs to another
// one (somebody copied a backup over a catalogue that had crashed), and
// replaying it would destroy the file; it is set aside. So is a rollback journal
// that is not the file's own (journal.go).
//
// What is committed is in the log and lasts. Folding the log in comes after, can
// fail on a full disk, and is then done later: no write fails for it.
//
// Where the log cannot be made (disk full, read-only folder) the file is opened
// for reading only and ReadOnly says why.
//
// # Trust
//
// A catalogue file may come by mail. Its schema must be exactly what our
// migrations make: one trigger or view more and it is refused. Connections run
// with defensive mode on and without trust in the schema.
//
// Files beside the catalogue have names that anybody can foresee, so none of them
// is opened through a link (own.go).
//
// # Damage
//
// A product that cannot be read does not keep the others from being used: streams
// leave it out and Unreadable names it, Check counts it, Batch.Discard deletes it.
// Of a file that does not open any more, Rescue saves what its pages still hold.
//
// # Findings
//
// What channels and checks find about products is stored beside them (finding.go), as
// derived data: an entry marks the products that it writes as pending in its own
// transaction, and whoever evaluates products takes the pending ones. Neither the
// history nor a dump knows of it. What is the same for many products is stored once.
package store
