#include "models/graph/nodefilter.h"

#include <algorithm>

namespace meshscope {

namespace {

using Field = NodeFilter::Field;

constexpr int deepest = 1000;

bool isOlderThan(qint64 days, const QDateTime &at, const QDateTime &now)
{
    return at.secsTo(now) > days * 24 * 3600;
}

} // namespace

QString &NodeFilter::value(Field field)
{
    switch (field) {
    case Field::Domain: return domain;
    case Field::Platform: return platform;
    case Field::Kind: return kind;
    case Field::Status: return status;
    case Field::Owner: return owner;
    case Field::Tag: return tag;
    case Field::Age: break;
    }
    return age;
}

const QString &NodeFilter::value(Field field) const
{
    return const_cast<NodeFilter *>(this)->value(field);
}

bool NodeFilter::isActive() const
{
    return std::any_of(fields.begin(), fields.end(), [this](Field f) { return !value(f).isEmpty(); });
}

QString NodeFilter::word(Field field)
{
    static constexpr std::array words{"domain", "platform", "kind", "status", "owner", "tag", "age"};
    return QString::fromLatin1(words[size_t(field)]);
}

NodeMatcher::NodeMatcher(const Mesh &mesh, NodeFilter filter, NodeEvidence evidence)
    : m_mesh(mesh)
    , m_filter(std::move(filter))
    , m_evidence(std::move(evidence))
{
    const Result<Address> address = Address::parse(m_filter.domain);
    if (address)
        m_domain = m_mesh.find(*address);
}

bool NodeMatcher::isInDomain(NodeId n) const
{
    NodeId at = m_mesh.kind(n) == Kind::Domain ? n : m_mesh.domainOf(n);
    for (int depth = 0; at.isValid() && depth < deepest; ++depth, at = m_mesh.domainOf(at)) {
        if (at == m_domain)
            return true;
    }
    return false;
}

bool NodeMatcher::isOwned(NodeId n) const
{
    NodeId owned = n;
    if (m_mesh.kind(n) == Kind::Dataset && m_mesh.entity(n).owners.isEmpty() && m_mesh.productOf(n).isValid())
        owned = m_mesh.productOf(n);
    const QList<PartyRole> &owners = m_mesh.entity(owned).owners;
    return std::any_of(owners.begin(), owners.end(), [this](const PartyRole &role) {
        return role.party == m_filter.owner || role.name == m_filter.owner;
    });
}

bool NodeMatcher::isOfAge(NodeId n) const
{
    const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
    const QDateTime at = product.isValid() && m_evidence.freshAt ? m_evidence.freshAt(product) : QDateTime();
    if (!at.isValid())
        return m_filter.age == u"unknown";
    if (m_filter.age == u"day")
        return !isOlderThan(1, at, m_evidence.now);
    if (m_filter.age == u"week")
        return !isOlderThan(7, at, m_evidence.now);
    if (m_filter.age == u"month")
        return !isOlderThan(30, at, m_evidence.now);
    return m_filter.age == u"older" && isOlderThan(30, at, m_evidence.now);
}

/// Whether a product's dataset or a domain's product passes.
bool NodeMatcher::anyPart(NodeId n, Field field)
{
    if (m_mesh.kind(n) == Kind::Product) {
        const auto own = m_mesh.datasetsOf(n);
        return std::any_of(own.begin(), own.end(), [&](NodeId d) { return passes(d, field); });
    }
    if (m_mesh.kind(n) != Kind::Domain)
        return false;
    const QList<NodeId> below = m_mesh.productsBelow(n);
    return std::any_of(below.begin(), below.end(), [&](NodeId p) { return passes(p, field); });
}

bool NodeMatcher::judge(NodeId n, Field field)
{
    const bool isDataset = m_mesh.kind(n) == Kind::Dataset;
    const bool isDomain = m_mesh.kind(n) == Kind::Domain;
    switch (field) {
    case Field::Domain: return isInDomain(n);
    case Field::Platform: return isDataset ? m_mesh.dataset(n).platform == m_filter.platform : anyPart(n, field);
    case Field::Kind: return isDataset ? m_mesh.dataset(n).type == m_filter.kind : anyPart(n, field);
    case Field::Status: {
        // A dataset that promises nothing itself stands as its product does.
        Status status = m_evidence.status ? m_evidence.status(n) : Status::NoPromise;
        if (isDataset && status == Status::NoPromise && m_evidence.status && m_mesh.productOf(n).isValid())
            status = m_evidence.status(m_mesh.productOf(n));
        return statusWord(status) == m_filter.status;
    }
    case Field::Owner: return isOwned(n) || (isDomain && anyPart(n, field));
    case Field::Tag: return m_mesh.entity(n).tags.contains(m_filter.tag) || (isDomain && anyPart(n, field));
    case Field::Age: break;
    }
    return isDomain ? anyPart(n, field) : isOfAge(n);
}

bool NodeMatcher::passes(NodeId n, Field field)
{
    if (m_filter.value(field).isEmpty())
        return true;
    const auto it = m_known.find({n, field});
    if (it != m_known.end())
        return it->second;
    const bool passes = n.isValid() && judge(n, field);
    m_known.emplace(std::pair(n, field), passes);
    return passes;
}

bool NodeMatcher::passes(NodeId n)
{
    return std::all_of(NodeFilter::fields.begin(), NodeFilter::fields.end(), [&](Field f) { return passes(n, f); });
}

NodeMatcher::Hidden NodeMatcher::hidden(const std::vector<NodeId> &nodes)
{
    Hidden hidden;
    for (const Field field : NodeFilter::fields) {
        if (m_filter.value(field).isEmpty())
            continue;
        qsizetype &count = hidden.by[field];
        for (const NodeId n : nodes)
            count += passes(n, field) ? 0 : 1;
    }
    for (const NodeId n : nodes)
        hidden.all += passes(n) ? 0 : 1;
    return hidden;
}

} // namespace meshscope
