#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from an Entropy Data server with what this independent client reads from it.

    entropy.py PROGRAM URL KEYFILE

Adds the server to a fresh workspace, syncs it twice, compares every count, fifty random products and contracts and each
value of the example rows of their schemas; then asks for access, approves it, and looks whether it comes back granted. Exit status 0: all alike.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

from common import compare_sample, exactly, sampled

PROGRAM, URL, KEYFILE = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3]
with open(KEYFILE, encoding="utf-8") as key:
    KEY = key.read().strip()


def quoted(text):
    return urllib.parse.quote(text, safe="")


def asked(target, method="GET"):
    address = target if target.startswith("http") else f"{URL}{target}"
    request = urllib.request.Request(address, method=method, headers={"x-api-key": KEY})
    with urllib.request.urlopen(request) as answer:
        found = re.search(r'<([^>]*)>;\s*rel="next"', answer.headers.get("Link") or "")
        return json.loads(answer.read() or b"null"), found and found.group(1)


def listed(what):
    items, target = [], f"/api/{what}"
    while target:
        part, target = asked(target)
        items += part
    return items


def read_server():
    products = [asked(f"/api/dataproducts/{quoted(p['id'])}")[0] for p in listed("dataproducts")]
    contracts = listed("datacontracts")
    lineage = asked("/api/v1/lineage")[0]
    ports = {(p["id"], side, port.get("id") or port["name"], port.get("version"))
             for p in products for side in ("inputPorts", "outputPorts") for port in p.get(side) or []}
    counts = {"product": len(products), "contract": len(contracts), "port": len(ports), "team": len(listed("teams")),
              "access": len(listed("access")), "asset": len(listed("assets")), "tag": len(listed("tags")),
              "sourceSystem": len(listed("sourcesystems")), "definition": len(listed("definitions")),
              "certification": len(listed("certifications")), "testResult": len(listed("test-results")),
              "example": len(asked("/api/example-data")[0]), "lineageEvent": len(lineage)}
    return counts, products, contracts


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def compare(workspace, products, contracts):
    wrong = []
    chosen = random.Random(5)
    for p in chosen.sample(products, min(50, len(products))):
        shown = meshscope(workspace, "show", "live/product/" + quoted(p["id"]))
        if shown.get("name") != (p.get("name") or p["info"]["title"]):
            wrong.append(f"name of product {p['id']}")
        ours = {port["address"].rsplit("/", 1)[-1] for port in shown.get("ports", [])}
        theirs = {quoted(f"{p['id']}/{'in' if side == 'inputPorts' else 'out'}/{port.get('id') or port['name']}"
                         f"/{port.get('version') or '-'}")
                  for side in ("inputPorts", "outputPorts") for port in p.get(side) or []}
        if ours != theirs:
            wrong.append(f"ports of {p['id']}: {ours ^ theirs}")
    for c in chosen.sample(contracts, min(50, len(contracts))):
        shown = meshscope(workspace, "show", "live/contract/" + quoted(c["id"]))
        if shown.get("name") != (c.get("name") or (c.get("info") or {}).get("title")):
            wrong.append(f"name of contract {c['id']}")
    return wrong


def compare_examples(workspace, products, contracts):
    """The example rows of each schema of each contract: those of the contract, else those of products that offer it."""
    request = urllib.request.Request(URL + "/api/example-data", headers={"x-api-key": KEY})
    with urllib.request.urlopen(request) as answer:
        entries = exactly(answer.read())
    wrong, kept, values, without = [], 0, 0, 0
    for contract in (c for c in contracts if c.get("kind") == "DataContract"):
        offering = {p["id"] for p in products for port in p.get("outputPorts") or []
                    if contract["id"] in (port.get("contractId"), port.get("dataContractId"))}
        shown = meshscope(workspace, "show", "live/contract/" + quoted(contract["id"]))
        for schema in contract.get("schema") or []:
            of_schema = [e for e in entries if e.get("schemaName") == schema["name"]]
            mine = [e for e in of_schema if e.get("dataContractId") == contract["id"]] or \
                   [e for e in of_schema if not e.get("dataContractId") and e["dataProductId"] in offering]
            address = next(a for a in shown["datasets"]
                           if re.split(r"[./]", urllib.parse.unquote(a))[-1] == schema["name"])
            got, why = sampled(PROGRAM, workspace, address)
            if not mine:
                without += 1
                if got or "no example rows" not in why:
                    wrong.append(f"no example of {contract['id']}: {why or got}")
                continue
            rows = [row for e in mine for row in e["data"]]
            names = list(dict.fromkeys(name for row in rows for name in row))
            if not got:
                wrong.append(f"example of {contract['id']}: {why}")
                continue
            found, count = compare_sample(got, names, [[row.get(name) for name in names] for row in rows])
            wrong += [f"example of {contract['id']}: {line}" for line in found[:3]]
            kept, values = kept + 1, values + count
    print(f"{'sample':14} {kept} schemas with {values} values, {without} without")
    return wrong if kept else wrong + ["the server keeps no examples"]


def ask_for_access(workspace, products):
    meshscope(workspace, "profile", "--name", "Live", "--email", "live@example.com")
    product = next(p for p in products if p.get("kind") == "DataProduct" and p.get("outputPorts"))
    port = quoted(f"{product['id']}/out/{product['outputPorts'][0]['name']}/{product['outputPorts'][0]['version']}")
    sent = meshscope(workspace, "request", "file", "live/port/" + port, "--purpose", "Weekly forecast")["requests"][0]
    if sent["state"] not in ("sent", "approved", "granted"):
        return [f"request: {sent}"]
    there = asked(f"/api/access/{sent['id']}")[0]
    if there["info"]["status"] == "requested":
        asked(f"/api/access/{sent['id']}/approve", "POST")
    meshscope(workspace, "sync")
    shown = meshscope(workspace, "request", "show", sent["id"])["requests"][0]
    asked(f"/api/access/{sent['id']}", "DELETE")
    return [] if shown["state"] == "granted" else [f"not granted: {shown}"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "entropy", URL, "--name", "live", "--auth", "apikey",
                  "--secret-file", KEYFILE)
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, products, contracts = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:14} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        wrong += compare(workspace, products, contracts)
        wrong += compare_examples(workspace, products, contracts)
        wrong += ask_for_access(workspace, products)
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new; access was granted")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
