"""The endpoint `warehouse`: the artifacts of a dbt project (manifest v12, catalog, results)."""
import hashlib
from datetime import datetime, timedelta

from .atlas import PHYSICAL
from .files import write_json
from .model import Column, load

PROJECT = "norrvik"
MANIFEST = "https://schemas.getdbt.com/dbt/manifest/v12.json"
NIGHT = "2026-11-17"


def digest(text, length=10):
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def metadata(kind, at):
    return {"dbt_schema_version": f"https://schemas.getdbt.com/dbt/{kind}.json", "dbt_version": "1.10.13",
            "generated_at": at, "invocation_id": "3c1f6f0e-5b0d-4a52-9f0f-6f3b8e0c7a11",
            "env": {"OPENLINEAGE_NAMESPACE": "snowflake://norrvik-eu1"}}


class Warehouse:
    def __init__(self, mesh, out):
        self.mesh, self.out, self.more = mesh, out, load("warehouse.yaml")
        self.nodes, self.sources, self.exposures, self.catalog = {}, {}, {}, {"nodes": {}, "sources": {}}
        self.ids = {}                                  # (namespace, name) -> unique id
        self.results = []

    def write(self):
        for layer in ("raw", "lake"):
            for dataset in self.mesh.layer(layer):
                self._source(dataset)
        self._seeds()
        models = ("stg", "int", "mart", "legacy")
        for dataset in self.mesh.layer(*models):
            self.ids[(dataset.namespace, dataset.name)] = f"model.{PROJECT}.{dataset.table}"
        for layer in models:
            for dataset in self.mesh.layer(layer):
                self._model(dataset)
        for name, product in self.more["snapshots"].items():
            self._snapshot(name, self.mesh.products[product].mart)
        self._tests()
        self._exposures()
        self._manifest()
        self._run_results()
        write_json(self.out / "catalog.json", {"metadata": metadata("catalog/v1", f"{NIGHT}T03:55:10Z"),
                                               **self.catalog, "errors": None})
        self._freshness()

    # --- nodes --------------------------------------------------------------------------

    def _columns(self, dataset, described=True):
        made = {}
        for c in dataset.columns:
            entry = {"name": c.name, **({"description": c.description} if described else {}),
                     "data_type": PHYSICAL["warehouse"][c.type]}
            if c.classification != "public":
                entry["meta"] = {"classification": c.classification}
            made[c.name] = entry
        return made

    def _group(self, team):
        return team.replace("-", "_")

    def _domain(self, team):
        return self.mesh.domain_names(self.mesh.teams[team][2])

    def _source(self, dataset):
        lake = dataset.layer == "lake"
        database, schema, table = ("raw", "lake", dataset.table) if lake else dataset.name.split(".")
        unique = f"source.{PROJECT}.{schema}.{table}"
        self.ids[(dataset.namespace, dataset.name)] = unique
        freshness = {"warn_after": {"count": 12, "period": "hour"}, "error_after": {"count": 24, "period": "hour"},
                     "filter": None}
        system = self.mesh.systems.get(schema, {"name": "Lake", "description": "Iceberg tables written by processors."})
        self.sources[unique] = {
            "database": database, "schema": schema, "name": table, "resource_type": "source",
            "package_name": PROJECT, "path": f"models/staging/{schema}/_sources.yml",
            "original_file_path": f"models/staging/{schema}/_sources.yml", "unique_id": unique,
            "fqn": [PROJECT, "staging", schema, schema, table], "source_name": schema,
            "source_description": f"{system['name']}. {system['description']}", "loader": "kafka-connect",
            "identifier": table, "quoting": {"database": None, "schema": None, "identifier": None, "column": None},
            "loaded_at_field": None if lake else "loaded_at", "freshness": freshness, "external": None,
            "description": dataset.description, "columns": self._columns(dataset, False),
            "meta": {"owner": self.mesh.mail(self.mesh.owner(dataset.team)), "domain": self._domain(dataset.team)}, "source_meta": {}, "tags": [],
            "config": {"enabled": True, "meta": {}, "tags": []}, "relation_name": f"{database}.{schema}.{table}",
            "created_at": 1.0}
        self._catalog("sources", unique, database, schema, table, "BASE TABLE", dataset.columns)

    def _catalog(self, section, unique, database, schema, table, kind, columns):
        self.catalog[section][unique] = {
            "metadata": {"type": kind, "schema": schema, "name": table, "database": database, "comment": None,
                         "owner": "transformer"},
            "columns": {c.name: {"type": PHYSICAL["warehouse"][c.type], "index": i + 1, "name": c.name} for i, c in enumerate(columns)},
            "stats": {},
            "unique_id": unique}

    def _node(self, kind, unique, name, database, schema, folder, description, columns, materialized, parents,
              team, extra_config=None, sql=""):
        owner = self.mesh.owner(team)
        meta = {"owner": self.mesh.mail(owner), "domain": self._domain(team)}
        suffix = {"model": "sql", "snapshot": "sql", "seed": "csv"}[kind]
        base = {"model": "models", "snapshot": "snapshots", "seed": "seeds"}[kind]
        config = {"enabled": True, "materialized": materialized, "tags": [], "meta": meta,
                  "group": self._group(team) if kind == "model" else None}
        config.update(extra_config or {})
        node = {"database": database, "schema": schema, "name": name, "resource_type": kind,
                "package_name": PROJECT, "path": f"{folder}/{name}.{suffix}",
                "original_file_path": f"{base}/{folder}/{name}.{suffix}", "unique_id": unique,
                "fqn": [PROJECT, *folder.split("/"), name], "alias": name,
                "checksum": {"name": "sha256", "checksum": digest(unique, 16)}, "config": config, "tags": [],
                "description": description, "columns": columns, "meta": meta,
                "relation_name": f"{database}.{schema}.{name}", "created_at": 1.0}
        if kind != "seed":
            node.update({"raw_code": sql, "depends_on": {"macros": [], "nodes": parents}})
            if kind == "model":
                node.update({"language": "sql", "group": config["group"], "access": "protected"})
            node["refs"] = [{"name": p.split(".")[-1], "package": None, "version": None}
                            for p in parents if not p.startswith("source.")]
            node["sources"] = [p.split(".")[-2:] for p in parents if p.startswith("source.")]
        else:
            node["depends_on"] = {"macros": []}
        self.nodes[unique] = node
        return node

    def _model(self, dataset):
        database, schema, name = dataset.name.split(".")
        unique = self.ids[(dataset.namespace, dataset.name)]
        parents = [self.ids[(u.namespace, u.name)] for u in dataset.upstream]
        product = self.mesh.products.get(dataset.owner_id)
        if product:
            path = "/".join(self.mesh.domain_path(product.domain)).replace("-", "_")
            parents += [f"seed.{PROJECT}.{s}" for s, v in self.more["seeds"].items()
                        if v[2] == dataset.owner_id and dataset.layer == "mart"]
        folder = {"stg": f"staging/{dataset.owner_id.split('.')[0]}",
                  "int": f"intermediate/{path}" if product else "", "mart": f"marts/{path}" if product else "",
                  "legacy": f"marts/{path}" if product else ""}[dataset.layer]
        enforced = bool(product and product.certified and dataset.layer == "mart")
        config = {"contract": {"enforced": enforced, "alias_types": True}}
        if product and dataset.layer == "mart":
            config["tags"] = list(product.tags)
            config["access"] = "public"
        sql = self._sql(dataset)
        node = self._node("model", unique, name, database, schema, folder, dataset.description,
                          self._columns(dataset, dataset.layer != "int"), dataset.kind, parents, dataset.team, config, sql)
        node["contract"] = {"enforced": enforced, "alias_types": True, "checksum": digest(name, 16) if enforced else None}
        node["tags"] = config.get("tags", [])
        node["constraints"], node["version"], node["latest_version"], node["deprecation_date"] = [], None, None, None
        if product and dataset.layer == "mart":
            node["access"] = "public"
            node["meta"] = node["config"]["meta"] = {**node["meta"], "domain": self.mesh.domain_names(product.domain),
                                                     "product": product.id}
            for c in dataset.columns:
                if c.key and enforced:
                    node["columns"][c.name]["constraints"] = [{"type": "not_null"}]
        self._catalog("nodes", unique, database, schema, name, "VIEW" if dataset.kind == "view" else "BASE TABLE",
                      dataset.columns)

    def _sql(self, dataset):
        def call(u):
            unique = self.ids[(u.namespace, u.name)]
            if unique.startswith("source."):
                schema, table = unique.split(".")[-2:]
                return "{{ source('%s', '%s') }}" % (schema, table)
            return "{{ ref('%s') }}" % unique.split(".")[-1]
        first, *others = dataset.upstream
        joins = {(j.namespace, j.name): c for j, c in dataset.joins}
        lines = [f"select * from {call(first)}"]
        for u in others:
            column = joins.get((u.namespace, u.name))
            lines.append(f"left join {call(u)} using ({column})" if column else f"cross join {call(u)}")
        return "\n".join(lines)

    def _seeds(self):
        for name, (description, columns, product) in self.more["seeds"].items():
            made = []
            for c in columns.split():
                known = self.mesh.words.get(c)
                made.append(known or Column(c, "bool" if c.startswith("is_") else "string",
                                            f"{c.replace('_', ' ').capitalize()} as kept by hand."))
            unique = f"seed.{PROJECT}.{name}"
            dataset = type("Seed", (), {"columns": made})
            self._node("seed", unique, name, "analytics", "seeds", "reference", description + ".",
                       self._columns(dataset), "seed", [], self.mesh.products[product].team)
            self._catalog("nodes", unique, "analytics", "seeds", name, "BASE TABLE", made)

    def _snapshot(self, name, mart):
        extra = [Column("dbt_scd_id", "string", "Identifier of the version of the row."),
                 Column("dbt_valid_from", "timestamp", "Moment this version was first seen."),
                 Column("dbt_valid_to", "timestamp", "Moment it was replaced; empty for the present one.")]
        dataset = type("Snapshot", (), {"columns": mart.columns + extra})
        unique = f"snapshot.{PROJECT}.{name}"
        parent = self.ids[(mart.namespace, mart.name)]
        keys = [c.name for c in mart.columns if c.key]
        self._node("snapshot", unique, name, "analytics", "snapshots", "history",
                   f"Every version of a row of {mart.table} since it was first kept.", self._columns(dataset),
                   "snapshot", [parent], mart.team, {"unique_key": keys[0], "strategy": "check"},
                   "select * from {{ ref('%s') }}" % mart.table)
        self._catalog("nodes", unique, "analytics", "snapshots", name, "BASE TABLE", dataset.columns)

    # --- tests, exposures, groups -------------------------------------------------------

    def _test(self, kind, node, column, arguments, parents):
        readable = f"{kind}_{node['name']}_{column}"
        unique = f"test.{PROJECT}.{readable}.{digest(readable)}"
        entity = "source" if node["resource_type"] == "source" else "model"
        severity = "WARN" if readable in self.more["warning"] else "ERROR"
        self.nodes[unique] = {
            "database": "analytics", "schema": "dbt_test__audit", "name": readable, "resource_type": "test",
            "package_name": PROJECT, "path": f"{readable}.sql", "original_file_path": node["original_file_path"],
            "unique_id": unique, "fqn": [*node["fqn"][:-1], readable], "alias": readable,
            "checksum": {"name": "none", "checksum": ""},
            "config": {"enabled": True, "materialized": "test", "severity": severity, "tags": [], "meta": {}},
            "tags": [], "description": "", "relation_name": None, "created_at": 1.0,
            "depends_on": {"macros": [], "nodes": parents}, "column_name": column,
            "file_key_name": f"{entity}s.{node['name']}", "attached_node": node["unique_id"],
            "test_metadata": {"name": kind, "kwargs": {"column_name": column, **arguments}, "namespace": None}}

    def _tests(self):
        marts = [self.nodes[self.ids[(p.mart.namespace, p.mart.name)]] for p in self.mesh.products.values()]
        for product, node in zip(self.mesh.products.values(), marts):
            unique = node["unique_id"]
            keys = [c.name for c in product.mart.columns if c.key]
            for key in keys:
                self._test("not_null", node, key, {}, [unique])
            if len(keys) == 1:
                self._test("unique", node, keys[0], {}, [unique])
            for c in product.mart.columns:
                target = self.more["relationships"].get(c.name)
                if target and target != product.id and target in product.uses:
                    other = self.ids[(self.mesh.products[target].mart.namespace, self.mesh.products[target].mart.name)]
                    self._test("relationships", node, c.name,
                               {"field": c.name, "to": "ref('%s')" % other.split(".")[-1]}, [other, unique])
                if c.name in self.more["accepted"]:
                    self._test("accepted_values", node, c.name, {"values": self.more["accepted"][c.name]}, [unique])
        vouchers = self.nodes[f"model.{PROJECT}.vouchers"]
        self._test("not_null", vouchers, "member_id", {}, [vouchers["unique_id"]])

    def _exposures(self):
        for name, (label, kind, owner, maturity, text, products) in self.more["exposures"].items():
            unique = f"exposure.{PROJECT}.{name}"
            parents = [self.ids[(self.mesh.products[p].mart.namespace, self.mesh.products[p].mart.name)]
                       for p in products]
            self.exposures[unique] = {
                "name": name, "resource_type": "exposure", "package_name": PROJECT, "path": "exposures.yml",
                "original_file_path": "models/exposures.yml", "unique_id": unique, "fqn": [PROJECT, name],
                "type": kind, "owner": {"email": self.mesh.mail(owner), "name": self.mesh.people[owner]},
                "description": text, "label": label, "maturity": maturity,
                "meta": {"domain": self.mesh.domain_names(self.mesh.products[products[0]].domain)}, "tags": ["analytical"],
                "config": {"enabled": True, "meta": {}, "tags": []},
                "url": f"https://bi.norrvik.example/{name.replace('_', '-')}",
                "depends_on": {"macros": [], "nodes": parents},
                "refs": [{"name": p.split(".")[-1], "package": None, "version": None} for p in parents],
                "sources": [], "metrics": [], "created_at": 1.0}

    def _manifest(self):
        groups, group_map = {}, {}
        for team in self.mesh.teams:
            members = [u for u, n in self.nodes.items() if n.get("group") == self._group(team)]
            if members:
                unique = f"group.{PROJECT}.{self._group(team)}"
                owner = self.mesh.owner(team)
                groups[unique] = {"name": self._group(team), "resource_type": "group", "package_name": PROJECT,
                                  "path": "groups.yml", "original_file_path": "models/groups.yml",
                                  "unique_id": unique,
                                  "owner": {"email": self.mesh.mail(owner), "name": self.mesh.people[owner]}}
                group_map[self._group(team)] = members
        everything = {**self.nodes, **self.sources, **self.exposures}
        parents = {u: n.get("depends_on", {}).get("nodes", []) for u, n in everything.items()}
        children = {u: [] for u in everything}
        for child, above in parents.items():
            for parent in above:
                children[parent].append(child)
        head = metadata("manifest/v12", f"{NIGHT}T03:02:11Z")
        head.update({"project_name": PROJECT, "project_id": digest(PROJECT, 32), "user_id": None,
                     "send_anonymous_usage_stats": False, "adapter_type": "snowflake",
                     "quoting": {"database": False, "schema": False, "identifier": False, "column": None}})
        write_json(self.out / "manifest.json", {
            "metadata": head, "nodes": self.nodes, "sources": self.sources, "macros": {}, "docs": {},
            "exposures": self.exposures, "metrics": {}, "groups": groups, "selectors": {}, "disabled": {},
            "parent_map": parents, "child_map": children, "group_map": group_map, "saved_queries": {},
            "semantic_models": {}, "unit_tests": {}})

    # --- results ------------------------------------------------------------------------

    def _run_results(self):
        results, clock = [], 3 * 3600 + 5 * 60
        for unique, node in self.nodes.items():
            seconds = 1 + int(digest(unique, 4), 16) % 9
            if node["resource_type"] == "test":
                failed = self.more["failing"].get(node["name"], 0)
                warned = self.more["warning"].get(node["name"], 0)
                status = "fail" if failed else "warn" if warned else "pass"
                failures = failed or warned
                message = f"Got {failures} results, configured to fail if != 0" if failures else None
                seconds = 1
            else:
                status, failures, message = "success", None, "SUCCESS 1"
            begin, end = clock, clock + seconds
            clock += 1 + seconds // 4
            results.append({"status": status, "timing": [{"name": "execute", "started_at": at(begin),
                                                          "completed_at": at(end)}],
                            "thread_id": "Thread-1", "execution_time": float(seconds), "adapter_response": {},
                            "message": message, "failures": failures, "unique_id": unique,
                            "relation_name": node["relation_name"]})
        write_json(self.out / "run_results.json", {
            "metadata": metadata("run-results/v6", f"{NIGHT}T03:50:00Z"), "results": results,
            "elapsed_time": 2451.7, "args": {"which": "build"}})

    def _freshness(self):
        late = {"source.norrvik.tags.page_views": 8, "source.norrvik.tags.tag_events": 8,
                "source.norrvik.vendors.competitor_prices": 26, "source.norrvik.lake.sessions": 11}
        results = []
        for unique, source in self.sources.items():
            if source["loaded_at_field"] is None:
                continue
            hours = late.get(unique, 0.2 + int(digest(unique, 2), 16) / 256)
            snapshot = 27 * 3600 + 52 * 60                 # 03:52 of the last day, seconds after the day before
            results.append({
                "unique_id": unique, "max_loaded_at": at(int(snapshot - hours * 3600), "2026-11-16"),
                "snapshotted_at": at(snapshot, "2026-11-16"), "max_loaded_at_time_ago_in_s": hours * 3600,
                "status": "error" if hours > 24 else "warn" if hours > 12 else "pass",
                "criteria": source["freshness"], "adapter_response": {}, "timing": [], "thread_id": "Thread-1",
                "execution_time": 0.4})
        write_json(self.out / "sources.json", {
            "metadata": metadata("sources/v3", f"{NIGHT}T03:52:30Z"), "results": results, "elapsed_time": 31.4})


def at(seconds, day=NIGHT):
    """A moment `seconds` after midnight of a day, which may run into the next."""
    moment = datetime.fromisoformat(day) + timedelta(seconds=seconds)
    return moment.isoformat(timespec="seconds") + "Z"


def write_warehouse(mesh, out):
    Warehouse(mesh, out).write()
