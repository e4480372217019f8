#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from an OpenMetadata server with what this independent client reads from it.

    openmetadata.py PROGRAM URL TOKENFILE

Adds the server to a fresh workspace, syncs it three times, and compares every count, fifty random tables with their columns and
what they are made from, all data products with their ports, the contracts, and each value of the sample rows of tables.
Exit status 0: all alike, the second sync found nothing new, and the third asked for next to nothing.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

from common import compare_sample, exactly, sampled

PROGRAM, URL, TOKENFILE = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3]
with open(TOKENFILE, encoding="utf-8") as token:
    TOKEN = token.read().strip()


def quoted(text):
    return urllib.parse.quote(text, safe="")


def get(path, read=json.loads, **query):
    address = f"{URL}/api/v1/{path}" + ("?" + urllib.parse.urlencode(query) if query else "")
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + TOKEN})
    try:
        with urllib.request.urlopen(request) as answer:
            return read(answer.read())
    except urllib.error.HTTPError as error:
        said = error.read().decode(errors="replace")
        if "HTTP 404 Not Found" in said:  # the router has no such route
            return None
        raise RuntimeError(f"{address}: {error.code} {said}") from error


def listed(path, fields=""):
    items, after = [], None
    while True:
        query = {"limit": 100, **({"fields": fields} if fields else {}), **({"after": after} if after else {})}
        page = get(path, **query)
        if page is None:
            return None
        items += page["data"]
        after = page["paging"].get("after")
        if not after:
            assert len(items) == page["paging"]["total"], path
            return items


def by_offset(path):
    items = []
    while True:
        page = get(path, limit=50, offset=len(items))
        if page is None:
            return None
        items += page["data"]
        if len(items) >= page["paging"]["total"]:
            return items


def paths_of(columns, prefix=""):
    for column in columns or []:
        path = prefix + column["name"]
        yield path
        yield from paths_of(column.get("children"), path + ("[]." if column["dataType"] == "ARRAY" else "."))


def parts_of(fqn):
    return [a.replace('\\"', '"') if a else b for a, b in re.findall(r'"((?:[^"\\]|\\.)*)"|([^."]+)', fqn)]


def identity(table, services):
    """The OpenLineage name, by the naming rules of its specification; written apart from the program's."""
    service, *name = parts_of(table["fullyQualifiedName"])
    config = services[service]["connection"]["config"]
    kind = services[service]["serviceType"]
    if kind == "Snowflake":
        return f"snowflake://{config['account']}/" + ".".join(name)
    scheme = {"Postgres": "postgres", "Trino": "trino"}[kind]
    return f"{scheme}://{config['hostPort']}/" + ".".join(name)


def read_server():
    services = {s["name"]: s for s in listed("services/databaseServices")}
    fields = "owners,tags,dataProducts,"
    try:
        tables = listed("tables", fields + "domains")
    except RuntimeError:
        tables = listed("tables", fields + "domain")
    ids = {t["id"]: identity(t, services) for t in tables}
    columns = {ids[t["id"]]: list(paths_of(t["columns"])) for t in tables}
    fqns = {t["id"]: t["fullyQualifiedName"] for t in tables}
    edges, column_edges = set(), set()
    for table in tables:
        answer = get(f"lineage/table/{table['id']}", upstreamDepth=1, downstreamDepth=1)
        for edge in answer["upstreamEdges"] + answer["downstreamEdges"]:
            a, b = edge["fromEntity"], edge["toEntity"]
            edges.add((ids[a], ids[b]))
            for column in edge.get("lineageDetails", {}).get("columnsLineage", []):
                to = column["toColumn"][len(fqns[b]) + 1:]
                column_edges |= {(ids[a], c[len(fqns[a]) + 1:], ids[b], to) for c in column["fromColumns"]}
    products = listed("dataProducts", "owners")
    ports = {}
    for product in products:
        for way in ("input", "output"):
            found = by_offset(f"dataProducts/{product['id']}/{way}Ports")
            for port in found or []:
                ports.setdefault(product["fullyQualifiedName"], set()).add((way, ids[port["id"]]))
    contracts = listed("dataContracts")
    tests = listed("dataQuality/testCases")
    counts = {"domain": len(listed("domains")), "product": len(products), "table": len(tables), "dataset": len(tables),
              "column": sum(map(len, columns.values())), "lineageEdge": len(edges), "columnEdge": len(column_edges),
              "port": sum(map(len, ports.values())), "testCase": len(tests), "user": len(listed("users")),
              "team": len(listed("teams")), "tag": len(listed("tags")), "glossaryTerm": len(listed("glossaryTerms")),
              "database": len(listed("databases")), "schema": len(listed("databaseSchemas")), "service": len(services),
              "contract": len(contracts or []), "lineage": len(tables)}
    return counts, tables, ids, columns, edges, products, ports, contracts or []


def meshscope(workspace, *arguments, **more):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, **more)
    try:
        return json.loads(done.stdout), done.stderr.decode(errors="replace")
    except ValueError:
        sys.exit(f"meshscope {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")


def compare_samples(workspace, tables, ids):
    """Every table the server keeps rows of, and a few it keeps none of."""
    wrong, kept, values, without = [], 0, 0, 0
    for table in tables:
        sample = get(f"tables/{table['id']}/sampleData", exactly).get("sampleData")
        if not sample and without >= 5:
            continue
        mine, why = sampled(PROGRAM, workspace, "live/dataset/" + quoted(ids[table["id"]]))
        if not sample:
            without += 1
            if mine or "keeps no sample rows" not in why:
                wrong.append(f"no sample of {table['name']}: {why or mine}")
        elif not mine:
            wrong.append(f"sample of {table['name']}: {why}")
        else:
            found, count = compare_sample(mine, sample["columns"], sample["rows"])
            wrong += [f"sample of {table['name']}: {line}" for line in found[:3]]
            kept, values = kept + 1, values + count
    print(f"{'sample':14} {kept} tables with {values} values, {without} without")
    return wrong if kept else wrong + ["the server keeps no samples"]


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace, secret = os.path.join(folder, "live.mesh"), os.path.join(folder, "token")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(TOKEN)
        meshscope(workspace, "endpoint", "add", "openmetadata", URL, "--name", "live", "--secret-file", secret)
        runs, log = meshscope(workspace, "sync", "-v")
        first, asked = runs["runs"][0], log.count("/api/v1/")
        runs, log = meshscope(workspace, "sync", "-v")
        second = runs["runs"][0]
        _, log = meshscope(workspace, "sync", "-v")  # what happened just before the first may be told to the second
        again = log.count("/api/v1/")
        counts, tables, ids, columns, edges, products, ports, contracts = read_server()
        if first["state"] != "complete":
            wrong.append(f"state {first['state']}: {first.get('missing')}")
        for word, number in counts.items():
            print(f"{word:14} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        print(f"{'requests':14} first {asked}, later {again}")
        if again > max(20, asked // 50):  # what the server was filled with a moment ago is told again
            wrong.append("later syncs ask for too much")
        for table in random.Random(5).sample(tables, min(50, len(tables))):
            me = ids[table["id"]]
            shown, _ = meshscope(workspace, "show", "live/dataset/" + quoted(me))
            if [c["name"] for c in shown["columns"]] != columns[me]:
                wrong.append(f"columns of {me}")
            if {o["name"] for o in shown.get("owners", [])} != {o.get("displayName", o["name"]) for o in table["owners"]}:
                wrong.append(f"owners of {me}")
            above, _ = meshscope(workspace, "lineage", "live/dataset/" + quoted(me), "--up", "1", "--down", "0")
            if len(above["nodes"]) - 1 != len({a for a, b in edges if b == me and a != me}):
                wrong.append(f"lineage of {me}")
        for product in products:
            shown, _ = meshscope(workspace, "show", "live/product/" + quoted(product["fullyQualifiedName"]))
            found = len(shown.get("ports", []))
            if found != len(ports.get(product["fullyQualifiedName"], ())):
                wrong.append(f"ports of {product['name']}: {found}")
        for contract in contracts:
            shown, _ = meshscope(workspace, "show", "live/contract/" + quoted(contract["id"]))
            if shown.get("name") != contract["name"]:
                wrong.append(f"contract {contract['name']}: {shown.get('name')}")
        wrong += compare_samples(workspace, tables, ids)
    print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
