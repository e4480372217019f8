#include "ui/domains/mappage.h"

#include "models/graph/loosedatasets.h"
#include "models/graph/openlevels.h"
#include "ui/graph/graphview.h"

#include <algorithm>
#include <limits>

// From company to column in one view: what opens and closes on the map, by zoom and by hand.
namespace meshscope {

namespace {

constexpr size_t mostParts = 2000; ///< of a thing that the zoom opens; more only by hand

} // namespace

NodeId MapPage::nodeOf(const QString &address) const
{
    const Result<Address> parsed = Address::parse(address);
    return m_snapshot.mesh && parsed ? m_snapshot.mesh->find(*parsed) : NodeId();
}

/// How many things a domain, product or dataset shows when it is open.
size_t MapPage::partsOf(NodeId node) const
{
    const Mesh &mesh = *m_snapshot.mesh;
    switch (mesh.kind(node)) {
    case Kind::Domain: {
        const size_t loose = m_loose->of(node).size();
        return mesh.childDomains(node).size() + mesh.productsOf(node).size() + (isHeap(mesh, node, loose) ? 1 : loose);
    }
    case Kind::Product: return mesh.portsOf(node).size() + mesh.datasetsOf(node).size();
    case Kind::Dataset: return size_t(mesh.columns(node).size());
    default: return 0;
    }
}

/// Whether one card stands for a domain's datasets of no product when it is open.
bool MapPage::isHeapOf(NodeId domain) const
{
    return domain.isValid() && isHeap(*m_snapshot.mesh, domain, m_loose->of(domain).size());
}

MapOpening::Step MapPage::stepOf(const QString &address) const
{
    if (isHeapId(address)) {
        const NodeId domain = nodeOf(withoutHeap(address));
        if (!isHeapOf(domain))
            return {};
        return {heapId(m_snapshot.mesh->address(domain).toString()), Kind::Product, 0,
                m_loose->of(domain).size() <= mostParts};
    }
    const NodeId node = nodeOf(address);
    if (!node.isValid())
        return {};
    const size_t parts = partsOf(node);
    return {m_snapshot.mesh->address(node).toString(), m_snapshot.mesh->kind(node),
            int(boxesAbove(*m_snapshot.mesh, node).size()), parts > 0 && parts <= mostParts};
}

/// From the outermost domain that is a box of this map to a thing.
QStringList MapPage::chainTo(const QString &address) const
{
    const Mesh *mesh = m_snapshot.mesh.get();
    const NodeId node = nodeOf(withoutHeap(address));
    QStringList chain;
    if (!node.isValid())
        return chain;
    const bool isLoose = mesh->kind(node) == Kind::Dataset && !mesh->productOf(node).isValid();
    for (const NodeId box : boxesAbove(*m_snapshot.mesh, node)) {
        const QString id = m_snapshot.mesh->address(box).toString();
        if (!chain.isEmpty() || (m_shown.scene && m_shown.scene->groupOf(id) >= 0))
            chain.append(id);
    }
    if (isLoose && isHeapOf(mesh->domainOf(node)))
        chain.append(heapId(mesh->address(mesh->domainOf(node)).toString()));
    const QString own = mesh->address(node).toString();
    if (!isHeapId(address) || !chain.isEmpty() || m_shown.scene->groupOf(own) >= 0)
        chain.append(own);
    if (isHeapId(address) && isHeapOf(node))
        chain.append(heapId(own));
    return chain;
}

/// What a location says is open, as far as it is still there.
void MapPage::readOpening(const Location &from)
{
    const auto ids = [&](const char *key) {
        QStringList list = from.options.allQueryItemValues(QLatin1String(key), QUrl::FullyDecoded);
        for (QString &id : list)
            id = canonical(id);
        return list;
    };
    m_opening.restore(ids("open"), ids("shut"), ids("near"), [this](const QString &id) { return stepOf(id); });
}

bool MapPage::opensInPlace() const
{
    return m_shown.scene && m_shown.arrangement == MapRequest::Arrangement::Map;
}

/// The address is open, and everything round it.
bool MapPage::isShownOpen(const QString &address) const
{
    const int card = m_shown.scene->cardOf(address);
    const int group = m_shown.scene->groupOf(address);
    if (group >= 0)
        return m_shown.scene->groups()[size_t(group)].fold == SceneFold::Open;
    return card >= 0 && m_shown.scene->cards()[size_t(card)].fold == SceneFold::Open;
}

/// A domain with domains in it that was gone into shows its own products as they are; neighbours are only closed boxes.
bool MapPage::canOpen(const QString &address) const
{
    const NodeId node = nodeOf(withoutHeap(address));
    if (!node.isValid() || partsOf(node) == 0)
        return false;
    const QStringList chain = chainTo(address);
    if (chain.isEmpty())
        return false;
    const int outermost = m_shown.scene->groupOf(chain.front());
    return outermost >= 0 && m_shown.scene->groups()[size_t(outermost)].fold != SceneFold::None;
}

void MapPage::toggle(const QString &address)
{
    if (!opensInPlace() || !canOpen(address)) {
        openNode(address, false);
        return;
    }
    const bool opens = !isShownOpen(address);
    const QStringList chain = chainTo(address);
    for (const QString &id : chain) {
        if (id == chain.last()) // of a card of datasets that needs no opening itself, its domain
            m_opening.setByHand(id, opens);
        else if (opens && !m_opening.isOpen(id))
            m_opening.setByHand(id, true);
    }
    m_anchor = address;
    emit said(opens ? tr("%1 is open").arg(nameOf(address)) : tr("%1 is closed").arg(nameOf(address)));
    openingChanged();
}

void MapPage::closeAll()
{
    if (m_opening.isEmpty())
        return;
    m_opening.closeAll();
    m_anchor.clear();
    openingChanged();
}

void MapPage::openingChanged()
{
    m_keepsPlan = true;
    rebuild();
    emit locationChanged();
}

/// Soon after a zoom, once for several steps of it; while a layout is on its way, after that.
void MapPage::zoomLater()
{
    if (opensInPlace() && !m_zoomTimer.isActive() && !m_watcher.isRunning())
        m_zoomTimer.start(zoomDelay, this);
}

void MapPage::followZoom()
{
    if (!opensInPlace() || m_view->scene() != m_shown.scene)
        return;
    const double scale = m_view->zoom();
    if (scale == m_zoomSeen)
        return;
    std::vector<MapOpening::Step> chain;
    const QString at = m_view->thingAt(m_view->zoomPoint());
    if (!at.isEmpty() && canOpen(chainTo(at).value(0))) {
        for (const QString &id : chainTo(at))
            chain.push_back(stepOf(id));
    }
    const bool changed = m_opening.zoomed(scale, chain);
    // When something has opened, what is in it may be near enough as well: it is asked again after the layout.
    if (!changed || scale < m_zoomSeen)
        m_zoomSeen = scale;
    if (!changed) {
        emit locationChanged(); // how near it is looked at
        return;
    }
    m_anchor.clear();
    openingChanged();
}

void MapPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_zoomTimer.timerId()) {
        Page::timerEvent(event);
        return;
    }
    m_zoomTimer.stop();
    followZoom();
}

/// Shows a new picture of the same map: what was opened or closed, else what is under the pointer, stays where it is.
void MapPage::showAnchored()
{
    const bool isMove = std::exchange(m_keepsPlan, false) && m_shown.arrangement == MapRequest::Arrangement::Map;
    const QString anchor = std::exchange(m_anchor, {});
    if (showStart())
        return;
    if (!isMove || m_view->scene()->isEmpty() || (anchor.isEmpty() && m_view->followsFit())) {
        m_view->setScene(m_shown.scene);
        return;
    }
    QPointF at = m_view->zoomPoint();
    QString thing = m_view->thingAt(at);
    if (const QRectF place = m_view->placeOf(anchor); !place.isNull()) {
        const QRectF seen = QRectF(m_view->rect()).adjusted(8, 8, -8, -8);
        at = QPointF(std::clamp(place.left(), seen.left(), std::max(seen.left(), seen.right())),
                     std::clamp(place.top(), seen.top(), std::max(seen.top(), seen.bottom())));
        thing = anchor;
    } else if (thing.isEmpty()) {
        thing = nearestBox(at);
    }
    QStringList ids{thing};
    const NodeId node = nodeOf(withoutHeap(thing));
    if (isHeapId(thing))
        ids.append(withoutHeap(thing));
    if (node.isValid()) {
        const std::vector<NodeId> boxes = boxesAbove(*m_snapshot.mesh, node);
        for (size_t i = boxes.size(); i-- > 0;)
            ids.append(m_snapshot.mesh->address(boxes[i]).toString());
    }
    m_view->setSceneAround(m_shown.scene, at, ids);
}

/// The picture a link asks for: as near as it was, with the same thing in the middle.
bool MapPage::showStart()
{
    const double zoom = std::exchange(m_startZoom, 0);
    const QString at = canonical(std::exchange(m_startAt, {}));
    if (zoom <= 0.01 || !opensInPlace())
        return false;
    m_view->setScene(m_shown.scene);
    m_view->fit(false); // places are told as from where it stands, not from the way there
    const QPointF middle = QRectF(m_view->rect()).center();
    const QRectF place = m_view->placeOf(at);
    const Camera now = m_view->camera();
    Camera camera;
    camera.scale = std::clamp(zoom, 0.01, 4.0);
    camera.offset = middle - now.toScene(place.isNull() ? middle : place.center()) * camera.scale;
    m_zoomSeen = camera.scale;
    m_view->setCamera(camera);
    return true;
}

QString MapPage::nearestBox(QPointF at) const
{
    const Scene &scene = *m_view->scene();
    const QPointF point = m_view->camera().toScene(at);
    QString nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const SceneGroup &group : scene.groups()) {
        if (group.parent >= 0)
            continue;
        const QPointF inside(std::clamp(point.x(), group.rect.left(), group.rect.right()),
                             std::clamp(point.y(), group.rect.top(), group.rect.bottom()));
        const QPointF way = point - inside;
        const double apart = QPointF::dotProduct(way, way);
        if (apart < least) {
            least = apart;
            nearest = group.id;
        }
    }
    return nearest;
}

} // namespace meshscope
