package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// readers is how many connections read at once: a list, a detail pane, a count
// and an export, and some room for a stream that is read inside another.
const readers = 8

// busyTimeout is how long a call waits for another process, in milliseconds.
const busyTimeout = "5000"

// prepareDriver sets what applies to the whole process, before the first
// connection.
var prepareDriver = sync.OnceValue(func() error {
	sqlite.StrictPragmas(true)
	// Only Linux has OFD locks, and not on every file system. Elsewhere the
	// rule of the package comment is kept: nobody but SQLite opens the file.
	if _, err := sqlite.OFDLocking(true); err != nil &&
		!errors.Is(err, sqlite.ErrOFDLockingUnavailable) && !errors.Is(err, sqlite.ErrOFDLockingTooLate) {
		return fmt.Errorf("prepare the database driver: %w", err)
	}
	return registerFunctions()
})

// access is how a connection may use the file.
type access string

const (
	accessWrite  access = "rw"
	accessRead   access = "ro"
	accessCreate access = "rwc"
)

// dsn names a file for the driver. It is made as a URL, since in a plain "file:"
// plus path a # or ? in a folder's name opens another file.
func dsn(path string, how access, more url.Values) string {
	q := url.Values{
		"mode":          {string(how)},
		"_defensive":    {"1"},
		"_dqs":          {"0"},
		"_error_rc":     {"1"},
		"_busy_timeout": {busyTimeout},
		"_foreign_keys": {"1"},
		"_synchronous":  {"FULL"},
		"_txlock":       {"immediate"},
		"_pragma":       {"trusted_schema(0)", "cell_size_check(1)", "temp_store(2)", "cache_size(-32768)"},
	}
	if how != accessRead { // the log is folded in by fold alone
		q["_pragma"] = append(q["_pragma"], "wal_autocheckpoint(0)")
	}
	if how == accessRead { // there may be many, and the system keeps pages, too
		q["_pragma"][3] = "cache_size(-16384)"
		q.Set("_query_only", "1")
		q.Set("_txlock", "deferred")
	}
	for key, values := range more {
		q[key] = values
	}
	u := url.URL{Scheme: "file", Path: urlPath(path), RawQuery: q.Encode()}
	return u.String()
}

// urlPath gives an absolute path the form that SQLite wants in a URL: slashes,
// and one before a drive letter.
func urlPath(path string) string {
	p := filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(p, "/") {
		return "/" + p
	}
	return p
}

// openPool opens a pool and its first connection.
func openPool(ctx context.Context, path string, how access, size int, more url.Values) (*sql.DB, error) {
	if err := prepareDriver(); err != nil {
		return nil, err
	}
	connector, err := sqlite.NewConnector(dsn(path, how, more))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", filepath.Base(path), err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(onFile(path, err), db.Close())
	}
	return db, nil
}

// session is one connection with the statements prepared on it.
//
// Its calls take no context: with one, the driver starts a goroutine per
// statement, which costs more than most of them. Whoever runs many looks at the
// context in between.
type session struct {
	conn       *sql.Conn
	statements map[string]*sql.Stmt
	found      *findingCache
}

func newSession(ctx context.Context, db *sql.DB) (*session, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, explain("connect", err)
	}
	return &session{conn, map[string]*sql.Stmt{}, new(findingCache)}, nil
}

func (s *session) statement(query string) (*sql.Stmt, error) {
	if st := s.statements[query]; st != nil {
		return st, nil
	}
	st, err := s.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	s.statements[query] = st
	return st, nil
}

func (s *session) exec(query string, args ...any) (sql.Result, error) {
	st, err := s.statement(query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(context.Background(), args...)
}

// run is exec for statements whose result says nothing.
func (s *session) run(query string, args ...any) error {
	_, err := s.exec(query, args...)
	return err
}

// runContext is run for a statement that may take seconds, and can be cancelled.
// SQLite then rolls the transaction back.
func (s *session) runContext(ctx context.Context, query string, args ...any) error {
	st, err := s.statement(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}

func (s *session) query(query string, args ...any) (*sql.Rows, error) {
	st, err := s.statement(query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(context.Background(), args...)
}

// row reads one row into dest; it reports sql.ErrNoRows when there is none.
func (s *session) row(query string, args []any, dest ...any) error {
	st, err := s.statement(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(context.Background(), args...).Scan(dest...)
}

// scanner is a row that can be read.
type scanner interface{ Scan(dest ...any) error }

// each takes what a query gave and returns what runs over its rows: each row is
// handed to use until that returns an error, and the rows are closed.
//
//	err := each(s.query(`SELECT ...`))(func(row scanner) error { ... })
func each(rows *sql.Rows, err error) func(use func(row scanner) error) error {
	return func(use func(row scanner) error) (failed error) {
		if err != nil {
			return err
		}
		// Deferred: when use panics, open rows would block whoever closes the connection.
		defer func() { failed = errors.Join(failed, rows.Close()) }()
		for rows.Next() {
			if err := use(rows); err != nil {
				return err
			}
		}
		return rows.Err()
	}
}

// strings reads the texts of a query with one column.
func (s *session) strings(query string, args ...any) (list []string, err error) {
	err = each(s.query(query, args...))(func(row scanner) error {
		var text string
		err := row.Scan(&text)
		list = append(list, text)
		return err
	})
	return list, err
}

// script runs several statements at once.
func (s *session) script(text string) error {
	_, err := s.conn.ExecContext(context.Background(), text)
	return err
}

// close gives the connection back.
func (s *session) close() error {
	var errs []error
	for _, st := range s.statements {
		errs = append(errs, st.Close())
	}
	s.statements = nil
	return errors.Join(append(errs, s.conn.Close())...)
}
