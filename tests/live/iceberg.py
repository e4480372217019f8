#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from an Iceberg REST catalog with what this independent client reads from it.

    iceberg.py PROGRAM URL [WAREHOUSE]

Adds the catalog to a fresh workspace, syncs it twice, and compares every count and fifty random tables.
Exit status 0: all alike, and the second sync found nothing new.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")
WAREHOUSE = sys.argv[3] if len(sys.argv) > 3 else ""


def quoted(text):
    return urllib.parse.quote(text, safe="")


def ask(path, **query):
    text = urllib.parse.urlencode(query)
    with urllib.request.urlopen(f"{URL}/v1/{path}" + ("?" + text if text else "")) as answer:
        return json.load(answer)


def listed(path, key, **query):
    return ask(path, **query)[key]  # without pageToken everything comes at once


def joined(levels):
    return ".".join('"' + level.replace('"', '""') + '"' if "." in level or '"' in level or not level else level
                    for level in levels)


def fields_of(fields, prefix=""):
    for field in fields:
        path = f"{prefix}.{field['name']}" if prefix else field["name"]
        yield path
        yield from below(field["type"], path)


def below(kind, path):
    if not isinstance(kind, dict):
        return
    if kind["type"] == "struct":
        yield from fields_of(kind["fields"], path)
    elif kind["type"] == "list":
        yield from below(kind["element"], path + "[]")
    else:
        yield from below(kind["key"], path + ".keys")
        yield from below(kind["value"], path + ".values")


def schema_of(metadata, number):
    return next((s["fields"] for s in metadata["schemas"] if s["schema-id"] == number), [])


def read_server():
    config = ask("config", **({"warehouse": WAREHOUSE} if WAREHOUSE else {}))
    prefix = config["overrides"].get("prefix", "")
    separator = config["overrides"].get("namespace-separator", "%1F")
    root = (prefix + "/" if prefix else "") + "namespaces"
    spaces, todo = [], [[]]
    while todo:
        parent = todo.pop()
        query = {"parent": urllib.parse.unquote(separator).join(parent)} if parent else {}
        for levels in listed(root, "namespaces", **query):
            spaces.append(levels)
            todo.append(levels)
    datasets, columns, versions, snapshots = {}, {}, {}, 0
    for levels in spaces:
        place = root + "/" + separator.join(quoted(level) for level in levels)
        for kind in ("tables", "views"):
            for item in listed(f"{place}/{kind}", "identifiers"):
                metadata = ask(f"{place}/{kind}/{quoted(item['name'])}")["metadata"]
                name = joined(levels + [item["name"]])
                datasets[name] = (kind, metadata)
                number = metadata.get("current-schema-id")
                if kind == "views":
                    now = next(v for v in metadata["versions"] if v["version-id"] == metadata["current-version-id"])
                    number = now["schema-id"]
                columns[name] = set(fields_of(schema_of(metadata, number)))
                versions[name] = len(metadata["schemas"])
                snapshots += len(metadata.get("snapshots") or [])
    kinds = [kind for kind, _ in datasets.values()]
    counts = {"namespace": len(spaces), "table": kinds.count("tables"), "view": kinds.count("views"),
              "dataset": len(datasets), "domain": len(spaces), "column": sum(map(len, columns.values()))}
    print(f"{snapshots} snapshots")
    return counts, datasets, columns, versions


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        option = ["--option", "warehouse=" + WAREHOUSE] if WAREHOUSE else []
        meshscope(workspace, "endpoint", "add", "iceberg", URL, "--name", "live", *option)
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, datasets, columns, versions = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:12} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        ns = URL + ("/" + WAREHOUSE if WAREHOUSE else "")
        for name in random.Random(5).sample(sorted(datasets), min(50, len(datasets))):
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(ns + "/" + name))
            _, metadata = datasets[name]
            properties = {p["name"]: p["value"] for p in shown["properties"]}
            if columns[name] != {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {name}")
            if sum(key.startswith("schema ") for key in properties) != versions[name] - 1:
                wrong.append(f"schemas of {name}")
            if str(metadata.get("current-snapshot-id") or "") != properties.get("currentSnapshot", ""):
                wrong.append(f"snapshot of {name}")
            if metadata["properties"].get("comment", "") != (shown.get("description") or ""):
                wrong.append(f"comment of {name}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
