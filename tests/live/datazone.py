#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from Amazon DataZone with what boto3 reads from it.

    datazone.py PROGRAM URL KEYFILE

KEYFILE holds key, secret and where there is one session token, each on a line; AWS_REGION says the region (eu-west-1).
Needs boto3. Adds the service to a fresh workspace, syncs it twice, and compares every count and fifty random entities.
Exit status 0: all alike, and the second sync found nothing new.
"""
import json
import random
import sys
import tempfile

import awscommon
from common import quoted, synced_twice, told

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")
KEYS = awscommon.keys_in(sys.argv[3])


def read_server():
    client = awscommon.client("datazone", URL, KEYS)

    def listed(operation, **query):
        return awscommon.listed(client, operation, **query)

    domain = listed("list_domains")[0]["id"]
    root = client.get_domain(identifier=domain)["rootDomainUnitId"]
    units, pending = [root], [root]
    while pending:
        parent = pending.pop()
        for unit in listed("list_domain_units_for_parent", domainIdentifier=domain, parentDomainUnitIdentifier=parent):
            units.append(unit["id"])
            pending.append(unit["id"])
    assets = {a["assetItem"]["identifier"]: a["assetItem"]
              for a in listed("search", domainIdentifier=domain, searchScope="ASSET", additionalAttributes=["FORMS"])}
    products = {p["dataProductItem"]["id"]: client.get_data_product(domainIdentifier=domain,
                                                                    identifier=p["dataProductItem"]["id"])
                for p in listed("search", domainIdentifier=domain, searchScope="DATA_PRODUCT")}
    nodes, edges, pending = {}, set(), []
    tables = {}
    for key, asset in assets.items():
        forms = {f["formName"]: json.loads(f["content"]) for f in asset["additionalAttributes"]["formsOutput"]}
        tables[key] = forms["GlueTableForm"]
        pending.append(forms["GlueTableForm"]["tableArn"])
    seen = set(pending)
    while pending:
        node = client.get_lineage_node(domainIdentifier=domain, identifier=pending.pop())
        nodes[node["id"]] = node
        for other in node["upstreamNodes"] + node["downstreamNodes"]:
            if other["id"] not in seen:
                seen.add(other["id"])
                pending.append(other["id"])
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


def main():
    with tempfile.TemporaryDirectory() as folder:
        workspace = awscommon.added(PROGRAM, folder, "datazone", URL, KEYS)
        counts, tables, products = read_server()
        wrong = synced_twice(PROGRAM, workspace, counts, 20)
        pick = random.Random(5)
        for key in pick.sample(sorted(products), min(25, len(products))):
            shown = told(PROGRAM, workspace, "show", "live/product/" + quoted(key))
            if products[key]["name"] != shown["name"]:
                wrong.append(f"name of {key}")
            if len(products[key]["items"]) != len(shown["ports"]):
                wrong.append(f"ports of {key}")
        for key in pick.sample(sorted(tables), min(25, len(tables))):
            arn = tables[key]["tableArn"]
            place = arn.index(":table/")
            shown = told(PROGRAM, workspace, "show", "live/dataset/" + quoted(arn[:place] + "/" + arn[place + 1:]))
            names = {c["columnName"] for c in tables[key]["columns"]}
            if not names <= {c["name"] for c in shown["columns"]}:
                wrong.append(f"columns of {key}")
        print("\n".join(wrong) if wrong else "all alike; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
