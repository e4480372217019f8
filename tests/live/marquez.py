#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from a Marquez server with what this independent client reads from it.

    marquez.py PROGRAM URL

Adds the server to a fresh workspace, syncs it twice, and compares every count and fifty random datasets.
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


def listed(path, key, size=100):
    items, offset = [], 0
    while True:
        with urllib.request.urlopen(f"{URL}/api/v1{path}?limit={size}&offset={offset}") as answer:
            part = json.load(answer)[key]
        items += part
        if len(part) < size:
            return items
        offset += size


def fields_of(schema, prefix=""):
    for field in schema or []:
        name = field.get("name")
        if not name:
            continue
        is_item = name == "_element" and prefix
        path = f"{prefix}[]" if is_item else f"{prefix}.{name}" if prefix else name
        if not is_item:
            yield path
        yield from fields_of(field.get("fields"), path)


def read_server():
    spaces = listed("/namespaces", "namespaces")
    datasets, jobs, columns, column_edges, edges = {}, {}, {}, set(), set()
    for space in spaces:
        base = f"/namespaces/{quoted(space['name'])}"
        for d in listed(base + "/datasets", "datasets", 10):  # facets come with the first ten of a page only
            me = d["namespace"] + "/" + d["name"]
            facets = d["facets"] or {}
            datasets[me] = d
            columns[me] = set(fields_of((facets.get("schema") or {}).get("fields"))) | {f["name"] for f in d["fields"]}
            sources = [(i["namespace"] + "/" + i["dataset"], i["field"], c["name"])
                       for c in d["columnLineage"] or [] for i in c["inputFields"]]
            lineage = facets.get("columnLineage") or {}
            sources += [(i["namespace"] + "/" + i["name"], i["field"], name)
                        for name, c in (lineage.get("fields") or {}).items() for i in c["inputFields"]]
            sources += [(i["namespace"] + "/" + i["name"], i["field"], "") for i in lineage.get("dataset") or []]
            column_edges |= {(source, field, me, column) for source, field, column in sources}
            edges |= {(source, me) for source, _, _ in sources}
        for j in listed(base + "/jobs", "jobs"):
            jobs[j["namespace"] + "/" + j["name"]] = j
            edges |= {(a["namespace"] + "/" + a["name"], b["namespace"] + "/" + b["name"])
                      for a in j["inputs"] for b in j["outputs"]}
    versions = sum(len(listed(f"/namespaces/{quoted(d['namespace'])}/datasets/{quoted(d['name'])}/versions", "versions"))
                   for d in datasets.values())
    runs = sum(len(listed(f"/namespaces/{quoted(j['namespace'])}/jobs/{quoted(j['name'])}/runs", "runs"))
               for j in jobs.values())
    counts = {"namespace": len(spaces), "dataset": len(datasets), "job": len(jobs), "version": versions, "run": runs,
              "column": sum(map(len, columns.values())), "lineageEdge": len(edges), "columnEdge": len(column_edges)}
    return counts, datasets, columns


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "marquez", URL, "--name", "live")
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, datasets, columns = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:12} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        for name in random.Random(5).sample(sorted(datasets), min(50, len(datasets))):
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(name))
            if shown["address"] != "live/dataset/" + quoted(name):
                continue  # a symlink: shown as what it points to
            if columns[name] != {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {name}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
