#!/usr/bin/env python3
"""Reads the demo mesh as any reader would, and asserts what it promises to hold.

Knows nothing of generate.py: only the files in atlas/, warehouse/ and streams/.
"""
import csv
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent
ANCHOR = date.fromisoformat((ROOT / "anchor.txt").read_text().strip())
UNITS = {"minutes": 60, "hours": 3600, "d": 86400}
AGES = {"latency", "freshness", "frequency", "timeToDetect", "timeToNotify", "timeToRepair"}
LARGER = {"completeness", "availability", "accuracy", "coverage"}
failures = []


def check(condition, text):
    if not condition:
        failures.append(text)


def at_least(what, number, least):
    print(f"{number:6} {what} (at least {least})")
    check(number >= least, f"{what}: {number} < {least}")


# --- atlas ----------------------------------------------------------------------------------

def read_atlas():
    documents = defaultdict(list)
    for path in sorted((ROOT / "atlas").rglob("*.yaml")):
        for d in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            kind = d.get("kind") or ("Agreement" if "dataUsageAgreementSpecification" in d else
                                     "Domain" if d["type"] == "Domain" else "Team")
            documents[kind].append(d)
    return documents


def identity(contract, obj):
    """OpenLineage naming of a contract's first server and an object of its schema."""
    if contract["apiVersion"].startswith("v2"):
        return f"{contract['sourcePlatform']}://{contract['server']}", obj["physicalName"]
    server, name = contract["servers"][0], obj["physicalName"]
    if server["type"] == "kafka":
        return "kafka://" + server["host"], name
    if server["type"] == "snowflake":
        return "snowflake://" + server["account"], f"{server['database']}.{server['schema']}.{name}"
    if server["type"] == "postgres":
        return (f"postgres://{server['host']}:{server['port']}",
                f"{server['database']}.{server['schema']}.{name}")
    bucket, _, path = server["location"].removeprefix("s3://").partition("/")
    return f"s3://{bucket}", path.replace("{model}", name)


def contract_datasets(contracts):
    datasets = {}
    for c in contracts:
        for obj in c.get("schema") or c["dataset"]:
            columns = [p.get("name") or p["column"] for p in obj.get("properties") or obj["columns"]]
            datasets.setdefault(identity(c, obj), set()).update(columns)
    return datasets


def check_atlas(atlas):
    contracts = {c.get("id") or c["uuid"]: c for c in atlas["DataContract"]}
    products = {p["id"]: p for p in atlas["DataProduct"]}
    domains = {d["id"]: d for d in atlas["Domain"]}
    teams = {t["id"]: t for t in atlas["Team"]}
    check(len(contracts) == len(atlas["DataContract"]), "two contracts with one id")
    check(not set(contracts) & set(products), "a product and a contract share an id")

    def depth(domain):
        return 1 + (depth(domains[domain["parent"]]) if "parent" in domain else 0)
    at_least("domains", len(domains), 14)
    at_least("levels of domains", max(map(depth, domains.values())), 3)
    at_least("products", len(products), 70)
    at_least("ports", sum(len(p.get("inputPorts", [])) + len(p["outputPorts"]) for p in products.values()), 120)
    for p in products.values():
        check(p["domain"] in domains, f"{p['id']}: domain {p['domain']}")
        check(p["team"]["name"] in teams, f"{p['id']}: team {p['team']['name']}")
        for port in p.get("inputPorts", []) + p["outputPorts"]:
            check(port["contractId"] in contracts, f"{p['id']}: contract {port['contractId']}")
        for port in p["outputPorts"]:
            for i in port.get("inputContracts", []):
                check(i["id"] in contracts, f"{p['id']}: input contract {i['id']}")
    tiers = Counter(value(p, "dataProductTier") for p in products.values())
    forms = Counter(value(p, "dataProductForm") for p in products.values())
    print("       ", dict(tiers), dict(forms))
    check(len(tiers) == 3 and len(forms) == 3, "not all kinds of products")
    for t in teams.values():
        check("parent" not in t or t["parent"] in domains, f"{t['id']}: parent")
    versions = Counter(c["apiVersion"] for c in contracts.values())
    print("       ", dict(versions))
    meanings = defaultdict(set)
    for c in contracts.values():
        for column in c["schema"][0]["properties"] if "schema" in c else []:
            for d in column.get("authoritativeDefinitions", []):
                meanings[d["url"].rsplit("/", 1)[1]].add(d["url"])
    print("        terms", {word: len(urls) for word, urls in meanings.items()})
    for word, least in (("lead", 4), ("session", 3), ("active-user", 5), ("country", 7)):
        check(len(meanings[word]) >= least, f"the word {word} has {len(meanings[word])} meanings")
    check_samples(contracts)
    check_agreements(atlas["Agreement"], products, contracts, teams)
    return contracts, products


def value(product, name):
    return next(c["value"] for c in product["customProperties"] if c["property"] == name)


def check_samples(contracts):
    count = 0
    for key, c in contracts.items():
        for server in c["servers"] if "servers" in c else []:
            if server["type"] != "local":
                continue
            count += 1
            path, obj = ROOT / "atlas" / server["path"], c["schema"][0]
            expected = [p["name"] for p in obj["properties"]]
            if path.suffix == ".db":
                with sqlite3.connect(path) as db:
                    found = [r[1] for r in db.execute(f"pragma table_info({obj['name']})")]
                    rows = db.execute(f"select count(*) from {obj['name']}").fetchone()[0]
            elif path.suffix == ".jsonl":
                lines = [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines()]
                found, rows = list(lines[0]), len(lines)
            else:
                with path.open(encoding="utf-8") as f:
                    lines = list(csv.reader(f, delimiter="\t" if path.suffix == ".tsv" else ","))
                found, rows = lines[0], len(lines) - 1
            check(found == expected and rows >= 10, f"{key}: sample {server['path']}")
    at_least("ports with rows", count, 25)


def state_of(a):
    info, events = a["info"], a["custom"]["meshscope"]["events"]
    start, end = date.fromisoformat(info["startDate"]), date.fromisoformat(info["endDate"])
    last, owners = events[-1]["what"], {e["what"] for e in events}
    if info["status"] == "requested":
        return "in-review" if "in-review" in owners else "sent"
    if last in ("cancelled", "revoked"):
        return last
    if info["status"] == "rejected":
        return "rejected"
    if end < ANCHOR:
        return "expired"
    if not info["active"] or start > ANCHOR:
        return "approved"
    return "expiring" if end <= ANCHOR + timedelta(days=14) else "granted"


def check_agreements(agreements, products, contracts, teams):
    states = Counter(state_of(a) for a in agreements)
    print("        agreements", dict(states))
    check(set(states) == {"sent", "in-review", "approved", "granted", "expiring", "expired", "rejected",
                          "cancelled", "revoked"}, "agreements: a state is missing")
    for a in agreements:
        provider = products.get(a["provider"]["dataProductId"])
        check(provider is not None and a["provider"]["dataContractId"] in contracts, f"{a['id']}: provider")
        check(a["provider"]["outputPortId"] in {p["name"] for p in provider["outputPorts"]}, f"{a['id']}: port")
        check(a["provider"]["teamId"] in teams and a["consumer"]["teamId"] in teams, f"{a['id']}: teams")
        check(a["consumer"].get("dataProductId", "order-events") in products, f"{a['id']}: consumer")
        columns = {p["name"] for p in contracts[a["provider"]["dataContractId"]]["schema"][0]["properties"]}
        check(set(a["custom"]["meshscope"]["columns"]) <= columns, f"{a['id']}: columns")
        times = [e["at"] for e in a["custom"]["meshscope"]["events"]]
        check(times == sorted(times), f"{a['id']}: events out of order")


# --- levels ---------------------------------------------------------------------------------

def check_levels(contracts, products):
    measured, tables = defaultdict(list), set()
    lines = 0
    for path in (ROOT / "atlas" / "measurements").glob("*.ndjson"):
        for line in path.read_text().splitlines():
            m = json.loads(line)
            lines += 1
            if m["property"] == "rowCount":
                tables.add(m["target"])
            else:
                check(m["target"] in contracts, f"measurement of {m['target']}")
            measured[(m["target"], m["property"])].append(m)
    print(f"{lines:6} measurements")
    promised = {f"{namespace}/{name}" for namespace, name in contract_datasets(contracts.values())}
    check(tables and tables <= promised, "rows counted of a table nobody promises")
    states, levels = {}, Counter()
    for key, p in products.items():
        found = []
        for port in p["outputPorts"]:
            for sla in contracts[port["contractId"]].get("slaProperties", []):
                state = level(sla, sorted(measured.get((port["contractId"], sla["property"]), []),
                                          key=lambda m: m["at"]))
                found.append(state)
                levels[state] += 1
        states[key] = next((s for s in ("breached", "at risk", "unknown", "met") if s in found), "no promise")
    print("        levels", sum(levels.values()), dict(levels))
    print("        products", dict(Counter(states.values())))
    for state in ("breached", "at risk", "unknown"):
        print(f"        {state}:", ", ".join(k for k, s in states.items() if s == state))
    check(all(states[p] == "breached" for p in ("sessions", "web-funnel", "audiences")), "the story: breached")
    check(states["order-events"] == "at risk", "the story: drifting")
    check(states["demographics"] == "unknown", "the story: unmeasured")


def level(sla, series):
    name, objective = sla["property"], sla["value"]
    now = datetime.combine(ANCHOR, datetime.min.time()) + timedelta(hours=6)
    if name == "endOfSupport":
        left = date.fromisoformat(objective[:10]) - ANCHOR
        return "breached" if left.days < 0 else "at risk" if left.days <= 90 else "met"
    if name == "generalAvailability":
        return "met" if objective[:10] <= ANCHOR.isoformat() else "breached"
    if not series:
        return "unknown"
    times = [datetime.fromisoformat(m["at"]).replace(tzinfo=None) for m in series]
    gaps = sorted(b - a for a, b in zip(times, times[1:]))
    if now - times[-1] > 3 * gaps[len(gaps) // 2]:
        return "unknown"
    newest = series[-1]
    if name == "timeOfAvailability":
        due = int(objective[:2]) * 3600 + int(objective[3:5]) * 60
        return "breached" if newest["value"] > due else "met"
    if name in AGES:
        allowed = objective * UNITS[sla["unit"]]
        bound = 1.0 if name == "frequency" else 0.8
        return "breached" if newest["value"] > allowed else "at risk" if newest["value"] > bound * allowed else "met"
    if name in ("throughput", "retention"):
        least = objective * UNITS.get(sla["unit"], 1)
        return "met" if newest["value"] >= least else "breached"
    window = [m for m, t in zip(series, times) if now - t <= timedelta(days=30)]
    bad, total = sum(m["total"] - m["good"] for m in window), sum(m["total"] for m in window)
    allowed = 1 - objective / 100 if name in LARGER else objective / 100
    used = bad / total / allowed
    newest_used = (newest["total"] - newest["good"]) / newest["total"] / allowed
    if used > 1:
        return "breached"
    check(newest_used <= 1, f"newest {name} of {newest['target']} is outside although the window is not")
    return "at risk" if used >= 0.8 else "met"


# --- warehouse and streams --------------------------------------------------------------------

def read_warehouse():
    target = ROOT / "warehouse" / "target"
    manifest = json.loads((target / "manifest.json").read_text())
    catalog = json.loads((target / "catalog.json").read_text())
    namespace = manifest["metadata"]["env"]["OPENLINEAGE_NAMESPACE"]
    everything = {**manifest["nodes"], **manifest["sources"], **manifest["exposures"]}
    datasets, names = {}, {}
    for unique, node in everything.items():
        for parent in node.get("depends_on", {}).get("nodes", []):
            check(parent in everything, f"{unique}: depends on {parent}")
        if node["resource_type"] in ("model", "seed", "snapshot", "source"):
            names[unique] = (namespace, node["relation_name"])
            listed = catalog["sources" if node["resource_type"] == "source" else "nodes"][unique]["columns"]
            check(set(listed) == set(node["columns"]), f"{unique}: catalog and manifest differ")
            datasets[names[unique]] = set(node["columns"])
        if node["resource_type"] == "test":
            check(node["attached_node"] in everything, f"{unique}: attached to nothing")
    edges = {(names[p], names[u]) for u in names for p in everything[u].get("depends_on", {}).get("nodes", [])}
    for file in ("run_results", "sources"):
        for r in json.loads((target / f"{file}.json").read_text())["results"]:
            check(r["unique_id"] in everything, f"{file}: {r['unique_id']}")
    groups = {g["name"] for g in manifest["groups"].values()}
    check(all(n.get("group") in groups for n in manifest["nodes"].values() if n["resource_type"] == "model"),
          "a model of no group")
    print("        dbt", dict(Counter(n["resource_type"] for n in everything.values())),
          sum(n.get("contract", {}).get("enforced", False) for n in everything.values()), "enforced")
    return datasets, edges


def read_streams():
    datasets, edges, column_edges, links = defaultdict(set), set(), set(), {}
    states, facets, jobs = Counter(), Counter(), set()
    for path in sorted((ROOT / "streams").rglob("*.ndjson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            states[event.get("eventType", "no run")] += 1
            if "job" in event:
                jobs.add((event["job"]["namespace"], event["job"]["name"]))
            inputs = event.get("inputs", [])
            outputs = event.get("outputs", []) + ([event["dataset"]] if "dataset" in event else [])
            for d in inputs + outputs:
                key = (d["namespace"], d["name"])
                found = {**d.get("facets", {}), **d.get("inputFacets", {}), **d.get("outputFacets", {})}
                facets.update(found.keys())
                datasets[key] |= {f["name"] for f in found.get("schema", {}).get("fields", [])}
                for s in found.get("symlinks", {}).get("identifiers", []):
                    links[(s["namespace"], s["name"])] = key
            for o in outputs:
                target = (o["namespace"], o["name"])
                edges |= {((i["namespace"], i["name"]), target) for i in inputs}
                for column, of in o.get("facets", {}).get("columnLineage", {}).get("fields", {}).items():
                    for i in of["inputFields"]:
                        source = (i["namespace"], i["name"])
                        column_edges.add((source, i["field"], target, column))
                        edges.add((source, target))
    print("        events", dict(states), len(jobs), "jobs")
    print("        facets", dict(facets))
    for state in ("START", "COMPLETE", "FAIL"):
        check(states[state] > 0, f"no {state} event")
    return datasets, edges, column_edges, links


def check_dates():
    """Every date lies where the program shifts it, and none looks like one by accident."""
    pattern = re.compile(rb"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
    latest = b""
    for folder in ("atlas", "warehouse", "streams"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix != ".db":
                for m in pattern.finditer(path.read_bytes()):
                    if m[1] >= b"2024":
                        check(m[1] <= b"2028", f"{path.name}: {m[0].decode()}")
                        date.fromisoformat(m[0].decode())
    for folder in ("atlas/measurements", "streams/events"):
        for path in (ROOT / folder).glob("*"):
            latest = max([latest] + re.findall(rb'"(?:at|eventTime)":"([^"]+)"', path.read_bytes()))
    print("        newest", latest.decode())
    check(latest.decode()[:10] == ANCHOR.isoformat(), "the data does not end on the anchor day")


def main():
    atlas = read_atlas()
    contracts, products = check_atlas(atlas)
    check_levels(contracts, products)
    promised = contract_datasets(contracts.values())
    built, built_edges = read_warehouse()
    seen, seen_edges, column_edges, links = read_streams()

    def same(key):
        return links.get(key, key)
    where, columns = defaultdict(set), defaultdict(set)
    for endpoint, datasets in (("atlas", promised), ("warehouse", built), ("streams", seen)):
        for key, names in datasets.items():
            where[same(key)].add(endpoint)
            columns[same(key)] |= names
        print(f"{len(datasets):6} datasets of {endpoint}, {sum(map(len, datasets.values()))} columns")
    edges = {(same(a), same(b)) for a, b in built_edges | seen_edges}
    at_least("datasets", len(where), 300)
    at_least("columns", sum(map(len, columns.values())), 3000)
    at_least("lineage edges", len(edges), 500)
    at_least("column edges", len(column_edges), 500)
    at_least("datasets known to two endpoints or more", sum(len(e) > 1 for e in where.values()), 40)
    print(f"{sum(len(e) > 2 for e in where.values()):6} of them known to all three")
    for a, b in edges:
        check(a in where and b in where, f"edge {a} to {b} leads nowhere")
    for source, field, target, column in column_edges:
        for key, name in ((source, field), (target, column)):
            check(name in columns[same(key)], f"column edge: {key} has no {name}")
    check_dates()
    size = sum(p.stat().st_size for f in ("atlas", "warehouse", "streams") for p in (ROOT / f).rglob("*") if p.is_file())
    print(f"{size:10,} bytes")
    check(size <= 6_000_000, f"{size} bytes are too many")
    for text in failures[:40]:
        print("FAILED:", text, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
