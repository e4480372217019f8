#pragma once

#include "models/catalogs/sync/schedule.h"
#include "models/items/runmodel.h"
#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace meshscope {

class AddressLabel;
class ConnectionPanel;
class NoticeBar;
class ProgressPanel;
class RunDetails;
class StatusChip;
class TableView;

/// One endpoint: how complete it is, its runs with what each came to; read now, how often, test, edit, pause, remove.
class EndpointView final : public QWidget {
    Q_OBJECT
public:
    explicit EndpointView(const EndpointServices &services, QWidget *parent = nullptr);
    void setEndpoint(const StoredEndpoint &endpoint, const QList<Run> &runs);
    [[nodiscard]] QString name() const { return m_endpoint.name; }
    void setProgress(const std::optional<EndpointProgress> &progress); ///< none: it is not being read
    /// What goes with it: counted from the mesh, said before it is removed.
    void setHoldings(std::function<QString()> holdings) { m_holdings = std::move(holdings); }
    void testConnection();

signals:
    void syncRequested(const QString &endpoint);
    void cancelRequested(const QString &endpoint);
    void intervalChanged(const QString &endpoint, const QString &iso);
    void pauseRequested(const QString &endpoint, bool isPaused);
    void editRequested(const QString &endpoint);
    void duplicateRequested(const QString &endpoint);
    void pinRequested(const QString &endpoint, const QString &fingerprint);
    void removeRequested(const QString &endpoint, bool keepHistory);
    void fileRequested(const QString &endpoint, const QString &file, int line, bool newWindow);
    void said(const QString &text);

private:
    void build();
    void buildMenu();
    void connectParts();
    void askBeforeRemoving();
    void showRun(int row);
    void showFacts(const QList<Run> &runs);
    void showMissing();
    void showInterval();
    StoredEndpoint m_endpoint;
    std::function<QString()> m_holdings;
    RunModel m_runs;
    QLabel *m_name;
    StatusChip *m_state;
    QLabel *m_summary;
    AddressLabel *m_location;
    QComboBox *m_interval;
    QPushButton *m_sync;
    QPushButton *m_more;
    QPushButton *m_remove;
    QAction *m_pause;
    ProgressPanel *m_progress;
    NoticeBar *m_missing;
    NoticeBar *m_confirm;
    TableView *m_runTable;
    RunDetails *m_details;
    bool m_isRunning = false;
};

} // namespace meshscope
