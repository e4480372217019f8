"""What the comparisons of this folder share."""
import json
import os
import subprocess
import sys
import urllib.parse
from decimal import Decimal


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


def exactly(text):
    """JSON whose numbers stay the texts they are written as."""
    return json.loads(text, parse_int=str, parse_float=str)


def is_same_value(mine, theirs):
    """Whether a cell of a sample, read by exactly(), is the value of the server, read so too."""
    if theirs is None or mine is None:
        return mine is theirs
    if isinstance(theirs, bool):
        return mine in (theirs, str(theirs).lower())
    if isinstance(theirs, (list, dict)):
        return exactly(mine) == theirs
    if mine == theirs:
        return True
    try:  # 1.0 of a column of whole numbers may come as 1
        return Decimal(mine) == Decimal(theirs)
    except (ArithmeticError, TypeError, ValueError):
        return False


def sampled(program, workspace, address, rows=1000):
    """What `meshscope sample` answers, its numbers as texts; else the sentence that says why there is none."""
    done = subprocess.run([program, "-w", workspace, "--json", "sample", address, "--rows", str(rows)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode < 0:
        sys.exit(f"meshscope sample {address} was ended by signal {-done.returncode}")
    try:
        return (exactly(done.stdout), "") if done.returncode == 0 else (None, done.stderr.decode() + done.stdout.decode())
    except ValueError:
        sys.exit(f"meshscope sample {address}: {done.stdout[:200]!r}")


def compare_sample(mine, names, theirs):
    """What differs between a sample and the server's rows, a line each; and how many values were compared."""
    if [c["name"] for c in mine["columns"]] != names:
        return [f"columns {[c['name'] for c in mine['columns']]}, the server says {names}"], 0
    if len(mine["rows"]) != len(theirs):
        return [f"{len(mine['rows'])} rows, the server has {len(theirs)}"], 0
    wrong, count = [], 0
    for row, other in zip(mine["rows"], theirs):
        for column, cell, value in zip(mine["columns"], row, other):
            count += 1
            is_open = column["masked"] != "no" and value not in (None, "") and is_same_value(cell, value)
            if is_open or (column["masked"] == "no" and not is_same_value(cell, value)):
                wrong.append(f"{column['name']} ({column['masked']}): {cell!r}, the server says {value!r}")
    return wrong, count


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
