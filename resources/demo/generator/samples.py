"""Invented rows for ports: CSV, TSV, JSON lines and SQLite."""
import csv
import io
import json
import random
import sqlite3
from datetime import datetime, timedelta

from .model import load

TODAY = datetime(2026, 11, 17)
ROWS = 28


class Rows:
    """Values by the name of the column; what belongs together in a row stays together."""

    def __init__(self, product, words):
        self.random = random.Random(f"rows/{product.id}")
        self.product, self.words = product, words

    def make(self, columns, count=ROWS):
        rows = []
        for number in range(count):
            self.row = {}
            self.person = self.random.choice(self.words["people"])
            self.article = self.random.choice(self.words["articles"])
            self.store = self.random.choice(self.words["stores"])
            self.moment = TODAY + timedelta(hours=6, seconds=-37 * number - self.random.randrange(30))
            self.day = TODAY - timedelta(days=number // 6 + 1)
            self.number = number
            for c in columns:
                self.row[c.name] = self.value(c)
            rows.append(self.row)
        return rows

    def value(self, c):
        known = getattr(self, "_" + c.name, None)
        if known:
            return known()
        choices = self.words["values"].get(c.name)
        if choices:
            return self.random.choice(choices)
        prefix = self.words["numbers"].get(c.name)
        if prefix:
            return f"{prefix}{self.random.randrange(10 ** 6, 10 ** 7 - 1)}"
        return getattr(self, "of_" + c.type)(c.name)

    # by type
    def of_string(self, name):
        return f"{name.split('_')[0]}-{self.random.randrange(100, 999)}"

    def of_int(self, name):
        if name.endswith(("_count", "_days", "step_no")):
            return self.random.randrange(1, 13)
        return self.random.randrange(0, 48)

    def of_decimal(self, name):
        if name.endswith(("_share", "score", "reliability", "confidence", "rate", "weight", "relevance", "sentiment", "quality")):
            return round(self.random.uniform(0.05, 0.99), 3)
        if name.endswith("_pct"):
            return round(self.random.uniform(-12, 24), 1)
        return round(self.random.lognormvariate(4.6, 1.0), 2)

    def of_bool(self, name):
        return self.random.random() < 0.3

    def of_date(self, name):
        if name in ("valid_to", "closed_on", "left_on", "delisted_on"):
            return None if self.random.random() < 0.8 else self._date(self.random.randrange(5, 200))
        if name in ("ends_on", "expires_on", "due_on", "expected_on", "deliver_on", "rights_until"):
            return self._date(-self.random.randrange(2, 90))
        if name in ("valid_from", "opened_on", "joined_on", "hired_on", "launched_on", "starts_on", "holiday_on"):
            return self._date(self.random.randrange(10, 700))
        return self.day.date().isoformat()

    def of_timestamp(self, name):
        if name in ("closed_at", "redeemed_at", "withdrawn_at", "checked_out_at", "decided_at", "clicked_at",
                    "unsubscribed_at", "released_at") and self.random.random() < 0.5:
            return None
        if name in ("created_at", "opened_at", "issued_at", "given_at", "started_at", "announced_at", "ordered_at"):
            return self._time(self.moment - timedelta(hours=self.random.randrange(1, 400)))
        return self._time(self.moment)

    def of_time(self, name):
        return "07:00:00" if name == "opens" else "22:00:00"

    def of_array(self, name):
        return sorted(a[0] for a in self.random.sample(self.words["articles"], 3))

    def _date(self, days_ago):
        return (TODAY - timedelta(days=days_ago)).date().isoformat()

    def _time(self, moment):
        return moment.isoformat(timespec="seconds") + "Z"

    # what belongs together
    def _event_id(self):
        return f"ev-{900412700 - self.number * 7}"

    def _order_status(self):
        happened = self.row.get("event_type")
        return {"paid": "paid"}.get(happened, happened) or self.random.choice(self.words["values"]["order_status"])

    def _is_test(self):
        return False

    def _placed_at(self):
        back = {"placed": 0, "paid": 1, "picked": 95, "shipped": 700, "delivered": 2900, "cancelled": 40}
        minutes = back.get(self.row.get("event_type"), self.number * 11)
        return self._time(self.moment - timedelta(minutes=minutes))

    def _till_id(self):
        return None if self.store[0] == "0900" else f"{self.random.randrange(1, 15):02}"

    def _channel(self):
        online = self.store[0] == "0900"
        return self.random.choice(["web", "web", "app"]) if online else "till"

    def _on_hand(self):
        return self.row.setdefault("on_hand", self.random.choice([0, 3, 8, 14, 22, 37, 60, 114]))

    def _reserved(self):
        return min(self._on_hand(), self.random.choice([0, 0, 1, 2, 5]))

    def _blocked(self):
        return 0

    def _available(self):
        return self._on_hand() - self.row.get("reserved", 0)

    def _updated_at(self):
        return self._time(self.moment)

    def _counted_qty(self):
        return self.random.choice([0, 4, 9, 16, 30])

    def _book_qty(self):
        return self.row["counted_qty"] + self.random.choice([-2, 0, 0, 0, 1, 3])

    def _difference(self):
        return self.row["counted_qty"] - self.row["book_qty"]

    def _difference_pct(self):
        book = self.row["book_qty"]
        return round(100 * self._difference() / book, 1) if book > 0 else None

    def _ended_at(self):
        return self._time(self.moment + timedelta(minutes=-1))

    def _started_at(self):
        return self._time(self.moment - timedelta(minutes=2 + self.random.randrange(25)))

    def _activity_on(self):
        return self._date(self.number // 4 + 1)

    def _forecast_on(self):
        return self._date(-(self.number // 4) - 1)

    def _seen_on(self):
        return self._date(1 + self.number // 10)

    def _first_name(self):
        return self.person[0]

    def _last_name(self):
        return self.person[1]

    def _email(self):
        plain = str.maketrans("åäöéø", "aaoeo")
        return f"{self.person[0]}.{self.person[1]}@mail.example".lower().translate(plain)

    def _phone(self):
        return f"+46 70 555 {self.random.randrange(1000, 9999)}"

    def _customer_id(self):
        return None if self.random.random() < 0.12 and not self.product.columns[0].name == "customer_id" \
            else f"C{40000000 + self.words['people'].index(self.person) * 7919 + self.number % 3}"

    def _article_id(self):
        return self.article[0]

    def _article_name(self):
        return self.article[1]

    def _category_id(self):
        return self.article[2]

    def _gtin(self):
        return f"73100{self.article[0]}"

    def _brand(self):
        return self.article[3]

    def _store_id(self):
        return self.store[0]

    def _store_name(self):
        return self.store[1]

    def _city(self):
        return self.store[2]

    def _country(self):
        return self.store[3]

    def _currency(self):
        return {"SE": "SEK", "FI": "EUR", "NO": "NOK", "DK": "DKK", "EE": "EUR"}[self.store[3]]

    def _store_format(self):
        return self.store[4]

    def _employee_id(self):
        return f"N{20000 + self.random.randrange(9400)}"

    def _order_id(self):
        return f"{self.store[0]}-{88120000 + self.random.randrange(70000)}"

    def _birth_date(self):
        return f"{self.random.randrange(1946, 2006)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"

    def _net_amount(self):
        return self.row.setdefault("net_amount", round(self.random.lognormvariate(5.2, 0.9), 2))

    def _vat_amount(self):
        return round(self._net_amount() * 0.25, 2)

    def _gross_amount(self):
        return round(self._net_amount() * 1.25, 2)

    def _net_amount_sek(self):
        rate = {"SEK": 1, "EUR": 11.42, "NOK": 0.97, "DKK": 1.53}[self._currency()]
        return round(self._net_amount() * rate, 2)

    def _quantity(self):
        return self.random.choice([1, 1, 1, 2, 2, 3, 6])

    def _line_no(self):
        return self.number % 5 + 1

    def _rate(self):
        return round(self.random.uniform(0.9, 11.6), 4)

    def _latitude(self):
        return round(self.random.uniform(55.4, 65.1), 5)

    def _longitude(self):
        return round(self.random.uniform(10.4, 26.9), 5)

    def _schema_version(self):
        return "2.3"

    def _media_uri(self):
        return f"s3://norrvik-media/{self.article[0]}.jpg"

    def _page_url(self):
        return f"https://norrvik.example/a/{self.article[0]}"

    _entry_page = _page_url
    _exit_page = _page_url

    def _observed_on(self):
        return self._date(self.number // 4)

    def _quote_currency(self):
        return ["SEK", "NOK", "DKK", "USD", "GBP", "PLN"][self.number % 6]

    def _base_currency(self):
        return "EUR"

    def _rate_on(self):
        return self._date(self.number // 6)


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
