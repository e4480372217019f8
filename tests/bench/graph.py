#!/usr/bin/env python3
"""Layouts side by side in one run: ours, Graphviz dot and ELK where they are installed.

  graph.py BENCH [--peers DIR] [--corpus MANIFEST.json] [--full] [--graph FILE.bin]…

BENCH is the program meshscope-bench. dot is taken from the path. ELK runs where node is on the path and DIR (or the variable
MESHSCOPE_PEERS) holds node_modules/elkjs. What is not there is said, and the row shows ours alone. Times are CPU seconds of
the layout call (of the whole process for dot), the median of three for ours. Crossings are of the straight lines between the
middles of joined cards, which can be counted for any tool. --full adds what takes minutes: dot at 5,000, a million nodes. --graph lays out graphs of
anybody's instead, nested and flat: u32 nodes, edges, domains, then the domain of each node and the two ends of each edge.
"""
import argparse, array, bisect, json, os, random, resource, shutil, statistics, subprocess, sys, tempfile

NODE_WIDTH, NODE_HEIGHT, NODE_GAP, LAYER_GAP = 180, 40, 20, 80


def mesh(nodes, seed):
    """A lineage graph shaped like a mesh: domains in three tiers, each with stages from sources to consumers, few much read
    products, one edge in twelve between domains, most of them up a tier, 1.6 edges a node. Numbers are shuffled: they say nothing of the order."""
    rnd = random.Random(seed).random
    count = max(4, round(0.6 * nodes ** 0.566))
    cuts = sorted(rnd() ** 1.4 for _ in range(count - 1))
    tiers = sorted(int(rnd() * 3) for _ in range(count))
    domain, stage, members = [], [], []
    for d in range(count):
        share = (cuts[d] if d < count - 1 else 1) - (cuts[d - 1] if d else 0)
        size = max(4, int(share * nodes))
        stages = 4 + min(4, int(size ** 0.35))
        rows = [[] for _ in range(stages)]
        for i in range(size):
            s = i % stages if i < stages else int(stages * rnd() ** 1.3)
            rows[s].append(len(domain))
            domain.append(d)
            stage.append(s)
        members.append(rows)
    total = len(domain)
    skewed = lambda row: row[int(len(row) * rnd() ** 2.2)]
    products = [rows[-2] for rows in members]
    lower = [bisect.bisect_left(tiers, tiers[d]) for d in range(count)]
    edges = set()
    def inside(v):
        rows, s = members[domain[v]], stage[v]
        back = 1 if rnd() < 0.8 else 2
        return skewed(rows[max(0, s - back)]) if s > 0 else None
    def across(v):
        limit = domain[v] if rnd() < 0.15 else lower[domain[v]]
        return skewed(products[int(limit * rnd() ** 1.5)]) if limit and stage[v] < 3 else None
    for v in range(total):
        u = inside(v)
        if u is not None:
            edges.add((u, v))
    while len(edges) < 1.6 * total:
        v = int(rnd() * total)
        u = across(v) if rnd() < 0.25 else inside(v)
        if u is not None and u != v:
            edges.add((u, v))
    number = list(range(total))
    random.Random(seed + 1).shuffle(number)
    shuffled = [0] * total
    for v in range(total):
        shuffled[number[v]] = domain[v]
    return shuffled, count, sorted((number[u], number[v]) for u, v in edges)


def manifest(path):
    """The models and sources of a dbt manifest; the domain is the top folder."""
    with open(path) as f:
        m = json.load(f)
    things = [(k, n) for part in ("nodes", "sources") for k, n in m[part].items()
              if n["resource_type"] in ("model", "seed", "snapshot", "source")]
    index = {k: i for i, (k, _) in enumerate(things)}
    groups = {}
    def folder(n):
        return n["fqn"][1] if len(n.get("fqn", [])) > 2 else n.get("source_name") or n.get("schema", "-")
    domain = [groups.setdefault(folder(n), len(groups)) for _, n in things]
    edges = sorted({(index[p], index[c]) for c, ps in m["parent_map"].items() if c in index for p in ps
                    if p in index and p != c})
    return domain, len(groups), edges


def save(graph, path):
    domain, count, edges = graph
    with open(path, "wb") as f:
        array.array("I", [len(domain), len(edges), count] + domain + [x for e in edges for x in e]).tofile(f)


def load(path):
    words = array.array("I")
    with open(path, "rb") as f:
        words.frombytes(f.read())
    nodes, edges, domains = words[:3]
    ends = words[3 + nodes:3 + nodes + 2 * edges]
    return list(words[3:3 + nodes]), domains, list(zip(ends[::2], ends[1::2]))


def count_crossings(lines, xs, ys):
    starts = [l[0] for l in lines]
    crossings = 0
    for i, (ax, ay, a, bx, by, b) in enumerate(lines):
        dx, dy = bx - ax, by - ay
        for k in range(i + 1, bisect.bisect_left(starts, bx)):
            cx, cy, c, ex, ey, e = lines[k]
            o1, o2 = dx * (cy - ay) - dy * (cx - ax), dx * (ey - ay) - dy * (ex - ax)
            if o1 * o2 < 0 and a != c and b != e and a != e and b != c:
                fx, fy = ex - cx, ey - cy
                if (fx * (ay - cy) - fy * (ax - cx)) * (fx * (by - cy) - fy * (bx - cx)) < 0:
                    crossings += 1
    return crossings


def read_positions(path):
    with open(path, "rb") as f:
        n = array.array("I")
        n.fromfile(f, 1)
        xs, ys = array.array("d"), array.array("d")
        xs.fromfile(f, n[0])
        ys.fromfile(f, n[0])
    return xs, ys


def ours(bench, path, out, nested, quality="good", again=False, runs=3):
    words = [bench, "layout", "--graph", path, "--quality", quality, "--out", out]
    words += ["--nested"] if nested else []
    words += ["--again"] if again else []
    said = [json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout) for _ in range(runs)]
    best = said[0]
    best["user_ms"] = statistics.median(s["user_ms"] for s in said)
    return best


def dot(graph, folder, nested, limit):
    domain, count, edges = graph
    if not shutil.which("dot"):
        return None
    path = os.path.join(folder, "peer.gv")
    with open(path, "w") as f:
        f.write('digraph { graph [rankdir=LR nodesep=%g ranksep=%g]; node [shape=box fixedsize=true width=%g height=%g label=""];\n'
                % (NODE_GAP / 72, LAYER_GAP / 72, NODE_WIDTH / 72, NODE_HEIGHT / 72))
        for d in range(count if nested else 0):
            f.write("subgraph cluster_%d { %s }\n" % (d, " ".join("n%d;" % v for v, o in enumerate(domain) if o == d)))
        f.write("".join("n%d;\n" % v for v in range(len(domain))) + "".join("n%d->n%d;\n" % e for e in edges) + "}\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run(["dot", "-Tplain", path], capture_output=True, timeout=limit, text=True)
    except subprocess.TimeoutExpired:
        return {"user_ms": float("inf")}
    if done.returncode != 0:
        return None
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    xs, ys = [0.0] * len(domain), [0.0] * len(domain)
    for line in done.stdout.splitlines():
        word = line.split()
        if word[0] == "node":
            xs[int(word[1][1:])], ys[int(word[1][1:])] = float(word[2]) * 72, float(word[3]) * 72
    return {"user_ms": spent * 1e3, "xs": xs, "ys": ys}


ELK = """
const fs = require('fs'), ELK = require('elkjs/lib/elk.bundled.js');
const [file, out, nested] = process.argv.slice(1);
const b = fs.readFileSync(file), u = new Uint32Array(b.buffer, b.byteOffset, b.length >> 2), V = u[0], E = u[1], D = u[2];
const options = {'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': '20', 'elk.layered.spacing.nodeNodeBetweenLayers': '80'};
const cards = [...Array(V).keys()].map(i => ({id: 'n' + i, width: 180, height: 40}));
const edges = [...Array(E).keys()].map(i => ({id: 'e' + i, sources: ['n' + u[3 + V + 2 * i]], targets: ['n' + u[4 + V + 2 * i]]}));
let children = cards;
if (nested === 'true') {
  options['elk.hierarchyHandling'] = 'INCLUDE_CHILDREN';
  children = [...Array(D).keys()].map(d => ({id: 'd' + d, children: [], layoutOptions: {...options}}));
  cards.forEach((c, i) => children[u[3 + i]].children.push(c));
}
const before = process.cpuUsage();
new ELK().layout({id: 'root', layoutOptions: options, children, edges}).then(r => {
  const spent = process.cpuUsage(before), x = new Float64Array(V), y = new Float64Array(V);
  const put = (n, ox, oy) => {
    if (n.id[0] === 'n') { x[n.id.slice(1)] = ox + n.x + 90; y[n.id.slice(1)] = oy + n.y + 20; }
    (n.children ?? []).forEach(c => put(c, ox + n.x, oy + n.y));
  };
  r.children.forEach(c => put(c, 0, 0));
  fs.writeFileSync(out, Buffer.concat([Buffer.from(new Uint32Array([V]).buffer), Buffer.from(x.buffer), Buffer.from(y.buffer)]));
  console.log(JSON.stringify({user_ms: spent.user / 1000}));
});
"""


def elk(graph, folder, path, nested, limit, peers):
    if not shutil.which("node") or not peers or not os.path.isdir(os.path.join(peers, "node_modules", "elkjs")):
        return None
    out = os.path.join(folder, "elk.pos")
    try:
        done = subprocess.run(["node", "--max-old-space-size=8192", "-e", ELK, path, out, "true" if nested else "false"],
                              cwd=peers, capture_output=True, timeout=limit, text=True)
    except subprocess.TimeoutExpired:
        return {"user_ms": float("inf")}
    if done.returncode != 0:
        return None
    xs, ys = read_positions(out)
    return {"user_ms": json.loads(done.stdout)["user_ms"], "xs": xs, "ys": ys}


def figures(graph, xs, ys):
    edges = graph[2]
    lines = sorted(min((xs[u], ys[u], u), (xs[v], ys[v], v)) + max((xs[u], ys[u], u), (xs[v], ys[v], v)) for u, v in edges)
    length = sum(((xs[u] - xs[v]) ** 2 + (ys[u] - ys[v]) ** 2) ** 0.5 for u, v in edges)
    area = (max(xs) - min(xs) + NODE_WIDTH) * (max(ys) - min(ys) + NODE_HEIGHT)
    return {"crossings": count_crossings(lines, xs, ys), "length": length, "area": area / (NODE_WIDTH * NODE_HEIGHT * len(xs))}


def show(name, tool, user_ms, f=None):
    cells = ["%-28s %-5s %10.3f s" % (name, tool, user_ms / 1e3)]
    if f:
        cells.append("%10d crossings  length %12.0f  area %6.1f cards a node" % (f["crossings"], f["length"], f["area"]))
    print("  ".join(cells), flush=True)


def compare(name, graph, folder, arguments, nested=False, peers=True, limit=600):
    path, out = os.path.join(folder, "graph.bin"), os.path.join(folder, "ours.pos")
    save(graph, path)
    said = ours(arguments.bench, path, out, nested)
    own = figures(graph, *read_positions(out))
    show(name, "ours", said["user_ms"], own)
    for tool, result in (("dot", dot(graph, folder, nested, limit) if peers else None),
                         ("ELK", elk(graph, folder, path, nested, limit, arguments.peers) if peers else None)):
        if not result:
            continue
        if "xs" not in result:
            print("%-28s %-5s gave up after %d s" % (name, tool, limit), flush=True)
            continue
        f = figures(graph, result["xs"], result["ys"])
        show(name, tool, result["user_ms"], f)
        print("%-28s %-5s ours: %.0f × as fast, %.2f × the crossings, %.2f × the length, %.2f × the area"
              % ("", "", result["user_ms"] / said["user_ms"], own["crossings"] / max(1, f["crossings"]),
                 own["length"] / f["length"], own["area"] / f["area"]), flush=True)


def small(nodes, folder, arguments):
    path, out = os.path.join(folder, "graph.bin"), os.path.join(folder, "ours.pos")
    times, ratios, lengths, wins = [], [], [], 0
    for seed in range(1, 21):
        graph = mesh(nodes, seed)
        save(graph, path)
        times.append(ours(arguments.bench, path, out, False, runs=1)["user_ms"])
        own = figures(graph, *read_positions(out))
        peer = dot(graph, folder, False, 60)
        if peer:
            f = figures(graph, peer["xs"], peer["ys"])
            wins += own["crossings"] <= f["crossings"]
            ratios.append(own["crossings"] / max(1, f["crossings"]))
            lengths.append(own["length"] / f["length"])
    print("%-28s ours  median %.1f ms, at most %.1f ms" % ("%d nodes, 20 seeds" % nodes, statistics.median(times), max(times)))
    if ratios:
        print("%-28s ours: no more crossings than dot in %d of 20, %.2f × the crossings, %.2f × the length"
              % ("", wins, statistics.mean(ratios), statistics.mean(lengths)), flush=True)


def relayout(graph, folder, arguments, nested):
    path, cold, warm = (os.path.join(folder, n) for n in ("graph.bin", "cold.pos", "warm.pos"))
    save(graph, path)
    first = ours(arguments.bench, path, cold, nested)
    second = ours(arguments.bench, path, warm, nested, again=True)
    (ax, ay), (bx, by) = read_positions(cold), read_positions(warm)
    rnd = random.Random(1)
    pairs = [(rnd.randrange(1, len(ay)), rnd.randrange(1, len(ay))) for _ in range(200000)]
    turned = sum((ay[u] - ay[v]) * (by[u] - by[v]) < 0 for u, v in pairs) / len(pairs)
    moves = sorted(((ax[v] - bx[v]) ** 2 + (ay[v] - by[v]) ** 2) ** 0.5 for v in range(1, len(ay)))
    print("%-28s ours  %.0f %% of the first time, %.2f %% of pairs turned, median move %.2f %% of the height"
          % ("one node anew" + (", nested" if nested else ""), 100 * second["user_ms"] / first["user_ms"], 100 * turned,
             100 * moves[len(moves) // 2] / (max(ay) - min(ay))), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench")
    parser.add_argument("--peers", default=os.environ.get("MESHSCOPE_PEERS", ""))
    parser.add_argument("--corpus", default="")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--graph", action="append", default=[])
    arguments = parser.parse_args()
    if not shutil.which("dot"):
        print("dot is not installed: ours alone")
    if not arguments.peers:
        print("ELK is not installed (MESHSCOPE_PEERS names the folder with node_modules/elkjs): ours alone")
    with tempfile.TemporaryDirectory() as folder:
        for path in arguments.graph:
            graph, name = load(path), os.path.basename(path)
            compare(name + " nested", graph, folder, arguments, nested=True)
            compare(name + " flat", graph, folder, arguments, peers=arguments.full)
        if arguments.graph:
            return
        for nodes in (40, 100, 300):
            small(nodes, folder, arguments)
        compare("1,000 flat", mesh(1000, 42), folder, arguments)
        compare("1,000 nested", mesh(1000, 42), folder, arguments, nested=True)
        ten = mesh(10000, 42)
        compare("10,000 nested", ten, folder, arguments, nested=True)
        compare("10,000 flat", ten, folder, arguments, peers=False)
        if arguments.full:
            compare("5,000 flat", mesh(5000, 42), folder, arguments)
        relayout(ten, folder, arguments, False)
        relayout(ten, folder, arguments, True)
        corpus = arguments.corpus
        if corpus and os.path.exists(corpus):
            graph = manifest(corpus)
            compare("manifest flat", graph, folder, arguments)
            compare("manifest nested", graph, folder, arguments, nested=True)
        else:
            print("no manifest given (--corpus): that row is left out")
        path, out = os.path.join(folder, "graph.bin"), os.path.join(folder, "ours.pos")
        t10 = None
        for nodes, quality in ((10000, "good"), (100000, "good"), (100000, "fast")) + (((1000000, "fast"),) if arguments.full else ()):
            save(mesh(nodes, 42), path)
            said = ours(arguments.bench, path, out, False, quality, runs=1)
            t10 = t10 or said["user_ms"]
            print("%-28s ours  %10.3f s, %.1f × that of 10,000, %.0f MB"
                  % ("{:,} {}".format(nodes, quality), said["user_ms"] / 1e3, said["user_ms"] / t10, said["peak_mb"]), flush=True)


if __name__ == "__main__":
    main()
