#include "ui/domains/mapmeasure.h"

#include "models/health/health.h"

#include <QCoreApplication>

#include <set>

namespace meshscope {

namespace {

QString say(const char *text, int n)
{
    return QCoreApplication::translate("meshscope::MapScene", text, "", n);
}

} // namespace

/// Of a dataset of no product. Who consumes it: the products, and datasets of no product, that are made from it.
int MapMeasure::countOfDataset(NodeId dataset) const
{
    switch (m_size) {
    case MapRequest::Size::Products:
    case MapRequest::Size::Datasets: return 1;
    case MapRequest::Size::Consumers: {
        std::set<NodeId> consumers;
        for (const NodeId next : m_mesh.downstream(dataset))
            consumers.insert(m_mesh.productOf(next).isValid() ? m_mesh.productOf(next) : next);
        return int(consumers.size());
    }
    case MapRequest::Size::Levels: return int(m_mesh.serviceLevels(dataset).size());
    case MapRequest::Size::Breached: return m_health && m_health->status(dataset) == Status::Breached ? 1 : 0;
    case MapRequest::Size::Columns: break;
    }
    return int(m_mesh.columns(dataset).size());
}

int MapMeasure::count(NodeId product) const
{
    if (m_mesh.kind(product) == Kind::Dataset)
        return countOfDataset(product);
    switch (m_size) {
    case MapRequest::Size::Products: return 1;
    case MapRequest::Size::Consumers: return int(m_mesh.productsDownstream(product).size());
    case MapRequest::Size::Datasets: return int(m_mesh.datasetsOf(product).size());
    case MapRequest::Size::Levels: return int(m_mesh.serviceLevels(product).size());
    case MapRequest::Size::Breached: {
        const ProductHealth *health = m_health ? m_health->product(product) : nullptr;
        return health ? health->levels.breached : 0;
    }
    case MapRequest::Size::Columns: break;
    }
    int columns = 0;
    for (const NodeId d : m_mesh.datasetsOf(product))
        columns += int(m_mesh.columns(d).size());
    return columns;
}

int MapMeasure::of(NodeId product) const
{
    const auto it = m_known.constFind(product);
    return it != m_known.constEnd() ? *it : *m_known.insert(product, count(product));
}

QString MapMeasure::words(MapRequest::Size size, int n)
{
    switch (size) {
    case MapRequest::Size::Products: return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln products"), n);
    case MapRequest::Size::Consumers: return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln consumers"), n);
    case MapRequest::Size::Datasets: return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets"), n);
    case MapRequest::Size::Levels: return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln levels"), n);
    case MapRequest::Size::Breached: return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln breached levels"), n);
    case MapRequest::Size::Columns: break;
    }
    return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln columns"), n);
}

QString MapMeasure::area(MapRequest::Size size, bool hasProducts)
{
    const char *text = QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: columns");
    switch (size) {
    case MapRequest::Size::Products:
        text = hasProducts ? QT_TRANSLATE_NOOP("meshscope::MapScene",
                                               "Area: one for each product, and for each dataset of no product")
                           : QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: one for each dataset");
        break;
    case MapRequest::Size::Consumers: text = QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: consumers"); break;
    case MapRequest::Size::Datasets: text = QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: datasets"); break;
    case MapRequest::Size::Levels: text = QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: service levels"); break;
    case MapRequest::Size::Breached: text = QT_TRANSLATE_NOOP("meshscope::MapScene", "Area: breached service levels"); break;
    case MapRequest::Size::Columns: break;
    }
    return QCoreApplication::translate("meshscope::MapScene", text);
}

QString MapMeasure::missing(int products, int datasets)
{
    QStringList parts;
    if (products > 0)
        parts.append(say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln products have none"), products));
    if (datasets > 0)
        parts.append(say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets of no product have none"), datasets));
    return parts.join(QStringLiteral("; "));
}

NodeEvidence evidenceOf(const HealthReport *health)
{
    NodeEvidence evidence;
    if (!health)
        return evidence;
    evidence.now = health->asOf;
    evidence.status = [health](NodeId n) { return health->status(n); };
    evidence.freshAt = [health](NodeId product) {
        const ProductHealth *known = health->product(product);
        return known && known->freshAt ? *known->freshAt : QDateTime();
    };
    return evidence;
}

} // namespace meshscope
