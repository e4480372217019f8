#include "ui/graph/graphview.h"

#include <algorithm>

namespace meshscope {

// -- what stands out

QString GraphView::selected() const
{
    if (m_selected >= 0)
        return m_scene->cards()[size_t(m_selected)].id;
    return m_selectedGroup >= 0 ? m_scene->groups()[size_t(m_selectedGroup)].id : QString();
}

void GraphView::select(const QString &id, bool reveal)
{
    m_selected = m_scene->cardOf(id);
    m_selectedGroup = m_selected < 0 ? m_scene->groupOf(id) : -1;
    m_focused = m_selected;
    updateLit();
    if (reveal && (m_selected >= 0 || m_selectedGroup >= 0)) {
        const QRectF r =
            m_selected >= 0 ? m_scene->cards()[size_t(m_selected)].rect : m_scene->groups()[size_t(m_selectedGroup)].rect;
        if (!viewRect().adjusted(20, 20, -20, -20).contains(m_goal.toScreen(r)))
            flyTo(id);
    }
    emit selectionChanged();
    update();
}

void GraphView::setLocked(const QString &id)
{
    if (m_locked == id)
        return;
    m_locked = id;
    updateLit();
    emit lockedChanged(id);
}

void GraphView::setTrace(const QStringList &cards, const std::vector<int> &edges)
{
    m_traceCards = cards;
    m_traceEdges = edges;
    updateLit();
}

void GraphView::setAccented(const std::vector<int> &edges)
{
    m_accented = edges;
    updateLook();
}

void GraphView::setFadesRest(bool fades)
{
    m_fadesRest = fades;
    updateLit();
}

void GraphView::setMinimapShown(bool shown)
{
    m_minimapShown = shown;
    update();
}

QStringList GraphView::picked() const
{
    QStringList ids;
    for (const int card : m_picked)
        ids.append(m_scene->cards()[size_t(card)].id);
    return ids;
}

void GraphView::setPicked(const QStringList &ids)
{
    std::vector<int> cards;
    for (const QString &id : ids) {
        if (const int card = m_scene->cardOf(id); card >= 0)
            cards.push_back(card);
    }
    std::sort(cards.begin(), cards.end());
    cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
    if (cards == m_picked)
        return;
    m_picked = std::move(cards);
    updateLook();
    emit pickedChanged();
}

QString GraphView::pickedText() const
{
    QStringList lines;
    for (const int card : m_picked)
        lines.append(m_scene->cards()[size_t(card)].name + u'\t' + m_scene->cards()[size_t(card)].id);
    if (lines.isEmpty() && m_selected >= 0)
        lines.append(m_scene->cards()[size_t(m_selected)].id);
    else if (lines.isEmpty() && m_selectedGroup >= 0)
        lines.append(m_scene->groups()[size_t(m_selectedGroup)].id);
    return lines.join(u'\n');
}

/// What is lit, strongest first: a trace, the locked path, the hovered card's, the selected card's.
void GraphView::updateLit()
{
    m_hasLit = false;
    m_lit = {};
    const auto through = [&](int card) {
        if (card < 0 || card >= int(m_scene->cards().size()) || m_scene->edgesAt(card).empty())
            return;
        m_lit = m_scene->pathsThrough(card);
        m_hasLit = true;
    };
    const bool onCard = m_hovered.part >= Scene::Hit::Part::Card && m_hovered.part <= Scene::Hit::Part::ExpandDown;
    if (!m_traceCards.isEmpty()) {
        std::vector<int> cards;
        for (const QString &id : std::as_const(m_traceCards))
            cards.push_back(m_scene->cardOf(id));
        m_lit = m_scene->litOf(cards, m_traceEdges);
        m_hasLit = true;
    } else if (!m_locked.isEmpty()) {
        through(m_scene->cardOf(m_locked));
    } else if (m_fadesRest && onCard) {
        through(m_hovered.index);
    } else if (m_fadesRest && m_selected >= 0) {
        through(m_selected);
    }
    m_minimap = {};
    updateLook();
}

/// Hands what stands out to the drawing threads: a copy they share, with a number of its own.
void GraphView::updateLook()
{
    const bool isPlain = !m_hasLit && m_accented.empty() && m_picked.empty();
    if (isPlain && !m_look) {
        update();
        return;
    }
    std::shared_ptr<TileLook> look;
    if (!isPlain) {
        look = std::make_shared<TileLook>();
        look->number = ++m_lookNumber;
        look->hasLit = m_hasLit;
        look->lit = m_lit;
        const auto flag = [](const std::vector<int> &from, size_t count, std::vector<char> &flags, std::vector<int> &list) {
            if (from.empty())
                return;
            flags.assign(count, 0);
            for (const int i : from) {
                if (i >= 0 && size_t(i) < count) {
                    flags[size_t(i)] = 1;
                    list.push_back(i);
                }
            }
        };
        flag(m_accented, m_scene->edges().size(), look->accented, look->accentedList);
        flag(m_picked, m_scene->cards().size(), look->picked, look->pickedList);
    }
    m_look = std::move(look);
    m_board.setLook(m_look);
    m_wantsAgain = true;
    update();
}

// -- finding

int GraphView::find(const QString &words, bool next)
{
    struct Found {
        QString id;
        QPointF at;
    };
    const QString wanted = words.trimmed();
    if (wanted.isEmpty()) {
        m_findAt = -1;
        return 0;
    }
    std::vector<Found> exact, starts, rest;
    const auto note = [&](const QString &name, const QString &id, const QRectF &r) {
        if (!name.contains(wanted, Qt::CaseInsensitive))
            return;
        const bool same = name.compare(wanted, Qt::CaseInsensitive) == 0;
        (same ? exact : name.startsWith(wanted, Qt::CaseInsensitive) ? starts : rest).push_back({id, r.topLeft()});
    };
    for (const SceneCard &c : m_scene->cards())
        note(c.name, c.id, c.rect);
    for (const SceneGroup &g : m_scene->groups())
        note(g.name, g.id, g.rect);
    exact.insert(exact.end(), starts.begin(), starts.end());
    exact.insert(exact.end(), rest.begin(), rest.end());
    if (exact.empty()) {
        m_findAt = -1;
        return 0;
    }
    m_findAt = next && wanted == m_findWords ? (m_findAt + 1) % int(exact.size()) : 0;
    m_findWords = wanted;
    const QString id = exact[size_t(m_findAt)].id;
    select(id);
    flyTo(id);
    emit nodeSelected(id);
    return int(exact.size());
}

} // namespace meshscope
