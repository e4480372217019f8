"""What the comparisons of this folder share."""
import json
import os
import subprocess
import sys
import urllib.parse


def quoted(text):
    return urllib.parse.quote(text, safe="")


def told(program, workspace, *arguments, environment=None):
    """What `meshscope --json` answers; ends the comparison where that is no JSON."""
    done = subprocess.run([program, "-w", workspace, "--json", *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.exit(f"meshscope {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")


def synced_twice(program, workspace, counts, got_width=14):
    """Syncs twice and prints every count of an independent client beside ours; what is wrong, a line each."""
    first = told(program, workspace, "sync")["runs"][0]
    second = told(program, workspace, "sync")["runs"][0]
    wrong = [] if first["state"] == "complete" else [f"state {first['state']}: {first.get('missing')}"]
    for word, number in counts.items():
        print(f"{word:{got_width}} server {number:6} meshscope {first['got'].get(word, 0):6}")
        if first["got"].get(word, 0) != number:
            wrong.append(word)
    if not second["unchanged"] or second["got"] != first["got"]:
        wrong.append("the second sync found something new")
    return wrong


def one(answer):
    """The only request an answer tells of, or the answer."""
    return answer["requests"][0] if answer.get("requests") else answer


class Desk:
    """A workspace of one person, with a home of its own."""

    def __init__(self, program, folder, name, email, endpoint, secret, teams=()):
        home = os.path.join(folder, name)
        os.makedirs(home)
        self.program = program
        self.workspace = os.path.join(home, "w.mesh")
        self.environment = {**os.environ, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home,
                            "MESHSCOPE_KEYSTORE": "file", "QT_QPA_PLATFORM": "offscreen"}
        file = os.path.join(home, "secret")
        with open(file, "w", encoding="utf-8") as to:
            to.write(secret)
        self("endpoint", "add", *endpoint, "--name", "live", "--secret-file", file)
        self("profile", "--name", name, "--email", email, *(word for team in teams for word in ("--team", team)))
        self("sync")

    def __call__(self, *arguments):
        return told(self.program, self.workspace, *arguments, environment=self.environment)
