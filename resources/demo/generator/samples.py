"""Rows of ports in files: CSV, TSV, JSON lines and SQLite."""
import csv
import io
import json
import sqlite3

from .model import load
from .rows import Rows


def plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value)
    return "" if value is None else value


def separated(columns, rows, delimiter):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(c.name for c in columns)
    for row in rows:
        writer.writerow(plain(row[c.name]) for c in columns)
    return text.getvalue()


def write_sqlite(path, tables):
    types = {"int": "INTEGER", "bool": "INTEGER", "decimal": "REAL"}
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        database.execute("pragma page_size = 1024")
        for name, columns, rows in tables:
            declared = ", ".join(f"{c.name} {types.get(c.type, 'TEXT')}" for c in columns)
            database.execute(f"create table {name} ({declared})")
            marks = ", ".join("?" for _ in columns)
            database.executemany(f"insert into {name} values ({marks})",
                                 [[json.dumps(v) if isinstance(v, list) else v for v in
                                   (row[c.name] for c in columns)] for row in rows])
    database.close()
    content = bytearray(path.read_bytes())
    content[96:100] = (3040001).to_bytes(4, "big")      # the version of SQLite that wrote it says nothing
    path.write_bytes(bytes(content))


def write_samples(mesh, out):
    """Writes the files; answers contract id -> (path for the contract's local server, format)."""
    words = load("samples.yaml")
    made, databases = {}, {}
    for product in mesh.products.values():
        rows = None
        for port in product.ports:
            chosen = words["ports"].get(port.contract)
            if not chosen:
                continue
            columns = port.dataset.columns
            rows = rows or Rows(product, words).make(columns)
            folder = out / "data" / product.domain
            folder.mkdir(parents=True, exist_ok=True)
            name = product.id.replace("-", "_")
            if chosen == "sqlite":
                path = out / "data" / f"{mesh.domain_path(product.domain)[0]}.db"
                databases.setdefault(path, []).append((name, columns, rows))
                made[port.contract] = (path.relative_to(out).as_posix(), "sqlite")
                continue
            path = folder / f"{name}.{chosen}"
            if chosen == "jsonl":
                path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
            else:
                path.write_text(separated(columns, rows, "\t" if chosen == "tsv" else ","), encoding="utf-8")
            made[port.contract] = (path.relative_to(out).as_posix(), {"jsonl": "json", "tsv": "tsv"}.get(chosen, "csv"))
    for path, tables in databases.items():
        write_sqlite(path, tables)
    for folder in (out / "data").iterdir():
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return made
