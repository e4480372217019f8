#include "ui/lineage/lineagepage.h"

#include "ui/graph/graphview.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/pathspanel.h"

#include <QMenu>
#include <QShortcut>
#include <QtConcurrent>

// All paths between two cards: asked for by two picked cards, or from one card to another by the menu.
namespace meshscope {

void LineagePage::connectPaths()
{
    m_paths->hide();
    connect(&m_pathsWatcher, &QFutureWatcher<graph::MeshPaths>::finished, this, &LineagePage::takePaths);
    connect(m_paths, &PathsPanel::closed, this, &LineagePage::endPaths);
    connect(m_paths, &PathsPanel::said, this, &Page::said);
    connect(m_paths, &PathsPanel::chosen, this, &LineagePage::choosePath);
    connect(m_paths, &PathsPanel::turned, this, [this] {
        const QString from = m_pathTo; // copies: both change on the way
        const QString to = m_pathFrom;
        findPaths(from, to);
    });
    connect(m_view, &GraphView::pickedChanged, this, [this] {
        if (m_view->picked().size() == 2)
            emit said(tr("P lists the paths between the two"));
    });
    auto *shortcut = new QShortcut(Qt::Key_P, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] {
        const QStringList ends = pickedPair();
        if (ends.size() == 2)
            findPaths(ends.first(), ends.last());
        else
            emit said(tr("Pick two cards with Shift and click: P lists the paths between them"));
    });
}

/// The two picked cards, the one further upstream first; nothing when there are not two.
QStringList LineagePage::pickedPair() const
{
    QStringList ends = m_view->picked();
    for (QString &id : ends)
        id = plainId(id);
    ends.removeDuplicates();
    if (ends.size() == 2 && (foldedCard(ends.first()) || foldedCard(ends.last())))
        return {};
    if (ends.size() != 2 || !find(ends.first()).isValid() || !find(ends.last()).isValid())
        return {};
    const Scene &scene = *m_view->scene();
    const auto left = [&](const QString &id) {
        const int card = scene.cardOf(id);
        const double x = card >= 0 ? scene.cards()[size_t(card)].rect.left() : 0;
        return layoutDirection() == Qt::RightToLeft ? -x : x;
    };
    if (left(ends.first()) > left(ends.last()))
        ends.swapItemsAt(0, 1);
    return ends;
}

void LineagePage::addPathActions(QMenu &menu, const QString &address)
{
    const QStringList ends = pickedPair();
    if (ends.size() == 2)
        menu.addAction(tr("&Paths Between the Two\tP"), this, [this, ends] { findPaths(ends.first(), ends.last()); });
    menu.addAction(tr("Paths &from Here…"), this, [this, address] {
        m_pathStart = address;
        emit said(tr("Now choose Paths to Here on the card they lead to"));
    });
    if (find(m_pathStart).isValid() && m_pathStart != address)
        menu.addAction(tr("Paths from %1 &to Here").arg(nameOf(m_pathStart)), this,
                       [this, address] { findPaths(m_pathStart, address); });
}

void LineagePage::findPaths(const QString &from, const QString &to, int chosen)
{
    if (m_pathsCancel)
        m_pathsCancel->store(true);
    if (!m_pathFrom.isEmpty() && (m_pathFrom != from || m_pathTo != to))
        emit said({});
    m_pathFrom = from;
    m_pathTo = to;
    m_chosenPath = chosen;
    m_found = {};
    const NodeId a = find(from);
    const NodeId b = find(to);
    const bool isThere = a.isValid() && b.isValid() && a != b;
    m_paths->setVisible(isThere);
    m_impact->setVisible(!isThere && find(m_root).isValid());
    if (!isThere) {
        m_pathFrom.clear();
        m_pathTo.clear();
        return;
    }
    m_paths->showSearching(nameOf(from), nameOf(to));
    m_pathsCancel = std::make_shared<std::atomic_bool>(false);
    m_pathsWatcher.setFuture(QtConcurrent::run([mesh = m_snapshot.mesh, a, b, level = level(), cancel = m_pathsCancel] {
        return graph::pathsBetween(*mesh, a, b, level, PathsPanel::mostListed, [cancel] { return cancel->load(); });
    }));
    emit locationChanged();
}

void LineagePage::takePaths()
{
    if (m_pathsWatcher.future().resultCount() == 0 || !m_pathsCancel || m_pathsCancel->load())
        return;
    m_found = m_pathsWatcher.result();
    m_paths->setPaths(*m_snapshot.mesh, m_found);
    if (isVisible()) // found again behind another page, it is no news
        emit said(m_paths->status());
    choosePath(m_found.first.empty() ? -1 : std::clamp(m_chosenPath, 0, int(m_found.first.size()) - 1));
    emit pathsFound();
}

/// What was found is no news on another page.
void LineagePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous() && !m_pathFrom.isEmpty())
        emit said({});
}

/// Lights a path; what of it is not shown yet is added to the graph.
void LineagePage::choosePath(int path)
{
    m_chosenPath = path;
    m_paths->select(path);
    m_pinned.clear();
    bool isShown = true;
    if (path >= 0 && path < int(m_found.first.size())) {
        const std::set<NodeId> shown(m_shown.shown.begin(), m_shown.shown.end());
        for (const NodeId n : m_found.first[size_t(path)]) {
            m_pinned.append(m_snapshot.mesh->address(n).toString());
            isShown = isShown && shown.contains(n);
        }
    }
    if (isShown)
        showTrace();
    else
        rebuild(m_view->selected().isEmpty() ? m_root : m_view->selected());
    emit locationChanged();
}

void LineagePage::endPaths()
{
    const bool hadPath = !m_pinned.isEmpty();
    findPaths({}, {});
    m_pinned.clear();
    m_chosenPath = 0;
    if (hadPath)
        rebuild(m_root);
    emit locationChanged();
}

/// The cards and edges of the chosen path; false when there is none.
bool LineagePage::lightPath()
{
    if (m_chosenPath < 0 || m_chosenPath >= int(m_found.first.size()) || !m_shown.scene)
        return false;
    const std::vector<NodeId> &path = m_found.first[size_t(m_chosenPath)];
    QStringList cards;
    std::vector<int> edges;
    for (size_t i = 0; i < path.size(); ++i) {
        cards.append(m_snapshot.mesh->address(path[i]).toString());
        if (i > 0)
            m_shown.addEdges({path[i - 1], path[i]}, cards, edges);
    }
    m_view->setTrace(cards, edges);
    return true;
}

/// The mesh is another one: its nodes are not those of the paths that were found.
void LineagePage::refreshPaths()
{
    if (m_pathFrom.isEmpty())
        return;
    findPaths(m_pathFrom, m_pathTo, m_chosenPath);
}

} // namespace meshscope
