#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"

#include <QAbstractListModel>

namespace meshscope {

/// Requests as a list in groups (draft, open, granted, closed); each group starts with a row that is only its name.
class RequestModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IsHeadRole = Qt::UserRole + 300, RequestIdRole };
    using QAbstractListModel::QAbstractListModel;
    /// `mesh` names the products; requests keep their order inside a group. `filter`: words all of which must occur.
    void setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QString &filter = {});
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;                 ///< invalid when absent
    [[nodiscard]] const AccessRequest *request(const QModelIndex &index) const; ///< null for a head

private:
    struct Row {
        QString head; ///< a group's name, or empty
        AccessRequest request;
        QString title;
        QString detail;
    };
    QList<Row> m_rows;
};

/// "Stock moves, table": product and port as people say them.
[[nodiscard]] QString requestTitle(const Mesh &mesh, const AccessRequest &request);
/// Group of a state in lists, in reading order: 0 draft, 1 open, 2 access, 3 closed.
[[nodiscard]] int requestGroup(RequestState state);

} // namespace meshscope
