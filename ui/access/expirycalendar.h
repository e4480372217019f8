#pragma once

#include "models/access/request.h"
#include "models/items/requestmodel.h"

#include <QWidget>

class QListView;

namespace meshscope {

class StatePanel;

/// What ends when, month by month: Enter or a click opens the request.
class ExpiryCalendar final : public QWidget {
    Q_OBJECT
public:
    explicit ExpiryCalendar(QWidget *parent = nullptr);
    void setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const PeopleNames &names);

signals:
    void requestOpened(const QString &id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QModelIndex &index);
    RequestModel *m_model;
    QListView *m_list;
    StatePanel *m_state;
};

} // namespace meshscope
