#!/usr/bin/env python3
"""Files, decides and takes back requests for access at an OpenMetadata 2.x, and looks at each with an independent client.

    openmetadatarequests.py PROGRAM URL TOKENFILE

The token files the requests and belongs to whom decides nothing; the owners log in with the passwords of the stand-in.
Exit status 0: each came back as it stands there: granted (verified), rejected, cancelled, revoked.
"""
import base64
import json
import sys
import tempfile
import time
import urllib.request

from common import Desk, one, quoted

PROGRAM, URL, TOKENFILE = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3]
with open(TOKENFILE, encoding="utf-8") as token:
    TOKEN = token.read().strip()


def call(token, method, path, body=None):
    request = urllib.request.Request(f"{URL}/api/v1/{path}", method=method,
                                     data=None if body is None else json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json"})
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def login(user):
    password = base64.b64encode(b"Seed#2026pw").decode()
    return call(None, "POST", "users/login", {"email": f"{user}@example.org", "password": password})["accessToken"]


def desk(folder, name, email, token):
    return Desk(PROGRAM, folder, name, email, ["openmetadata", URL], token)


def main():
    wrong = []
    ports = []
    products = call(TOKEN, "GET", "dataProducts?limit=100")["data"]
    taken = {t["about"]["id"] for t in call(TOKEN, "GET", "tasks/dataAccessRequests?limit=500&fields=about")["data"]}
    for product in products:
        for port in call(TOKEN, "GET", f"dataProducts/{product['id']}/outputPorts?limit=50&fields=owners")["data"]:
            if port["id"] not in taken and (port.get("owners") or [{}])[0].get("type") == "user":
                ports.append((product["fullyQualifiedName"], port["fullyQualifiedName"], port["owners"][0]["name"]))
                taken.add(port["id"])
    with tempfile.TemporaryDirectory() as folder:
        asker = desk(folder, "admin", "admin@open-metadata.org", TOKEN)
        for (product, table, owner), end in zip(ports, ("granted", "rejected", "cancelled", "revoked")):
            address = "live/port/" + quoted(f"{product}/out/{table}/-")
            filed = one(asker("request", "file", address, "--purpose", f"To be {end}"))
            me = filed.get("id")
            found = [t for t in call(TOKEN, "GET", "tasks/dataAccessRequests?limit=500&fields=payload")["data"]
                     if t["payload"].get("ticketId") == me]
            if len(found) != 1:
                wrong.append(f"{end}: {len(found)} tasks for {me}: {filed}")
                continue
            task = found[0]["id"]
            if end == "cancelled":
                asker("request", "cancel", me, "--note", "No longer needed")
            else:
                decider = desk(folder, owner, f"{owner}@example.org", login(owner))
                move = "reject" if end == "rejected" else "approve"
                decided = one(decider("request", move, me, "--note", "Decided in a test"))
                if decided.get("state") != ("rejected" if end == "rejected" else "approved"):
                    wrong.append(f"{end}: decided as {decided}")
                if end in ("granted", "revoked"):  # whoever set it up says so in the catalog
                    for _ in range(50):
                        stands = call(TOKEN, "GET", f"tasks/{task}?fields=availableTransitions")
                        if any(t["id"] == "markAsGranted" for t in stands["availableTransitions"]):
                            break
                        time.sleep(0.1)
                    call(login(owner), "POST", f"tasks/{task}/resolve", {"transitionId": "markAsGranted"})
                if end == "revoked":
                    decider("sync")
                    decider("request", "revoke", me, "--note", "Over")
            asker("sync")
            shown = one(asker("request", "show", me))
            stands = call(TOKEN, "GET", f"tasks/{task}")["status"]
            print(f"{end:10} there {stands:10} here {shown['state']:10} verified {bool(shown.get('verified'))}")
            if shown["state"] != end or stands.lower() != end or (end == "granted" and not shown.get("verified")):
                wrong.append(f"{end}: {shown}")
    print("\n".join(wrong) if wrong else "each came back as it stands there")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
