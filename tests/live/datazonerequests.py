#!/usr/bin/env python3
"""Files, decides and takes back requests for subscriptions at Amazon DataZone, and looks at each with boto3.

    datazonerequests.py PROGRAM URL KEYFILE

KEYFILE and AWS_REGION as for datazone.py. Who asks and who owns what is asked for have workspaces of their own.
Exit status 0: each came back as it stands there: granted (verified, once its grant was complete), rejected, cancelled,
revoked by who owns it, given back by who has it; none was made twice.
"""
import sys
import tempfile
import time

import awscommon
from common import Desk, one, quoted

PROGRAM, URL = sys.argv[1], sys.argv[2].rstrip("/")
KEYS = awscommon.keys_in(sys.argv[3])
ENDS = ("granted", "rejected", "cancelled", "revoked", "given back")
STATES = {"given back": "cancelled"}
PATIENCE = 60  # seconds until a grant is complete


class Service:
    def __init__(self):
        self.client = awscommon.client("datazone", URL, KEYS)
        self.domain = self.listed("list_domains", inDomain=False)[0]["id"]

    def listed(self, operation, inDomain=True, **query):
        place = {"domainIdentifier": self.domain} if inDomain else {}
        return awscommon.listed(self.client, operation, **place, **query)

    def requests(self):
        return [r for status in ("PENDING", "ACCEPTED", "REJECTED")
                for r in self.listed("list_subscription_requests", status=status)]

    def subscription(self, request):
        return next((s["status"] for status in ("APPROVED", "REVOKED", "CANCELLED")
                     for s in self.listed("list_subscriptions", status=status, subscriptionRequestIdentifier=request)), None)

    def is_granted(self, request):
        subscriptions = self.listed("list_subscriptions", status="APPROVED", subscriptionRequestIdentifier=request)
        grants = [g for s in subscriptions for g in self.listed("list_subscription_grants", subscriptionId=s["id"])]
        return bool(grants) and all(g["status"] == "COMPLETED" for g in grants)

    def offers(self):
        """(product, asset, owning project), nobody having asked for any of it."""
        taken = {listing["id"] for r in self.requests() for listing in r["subscribedListings"]}
        for item in self.listed("search", searchScope="DATA_PRODUCT"):
            product = self.client.get_data_product(domainIdentifier=self.domain, identifier=item["dataProductItem"]["id"])
            for part in product["items"]:
                asset = self.client.get_asset(domainIdentifier=self.domain, identifier=part["identifier"])
                listing = asset.get("listing", {}).get("listingId")
                if listing and listing not in taken:
                    taken.add(listing)
                    yield product["id"], asset["id"], product["owningProjectId"]
                    break


def desk(folder, name, teams=()):
    endpoint = ["datazone", URL, "--option", "aws.region=" + awscommon.REGION]
    return Desk(PROGRAM, folder, name, f"{name}@example.com", endpoint, "\n".join(KEYS) + "\n", teams)


def decided(service, folder, asker, end, me, request, owner):
    """Brings a request to that end; what went wrong, a line each."""
    if end == "cancelled":
        asker("request", "cancel", me)
        return []
    decider = desk(folder, f"owner-of-{owner}-{end}", [owner])
    if end == "rejected":
        decider("request", "reject", me, "--note", "Not for this")
        return []
    approved = one(decider("request", "approve", me, "--note", "Decided in a test"))
    wrong = [] if approved.get("state") == "approved" and not approved.get("verified") else [f"{end}: approved as {approved}"]
    deadline = time.monotonic() + PATIENCE
    while not service.is_granted(request):
        if time.monotonic() > deadline:
            return wrong + [f"{end}: no grant within {PATIENCE} s"]
        time.sleep(0.5)
    if end == "revoked":
        decider("sync")
        decider("request", "revoke", me)
    if end == "given back":
        asker("sync")
        given = one(asker("request", "cancel", me))
        wrong += [] if given.get("state") == "cancelled" else [f"{end}: {given}"]
    return wrong


def main():
    service, wrong = Service(), []
    there = {"granted": "APPROVED", "revoked": "REVOKED", "given back": "CANCELLED"}
    projects = [p["id"] for p in service.listed("list_projects")]
    with tempfile.TemporaryDirectory() as folder:
        asker = desk(folder, "asker")
        for (product, asset, owner), end in zip(service.offers(), ENDS):
            consumer = next(p for p in projects if p != owner)
            address = "live/port/" + quoted(f"{product}/out/{asset}/-")
            filed = one(asker("request", "file", address, "--purpose", f"To be {end}", "--for", consumer))
            me = filed.get("id", "?")
            found = [r for r in service.requests() if me in r["requestReason"]]
            if len(found) != 1 or found[0]["subscribedPrincipals"][0]["project"]["id"] != consumer:
                wrong.append(f"{end}: {len(found)} requests for {me}: {filed}")
                continue
            request = found[0]["id"]
            wrong += decided(service, folder, asker, end, me, request, owner)
            asker("sync")
            shown = one(asker("request", "show", me))
            subscription = service.subscription(request)
            left = len([r for r in service.requests() if me in r["requestReason"]])
            print(f"{end:10} there {subscription or '-':10} here {shown['state']:10} verified {bool(shown.get('verified'))}")
            if shown["state"] != STATES.get(end, end) or subscription != there.get(end) or left != (end != "cancelled") \
                    or bool(shown.get("verified")) != (end == "granted"):
                wrong.append(f"{end}: {shown}")
    print("\n".join(wrong) if wrong else "each came back as it stands there")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
