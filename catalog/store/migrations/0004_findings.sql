-- Schema 4: what channels and checks find about products. All of it is derived from
-- products and settings, and can be made again: the history, undo and dumps know
-- nothing of it. See finding.go.

-- What finds something, and the versions of all that this depends on besides the
-- products. Sources that the shop does not use at present have no versions.
CREATE TABLE finding_source (
    id       INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    position INTEGER NOT NULL,
    versions TEXT    NOT NULL,
    UNIQUE (kind, name)
) STRICT;

-- Products share most of what is found: a problem without what differs from product
-- to product, all problems that a source finds, and what all sources find, are each
-- kept once. AUTOINCREMENT: a number that was used once never means anything else.
CREATE TABLE finding_problem (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT    NOT NULL UNIQUE
) STRICT;
CREATE TABLE finding_evaluation (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES finding_source (id),
    body   BLOB    NOT NULL, -- coverage, numbers of problems
    UNIQUE (source, body)
) STRICT;
CREATE TABLE finding_set (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    body     BLOB    NOT NULL UNIQUE, -- flags, numbers of evaluations
    products INTEGER NOT NULL,        -- how many have it
    first    INTEGER NOT NULL         -- the first product that has it; 0: none
) STRICT;

-- A product and what was found about it. There is no reference to product: a product
-- that is deleted leaves a row until those that shared a value with it are checked.
CREATE TABLE finding (
    product     INTEGER PRIMARY KEY,
    finding_set INTEGER NOT NULL REFERENCES finding_set (id),
    texts       BLOB,   -- what differs from product to product, see finding_pack.go
    keys        BLOB    -- the product's keys in finding_key, four bytes each
) STRICT;
CREATE INDEX finding_by_set ON finding (finding_set);

-- Hashes of values that a channel wants to be unique: who changes one is found by it,
-- together with whoever shares it.
CREATE TABLE finding_key (
    key     INTEGER NOT NULL,
    product INTEGER NOT NULL,
    PRIMARY KEY (key, product)
) STRICT, WITHOUT ROWID;

-- Products whose findings are out of date, with the number of the last entry that
-- made them so. It is written in the transaction of that entry.
CREATE TABLE finding_pending (
    product INTEGER PRIMARY KEY,
    entry   INTEGER NOT NULL
) STRICT;
