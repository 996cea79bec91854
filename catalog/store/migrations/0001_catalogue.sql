-- Schema 1. Every table is STRICT: a text never hides in a number's column.
-- Products are kept whole as JSON (product_body); what lists sort, filter and
-- search by is drawn out of it by row.go and can be made again from it.

-- The light half of a product: small, so that lists of 100,000 stay quick.
-- seq is private to the store and never used twice; it keeps the order in
-- which products came, also when one is deleted and brought back by an undo.
CREATE TABLE product (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE, -- UUIDv7
    hash         BLOB    NOT NULL,        -- of the body, see hashOf
    row_version  INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,        -- milliseconds since 1970, UTC
    changed_by   TEXT    NOT NULL,
    handle       TEXT    NOT NULL,
    sku          TEXT    NOT NULL,        -- the first variant's that has one
    title        TEXT    NOT NULL,
    title_key    BLOB    NOT NULL,        -- *_key: order keys, see key.go
    locale_zh    TEXT    NOT NULL,        -- the Chinese listing shown: zh-Hans, else zh-Hant
    title_zh     TEXT    NOT NULL,
    title_zh_key BLOB    NOT NULL,
    state        TEXT    NOT NULL,
    brand        TEXT    NOT NULL,
    brand_key    BLOB    NOT NULL,
    category     TEXT    NOT NULL,
    category_key BLOB    NOT NULL,
    status       TEXT    NOT NULL,
    price        TEXT    NOT NULL,        -- "12.99 USD", the lowest
    price_max    TEXT    NOT NULL,        -- the highest
    price_key    BLOB    NOT NULL,
    quantity     INTEGER,                 -- over all variants; NULL: not told
    variants     INTEGER NOT NULL,
    images       INTEGER NOT NULL,
    image        TEXT    NOT NULL,        -- source of the first
    search       TEXT    NOT NULL         -- what search looks into, see fold
) STRICT;

-- One index for each order of the list; seq breaks ties by itself.
CREATE INDEX product_handle   ON product (handle);
CREATE INDEX product_sku      ON product (sku);
CREATE INDEX product_title    ON product (title_key);
CREATE INDEX product_title_zh ON product (title_zh_key);
CREATE INDEX product_state    ON product (state);
CREATE INDEX product_brand    ON product (brand_key);
CREATE INDEX product_category ON product (category_key);
CREATE INDEX product_status   ON product (status);
CREATE INDEX product_price    ON product (price_key);
CREATE INDEX product_quantity ON product (ifnull(quantity, -9223372036854775808));
CREATE INDEX product_changed  ON product (changed_at);

CREATE TABLE product_body (
    product INTEGER PRIMARY KEY REFERENCES product (seq) ON DELETE CASCADE,
    body    TEXT NOT NULL -- catalog.Product.Encode
) STRICT;

CREATE TABLE variant (
    product   INTEGER NOT NULL REFERENCES product (seq) ON DELETE CASCADE,
    pos       INTEGER NOT NULL,
    sku       TEXT    NOT NULL,
    gtin      TEXT    NOT NULL,
    price_key BLOB    NOT NULL,
    currency  TEXT    NOT NULL,
    quantity  INTEGER,
    PRIMARY KEY (product, pos)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX variant_sku ON variant (sku) WHERE sku <> '';
CREATE INDEX variant_gtin ON variant (gtin) WHERE gtin <> '';

-- The search index holds no text: its words are made in Go (terms in search.go)
-- and what it finds is checked against product.search.
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- What the user keeps besides products: settings, import profiles, category
-- mappings, own terms. One table, since all of them are a name and a JSON value.
CREATE TABLE document (
    kind        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    row_version INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT    NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Every write is an entry. A change keeps the body before and the hashes of both
-- sides: the body after is the body before of the product's next change, or the
-- product as it is now.
CREATE TABLE history (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT    NOT NULL UNIQUE,
    kind      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    by        TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    created   INTEGER NOT NULL DEFAULT 0,
    changed   INTEGER NOT NULL DEFAULT 0,
    deleted   INTEGER NOT NULL DEFAULT 0,
    documents INTEGER NOT NULL DEFAULT 0,
    same      INTEGER NOT NULL DEFAULT 0,
    refused   INTEGER NOT NULL DEFAULT 0,
    undoes    INTEGER REFERENCES history (seq),
    undone_by INTEGER REFERENCES history (seq)
) STRICT;

CREATE TABLE history_change (
    seq         INTEGER PRIMARY KEY,
    entry       INTEGER NOT NULL REFERENCES history (seq),
    product     INTEGER NOT NULL, -- product.seq, also of products that are gone
    before      TEXT,             -- NULL: the entry made the product
    before_hash BLOB,
    after_hash  BLOB              -- NULL: the entry deleted it
) STRICT;
CREATE INDEX history_change_entry ON history_change (entry);
CREATE UNIQUE INDEX history_change_product ON history_change (product, entry);

CREATE TABLE history_document (
    entry  INTEGER NOT NULL REFERENCES history (seq),
    kind   TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    before TEXT, -- NULL: it was not there
    after  TEXT, -- NULL: it is gone
    PRIMARY KEY (entry, kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_document_name ON history_document (kind, name, entry);
