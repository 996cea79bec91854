-- Schema 5: A listing's state is the weakest of its texts, and a text whose source was
-- changed is out of date. Bodies stay as they are: DecodeProduct reads what they were
-- written with. listing_state and listing_stale are functions in Go.
ALTER TABLE product DROP COLUMN filled;
ALTER TABLE product ADD COLUMN stale INTEGER NOT NULL DEFAULT 0; -- a text of the listing shown is out of date
UPDATE product SET state = b.state, stale = b.stale FROM (
    SELECT b.product, listing_state(b.body, p.locale_zh) AS state, listing_stale(b.body, p.locale_zh) AS stale
    FROM product_body AS b JOIN product AS p ON p.seq = b.product WHERE p.locale_zh <> '' AND json_valid(b.body)) AS b
    WHERE b.product = product.seq;
