#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from a CKAN site, by its Action API and as DCAT, with what this client reads.

    ckan.py PROGRAM URL [TOKENFILE]

Adds the site twice to a fresh workspace (kinds ckan and dcat), syncs both twice, and compares every count and fifty random
datasets. Exit status 0: all alike, and the second sync found nothing new.
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
TOKENFILE = sys.argv[3] if len(sys.argv) > 3 else None
DATASET = "http://www.w3.org/ns/dcat#Dataset"


def load(path, **query):
    request = urllib.request.Request(URL + path + ("?" + urllib.parse.urlencode(query) if query else ""))
    if TOKENFILE:
        request.add_header("Authorization", open(TOKENFILE, encoding="utf-8").read().strip())
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def action(name, **query):
    return load("/api/3/action/" + name, **query)["result"]


def packages():
    found = {}
    while True:
        page = action("package_search", q="*:*", rows=37, start=len(found), sort="name asc", include_private="true")
        found.update({p["id"]: p for p in page["results"]})
        if not page["results"] or len(found) >= page["count"]:
            return found


def published():
    found, number = set(), 1
    while True:
        page = {o["@id"] for o in load("/catalog.jsonld", page=number) if DATASET in o.get("@type", [])}
        if not page - found:
            return found
        found, number = found | page, number + 1


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


SITE = action("status_show")["site_url"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        sign_in = ["--auth", "apikey", "--secret-file", TOKENFILE] if TOKENFILE else []
        meshscope(workspace, "endpoint", "add", "ckan", URL, "--name", "ckan", *sign_in)
        meshscope(workspace, "endpoint", "add", "dcat", URL + "/catalog.jsonld", "--name", "dcat")
        first = {run["endpoint"]: run for run in meshscope(workspace, "sync")["runs"]}
        second = {run["endpoint"]: run for run in meshscope(workspace, "sync")["runs"]}
        datasets, dcat = packages(), published()
        if not datasets:
            print("the site is empty: there is nothing to compare")
            return 77
        wrong = [f"{r['endpoint']} is {r['state']}: {r.get('missing')}" for r in first.values() if r["state"] != "complete"]
        wrong += [f"{name}: the second sync found something new" for name, run in second.items() if not run["unchanged"]]
        counts = [("ckan", "domain", len(action("organization_list"))), ("ckan", "term", len(action("group_list"))),
                  ("ckan", "dataset", len(datasets)), ("dcat", "dataset", len(dcat))]
        for endpoint, word, number in counts:
            got = first[endpoint]["got"].get(word, 0)
            print(f"{endpoint} {word:8} server {number:6} meshscope {got:6}")
            if got != number:
                wrong.append(f"{endpoint} {word}")
        for key in random.Random(5).sample(sorted(datasets), min(50, len(datasets))):
            shown, package = meshscope(workspace, "show", "ckan/dataset/" + key), datasets[key]
            if shown["name"] != package["title"] or (shown["description"] or "") != (package["notes"] or ""):
                wrong.append(f"words of {key}")
            if not {t["display_name"] for t in package["tags"]} <= set(shown["tags"]):
                wrong.append(f"tags of {key}")
            if package["organization"] and shown["domain"][-1] != package["organization"]["title"]:
                wrong.append(f"organization of {key}")
            is_unique = "127.0.0.1" not in SITE and "localhost" not in SITE  # each machine has such an address
            if is_unique and not package["private"] and not any(a.startswith("dcat/") for a in shown["aliases"]):
                wrong.append(f"{key} is not known to be the same as in the DCAT catalog")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
