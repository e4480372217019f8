#include "models/graph/folding.h"

#include <array>

namespace meshscope::graph {

namespace {

const QString schemaPrefix = QStringLiteral("schema:");
constexpr int deepest = 1000;

/// Platforms whose names are topics and queues: a dot in them parts nothing.
bool namesTopics(QStringView ns)
{
    constexpr std::array<QStringView, 9> schemes{u"kafka",    u"pulsar", u"kinesis",  u"pubsub", u"sns",
                                                 u"eventhub", u"mqtt",   u"rabbitmq", u"amqp"};
    const qsizetype end = ns.indexOf(u"://");
    const QStringView scheme = end < 0 ? ns : ns.first(end);
    for (const QStringView known : schemes) {
        if (scheme.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// "db.example:5432" of "postgres://db.example:5432".
QString hostOf(const QString &ns)
{
    const qsizetype end = ns.indexOf(u"://");
    return end < 0 ? ns : ns.mid(end + 3);
}

} // namespace

QString schemaOf(const Dataset &dataset)
{
    // The identity says the whole name; what a source calls it may be its last part only.
    const bool isWhole =
        !dataset.ns.isEmpty() && dataset.id.size() > dataset.ns.size() + 1 && dataset.id.startsWith(dataset.ns);
    const QString name = isWhole ? dataset.id.mid(dataset.ns.size() + 1) : dataset.name;
    if (namesTopics(dataset.ns) || (dataset.ns.isEmpty() && namesTopics(dataset.platform)))
        return hostOf(dataset.ns);
    const qsizetype slash = name.lastIndexOf(u'/');
    const qsizetype cut = slash >= 0 ? slash : name.lastIndexOf(u'.');
    return cut > 0 ? name.first(cut) : hostOf(dataset.ns);
}

bool Folding::isSchemaId(const QString &id)
{
    return id.startsWith(schemaPrefix);
}

Fold Folding::foldAt(NodeId container, FoldKind kind) const
{
    return {m_mesh.address(container).toString(), kind, container, m_mesh.name(container)};
}

std::optional<Fold> Folding::schemaFold(NodeId n) const
{
    if (m_mesh.kind(n) != Kind::Dataset)
        return {};
    const Dataset &d = m_mesh.dataset(n);
    const QString name = schemaOf(d);
    if (name.isEmpty())
        return {};
    // Names that no platform goes with mean something within their endpoint only.
    const QString where = d.ns.isEmpty() ? m_mesh.address(n).endpoint : d.ns;
    return Fold{schemaPrefix + where + u'/' + name, FoldKind::Schema, {}, name};
}

std::optional<Fold> Folding::foldOf(NodeId n) const
{
    if (!m_choice.isActive())
        return {};
    const auto isFolded = [&](const QString &id) { return m_choice.folded.contains(id); };
    if (!m_choice.folded.empty()) {
        const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
        std::optional<Fold> found;
        NodeId domain = m_mesh.domainOf(product.isValid() ? product : n);
        for (int depth = 0; domain.isValid() && depth < deepest; ++depth, domain = m_mesh.domainOf(domain)) {
            if (isFolded(m_mesh.address(domain).toString()))
                found = foldAt(domain, FoldKind::Domain);
        }
        if (found)
            return found;
        if (product.isValid() && product != n && isFolded(m_mesh.address(product).toString()))
            return foldAt(product, FoldKind::Product);
    }
    std::optional<Fold> schema = schemaFold(n);
    if (schema && (isFolded(schema->id) || (m_choice.bySchema && !m_choice.unfolded.contains(schema->id))))
        return schema;
    return {};
}

std::vector<Fold> Folding::offered(NodeId n) const
{
    std::vector<Fold> folds;
    if (const std::optional<Fold> schema = schemaFold(n))
        folds.push_back(*schema);
    const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
    if (product.isValid() && product != n)
        folds.push_back(foldAt(product, FoldKind::Product));
    NodeId domain = m_mesh.domainOf(product.isValid() ? product : n);
    for (int depth = 0; domain.isValid() && depth < deepest; ++depth, domain = m_mesh.domainOf(domain)) {
        if (m_mesh.address(domain).id != noDomainId)
            folds.push_back(foldAt(domain, FoldKind::Domain));
    }
    return folds;
}

} // namespace meshscope::graph
