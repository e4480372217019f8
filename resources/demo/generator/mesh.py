"""The whole mesh: source systems, their layers in the platform, and the products.

Everything the three endpoints say comes from here.
"""
from .model import (EXPORTS, KAFKA, LAKE, SERVING, TIERS, WAREHOUSE, Column, Dataset, Port, Product, copy, defined_in,
                    link, load, parse_columns, parse_dictionary)


class Mesh:
    def __init__(self):
        company = load("company.yaml")
        self.company, self.people = company["company"], company["people"]
        self.domains, self.teams = company["domains"], company["teams"]
        self.words = parse_dictionary(load("columns.yaml")["columns"])
        self.systems = load("systems.yaml")["systems"]
        self.datasets = {}
        self.processors = load("pipelines.yaml")
        self.products = self._products()
        self._source_layers()
        for product in self.in_order():
            self._product_layers(product)

    def mail(self, person):
        return f"{person}@{self.company['mail']}"

    def owner(self, team):
        return next(p for p, role in self.teams[team][4].items() if role == "Owner")

    def domain_path(self, domain):
        parent = self.domains[domain][1]
        return (self.domain_path(parent) if parent else []) + [domain]

    def domain_names(self, domain):
        """The path of names a domain is known by elsewhere: Commerce/Orders."""
        return "/".join(self.domains[d][0] for d in self.domain_path(domain))

    def add(self, dataset):
        key = (dataset.namespace, dataset.name)
        if key in self.datasets:
            raise SystemExit(f"two datasets called {key}")
        self.datasets[key] = dataset
        return dataset

    def layer(self, *layers):
        return [d for d in self.datasets.values() if d.layer in layers]

    def of(self, owner_id, layer):
        return next((d for d in self.datasets.values() if d.owner_id == owner_id and d.layer == layer), None)

    def in_order(self):
        done, order = set(), []

        def visit(product):
            if product.id in done:
                return
            done.add(product.id)
            for used in product.uses:
                visit(self.products[used])
            order.append(product)
        for product in self.products.values():
            visit(product)
        return order

    def _products(self):
        products, written = {}, {}
        for path in ["commerce", "supply", "customer", "finance"]:
            written.update(load(f"products/{path}.yaml"))
        words = {}
        for p in written.values():
            words = {**defined_in(p["columns"]), **words}
        words.update(self.words)
        for key, p in written.items():
            tier, form = p["kind"].split()
            products[key] = Product(
                key, p["name"], p["domain"], TIERS[tier], form, p["team"], p["version"],
                p.get("status", "active"), str(p["since"]), str(p.get("certified", "")), p["tags"],
                p.get("from", []), p.get("uses", []), p["purpose"], p["usage"], p["limits"],
                p["levels"].split(), parse_columns(p["columns"], words, key))
            products[key].raw_ports = p["ports"]
        return products

    # --- source systems: table -> topic -> raw -> staging -------------------------------

    def _source_layers(self):
        for system, s in self.systems.items():
            for table, (description, columns) in s["tables"].items():
                self._source_table(system, s, table, description, columns)

    def _source_table(self, system, s, table, description, columns):
        owner = f"{system}.{table}"
        pairs = []
        for token in columns.split():
            key = token.endswith("*")
            source, _, canonical = token.rstrip("*").partition("=")
            pairs.append((source, self.words[canonical or source], key))

        def columns_as(rename, extra=()):
            made = [copy(w, name=rename(n, w), key=k) for n, w, k in pairs]
            return made + [Column(n, t, d) for n, t, d in extra]
        own = columns_as(lambda n, w: n)
        hashed = columns_as(lambda n, w: w.name if w.name.endswith("_hash") else n)
        team, previous = s["team"], []
        if s["kind"] == "postgres":
            op = self.add(Dataset(f"postgres://{s['host']}:5432", f"{s['database']}.public.{table}", "table",
                                  f"{description}.", own, team, layer="op", owner_id=owner))
            topic = Dataset(KAFKA, f"cdc.{system}.{table}", "topic", f"Changes of {description[0].lower()}{description[1:]}.",
                            hashed + [Column("op", "string", "c for created, u for updated, d for deleted."),
                                      Column("source_ts", "timestamp", "Moment of the change in the source.")],
                            team, layer="topic", owner_id=owner)
            for column, (source, _, _) in zip(topic.columns, pairs):
                column.made_of = [source]
                column.how = "sha256 with salt" if column.name != source else ""
            link(self.add(topic), [op])
            previous = [topic]
        elif s["kind"] == "kafka":
            previous = [self.add(Dataset(KAFKA, f"web.{table}", "topic", f"{description}.", own, team,
                                         layer="topic", owner_id=owner))]
        else:
            previous = [self.add(Dataset(f"s3://{s['bucket']}", f"{table}/current.csv", "file", f"{description}.",
                                         own, team, layer="drop", owner_id=owner))]
        raw = Dataset(WAREHOUSE, f"raw.{system}.{table}", "table", f"{description}, as loaded.",
                      [copy(c, made_of=[c.name]) for c in previous[0].columns]
                      + [Column("loaded_at", "timestamp", "Moment the row was loaded.")],
                      team, layer="raw", owner_id=owner)
        link(self.add(raw), previous)
        stg = Dataset(WAREHOUSE, f"analytics.staging.stg_{system}__{table}", "view",
                      f"{description}, with our names and types.",
                      [copy(w, key=k, made_of=[w.name if w.name.endswith("_hash") else n]) for n, w, k in pairs],
                      team, layer="stg", owner_id=owner)
        for column in stg.columns:
            column.how = "" if column.made_of == [column.name] else "renamed"
        link(self.add(stg), [raw])

    # --- products: (intermediate ->) mart, and what hangs on it --------------------------

    def _product_layers(self, product):
        schema, table = product.domain.replace("-", "_"), product.id.replace("-", "_")
        staged = [self.of(s, "stg") for s in product.sources]
        used = [self.products[u].mart for u in product.uses]
        streaming = product.raw_ports.get("table") == "lake"
        mart = Dataset(WAREHOUSE, f"analytics.{schema}.{table}", "view" if product.form != "physical" else "table",
                       product.purpose, [copy(c, made_of=c.made_of, how=c.how) for c in product.columns],
                       product.team, layer="mart", owner_id=product.id)
        if streaming:
            self._lake(product, mart, table)
        else:
            link(self.add(mart), self._intermediate(product, table, mart, staged, used))
        product.mart = mart
        for index, (kind, detail) in enumerate(product.raw_ports.items()):
            dataset = self._port_dataset(product, kind, detail, schema, table)
            contract = f"{product.id}-{kind}"
            version = "1.3.0" if kind == "legacy" else product.version
            product.ports.append(Port("table" if kind == "legacy" else kind, contract, dataset, version, index == 0))

    def _intermediate(self, product, table, mart, staged, used):
        """Own sources are joined first, then enriched, when there are several of them."""
        wanted = {n for c in mart.columns for n in c.made_of} | {"order_id", "article_id", "store_id"}
        upstream = staged + used
        if len(staged) >= 2:
            upstream = [self._joined(product, f"int_{table}__unioned", staged, wanted,
                                     f"Sources of {product.name} under one another.")] + used
        if len(used) >= 3:
            first, rest = upstream[:-1], upstream[-1:]
            upstream = [self._joined(product, f"int_{table}__enriched", first, wanted,
                                     f"{product.name} before the last step.")] + rest
        return upstream

    def _joined(self, product, name, upstream, wanted, description):
        columns, seen = [], set()
        for source in upstream:
            for c in source.columns:
                if c.name in wanted and c.name not in seen:
                    seen.add(c.name)
                    columns.append(copy(c, key=False, made_of=[c.name]))
        dataset = Dataset(WAREHOUSE, f"analytics.intermediate.{name}", "view", description, columns,
                          product.team, layer="int", owner_id=product.id)
        link(self.add(dataset), upstream)
        return dataset

    def _lake(self, product, mart, table):
        """Made by a stream processor: stream topic -> lake table -> mart."""
        topics = [self.of(s, "topic") for s in product.sources]
        others = [self.products[u].port_read_by(True).dataset for u in product.uses]
        stream = Dataset(KAFKA, product.raw_ports["stream"], "topic", product.purpose,
                         [copy(c, made_of=c.made_of, how=c.how) for c in product.columns],
                         product.team, layer="stream", owner_id=product.id)
        canonical = {w: s for o in product.sources for s, w in self._renames(o)}
        link(self.add(stream), self._as_canonical(topics, canonical) + others)
        lake = Dataset(LAKE, f"warehouse/lake/{table}", "table", f"{product.name} as kept in the lake.",
                       [copy(c, made_of=[c.name]) for c in product.columns], product.team,
                       layer="lake", owner_id=product.id)
        link(self.add(lake), [stream])
        for column in mart.columns:
            column.made_of, column.how = [column.name], ""
        link(self.add(mart), [lake])

    def _renames(self, owner):
        system, table = owner.split(".")
        for token in self.systems[system]["tables"][table][1].split():
            source, _, canonical = token.rstrip("*").partition("=")
            yield source, canonical or source

    def _as_canonical(self, topics, renames):
        return [Renamed(t, renames) for t in topics]

    def _port_dataset(self, product, kind, detail, schema, table):
        mart = product.mart
        same = [copy(c, made_of=[c.name]) for c in mart.columns]
        if kind in ("table", "view"):
            return mart
        if kind == "stream":
            made = self.of(product.id, "stream")
            if made:
                return made
            topics = [self.of(s, "topic") for s in product.sources]
            stream = Dataset(KAFKA, detail, "topic", f"{product.purpose}", [copy(c, made_of=c.made_of, how=c.how)
                             for c in product.columns], product.team, layer="stream", owner_id=product.id)
            renames = {w: s for o in product.sources for s, w in self._renames(o)}
            others = [self.products[u].port_read_by(True).dataset for u in product.uses]
            link(self.add(stream), self._as_canonical(topics, renames) + others if topics else [mart])
            if not topics:
                for column in stream.columns:
                    column.inputs = [(mart, column.name, "DIRECT", "IDENTITY", "", False)]
            return stream
        if kind == "file":
            dataset = Dataset(EXPORTS, f"{schema}/{table}.{detail}", "file", f"{product.name}, one file a day.",
                              same, product.team, layer="file", owner_id=product.id)
        elif kind == "api":
            dataset = Dataset(SERVING, f"serving.{schema}.{table}", "table", f"{product.name}, to be asked by key.",
                              same, product.team, layer="api", owner_id=product.id)
        else:
            dataset = Dataset(WAREHOUSE, f"analytics.{schema}.{table}_v1", "table",
                              f"{product.name}, version 1, without the price zone.",
                              [c for c in same if c.name != "price_zone"], product.team, layer="legacy",
                              owner_id=product.id)
        link(self.add(dataset), [mart])
        return dataset


class Renamed:
    """A topic with its own column names, looked up by ours."""

    def __init__(self, dataset, renames):
        self.dataset, self.renames = dataset, renames
        self.columns = [Column(w, "string", "") for w, s in renames.items()
                        if dataset.column(s) or dataset.column(w)]

    def column(self, name):
        source = self.renames.get(name, name)
        return self.dataset.column(source) or self.dataset.column(name)


def plain(upstream):
    return upstream.dataset if isinstance(upstream, Renamed) else upstream


def real_input(entry):
    """An input with the column's real name in its dataset."""
    upstream, name, *rest = entry
    if isinstance(upstream, Renamed):
        return (upstream.dataset, upstream.column(name).name, *rest)
    return entry
