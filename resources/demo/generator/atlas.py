"""The endpoint `atlas`: domains, teams, products (ODPS 1.0) and contracts (ODCS)."""
import re

from .files import write_yaml
from .model import KAFKA, WAREHOUSE, load

LOGICAL = {"string": "string", "int": "integer", "decimal": "number", "date": "date", "timestamp": "timestamp",
           "time": "time", "bool": "boolean", "array": "array"}
PHYSICAL = {
    "warehouse": {"string": "varchar", "int": "number(38,0)", "decimal": "number(18,4)", "date": "date",
                  "timestamp": "timestamp_tz", "time": "time", "bool": "boolean", "array": "array"},
    "postgres": {"string": "text", "int": "bigint", "decimal": "numeric(18,4)", "date": "date",
                 "timestamp": "timestamptz", "time": "time", "bool": "boolean", "array": "text[]"},
    "kafka": {"string": "string", "int": "long", "decimal": "bytes", "date": "int", "timestamp": "long",
              "time": "int", "bool": "boolean", "array": "array"},
    "file": {"string": "string", "int": "integer", "decimal": "number", "date": "date", "timestamp": "timestamp",
             "time": "time", "bool": "boolean", "array": "array"},
}
LEVEL = re.compile(r"^(\w+?)(<=|>=|=)(.+)$")
UNITS = {"min": "minutes", "h": "hours", "d": "d", "%": "percent", "rows": "rows"}


def platform(dataset):
    if dataset.namespace == WAREHOUSE:
        return "warehouse"
    if dataset.namespace == KAFKA:
        return "kafka"
    return "file" if dataset.namespace.startswith("s3:") else "postgres"


def physical_type(dataset, column):
    return PHYSICAL[platform(dataset)][column.type]


def server_of(dataset):
    """The ODCS server which, with the physical name, gives the dataset's identity."""
    scheme, _, host = dataset.namespace.partition("://")
    parts = dataset.name.split(".")
    if scheme == "kafka":
        return {"server": "kafka", "type": "kafka", "environment": "prod", "host": host,
                "format": "avro"}
    if scheme == "snowflake":
        return {"server": "warehouse", "type": "snowflake", "environment": "prod", "account": host,
                "database": parts[0], "schema": parts[1]}
    if scheme == "postgres":
        name, port = host.split(":")
        return {"server": "serving", "type": "postgres", "environment": "prod", "host": name, "port": int(port),
                "database": parts[0], "schema": parts[1]}
    folder, _, last = dataset.name.rpartition("/")
    extension = last.rpartition(".")[2]
    form = {"jsonl": "json", "tsv": "csv"}.get(extension, extension)
    server = {"server": "files", "type": "s3", "environment": "prod",
              "location": f"{dataset.namespace}/{folder}/" + "{model}" + f".{extension}", "format": form}
    if extension == "jsonl":
        server["delimiter"] = "new_line"
    return server


def physical_name(dataset):
    scheme = dataset.namespace.partition(":")[0]
    return dataset.name if scheme == "kafka" else dataset.table


def level_entries(contract, tokens, extra):
    entries = []
    for token in tokens:
        name, op, value = LEVEL.match(token).groups()
        entry = {"property": name}
        if value == "text":
            entry["value"] = extra["texts"][name]
        elif op == "=" or not re.match(r"^[\d.]+(min|h|d|%|rows)$", value):
            entry["value"] = value
        else:
            number, unit = re.match(r"^([\d.]+)(\D+)$", value).groups()
            entry["value"] = float(number) if "." in number else int(number)
            entry["unit"] = UNITS[unit]
        description, driver = extra["words"][name]
        entry["driver"], entry["description"] = driver, description
        entries.append(entry)
    return entries


class Atlas:
    def __init__(self, mesh, out, samples):
        self.mesh, self.out, self.samples = mesh, out, samples
        self.extra, self.terms = load("levels.yaml"), load("terms.yaml")["terms"]
        self.levels = {}          # contract id -> tokens

    def write(self):
        self._organisation()
        for product in self.mesh.products.values():
            for port in product.ports:
                self._contract(product, port)
            self._product(product)
        used = sorted({s for p in self.mesh.products.values() for s in p.sources})
        for owner in used:
            self._source_contract(owner)

    # --- domains and teams --------------------------------------------------------------

    def _organisation(self):
        mesh = self.mesh
        for key, (name, parent, owner, text) in mesh.domains.items():
            document = {"id": key, "name": name, "type": "Domain"}
            if parent:
                document["parent"] = parent
            document["description"] = text
            document["members"] = [{"emailAddress": mesh.mail(owner), "name": mesh.people[owner],
                                    "role": "Domain Owner"}]
            document["tags"] = ["third-party"] if key == "third-party" else ["retail"]
            document["links"] = {"handbook": f"https://handbook.norrvik.example/domains/{key}",
                                 "terms": f"https://terms.norrvik.example/{key}"}
            write_yaml(self.out / "domains" / f"{key}.yaml", document)
        for key, (name, kind, parent, text, members) in mesh.teams.items():
            document = {"id": key, "name": name, "type": kind}
            if parent:
                document["parent"] = parent
            document["description"] = text
            document["members"] = [{"emailAddress": mesh.mail(p), "name": mesh.people[p], "role": r}
                                   for p, r in members.items()]
            document["tags"] = [parent or "company-wide"]
            document["links"] = {"chat": f"https://chat.norrvik.example/channels/{key}",
                                 "on-call": f"https://oncall.norrvik.example/{key}"}
            document["custom"] = {"cost-centre": f"{4100 + 7 * list(mesh.teams).index(key)}"}
            write_yaml(self.out / "teams" / f"{key}.yaml", document)

    def _team(self, team, since):
        mesh = self.mesh
        name, _, _, text, members = mesh.teams[team]
        roles = {"Owner": "owner", "Steward": "steward"}
        return {"name": team, "description": f"{name}. {text}",
                "members": [{"username": mesh.mail(p), "name": mesh.people[p], "role": roles.get(r, r.lower()),
                             "dateIn": since} for p, r in members.items()]}

    def _support(self, team):
        return [{"channel": f"#{team}", "tool": "slack", "scope": "interactive",
                 "url": f"https://chat.norrvik.example/channels/{team}"},
                {"channel": f"{team} mailbox", "tool": "email", "scope": "issues",
                 "url": f"mailto:{team}@{self.mesh.company['mail']}"}]

    # --- products -----------------------------------------------------------------------

    def _product(self, p):
        inputs, input_contracts = [], []
        for source in p.sources:
            system, table = source.split(".")
            name = f"{system}-{table}".replace("_", "-")
            inputs.append({"name": name, "version": "1.0.0", "contractId": f"src-{name}", "tags": ["source system"]})
        streaming = p.raw_ports.get("table") == "lake"
        for used in p.uses:
            port = self.mesh.products[used].port_read_by(streaming)
            inputs.append({"name": used, "version": port.version, "contractId": port.contract})
        input_contracts = [{"id": i["contractId"], "version": i["version"]} for i in inputs]
        outputs = []
        for port in p.ports:
            kinds = {"stream": "stream", "table": "table", "view": "view", "file": "file", "api": "api"}
            where = f"{server_of(port.dataset)['type']}, {port.dataset.name}"
            entry = {"name": port.name, "description": f"{p.name} as {kinds[port.name]} ({where}).",
                     "type": kinds[port.name], "version": port.version, "contractId": port.contract}
            if input_contracts:
                entry["inputContracts"] = input_contracts
            outputs.append(entry)
        properties = [{"property": "dataProductTier", "value": p.tier},
                      {"property": "dataProductForm", "value": p.form}]
        if p.certified:
            properties.append({"property": "certifiedUntil", "value": p.certified})
        document = {"apiVersion": "v1.0.0", "kind": "DataProduct", "id": p.id, "name": p.name, "version": p.version,
                    "status": p.status, "domain": p.domain, "tenant": "norrvik",
                    "description": {"purpose": p.purpose, "usage": p.usage, "limitations": p.limits},
                    "tags": p.tags, "customProperties": properties}
        if inputs:
            document["inputPorts"] = inputs
        document["outputPorts"] = outputs
        document["managementPorts"] = [
            {"name": "observability", "content": "observability", "type": "rest",
             "url": f"https://observe.norrvik.example/products/{p.id}",
             "description": "Probes and levels of the last 90 days."}]
        document["support"] = self._support(p.team)
        document["team"] = self._team(p.team, p.since)
        document["productCreatedTs"] = f"{p.since}T08:00:00Z"
        write_yaml(self.out / "products" / p.domain / f"{p.id}.odps.yaml", document)

    # --- contracts ----------------------------------------------------------------------

    def _contract(self, p, port):
        tokens = list(p.levels) if port.primary else list(self.extra.get(port.name, []))
        tokens += self.extra["more"].get(port.contract, [])
        self.levels[port.contract] = tokens
        path = self.out / "contracts" / p.domain / f"{port.contract}.odcs.yaml"
        if port.contract in self.extra["odcs_2_2"]:
            write_yaml(path, self._contract_2_2(p, port, tokens))
            return
        old = port.contract in self.extra["odcs_3_0"]
        document = {"apiVersion": "v3.0.2" if old else "v3.1.0", "kind": "DataContract", "id": port.contract,
                    "name": f"{p.name}, {port.name}", "version": port.version, "status": p.status,
                    "domain": p.domain, "dataProduct": p.id, "tenant": "norrvik", "tags": p.tags,
                    "description": {"purpose": p.purpose, "usage": p.usage, "limitations": p.limits},
                    "servers": self._servers(port), "schema": [self._object(p, port.dataset, old)],
                    "roles": self._roles(p, port), "support": self._support(p.team)}
        if p.domain == "third-party":
            document["price"] = {"priceAmount": 0.4, "priceCurrency": "SEK", "priceUnit": "thousand rows"}
        if old:
            document["team"] = self._team(p.team, p.since)["members"]
        else:
            document["team"] = self._team(p.team, p.since)
        if tokens:
            document["slaProperties"] = level_entries(port.contract, tokens, self.extra)
            if not old:
                for entry in document["slaProperties"]:
                    entry["id"] = f"{port.contract}-{entry['property']}".replace(".", "-")
        document["customProperties"] = [{"property": "noticePeriod", "value": "90 days before a breaking change"},
                                        {"property": "maximumAccess", "value": "12 months"}]
        document["contractCreatedTs"] = f"{p.since}T08:00:00Z"
        if old:
            document["slaProperties"] = [{k: v for k, v in e.items() if k != "description"}
                                         for e in document.get("slaProperties", [])]
        write_yaml(path, document)

    def _servers(self, port):
        servers = [server_of(port.dataset)]
        sample = self.samples.get(port.contract)
        if sample:
            servers.append({"server": "sample", "type": "local", "environment": "sample", "path": sample[0],
                            "format": sample[1], "description": "A few invented rows to look at."})
        return servers

    def _roles(self, p, port):
        owner = self.mesh.mail(self.mesh.owner(p.team))
        role = {"role": f"{port.contract}-reader", "access": "read", "firstLevelApprovers": owner}
        if any(c.classification in ("personal", "restricted") for c in port.dataset.columns):
            role["secondLevelApprovers"] = self.mesh.mail("samir.haddad")
        return [role]

    def _object(self, p, dataset, old):
        kind = "topic" if dataset.kind == "topic" else dataset.kind
        keys = [c.name for c in dataset.columns if c.key]
        entry = {"name": p.id.replace("-", "_"), "physicalName": physical_name(dataset), "physicalType": kind,
                 "logicalType": "object", "businessName": p.name, "description": p.purpose,
                 "dataGranularityDescription": "One row for each " + ", ".join(keys).replace("_", " ") + ".",
                 "properties": [self._property(p, dataset, c, keys, old) for c in dataset.columns]}
        entry["quality"] = [{"type": "library", "rule" if old else "metric": "rowCount", "mustBeGreaterThan": 0,
                             "description": "The table is never empty.", "dimension": "completeness",
                             "severity": "error"}]
        if dataset.layer == "mart" and not old and len(keys) > 1:
            entry["quality"].append(
                {"type": "sql", "query": f"select count(*) - count(distinct {', '.join(keys)}) from {dataset.name}",
                 "mustBe": 0, "description": "No two rows with the same key.", "dimension": "uniqueness",
                 "severity": "error"})
        return entry

    def _property(self, p, dataset, c, keys, old):
        entry = {"name": c.name, "logicalType": LOGICAL[c.type], "physicalType": physical_type(dataset, c),
                 "description": c.description, "classification": c.classification}
        if old and c.type in ("timestamp", "time"):
            entry["logicalType"] = "date"      # all that 3.0 has
        if c.type == "array":
            entry["items"] = {"logicalType": "string"}
        if c.key:
            entry.update(primaryKey=True, primaryKeyPosition=keys.index(c.name) + 1, required=True)
            if len(keys) == 1:
                entry["unique"] = True
            rule = "rule" if old else "metric"
            entry["quality"] = [{"type": "library", rule: "nullCheck" if old else "nullValues", "mustBe": 0,
                                 "dimension": "completeness", "severity": "error"}]
        term = self._term(p.domain, c.name)
        if term:
            slug, text = term[1]
            definition = {"type": "businessDefinition", "url": f"https://terms.norrvik.example/{term[0]}/{slug}"}
            if not old:
                definition["description"] = text
            entry["authoritativeDefinitions"] = [definition]
        if c.classification in ("personal", "restricted"):
            masking = "hidden" if c.name in ("email", "phone", "note_text", "comment_text") else "hash"
            entry["customProperties"] = [{"property": "masking", "value": masking}]
            entry["criticalDataElement"] = True
        return entry

    def _term(self, domain, column):
        meanings = self.terms.get(column, {})
        for candidate in reversed(self.mesh.domain_path(domain)):
            if candidate in meanings:
                return candidate, meanings[candidate]
        return None

    def _contract_2_2(self, p, port, tokens):
        server = server_of(port.dataset)
        mesh = self.mesh
        columns = [{"column": c.name, "isPrimaryKey": c.key, "businessName": c.name.replace("_", " "),
                    "logicalType": LOGICAL[c.type], "physicalType": physical_type(port.dataset, c),
                    "description": c.description, "isNullable": not c.key, "classification": c.classification}
                   for c in port.dataset.columns]
        return {"apiVersion": "v2.2.2", "kind": "DataContract", "uuid": port.contract, "version": port.version,
                "type": "tables", "status": "deprecated", "tenant": "norrvik", "datasetDomain": p.domain,
                "datasetName": f"{p.name}, version 1", "quantumName": p.id, "userConsumptionMode": "Analytical",
                "description": {"purpose": p.purpose, "limitations": p.limits, "usage": "Move to version 2."},
                "sourcePlatform": "snowflake", "server": server["account"], "database": server["database"],
                "productSlackChannel": f"#{p.team}", "tags": p.tags,
                "dataset": [{"table": port.dataset.table, "physicalName": port.dataset.name,
                             "description": port.dataset.description, "columns": columns}],
                "stakeholders": [{"username": mesh.mail(x), "role": r, "dateIn": p.since}
                                 for x, r in mesh.teams[p.team][4].items()],
                "roles": [{"role": f"{port.contract}-reader", "access": "read",
                           "firstLevelApprovers": mesh.mail(mesh.owner(p.team))}],
                "slaDefaultColumn": f"{port.dataset.table}.changed_at",
                "slaProperties": [{k: v for k, v in e.items() if k in ("property", "value", "unit", "driver")}
                                  for e in level_entries(port.contract, tokens, self.extra)]}

    def _source_contract(self, owner):
        mesh = self.mesh
        system, table = owner.split(".")
        s = mesh.systems[system]
        dataset = mesh.of(owner, "topic") or mesh.of(owner, "drop")
        contract = "src-" + owner.replace(".", "-").replace("_", "-")
        properties = []
        for c in dataset.columns:
            entry = {"name": c.name, "logicalType": LOGICAL[c.type], "physicalType": physical_type(dataset, c),
                     "description": c.description}
            if c.classification != "public":
                entry["classification"] = c.classification
            if c.key:
                entry["primaryKey"] = True
            properties.append(entry)
        document = {"apiVersion": "v3.1.0", "kind": "DataContract", "id": contract,
                    "name": f"{s['name']}: {table.replace('_', ' ')}", "version": "1.0.0", "status": "active",
                    "domain": mesh.teams[s["team"]][2], "tenant": "norrvik", "tags": ["source system"],
                    "description": {"purpose": f"{dataset.description} {s['description']}",
                                    "limitations": "The system's own names; only its team may rely on them."},
                    "servers": [server_of(dataset)],
                    "schema": [{"name": dataset.table if dataset.kind == "topic" else table,
                                "physicalName": physical_name(dataset), "physicalType": dataset.kind,
                                "logicalType": "object", "description": dataset.description,
                                "properties": properties}],
                    "team": self._team(s["team"], "2024-01-08"), "contractCreatedTs": "2024-01-08T08:00:00Z"}
        write_yaml(self.out / "contracts" / "sources" / f"{contract}.odcs.yaml", document)
