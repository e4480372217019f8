#pragma once

#include "models/graph/paths.h"
#include "ui/lineage/lineagescene.h"
#include "ui/widgets/page.h"

#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace meshscope {

class ChoiceButton;
class ElidedLabel;
class FilterBar;
class FilterPanel;
class GraphExporter;
class GraphProgress;
class GraphTree;
class GraphView;
class HeldList;
class ImpactList;
class PathsPanel;
class SearchField;
class StatePanel;
class TraceBar;
class ZoomBox;

/// Upstream and downstream of one thing, hop by hop; columns on request, one of them traced from end to end.
class LineagePage final : public Page {
    Q_OBJECT
public:
    explicit LineagePage(QWidget *parent = nullptr);
    ~LineagePage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] GraphView *view() const { return m_view; }
    [[nodiscard]] const LineageScene &shown() const { return m_shown; }
    [[nodiscard]] GraphExporter *exporter() const { return m_exporter; }

signals:
    void drawn();      ///< a layout has arrived and is shown
    void pathsFound(); ///< the paths that were asked for are listed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // lineagepagebar.cpp
    void buildBar(QVBoxLayout *column);
    void nameDepths();
    void buildBody(QVBoxLayout *column);
    void connectView();
    void fitBar();
    void placeOverlays();
    void showContextMenu(const QString &id, const QPoint &at);
    // lineagepage.cpp
    void rebuild(const QString &anchor = {});
    void take();
    void changed();
    void expand(const QString &id, bool up);
    void collapse(const QString &id);
    void openColumns(const QString &id, bool more);
    void traceFrom(const QString &id, const QString &column);
    void showTrace();
    void endTrace();
    void showTexts();
    void showState();
    void open(const QString &id, bool newWindow);
    void resetView();
    // lineagepaths.cpp
    void connectPaths();
    void addPathActions(QMenu &menu, const QString &address);
    void findPaths(const QString &from, const QString &to, int chosen = 0);
    void takePaths();
    void choosePath(int path);
    void endPaths();
    void refreshPaths();
    bool lightPath();
    [[nodiscard]] QStringList pickedPair() const;
    [[nodiscard]] Level level() const;
    void setLevel(Level level);
    // lineagefold.cpp
    void connectFolds();
    void addFoldActions(QMenu &menu, const QString &card);
    void showFoldMenu();
    void collapseTo(const QString &card, const graph::Fold &fold);
    void unfold(const QString &card);
    void unfoldAll();
    void takeFolds(const Location &location);
    void addFolds(Location &location) const;
    void showMembers(const QString &card);
    void showHeld(int edge);
    void closeHeld();
    [[nodiscard]] const FoldedCard *foldedCard(const QString &card) const; ///< null: stands for itself
    [[nodiscard]] graph::FoldChoice foldChoice() const;
    [[nodiscard]] NodeId find(const QString &address) const;
    [[nodiscard]] QString canonical(const QString &address) const;
    [[nodiscard]] QString nameOf(const QString &address) const;
    [[nodiscard]] QString plainId(const QString &cardId) const; ///< a job pill's address

    Snapshot m_snapshot;
    QString m_root; ///< address as asked for
    bool m_levelChosen = false;
    std::set<std::pair<QString, bool>> m_expanded;
    std::map<QString, int> m_open;
    graph::FoldChoice m_folds;
    QString m_anchorFrom; ///< of the next layout
    QString m_kept;       ///< card worked on, which stays where it is on the screen in the next picture
    QString m_traceDataset, m_traceColumn, m_targetDataset, m_targetColumn;
    QString m_selected;
    QString m_pathStart;          ///< where paths asked for by the menu begin
    QString m_pathFrom, m_pathTo; ///< of the listed ones
    int m_chosenPath = 0;
    QStringList m_pinned; ///< cards of the chosen path: shown wherever they are
    graph::MeshPaths m_found;
    QFutureWatcher<graph::MeshPaths> m_pathsWatcher;
    std::shared_ptr<std::atomic_bool> m_pathsCancel;
    LineageScene m_shown;
    QHash<QString, QPointF> m_places;
    QFutureWatcher<LineageScene> m_watcher;
    std::shared_ptr<std::atomic_bool> m_cancel;

    QSpinBox *m_up, *m_down;
    ChoiceButton *m_group, *m_arrangement;
    QToolButton *m_columns, *m_jobs, *m_filterButton;
    FilterPanel *m_filter;
    FilterBar *m_filterBar;
    SearchField *m_find;
    ZoomBox *m_zoom;
    QLabel *m_upLabel, *m_downLabel;
    StatePanel *m_panel;
    QWidget *m_canvas;
    GraphView *m_view;
    GraphTree *m_tree;
    TraceBar *m_traceBar;
    QLabel *m_shownText;
    ImpactList *m_impact;
    PathsPanel *m_paths;
    HeldList *m_held;
    GraphExporter *m_exporter;
    GraphProgress *m_progress = nullptr;
};

} // namespace meshscope
