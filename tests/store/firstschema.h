#pragma once

namespace meshscope::test {

/// The tables of version 1 as they were made then, with an endpoint, a run and a product in them. Never to be changed: files
/// like this are on people's disks.
inline const char *const firstSchema = R"sql(
CREATE TABLE version (number INTEGER NOT NULL);
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counter VALUES ('generation', 1);
CREATE TABLE endpoint (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    location TEXT NOT NULL,
    options TEXT NOT NULL DEFAULT '{}',
    position INTEGER NOT NULL,
    interval TEXT NOT NULL DEFAULT '',
    removed INTEGER
);
CREATE UNIQUE INDEX endpoint_name ON endpoint (name) WHERE removed IS NULL;
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    endpoint INTEGER NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    published INTEGER NOT NULL DEFAULT 0,
    started INTEGER NOT NULL,
    ended INTEGER,
    expected TEXT NOT NULL DEFAULT '{}',
    got TEXT NOT NULL DEFAULT '{}',
    missing TEXT NOT NULL DEFAULT '',
    unchanged INTEGER NOT NULL DEFAULT 0,
    issues_of INTEGER,
    issues BLOB
);
CREATE INDEX run_endpoint ON run (endpoint, id);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    endpoint INTEGER NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    hash BLOB,
    note BLOB,
    issues BLOB,
    created INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX unit_endpoint ON unit (endpoint, path);
CREATE TABLE original (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX original_unit ON original (unit);
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL,
    place BLOB,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX entity_unit ON entity (unit, valid_to);
CREATE TABLE detail (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    key TEXT NOT NULL,
    hash INTEGER NOT NULL,
    hash2 INTEGER,
    n INTEGER NOT NULL,
    body BLOB NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX detail_unit ON detail (unit, valid_to);
CREATE INDEX detail_hash ON detail (hash);
CREATE INDEX detail_hash2 ON detail (hash2) WHERE hash2 IS NOT NULL;
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY,
    endpoint INTEGER NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES word (id),
    property INTEGER NOT NULL REFERENCES word (id),
    element INTEGER NOT NULL REFERENCES word (id),
    source INTEGER NOT NULL REFERENCES word (id),
    at INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    good REAL,
    total REAL,
    run TEXT NOT NULL,
    valid_from INTEGER NOT NULL
);
CREATE UNIQUE INDEX measurement_key ON measurement (endpoint, target, at, property, element, source, valid_from);
CREATE TABLE request (
    id TEXT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL
);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    body BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    key BLOB NOT NULL
);
CREATE TABLE setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO version VALUES (1);
PRAGMA application_id=1298494312;
INSERT INTO endpoint (id, name, kind, location, position) VALUES (1, 'shop', 'folder', '/mesh', 1);
INSERT INTO run (id, endpoint, state, published, started, ended, got, issues_of) VALUES
    (1, 1, 1, 1, 1700000000000, 1700000001000, '{"product":1}', 1);
INSERT INTO unit (id, endpoint, path, created) VALUES (1, 1, 'a.yaml', 1);
INSERT INTO entity (unit, kind, nth, key, body, place, valid_from) VALUES
    (1, 3, 0, 'orders', x'01064f7264657273', x'01', 1);
INSERT INTO request VALUES ('r1', 'shop', 'shop/port/x', 'sent', x'7b7d', 1700000002000);
)sql";

} // namespace meshscope::test
