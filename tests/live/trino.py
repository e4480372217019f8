#!/usr/bin/env python3
"""Compares what `meshscope sync` and `sample` have read from a Trino server with what this client reads from it.

    trino.py PROGRAM URL USER

The server asks for no password. Adds it to a fresh workspace, syncs it twice, compares every count and the columns of fifty
random tables, samples memory.mesh.every_type where it is there and compares each value, and stops a sample on its way: the
server's own list of queries must show that it was cancelled.
Exit status 0: all alike.
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

PROGRAM, URL, USER = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3]
PLACE = urllib.parse.urlsplit(URL)
NS = f"trino://{PLACE.hostname}:{PLACE.port or 80}"


def call(url, body=None):
    request = urllib.request.Request(url, data=body, headers={
        "X-Trino-User": USER, "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME"})
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def rows(sql):
    """Numbers stay as the server writes them."""
    found, page = [], json.loads(call(URL + "/v1/statement", sql.encode()), parse_int=str, parse_float=str)
    while True:
        if "error" in page:
            raise RuntimeError(page["error"]["message"])
        found += page.get("data") or []
        if "nextUri" not in page:
            return found
        page = json.loads(call(page["nextUri"]), parse_int=str, parse_float=str)


def quoted(text):
    return urllib.parse.quote(text, safe="")


def read_server():
    tables, columns, schemas, catalogs = set(), {}, 0, [r[0] for r in rows("SHOW CATALOGS") if r[0] not in ("system", "jmx")]
    for catalog in catalogs:
        here = f'"{catalog}".information_schema'
        schemas += len(rows(f"SELECT 1 FROM {here}.schemata WHERE schema_name <> 'information_schema'"))
        for schema, table in rows(f"SELECT table_schema, table_name FROM {here}.tables"):
            if schema != "information_schema":
                tables.add((catalog, schema, table))
        for schema, table, column, kind in rows(f"SELECT table_schema, table_name, column_name, data_type FROM {here}.columns"):
            columns.setdefault((catalog, schema, table), {})[column] = kind
    return tables, columns, schemas + len(catalogs)


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def cancelled(workspace, wrong):
    """A sample of the largest table of tpch is stopped by Ctrl-C."""
    views = "CREATE OR REPLACE VIEW memory.mesh.endless AS SELECT count(*) AS n FROM tpch.sf10000.lineitem a, tpch.sf10000.lineitem b"
    rows(views)
    meshscope(workspace, "sync")
    name = f"live/dataset/{quoted(NS + '/memory.mesh.endless')}"
    running = subprocess.Popen([PROGRAM, "-w", workspace, "sample", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    mine = "SELECT query_id, state, error_code FROM system.runtime.queries WHERE source = 'meshscope' AND query LIKE '%endless\" LIMIT%'"
    for _ in range(600):
        if any(state == "RUNNING" for _, state, _ in rows(mine)):
            break
        time.sleep(0.1)
    begun = time.monotonic()
    running.send_signal(signal.SIGINT)
    said = running.communicate()[1].decode().strip()
    seconds = time.monotonic() - begun
    for _ in range(100):
        found = rows(mine)
        if all(state == "FAILED" for _, state, _ in found):
            break
        time.sleep(0.1)
    print(f"cancel: {seconds:.2f} s, said {said!r}, the server says {found}")
    if not found or any(error != "USER_CANCELED" for _, _, error in found) or seconds > 2:
        wrong.append("cancel")
    rows("DROP VIEW memory.mesh.endless")


def compare_values(workspace, wrong):
    name = NS + "/memory.mesh.every_type"
    sample = meshscope(workspace, "sample", "live/dataset/" + quoted(name))
    theirs = rows("SELECT * FROM memory.mesh.every_type")
    if sorted(map(len, sample["rows"])) != sorted(map(len, theirs)):
        wrong.append("rows of every_type")
    by_id = {str(row[0]): row for row in theirs}
    for row in sample["rows"]:
        for column, mine, other in zip(sample["columns"], row, by_id[str(row[0])]):
            kind = column["type"]
            if kind == "varbinary" and other is not None:
                import base64
                other = "0x" + base64.b64decode(other).hex()
            elif isinstance(other, bool):
                pass
            elif kind.startswith(("array", "map", "row")) and other is not None:
                mine, other = flat(json.loads(mine, parse_int=str, parse_float=str)), flat(other)
            elif kind in ("real", "double", "integer", "smallint", "tinyint") and other is not None and mine is not None:
                mine, other = float(mine), float(other)
                if mine != mine and other != other:
                    continue
            elif mine is not None:
                mine, other = str(mine), str(other)
            if mine != other:
                wrong.append(f"{column['name']} ({kind}): {mine!r}, the server says {other!r}")


def flat(value):
    """Rows have names here, and none in the protocol."""
    if isinstance(value, dict):
        return [flat(v) for v in value.values()]
    return [flat(v) for v in value] if isinstance(value, list) else value


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "trino", URL, "--name", "live", "--auth", "none", "--user", USER)
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        tables, columns, domains = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in {"dataset": len(tables), "domain": domains}.items():
            print(f"{word:12} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        for catalog, schema, table in random.Random(5).sample(sorted(tables), min(50, len(tables))):
            name = f"{NS}/{catalog}.{schema}.{table}"
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(name))
            mine = {c["name"] for c in shown.get("columns", [])}
            if not set(columns[catalog, schema, table]) <= mine:
                wrong.append(f"columns of {name}")
        if ("memory", "mesh", "every_type") in tables:
            compare_values(workspace, wrong)
        if ("memory", "mesh", "every_type") in tables and any(t[0] == "tpch" for t in tables):
            cancelled(workspace, wrong)
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
