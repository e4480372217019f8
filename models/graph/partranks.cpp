#include "models/graph/crossings.h"
#include "models/graph/firstorder.h"
#include "models/graph/part.h"

#include <algorithm>
#include <numeric>

// The last step of small parts: from the best orders found, things go to other heights and ranks (annealing.cpp). Then long
// edges are cut anew, what passes takes the straight way, cards give it room, and the crossings that came with that are
// polished away. Smaller parts are annealed several times, as a single search may end anywhere. Its work is bounded by the
// input's steps for each link.
namespace meshscope::graph {

namespace {

constexpr long long mostCells = 2000000; ///< links times gaps between layers
constexpr int mostLinks = 30000;         ///< which a gap can count
// Hotter, and edges grow long; colder, and crossings stay that a detour would spare.
constexpr double smallHeat = 0.45;

} // namespace

bool Part::mayAnneal() const
{
    // What is led round has no place in the graph, but ranks of its ends to keep.
    return m_in.annealing > 0 && !m_hasRound && m_links.count() < mostLinks &&
           static_cast<long long>(m_links.count()) * m_graph.layers() < mostCells;
}

void Part::annealFound(Vec<Found> &found, const Effort &effort, Watch &watch)
{
    constexpr int small = 80;
    constexpr int middling = 300;
    const int searches = m_links.count() < small ? 8 : m_links.count() < middling ? 2 : 1;
    const long long steps = static_cast<long long>(m_in.annealing) * m_links.count() / searches;
    const Vec<Found> begins(found);
    for (int i = 0; i < searches && found[0].crossings > 0; ++i) {
        take(begins[i % begins.count()]);
        const Places places = annealed(i, steps, smallHeat, watch);
        if (watch.stop())
            return;
        const Anchors things = putBack(places);
        switchNeighbours(m_graph, 4, {nullptr, &things.isAnchored}, watch);
        placeAcross(m_graph, m_space, things, effort.smooth, effort.straight, m_y, watch);
        placeColumns();
        polish(m_graph, m_space, {&m_fixedLayer, nullptr}, lineEnds(), m_y,
               static_cast<long long>(m_in.polishing) * m_links.count(), watch);
        keep(found);
    }
}

/// Better ranks and heights of the things in the present order.
Places Part::annealed(int number, long long steps, double heat, Watch &watch) const
{
    Limits limits;
    for (int r = 0; r < m_graph.layers(); ++r) {
        limits.isClosed.push_back(isBorder(r));
        limits.room.push_back(m_right[r] - m_left[r]);
    }
    limits.isFixed = m_fixedLayer;
    Places places{m_graph.rank, m_y};
    places.rank.resize(m_items.size());
    places.y.resize(m_items.size());
    for (int i = 0; i < m_items.count(); ++i) {
        limits.width.push_back(item(i).width);
        if (m_in.boxes)
            limits.density.push_back(item(i).density);
    }
    const double crossing = m_in.levelGap * crossingWorth;
    anneal(m_graph, m_space, limits, lineEnds(), {crossing, crossing * heat, steps, unsigned(number)}, places, watch);
    return places;
}

/// Layers of other ranks; those that were left are closed up.
void Part::rebuild(Vec<int> rank)
{
    Vec<int> used(*std::max_element(rank.begin(), rank.end()) + 2, 0);
    for (const int r : rank)
        used[r + 1] = 1;
    std::partial_sum(used.begin(), used.end(), used.begin());
    for (int &r : rank)
        r = used[r];
    Watch small; // not worth a question
    buildGraph(std::move(rank), small);
    space();
    m_y.resize(size_t(m_graph.items()));
    m_fixedLayer.resize(size_t(m_graph.layers()));
}

/// Things where they were put, what passes on the straight way between.
Anchors Part::putBack(const Places &places)
{
    rebuild(places.rank);
    Anchors anchors{places.y, Vec<char>(m_items.count(), 1)};
    anchors.y.resize(size_t(m_graph.items()));
    anchors.isAnchored.resize(size_t(m_graph.items()), 0);
    numberPasses(m_graph, anchors.y);
    orderByKeys(m_graph, anchors.y);
    m_y = anchors.y;
    return anchors;
}

} // namespace meshscope::graph
