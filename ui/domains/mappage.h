#pragma once

#include "ui/domains/mapopening.h"
#include "ui/domains/mapscene.h"
#include "ui/widgets/page.h"

#include <QBasicTimer>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QLabel;
class QToolButton;

namespace meshscope {

class ChoiceButton;
class FilterBar;
class FilterPanel;
class CountLink;
class FlowList;
class FlowMatrix;
class GraphExporter;
class GraphProgress;
class GraphTree;
class GraphView;
class LooseDatasets;
class MapLegend;
class SearchField;
class StatePanel;
class ZoomBox;

/// The whole mesh at a glance: domains nested, products in them, flows between what is visible.
class MapPage final : public Page {
    Q_OBJECT
public:
    explicit MapPage(QWidget *parent = nullptr);
    ~MapPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] GraphView *view() const { return m_view; }
    [[nodiscard]] FlowMatrix *matrix() const { return m_matrix; }
    [[nodiscard]] const MapScene &shown() const { return m_shown; }
    [[nodiscard]] GraphExporter *exporter() const { return m_exporter; }
    [[nodiscard]] const MapOpening &opening() const { return m_opening; }
    [[nodiscard]] bool isSettled() const { return !m_zoomTimer.isActive() && !m_watcher.isRunning(); }
    static constexpr int zoomDelay = 100; ///< milliseconds after a zoom until it is followed

signals:
    void drawn(); ///< a layout has arrived and is shown

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void buildBar(class QVBoxLayout *column);
    void rebuild();
    void take();
    void showFlows(int edge);
    void accentFlows();
    void showCounts();
    void openNode(const QString &id, bool newWindow);
    void showContextMenu(const QString &id, const QPoint &at);
    void fitBar();
    void nameMeasures();
    // mappagezoom.cpp
    [[nodiscard]] NodeId nodeOf(const QString &address) const;
    [[nodiscard]] size_t partsOf(NodeId node) const;
    [[nodiscard]] bool isHeapOf(NodeId domain) const;
    [[nodiscard]] MapOpening::Step stepOf(const QString &address) const;
    [[nodiscard]] QStringList chainTo(const QString &address) const;
    [[nodiscard]] bool opensInPlace() const;
    [[nodiscard]] bool isShownOpen(const QString &address) const;
    [[nodiscard]] bool canOpen(const QString &address) const;
    void readOpening(const Location &from);
    void toggle(const QString &address);
    void closeAll();
    void openingChanged();
    void zoomLater();
    void followZoom();
    void showAnchored();
    [[nodiscard]] QString nearestBox(QPointF at) const;
    [[nodiscard]] bool showStart();
    // maparrangement.cpp
    void connectMatrix();
    void connectExports();
    void buildFilter();
    void filterChanged();
    void showFilter();
    void showArrangement();
    void showCell(int row, int column);
    void showMissing();
    void showLoose(const QString &title, const std::vector<NodeId> &datasets);
    void openLoose(bool newWindow);
    void openHeap(const QString &id, bool newWindow);
    [[nodiscard]] int findOnPage(const QString &words, bool next);
    [[nodiscard]] NodeId rootNode() const;
    [[nodiscard]] QString canonical(const QString &address) const;
    [[nodiscard]] QString nameOf(const QString &address) const;
    void goTo(const QString &address, bool newWindow = false);

    Snapshot m_snapshot;
    std::shared_ptr<const LooseDatasets> m_loose; ///< of the snapshot's mesh
    QString m_root;                               ///< address of the domain gone into
    QString m_selected;
    MapScene m_shown;
    QFutureWatcher<MapScene> m_watcher;
    std::shared_ptr<std::atomic_bool> m_cancel;
    double m_aspect = 0; ///< of the last layout
    MapOpening m_opening;
    QBasicTimer m_zoomTimer;
    double m_zoomSeen = 0;    ///< the zoom that was followed last
    Location m_linked;        ///< came before the mesh that says what is meant
    QString m_startAt;        ///< what a link wants in the middle of the first picture
    double m_startZoom = 0;   ///< and how large; 0 = as usual
    QString m_anchor;         ///< what was opened or closed by hand last; empty = nothing since
    bool m_keepsPlan = false; ///< the next picture is of the same boxes in the same places

    CountLink *m_products, *m_datasets;
    QLabel *m_context;
    ChoiceButton *m_arrangement, *m_colour, *m_sign, *m_size, *m_flows;
    ZoomBox *m_zoom;
    SearchField *m_find;
    StatePanel *m_panel;
    GraphView *m_view;
    GraphTree *m_tree;
    FlowMatrix *m_matrix;
    MapLegend *m_legend;
    FlowList *m_flowList;
    QToolButton *m_filterButton;
    FilterPanel *m_filter;
    FilterBar *m_filterBar;
    GraphExporter *m_exporter;
    GraphProgress *m_progress = nullptr;
};

} // namespace meshscope
