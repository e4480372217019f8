#!/usr/bin/env python3
"""Compares what `meshscope sync` has read from a DataHub server with what this independent client reads from it.

    datahub.py PROGRAM URL TOKENFILE

Adds the server to a fresh workspace, syncs it twice, and compares every count and fifty random datasets. A stand-in is told
to change then, and synced and compared again. The client lists by search instead of scroll, and asks for each thing's parts
in queries of its own.
Exit status 0: all alike, and the second sync found nothing new.
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

PROGRAM, URL, TOKENFILE = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3]
TOKEN = open(TOKENFILE, encoding="utf-8").read().strip()
WAREHOUSES = {"snowflake": "snowflake://", "postgres": "postgres://", "hive": "hive://", "mysql": "mysql://",
              "redshift": "redshift://", "trino": "trino://", "bigquery": "bigquery"}


def ask(query, **variables):
    request = urllib.request.Request(URL + "/api/graphql", json.dumps({"query": query, "variables": variables}).encode(),
                                     {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        said = json.load(answer)
    if said.get("errors"):
        raise SystemExit(said["errors"])
    return said["data"]


def listed(kind, fields):
    found, size = {}, 250
    while True:
        page = ask("query($start:Int!){searchAcrossEntities(input:{types:[%s],query:\"*\",start:$start,count:%d}){"
                   "total searchResults{entity{urn %s}}}}" % (kind, size, fields), start=len(found))["searchAcrossEntities"]
        found.update({r["entity"]["urn"]: r["entity"] for r in page["searchResults"]})
        if not page["searchResults"] or len(found) >= page["total"]:
            return found


def id_of(urn):
    match = re.match(r"urn:li:dataset:\(urn:li:dataPlatform:([^,]*),(.*),PROD\)$", urn)
    if not match:
        return urn
    platform, name = match.groups()
    if platform == "s3":
        bucket, _, path = name.partition("/")
        return f"s3://{bucket}/{path or '/'}"
    return f"{WAREHOUSES[platform]}/{name}" if platform in WAREHOUSES else urn


def path_of(field):
    if not field.startswith("[version="):
        return field
    path, is_array = "", False
    for token in re.findall(r"\[[^\]]*\]|[^.\[\]]+", field):
        if token.startswith("["):
            is_array = is_array or token == "[type=array]"
        else:
            path, is_array = (path + "." if path else "") + token + ("[]" if is_array else ""), False
    return path[:-2] if path.endswith("[]") else path


def fine(lineages):
    return {(id_of(u["urn"]), path_of(u["path"]), id_of(d["urn"]), path_of(d["path"]))
            for f in lineages or [] for u in f["upstreams"] or [] for d in f["downstreams"] or []}


LINEAGE = "lineage(input:{direction:%s,start:0,count:1000,separateSiblings:true}){relationships{entity{urn type}}}"
UP, DOWN = "up:" + LINEAGE % "UPSTREAM", "down:" + LINEAGE % "DOWNSTREAM"
FINE = "fineGrainedLineages{upstreams{urn path} downstreams{urn path}}"


def data_in(lineage):
    return {id_of(r["entity"]["urn"]) for r in lineage["relationships"] if r["entity"]["type"] != "DATA_JOB"}


def read_server():
    domains = listed("DOMAIN", "...on Domain{properties{name}}")
    products = listed("DATA_PRODUCT", "...on DataProduct{entities(input:{query:\"*\",start:0,count:1000}){searchResults{"
                      "entity{urn} extraProperties{name value}}}}")
    datasets = listed("DATASET", "...on Dataset{schemaMetadata{fields{fieldPath}} %s %s contract{urn} properties{description}"
                      " editableProperties{description} domain{domain{urn}} assertions(start:0,count:1){total}}" % (UP, FINE))
    jobs = listed("DATA_JOB", "...on DataJob{%s %s inputOutput{%s}}" % (UP, DOWN, FINE))
    boards = listed("CHART", "...on Chart{%s}" % UP) | listed("DASHBOARD", "...on Dashboard{%s}" % UP)
    flows, containers = listed("DATA_FLOW", ""), listed("CONTAINER", "")
    terms = listed("GLOSSARY_TERM", "") | listed("GLOSSARY_NODE", "") | listed("TAG", "")
    parties = listed("CORP_USER", "") | listed("CORP_GROUP", "")
    column_edges, edges, columns = set(), set(), {}
    for urn, entity in {**datasets, **boards}.items():
        edges |= {(up, id_of(urn)) for up in data_in(entity["up"])}
        column_edges |= fine(entity.get("fineGrainedLineages"))
    for entity in datasets.values():
        columns[id_of(entity["urn"])] = {path_of(f["fieldPath"]) for f in (entity["schemaMetadata"] or {}).get("fields", [])}
    for entity in jobs.values():
        edges |= {(i, o) for i in data_in(entity["up"]) for o in data_in(entity["down"])}
        column_edges |= fine((entity["inputOutput"] or {}).get("fineGrainedLineages"))
    edges |= {(a, b) for a, _, b, _ in column_edges}
    ports = sum({"name": "isOutputPort", "value": "true"} in r["extraProperties"]
                for p in products.values() for r in p["entities"]["searchResults"])
    counts = {"domain": len(domains), "product": len(products), "port": ports,
              "dataset": len({id_of(u) for u in {**datasets, **boards, **containers}}), "job": len(jobs) + len(flows),
              "term": len(terms), "party": len(parties), "contract": sum(d["contract"] is not None for d in datasets.values()),
              "column": sum(map(len, columns.values())), "lineageEdge": len({e for e in edges if e[0] != e[1]}),
              "columnEdge": len(column_edges)}
    return counts, domains, datasets, columns


def meshscope(workspace, *arguments):
    done = subprocess.run([PROGRAM, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def change(urn, aspect, value):
    """Only a stand-in can be told to: False where it is a real one."""
    body = json.dumps({"urn": urn, "aspect": aspect, "value": value}).encode()
    try:
        urllib.request.urlopen(urllib.request.Request(URL + "/__change", body, {"Content-Type": "application/json"})).close()
    except urllib.error.HTTPError:
        return False
    return True


def change_some(datasets):
    """Texts, lineage, a name that others show; then something new and something gone. Returns how many were described."""
    urns = sorted(datasets)
    described = [urn for urn in urns[3::max(1, len(urns) // 20)]][:20]
    for number, urn in enumerate(described):
        if not change(urn, "editableDatasetProperties", {"description": f"Described anew, number {number}: größer."}):
            return None
    change(urns[0], "upstreamLineage", {"upstreams": [{"dataset": urns[1], "type": "TRANSFORMED"}]})
    change("urn:li:corpuser:datahub", "corpUserInfo", {"active": True, "displayName": "Renamed"})
    return described


def come_and_go(datasets):
    gone = sorted(datasets)[-1]
    change("urn:li:dataset:(urn:li:dataPlatform:hive,live.fresh,PROD)", "datasetProperties",
           {"name": "fresh", "description": "It has just come."})
    change(gone, "status", {"removed": True})


def compare(workspace, run, seed):
    """What differs between the run, fifty datasets of the workspace and the server as it is now; and those."""
    counts, domains, datasets, columns = read_server()
    wrong = [] if run["state"] == "complete" else [f"state {run['state']}: {run.get('missing')}"]
    for word, number in counts.items():
        print(f"{word:12} server {number:6} meshscope {run['got'].get(word, 0):6}")
        if run["got"].get(word, 0) != number:
            wrong.append(word)
    some = random.Random(seed).sample(sorted(datasets), min(50, len(datasets)))
    some += [urn for urn in datasets if "Described anew" in str(datasets[urn]) or "live.fresh" in urn]
    for urn in some:
        name, entity = id_of(urn), datasets[urn]
        shown = meshscope(workspace, "show", "live/dataset/" + urllib.parse.quote(name, safe=""))
        if columns[name] != {c["name"] for c in shown["columns"]}:
            wrong.append(f"columns of {name}")
        described = (entity["editableProperties"] or {}).get("description") or (entity["properties"] or {}).get("description")
        if (described or "") != (shown["description"] or ""):
            wrong.append(f"description of {name}")
        if entity["domain"] and domains[entity["domain"]["domain"]["urn"]]["properties"]["name"] != shown["domain"][-1]:
            wrong.append(f"domain of {name}: {shown['domain']}")
    return wrong, datasets


def sync(workspace):
    run = meshscope(workspace, "sync")["runs"][0]
    notes = [issue["text"] for issue in run["issues"]]
    print(f"sync: {run['state']}, unchanged {run['unchanged']}", *notes, sep="\n  ")
    return run


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
        workspace = os.path.join(folder, "live.mesh")
        added = meshscope(workspace, "endpoint", "add", "datahub", URL, "--name", "live", "--secret-file", TOKENFILE)
        if "error" in added:
            raise SystemExit(added)
        first, second = sync(workspace), sync(workspace)
        wrong, datasets = compare(workspace, first, 5)
        if not second["unchanged"] or second["got"] != first["got"]:
            wrong.append("the second sync found something new")
        described = change_some(datasets)
        if described is None:
            print("the server cannot be told to change: skipped")
        else:
            third = sync(workspace)
            later, datasets = compare(workspace, third, 6)
            if third["unchanged"]:
                later.append("the changes were not noticed")
            come_and_go(datasets)
            last, _ = compare(workspace, sync(workspace), 7)
            wrong += [f"after changes: {what}" for what in later] + [f"after one came and one went: {what}" for what in last]
        print("\n".join(wrong) if wrong else "all alike, also after changes; the second sync found nothing new")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
