#include "ui/graph/graphbar.h"
#include "ui/graph/graphview.h"
#include "ui/lineage/heldlist.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/lineagepage.h"
#include "ui/lineage/pathspanel.h"

#include <QMenu>
#include <QShortcut>

// Collapsing to schema, product or domain, and what a collapsed card or an edge of several holds.
namespace meshscope {

void LineagePage::connectFolds()
{
    connect(m_view, &GraphView::edgeActivated, this, &LineagePage::showHeld);
    connect(m_held, &HeldList::closed, this, &LineagePage::closeHeld);
    connect(m_held, &HeldList::opened, this, &LineagePage::open);
    connect(m_held, &HeldList::selected, this, [this](const QString &address) { emit selected(address); });
    auto *shortcut = new QShortcut(Qt::Key_C, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &LineagePage::showFoldMenu);
}

const FoldedCard *LineagePage::foldedCard(const QString &card) const
{
    const auto it = m_shown.folds.find(card);
    return it == m_shown.folds.end() ? nullptr : &it->second;
}

graph::FoldChoice LineagePage::foldChoice() const
{
    graph::FoldChoice choice = m_folds;
    choice.bySchema = m_group->current() == u"schema";
    return choice;
}

/// Where it can be collapsed to, each with how many cards that would take, and back.
void LineagePage::addFoldActions(QMenu &menu, const QString &card)
{
    const FoldedCard *folded = foldedCard(card);
    const NodeId n = folded ? folded->members.front() : find(card);
    if (!n.isValid() || level() == Level::Domain)
        return;
    if (folded) {
        menu.addAction(tr("&Expand Again\tSpace"), this, [this, card] { unfold(card); });
        menu.addAction(tr("&List What It Holds"), this, [this, card] { showMembers(card); });
    }
    const Mesh &mesh = *m_snapshot.mesh;
    for (const graph::Fold &fold : graph::Folding(mesh, {}).offered(n)) {
        if (fold.id == card || m_folds.folded.contains(fold.id))
            continue;
        graph::FoldChoice only;
        only.folded.insert(fold.id);
        const graph::Folding alone(mesh, only);
        const auto count = std::count_if(m_shown.shown.begin(), m_shown.shown.end(),
                                         [&](NodeId other) { return alone.foldOf(other).has_value(); });
        const QString text = fold.kind == graph::FoldKind::Schema    ? tr("Collapse to &Schema %1 (%2)")
                             : fold.kind == graph::FoldKind::Product ? tr("Collapse to &Product %1 (%2)")
                                                                     : tr("Collapse to &Domain %1 (%2)");
        menu.addAction(text.arg(QString(fold.name).replace(u'&', QStringLiteral("&&"))).arg(count), this,
                       [this, card, fold] { collapseTo(card, fold); });
    }
}

/// At the selected card, for the keyboard.
void LineagePage::showFoldMenu()
{
    const int card = m_view->scene() ? m_view->scene()->cardOf(m_view->selected()) : -1;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("collapseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (card >= 0)
        addFoldActions(*menu, plainId(m_view->selected()));
    if (menu->isEmpty()) {
        delete menu;
        emit said(tr("Select a dataset or product first: C collapses it to its schema, product or domain"));
        return;
    }
    const QRect at = m_view->cardRectOnScreen(card);
    menu->popup(m_view->mapToGlobal(QPoint(at.left(), at.bottom() + 2)));
    menu->setActiveAction(menu->actions().constFirst());
}

void LineagePage::collapseTo(const QString &card, const graph::Fold &fold)
{
    if (fold.kind == graph::FoldKind::Schema && m_group->current() == u"schema")
        m_folds.unfolded.erase(fold.id);
    else
        m_folds.folded.insert(fold.id);
    m_anchorFrom = card;
    m_selected = m_kept = fold.id;
    m_view->setPicked({});
    rebuild(fold.id);
    emit locationChanged();
}

void LineagePage::unfold(const QString &card)
{
    const FoldedCard *folded = foldedCard(card);
    if (!folded)
        return;
    if (folded->fold.kind == graph::FoldKind::Schema && m_group->current() == u"schema")
        m_folds.unfolded.insert(card);
    m_folds.folded.erase(card);
    const QString first = m_snapshot.mesh->address(folded->members.front()).toString();
    m_anchorFrom = card;
    m_selected = m_kept = first;
    rebuild(first);
    emit locationChanged();
}

void LineagePage::unfoldAll()
{
    m_folds = {};
    changed();
}

void LineagePage::addFolds(Location &location) const
{
    for (const QString &id : m_folds.folded)
        location.add("folded", id);
    for (const QString &id : m_folds.unfolded)
        location.add("unfolded", id);
}

void LineagePage::takeFolds(const Location &location)
{
    m_folds = {};
    const auto take = [&](const QString &key, std::set<QString> &ids) {
        for (const QString &id : location.options.allQueryItemValues(key, QUrl::FullyDecoded))
            ids.insert(canonical(id));
    };
    take(QStringLiteral("folded"), m_folds.folded);
    take(QStringLiteral("unfolded"), m_folds.unfolded);
}

void LineagePage::showMembers(const QString &card)
{
    const FoldedCard *folded = foldedCard(card);
    if (!folded)
        return;
    m_held->setNodes(*m_snapshot.mesh, m_snapshot.health.get(), folded->fold.name, folded->members);
    m_held->show();
    m_paths->hide();
    m_impact->hide();
}

/// What was below the graph before comes back.
void LineagePage::closeHeld()
{
    m_held->hide();
    m_paths->setVisible(!m_pathFrom.isEmpty());
    m_impact->setVisible(m_pathFrom.isEmpty() && find(m_root).isValid());
}

void LineagePage::showHeld(int edge)
{
    if (edge < 0 || edge >= int(m_shown.held.size()) || m_shown.held[size_t(edge)].empty())
        return;
    const SceneEdge &e = m_shown.scene->edges()[size_t(edge)];
    const auto &cards = m_shown.scene->cards();
    m_held->setEdges(*m_snapshot.mesh, cards[size_t(e.from)].name, cards[size_t(e.to)].name, m_shown.held[size_t(edge)]);
    m_held->show();
    m_paths->hide();
    m_impact->hide();
}

} // namespace meshscope
