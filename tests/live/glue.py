#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from AWS Glue with what boto3 reads from it.

    glue.py PROGRAM URL KEYFILE

KEYFILE holds key, secret and where there is one session token, each on a line; AWS_REGION says the region (eu-west-1).
Needs boto3. Adds the service to a fresh workspace, syncs it twice, and compares every count and fifty random tables.
Exit status 0: all alike, and the second sync found nothing new.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import urllib.parse

try:
    import boto3
except ImportError:
    print("boto3 is not installed")
    sys.exit(77)

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")
REGION = os.environ.get("AWS_REGION", "eu-west-1")
with open(sys.argv[3], encoding="utf-8") as keys:
    KEYS = keys.read().split()


def quoted(text):
    return urllib.parse.quote(text, safe="")


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
    token = {"aws_session_token": KEYS[2]} if len(KEYS) > 2 else {}
    glue = boto3.client("glue", endpoint_url=URL, region_name=REGION, aws_access_key_id=KEYS[0],
                        aws_secret_access_key=KEYS[1], **token)

    def listed(operation, key, **query):
        items, more = [], {}
        while True:
            page = getattr(glue, operation)(**query, **more)
            items += page[key]
            if not page.get("NextToken"):
                return items
            more = {"NextToken": page["NextToken"]}

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


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        secret = os.path.join(folder, "keys")
        with open(secret, "w", encoding="utf-8") as file:
            file.write("\n".join(KEYS) + "\n")
        meshscope(workspace, "endpoint", "add", "glue", URL, "--name", "live", "--option", "aws.region=" + REGION,
                  "--secret-file", secret)
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, tables, columns = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:14} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        for name in random.Random(5).sample(sorted(tables), min(50, len(tables))):
            ns = f"arn:aws:glue:{REGION}:{tables[name]['CatalogId']}"
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(f"{ns}/{name}"))
            if columns[name] != {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {name}")
            if tables[name].get("Description", "") != (shown.get("description") or ""):
                wrong.append(f"description of {name}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
