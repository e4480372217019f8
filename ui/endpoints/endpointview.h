#pragma once

#include "models/items/issuemodel.h"
#include "models/items/runmodel.h"
#include "ui/endpoints/endpointservices.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace meshscope {

class AddressLabel;
class NoticeBar;
class SectionHead;
class StatePanel;
class StatusChip;
class TableView;

/// One endpoint: how complete it is, its runs with what was expected and got, its issues; read now, how often, remove.
class EndpointView final : public QWidget {
    Q_OBJECT
public:
    explicit EndpointView(QWidget *parent = nullptr);
    void setEndpoint(const StoredEndpoint &endpoint, const QList<Run> &runs);
    [[nodiscard]] QString name() const { return m_endpoint.name; }
    void setProgress(const EndpointProgress &progress);
    /// What goes with it: counted from the mesh, said before it is removed.
    void setHoldings(const QString &text) { m_holdings = text; }

signals:
    void syncRequested(const QString &endpoint);
    void cancelRequested();
    void intervalChanged(const QString &endpoint, const QString &iso);
    void removeRequested(const QString &endpoint, bool keepHistory);
    void fileRequested(const QString &endpoint, const QString &file, int line, bool newWindow);
    void said(const QString &text);

private:
    void build();
    void showRun(int row);
    StoredEndpoint m_endpoint;
    QString m_holdings;
    RunModel m_runs;
    IssueModel m_issues;
    QLabel *m_name;
    StatusChip *m_state;
    QLabel *m_summary;
    AddressLabel *m_location;
    QComboBox *m_interval;
    QPushButton *m_sync;
    QPushButton *m_remove;
    QProgressBar *m_bar;
    NoticeBar *m_missing;
    NoticeBar *m_confirm;
    TableView *m_runTable;
    SectionHead *m_issueHead;
    TableView *m_issueTable;
    StatePanel *m_issuePanel;
    bool m_isRunning = false;
};

} // namespace meshscope
