-- A paused endpoint is read only when somebody asks for it.
ALTER TABLE endpoint ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;

-- What a run asked its server, redacted: lines as a body, zstd. Only of the newest runs of an endpoint.
CREATE TABLE traffic (
    run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    endpoint INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    size INTEGER NOT NULL,
    lines BLOB NOT NULL
);
CREATE INDEX traffic_endpoint ON traffic (endpoint, run);
