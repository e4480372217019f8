#pragma once

#include "models/items/requestmodel.h"

#include <QWidget>

class QLabel;
class QListView;

namespace meshscope {

class SearchField;

/// The requests of a tab, in groups, with a field that narrows them down and a line that counts them.
class RequestList final : public QWidget {
    Q_OBJECT
public:
    explicit RequestList(QWidget *parent = nullptr);
    void setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const PeopleNames &names);
    [[nodiscard]] bool contains(const QString &id) const;
    [[nodiscard]] QString first() const; ///< id; empty when the list is
    /// Makes it the current one without saying so.
    void select(const QString &id);
    void clearFilter();

signals:
    void chosen(const QString &id); ///< by keys or mouse
    void clicked();
    void opened();
    void filterChanged();

private:
    SearchField *m_filter;
    QListView *m_list;
    RequestModel *m_model;
    QLabel *m_summary;
};

} // namespace meshscope
