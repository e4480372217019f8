#pragma once

#include "ui/access/deskrunner.h"
#include "ui/widgets/page.h"

#include <QHash>

class QBoxLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace meshscope {

class CountTabs;
class Basket;
class ExpiryCalendar;
class ProfileForm;
class RequestDetail;
class RequestList;
class StatePanel;

/// Access: my requests, my access, what waits for my decision; the request that is selected; the basket.
/// Options: `tab` (mine, access, decide, all), `request` (id), `ask` (address of a port or product to put in the basket),
/// `panel` (expiry: the calendar).
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
    void toDecideChanged(int count);
    void profileChanged(); ///< what is mine, and what waits for me, is another

private:
    enum Tab { MyRequests, MyAccess, ToDecide, Everything };
    // accesspagebuild.cpp
    void buildBar(QBoxLayout *outer);
    void connectList();
    void connectDetail();
    void connectBasket();
    void connectProfile();
    // accesspage.cpp
    void take(const DeskRunner::Listing &listing);
    void showTab();
    void showRequest(const QString &id);
    void showPanel(QWidget *panel); ///< of the middle; its button stays down
    void showCalendar();
    void showWanted();
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
    QString m_acted;        ///< id just sent or decided: stays in sight although it left the list
    int m_moving = 0;       ///< decisions on their way: what is listed meanwhile is older
    int m_saving = 0;       ///< drafts on their way to the workspace: what is listed meanwhile is older
    bool m_isListed = false;
    bool m_wantsCalendar = false; ///< the location says so

    CountTabs *m_tabs;
    QPushButton *m_calendarButton;
    QPushButton *m_profileButton;
    RequestList *m_list;
    QStackedWidget *m_middle;
    RequestDetail *m_detail;
    ProfileForm *m_profile;
    ExpiryCalendar *m_calendar;
    StatePanel *m_state;
    Basket *m_basket;
};

} // namespace meshscope
