#!/usr/bin/env python3
"""One company, known to five endpoints of different kinds, in one workspace: one lineage from a table to a product.

    company.py PROGRAM POSTGRESQL-URL [WORKSPACE]

with PGPASSWORD of its superuser `postgres`, MESHSCOPE_LIVE_MARQUEZ_URL, MESHSCOPE_LIVE_OPENMETADATA_URL and
MESHSCOPE_LIVE_OPENMETADATA_TOKENFILE.

A PostgreSQL database `company` has the tables (made anew); Marquez the jobs that fill one from the other; OpenMetadata the last
tables, their owners and what is made from what; a mesh folder the product with its contract; a DCAT catalog, served from here,
what the company publishes. The servers' other contents stay as they are.
With WORKSPACE the workspace is left there, to be looked at.
Exit status 0: each step is one node that all who know it share, and the lineage leads from the first table to the product.
"""
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = sys.argv[1]
SERVER = urllib.parse.urlsplit(sys.argv[2])
KEPT = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else None
HOST, PORT, PASSWORD = SERVER.hostname, SERVER.port, os.environ["PGPASSWORD"]
MARQUEZ, OPENMETADATA = (os.environ[f"MESHSCOPE_LIVE_{name}_URL"] for name in ("MARQUEZ", "OPENMETADATA"))
with open(os.environ["MESHSCOPE_LIVE_OPENMETADATA_TOKENFILE"], encoding="utf-8") as file_:
    TOKEN = file_.read().strip()
NAMESPACE = f"postgres://{HOST}:{PORT}"
TABLES = {"raw.orders": ["order_id", "customer_email", "amount", "ordered_at"],
          "raw.customers": ["customer_id", "email", "country"],
          "staging.orders_clean": ["order_id", "customer_id", "amount", "ordered_on"],
          "mart.daily_sales": ["day", "country", "revenue"]}
TYPES = {"order_id": "bigint", "customer_id": "bigint", "amount": "numeric(12,2)", "revenue": "numeric(14,2)",
         "ordered_at": "timestamptz", "ordered_on": "date", "day": "date"}


def name_of(table):
    return "company." + table


def seed_postgresql():
    statements = []
    for table, columns in TABLES.items():
        statements.append(f"CREATE SCHEMA IF NOT EXISTS {table.split('.')[0]};")
        typed = ", ".join(f"{c} {TYPES.get(c, 'text')}" for c in columns)
        statements.append(f"CREATE TABLE {table} ({typed}, PRIMARY KEY ({columns[0]}));")
        statements.append(f"COMMENT ON TABLE {table} IS 'Table {table} of the company';")
    for database, sql in (("postgres", ["DROP DATABASE IF EXISTS company;"]), ("postgres", ["CREATE DATABASE company;"]),
                          ("company", statements)):
        subprocess.run(["psql", "-h", HOST, "-p", str(PORT), "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-qAt"],
                       input="\n".join(sql), text=True, check=True, stderr=subprocess.DEVNULL)


def call(url, method, path, body, token=None):
    request = urllib.request.Request(url.rstrip("/") + path, method=method, data=json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json"})
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request) as answer:
        said = answer.read()
    return json.loads(said) if said else None


def seed_marquez():
    def dataset(table, **facets):
        fields = [{"name": c, "type": TYPES.get(c, "text")} for c in TABLES[table]]
        schema = {"_producer": "https://company.example", "fields": fields,
                  "_schemaURL": "https://openlineage.io/spec/facets/1-0-0/SchemaDatasetFacet.json"}
        return {"namespace": NAMESPACE, "name": name_of(table), "facets": {"schema": schema, **facets}}

    source = {"namespace": NAMESPACE, "name": name_of("raw.orders"), "field": "amount"}
    columns = {"_producer": "https://company.example", "fields": {"amount": {"inputFields": [source]}},
               "_schemaURL": "https://openlineage.io/spec/facets/1-0-1/ColumnLineageDatasetFacet.json"}
    for number, kind in enumerate(("START", "COMPLETE")):
        call(MARQUEZ, "POST", "/api/v1/lineage", {
            "eventType": kind, "eventTime": f"2026-11-20T06:0{number}:00Z", "producer": "https://company.example",
            "schemaURL": "https://openlineage.io/spec/1-0-5/OpenLineage.json#/definitions/RunEvent",
            "run": {"runId": "0f6c1f1e-7a55-4b7e-9c5c-3b1f0f1d2a3b"},
            "job": {"namespace": "company", "name": "clean_orders"},
            "inputs": [dataset("raw.orders"), dataset("raw.customers")],
            "outputs": [dataset("staging.orders_clean", columnLineage=columns)]})


def seed_openmetadata():
    def put(path, body):
        return call(OPENMETADATA, "PUT", "/api/v1/" + path, body, TOKEN)

    put("services/databaseServices", {"name": "company_db", "serviceType": "Postgres", "connection": {
        "config": {"type": "Postgres", "username": "reader", "hostPort": f"{HOST}:{PORT}"}}})
    put("databases", {"name": "company", "service": "company_db"})
    made = {}
    for table in ("staging.orders_clean", "mart.daily_sales"):
        schema, name = table.split(".")
        put("databaseSchemas", {"name": schema, "database": "company_db.company"})
        kinds = {"bigint": "BIGINT", "date": "DATE"}
        columns = [{"name": c, "dataType": kinds.get(TYPES.get(c, ""), "NUMERIC" if "numeric" in TYPES.get(c, "") else "STRING")}
                   for c in TABLES[table]]
        made[table] = put("tables", {"name": name, "databaseSchema": f"company_db.company.{schema}", "columns": columns})
    fqn = {table: made[table]["fullyQualifiedName"] for table in made}
    put("lineage", {"edge": {
        "fromEntity": {"id": made["staging.orders_clean"]["id"], "type": "table"},
        "toEntity": {"id": made["mart.daily_sales"]["id"], "type": "table"},
        "lineageDetails": {"columnsLineage": [{"fromColumns": [fqn["staging.orders_clean"] + ".amount"],
                                               "toColumn": fqn["mart.daily_sales"] + ".revenue", "function": "sum"}]}}})


def write_folder(folder):
    os.makedirs(folder)
    with open(os.path.join(folder, "sales.odps.yaml"), "w", encoding="utf-8") as file:
        file.write("""apiVersion: v1.0.0
kind: DataProduct
id: company-sales
name: Daily sales
domain: Sales
status: active
outputPorts:
- name: daily-sales
  version: 1.0.0
  type: table
  contractId: company-sales-contract
""")
    with open(os.path.join(folder, "sales.odcs.yaml"), "w", encoding="utf-8") as file:
        file.write(f"""apiVersion: v3.0.2
kind: DataContract
id: company-sales-contract
name: Daily sales, as promised
version: 1.0.0
status: active
servers:
- server: production
  type: postgres
  environment: prod
  host: {HOST}
  port: {PORT}
  database: company
  schema: mart
schema:
- name: daily_sales
  physicalName: daily_sales
  physicalType: table
  properties:
  - name: day
    logicalType: date
    required: true
  - name: country
    logicalType: string
  - name: revenue
    logicalType: number
slaProperties:
- property: latency
  value: 1
  unit: d
""")


def serve_dcat():
    document = {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
                "@id": "https://company.example/catalog", "@type": "dcat:Catalog", "dct:title": "What we publish",
                "dcat:dataset": [{"@id": "https://company.example/dataset/sales", "@type": "dcat:Dataset",
                                  "dct:title": "Sales by country and day"}]}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(document).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/ld+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/catalog.jsonld"


class Workspace:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def __call__(self, *arguments):
        own = {key: value for key, value in os.environ.items() if key != "PGPASSWORD"}  # it is to have its own
        done = subprocess.run([PROGRAM, "-w", self.path, "--json", *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, env=own)
        try:
            return json.loads(done.stdout)
        except ValueError:
            sys.exit(f"meshscope {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")

    def add(self, kind, location, name, secret=None, *more):
        if secret:
            path = os.path.join(self.folder, name + ".secret")
            with open(path, "w", encoding="utf-8") as file:
                file.write(secret)
            more += ("--secret-file", path)
        said = self("endpoint", "add", kind, location, "--name", name, *more)
        if "error" in said:
            sys.exit(f"{kind}: {said['error']['text']}")


def check(workspace):
    wrong = []
    known = {"raw.orders": {"warehouse", "marquez"}, "staging.orders_clean": {"warehouse", "marquez", "openmetadata"},
             "mart.daily_sales": {"warehouse", "openmetadata", "mesh"}}
    address = {}
    for table, endpoints in known.items():
        shown = workspace("show", "warehouse/dataset/" + urllib.parse.quote(f"{NAMESPACE}/{name_of(table)}", safe=""))
        address[table] = shown.get("address")
        found = {source["endpoint"] for source in shown.get("sources", [])}
        print(f"{table:22} is one node of {', '.join(sorted(found)) or 'nobody'}")
        if found != endpoints:
            wrong.append(f"{table}: known to {sorted(found)}, not {sorted(endpoints)}")
    down = workspace("lineage", address["raw.orders"], "--down", "all", "--up", "0")
    depth = {node["address"]: node["depth"] for node in down.get("nodes", [])}
    if [depth.get(address[table]) for table in known] != [0, 1, 2]:
        wrong.append(f"the lineage of raw.orders: {depth}")
    jobs = [via for edge in down.get("edges", []) for via in edge["via"]]
    if not any(via.startswith("marquez/job/") for via in jobs):
        wrong.append(f"no job of Marquez stands between: {jobs}")
    columns = workspace("lineage", address["raw.orders"], "--down", "all", "--up", "0", "--columns")
    if sum(edge["kind"] == "column" for edge in columns.get("edges", [])) < 2:
        wrong.append("amount is not traced to revenue")
    product = workspace("show", "mesh/product/company-sales")
    if address["mart.daily_sales"] not in product.get("datasets", []):
        wrong.append(f"the product's data: {product.get('datasets')}")
    above = workspace("lineage", "mesh/product/company-sales", "--level", "product", "--up", "all", "--down", "0")
    reached = {node["address"] for node in above.get("nodes", [])}
    print("upstream of the product: " + ", ".join(sorted(n.rsplit("company.", 1)[-1] for n in reached)))
    if not {address["raw.orders"], address["staging.orders_clean"]} <= reached:
        wrong.append(f"upstream of the product: {sorted(reached)}")
    return wrong


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(MESHSCOPE_KEYSTORE="file", QT_QPA_PLATFORM="offscreen")
        if not KEPT:
            os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        seed_postgresql()
        seed_marquez()
        seed_openmetadata()
        mesh = os.path.join(os.path.dirname(KEPT) if KEPT else folder, "company-mesh")
        if not os.path.isdir(mesh):
            write_folder(mesh)
        workspace = Workspace(KEPT or os.path.join(folder, "company.mesh"), folder)
        workspace.add("postgresql", f"postgresql://{HOST}:{PORT}/company", "warehouse", PASSWORD, "--user", "postgres")
        workspace.add("marquez", MARQUEZ, "marquez")
        workspace.add("openmetadata", OPENMETADATA, "openmetadata", TOKEN)
        workspace.add("folder", mesh, "mesh")
        workspace.add("dcat", serve_dcat(), "published")
        wrong = []
        for run in workspace("sync")["runs"]:
            print(f"{run['endpoint']:22} {run['state']}")
            if run["state"] != "complete":
                wrong.append(f"{run['endpoint']}: {run.get('missing')}")
        wrong += check(workspace)
        print("\n".join(wrong) if wrong else "one lineage from the first table to the product")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
