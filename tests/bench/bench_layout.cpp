#include "models/graph/layout.h"

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTextStream>

#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <utility>

// Lays out a graph of the benchmark's binary and says what it took:
//   meshscope-bench layout --graph G.bin [--nested] [--quality fast|good|best] [--again] [--gap] [--out OUT.pos]
// In: u32 nodes, edges, domains; u32 domain of each node; u32 from, to of each edge. Cards are 180 × 40, 20 apart,
// layers 80. Out: u32 nodes; f64 x of each, f64 y of each (middles); u32 edges; for each u32 n and n times f64 x, y; with
// --nested then u32 boxes, for each u32 domain, f64 x, y, width, height (x, y the middle). --again lays out once more from
// the result, as after a change of one node, and reports that. --gap measures cancel_gap_ms, the longest processor time
// between two questions whether to stop: what a person waits at most after Cancel.

using namespace meshscope::graph;

namespace {

struct Arguments {
    QString graph, out, quality = QStringLiteral("good");
    bool nested = false;
    bool again = false;
    bool gap = false;
    bool valid = false;
};

Arguments parse(const QStringList &words)
{
    Arguments a;
    if (words.value(1) != u"layout")
        return a;
    for (qsizetype i = 2; i < words.size(); ++i) {
        if (words[i] == u"--nested")
            a.nested = true;
        else if (words[i] == u"--again")
            a.again = true;
        else if (words[i] == u"--gap")
            a.gap = true;
        else if (words[i] == u"--graph" && i + 1 < words.size())
            a.graph = words[++i];
        else if (words[i] == u"--out" && i + 1 < words.size())
            a.out = words[++i];
        else if (words[i] == u"--quality" && i + 1 < words.size())
            a.quality = words[++i];
        else
            return a;
    }
    a.valid = !a.graph.isEmpty() && QStringList{"fast", "good", "best"}.contains(a.quality);
    return a;
}

/// The graph of a file; without nodes when it is none.
LayoutInput read(const Arguments &arguments)
{
    LayoutInput input;
    QFile file(arguments.graph);
    if (!file.open(QIODevice::ReadOnly))
        return input;
    const QByteArray bytes = file.readAll();
    const qsizetype words = bytes.size() / 4;
    const auto word = [&](qint64 i) {
        std::uint32_t v = 0;
        std::memcpy(&v, bytes.constData() + i * 4, 4);
        return v;
    };
    if (words < 3 || words < qint64(3) + word(0) + 2 * qint64(word(1)))
        return input;
    const qint64 nodes = word(0);
    const qint64 edges = word(1);
    for (std::uint32_t d = 0; arguments.nested && d < word(2); ++d)
        input.groups.push_back({});
    for (qint64 v = 0; v < nodes; ++v)
        input.nodes.push_back({180, 40, arguments.nested ? int(word(3 + v)) : -1});
    for (qint64 e = 0; e < edges; ++e)
        input.edges.push_back({int(word(3 + nodes + 2 * e)), int(word(4 + nodes + 2 * e))});
    input.levelGap = 80;
    input.nodeGap = 20;
    input.widen = 1;
    input.quality = arguments.quality == u"fast"   ? Quality::Fast
                    : arguments.quality == u"best" ? Quality::Best
                                                   : Quality::Good;
    return input;
}

template<class T>
void put(QByteArray &bytes, T value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

bool write(const Arguments &arguments, const LayoutResult &result)
{
    QByteArray bytes;
    put(bytes, std::uint32_t(result.nodes.size()));
    for (const QRectF &n : result.nodes)
        put(bytes, n.center().x());
    for (const QRectF &n : result.nodes)
        put(bytes, n.center().y());
    put(bytes, std::uint32_t(result.routes.size()));
    for (const LayoutRoute &route : result.routes) {
        put(bytes, std::uint32_t(route.points.size()));
        for (const QPointF &p : route.points) {
            put(bytes, p.x());
            put(bytes, p.y());
        }
    }
    if (arguments.nested) {
        put(bytes, std::uint32_t(result.groups.size()));
        for (size_t g = 0; g < result.groups.size(); ++g) {
            const QRectF &r = result.groups[g];
            put(bytes, std::uint32_t(g));
            for (const double v : {r.center().x(), r.center().y(), r.width(), r.height()})
                put(bytes, v);
        }
    }
    QFile file(arguments.out);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

double userMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec) * 1e3 + double(usage.ru_utime.tv_usec) / 1e3;
}

/// Processor time of all threads, finer than the above.
double spentMilliseconds()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const Arguments arguments = parse(words);
    if (!arguments.valid) {
        QTextStream(stderr)
            << "usage: meshscope-bench layout --graph G.bin [--nested] [--quality fast|good|best] [--again] [--gap] "
               "[--out OUT.pos]\n";
        return 2;
    }
    LayoutInput input = read(arguments);
    if (input.nodes.empty()) {
        QTextStream(stderr) << "no graph in " << arguments.graph << '\n';
        return 1;
    }
    if (arguments.again) {
        for (const QRectF &n : layeredLayout(input).nodes)
            input.previous.push_back(n.center());
        input.previous[0] = QPointF(qQNaN(), qQNaN());
    }
    const double before = userMilliseconds();
    double asked = spentMilliseconds();
    double gap = 0;
    if (arguments.gap) {
        input.cancelled = [&] {
            const double now = spentMilliseconds();
            gap = std::max(gap, now - std::exchange(asked, now));
            return false;
        };
    }
    const LayoutResult result = layeredLayout(input);
    gap = arguments.gap ? std::max(gap, spentMilliseconds() - asked) : 0;
    const double user = userMilliseconds() - before;
    const LayoutMeasures &m = result.measures;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const QJsonObject phases{
        {"nest", m.nestTime}, {"rank", m.rankTime}, {"order", m.orderTime}, {"place", m.placeTime}, {"route", m.routeTime}};
    const QJsonObject said{{"ms", m.milliseconds},
                           {"user_ms", user},
                           {"phases", phases},
                           {"cancel_gap_ms", gap},
                           {"crossings", double(m.crossings)},
                           {"length", m.length},
                           {"area", m.area},
                           {"peak_mb", double(usage.ru_maxrss) / 1024}};
    QTextStream(stdout) << QJsonDocument(said).toJson(QJsonDocument::Compact) << '\n';
    if (!arguments.out.isEmpty() && !write(arguments, result)) {
        QTextStream(stderr) << "cannot write " << arguments.out << '\n';
        return 1;
    }
    return 0;
}
