#!/usr/bin/env python3
"""What a sync of a catalog costs, beside what reading its answers and writing its rows costs at the least.

    catalogs.py BENCH [--tables 20000] [--copies 20] [--runs 3] [--only postgresql|datahub] [--no-window]

BENCH is meshscope-bench-catalogs. Starts a PostgreSQL of its own with generated tables of twenty columns, and the stand-in of
DataHub (MESHSCOPE_SERVERS, default ../shared/servers) with copies of its pack; what cannot be had is said as "skipped: why".
Of each: a first sync, another with nothing changed, one after twenty changes, then one under the window. Processor time is
user and system of the whole process. In the same run and for the same workspace, simdjson reads the answers it keeps and
SQLite inserts its rows, once as it keeps them (twenty columns in one) and once datasets, columns and edges a row each.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import catalogservers

SERVERS = pathlib.Path(os.environ.get("MESHSCOPE_SERVERS",
                                      pathlib.Path(__file__).resolve().parents[3] / "shared" / "servers"))
CHANGES = 20


class Bench:
    def __init__(self, program, server, folder):
        self.program, self.server, self.folder = os.path.abspath(program), server, folder
        self.environment = {**os.environ, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "MESHSCOPE_KEYSTORE": "file",
                            "LC_ALL": "C.UTF-8"}

    def figures(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, stdout=subprocess.PIPE, text=True,
                              check=False)
        if done.returncode != 0:
            raise SystemExit(f"{arguments[0]} failed")
        return [float(word) for word in done.stdout.split()]

    def workspace(self, name):
        return os.path.join(self.folder, f"{name}.mesh")

    def place(self):
        return self.server.kind, self.server.url, self.server.user, self.server.secret

    def sync(self, name):
        words = ("wall", "cpu", "mb", "requests", "bytes", "datasets", "columns", "edges")
        return dict(zip(words, self.figures("--sync", self.workspace(name), *self.place())))

    def yardstick(self, name):
        return dict(zip(("read", "stored", "records", "bytes", "rows", "recordrows"),
                        self.figures("--yardstick", self.workspace(name))))

    def window(self):
        return dict(zip(("worst", "p99", "turns", "over", "wall", "mb"),
                        self.figures("--window", self.workspace("window"), *self.place())))


def verdict(good):
    return "ok" if good else "MISSED"


def measure(program, server, runs, with_window):
    with tempfile.TemporaryDirectory(prefix="meshscope-bench-") as folder:
        bench = Bench(program, server, folder)
        first, yard = [], []
        for run in range(runs):
            first.append(bench.sync(f"run{run}"))
            yard.append(bench.yardstick(f"run{run}"))
        middle = lambda rows, word: statistics.median(row[word] for row in rows)
        print(f"{server.kind}: {first[0]['datasets']:.0f} datasets, {first[0]['columns']:.0f} columns,"
              f" {first[0]['edges']:.0f} edges; {yard[0]['bytes'] / 1e6:.1f} MB of answers, {yard[0]['rows']:.0f} rows")
        cpu, read = middle(first, "cpu"), middle(yard, "read")
        print(f"  first sync                 cpu {cpu:6.3f} s  wall {middle(first, 'wall'):6.2f} s"
              f"  {first[0]['requests']:.0f} requests")
        for word, what in (("stored", "its very rows"), ("records", "a row a column")):
            least = read + middle(yard, word)
            ratio = statistics.median(f["cpu"] / (y["read"] + y[word]) for f, y in zip(first, yard))
            print(f"  simdjson + {what:<15} cpu {least:6.3f} s  ({read:.3f} + {middle(yard, word):.3f});"
                  f" sync {ratio:.2f} x  target <= 4  {verdict(ratio <= 4)}")
        most = max(row["mb"] for row in first)
        print(f"  memory                     {most:.0f} MB at most  target <= 300  {verdict(most <= 300)}")
        again = bench.sync("run0")
        print(f"  nothing changed            cpu {again['cpu']:6.3f} s  {again['requests']:.0f} requests,"
              f" {100 * again['bytes'] / first[0]['bytes']:.2f} % of the bytes")
        server.change(CHANGES)
        changed = bench.sync("run0")
        share = changed["bytes"] / first[0]["bytes"]
        print(f"  after {CHANGES} changes           cpu {changed['cpu']:6.3f} s  {changed['requests']:.0f} requests of"
              f" {first[0]['requests']:.0f}, {100 * share:.2f} % of the bytes  target <= 2 %  {verdict(share <= 0.02)}")
        if with_window:
            window = bench.window()
            print(f"  under the window           away from its events {window['worst']:.1f} ms at most,"
                  f" p99 {window['p99']:.2f} ms, {window['over']:.0f} of {window['turns']:.0f} turns over 16 ms  target 0"
                  f"  {verdict(window['over'] == 0)}; {window['mb']:.0f} MB at most")
        sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--tables", type=int, default=20_000)
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=("postgresql", "datahub"))
    parser.add_argument("--no-window", action="store_true")
    given = parser.parse_args()
    servers = {"postgresql": lambda: catalogservers.postgresql(given.tables),
               "datahub": lambda: catalogservers.datahub(SERVERS, given.copies)}
    for name, start in servers.items():
        if given.only in (None, name):
            try:
                with start() as server:
                    measure(given.bench, server, given.runs, not given.no_window)
            except catalogservers.Skip as why:
                print(f"{name}: skipped: {why}")


if __name__ == "__main__":
    main()
