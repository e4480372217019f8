#include "models/items/searchmodel.h"

#include "models/mesh/itemroles.h"

namespace meshscope {

QString iconOfKind(Kind kind, bool isOutput)
{
    switch (kind) {
    case Kind::Domain: return QStringLiteral("domain");
    case Kind::Product: return QStringLiteral("product");
    case Kind::Port: return isOutput ? QStringLiteral("output-port") : QStringLiteral("input-port");
    case Kind::Dataset: return QStringLiteral("dataset");
    case Kind::Column: return QStringLiteral("column");
    case Kind::Job: return QStringLiteral("job");
    case Kind::Contract: return QStringLiteral("contract");
    case Kind::Term: return QStringLiteral("term");
    case Kind::Party: return QStringLiteral("person");
    case Kind::Request: return QStringLiteral("grant");
    }
    return QStringLiteral("dataset");
}

QString whyText(const QList<SearchIndex::Why> &why)
{
    QStringList parts;
    for (const SearchIndex::Why &w : why) {
        QString field;
        if (w.field == QStringLiteral("name"))
            field = QCoreApplication::translate("meshscope::SearchModel", "name");
        else if (w.field == QStringLiteral("description"))
            field = QCoreApplication::translate("meshscope::SearchModel", "description");
        else if (w.field == QStringLiteral("column"))
            field = QCoreApplication::translate("meshscope::SearchModel", "column");
        else if (w.field == QStringLiteral("term"))
            field = QCoreApplication::translate("meshscope::SearchModel", "term");
        else if (w.field == QStringLiteral("owner"))
            field = QCoreApplication::translate("meshscope::SearchModel", "owner");
        else if (w.field == QStringLiteral("tag"))
            field = QCoreApplication::translate("meshscope::SearchModel", "tag");
        else if (w.field == QStringLiteral("id"))
            field = QCoreApplication::translate("meshscope::SearchModel", "identifier");
        else
            field = w.field;
        parts << (w.text.isEmpty() ? field : QStringLiteral("%1: %2").arg(field, w.text.simplified()));
    }
    return parts.join(QStringLiteral(" · "));
}

NodeId topDomainOf(const Mesh &mesh, NodeId node)
{
    if (!node.isValid())
        return {};
    NodeId domain = mesh.kind(node) == Kind::Domain ? node : mesh.domainOf(node);
    // A cycle of domains is broken by the builder, but a bound costs nothing.
    constexpr int deepest = 1000;
    for (int depth = 0; domain.isValid() && mesh.domainOf(domain).isValid() && depth < deepest; ++depth)
        domain = mesh.domainOf(domain);
    return domain;
}

QString topDomainAddress(const Mesh &mesh, NodeId node)
{
    const NodeId top = topDomainOf(mesh, node);
    return top.isValid() ? mesh.address(top).toString() : QString();
}

void SearchModel::setAnswer(MeshPtr mesh, HealthPtr health, SearchIndex::Answer answer)
{
    beginResetModel();
    m_mesh = std::move(mesh);
    m_health = std::move(health);
    m_answer = std::move(answer);
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.hits.size());
}

int SearchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SearchModel::text(const SearchIndex::Hit &hit, int column) const
{
    switch (column) {
    case Name: return hit.name;
    case KindColumn: return kindName(hit.kind);
    case DomainColumn: {
        if (!m_mesh || !hit.node.isValid())
            return {};
        const QStringList path = m_mesh->domainPath(hit.node);
        return path.join(QStringLiteral(" › "));
    }
    case WhyColumn: return whyText(hit.why);
    case EndpointColumn: return hit.address.endpoint;
    default: return {};
    }
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchIndex::Hit &hit = m_answer.hits[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(hit, index.column());
    case AddressRole: return hit.address.toString();
    case StrongRole: return index.column() == Name;
    case MutedRole: return index.column() == KindColumn || index.column() == WhyColumn || index.column() == EndpointColumn;
    case IconNameRole: {
        if (index.column() != Name)
            return {};
        const bool isOutput = hit.kind != Kind::Port || !hit.node.isValid() || !m_mesh || m_mesh->port(hit.node).output;
        return iconOfKind(hit.kind, isOutput);
    }
    case HueRole:
        return index.column() == DomainColumn && m_mesh && hit.node.isValid() ? topDomainAddress(*m_mesh, hit.node)
                                                                              : QVariant();
    case DetailRole:
        if (index.column() == Name && hit.kind == Kind::Column && m_mesh && hit.node.isValid())
            return tr("in %1").arg(m_mesh->name(hit.node));
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Name ? QStringLiteral("%1, %2").arg(hit.name, kindName(hit.kind)) : QVariant();
    default: return {};
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case KindColumn: return tr("Kind");
    case DomainColumn: return tr("Domain");
    case WhyColumn: return tr("Found in");
    case EndpointColumn: return tr("Endpoint");
    default: return {};
    }
}

} // namespace meshscope
