#pragma once

#include "models/items/completenessmodel.h"
#include "models/items/issuemodel.h"
#include "models/items/trafficmodel.h"
#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QStackedWidget;

namespace meshscope {

class ConnectionPanel;
class CountTabs;
class ElidedLabel;
class StatePanel;
class TableView;

/// What the chosen run of an endpoint came to: how complete it is, its issues, its requests; and beside them the connection.
class RunDetails final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Completeness, Issues, Requests, Connection };
    explicit RunDetails(const EndpointServices &services, QWidget *parent = nullptr);
    /// `isSaid`: why it came to nothing stands elsewhere on the page.
    void setRun(const QString &endpoint, const std::optional<Run> &run, bool isSaid);
    void showTab(Tab tab);
    [[nodiscard]] ConnectionPanel &connection() { return *m_connection; }

signals:
    void fileRequested(const QString &endpoint, const QString &file, int line, bool newWindow);

private:
    void build();
    void openIssue(const QModelIndex &index, bool newWindow);
    void fillRequests();
    Workspace &m_workspace;
    QString m_endpoint;
    std::optional<Run> m_run;
    qint64 m_shownRequests = -1; ///< of which run they are shown
    CompletenessModel m_kinds;
    IssueModel m_issues;
    TrafficModel m_traffic;
    CountTabs *m_tabs;
    QStackedWidget *m_stack;
    TableView *m_kindTable;
    TableView *m_issueTable;
    TableView *m_trafficTable;
    ElidedLabel *m_trafficHead;
    StatePanel *m_kindPanel;
    StatePanel *m_issuePanel;
    StatePanel *m_trafficPanel;
    ConnectionPanel *m_connection;
};

} // namespace meshscope
