"""Data usage agreements (DUA 0.0.1): requests and grants in every state."""
import uuid
from datetime import date, datetime, timedelta

from .files import write_yaml
from .model import load

STATUS = {"requested": ("requested", False), "in-review": ("requested", False), "approved": ("approved", False),
          "granted": ("approved", True), "expiring": ("approved", True), "expired": ("approved", True),
          "rejected": ("rejected", False), "cancelled": ("rejected", False), "revoked": ("approved", False)}


def moment(day, index, hour):
    """A working hour of the day; the last day ends at six in the morning."""
    if day >= date(2026, 11, 17):
        hour = 5
    return (datetime(day.year, day.month, day.day, hour) + timedelta(minutes=(index * 17) % 55)).isoformat() + "Z"


def as_date(value):
    return value if isinstance(value, date) else date.fromisoformat(value)


class Agreement:
    def __init__(self, mesh, index, told):
        self.mesh, self.index, self.told = mesh, index, told
        self.product = mesh.products[told["product"]]
        self.port = next(p for p in self.product.ports if p.name == told["port"])
        self.decider = mesh.mail(mesh.owner(self.product.team))
        if told["product"] == "stores" or told["team"] == self.product.team:
            self.decider = mesh.mail("signe.thorsen")

    def columns(self):
        wanted, known = self.told.get("columns"), self.port.dataset.columns
        if wanted == "all":
            return [c.name for c in known]
        if wanted:
            missing = [w for w in wanted if not any(c.name == w for c in known)]
            if missing:
                raise SystemExit(f"{self.product.id} has no {missing}")
            return wanted
        return [c.name for c in known if c.classification not in ("personal", "restricted")]

    def events(self):
        told, index = self.told, self.index
        sent, state = as_date(told["sent"]), told["state"]
        by, note = self.mesh.mail(told["by"]), told.get("note")
        events = [{"at": moment(sent, index, 8), "by": by, "what": "drafted"},
                  {"at": moment(sent, index, 9), "by": by, "what": "requested", "note": told["purpose"]}]

        def add(day, hour, who, what, text=None):
            event = {"at": moment(day, index, hour), "by": who, "what": what}
            if text:
                event["note"] = text
            events.append(event)
        if state == "in-review":
            add(sent + timedelta(days=1), 13, self.decider, "in-review", note)
        elif state == "cancelled":
            add(sent + timedelta(days=2), 10, by, "cancelled", note)
        elif state != "requested":
            decided = as_date(told["decided"])
            if (decided - sent).days >= 2:
                add(sent + timedelta(days=1), 12, self.decider, "in-review")
            word = "rejected" if state == "rejected" else "approved"
            add(decided, 14, self.decider, word, note if state in ("rejected", "approved") else None)
            if state in ("granted", "expiring", "expired", "revoked"):
                add(as_date(told["start"]), 6, self.decider, "activated")
            if state == "revoked":
                add(date(2026, 10, 19), 11, self.decider, "revoked", note)
        return events

    def document(self):
        told, state = self.told, self.told["state"]
        status, active = STATUS[state]
        start = as_date(told.get("start", as_date(told["sent"]) + timedelta(days=14)))
        info = {"purpose": told["purpose"], "status": status, "active": active, "startDate": start.isoformat()}
        info["endDate"] = as_date(told.get("end", start + timedelta(days=180))).isoformat()
        consumer = {"teamId": told["team"]}
        if "consumer" in told:
            consumer["dataProductId"] = told["consumer"]
        consumer["userId"] = self.mesh.mail(told["by"])
        custom = {"requestedBy": self.mesh.mail(told["by"]), "requestedFor": told["team"],
                  "columns": self.columns(), "events": self.events()}
        decision = [e for e in custom["events"] if e["what"] in ("approved", "rejected", "revoked")]
        if decision:
            custom["decision"] = dict(decision[-1])
        return {"dataUsageAgreementSpecification": "0.0.1", "id": self.id(), "info": info,
                "provider": {"teamId": self.product.team, "dataProductId": self.product.id,
                             "outputPortId": self.port.name, "dataContractId": self.port.contract},
                "consumer": consumer, "tags": [self.product.domain, told["team"]], "custom": {"meshscope": custom}}

    def id(self):
        told = self.told
        return str(uuid.uuid5(uuid.NAMESPACE_URL,
                              f"norrvik/access/{told['product']}/{told['port']}/{told['team']}/{told['sent']}"))


def write_access(mesh, out):
    for index, told in enumerate(load("access.yaml")["agreements"]):
        agreement = Agreement(mesh, index, told)
        write_yaml(out / f"{agreement.id()}.dua.yaml", agreement.document())
