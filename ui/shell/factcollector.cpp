#include "ui/shell/factcollector.h"

#include "models/items/leveltext.h"

#include <QLocale>

#include <algorithm>

namespace meshscope {

void FactCollector::addNodes(const QString &label, std::span<const NodeId> nodes, const char *plural, const Location &list)
{
    if (nodes.empty())
        return;
    if (nodes.size() == 1)
        add(label, {linkTo(nodes.front())});
    else
        add(label, {{QCoreApplication::translate("meshscope::Facts", plural, nullptr, int(nodes.size())), list, false}});
}

void FactCollector::people()
{
    QList<Facts::Part> owners;
    QList<Facts::Part> stewards;
    for (const PartyRole &role : m_mesh.entity(m_node).owners) {
        const NodeId party =
            role.party.isEmpty() ? NodeId() : m_mesh.find(m_mesh.address(m_node).endpoint, Kind::Party, role.party);
        QString name = role.name;
        if (party.isValid() && name.isEmpty())
            name = m_mesh.name(party);
        if (name.isEmpty())
            name = role.contact;
        if (name.isEmpty())
            continue;
        Facts::Part part{name, {}, false};
        if (party.isValid())
            part.link = locationOf(m_mesh, m_mesh.address(party).toString());
        const bool isSteward = role.role.contains(QStringLiteral("steward"), Qt::CaseInsensitive);
        const bool isOwner = role.role.isEmpty() || role.role.contains(QStringLiteral("owner"), Qt::CaseInsensitive);
        if (isOwner)
            owners << part;
        else if (isSteward)
            stewards << part;
    }
    const auto row = [this](const QString &label, const QList<Facts::Part> &parts) {
        QList<Facts::Part> shown = parts.mid(0, 2);
        if (parts.size() > 2)
            shown << Facts::Part{tr("and %Ln more", nullptr, int(parts.size() - 2)), {}, true};
        add(label, shown);
    };
    if (owners.isEmpty() && (m_facts.kind == Kind::Product || m_facts.kind == Kind::Domain))
        add(tr("Owner"), {{tr("nobody named"), {}, true}});
    else
        row(tr("Owner"), owners);
    row(tr("Steward"), stewards);
}

void FactCollector::readAndAddress()
{
    const EndpointFacts &endpoint = m_mesh.endpointOf(m_node);
    Location endpoints{QStringLiteral("endpoints"), {}, {}};
    endpoints.add("endpoint", endpoint.name);
    Facts::Row read{tr("Read"), {{endpoint.name, endpoints, false}}, endpoint.readAt, false};
    m_facts.rows << read;
    m_facts.rows << Facts::Row{tr("Address"), {{m_facts.address, {}, false}}, {}, true};
    const QList<Address> aliases = m_mesh.aliases(m_node);
    if (!aliases.isEmpty()) {
        QStringList names;
        for (const Address &alias : aliases)
            names << (alias.id == m_mesh.entity(m_node).id ? alias.endpoint : tr("%1 as %2").arg(alias.endpoint, alias.id));
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            add(name == names.first() ? tr("Also in") : QString(), name);
    }
}

namespace {

QString alignmentName(const DataProduct &product)
{
    if (!product.kindText.isEmpty() && product.alignment == DataProduct::Alignment::Unknown)
        return product.kindText;
    switch (product.alignment) {
    case DataProduct::Alignment::Source: return FactCollector::tr("Source-aligned");
    case DataProduct::Alignment::Aggregate: return FactCollector::tr("Aggregate");
    case DataProduct::Alignment::Consumer: return FactCollector::tr("Consumer-aligned");
    case DataProduct::Alignment::Unknown: break;
    }
    return {};
}

} // namespace

void FactCollector::levels()
{
    const HealthReport *health = m_snapshot.health.get();
    if (!health)
        return;
    const ProductHealth *product = health->product(m_node);
    if (!product)
        return;
    m_facts.status = product->status;
    m_facts.counts = product->levels;
    QString worst;
    for (const LevelState &state : product->states) {
        Facts::Level level;
        level.status = state.status;
        level.name = state.level ? state.level->property : state.id;
        level.name = levelTitle(level.name);
        level.observed = state.observed ? observedText(state) : tr("not measured");
        level.objective = objectiveText(state);
        if (worst.isEmpty() && state.status == product->status && state.status != Status::Met &&
            state.status != Status::NoPromise)
            worst = QStringLiteral("%1: %2").arg(level.name, state.why);
        m_facts.levels << level;
    }
    // Worst first: what is wrong must not hide behind "and 9 more".
    const auto rank = [](Status s) {
        return s == Status::Breached ? 0 : s == Status::AtRisk ? 1 : s == Status::Unknown ? 2 : 3;
    };
    std::stable_sort(m_facts.levels.begin(), m_facts.levels.end(),
                     [&](const Facts::Level &a, const Facts::Level &b) { return rank(a.status) < rank(b.status); });
    m_facts.levelsNote = worst;
}

void FactCollector::productRows(const std::function<QString(const QString &)> &access)
{
    const DataProduct &product = m_mesh.product(m_node);
    if (!product.lifecycle.isEmpty())
        m_facts.chips << product.lifecycle;
    if (!product.certification.isEmpty())
        m_facts.chips << product.certification;
    const QString alignment = alignmentName(product);
    if (!alignment.isEmpty())
        m_facts.chips << alignment;
    levels();
    people();
    int inputs = 0;
    int outputs = 0;
    for (const NodeId port : m_mesh.portsOf(m_node))
        ++(m_mesh.port(port).output ? outputs : inputs);
    const Location ports = sectionOf(m_facts.address, QStringLiteral("ports"));
    QList<Facts::Part> parts;
    if (inputs > 0)
        parts << Facts::Part{tr("%Ln input(s)", nullptr, int(inputs)), ports, false};
    if (outputs > 0)
        parts << Facts::Part{tr("%Ln output(s)", nullptr, int(outputs)), ports, false};
    add(tr("Ports"), parts);
    addNodes(tr("Contract"), m_mesh.contractsOf(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln contract(s)"),
             sectionOf(m_facts.address, QStringLiteral("contract")));
    const Location lineage = lineageOf(m_facts.address);
    const auto flow = [&](const QString &label, std::span<const NodeId> products) {
        if (products.empty()) {
            add(label, {{tr("none known"), {}, true}});
            return;
        }
        QSet<NodeId> domains;
        for (const NodeId p : products)
            domains << m_mesh.domainOf(p);
        QList<Facts::Part> shown{{tr("%Ln product(s)", nullptr, int(qsizetype(products.size()))), lineage, false}};
        if (domains.size() > 1)
            shown << Facts::Part{tr("in %Ln domain(s)", nullptr, int(domains.size())), {}, true};
        add(label, shown);
    };
    flow(tr("Upstream"), m_mesh.productsUpstream(m_node));
    flow(tr("Downstream"), m_mesh.productsDownstream(m_node));
    if (access)
        add(tr("Your access"), access(m_facts.address));
    m_facts.canRequest = outputs > 0;
    m_facts.lineage = lineageOf(m_facts.address);
}

void FactCollector::domainRows()
{
    people();
    addNode(tr("Parent"), m_mesh.domainOf(m_node));
    const auto children = m_mesh.childDomains(m_node);
    addNodes(tr("Sub-domains"), children, QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln sub-domain(s)"),
             {QStringLiteral("map"), m_facts.address, {}});
    Location products = findLocation({}, kindWord(Kind::Product));
    products.add("domain", m_facts.address);
    const qsizetype own = qsizetype(m_mesh.productsOf(m_node).size());
    const qsizetype all = m_mesh.productsBelow(m_node).size();
    if (all == 0) {
        add(tr("Products"), {{tr("none"), {}, true}});
    } else {
        QList<Facts::Part> parts{{tr("%Ln product(s)", nullptr, int(all)), products, false}};
        if (own != all)
            parts << Facts::Part{tr("%Ln of its own", nullptr, int(own)), {}, true};
        add(tr("Products"), parts);
    }
    const HealthReport *health = m_snapshot.health.get();
    if (const DomainHealth *domain = health ? health->domain(m_node) : nullptr) {
        m_facts.counts = domain->own;
        m_facts.counts.add(domain->below);
        m_facts.status = health->status(m_node);
        if (const auto met = score(m_facts.counts)) {
            Location page{QStringLiteral("health"), {}, {}};
            page.add("domain", m_facts.address);
            const QString share = QLocale().toString(*met * 100, 'f', 1) + QStringLiteral(" %");
            add(tr("Levels met"),
                {{tr("%1 of %2").arg(m_facts.counts.met).arg(m_facts.counts.total()), page, false}, {share, {}, true}});
        }
    }
}

} // namespace meshscope
