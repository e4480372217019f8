#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from AWS Glue with what boto3 reads from it.

    glue.py PROGRAM URL KEYFILE

KEYFILE holds key, secret and where there is one session token, each on a line; AWS_REGION says the region (eu-west-1).
Needs boto3. Adds the service to a fresh workspace, syncs it twice, and compares every count and fifty random tables.
Exit status 0: all alike, and the second sync found nothing new.
"""
import random
import sys
import tempfile

import awscommon
from common import quoted, synced_twice, told

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")
KEYS = awscommon.keys_in(sys.argv[3])


def parts_of(text):
    parts, depth, begin = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "<(") - (c in ">)")
        if c == "," and depth == 0:
            parts.append(text[begin:i])
            begin = i + 1
    return parts + [text[begin:]]


def below(kind, path):
    kind = kind.strip()
    if kind.startswith("array<"):
        yield from below(kind[6:-1], path + "[]")
    elif kind.startswith("map<"):
        key, value = parts_of(kind[4:-1])
        yield from below(key, path + ".keys")
        yield from below(value, path + ".values")
    elif kind.startswith("struct<"):
        for part in parts_of(kind[7:-1]):
            name, _, rest = part.partition(":")
            yield f"{path}.{name}"
            yield from below(rest, f"{path}.{name}")


def read_server():
    glue = awscommon.client("glue", URL, KEYS)

    def listed(operation, key, **query):
        return awscommon.listed(glue, operation, key, "NextToken", **query)

    databases = listed("get_databases", "DatabaseList")
    tables = {f"table/{t['DatabaseName']}/{t['Name']}": t for d in databases
              for t in listed("get_tables", "TableList", DatabaseName=d["Name"])}
    columns = {name: {path for c in t["StorageDescriptor"]["Columns"] + t.get("PartitionKeys", [])
                      for path in [c["Name"], *below(c.get("Type", ""), c["Name"])]} for name, t in tables.items()}
    partitions = sum(len(listed("get_partitions", "Partitions", DatabaseName=t["DatabaseName"], TableName=t["Name"]))
                     for t in tables.values() if t.get("PartitionKeys"))
    results = listed("list_data_quality_results", "Results")
    counts = {"database": len(databases), "domain": len(databases), "table": len(tables), "dataset": len(tables),
              "column": sum(map(len, columns.values())), "partition": partitions, "qualityResult": len(results)}
    return counts, tables, columns


def main():
    with tempfile.TemporaryDirectory() as folder:
        workspace = awscommon.added(PROGRAM, folder, "glue", URL, KEYS)
        counts, tables, columns = read_server()
        wrong = synced_twice(PROGRAM, workspace, counts)
        for name in random.Random(5).sample(sorted(tables), min(50, len(tables))):
            ns = f"arn:aws:glue:{awscommon.REGION}:{tables[name]['CatalogId']}"
            shown = told(PROGRAM, workspace, "show", "live/dataset/" + quoted(f"{ns}/{name}"))
            if columns[name] != {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {name}")
            if tables[name].get("Description", "") != (shown.get("description") or ""):
                wrong.append(f"description of {name}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
