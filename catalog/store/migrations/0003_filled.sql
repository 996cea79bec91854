-- Schema 3: Listings that nobody vouches for are drafts, whether or not a word is missing in them;
-- filled tells which have all. Bodies stay as they are: DecodeProduct reads the state that
-- they were written with, translated for texts of the program, as what it is called now.
ALTER TABLE product ADD COLUMN filled INTEGER NOT NULL DEFAULT 0; -- the listing shown is finished
UPDATE product SET filled = 1 WHERE state IN ('translated', 'reviewed');
UPDATE product SET state = 'draft' WHERE state = 'translated' AND EXISTS (
    SELECT 1 FROM product_body AS b,
        json_each(CASE WHEN json_valid(b.body) THEN b.body ELSE '{}' END, '$.listings') AS l
    WHERE b.product = product.seq AND l.value ->> 'locale' = product.locale_zh
        AND json_array_length(l.value, '$.suggested') > 0);
