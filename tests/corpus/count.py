#!/usr/bin/env python3
"""Counts what a mesh folder holds: `count.py FOLDER` prints one JSON object.

A second reading of the same documents, written from the specifications of their formats and from the project's page on
what its words mean ("Counts"); it shares nothing with the program. Standard library and PyYAML only.
"""
import json
import os
import re
import sys

import yaml

DBT_DATASETS = ("model", "seed", "snapshot", "source")


# -- reading files ------------------------------------------------------------------------------------------------------

def text(value):
    """A scalar as written; nothing for null, maps and lists."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    value = str(value)
    return "" if value in ("~", "null", "Null", "NULL") else value


def maps(value):
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_map(value):
    return value if isinstance(value, dict) else {}


def as_list(value):
    return value if isinstance(value, list) else []


def first(*values):
    for value in values:
        if text(value):
            return text(value)
    return ""


def load_json(data):
    return json.loads(data, parse_float=str, parse_int=str)


def load(path):
    """The documents of a file, each as plain maps, lists and texts; what does not parse gives what came before."""
    with open(path, "rb") as file:
        raw = file.read()
    data = raw.decode("utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("utf-8-sig", "replace")
    name = path.lower()
    if name.endswith((".ndjson", ".jsonl")) or (data.lstrip()[:1] in ("{", "[") and not name.endswith((".yaml", ".yml"))):
        try:
            return [load_json(data)]
        except ValueError:
            documents = []
            for line in data.splitlines():
                try:
                    if line.strip():
                        documents.append(load_json(line))
                except ValueError:
                    if not name.endswith((".ndjson", ".jsonl")):
                        return []
            return documents
    if name.endswith((".json", ".jsonld")):
        return []
    documents = []
    try:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        for document in yaml.load_all(data, Loader=loader):
            documents.append(document)
    except (yaml.YAMLError, RecursionError):
        pass
    return documents


def ignored(path, patterns):
    import fnmatch
    parts = path.split("/")
    for pattern in patterns:
        plain = pattern.strip("/")
        if fnmatch.fnmatch(path, plain) or any(fnmatch.fnmatch(part, plain) for part in parts):
            return True
    return False


def files_of(folder):
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        relative = os.path.relpath(here, folder)
        for name in files:
            found.append(name if relative == "." else relative.replace(os.sep, "/") + "/" + name)
    patterns = []
    ignore = os.path.join(folder, ".meshscopeignore")
    if os.path.exists(ignore):
        with open(ignore, encoding="utf-8") as file:
            patterns = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    known = (".yaml", ".yml", ".json", ".jsonld", ".ndjson", ".jsonl")
    return sorted(name for name in found
                  if name.lower().endswith(known) and not os.path.basename(name).startswith(".")
                  and not ignored(name, patterns))


# -- naming of datasets (OpenLineage) -----------------------------------------------------------------------------------

PORTS = {"postgres": "5432", "mysql": "3306", "oracle": "1521", "sqlserver": "1433", "redshift": "5439", "trino": "8080",
         "presto": "8080", "clickhouse": "8123", "vertica": "5433", "db2": "50000", "hive": "10000", "impala": "21050",
         "cockroachdb": "26257", "informix": "9088", "zen": "1583", "denodo": "9999", "dremio": "31010",
         "teradata": "1025", "cassandra": "9042"}
SAME = {"postgresql": "postgres", "mariadb": "mysql", "synapse": "sqlserver", "athena": "awsathena", "starburst": "trino",
        "fabric": "sqlserver", "motherduck": "duckdb", "alloydb": "postgres", "greenplum": "postgres"}
NO_HOST = ("snowflake", "databricks", "duckdb", "awsathena", "bigquery", "redshift", "sqlite", "spark")


def split_name(name):
    parts, part, closing, quoted, i = [], "", "", False, 0
    while i < len(name):
        c = name[i]
        if closing:
            if c == closing and name[i + 1:i + 2] == closing:
                part, i = part + c, i + 1
            elif c == closing:
                closing, quoted = "", True
            else:
                part += c
        elif not part and not quoted and c in "\"`[":
            closing = "]" if c == "[" else c
        elif c == ".":
            parts.append(part)
            part, quoted = "", False
        elif quoted or c in "()'" or c.isspace():
            return []
        else:
            part += c
        i += 1
    if closing:
        return []
    return [p for p in parts + [part] if p]


def host_of(value, port, usual):
    host = value.split("://", 1)[-1].split(",")[0].split("/")[0].strip()
    if not host or ":" in host:
        return host
    return host + (":" + port if port else ":" + usual if usual else "")


def file_name(path, thing):
    replaced = re.sub(r"\{(model|table|schema|object)\}", thing, path)
    had = replaced != path
    folder = replaced == "" or replaced.endswith("/")
    parts, wild = replaced.split("/"), False
    while parts and (parts[-1] == "" or "*" in parts[-1]):
        if len(parts) == 1 and replaced.startswith("/"):
            break
        wild = wild or "*" in parts[-1]
        parts.pop()
    path = "/".join(parts)
    if folder and not wild and not had and thing and thing not in parts:
        path = (path + "/" if path and not path.endswith("/") else path) + thing
    return path


def located(location, thing):
    arn = re.match(r"^(arn:aws[a-z-]*:glue:[a-z0-9-]*:[0-9]*):(?:table/([^/]+)/([^/]+)|database/([^/]+))$", location)
    if arn:
        name = arn.group(3) or thing
        return f"{arn.group(1)}/table/{arn.group(2) or arn.group(4)}/{name}" if name else ""
    if location.startswith("arn:") or not location:
        return ""
    if "://" not in location:
        return "file/" + file_name(location, thing)
    scheme, rest = location.split("://", 1)
    scheme = {"s3a": "s3", "s3n": "s3"}.get(scheme.lower(), scheme.lower())
    host, _, path = rest.partition("/")
    if scheme == "file":
        return ("file://" + host if host else "file") + "/" + file_name("/" + path, thing)
    for part, lake in ((".blob.core.windows.net", "wasbs"), (".dfs.core.windows.net", "abfss")):
        if scheme.startswith("http") and part in host:
            box, _, path = path.partition("/")
            scheme, host = lake, box + "@" + host
    return f"{scheme}://{host}/{file_name(path, thing) or '/'}" if host else ""


def server_name(kind, settings, table):
    """The id of a table at a server, or nothing where the server does not say which one it is."""
    get = lambda *keys: first(*[settings.get(key) for key in keys]).strip()
    kind, table = kind.strip().lower(), table.strip()
    if "://" in table or table.startswith("arn:"):
        return located(table, "")
    if kind == "cloudsql":
        kind = {"3306": "mysql", "1433": "sqlserver"}.get(get("port"), "postgres")
    if kind == "glue":
        for value in (get("database"), get("location")):
            if value.startswith("arn:") and located(value, table):
                return located(value, table)
        account, parts = get("account").replace("-", ""), split_name(table)
        holder = parts[-2] if len(parts) > 1 else get("database")
        return f"arn:aws:glue:{get('region', 'regionName')}:{account}/table/{holder}/{parts[-1]}" \
            if account and parts and holder else ""
    if kind in ("kafka", "kinesis", "pubsub"):
        topic = get("topic", "stream") or table
        where = host_of(get("host", "bootstrapServers"), get("port"), "") if kind == "kafka" else \
            get("region", "regionName") if kind == "kinesis" else get("project")
        if not table or not where:
            return ""
        return f"pubsub/topic:{where}:{topic}" if kind == "pubsub" else f"{kind}://{where}/{topic}"
    scheme = SAME.get(kind, kind)
    if scheme in PORTS or scheme in NO_HOST:
        host = ""
        if scheme == "snowflake":
            host = get("account", "host").split("://")[-1].split("/")[0].split(":")[0]
            host = re.sub(r"\.snowflakecomputing\.com$", "", host, flags=re.I)
        elif scheme == "awsathena":
            region = get("regionName", "region")
            host = f"athena.{region}.amazonaws.com" if region else ""
        elif scheme == "redshift":
            host = host_of(get("host", "endpoint"), get("port"), "5439")
            match = re.match(r"^([^.]+)\.[^.]+\.([a-z0-9-]+)\.redshift(?:-serverless)?\.amazonaws\.com(?:\.cn)?(:\d+)?$", host)
            if match:
                host = f"{match.group(1)}.{match.group(2)}{match.group(3) or ''}"
            elif not host and get("clusterIdentifier") and get("region", "regionName"):
                host = host_of(get("clusterIdentifier") + "." + get("region", "regionName"), get("port"), "5439")
        elif scheme not in ("duckdb", "bigquery", "sqlite"):
            host = host_of(get("host", "server", "endpoint"), get("port"), PORTS.get(scheme, ""))
        if not host and scheme not in NO_HOST:
            return ""
        parts = split_name(table)
        if not parts:
            return ""
        if scheme == "bigquery" and len(parts) == 1:
            parts = parts[0].split(".")
        wanted = 2 if kind == "synapse" or scheme in ("mysql", "clickhouse", "hive", "impala", "informix", "zen", "denodo",
                                                      "dremio", "teradata", "cassandra", "sqlite", "spark") else 3
        if wanted == 3 and len(parts) == 1:
            middle = get("dataset") if scheme == "bigquery" else get("schema")
            if middle:
                parts = split_name(middle) + parts
            elif scheme == "duckdb":
                parts = ["main"] + parts
        if len(parts) < wanted:
            top = {"oracle": get("serviceName"), "bigquery": get("project"), "cassandra": get("keyspace"),
                   "dremio": get("schema"), "sqlite": get("schema")}.get(scheme, "")
            if kind == "synapse":
                top = get("schema")
            if scheme in ("databricks", "trino", "presto", "awsathena"):
                top = get("catalog")
            top = top or get("database", "catalog", "dbname", "sid")
            if scheme == "duckdb":
                top = top.split("/")[-1].split(".")[0]
            if scheme == "sqlite":
                top = ""
            if scheme == "awsathena" and not top:
                top = "awsdatacatalog"
            if kind == "synapse" and not get("schema"):
                top = "dbo"
            if top:
                parts = [top.split("/")[-1] if top.startswith("arn:") else top] + parts
        return (scheme if scheme == "bigquery" else f"{scheme}://{host}") + "/" + ".".join(parts)
    location = get("location", "path", "endpointUrl")
    if kind == "local" and "://" not in location:
        return located(location[2:] if location.startswith("./") else location, table)
    return located(location, table) if "://" in location or location.startswith("arn:") else ""


def is_production(server):
    environment = text(server.get("environment")).lower()
    return environment.startswith("prod") or environment == "live" or \
        (not environment and server["__name"].lower().startswith("prod"))


def contract_dataset(contract, servers, thing, physical):
    table = physical or thing
    for production in (True, False):
        for server in servers:
            if production and not is_production(server):
                continue
            found = server_name(text(server.get("type")), server, table)
            if found:
                return found
    return f"{contract}/{thing}"


# -- the count ----------------------------------------------------------------------------------------------------------

class Mesh:
    def __init__(self):
        self.documents = {"domain": [], "product": [], "port": [], "contract": [], "request": []}
        self.implied, self.datasets, self.jobs, self.terms, self.parties = set(), set(), set(), set(), set()
        self.edges, self.column_edges = set(), set()
        self.columns = {}  # dataset → lists of paths, one a document

    def taken(self, kind, name):
        """What a thing goes by: a second one of the same id gets ~2."""
        seen, unique, n = self.documents[kind], name, 1
        while unique in seen:
            n += 1
            unique = f"{name}~{n}"
        seen.append(unique)
        return unique

    def domain_field(self, value):
        if text(value):
            self.implied.add(text(value))

    def party(self, *names):
        if first(*names):
            self.parties.add(first(*names))

    def dataset(self, name, paths=()):
        self.datasets.add(name)
        if paths:
            self.columns.setdefault(name, []).append(list(paths))

    def edge(self, source, target):
        self.edges.add((source, target))

    def column_edge(self, source, column, target, into):
        if column and into:
            self.column_edges.add((source, column, target, into))
        if source != target:
            self.edges.add((source, target))

    def column_count(self):
        """Columns of one dataset from several documents are matched by name; without case where one side is a warehouse's
        listing in capitals."""
        total = 0
        for parts in self.columns.values():
            united = []
            for part in parts:
                part = list(dict.fromkeys(part))
                if not united:
                    united = part
                    continue
                folds = all(p == p.upper() for p in united) or all(p == p.upper() for p in part)
                key = str.lower if folds else str
                known = {key(p) for p in united}
                united += [p for p in part if key(p) not in known]
            total += len(united)
        return total

    def counts(self):
        domains = self.documents["domain"]
        return {"domain": len(domains) + len(self.implied - set(domains)), "product": len(self.documents["product"]),
                "port": len(self.documents["port"]), "dataset": len(self.datasets), "column": self.column_count(),
                "job": len(self.jobs), "contract": len(self.documents["contract"]), "lineageEdge": len(self.edges),
                "columnEdge": len(self.column_edges), "term": len(self.terms), "party": len(self.parties),
                "request": len(self.documents["request"])}


# -- Bitol: ODPS, ODCS --------------------------------------------------------------------------------------------------

def is_version(value):
    return bool(re.match(r"^v?\d+(\.\d+)*([-+.].*)?$", text(value)))


def definitions(node, mesh):
    """Every `authoritativeDefinitions` of a document, wherever the standard allows it; those of its `description`
    (privacy statement, licence) are terms of use, not of the business."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "description":
                continue
            if key == "authoritativeDefinitions":
                for item in maps(value):
                    if text(item.get("url")):
                        mesh.terms.add(text(item["url"]))
            elif key != "customProperties":
                definitions(value, mesh)
    elif isinstance(node, list):
        for item in node:
            definitions(item, mesh)


def bitol_team(value, mesh):
    if isinstance(value, dict):
        mesh.party(value.get("name"))
        value = value.get("members")
    elif isinstance(value, str):
        mesh.party(value)
    for member in maps(value):
        mesh.party(member.get("username"), member.get("email"), member.get("name"))


def odps(document, mesh):
    product = mesh.taken("product", first(document.get("id"), document.get("name")))
    mesh.domain_field(document.get("domain"))
    bitol_team(document.get("team"), mesh)
    definitions(document, mesh)
    for direction in ("inputPorts", "outputPorts"):
        for port in maps(document.get(direction)):
            mesh.taken("port", f"{product}/{direction}/{text(port.get('name'))}/{text(port.get('version')) or '-'}")


def odcs_columns(parent, path, found):
    for node in maps(parent.get("properties")):
        name = first(node.get("name"), node.get("physicalName"), node.get("id"))
        if name:
            odcs_column(node, f"{path}.{name}" if path else name, found)


def odcs_column(node, path, found):
    found.append(path)
    odcs_columns(node, path, found)
    items = node.get("items")
    path += "[]"
    while isinstance(items, dict):
        if items.get("name") is not None:  # items with a name of their own are a column
            odcs_column(items, path, found)
            return
        odcs_columns(items, path, found)
        items, path = items.get("items"), path + "[]"


def odcs(document, mesh):
    contract = mesh.taken("contract", first(document.get("id"), document.get("uuid"), document.get("name"),
                                            document.get("datasetName"), document.get("dataProduct"),
                                            document.get("quantumName")))
    mesh.domain_field(document.get("domain") if "domain" in document else document.get("datasetDomain"))
    bitol_team(document.get("team") if "team" in document else document.get("stakeholders"), mesh)
    definitions(document, mesh)
    servers = [{**server, "__name": text(server.get("server"))} for server in maps(document.get("servers"))]
    version = re.match(r"^v?(\d+)", text(document.get("apiVersion")))
    old = int(version.group(1)) < 3 if version else "dataset" in document
    if old:
        server = {key: document[key] for key in ("project", "database", "driver") if text(document.get(key))}
        if text(document.get("server")):
            server["host"] = document["server"]
        if server:
            server.update(type=first(document.get("sourcePlatform"), document.get("type"), document.get("driver")), __name="")
            servers.append(server)
    for node in maps(document.get("dataset")):
        name = first(node.get("table"), node.get("physicalName"))
        paths = [first(c.get("column"), c.get("name")) for c in maps(node.get("columns"))]
        mesh.dataset(contract_dataset(contract, servers, name, text(node.get("physicalName"))), [p for p in paths if p])
    for node in maps(document.get("schema")):
        name = first(node.get("name"), node.get("physicalName"), node.get("id"))
        paths = []
        odcs_columns(node, "", paths)
        mesh.dataset(contract_dataset(contract, servers, name, text(node.get("physicalName"))), paths)


# -- DUA, Data Product Specification, Data Contract Specification, teams --------------------------------------------------

def data_product(document, mesh):
    info = as_map(document.get("info"))
    product = mesh.taken("product", first(document.get("id"), info.get("title"), info.get("name")))
    mesh.domain_field(info.get("domain"))
    mesh.party(info.get("owner"))
    for direction in ("inputPorts", "outputPorts"):
        for port in maps(document.get(direction)):
            name = first(port.get("id"), port.get("name"))
            mesh.taken("port", f"{product}/{direction}/{name}/{text(port.get('version')) or '-'}")


def dcs_field(field, path, root, dataset, found, mesh, named, trail=()):
    if not isinstance(field, dict) or len(trail) > 200:
        return
    reference, definition = text(field.get("$ref")), {}
    if reference in trail:
        return
    if reference.startswith("#/"):
        definition = root
        for part in reference[2:].split("/"):
            definition = as_map(definition).get(part.replace("~1", "/").replace("~0", "~"))
        definition, trail = as_map(definition), trail + (reference,)
    elif "://" in reference and named:
        mesh.terms.add(reference)
    get = lambda key: field[key] if key in field else definition.get(key)
    if named:
        found.append(path)
        for source in maps(as_map(get("lineage")).get("inputFields")):
            mesh.column_edge(f"{text(source.get('namespace'))}/{text(source.get('name'))}", text(source.get("field")), dataset,
                             path)
    for name, below in as_map(get("fields")).items():
        dcs_field(below, f"{path}.{name}" if path else name, root, dataset, found, mesh, True, trail)
    items = get("items")
    if isinstance(items, dict):
        dcs_field(items, path + "[]", root, dataset, found, mesh, bool(text(items.get("name"))), trail)
    for part in ("keys", "values"):
        if isinstance(get(part), dict):
            dcs_field(get(part), f"{path}.{part}", root, dataset, found, mesh, False, trail)


def data_contract(document, mesh):
    info = as_map(document.get("info"))
    contract = mesh.taken("contract", first(document.get("id"), info.get("title")))
    mesh.domain_field(info.get("domain"))
    mesh.party(info.get("owner"))
    mesh.party(as_map(info.get("contact")).get("email"))
    servers = [{**server, "__name": name} for name, server in as_map(document.get("servers")).items()
               if isinstance(server, dict)]
    for name, model in as_map(document.get("models")).items():
        if isinstance(model, dict):
            dataset = contract_dataset(contract, servers, name, "")
            paths = []
            for field, node in as_map(model.get("fields")).items():
                dcs_field(node, field, document, dataset, paths, mesh, True)
            mesh.dataset(dataset, paths)
    for name, paths in embedded(as_map(document.get("schema")), text(info.get("title"))):
        mesh.dataset(contract_dataset(contract, servers, name, ""), paths)


def embedded(schema, title):
    """Version 0.9: the schema in another language, as an object or as text. (name, column paths) of each table."""
    kind, given = text(schema.get("type")).lower(), schema.get("specification")
    if kind not in ("avro", "json-schema", "dbt"):
        return []
    if isinstance(given, str):
        try:
            given = yaml.load(given, Loader=yaml.BaseLoader)
        except yaml.YAMLError:
            return []
    if kind == "dbt":
        return [(text(model["name"]), [text(c["name"]) for c in maps(model.get("columns"))])
                for model in maps(as_map(given).get("models"))]
    tables = []
    for part in given if isinstance(given, list) else [given]:
        paths = []
        if kind == "avro" and text(as_map(part).get("name")):
            avro_fields(part, "", paths)
            tables.append((text(part["name"]).split(".")[-1], paths))
        elif kind == "json-schema" and isinstance(part, dict):
            shapes = {first(part.get("title"), title): part} if "properties" in part else part
            for name, shape in shapes.items():
                paths = []
                schema_columns(shape, "", paths)
                tables.append((name, paths))
    return tables


def avro_fields(record, prefix, found):
    for field in maps(record.get("fields")):
        path, kind = prefix + text(field.get("name")), field.get("type")
        found.append(path)
        while True:
            if isinstance(kind, list) and len([k for k in kind if k != "null"]) == 1:
                kind = [k for k in kind if k != "null"][0]
            elif not isinstance(kind, dict):
                break
            elif kind.get("type") == "array":
                path, kind = path + "[]", kind.get("items")
            elif kind.get("type") == "map":
                path, kind = path + ".values", kind.get("values")
            elif kind.get("type") == "record":
                avro_fields(kind, path + ".", found)
                break
            else:
                kind = kind.get("type")


def schema_columns(schema, prefix, found):
    for name, node in as_map(as_map(schema).get("properties")).items():
        if isinstance(node, dict):
            found.append(prefix + name)
            if isinstance(node.get("properties"), dict):
                schema_columns(node, prefix + name + ".", found)
            else:
                schema_columns(node.get("items"), prefix + name + "[].", found)


TEAM_TYPES = ("domain", "team", "domain team", "subdomain", "enabling team", "platform team", "governance group")


def is_team(document):
    return text(document.get("type")).lower() in TEAM_TYPES and "kind" not in document and \
        ("members" in document or "parent" in document or
         set(document) <= {"id", "name", "type", "description", "tags", "links", "custom"})


def is_source_system(document):
    return bool(text(document.get("owner"))) and \
        set(document) <= {"id", "name", "owner", "description", "tags", "links", "custom"}


def team(document, mesh):
    kind = text(document.get("type")).lower()
    if "domain" in kind:
        mesh.taken("domain", text(document["id"]))
    if "team" in kind or "domain" not in kind:
        mesh.party(document["id"])
    for member in maps(document.get("members")):
        mesh.party(*[member.get(key) for key in ("emailAddress", "email", "username", "id", "name")])


# -- opendataproducts.org -------------------------------------------------------------------------------------------------

def open_data_product(document, mesh):
    product = document["product"]

    def resolved(node):
        for _ in range(8):
            reference = text(as_map(node).get("$ref"))
            if not reference.startswith("#/"):
                return node
            for root in (document, product, as_map(document.get("Components"))):
                target = root
                for part in reference[2:].split("/"):
                    target = as_map(target).get(part)
                if target is not None:
                    break
            if target is None:
                return node
            node = target
        return node

    def in_language(node):
        node = resolved(node)
        if isinstance(node, list):
            node = next((item for item in node if isinstance(item, dict) and "en" in item), node[0] if node else {})
        node = as_map(node)
        if "en" in node:
            return resolved(node["en"])
        languages = [key for key in node if re.match(r"^[a-z]{2}(-[A-Za-z]+)?$", key) and isinstance(node[key], (dict, list))]
        return resolved(node[languages[0]]) if languages and len(languages) == len(node) else node

    component = lambda name: resolved(product[name] if name in product else document.get(name))
    details = as_map(in_language(product["details"]) if "details" in product else in_language(product))
    name = first(details.get("productID"), details.get("name"))
    if not name:
        return
    name = mesh.taken("product", name)
    holder = as_map(in_language(component("dataHolder")))
    if text(holder.get("legalName")):
        mesh.party(holder.get("email"), holder["legalName"])
    mesh.domain_field(holder.get("businessDomain"))
    contract = as_map(component("contract"))
    if text(contract.get("id")):
        mesh.taken("contract", text(contract["id"]))
    access = component("dataAccess")
    entries = access if isinstance(access, list) else list(as_map(access).values())
    if isinstance(access, dict) and any(not isinstance(entry, (dict, list)) for entry in entries):
        entries = [access]  # 3.x: one way in, its fields directly
    for i, entry in enumerate(entries):
        if isinstance(resolved(entry), dict):
            mesh.taken("port", f"{name}/{i}")


# -- DPDS ---------------------------------------------------------------------------------------------------------------

def descriptor(document, mesh, folder, file):
    def resolved(node, where):
        for _ in range(8):
            reference = text(as_map(node).get("$ref"))
            if not reference or reference.startswith(("http://", "https://")):
                return node, where
            target, _, pointer = reference.partition("#")
            if not target and where == file:
                node = document
                for part in pointer.split("/")[1:]:
                    node = as_map(node).get(part.replace("~1", "/").replace("~0", "~"))
                continue
            path = os.path.normpath(os.path.join(os.path.dirname(where), reference.split("#")[0]))
            if path.startswith("..") or os.path.isabs(path) or not os.path.isfile(os.path.join(folder, path)):
                return node, where
            loaded = load(os.path.join(folder, path))
            if not loaded:
                return node, where
            node, where = loaded[0], path
        return node, where

    def definition_of(node, where):
        found, where = resolved(as_map(node).get("definition"), where)
        raw = as_map(found).get("rawContent")
        return (load_json(raw) if isinstance(raw, str) else found), where

    info = as_map(document.get("info"))
    product = mesh.taken("product", first(info.get("fullyQualifiedName"), info.get("id"), info.get("name")))
    mesh.domain_field(info.get("domain"))
    owner = as_map(info.get("owner"))
    mesh.party(owner.get("id"), owner.get("name"))
    for kind, ports in as_map(document.get("interfaceComponents")).items():
        if kind not in ("inputPorts", "outputPorts", "discoveryPorts", "observabilityPorts", "controlPorts"):
            continue
        for given in as_list(ports):
            node, where = resolved(given, file)
            node = as_map(node)
            name = first(node.get("name"), node.get("displayName"), node.get("id"), as_map(given).get("$ref"))
            port = mesh.taken("port", f"{product}/{kind == 'inputPorts'}/{name}/{text(node.get('version')) or '-'}")
            terms = [node.get(key) for key in ("promises", "expectations", "expectatctions", "obligations", "contracts")]
            if not any(isinstance(part, dict) for part in terms):
                continue
            contract = mesh.taken("contract", first(node.get("fullyQualifiedName")) or port)
            api, where = resolved(as_map(node.get("promises")).get("api"), where)
            definition, where = definition_of(api, where)
            schema = as_map(as_map(definition).get("schema"))
            space = [first(schema.get("databaseName")), first(schema.get("databaseSchemaName"), schema.get("schemaName"))]
            for entry in as_list(schema.get("tables")):
                table, inside = resolved(entry, where)
                shape, _ = definition_of(table, inside)
                name = first(as_map(table).get("name"), as_map(shape).get("name"))
                if name:
                    paths = []
                    schema_columns(shape, "", paths)
                    mesh.dataset(contract + "/" + ".".join([s for s in space if s] + [name]), paths)
    for given in as_list(as_map(document.get("internalComponents")).get("applicationComponents")):
        node, _ = resolved(given, file)
        if text(as_map(node).get("name")):
            mesh.jobs.add(f"{product}/{text(node['name'])}")


# -- dbt ----------------------------------------------------------------------------------------------------------------

class DbtProject:
    def __init__(self, manifest):
        self.adapter = text(as_map(manifest.get("metadata")).get("adapter_type"))
        self.nodes, self.names = {}, {}
        for section in ("nodes", "sources", "metrics", "semantic_models", "saved_queries"):
            for unique, node in as_map(manifest.get(section)).items():
                config = as_map(as_map(node).get("config"))
                if not isinstance(node, dict) or text(config.get("enabled")) == "false":
                    continue
                self.nodes[unique] = node
                if unique.split(".")[0] in DBT_DATASETS and text(config.get("materialized")) != "ephemeral":
                    last = first(node.get("identifier"), node.get("alias"), node.get("name"))
                    self.names[unique] = dbt_name(self.adapter, text(node.get("relation_name")), text(node.get("database")),
                                                  text(node.get("schema")), last) or unique

    def parents(self, node, seen):
        for unique in as_list(as_map(node.get("depends_on")).get("nodes")):
            kind = text(unique).split(".")[0]
            if unique in self.names:
                yield self.names[unique]
            elif unique not in self.nodes:
                if kind in DBT_DATASETS:
                    yield unique
            elif kind in ("model", "metric", "semantic_model", "saved_query") and unique not in seen:
                seen.add(unique)
                yield from self.parents(self.nodes[unique], seen)


def dbt_name(adapter, relation, database, schema, last):
    name = ".".join(split_name(relation)) or ".".join(part for part in (database, schema, last) if part)
    adapter = adapter.lower()
    if not name:
        return ""
    if adapter == "bigquery":
        return "bigquery/" + name
    if adapter == "glue":
        return f"arn:aws:glue/table/{schema or database}/{last}"
    return f"{SAME.get(adapter, adapter) or 'dbt'}:///{name}"


def dbt_owner(value, mesh):
    if isinstance(value, list):
        for item in value:
            dbt_owner(item, mesh)
    elif isinstance(value, dict):
        email = value.get("email")
        mesh.party(email[0] if isinstance(email, list) and email else email, value.get("name"), value.get("team"),
                   value.get("owner"))
    else:
        mesh.party(value)


def dbt_owners(node, mesh):
    for meta in (as_map(node.get("meta")), as_map(as_map(node.get("config")).get("meta"))):
        dbt_owner(meta.get("owner"), mesh)
        dbt_owner(meta.get("owners"), mesh)


def dbt_manifest(document, mesh):
    project = DbtProject(document)
    mesh.parties.update(as_map(document.get("groups")))
    columns = {}  # of one relation, whichever nodes declare it and in whatever case
    for unique, name in project.names.items():
        node = project.nodes[unique]
        for key, column in as_map(node.get("columns")).items():
            column = first(as_map(column).get("name"), key)
            columns.setdefault(name, {}).setdefault(column.lower(), column)
        mesh.dataset(name)
        dbt_owners(node, mesh)
        if "true" in (text(as_map(node.get("contract")).get("enforced")),
                      text(as_map(as_map(node.get("config")).get("contract")).get("enforced"))):
            mesh.taken("contract", unique)
        if unique.split(".")[0] in ("model", "snapshot"):
            mesh.jobs.add(unique)
            for parent in project.parents(node, set()):
                mesh.edge(parent, name)
    for name, spelled in columns.items():
        mesh.dataset(name, spelled.values())
    for unique, node in as_map(document.get("exposures")).items():
        node = as_map(node)
        if text(as_map(node.get("config")).get("enabled")) == "false":
            continue
        product = mesh.taken("product", unique)
        dbt_owner(node.get("owner"), mesh)
        dbt_owners(node, mesh)
        for parent in dict.fromkeys(project.parents(node, set())):
            mesh.taken("port", f"{product}/in/{parent}")


def dbt_sibling(folder, file, word):
    here, name = os.path.split(file)
    for candidate in ([name[:name.rindex(word)] + "manifest" + name[name.rindex(word) + len(word):]] if word in name else []) \
            + ["manifest.json"]:
        path = os.path.join(folder, here, candidate)
        if os.path.isfile(path):
            documents = load(path)
            if documents and dbt_kind(documents[0]) == "manifest":
                return DbtProject(documents[0])
    return None


def dbt_guess(document):
    for section in ("nodes", "sources"):
        for node in as_map(document.get(section)).values():
            stats = as_map(as_map(node).get("stats"))
            if "num_rows" in stats or "num_bytes" in stats:
                return "bigquery"
            if "encoded" in stats or "diststyle" in stats or "sortkey1" in stats:
                return "redshift"
            if "row_count" in stats and "bytes" in stats:
                return "snowflake"
            for column in as_map(as_map(node).get("columns")).values():
                kind = text(as_map(column).get("type"))
                if kind == "character varying" or kind.startswith("timestamp with"):
                    return "postgres"
                for words, engine in ((("HUGEINT",), "duckdb"), (("VARIANT", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ"), "snowflake"),
                                      (("INT64", "FLOAT64"), "bigquery"), (("UInt64", "DateTime64"), "clickhouse")):
                    if kind in words or (engine == "clickhouse" and kind.startswith("LowCardinality(")):
                        return engine
    return ""


def dbt_catalog(document, mesh, folder, file):
    project = dbt_sibling(folder, file, "catalog")
    adapter = (project.adapter if project else "") or dbt_guess(document)
    for section in ("nodes", "sources"):
        for unique, node in as_map(document.get(section)).items():
            if unique.split(".")[0] not in DBT_DATASETS or not isinstance(node, dict):
                continue
            facts = as_map(node.get("metadata"))
            name = project.names.get(unique) if project else None
            name = name or dbt_name(adapter, "", text(facts.get("database")), text(facts.get("schema")), text(facts.get("name")))
            spelled = {}
            if project and unique in project.nodes:
                for key, column in as_map(project.nodes[unique].get("columns")).items():
                    written = first(as_map(column).get("name"), key)
                    spelled.setdefault(written.lower(), written)
            names = [first(as_map(column).get("name"), key) for key, column in as_map(node.get("columns")).items()]
            if name:
                mesh.dataset(name, [spelled.get(column.lower(), column) for column in names])


def dbt_results(document, mesh, folder, file):
    project = dbt_sibling(folder, file, "run_results")
    for result in maps(document.get("results")):
        unique, status = text(result.get("unique_id")), text(result.get("status"))
        ephemeral = project and unique in project.nodes and unique not in project.names
        if unique.split(".")[0] in ("model", "snapshot") and status not in ("skipped", "no-op") and not ephemeral:
            mesh.jobs.add(unique)


def dbt_kind(document):
    metadata = document.get("metadata") if isinstance(document, dict) else None
    if not isinstance(metadata, dict):
        return ""
    version = text(metadata.get("dbt_schema_version"))
    for word in ("manifest", "catalog", "run-results", "sources"):
        if f"/{word}/" in version:
            return word
    shape = isinstance(document.get("nodes"), dict) and isinstance(document.get("sources"), dict) and "parent_map" in document
    return "manifest" if shape else ""


# -- OpenLineage ----------------------------------------------------------------------------------------------------------

def is_event(document):
    job, dataset, run = (as_map(document.get(key)) for key in ("job", "dataset", "run"))
    has_job = "namespace" in job or "name" in job
    if has_job and "runId" in run:
        return True
    event = "eventTime" in document or "openlineage" in text(document.get("schemaURL")).lower()
    return event and (has_job or ("namespace" in dataset and "name" in dataset))


def moment(event):
    from datetime import datetime, timezone
    value = re.sub(r"(\.\d{6})\d+", r"\1", text(event.get("eventTime"))).replace("Z", "+00:00").replace("z", "+00:00")
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return 0.0
    return (at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp()


def full(node):
    return f"{text(node.get('namespace'))}/{text(node.get('name'))}"


def open_lineage(events, mesh):
    runs, schemas = {}, {}

    def schema_paths(fields, prefix, found):
        for field in maps(fields):
            name = text(field.get("name"))
            if not name:
                continue
            item = name == "_element" and prefix
            path = prefix + "[]" if item else f"{prefix}.{name}" if prefix else name
            if not item:
                found.append(path)
            schema_paths(field.get("fields"), path, found)

    def explicit(entry, target, run):
        if run is not None:
            run["declared"].add(target)
        entries = [("", source) for source in maps(entry.get("inputs"))]
        for field, sources in as_map(entry.get("fields")).items():
            entries += [(field, source) for source in maps(as_map(sources).get("inputs"))]
        for field, source in entries:
            if not text(source.get("name")):
                continue
            if text(source.get("type")) == "JOB":
                mesh.jobs.add(full(source))
                group(full(source), "lineage")["out"].add(target)
                continue
            mesh.datasets.add(full(source))
            mesh.edge(full(source), target)
            mesh.column_edge(full(source), text(source.get("field")), target, field)

    def group(job, key):
        return runs.setdefault((job, key), {"in": set(), "out": set(), "declared": set()})

    def dataset(node, run):
        if not isinstance(node, dict) or not text(node.get("name")):
            return None
        name = full(node)
        mesh.datasets.add(name)
        for key in ("facets", "inputFacets", "outputFacets"):
            facets = as_map(node.get(key))
            owners(facets)
            schema = as_map(facets.get("schema"))
            paths = []
            schema_paths(schema.get("fields"), "", paths)
            if text(schema.get("_deleted")) == "true":
                schemas[name] = []
            elif paths:
                schemas[name] = paths
            lineage = as_map(facets.get("columnLineage"))
            for field, entry in as_map(lineage.get("fields")).items():
                for source in maps(as_map(entry).get("inputFields")):
                    if text(source.get("name")) and text(source.get("field")):
                        mesh.datasets.add(full(source))
                        mesh.edge(full(source), name)
                        mesh.column_edge(full(source), text(source["field"]), name, field)
            for source in maps(lineage.get("dataset")):
                if text(source.get("name")) and text(source.get("field")):
                    mesh.datasets.add(full(source))
                    mesh.edge(full(source), name)
            if isinstance(facets.get("lineage"), dict) and text(facets["lineage"].get("_deleted")) != "true":
                explicit(facets["lineage"], name, run)
        return name

    def owners(facets):
        for owner in maps(as_map(facets.get("ownership")).get("owners")):
            mesh.party(owner.get("name"))

    for event in sorted(events, key=moment):
        dataset(event.get("dataset"), None)
        if not isinstance(event.get("job"), dict):
            continue
        job = full(event["job"]) if text(event["job"].get("name")) else ""
        if job:
            mesh.jobs.add(job)
            facets = as_map(as_map(event.get("run")).get("facets"))
            parent = as_map(facets.get("parent") or facets.get("parentRun"))
            if text(as_map(parent.get("job")).get("name")):
                mesh.jobs.add(full(parent["job"]))
                root = as_map(as_map(parent.get("root")).get("job"))
                if text(root.get("name")):
                    mesh.jobs.add(full(root))
            owners(as_map(event["job"].get("facets")))
        run = group(job, text(as_map(event.get("run")).get("runId")))
        for side, key in (("inputs", "in"), ("outputs", "out")):
            for node in as_list(event.get(side)):
                name = dataset(node, run)
                if name:
                    run[key].add(name)
        for entry in maps(as_map(as_map(event["job"].get("facets")).get("lineage")).get("entries")):
            if text(entry.get("type")) != "JOB":
                if text(entry.get("name")):
                    mesh.datasets.add(full(entry))
                    run["out"].add(full(entry))
                    explicit(entry, full(entry), run)
                continue
            reader = run
            if text(entry.get("name")):
                mesh.jobs.add(full(entry))
                reader = group(full(entry), "lineage")
            for source in maps(entry.get("inputs")):
                if text(source.get("name")) and text(source.get("type")) == "JOB":
                    mesh.jobs.add(full(source))
                elif text(source.get("name")):
                    mesh.datasets.add(full(source))
                    reader["in"].add(full(source))
    for run in runs.values():
        for target in run["out"] - run["declared"]:
            for source in run["in"]:
                mesh.edge(source, target)
    for name, paths in schemas.items():
        mesh.dataset(name, paths)


# -- DCAT, DPROD, DCAT-US -------------------------------------------------------------------------------------------------

CATALOG_TYPES = {"Catalog", "Dataset", "DatasetSeries", "DataProduct", "DataService", "Distribution", "CatalogRecord",
                 "QualityMeasurement", "DataCatalog", "DataDownload"}


def local(key):
    return re.split(r"[#/:]", key)[-1]


def ld_types(node):
    value = node.get("@type") if "@type" in node else node.get("type")
    return {local(text(item)) for item in (value if isinstance(value, list) else [value])}


def is_catalog(document):
    if not isinstance(document, dict):
        return False
    if "@graph" in document:
        return any(ld_types(item) & CATALOG_TYPES for item in maps(document["@graph"]))
    if ("@type" in document or ("@context" in document and "type" in document)) and ld_types(document) & CATALOG_TYPES:
        return True
    return isinstance(document.get("dataset"), list) and "project-open-data" in text(document.get("conformsTo"))


def dcat(document, mesh):
    objects, by_id = [], {}

    def ld_id(node):
        return first(node.get("@id"), node.get("id"))

    def walk(node):
        if isinstance(node, dict):
            if ld_types(node) - {""}:
                objects.append(node)
            if ld_id(node) and len(node) > len(by_id.get(ld_id(node), {"": 0})):
                by_id[ld_id(node)] = node
            for key, value in node.items():
                if key != "@context":
                    walk(value)
        elif isinstance(node, list):
            for item in node:
                walk(item)

    def values(node, name):
        for key, value in node.items():
            if local(key) == name and value is not None:
                for item in value if isinstance(value, list) else [value]:
                    reference = ld_id(item) if isinstance(item, dict) and "@value" not in item else text(item)
                    named = by_id.get(reference)
                    bigger = named is not None and len(named) > (len(item) if isinstance(item, dict) else 0)
                    yield named if reference and bigger else item

    def word(value):
        if not isinstance(value, dict):
            return text(value)
        if "@value" in value:
            return text(value["@value"])
        for key in ("prefLabel", "title", "label", "name", "fn"):
            if one(value, key):
                return one(value, key)
        return ld_id(value)

    def one(node, name):
        found = list(values(node, name))
        english = [v for v in found if isinstance(v, dict) and text(v.get("@language")).lower().startswith("en")]
        return first(*[word(v) for v in english + found])

    def name_of(node):
        if not isinstance(node, dict):
            return text(node)
        found = ld_id(node)
        for identifier in values(node, "identifier"):
            found = found or (one(identifier, "notation") if isinstance(identifier, dict) else text(identifier))
        return found or one(node, "title") or one(node, "name")

    def describe(node):
        for theme in values(node, "theme"):
            if name_of(theme):
                mesh.terms.add(name_of(theme))
        for role in ("dataProductOwner", "datasetOwner", "publisher", "creator", "rightsHolder", "contactPoint", "provider"):
            for value in values(node, role):
                if isinstance(value, dict):
                    contact = one(value, "hasEmail") or one(value, "mbox") or one(value, "email")
                    contact = re.sub(r"^mailto:", "", contact, flags=re.I)
                    label = one(value, "fn")
                    for key in ("title", "label", "prefLabel", "name"):
                        label = label or one(value, key)
                    mesh.party(ld_id(value), contact, label)
                else:
                    mesh.party(value)

    def dataset(node):
        name = name_of(node)
        if not name:
            return
        mesh.datasets.add(name)
        if name in seen:
            return
        seen.add(name)
        describe(node)
        for key in ("wasDerivedFrom", "source"):
            for origin in values(node, key):
                if name_of(origin) and name_of(origin) != name:
                    mesh.edge(name_of(origin), name)

    walk(document)
    seen, catalogs, products = set(), set(), set()
    for node in maps(document.get("dataset")):
        if not ld_types(node) - {""}:
            dataset(node)
    for node in objects:
        types, name = ld_types(node), name_of(node)
        if types & {"Catalog", "DataCatalog"} and name and name not in catalogs:
            catalogs.add(name)
            mesh.taken("domain", name)
            describe(node)
    for node in objects:
        types, name = ld_types(node), name_of(node)
        if "DataProduct" in types:
            if not name or name in products:
                continue
            products.add(name)
            product = mesh.taken("product", name)
            describe(node)
            mesh.domain_field(one(node, "domain"))
            for key in ("outputPort", "inputPort", "outputDataset", "inputDataset"):
                for i, port in enumerate(values(node, key)):
                    if key.endswith("Port"):
                        mesh.taken("port", f"{product}/{key}/{i}")
                        served = [d for x in values(as_map(port), "isAccessServiceOf")
                                  for d in values(as_map(x), "isDistributionOf")]
                        for target in served + list(values(as_map(port), "servesDataset")):
                            if isinstance(target, dict):
                                dataset(target)
                    elif name_of(port):
                        mesh.taken("port", f"{product}/{key}/{i}")
                        if isinstance(port, dict):
                            dataset(port)
        elif types & {"Dataset", "DatasetSeries"}:
            dataset(node)
        elif "DataService" in types:
            for target in values(node, "servesDataset"):
                if isinstance(target, dict):
                    dataset(target)


# -- telling documents apart ------------------------------------------------------------------------------------------------

def count_document(document, mesh, folder, file, events):
    """Whether some format knows the document; what it holds is added."""
    if not isinstance(document, dict):
        return False
    kind, version = text(document.get("kind")), document.get("apiVersion")
    if kind == "DataProduct" and (is_version(version) or (version is None and first(document.get("id"), document.get("name")) and
                                                          {"inputPorts", "outputPorts", "domain"} & set(document))):
        odps(document, mesh)
    elif (kind == "DataContract" and (is_version(version) or (version is None and any(
            isinstance(document.get(key), list) for key in ("schema", "dataset", "slaProperties", "servers"))))) or \
            (isinstance(document.get("dataset"), list) and {"quantumName", "datasetName"} & set(document)):
        odcs(document, mesh)
    elif kind == "DataProductObservabilityMetrics":
        pass
    elif text(document.get("dataUsageAgreementSpecification")):
        mesh.taken("request", text(document.get("id")))
    elif text(document.get("dataProductSpecification")) or \
            (text(document.get("id")) and text(as_map(document.get("info")).get("title")) and "owner" in document["info"] and
             (isinstance(document.get("inputPorts"), list) or isinstance(document.get("outputPorts"), list))):
        data_product(document, mesh)
    elif text(document.get("dataContractSpecification")):
        data_contract(document, mesh)
    elif isinstance(document.get("product"), dict) and ("opendataproducts" in text(document.get("schema")) or
                                                        ("version" in document and "details" in document["product"])):
        open_data_product(document, mesh)
    elif text(document.get("dataProductDescriptor")) and "info" in document:
        descriptor(document, mesh, folder, file)
    elif dbt_kind(document):
        {"manifest": lambda: dbt_manifest(document, mesh), "catalog": lambda: dbt_catalog(document, mesh, folder, file),
         "run-results": lambda: dbt_results(document, mesh, folder, file), "sources": lambda: None}[dbt_kind(document)]()
    elif is_event(document):
        events.append(document)
    elif is_catalog(document):
        dcat(document, mesh)
    elif text(document.get("id")) and text(document.get("name")) and is_team(document):
        team(document, mesh)
    elif text(document.get("id")) and text(document.get("name")) and is_source_system(document):
        mesh.jobs.add(text(document["id"]))
        mesh.party(document["owner"])
    else:
        return False
    return True


def count(folder):
    mesh = Mesh()
    for file in files_of(folder):
        if re.search(r"(^|/)measurements/[^/]*\.ndjson$", file, re.I):
            continue
        events = []
        for document in load(os.path.join(folder, file)):
            for item in document if isinstance(document, list) else [document]:
                count_document(item, mesh, folder, file, events)
        if events:
            open_lineage(events, mesh)
    return mesh.counts()


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit("usage: count.py FOLDER")
    sys.setrecursionlimit(20000)
    print(json.dumps(count(sys.argv[1]), indent=1))
