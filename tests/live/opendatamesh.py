#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from an Open Data Mesh platform with what this independent client reads from it.

    opendatamesh.py PROGRAM URL

Adds the server to a fresh workspace, syncs it twice, compares every count and fifty random products; then asks for
access, reports it as granted, and looks whether it comes back so. Exit status 0: all alike.
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
REGISTRY, MARKET = "/api/v2/pp/registry", "/api/v1/pp/marketplace"


def quoted(text):
    return urllib.parse.quote(text, safe="")


def asked(target, method="GET", body=None):
    request = urllib.request.Request(URL + target, method=method, data=body and json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"null")


def listed(target):
    items, page = [], 0
    while True:
        part = asked(f"{target}?page={page}&size=50&sort=createdAt,asc")
        items += part["content"]
        if part["last"]:
            return items
        page += 1


def number(version):
    return tuple(int(part) if part.isdigit() else 0 for part in (version["versionNumber"] or "").split("."))


def read_server():
    products = {p["uuid"]: p for p in listed(REGISTRY + "/products")}
    versions = listed(REGISTRY + "/products-versions")
    published = [v for v in versions if v["validationState"] in (None, "APPROVED")]
    ports = {}
    for product in products.values():
        mine = sorted((v for v in published if v["dataProductUuid"] == product["uuid"]), key=number, reverse=True)
        for i, version in enumerate(mine):
            content = asked(f"{REGISTRY}/products-versions/{version['uuid']}")["content"]
            parts = content.get("interfaceComponents") or {}
            for key, side in (("outputPorts", "out"), ("inputPorts", "in")):
                for port in parts.get(key) or []:
                    if port.get("name") and (side == "out" or i == 0):
                        ports.setdefault(product["fqn"], set()).add((side, port["name"], port.get("version")))
    counts = {"product": len(products), "version": len(versions), "descriptor": len(published),
              "accessRequest": len(listed(MARKET + "/requests")),
              "response": len(listed(MARKET + "/executor-responses"))}
    return counts, products, ports


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def compare(workspace, products, ports):
    wrong = []
    for p in random.Random(5).sample(sorted(products.values(), key=lambda p: p["uuid"]), min(50, len(products))):
        shown = meshscope(workspace, "show", "live/product/" + quoted(p["fqn"]))
        if shown.get("address") != "live/product/" + quoted(p["fqn"]):
            wrong.append(f"no product {p['fqn']}")
            continue
        ours = {port["address"].rsplit("/", 1)[-1] for port in shown.get("ports", [])}
        for side, name, version in ports.get(p["fqn"], ()):
            if quoted(f"{p['fqn']}/{side}/{name}/{version or '-'}") not in ours:
                wrong.append(f"port {name} {version} of {p['fqn']}")
    return wrong


def ask_for_access(workspace, ports):
    meshscope(workspace, "profile", "--name", "Live", "--email", "live@example.com")
    fqn, (_, name, version) = next((f, p) for f, all_ports in sorted(ports.items()) for p in sorted(all_ports)
                                   if p[0] == "out" and p[2] and f.startswith("urn:org"))
    port = quoted(f"{fqn}/out/{name}/{version}")
    sent = meshscope(workspace, "request", "file", "live/port/" + port, "--purpose", "Weekly forecast")["requests"][0]
    if sent["state"] != "sent":
        return [f"request: {sent}"]
    there = asked(f"{MARKET}/requests?identifier={sent['id']}")["content"][0]
    provider = {"dataProductFqn": fqn, "dataProductPortsFqn": there["providerDataProductPortsFqn"]}
    asked(f"{MARKET}/requests/{there['uuid']}/results", "POST", {"status": "GRANTED", "message": "ok", "provider": provider})
    meshscope(workspace, "sync")
    shown = meshscope(workspace, "request", "show", sent["id"])["requests"][0]
    asked(f"{MARKET}/requests/{there['uuid']}", "DELETE")
    return [] if shown["state"] == "granted" else [f"not granted: {shown}"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        meshscope(workspace, "endpoint", "add", "opendatamesh", URL, "--name", "live")
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, products, ports = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, count in counts.items():
            print(f"{word:14} server {count:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != count:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        wrong += compare(workspace, products, ports)
        wrong += ask_for_access(workspace, ports)
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new; access was granted")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
