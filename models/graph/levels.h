#pragma once

#include "models/graph/nesting.h"

#include <QRectF>

namespace meshscope::graph {

/// Lays out all levels of a nested graph, inner ones being closed boxes for outer ones, and puts them together.
class Levels {
public:
    Levels(const LayoutInput &input, const Nesting &nesting, Watch &watch);
    /// False when it was stopped.
    [[nodiscard]] bool layOut();
    /// Of no use when it was stopped.
    [[nodiscard]] LayoutResult result() const;

private:
    struct Level {
        FlatInput input;
        FlatResult result;
        QRectF box; ///< of the group, without the absolute place
        QPointF content;
        Vec<double> lines;  ///< of border places: height of the card they lead to, in the level
        double density = 0; ///< lines of the level one crosses that passes straight over its box
    };
    /// What was known of a slot in the last layout.
    struct Last {
        double left = 0;
        double top = 0;
        double bottom = 0;
        bool known = false;
    };
    [[nodiscard]] bool run(bool draft);
    void layOutLevel(int i, bool draft);
    void readLast();
    void readOutside();
    [[nodiscard]] double middleOf(int item) const;
    [[nodiscard]] double offsetAt(const Nesting::End &end, const Nesting::Level &level) const;
    [[nodiscard]] double lineAt(const Nesting::End &end, const Nesting::Level &level) const;
    void readLines(int i);
    [[nodiscard]] std::vector<QPointF> route(const Nesting::Edge &edge) const;

    const LayoutInput &m_in;
    const Nesting &m_nest;
    Watch &m_watch;
    Vec<Level> m_levels;
    Vec<QPointF> m_origins;
    Vec<Last> m_lastNodes, m_lastGroups;
    Vec<Vec<double>> m_outside; ///< of levels: heights their border places wish; NaN = none
    int m_attempts = 1;
    int m_annealing = 0;
    int m_boxAnnealing = 0;
    bool m_large = false;
    bool m_mostKnown = false; ///< the last layout had nearly all nodes
    bool m_two = false;
};

} // namespace meshscope::graph
