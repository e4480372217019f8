#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from a PostgreSQL database with what psql reads from it.

    PGPASSWORD=… postgresql.py PROGRAM postgresql://host:port/database USER

Adds the database to a fresh workspace, syncs it twice, and compares every count and fifty random tables. psql asks the
information schema and the helpers of its own commands, not what the program asks. It should be run as who owns everything:
the information schema leaves out what somebody may not read.
Exit status 0: all alike, and the second sync read no table again.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import urllib.parse

PROGRAM, URL, USER = sys.argv[1], sys.argv[2], sys.argv[3]
PLACE = urllib.parse.urlsplit(URL)
DATABASE = PLACE.path.lstrip("/")
OURS = "table_schema NOT LIKE 'pg\\_%' AND table_schema <> 'information_schema'"


def rows(sql):
    done = subprocess.run(["psql", "-h", PLACE.hostname, "-p", str(PLACE.port or 5432), "-U", USER, "-d", DATABASE, "-qAtX",
                           "-F", "\x1f", "-R", "\x1e", "-c", sql], stdout=subprocess.PIPE, check=True, text=True)
    text = done.stdout.rstrip("\n")
    return [row.split("\x1f") for row in text.split("\x1e")] if text else []


def profiles(schema, table):
    """Null share and distinct values by column, as pg_stats has them."""
    found = rows("SELECT s.attname, s.null_frac, CASE WHEN s.n_distinct > 0 THEN s.n_distinct ELSE -s.n_distinct *"
                 " CASE WHEN c.relkind = 'p' THEN (SELECT sum(l.reltuples) FROM pg_partition_tree(c.oid) t"
                 " JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf) ELSE c.reltuples END END FROM pg_stats s JOIN pg_namespace n ON n.nspname = s.schemaname JOIN pg_class c"
                 " ON c.relname = s.tablename AND c.relnamespace = n.oid WHERE s.inherited = (c.relkind = 'p')"
                 f" AND c.relkind IN ('r', 'p') AND n.nspname = {literal(schema)} AND c.relname = {literal(table)}")
    return {column: (share, round(float(distinct or 0))) for column, share, distinct in found}


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def quoted(text):
    return urllib.parse.quote(text, safe="")


def read_server():
    partitions = {tuple(r) for r in rows("SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n"
                                         " ON n.oid = c.relnamespace WHERE c.relispartition AND c.relkind <> 'i'")}
    tables = {tuple(r) for r in rows(f"SELECT table_schema, table_name FROM information_schema.tables WHERE {OURS}")}
    materialised = {tuple(r) for r in rows("SELECT schemaname, matviewname FROM pg_matviews")}
    tables = (tables | materialised) - partitions
    columns = {t: {} for t in tables}
    for schema, table, column, nullable, kind in rows(
            f"SELECT table_schema, table_name, column_name, is_nullable, data_type FROM information_schema.columns"
            f" WHERE {OURS}"):
        if (schema, table) in columns:
            columns[schema, table][column] = (nullable == "YES", kind)
    for schema, table, column in rows("SELECT schemaname, matviewname, attname FROM pg_matviews JOIN pg_attribute ON"
                                      " attrelid = (quote_ident(schemaname) || '.' || quote_ident(matviewname))::regclass"
                                      " WHERE attnum > 0 AND NOT attisdropped"):
        columns[schema, table][column] = (True, "")
    edges = {tuple(r) for r in rows("SELECT DISTINCT table_schema, table_name, view_schema, view_name"
                                    " FROM information_schema.view_table_usage WHERE view_schema <> 'information_schema'"
                                    " AND view_schema NOT LIKE 'pg\\_%'")}
    schemas = rows("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'")
    return tables, columns, edges - {e for e in edges if e[:2] in partitions}, materialised, len(schemas)


def meshscope(workspace, *arguments, given=None):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], input=given, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    return json.loads(done.stdout), done.stderr.decode()


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "postgresql", URL, "--name", "live", "--user", USER, "--secret", "-",
                  given=os.environ["PGPASSWORD"].encode())
        first = meshscope(workspace, "sync")[0]["runs"][0]
        answer, log = meshscope(workspace, "sync", "-v")
        second = answer["runs"][0]
        tables, columns, edges, materialised, schemas = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        counts = {"dataset": len(tables), "domain": schemas + 1}
        if not any("." in kind or kind == "USER-DEFINED" for c in columns.values() for _, kind in c.values()):
            counts["column"] = sum(map(len, columns.values()))  # else there may be columns in columns
        if not materialised:
            counts["lineageEdge"] = len(edges)  # the information schema knows of plain views only
        for word, number in counts.items():
            print(f"{word:12} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        if "pg_get_viewdef" in log or "json_strip_nulls" in log:
            wrong.append("the second sync read tables again")
        compared = 0
        for schema, table in random.Random(5).sample(sorted(tables), min(50, len(tables))):
            name = f"postgres://{PLACE.hostname}:{PLACE.port or 5432}/{DATABASE}.{schema}.{table}"
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(name))[0]
            mine = {c["name"]: c["nullable"] for c in shown.get("columns", []) if c["name"] in columns[schema, table]}
            theirs = {c: nullable for c, (nullable, _) in columns[schema, table].items()}
            if (schema, table) in materialised:
                mine, theirs = set(mine), set(theirs)
            if mine != theirs:
                wrong.append(f"columns of {schema}.{table}")
            said = {c["name"]: {p["name"]: p["value"] for p in c["properties"]} for c in shown.get("columns", [])}
            for column, (share, distinct) in profiles(schema, table).items():
                compared += 1
                if said[column].get("null share (estimate)") != share:
                    wrong.append(f"null share of {schema}.{table}.{column}")
                if distinct and said[column].get("distinct values (estimate)") != str(distinct):
                    wrong.append(f"distinct values of {schema}.{table}.{column}")
        print(f"{'profile':12} columns compared {compared:6}")
        print("\n".join(wrong) if wrong else "all alike; the second sync read no table again")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
