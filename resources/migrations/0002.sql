-- Units whose last reading could not be parsed keep what they gave before, marked with the run since when.
ALTER TABLE unit ADD COLUMN stale_since INTEGER;

-- Second and later things of one id in one endpoint: the id they go by instead ("orders~2").
CREATE TABLE rename (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX rename_unit ON rename (unit);
