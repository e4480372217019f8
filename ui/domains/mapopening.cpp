#include "ui/domains/mapopening.h"

#include <algorithm>

namespace meshscope {

bool MapOpening::isOpen(const QString &id) const
{
    const auto decided = m_byHand.find(id);
    if (decided != m_byHand.end())
        return decided->second;
    return std::any_of(m_byZoom.begin(), m_byZoom.end(), [&](const Step &s) { return s.id == id; });
}

QStringList MapOpening::open() const
{
    QStringList ids = openedByHand();
    for (const Step &s : m_byZoom) {
        if (!m_byHand.contains(s.id))
            ids.append(s.id);
    }
    return ids;
}

void MapOpening::setByHand(const QString &id, bool open)
{
    m_byHand[id] = open;
    std::erase_if(m_byZoom, [&](const Step &s) { return s.id == id; });
}

void MapOpening::closeAll()
{
    m_byHand.clear();
    m_byZoom.clear();
}

double MapOpening::opensAt(Kind kind, int depth)
{
    switch (kind) {
    case Kind::Domain: return std::min(1.15 + 0.13 * depth, 1.45);
    case Kind::Product: return 1.6;
    default: return 2.0;
    }
}

bool MapOpening::zoomed(double scale, const std::vector<Step> &chain)
{
    const bool isOut = m_scale > 0 && scale < m_scale;
    m_scale = scale;
    if (isOut)
        return std::erase_if(m_byZoom, [&](const Step &s) { return scale < closesBelow(s.kind, s.depth); }) > 0;
    for (const Step &step : chain) {
        if (isOpen(step.id))
            continue;
        if (m_byHand.contains(step.id) || !step.canOpen || scale < opensAt(step.kind, step.depth))
            return false;
        m_byZoom.push_back(step);
        // Only so many at a time: what was left longest ago closes.
        if (m_byZoom.size() > mostByZoom) {
            const auto left = std::find_if(m_byZoom.begin(), m_byZoom.end(), [&](const Step &old) {
                return std::none_of(chain.begin(), chain.end(), [&](const Step &s) { return s.id == old.id; });
            });
            if (left != m_byZoom.end())
                m_byZoom.erase(left);
        }
        return true;
    }
    return false;
}

QStringList MapOpening::byHand(bool open) const
{
    QStringList ids;
    for (const auto &[id, isOpen] : m_byHand) {
        if (isOpen == open)
            ids.append(id);
    }
    return ids;
}

QStringList MapOpening::openedByZoom() const
{
    QStringList ids;
    for (const Step &s : m_byZoom)
        ids.append(s.id);
    return ids;
}

void MapOpening::restore(const QStringList &opened, const QStringList &closed, const QStringList &byZoom,
                         const std::function<Step(const QString &)> &stepOf)
{
    closeAll();
    for (const auto &[list, open] : {std::pair(&opened, true), std::pair(&closed, false)}) {
        for (const QString &id : *list) {
            if (const Step step = stepOf(id); !step.id.isEmpty())
                m_byHand[step.id] = open;
        }
    }
    for (const QString &id : byZoom) {
        const Step step = stepOf(id);
        if (!step.id.isEmpty() && !m_byHand.contains(step.id) && m_byZoom.size() < mostByZoom)
            m_byZoom.push_back(step);
    }
}

bool MapOpening::operator==(const MapOpening &other) const
{
    return m_byHand == other.m_byHand && openedByZoom() == other.openedByZoom();
}

} // namespace meshscope
