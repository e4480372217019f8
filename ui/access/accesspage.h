#pragma once

#include "ui/access/deskrunner.h"
#include "ui/widgets/page.h"

#include <QHash>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace meshscope {

class Basket;
class ProfileForm;
class RequestDetail;
class RequestModel;
class SearchField;
class StatePanel;

/// Access: my requests, my access, what waits for my decision; the request that is selected; the basket.
/// Options: `tab` (mine, access, decide), `request` (id), `ask` (address of a port or product to put in the basket).
class AccessPage final : public Page {
    Q_OBJECT
public:
    /// `desk` and `workspace` outlive the page.
    AccessPage(AccessDesk &desk, Workspace &workspace, QWidget *parent = nullptr);
    ~AccessPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

signals:
    void filed(const QString &endpoint); ///< its files changed: read it again
    void toDecideChanged(int count);     ///< for the badge of the rail

private:
    void buildList(QSplitter *splitter);
    void take(const DeskRunner::Listing &listing);
    void showTab();
    void showRequest(const QString &id);
    void showProfile();
    void keepDrafts(const QList<AccessRequest> &drafts);
    void send(const QList<AccessRequest> &drafts);
    void move(const QString &id, RequestMove move, const QString &note, const QDate &until);
    void saveDossier(const QString &id);
    [[nodiscard]] const AccessRequest *find(const QString &id) const;
    [[nodiscard]] QList<AccessRequest> inTab(int tab) const;

    Workspace &m_workspace;
    DeskRunner m_runner;
    Snapshot m_snapshot;
    DeskRunner::Listing m_listing;
    QString m_request;      ///< id of the one shown
    QList<Address> m_asked; ///< waits for the first listing
    bool m_isListed = false;

    QTabBar *m_tabs;
    SearchField *m_filter;
    QListView *m_list;
    RequestModel *m_model;
    QLabel *m_summary;
    QStackedWidget *m_middle;
    RequestDetail *m_detail;
    ProfileForm *m_profile;
    StatePanel *m_state;
    Basket *m_basket;
};

/// A request as a page to print or hand over: facts and every event, as HTML.
[[nodiscard]] QString dossierHtml(const Mesh &mesh, const AccessRequest &request, const AccessDesk::AuditVerdict &audit);

} // namespace meshscope
