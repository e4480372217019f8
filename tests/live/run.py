#!/usr/bin/env python3
"""Runs the comparisons of this folder against servers that can be had on this machine.

    run.py PROGRAM [--quick] [NAME…]

For each NAME.py: starts its server by MESHSCOPE_SERVERS/<server>/start.sh (default ../shared/servers), with bounded waits,
fills it by seed.sh where it does not fill itself, runs `NAME.py PROGRAM URL [TOKENFILE]`, and stops the server; one that ran
before is left as it is. `--quick`: only what starts within a minute. What cannot be had is said as "skipped: why". Exit status 1 when a comparison found a difference.

A server's start.sh prints `READY url=… [token=…] [key=value…]` when it answers and ends with 77 when it cannot be had; the
token reaches the comparison in a file only it can read, everything else as MESHSCOPE_LIVE_<KEY>; what further servers say
as MESHSCOPE_LIVE_<SERVER>_<KEY>. A comparison is run by the Python that its server was installed with (py-<server> beside the
servers), which has that vendor's client; else by this one.
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SERVERS = pathlib.Path(os.environ.get("MESHSCOPE_SERVERS", HERE.parents[2] / "shared" / "servers"))
HOME = pathlib.Path(os.environ.get("MESHSCOPE_SERVERS_HOME", pathlib.Path.home() / ".cache" / "meshscope-servers"))
RUNNING = HOME / "run"

# Comparison → folder of its server, seconds it may take to start and to be filled by a script of its own (0: nothing fills it),
# file with its token, further arguments, environment, folders of further servers.
DEFAULT = {"start": 60, "seed": 0, "token": None, "arguments": [], "environment": {}, "also": []}
KINDS = {
    "marquez": {"server": "marquez"},
    "entropy": {"server": "entropy"},
    "unity": {"server": "unity-catalog"},
    "opendatamesh": {"server": "opendatamesh"},
    "openmetadata": {"server": "openmetadata"},
    "openmetadatarequests": {"server": "openmetadata"},
    "datahub": {"server": "datahub"},
    "glue": {"server": "aws", "start": 180},
    "datazone": {"server": "aws", "start": 180},
    "datazonerequests": {"server": "aws", "start": 180},
    "iceberg": {"server": "iceberg-rest", "seed": 300},
    "ckan": {"server": "ckan", "start": 300, "seed": 300, "token": HOME / "ckan" / "token"},
    "postgresql": {"server": "postgresql", "seed": 60, "arguments": ["shop_reader"], "environment": {"PGPASSWORD": "reader-pw"}},
    "company": {"server": "postgresql", "environment": {"PGPASSWORD": "postgres-pw"}, "also": ["marquez", "openmetadata"]},
    "trino": {"server": "trino", "start": 300, "seed": 120, "arguments": ["steward"],
              "environment": {"MESHSCOPE_TRINO_SLIM": "1"}},  # its other catalogs need servers of their own
}
SLOW = 60  # seconds; --quick leaves out what may take longer to start
LONGEST = 900  # seconds a comparison may take


class Skip(Exception):
    pass


def kind_of(name):
    return {**DEFAULT, **KINDS.get(name, {"server": name})}


def is_running(server):
    try:
        os.kill(int((RUNNING / f"{server}.pid").read_text()), 0)
        return True
    except (OSError, ValueError):
        return False


def bounded(command, seconds, **more):
    """Runs a command in a group of its own, which is ended as a whole when it takes too long."""
    process = subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL, text=True, **more)
    try:
        output, errors = process.communicate(timeout=seconds)
        return process.returncode, output or "", errors or ""
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, "", ""


def start(server, kind):
    script = SERVERS / server / "start.sh"
    if not script.exists():
        raise Skip(f"there is no {script}")
    with tempfile.TemporaryFile("w+") as said:  # not a pipe: the server would keep it open
        status, _, _ = bounded(["bash", str(script)], kind["start"], stdout=said, stderr=subprocess.STDOUT,
                               env={**os.environ, **kind["environment"]})
        said.seek(0)
        lines = said.read().strip().splitlines()
    last = lines[-1] if lines else "it said nothing"
    if status == 77:
        raise Skip(last)
    if status is None:
        raise Skip(f"its server did not start within {kind['start']} s")
    ready = next((line for line in reversed(lines) if line.startswith("READY ")), None)
    if status != 0 or ready is None:
        raise Skip(f"its server did not start: {last}")
    return dict(word.split("=", 1) for word in ready.split()[1:] if "=" in word)


def fill(kind):
    script = SERVERS / kind["server"] / "seed.sh"
    if not kind["seed"] or not script.exists():
        return
    status, output, _ = bounded(["bash", str(script)], kind["seed"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                env={**os.environ, **kind["environment"]})
    if status != 0:
        lines = output.strip().splitlines()
        raise Skip("its server could not be filled" + (f": {lines[-1]}" if lines else f" within {kind['seed']} s"))


def stop(server):
    script = SERVERS / server / "stop.sh"
    if script.exists():
        bounded(["bash", str(script)], 60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def hand_over(token, path, server):
    path.touch(mode=0o600)
    path.write_text(token.replace(":", "\n", 1) if server == "aws" else token)
    return str(path)


def python_of(kind):
    own = HOME / f"py-{kind['server']}" / "bin" / "python"
    return str(own) if os.access(own, os.X_OK) else sys.executable


def compare(name, program, ready, kind):
    """`ready`: what each server said, the comparison's own first."""
    with tempfile.TemporaryDirectory() as folder:
        own = ready[kind["server"]]
        if kind["token"] and kind["token"].exists():
            own["token"] = kind["token"].read_text().strip()
        arguments = [python_of(kind), str(HERE / f"{name}.py"), program, own["url"], *kind["arguments"]]
        environment = {**os.environ, **kind["environment"], "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder,
                       "MESHSCOPE_KEYSTORE": "file", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        for server, said in ready.items():
            token = said.pop("token", "none")
            prefix = "MESHSCOPE_LIVE_" + ("" if said is own else f"{server.upper()}_")
            if token != "none":
                file = hand_over(token, pathlib.Path(folder) / f"token-{server}", server)
                if said is own:
                    arguments.append(file)
                else:
                    environment[prefix + "TOKENFILE"] = file
            environment.update({prefix + key.upper(): value for key, value in said.items()})
        status, output, _ = bounded(arguments, LONGEST, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print("".join(f"    {line}\n" for line in output.splitlines()), end="")
    if status == 77:
        raise Skip(output.strip().splitlines()[-1] if output.strip() else "it cannot be compared here")
    if status is None:
        print(f"    it did not end within {LONGEST} s")
    return status == 0


def run(name, program):
    kind = kind_of(name)
    started = []
    try:
        ready = {}
        for server in (kind["server"], *kind["also"]):
            if not is_running(server):
                started.append(server)
            ready[server] = start(server, kind)
        if kind["server"] in started:
            fill(kind)
        return compare(name, program, ready, kind)
    finally:
        for server in started:
            stop(server)


def main():
    arguments = sys.argv[1:]
    is_quick = "--quick" in arguments
    arguments = [a for a in arguments if a != "--quick"]
    if not arguments:
        print(__doc__)
        return 2
    program, wanted = os.path.abspath(arguments[0]), arguments[1:]
    known = sorted(p.stem for p in HERE.glob("*.py") if p.stem in KINDS)
    bad = [name for name in wanted if name not in known]
    if bad:
        print(f"there is no comparison {', '.join(bad)}; there are: {', '.join(known)}")
        return 2
    failed = []
    for name in wanted or known:
        if is_quick and kind_of(name)["start"] > SLOW:
            print(f"{name}: skipped: its server takes longer than {SLOW} s to start")
            continue
        began = time.monotonic()
        try:
            good = run(name, program)
        except Skip as why:
            print(f"{name}: skipped: {why}")
            continue
        print(f"{name}: {'alike' if good else 'DIFFERENT'} ({time.monotonic() - began:.0f} s)", flush=True)
        if not good:
            failed.append(name)
    if failed:
        print(f"different: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
