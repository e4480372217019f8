#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"

#include <QAbstractListModel>
#include <QHash>

namespace meshscope {

/// What people are called here, by how documents name them (e-mail, id): "You", a party's name.
using PeopleNames = QHash<QString, QString>;

/// Requests as a list in groups, each starting with a row that is only its name: by how far they are (draft, open,
/// granted, closed), or by the month they end in.
class RequestModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// WhenRole: what stands at the end of the second line ("until 30 Jun 2027").
    enum Role { IsHeadRole = Qt::UserRole + 300, RequestIdRole, WhenRole };
    using QAbstractListModel::QAbstractListModel;
    /// `mesh` names the products; requests keep their order inside a group. `filter`: words all of which must occur.
    void setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QString &filter = {},
                     const PeopleNames &names = {});
    /// Those with an end, in the order they end in, by month; what has ended comes last, newest first.
    void setByEnd(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QDate &today, const PeopleNames &names);
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
        QString who;
        QString when;
    };
    void addHead(const QString &name);
    QList<Row> m_rows;
};

/// "Stock moves, table": product and port as people say them.
[[nodiscard]] QString requestTitle(const Mesh &mesh, const AccessRequest &request);
/// Who asked, and on whose behalf: "Nils Aker, on behalf of Fleet"; where the catalog does not name the person, that team
/// alone; never empty.
[[nodiscard]] QString requestedByWhom(const AccessRequest &request, const PeopleNames &names = {});
/// Whom it is for: the team or person it was asked for, else who asked.
[[nodiscard]] QString requestedForWhom(const AccessRequest &request, const PeopleNames &names);
/// "17 Nov", with the year when it is another: short enough for a row.
[[nodiscard]] QString shortDate(const QDate &date);
/// Group of a state in lists, in reading order: 0 draft, 1 open, 2 access, 3 closed.
[[nodiscard]] int requestGroup(RequestState state);

} // namespace meshscope
