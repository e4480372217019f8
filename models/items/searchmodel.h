#pragma once

#include "models/health/health.h"
#include "models/mesh/searchindex.h"

#include <QAbstractTableModel>

namespace meshscope {

/// Results of one search as a table: name with its sign, kind, domain, why it was found, endpoint.
class SearchModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, KindColumn, DomainColumn, WhyColumn, EndpointColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setAnswer(MeshPtr mesh, HealthPtr health, SearchIndex::Answer answer);
    [[nodiscard]] const SearchIndex::Answer &answer() const { return m_answer; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const SearchIndex::Hit &hit, int column) const;
    MeshPtr m_mesh;
    HealthPtr m_health;
    SearchIndex::Answer m_answer;
};

/// Name of the icon of a kind of thing (resources/icons); a port's depends on its direction.
[[nodiscard]] QString iconOfKind(Kind kind, bool isOutput = true);
/// "name", "column net_amount", "owner Marta": why a thing was found, for people.
[[nodiscard]] QString whyText(const QList<SearchIndex::Why> &why);
/// The domain on top of a node's path (of a domain: itself at the top); invalid when it has none.
[[nodiscard]] NodeId topDomainOf(const Mesh &mesh, NodeId node);
/// Its address; empty when there is none.
[[nodiscard]] QString topDomainAddress(const Mesh &mesh, NodeId node);

} // namespace meshscope
