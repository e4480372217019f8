#include "ui/product/subject.h"

#include <QDesktopServices>
#include <QSet>
#include <QUrl>

namespace meshscope {

QString Subject::address() const
{
    Address a = mesh().address(node);
    if (!column.isEmpty()) {
        a.id = columnId(a.id, column);
        a.kind = Kind::Column;
    }
    return a.toString();
}

QString Subject::name() const
{
    return column.isEmpty() ? mesh().name(node) : column;
}

Status Subject::status(NodeId n) const
{
    return snapshot.health ? snapshot.health->status(n) : Status::NoPromise;
}

QList<LevelState> Subject::levels() const
{
    if (!snapshot.health || !column.isEmpty())
        return {};
    const Kind k = mesh().kind(node);
    const NodeId product = k == Kind::Product ? node : mesh().productOf(node);
    const ProductHealth *health = product.isValid() ? snapshot.health->product(product) : nullptr;
    if (!health)
        return {};
    if (k == Kind::Product)
        return health->states;
    const QList<const ServiceLevel *> own = mesh().serviceLevels(node);
    QList<LevelState> result;
    for (const LevelState &state : health->states) {
        if (own.contains(state.level))
            result << state;
    }
    return result;
}

LevelCounts Subject::counts() const
{
    LevelCounts counts;
    for (const LevelState &state : levels())
        counts.add(state.status);
    return counts;
}

namespace {
QList<NodeId> listOf(std::span<const NodeId> nodes)
{
    return {nodes.begin(), nodes.end()};
}
} // namespace

QList<NodeId> Subject::upstream() const
{
    switch (mesh().kind(node)) {
    case Kind::Product: return listOf(mesh().productsUpstream(node));
    case Kind::Dataset: return listOf(mesh().upstream(node));
    default: break;
    }
    QList<NodeId> all;
    for (const NodeId dataset : datasets()) {
        for (const NodeId n : mesh().upstream(dataset)) {
            if (!all.contains(n))
                all << n;
        }
    }
    return all;
}

QList<NodeId> Subject::downstream() const
{
    switch (mesh().kind(node)) {
    case Kind::Product: return listOf(mesh().productsDownstream(node));
    case Kind::Dataset: return listOf(mesh().downstream(node));
    default: break;
    }
    QList<NodeId> all;
    for (const NodeId dataset : datasets()) {
        for (const NodeId n : mesh().downstream(dataset)) {
            if (!all.contains(n))
                all << n;
        }
    }
    return all;
}

QList<NodeId> Subject::contracts() const
{
    const Kind k = mesh().kind(node);
    if (k == Kind::Contract)
        return {node};
    if (k == Kind::Product || k == Kind::Port || k == Kind::Dataset)
        return listOf(mesh().contractsOf(node));
    return {};
}

QList<NodeId> Subject::datasets() const
{
    const Kind k = mesh().kind(node);
    if (k == Kind::Dataset)
        return {node};
    if (k == Kind::Product || k == Kind::Port || k == Kind::Contract)
        return listOf(mesh().datasetsOf(node));
    return {};
}

QList<qsizetype> Subject::agreements() const
{
    const Kind k = mesh().kind(node);
    const NodeId product = k == Kind::Product ? node : mesh().productOf(node);
    QList<qsizetype> result;
    const QList<Agreement> &all = mesh().agreements();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString endpoint = mesh().agreementEndpoint(i);
        const NodeId provider = mesh().findReference(endpoint, Kind::Product, all[i].product);
        const bool isOfProduct = product.isValid() && provider == product;
        const bool isOfParty =
            k == Kind::Party && (mesh().findReference(endpoint, Kind::Party, all[i].consumerTeam) == node ||
                                 mesh().findReference(endpoint, Kind::Party, all[i].consumerUser) == node);
        if (isOfProduct || isOfParty)
            result << i;
    }
    return result;
}

QList<Dangling> Subject::dangling() const
{
    QSet<NodeId> mine{node};
    for (const NodeId n : contracts())
        mine << n;
    if (mesh().kind(node) == Kind::Product) {
        for (const NodeId n : mesh().portsOf(node))
            mine << n;
    }
    QList<Dangling> result;
    for (const Dangling &d : mesh().dangling()) {
        if (mine.contains(d.from))
            result << d;
    }
    return result;
}

void SectionHub::open(const QString &target, bool newWindow)
{
    if (target.isEmpty())
        return;
    if (target.startsWith(QLatin1String("section:"))) {
        emit sectionRequested(target.mid(8));
    } else if (target.startsWith(QLatin1String("level:"))) {
        emit levelRequested(target.mid(6), true);
    } else if (target.startsWith(QLatin1String("https://")) || target.startsWith(QLatin1String("http://")) ||
               target.startsWith(QLatin1String("mailto:"))) {
        QDesktopServices::openUrl(QUrl(target, QUrl::StrictMode));
    } else {
        emit openRequested(Location::parse(target), newWindow);
    }
}

QString domainPathText(const Mesh &mesh, NodeId n)
{
    const NodeId domain = mesh.domainOf(n);
    return domain.isValid() ? mesh.domainPath(domain).join(QStringLiteral(" › ")) : QString();
}

QString alignmentText(const DataProduct &product)
{
    QString text;
    switch (product.alignment) {
    case DataProduct::Alignment::Source: text = SectionHub::tr("Source-aligned product"); break;
    case DataProduct::Alignment::Aggregate: text = SectionHub::tr("Aggregate product"); break;
    case DataProduct::Alignment::Consumer: text = SectionHub::tr("Consumer-aligned product"); break;
    case DataProduct::Alignment::Unknown:
        text = product.isAnalytical ? SectionHub::tr("Analytical product") : SectionHub::tr("Data product");
        break;
    }
    if (!product.kindText.isEmpty() && product.alignment == DataProduct::Alignment::Unknown)
        text += QStringLiteral(", ") + product.kindText;
    return product.isVirtual ? SectionHub::tr("%1, virtual").arg(text) : text;
}

QString lineageLink(const QString &address)
{
    return Location{QStringLiteral("lineage"), address, {}}.toString();
}

const PartyRole *ownerOf(const Entity &entity)
{
    for (const char *word : {"owner", "steward"}) {
        for (const PartyRole &role : entity.owners) {
            if (role.role.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
                return &role;
        }
    }
    return entity.owners.isEmpty() ? nullptr : &entity.owners.first();
}

QString partyName(const Mesh &mesh, const QString &endpoint, const PartyRole &role)
{
    if (!role.name.isEmpty())
        return role.name;
    const NodeId party = mesh.findReference(endpoint, Kind::Party, role.party);
    return party.isValid() ? mesh.name(party) : role.party;
}

QString partyAddress(const Mesh &mesh, const QString &endpoint, const PartyRole &role)
{
    if (role.party.isEmpty())
        return {};
    const NodeId party = mesh.findReference(endpoint, Kind::Party, role.party);
    return party.isValid() ? mesh.address(party).toString() : QString();
}

} // namespace meshscope
