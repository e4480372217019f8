#pragma once

#include "models/items/matchmodel.h"
#include "ui/widgets/page.h"

#include <QFutureWatcher>
#include <QSortFilterProxyModel>

class QLabel;
class QPushButton;

namespace meshscope {

class CountTabs;
class ElidedLabel;
class SearchField;
class StatePanel;
class TableView;
class Workspace;

/// What several endpoints may know under different names: proposed with a reason, confirmed or refused one by one or in
/// bulk, taken back at any time. Options: q, show (confirmed, refused).
class MatchesPage final : public Page {
    Q_OBJECT
public:
    MatchesPage(Workspace &workspace, std::function<void()> changed, QWidget *parent = nullptr);
    ~MatchesPage() override;
    [[nodiscard]] QString title() const override { return tr("Matches"); }
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

private:
    enum Tab { Proposed, Confirmed, Refused };
    struct Found {
        QList<MatchRow> rows[3];
    };
    void build();
    void find();
    void take();
    void showTab();
    void showButtons();
    void decide(bool same);
    void takeBack();
    void undo();
    void finish(const Result<void> &done, const QString &text);
    void openRow(const QModelIndex &index, bool newWindow);
    [[nodiscard]] QList<MatchDecision> takeChosen(bool same);
    [[nodiscard]] Tab tab() const;

    Workspace &m_workspace;
    const std::function<void()> m_changed; ///< the mesh is another
    Snapshot m_snapshot;
    MatchModel m_model;
    QSortFilterProxyModel m_proxy;
    Found m_found;
    QFutureWatcher<Found> m_future;
    bool m_again = false;        ///< what m_future finds is old already
    int m_next = -1;             ///< the row to choose when what was decided is gone
    QList<MatchDecision> m_last; ///< what the last step decided, to undo it
    CountTabs *m_tabs;
    SearchField *m_field;
    QPushButton *m_confirm;
    QPushButton *m_refuse;
    QPushButton *m_back;
    QPushButton *m_undo;
    ElidedLabel *m_why;
    TableView *m_table;
    StatePanel *m_panel;
};

} // namespace meshscope
