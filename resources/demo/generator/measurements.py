"""90 days of observed service levels for every level that is measured."""
import random
import re
from datetime import datetime, timedelta

from .atlas import LEVEL
from .files import write_lines
from .model import load

TODAY = datetime(2026, 11, 17)
DAYS = 90
SECONDS = {"min": 60, "h": 3600, "d": 86400}
AGES = ("latency", "freshness", "frequency", "timeToDetect", "timeToNotify", "timeToRepair")
RATIOS = ("completeness", "availability", "errorRate", "accuracy", "coverage")
SOURCES = {"availability": "probe", "completeness": "reconciliation", "accuracy": "sample audit",
           "errorRate": "rule engine"}


class Series:
    """The measurements of one level."""

    def __init__(self, contract, token, story):
        self.contract = contract
        self.property, self.op, value = LEVEL.match(token).groups()
        match = re.match(r"^([\d.]+)(min|h|d|%|rows)$", value)
        self.number, self.unit = (float(match[1]), match[2]) if match else (None, None)
        self.story = story or {"state": "met"}
        self.random = random.Random(f"{contract}/{token}")
        self.minute = self.random.randrange(60)

    def moments(self):
        """Daily; every sixth day before the last five weeks; weekly for what changes slowly."""
        slow = self.property in ("frequency", "retention", "generalAvailability", "timeToDetect", "timeToNotify", "timeToRepair")
        slow = slow or (self.unit == "d" and self.property != "retention" and self.number > 2)
        stop = self.story.get("from", 0) if self.story["state"] == "stale" else 0
        for day in range(DAYS - 1, -1, -1):
            if day < stop or (slow and day % 7 != 0) or (day > 35 and day % 6):
                continue
            yield day, TODAY + timedelta(days=-day, hours=5, minutes=self.minute)

    def rows(self):
        if self.story["state"] == "unmeasured" or self.property == "endOfSupport":
            return
        for day, at in self.moments():
            row = self.row(day, at)
            if row:
                yield row
        if self.story.get("hourly"):
            yield from self.hourly()

    def base(self, at, value, unit):
        row = {"at": at.isoformat(timespec="seconds") + "Z", "target": self.contract, "property": self.property,
               "value": value, "unit": unit}
        if self.property in SOURCES:
            row["source"] = SOURCES[self.property]
        return row

    def row(self, day, at):
        if self.property in AGES:
            return self.base(at, round(self.age(day)), "s")
        if self.property in RATIOS:
            return self.ratio(day, at)
        if self.property == "throughput":
            return self.base(at, int(self.number * self.random.uniform(1.15, 1.7)), "rows")
        if self.property == "retention":
            return self.base(at, int((self.number + 3 + self.random.random()) * 86400), "s")
        if self.property == "generalAvailability":
            return self.base(at, 1, "1")
        if self.property == "timeOfAvailability":
            due = 6 * 3600 + (10 if "07:10" in self.contract else 0)
            late = self.story["newest"] * 3600 if day < self.story["from"] else -self.random.uniform(300, 1800)
            return self.base(at, round(due + late), "s")
        return None

    def age(self, day):
        allowed = self.number * SECONDS[self.unit]
        if self.property == "frequency":
            return allowed * self.random.uniform(0.985, 0.999) if self.number > 0 else 0
        normal = allowed * self.random.uniform(0.28, 0.66)
        if self.story["state"] in ("breached", "at-risk") and day <= self.story["from"]:
            newest, start = self.story["newest"] * 3600, self.story["from"]
            return newest if start < 1 else newest * (1 - 0.03 * day / start)
        return normal

    def ratio(self, day, at):
        objective = self.number / 100
        smaller = self.op == "<="
        allowance = objective if smaller else 1 - objective
        bad_share = allowance * self.factor(day)
        total = 86400 if self.property == "availability" else self.random.randrange(120000, 180000)
        bad = round(total * bad_share)
        value = bad / total if smaller else 1 - bad / total
        row = self.base(at, round(value, 6), "ratio")
        row.update(good=total - bad, total=total)
        return row

    def factor(self, day):
        """Share of the day's error allowance that is used."""
        noise = self.random.uniform(-0.08, 0.08)
        story = self.story
        if story["state"] == "breached" and day <= story["from"]:
            return story["newest"] + noise
        if story["state"] == "at-risk" and day <= story["from"]:
            start = 0.36 if story["from"] > 80 else 0.5
            return min(0.985, start + (story["newest"] - start) * (1 - day / story["from"]) ** 0.45 + noise / 4)
        return 0.38 + noise * 1.6

    def hourly(self):
        """The last day and a half, hour by hour: how it went wrong."""
        allowed = self.number * SECONDS[self.unit]
        for hour in range(36, 0, -1):
            at = TODAY + timedelta(hours=5 - hour, minutes=self.minute)
            hours_into = self.story["from"] * 24 - hour - (5 + self.minute / 60 - 5)
            if hours_into > 0:
                value = min(self.story["newest"] * 3600, allowed * 0.6 + hours_into * 3600)
            else:
                value = allowed * self.random.uniform(0.3, 0.62)
            yield self.base(at, round(value), "s")


def row_counts(dataset, usual):
    """Rows of a table, aimed at the dataset itself: no promise, but a trend."""
    numbers = random.Random(dataset.name)
    for day in range(14, -1, -1):
        at = TODAY + timedelta(days=-day, hours=4, minutes=40)
        yield {"at": at.isoformat(timespec="seconds") + "Z", "target": f"{dataset.namespace}/{dataset.name}",
               "property": "rowCount", "value": int(usual * (1 - day * 0.0011) * numbers.uniform(0.999, 1.001)),
               "unit": "rows"}


def write_measurements(mesh, levels, out):
    story = load("story.yaml")
    told = {tuple(entry["of"].split()): entry for entry in story["levels"]}
    met_hourly = {("order-events-stream", "latency")}
    of_domain = {}
    for product in mesh.products.values():
        top = mesh.domain_path(product.domain)[0]
        for port in product.ports:
            if port.contract in story["unmeasured"]:
                continue
            for token in levels[port.contract]:
                if token.endswith("=text"):
                    continue
                name = LEVEL.match(token).group(1)
                entry = told.pop((port.contract, name), None)
                if (port.contract, name) in met_hourly:
                    entry = {"state": "met", "hourly": True, "from": -9, "newest": 0}
                of_domain.setdefault(top, []).extend(Series(port.contract, token, entry).rows())
    for key, usual in story["row_counts"].items():
        top = mesh.domain_path(mesh.products[key].domain)[0]
        of_domain[top] += row_counts(mesh.products[key].mart, usual)
    if told:
        raise SystemExit(f"the story tells of levels that do not exist: {sorted(told)}")
    for domain, rows in of_domain.items():
        rows.sort(key=lambda r: (r["at"], r["target"], r["property"]))
        write_lines(out / f"{domain}.ndjson", rows)
