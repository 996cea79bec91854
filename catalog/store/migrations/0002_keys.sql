-- Schema 2: codes have a form in which they are compared, beside that in which they
-- are shown. Go makes them (catalog.HandleKey, catalog.GTINKey), here by the
-- functions of function.go; what two products shared is parted after this step, see
-- migrate_handles.go.
ALTER TABLE product ADD COLUMN handle_key TEXT NOT NULL DEFAULT '';
ALTER TABLE variant ADD COLUMN gtin_key TEXT NOT NULL DEFAULT '';
DROP INDEX variant_gtin;
UPDATE variant SET gtin_key = key_of_gtin(gtin) WHERE gtin <> '';
CREATE INDEX variant_gtin_key ON variant (gtin_key) WHERE gtin_key <> '';

-- No two products have one handle: it is their address in the shop.
CREATE UNIQUE INDEX product_handle_key ON product (handle_key) WHERE handle_key <> '';
