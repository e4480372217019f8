#include "ui/domains/mappage.h"

#include "ui/domains/flowlist.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/controls.h"

#include <cmath>

// The map as a location: what a link, Back and Forward and the next start bring back.
namespace meshscope {

Location MapPage::location() const
{
    Location l{QStringLiteral("map"), m_root, {}};
    const auto add = [&](const char *key, const ChoiceButton *choice, const char *usual) {
        if (choice->current() != QLatin1StringView(usual))
            l.add(key, choice->current());
    };
    add("as", m_arrangement, "map");
    add("colour", m_colour, "domain");
    add("sign", m_sign, "levels");
    add("size", m_size, "products");
    add("flows", m_flows, "domains");
    for (const NodeFilter::Field field : NodeFilter::fields)
        l.add(NodeFilter::word(field).toLatin1().constData(), m_filter->filter().value(field));
    for (const char *key : {"open", "shut", "near", "zoom", "at"}) {
        for (const QString &id :
             m_snapshot.mesh ? QStringList() : m_linked.options.allQueryItemValues(QLatin1String(key), QUrl::FullyDecoded))
            l.add(key, id);
    }
    for (const auto &[key, ids] : {std::pair("open", m_opening.openedByHand()), std::pair("shut", m_opening.closedByHand()),
                                   std::pair("near", m_opening.openedByZoom())}) {
        for (const QString &id : ids)
            l.add(key, id);
    }
    // How near it is looked at, where somebody has moved: with what is in the middle, so that it is found again.
    if (opensInPlace() && !m_view->followsFit() && !m_view->scene()->isEmpty()) {
        l.add("zoom", QString::number(int(std::lround(m_view->zoom() * 100))));
        l.add("at", m_view->thingAt(QRectF(m_view->rect()).center()));
    }
    if (!m_selected.isEmpty())
        l.add("selected", m_selected);
    return l;
}

void MapPage::setLocation(const Location &l)
{
    const auto take = [&](const char *key, ChoiceButton *choice, const char *usual) {
        const QString value = l.option(key);
        choice->setCurrent(value.isEmpty() ? QString::fromLatin1(usual) : value);
    };
    take("as", m_arrangement, "map");
    take("colour", m_colour, "domain");
    take("sign", m_sign, "levels");
    take("size", m_size, "products");
    take("flows", m_flows, "domains");
    NodeFilter filter;
    for (const NodeFilter::Field field : NodeFilter::fields)
        filter.value(field) = l.option(NodeFilter::word(field).toLatin1().constData());
    m_filter->setFilter(filter);
    m_selected = canonical(l.option("selected"));
    m_linked = l;
    if (m_snapshot.mesh)
        readOpening(l);
    if (canonical(l.address) != m_root) {
        m_root = canonical(l.address);
        m_shown.plan = {};
        m_view->startAt({});
        m_flowList->hide();
    }
    m_startAt = l.option("at");
    m_startZoom = l.option("zoom").toInt() / 100.0;
    rebuild();
}

} // namespace meshscope
