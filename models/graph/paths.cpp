#include "models/graph/paths.h"

#include "models/graph/compressed.h"
#include "models/graph/levelview.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <unordered_map>

// Only what lies between the two ends is looked at: reached from the first and leading to the second. Its strongly connected
// parts are numbered sinks first, so one pass over them sums the ways to the target; a sum is dropped when everything before
// it has used it, which keeps a long ladder of long numbers small.
//
// A listed way is a row of entries: the nodes by which it comes into one part after the other. From an entry every edge that
// leaves the part is a choice, with the length of the shortest way by it: the turn inside the part, the edge, and the exact
// distance left. The choices are sorted once an entry. A queue holds for each beginning of a way its next best choice:
// taking one puts back that beginning with its next choice, and the longer beginning with its best. Of equal lengths the one
// that is further goes first, so each way costs as many steps as it has parts.
namespace meshscope::graph {

namespace {

constexpr int unreached = std::numeric_limits<int>::max();

class Between {
public:
    Between(int nodes, const std::vector<Arc> &arcs, int from, int to, const std::function<bool()> &cancelled)
        : m_cancelled(cancelled)
        , m_from(from)
        , m_to(to)
    {
        for (const Arc &a : arcs) {
            if (a.from >= 0 && a.to >= 0 && a.from < nodes && a.to < nodes && a.from != a.to)
                m_arcs.push_back(a);
        }
        std::sort(m_arcs.begin(), m_arcs.end(),
                  [](const Arc &a, const Arc &b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
        m_arcs.erase(std::unique(m_arcs.begin(), m_arcs.end(),
                                 [](const Arc &a, const Arc &b) { return a.from == b.from && a.to == b.to; }),
                     m_arcs.end());
        narrow(nodes);
        m_part = strongParts(nodes, m_arcs);
        m_out = Compressed(nodes, m_arcs, [](const Arc &a) { return a.from; });
        m_in = Compressed(nodes, m_arcs, [](const Arc &a) { return a.to; });
        m_left = distances(nodes, m_in, to, false);
    }
    [[nodiscard]] bool isConnected() const { return m_left[size_t(m_from)] != unreached; }
    /// Ways from each part to the target's; the answer is the first one's.
    [[nodiscard]] BigCount count(int &cycles) const
    {
        const int parts = *std::max_element(m_part.begin(), m_part.end()) + 1;
        std::vector<int> sizes(size_t(parts), 0), users(size_t(parts), 0);
        for (size_t v = 0; v < m_part.size(); ++v)
            sizes[size_t(m_part[v])] += m_left[v] != unreached ? 1 : 0;
        cycles = int(std::count_if(sizes.begin(), sizes.end(), [](int n) { return n > 1; }));
        std::vector<int> crossing;
        for (size_t i = 0; i < m_arcs.size(); ++i) {
            if (partOf(m_arcs[i].from) != partOf(m_arcs[i].to)) {
                crossing.push_back(int(i));
                ++users[size_t(partOf(m_arcs[i].to))];
            }
        }
        const Compressed of(parts, crossing, [&](int arc) { return partOf(m_arcs[size_t(arc)].from); });
        std::vector<BigCount> ways(static_cast<size_t>(parts));
        ways[size_t(partOf(m_to))] = 1;
        for (int p = 0; p < parts; ++p) {
            if (isCancelled(size_t(p)))
                return {};
            for (const int k : of.of(p)) {
                const auto next = size_t(partOf(m_arcs[size_t(crossing[size_t(k)])].to));
                ways[size_t(p)] += ways[next];
                if (--users[next] == 0)
                    ways[next] = {};
            }
        }
        return ways[size_t(partOf(m_from))];
    }
    [[nodiscard]] std::vector<std::vector<int>> list(int most)
    {
        struct Stem { ///< a beginning of a way: where it has come into a part
            int before;
            int entry;
            int choice; ///< of the entry before
            int length;
        };
        struct Offer {
            int total;
            int length;
            int stem;
            int choice;
            quint64 order;
            bool operator<(const Offer &o) const // the largest is taken first
            {
                if (total != o.total)
                    return total > o.total;
                return length != o.length ? length < o.length : order > o.order;
            }
        };
        std::vector<Stem> stems{{-1, m_from, -1, 0}};
        std::priority_queue<Offer> offers;
        quint64 order = 0;
        const auto offer = [&](int stem, int choice) {
            const Stem &s = stems[size_t(stem)];
            const std::vector<Choice> &choices = entry(s.entry).choices;
            if (choice < int(choices.size()))
                offers.push({s.length + choices[size_t(choice)].left, s.length, stem, choice, order++});
        };
        offer(0, 0);
        std::vector<std::vector<int>> found;
        for (size_t step = 0; !offers.empty() && int(found.size()) < most && !isCancelled(step); ++step) {
            const Offer best = offers.top();
            offers.pop();
            offer(best.stem, best.choice + 1);
            const Choice choice = entry(stems[size_t(best.stem)].entry).choices[size_t(best.choice)];
            const int length = stems[size_t(best.stem)].length + choice.turn + (choice.to < 0 ? 0 : 1);
            stems.push_back({best.stem, choice.to, best.choice, length});
            if (choice.to >= 0) {
                offer(int(stems.size()) - 1, 0);
                continue;
            }
            std::vector<int> way; // backwards
            for (int s = int(stems.size()) - 1; stems[size_t(s)].before >= 0; s = stems[size_t(s)].before) {
                const Entry &in = entry(stems[size_t(stems[size_t(s)].before)].entry);
                for (int v = in.choices[size_t(stems[size_t(s)].choice)].exit; v >= 0; v = in.cameFrom(v))
                    way.push_back(v);
            }
            std::reverse(way.begin(), way.end());
            found.push_back(std::move(way));
        }
        return found;
    }
    [[nodiscard]] bool wasCancelled() const { return m_wasCancelled; }

private:
    struct Choice {
        int left; ///< edges to the target by it
        int turn; ///< edges inside the part
        int exit;
        int to; ///< -1: it ends here
    };
    struct Entry {
        std::vector<Choice> choices;
        std::unordered_map<int, int> before; ///< on the shortest turns inside the part
        [[nodiscard]] int cameFrom(int v) const
        {
            const auto it = before.find(v);
            return it == before.end() ? -1 : it->second;
        }
    };
    [[nodiscard]] int partOf(int v) const { return m_part[size_t(v)]; }
    bool isCancelled(size_t step) const
    {
        if (step % 512 == 0 && m_cancelled && m_cancelled())
            m_wasCancelled = true;
        return m_wasCancelled;
    }
    [[nodiscard]] std::vector<int> distances(int nodes, const Compressed &rows, int start, bool forward) const
    {
        std::vector<int> distance(size_t(nodes), unreached);
        std::vector<int> queue{start};
        distance[size_t(start)] = 0;
        for (size_t i = 0; i < queue.size() && !isCancelled(i); ++i) {
            for (const int k : rows.of(queue[i])) {
                const int next = forward ? m_arcs[size_t(k)].to : m_arcs[size_t(k)].from;
                if (distance[size_t(next)] == unreached) {
                    distance[size_t(next)] = distance[size_t(queue[i])] + 1;
                    queue.push_back(next);
                }
            }
        }
        return distance;
    }
    /// Drops the arcs that are on no way.
    void narrow(int nodes)
    {
        const Compressed out(nodes, m_arcs, [](const Arc &a) { return a.from; });
        const Compressed in(nodes, m_arcs, [](const Arc &a) { return a.to; });
        const std::vector<int> reached = distances(nodes, out, m_from, true);
        const std::vector<int> leads = distances(nodes, in, m_to, false);
        m_arcs.erase(std::remove_if(m_arcs.begin(), m_arcs.end(),
                                    [&](const Arc &a) {
                                        return reached[size_t(a.from)] == unreached || leads[size_t(a.to)] == unreached;
                                    }),
                     m_arcs.end());
    }
    const Entry &entry(int v)
    {
        const auto [it, isNew] = m_entries.try_emplace(v);
        if (!isNew)
            return it->second;
        Entry &e = it->second;
        std::unordered_map<int, int> turn{{v, 0}};
        std::vector<int> queue{v};
        for (size_t i = 0; i < queue.size() && !isCancelled(i + 1); ++i) {
            const int x = queue[i];
            const int length = turn[x];
            if (x == m_to)
                e.choices.push_back({length, length, x, -1});
            for (const int k : m_out.of(x)) {
                const int to = m_arcs[size_t(k)].to;
                if (partOf(to) != partOf(x)) {
                    e.choices.push_back({length + 1 + m_left[size_t(to)], length, x, to});
                } else if (turn.emplace(to, length + 1).second) {
                    e.before.emplace(to, x);
                    queue.push_back(to);
                }
            }
        }
        std::stable_sort(e.choices.begin(), e.choices.end(),
                         [](const Choice &a, const Choice &b) { return a.left < b.left; });
        return e;
    }

    const std::function<bool()> &m_cancelled;
    mutable bool m_wasCancelled = false;
    int m_from, m_to;
    std::vector<Arc> m_arcs; ///< by from, to
    std::vector<int> m_part;
    Compressed m_out, m_in;
    std::vector<int> m_left; ///< edges to the target
    std::unordered_map<int, Entry> m_entries;
};

} // namespace

Paths allPaths(int nodes, const std::vector<Arc> &arcs, int from, int to, int most, const std::function<bool()> &cancelled)
{
    Paths paths;
    if (from < 0 || to < 0 || from >= nodes || to >= nodes || from == to)
        return paths;
    Between between(nodes, arcs, from, to, cancelled);
    if (between.isConnected()) {
        paths.count = between.count(paths.cycles);
        paths.first = between.list(most);
    }
    paths.cancelled = between.wasCancelled();
    return paths;
}

MeshPaths pathsBetween(const Mesh &mesh, NodeId from, NodeId to, Level level, int most,
                       const std::function<bool()> &cancelled)
{
    MeshPaths out{from, to, level, {}, 0, {}, false};
    if (!from.isValid() || !to.isValid())
        return out;
    LevelView view(mesh, level);
    std::unordered_map<quint32, int> index{{from.value, 0}};
    std::vector<NodeId> nodes{from};
    std::vector<Arc> arcs;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (i % 256 == 0 && cancelled && cancelled()) {
            out.cancelled = true;
            return out;
        }
        for (const NodeId next : view.beside(nodes[i], false)) {
            const auto [it, isNew] = index.emplace(next.value, int(nodes.size()));
            if (isNew)
                nodes.push_back(next);
            arcs.push_back({int(i), it->second, 1});
        }
    }
    const auto target = index.find(to.value);
    if (target == index.end())
        return out;
    Paths paths = allPaths(int(nodes.size()), arcs, 0, target->second, most, cancelled);
    out.count = std::move(paths.count);
    out.cycles = paths.cycles;
    out.cancelled = paths.cancelled;
    for (const std::vector<int> &path : paths.first) {
        out.first.emplace_back();
        for (const int v : path)
            out.first.back().push_back(nodes[size_t(v)]);
    }
    return out;
}

} // namespace meshscope::graph
