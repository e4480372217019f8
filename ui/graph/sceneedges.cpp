#include "ui/graph/scene.h"

#include "ui/graph/softcurve.h"

#include <QHash>
#include <QLineF>

#include <algorithm>
#include <cmath>

// The lines of a scene: their curves, made when they are drawn, and the places of the numbers on its flows.
namespace meshscope {

namespace {

constexpr double cornerRadius = 22;
constexpr std::ptrdiff_t manyFlows = 2000; ///< beyond, nobody reads them all: their numbers only keep off each other

/// Whether a straight piece passes through a box (Liang and Barsky).
bool passes(QPointF a, QPointF b, const QRectF &box)
{
    double from = 0, to = 1;
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    const std::pair<double, double> sides[] = {
        {-dx, a.x() - box.left()}, {dx, box.right() - a.x()}, {-dy, a.y() - box.top()}, {dy, box.bottom() - a.y()}};
    for (const auto &[p, q] : sides) {
        if (p == 0) {
            if (q < 0)
                return false;
        } else if (p < 0) {
            from = std::max(from, q / p);
        } else {
            to = std::min(to, q / p);
        }
    }
    return from <= to;
}

} // namespace

QPainterPath curveThrough(const std::vector<QPointF> &p, bool rightAngles)
{
    QPainterPath path;
    if (p.size() < 2)
        return path;
    path.moveTo(p.front());
    if (rightAngles) {
        for (size_t i = 1; i + 1 < p.size(); ++i) {
            const QLineF in(p[i], p[i - 1]);
            const QLineF out(p[i], p[i + 1]);
            const double radius = std::min({cornerRadius, in.length() / 2, out.length() / 2});
            if (radius < 0.5) {
                path.lineTo(p[i]);
                continue;
            }
            path.lineTo(in.pointAt(radius / in.length()));
            path.quadTo(p[i], out.pointAt(radius / out.length()));
        }
        path.lineTo(p.back());
        return path;
    }
    for (size_t i = 1; i < p.size(); ++i) {
        if (std::abs(p[i].y() - p[i - 1].y()) < 0.01 || std::abs(p[i].x() - p[i - 1].x()) < 0.01) {
            path.lineTo(p[i]);
            continue;
        }
        const double bend = (p[i].x() - p[i - 1].x()) * 0.5;
        path.cubicTo(p[i - 1] + QPointF(bend, 0), p[i] - QPointF(bend, 0), p[i]);
    }
    return path;
}

void Scene::lineOf(int edge, std::vector<QPointF> &line) const
{
    const std::span<const QPointF> p = points(edge);
    line.assign(p.begin(), p.end());
    if (line.size() < 2)
        return;
    const QPointF tail = line[line.size() - 2];
    QPointF way = line.back() - tail;
    if (!isAngular(m_edges[size_t(edge)]) && std::abs(way.x()) > 0.5)
        way = QPointF(way.x() > 0 ? 1 : -1, 0);
    const double length = std::hypot(way.x(), way.y());
    if (length > 1e-6)
        line.back() -= way / length *
                       std::min(arrowLength * m_unit * 0.8, std::max(0.0, std::abs(line.back().x() - tail.x()) +
                                                                              std::abs(line.back().y() - tail.y()) - 0.5));
}

QPainterPath Scene::pathOf(int edge) const
{
    std::vector<QPointF> line;
    lineOf(edge, line);
    return curveThrough(line, isAngular(m_edges[size_t(edge)]));
}

void Scene::flatten(int edge, double scale, QPointF offset, std::vector<QPointF> &pieces) const
{
    const quint32 first = m_pointStarts[size_t(edge)], end = m_pointStarts[size_t(edge) + 1];
    if (end - first >= 2)
        flatten(Stretch{edge, first, end - 1}, scale, offset, pieces);
    else
        pieces.clear();
}

void Scene::flatten(const Stretch &stretch, double scale, QPointF offset, std::vector<QPointF> &pieces) const
{
    pieces.clear();
    const bool isStraight = isAngular(m_edges[size_t(stretch.edge)]);
    QPointF from = m_points[stretch.first] * scale + offset;
    pieces.push_back(from);
    for (quint32 i = stretch.first + 1; i <= stretch.last; ++i) {
        const QPointF to = m_points[i] * scale + offset;
        softCurve(from, to, isStraight, 1.6, [&](QPointF next) { pieces.push_back(next); });
        from = to;
    }
}

/// The number of a flow goes to the middle of its longest stretch where no other number is, and no card. Looks only at what
/// is near each place; where flows are very many, the first free place is taken.
void Scene::placeLabels()
{
    constexpr double cell = 160;
    QHash<std::pair<int, int>, std::vector<QRectF>> taken;
    const auto cellsOf = [](const QRectF &r, auto &&visit) {
        for (int y = int(std::floor(r.top() / cell)); y <= int(std::floor(r.bottom() / cell)); ++y)
            for (int x = int(std::floor(r.left() / cell)); x <= int(std::floor(r.right() / cell)); ++x)
                visit(std::pair(x, y));
    };
    struct Place {
        double cost;
        QPointF at;
    };
    std::vector<Place> places;
    const bool isMany =
        std::count_if(m_edges.begin(), m_edges.end(), [](const SceneEdge &e) { return e.isFlow; }) > manyFlows;
    for (size_t e = 0; e < m_edges.size(); ++e) {
        const std::span<const QPointF> p = points(int(e));
        if (!m_edges[e].isFlow || p.empty())
            continue;
        places.clear();
        double whole = 0;
        for (size_t i = 0; i + 1 < p.size(); ++i) {
            const QLineF line(p[i], p[i + 1]);
            const double length = line.length();
            whole += length;
            for (const double t : {0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88})
                places.push_back(
                    {(length > 30 ? 0 : 500) - std::min(length, 200.0) * 0.2 + std::abs(t - 0.5) * 60, line.pointAt(t)});
        }
        std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.cost < b.cost; });
        if (isMany && places.size() > 3)
            places.resize(3);
        // A little more than at 1:1: zoomed out, numbers shrink less than the rest.
        const double w = (16 + 10 * double(QString::number(m_edges[e].count).size())) * m_unit;
        const double h = 25 * m_unit;
        const Place *best = nullptr;
        double least = 1e300;
        for (Place &place : places) {
            if (place.cost >= least)
                break; // they only get worse
            const QRectF box = QRectF(place.at - QPointF(w / 2, h / 2), QSizeF(w, h)).adjusted(-2, -2, 2, 2);
            cellsOf(box, [&](const std::pair<int, int> &at) {
                const auto near = taken.constFind(at);
                if (near == taken.constEnd())
                    return;
                const auto lies = [&](const QRectF &other) { return other.intersects(box); };
                if (isMany)
                    place.cost += std::any_of(near->begin(), near->end(), lies) ? 1000 : 0;
                else
                    place.cost += 1000.0 * double(std::count_if(near->begin(), near->end(), lies));
            });
            if (isMany) {
                if (place.cost < least) {
                    least = place.cost;
                    best = &place;
                }
                continue;
            }
            for (const SceneGroup &g : m_groups)
                place.cost += g.parent < 0 && g.rect.intersects(box) ? 300 : 0;
            int looked = 0;
            int before = -1;
            visitStretches(box, [&](int, const Stretch &s) {
                const int other = s.edge;
                if (std::exchange(before, other) == other || other == int(e) || !m_edges[size_t(other)].isFlow ||
                    ++looked > 40)
                    return;
                const std::span<const QPointF> q = points(other);
                for (size_t i = 0; i + 1 < q.size(); ++i) {
                    if (passes(q[i], q[i + 1], box)) {
                        place.cost += 40;
                        break;
                    }
                }
            });
            if (place.cost < least) {
                least = place.cost;
                best = &place;
            }
        }
        m_labels.push_back({int(e), best->at, whole});
        const QRectF own(best->at - QPointF(w / 2, h / 2), QSizeF(w, h));
        cellsOf(own, [&](const std::pair<int, int> &at) { taken[at].push_back(own); });
    }
}

} // namespace meshscope
