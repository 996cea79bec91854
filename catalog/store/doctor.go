package store

import (
	"context"
	"errors"
	"slices"
)

// FlawKind names what Check found wrong.
type FlawKind string

// What Check finds. Damage needs a backup, or Rescue. A product that is unreadable
// or not what its hash says can be deleted, or imported again after that; a
// document can be set again. Repair cures the rest but the last, which only
// keeps some old entries from being undone exactly.
const (
	FlawDamaged    FlawKind = "damaged"         // SQLite's own check of the file
	FlawUnreadable FlawKind = "unreadable"      // a product's content is missing or damaged
	FlawBody       FlawKind = "body-differs"    // a product is not what its hash says
	FlawDocument   FlawKind = "document-broken" // a setting, profile or term is no JSON
	FlawColumn     FlawKind = "list-differs"    // what lists show differs from the product
	FlawSearch     FlawKind = "search-differs"  // the search index misses products, or has what is gone
	FlawFindings   FlawKind = "findings-differ" // what is stored about products differs from what a check finds
	FlawHistory    FlawKind = "history-broken"  // an entry's changes do not follow from the one before
)

// Flaw is one thing that is wrong, as often as it was found.
type Flaw struct {
	Kind   FlawKind `json:"kind"`
	Count  int      `json:"count"`
	Detail string   `json:"detail"` // the first of them
}

// Report is what Check finds.
type Report struct {
	Products  int    `json:"products"`
	Variants  int    `json:"variants"`
	Documents int    `json:"documents"`
	Entries   int    `json:"entries"`
	Bodies    int    `json:"bodies"` // contents of products: as many as products when all is well
	Bytes     int64  `json:"bytes"`
	Findings  []Flaw `json:"findings"` // none: the catalogue is sound
}

// Note counts a flaw; the detail of the first of its kind is kept.
func (r *Report) Note(kind FlawKind, detail string) {
	i := slices.IndexFunc(r.Findings, func(f Flaw) bool { return f.Kind == kind })
	if i < 0 {
		r.Findings = append(r.Findings, Flaw{Kind: kind, Detail: detail})
		i = len(r.Findings) - 1
	}
	r.Findings[i].Count++
}

// Check looks through the whole catalogue: the file, every product against what
// lists and search know of it, and the history. progress may be nil.
func (s *Store) Check(ctx context.Context, progress func(done, total int)) (Report, error) {
	r := Report{Bytes: sizeOf(s.path)}
	err := s.read(ctx, func(c *session) error {
		for _, check := range []func(*Report) error{c.checkFile, c.countAll, c.checkIndex, c.checkHistory, c.checkDocuments} {
			if err := errors.Join(ctx.Err(), check(&r)); err != nil {
				return err
			}
		}
		return c.checkProducts(ctx, &r, progress)
	})
	if meaning(err) == ErrDamaged { // met on the way: that is an answer, not a failure
		r.Note(FlawDamaged, err.Error())
		err = nil
	}
	return r, explain("check the catalogue", err)
}

func (s *session) countAll(r *Report) error {
	return s.row(`SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM product_body), (SELECT count(*) FROM variant),
		(SELECT count(*) FROM document), (SELECT count(*) FROM history)`, nil, &r.Products, &r.Bodies, &r.Variants, &r.Documents, &r.Entries)
}

// checkDocuments looks for settings and the like that cannot be read.
func (s *session) checkDocuments(r *Report) error {
	broken, err := s.strings(`SELECT kind || ' ' || name FROM document WHERE NOT json_valid(body)`)
	for _, detail := range broken {
		r.Note(FlawDocument, detail)
	}
	return err
}

func (s *session) checkFile(r *Report) error {
	// FTS5's part of the check does not notice that another connection wrote
	// since this one last searched, and takes what it remembers for damage
	// (SQLite 3.54.1). A search makes it look again.
	if _, err := s.strings(`SELECT rowid FROM search WHERE search MATCH '"a"' LIMIT 1`); err != nil {
		return err
	}
	lines, err := s.strings(`PRAGMA integrity_check(20)`)
	if err != nil {
		return err
	}
	for _, line := range lines {
		if line != "ok" {
			r.Note(FlawDamaged, line)
		}
	}
	lines, err = s.strings(`SELECT "table" || ' without ' || parent FROM pragma_foreign_key_check LIMIT 20`)
	for _, line := range lines {
		r.Note(FlawDamaged, line)
	}
	return err
}

// indexSample is how many products are looked up by all of their terms.
const indexSample = 500

// checkIndex compares which products the search index has, and looks some up.
func (s *session) checkIndex(r *Report) error {
	wrong, err := s.strings(`SELECT 'product ' || id || ' is missing' FROM product WHERE seq NOT IN (SELECT id FROM search_docsize)
		UNION ALL SELECT 'number ' || id || ' is no product' FROM search_docsize WHERE id NOT IN (SELECT seq FROM product)`)
	if err != nil {
		return err
	}
	lost, err := s.strings(`SELECT 'product ' || p.id || ' is not found by its words' FROM product AS p
		WHERE p.seq % max(1, (SELECT max(seq) FROM product) / ?) = 0 AND p.search <> ''
		AND NOT EXISTS (SELECT 1 FROM search WHERE search MATCH search_query(p.search) AND rowid = p.seq)`, indexSample)
	for _, detail := range append(wrong, lost...) {
		r.Note(FlawSearch, detail)
	}
	return err
}

// checkHistory follows each product's changes: what one leaves, the next finds,
// and the last leaves what is there now.
func (s *session) checkHistory(r *Report) error {
	broken, err := s.strings(`SELECT 'entry ' || entry || ', product number ' || product FROM (
			SELECT c.entry, c.product, c.before_hash, c.after_hash,
				lag(c.after_hash) OVER w AS previous, row_number() OVER w AS number,
				lead(c.entry) OVER w IS NULL AS last, p.hash
			FROM history_change AS c LEFT JOIN product AS p ON p.seq = c.product
			WINDOW w AS (PARTITION BY c.product ORDER BY c.entry))
		WHERE (number = 1 AND before_hash IS NOT NULL) OR (number > 1 AND previous IS NOT before_hash)
			OR (last AND after_hash IS NOT hash)`)
	for _, detail := range broken {
		r.Note(FlawHistory, detail)
	}
	return err
}
