#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from a Unity Catalog with what this independent client reads from it.

    unity.py PROGRAM URL

Adds the server to a fresh workspace, syncs it twice, and compares every count and fifty random tables.
Exit status 0: all alike, and the second sync found nothing new.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")


def quoted(text):
    return urllib.parse.quote(text, safe="")


def listed(path, key, **query):
    items, token = [], ""
    while True:
        text = urllib.parse.urlencode({**query, **({"page_token": token} if token else {})})
        with urllib.request.urlopen(f"{URL}/api/2.1/unity-catalog/{path}?{text}") as answer:
            page = json.load(answer)
        items += page[key]
        token = page.get("next_page_token")
        if not token:
            return items


def below(kind, path):
    if not isinstance(kind, dict):
        return
    if kind["type"] == "struct":
        for field in kind["fields"]:
            name = f"{path}.{field['name']}"
            yield name
            yield from below(field["type"], name)
    elif kind["type"] == "array":
        yield from below(kind["elementType"], path + "[]")
    elif kind["type"] == "map":
        yield from below(kind["keyType"], path + ".keys")
        yield from below(kind["valueType"], path + ".values")


def columns_of(table):
    for column in table["columns"]:
        yield column["name"]
        yield from below(json.loads(column["type_json"])["type"], column["name"])


def read_server():
    catalogs = listed("catalogs", "catalogs")
    schemas = [s for c in catalogs for s in listed("schemas", "schemas", catalog_name=c["name"])]
    kinds = {"tables": "tables", "volumes": "volumes", "functions": "functions", "models": "registered_models"}
    found = {path: [item for s in schemas for item in
                    listed(path, key, catalog_name=s["catalog_name"], schema_name=s["name"])]
             for path, key in kinds.items()}
    tables = {f"{t['catalog_name']}.{t['schema_name']}.{t['name']}": t for t in found["tables"]}
    columns = {name: set(columns_of(table)) for name, table in tables.items()}
    edges = {(d["table"]["table_full_name"], name) for name, table in tables.items()
             for d in (table.get("view_dependencies") or {}).get("dependencies") or [] if d.get("table")}
    counts = {"catalog": len(catalogs), "schema": len(schemas), "domain": len(catalogs) + len(schemas),
              "table": len(tables), "volume": len(found["volumes"]), "function": len(found["functions"]),
              "model": len(found["models"]), "job": len(found["functions"]),
              "dataset": len(tables) + len(found["volumes"]) + len(found["models"]),
              "column": sum(map(len, columns.values())), "lineageEdge": len(edges)}
    return counts, tables, columns, edges


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "unity", URL, "--name", "live")
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, tables, columns, edges = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:12} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        place = urllib.parse.urlsplit(URL)
        ns = f"unitycatalog://{place.hostname}:{place.port or 80}"
        for name in random.Random(5).sample(sorted(tables), min(50, len(tables))):
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(f"{ns}/{name}"))
            if columns[name] != {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {name}")
            if (tables[name]["comment"] or "") != (shown.get("description") or ""):
                wrong.append(f"comment of {name}")
        for source, view in sorted(edges):
            answer = meshscope(workspace, "lineage", "live/dataset/" + quoted(f"{ns}/{view}"), "--up", "1", "--down", "0")
            if source not in json.dumps(answer["nodes"]):
                wrong.append(f"{source} is not above {view}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
