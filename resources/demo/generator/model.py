"""Plain values of the mesh, and the little language of the files in model/.

A Dataset has an OpenLineage identity (namespace, name); a Column knows which
upstream columns it is made of.
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
KAFKA = "kafka://kafka.norrvik.example:9092"
WAREHOUSE = "snowflake://norrvik-eu1"
SERVING = "postgres://serving-db.norrvik.example:5432"
LAKE = "s3://norrvik-lake"
EXPORTS = "s3://norrvik-exports"
TIERS = {"source": "sourceAligned", "aggregate": "aggregate", "consumer": "consumerAligned"}


@dataclass
class Column:
    name: str
    type: str
    description: str
    classification: str = "public"
    key: bool = False
    made_of: list = field(default_factory=list)   # names looked up in the upstreams
    how: str = ""                                 # sum, count ... or a formula
    inputs: list = field(default_factory=list)    # (Dataset, column name, type, subtype, text, masked)


@dataclass
class Dataset:
    namespace: str
    name: str
    kind: str                                     # table, view, topic, file
    description: str
    columns: list
    team: str
    upstream: list = field(default_factory=list)
    layer: str = ""                               # op, topic, raw, stg, int, mart, stream, file, api, lake
    owner_id: str = ""                            # "system.table" or product id
    joins: list = field(default_factory=list)     # (Dataset, column) used as a join key

    @property
    def table(self):
        return re.split(r"[./]", self.name)[-1] if self.kind != "file" else Path(self.name).stem

    def column(self, name):
        return next((c for c in self.columns if c.name == name), None)


@dataclass
class Port:
    name: str
    contract: str
    dataset: Dataset
    version: str
    primary: bool


@dataclass
class Product:
    id: str
    name: str
    domain: str
    tier: str
    form: str
    team: str
    version: str
    status: str
    since: str
    certified: str
    tags: list
    sources: list
    uses: list
    purpose: str
    usage: str
    limits: str
    levels: list
    columns: list
    ports: list = field(default_factory=list)
    mart: Dataset = None

    def port_read_by(self, streaming):
        """The port another product reads: the table, or for a processor the stream."""
        wanted = ["stream", "table", "view"] if streaming else ["table", "view", "api"]
        return next(p for kind in wanted for p in self.ports if p.name == kind)


def load(name):
    return yaml.safe_load((ROOT / "model" / name).read_text(encoding="utf-8"))


def parse_dictionary(text):
    words = {}
    for line in text.strip().splitlines():
        head, description = line.split(" | ", 1)
        name, kind, *rest = head.split()
        words[name] = Column(name, kind, description, rest[0] if rest else "public")
    return words


def copy(column, **changes):
    values = dict(name=column.name, type=column.type, description=column.description,
                  classification=column.classification, key=column.key)
    values.update(changes)
    return Column(**values)


def parse_columns(text, words, where):
    """The little language of `columns:` in model/products."""
    columns, explicit = [], defined_in(text)
    lines = text.strip().splitlines()
    for line in lines:
        tokens = [line.split()[0]] if "|" in line else line.split()
        for token in tokens:
            name, key = token.rstrip("*"), token.endswith("*")
            if any(c.name == name for c in columns):
                continue
            column = explicit.get(name)
            if column is None:
                if name not in words:
                    raise SystemExit(f"{where}: no description of {name}")
                column = copy(words[name], made_of=[name])
            column.key = key
            columns.append(column)
    return columns


def defined_in(text):
    """The columns a product defines itself: the lines with a `|`."""
    explicit = {}
    for line in text.strip().splitlines():
        if "|" in line:
            head, rest = line.split("|", 1)
            name, kind = head.split()
            kind, _, classification = kind.partition("!")
            description, _, source = rest.partition("<-")
            names, _, how = source.partition(" : ")
            made_of = [n.strip() for n in names.split(",") if n.strip()]
            if made_of and " " in made_of[-1]:
                made_of[-1], how = made_of[-1].split(" ", 1)
            explicit[name] = Column(name, kind, description.strip(), classification or "public",
                                    made_of=made_of, how=how.strip())
    return explicit


def link(dataset, upstream):
    """Fill Column.inputs from the upstreams, and the joins between them."""
    dataset.upstream = upstream
    for column in dataset.columns:
        for wanted in column.made_of:
            found = next((u for u in upstream if u.column(wanted)), None)
            if found is None:
                continue
            column.inputs.append((found, wanted, *transformation(column, wanted)))
    keys = [c for c in (upstream[0].columns if upstream else []) if c.name.endswith("_id")]
    for other in upstream[1:]:
        shared = next((k.name for k in keys if other.column(k.name)), None)
        if shared:
            dataset.joins.append((other, shared))


def transformation(column, source):
    how = column.how
    if how in ("sum", "count", "min", "max", "avg"):
        return "DIRECT", "AGGREGATION", f"{how}({source})", False
    if how:
        return "DIRECT", "TRANSFORMATION", how, column.name.endswith("_hash")
    if source == column.name:
        return "DIRECT", "IDENTITY", "", False
    return "DIRECT", "TRANSFORMATION", f"from {source}", column.name.endswith("_hash")
