#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from Amazon DataZone with what boto3 reads from it.

    datazone.py PROGRAM URL KEYFILE

KEYFILE holds key, secret and where there is one session token, each on a line; AWS_REGION says the region (eu-west-1).
Needs boto3. Adds the service to a fresh workspace, syncs it twice, and compares every count and fifty random entities.
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


def read_server():
    token = {"aws_session_token": KEYS[2]} if len(KEYS) > 2 else {}
    client = boto3.client("datazone", endpoint_url=URL, region_name=REGION, aws_access_key_id=KEYS[0],
                          aws_secret_access_key=KEYS[1], **token)

    def listed(operation, **query):
        items, more = [], {}
        while True:
            page = getattr(client, operation)(**query, **more)
            items += page["items"]
            if not page.get("nextToken"):
                return items
            more = {"nextToken": page["nextToken"]}

    domain = listed("list_domains")[0]["id"]
    root = client.get_domain(identifier=domain)["rootDomainUnitId"]
    units, todo = [root], [root]
    while todo:
        parent = todo.pop()
        for unit in listed("list_domain_units_for_parent", domainIdentifier=domain, parentDomainUnitIdentifier=parent):
            units.append(unit["id"])
            todo.append(unit["id"])
    assets = {a["assetItem"]["identifier"]: a["assetItem"]
              for a in listed("search", domainIdentifier=domain, searchScope="ASSET", additionalAttributes=["FORMS"])}
    products = {p["dataProductItem"]["id"]: client.get_data_product(domainIdentifier=domain,
                                                                    identifier=p["dataProductItem"]["id"])
                for p in listed("search", domainIdentifier=domain, searchScope="DATA_PRODUCT")}
    nodes, edges, todo = {}, set(), []
    tables = {}
    for key, asset in assets.items():
        forms = {f["formName"]: json.loads(f["content"]) for f in asset["additionalAttributes"]["formsOutput"]}
        tables[key] = forms["GlueTableForm"]
        todo.append(forms["GlueTableForm"]["tableArn"])
    seen = set(todo)
    while todo:
        node = client.get_lineage_node(domainIdentifier=domain, identifier=todo.pop())
        nodes[node["id"]] = node
        for other in node["upstreamNodes"] + node["downstreamNodes"]:
            if other["id"] not in seen:
                seen.add(other["id"])
                todo.append(other["id"])
    for node in nodes.values():
        if "Job" in node["typeName"]:
            edges |= {(a["id"], b["id"]) for a in node["upstreamNodes"] for b in node["downstreamNodes"]}
    events = listed("list_lineage_events", domainIdentifier=domain)
    subscriptions = [s for status in ("APPROVED", "REVOKED", "CANCELLED")
                     for s in listed("list_subscriptions", domainIdentifier=domain, status=status)]
    requests = [r for status in ("PENDING", "ACCEPTED", "REJECTED")
                for r in listed("list_subscription_requests", domainIdentifier=domain, status=status)]
    counts = {"datazoneDomain": 1, "domainUnit": len(units), "domain": len(units),
              "project": len(listed("list_projects", domainIdentifier=domain)),
              "glossaryTerm": len(listed("search", domainIdentifier=domain, searchScope="GLOSSARY_TERM")),
              "listing": len(listed("search_listings", domainIdentifier=domain)),
              "asset": len(assets), "dataset": len(assets), "dataProduct": len(products), "product": len(products),
              "port": sum(len(p["items"]) for p in products.values()), "lineageNode": len(nodes),
              "lineageEdge": len(edges), "lineageEvent": len(events), "subscription": len(subscriptions),
              "subscriptionRequest": len(requests)}
    return counts, tables, products


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
        meshscope(workspace, "endpoint", "add", "datazone", URL, "--name", "live", "--option", "aws.region=" + REGION,
                  "--secret-file", secret)
        first = meshscope(workspace, "sync")["runs"][0]
        second = meshscope(workspace, "sync")["runs"][0]
        counts, tables, products = read_server()
        wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
        for word, number in counts.items():
            print(f"{word:20} server {number:6} meshscope {first['got'].get(word, 0):6}")
            if first["got"].get(word, 0) != number:
                wrong.append(word)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        pick = random.Random(5)
        for key in pick.sample(sorted(products), min(25, len(products))):
            shown = meshscope(workspace, "show", "live/product/" + quoted(key))
            if products[key]["name"] != shown["name"]:
                wrong.append(f"name of {key}")
            if len(products[key]["items"]) != len(shown["ports"]):
                wrong.append(f"ports of {key}")
        for key in pick.sample(sorted(tables), min(25, len(tables))):
            arn = tables[key]["tableArn"]
            place = arn.index(":table/")
            shown = meshscope(workspace, "show", "live/dataset/" + quoted(arn[:place] + "/" + arn[place + 1:]))
            names = {c["columnName"] for c in tables[key]["columns"]}
            if not names <= {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {key}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
