#pragma once

#include "ui/health/healthlists.h"
#include "ui/widgets/page.h"

#include <QFutureWatcher>

#include <atomic>

class QBoxLayout;
class QGridLayout;
class QMenu;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace meshscope {

class BudgetChart;
class Card;
class FitTable;
class LinkLabel;
class SectionHead;
class StatePanel;
class Tile;

/// How the mesh keeps its promises: fractions, who has it, for how long, and what needs attention with its cause.
class HealthPage final : public Page {
    Q_OBJECT
public:
    explicit HealthPage(QWidget *parent = nullptr);
    ~HealthPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;
    void showList(HealthList list, const QString &rowDomain = {});
    [[nodiscard]] HealthList list() const { return m_list; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildTiles();
    QWidget *buildDomains();
    QWidget *buildBudget();
    QWidget *buildFreshness();
    QWidget *buildTable();
    void arrange();
    void hideWhatIsNarrow();
    void fill();
    void fillHead();
    void fillDomainMenu();
    void fillTiles();
    void fillTrends();
    void fillDomains();
    void addDomainRow(int row, NodeId domain, const LevelCounts &counts, int whole);
    void fillBudget();
    void fillFreshness();
    void fillTable();
    void loadHistory();
    void takeHistory();
    void setDomain(const QString &address);
    void setDays(int days);
    void toggle(QWidget *chart, FitTable *table, LinkLabel *link);
    void saveReport(const QString &suffix);
    [[nodiscard]] HealthScope scope() const;
    [[nodiscard]] bool isReady() const { return m_snapshot.health && m_snapshot.mesh; }
    void openTarget(const QString &target, bool newWindow);

    Snapshot m_snapshot;
    QString m_domain; ///< address or empty
    int m_days = 30;
    HealthList m_list = HealthList::Attention;
    QString m_rowDomain;
    bool m_ownCauses = false;

    HistoryPtr m_history;
    int m_historyDays = 0;
    MeshPtr m_loadingFor;
    int m_loadingDays = 0;
    std::shared_ptr<std::atomic_bool> m_cancel;
    QFutureWatcher<HistoryPtr> m_watcher;

    StatePanel *m_panel;
    QScrollArea *m_scroll;
    SectionHead *m_head = nullptr;
    QPushButton *m_domainButton = nullptr;
    QPushButton *m_periodButton = nullptr;
    QMenu *m_domainMenu = nullptr;
    QGridLayout *m_tileGrid = nullptr;
    QList<Tile *> m_tiles;
    QGridLayout *m_middle = nullptr;
    QList<QWidget *> m_middleCards;
    SectionHead *m_domainsHead = nullptr;
    QGridLayout *m_domainGrid = nullptr;
    QWidget *m_domainBars = nullptr;
    CellModel *m_domainRows = nullptr;
    FitTable *m_domainTable = nullptr;
    BudgetChart *m_budget = nullptr;
    SectionHead *m_budgetHead = nullptr;
    CellModel *m_budgetRows = nullptr;
    FitTable *m_budgetTable = nullptr;
    SectionHead *m_freshHead = nullptr;
    CellModel *m_freshRows = nullptr;
    FitTable *m_freshTable = nullptr;
    LinkLabel *m_freshMore = nullptr;
    SectionHead *m_tableHead = nullptr;
    CellModel *m_rows = nullptr;
    FitTable *m_table = nullptr;
    int m_tableStretch = 0;
    LinkLabel *m_back = nullptr;
    QPushButton *m_ownButton = nullptr;
    StatePanel *m_tablePanel = nullptr;
};

} // namespace meshscope
