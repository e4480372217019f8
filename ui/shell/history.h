#pragma once

#include "ui/widgets/page.h"

#include <QList>

namespace meshscope {

/// Where one window has been, as a browser keeps it: going somewhere new forgets what lay ahead.
class History {
public:
    /// Visits `location`; the same as the current one is not visited twice.
    void visit(const Location &location)
    {
        if (m_at >= 0 && m_places[m_at] == location)
            return;
        m_places.resize(m_at + 1);
        m_places.append(location);
        if (m_places.size() > limit)
            m_places.removeFirst();
        m_at = m_places.size() - 1;
    }
    /// The page changed its own options: the current entry becomes what it is now.
    void update(const Location &location)
    {
        if (m_at >= 0)
            m_places[m_at] = location;
    }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    Location back() { return m_places[--m_at]; }
    Location forward() { return m_places[++m_at]; }
    [[nodiscard]] Location current() const { return m_at < 0 ? Location() : m_places[m_at]; }

private:
    static constexpr qsizetype limit = 200;
    QList<Location> m_places;
    qsizetype m_at = -1;
};

} // namespace meshscope
