#include "ui/graph/graphview.h"

#include "ui/graph/graphaccess.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr int cameraTime = 150;
constexpr int changeTime = 120;
constexpr int hoverTime = 80;
constexpr double leastScale = 0.004;
constexpr double mostScale = 4;
constexpr double legible = 0.75; ///< below, a fitted lineage is shown around its root instead
constexpr double margin = 20;

} // namespace

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
    , m_scene(std::make_shared<Scene>())
{
    installGraphAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Graph"));
}

int GraphView::duration(int normal) const
{
    const MeshscopeStyle *style = MeshscopeStyle::of(this);
    return style && isVisible() ? style->duration(normal) : 0;
}

// -- scene

void GraphView::setScene(ScenePtr scene)
{
    const ScenePtr old = std::move(m_scene);
    const QString selectedId = m_selected >= 0        ? old->cards()[size_t(m_selected)].id
                               : m_selectedGroup >= 0 ? old->groups()[size_t(m_selectedGroup)].id
                                                      : QString();
    const QString focusedId = m_focused >= 0 ? old->cards()[size_t(m_focused)].id : QString();
    m_scene = scene ? std::move(scene) : std::make_shared<Scene>();
    m_selected = m_scene->cardOf(selectedId);
    m_selectedGroup = m_selected < 0 ? m_scene->groupOf(selectedId) : -1;
    m_focused = m_scene->cardOf(focusedId);
    m_hovered = {};
    m_accented.clear();
    m_traceCards.clear();
    m_traceEdges.clear();
    m_minimap = {};
    if (!m_locked.isEmpty() && m_scene->cardOf(m_locked) < 0)
        setLocked({});
    updateLit();
    if (m_isFirst || old->isEmpty()) {
        m_isMoving = false;
        m_edgeOpacity = 1;
        if (m_startAt.isEmpty())
            fit(false);
        else
            showAround(m_startAt);
        m_isFirst = m_scene->isEmpty();
    } else {
        startTransition(old);
        // A graph that has grown too large to be read as a whole keeps its place instead of shrinking.
        const double fitted = Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0).scale;
        if (m_followsFit && (m_startAt.isEmpty() || fitted >= legible || fitted >= m_goal.scale))
            fit(true);
        else
            m_followsFit = false;
    }
    resetGraphAccessibility(this);
    update();
}

void GraphView::startTransition(const ScenePtr &old)
{
    m_sceneTime = duration(changeTime);
    m_isMoving = m_sceneTime > 0 && m_scene->cards().size() < 5000;
    m_edgeOpacity = 1;
    if (!m_isMoving)
        return;
    m_moveFrom.assign(m_scene->cards().size(), QPointF());
    for (size_t i = 0; i < m_moveFrom.size(); ++i) {
        const int was = old->cardOf(m_scene->cards()[i].id);
        if (was >= 0)
            m_moveFrom[i] = old->cards()[size_t(was)].rect.topLeft() - m_scene->cards()[i].rect.topLeft();
    }
    m_moves = m_moveFrom;
    m_edgeOpacity = 0;
    m_sceneClock.start();
    m_frames.start(16, Qt::PreciseTimer, this);
}

// -- camera

void GraphView::moveTo(const Camera &goal, bool animated)
{
    m_goal = goal;
    m_cameraTime = animated ? duration(cameraTime) : 0;
    if (m_cameraTime > 0) {
        m_from = m_camera;
        m_cameraClock.start();
        m_frames.start(16, Qt::PreciseTimer, this);
    } else {
        m_camera = goal;
    }
    emit zoomChanged(m_goal.scale);
    update();
}

void GraphView::setCamera(const Camera &camera, bool animated)
{
    m_followsFit = false;
    m_isFirst = false;
    moveTo(camera, animated);
}

void GraphView::keepInSight(Camera &camera) const
{
    const QRectF on = camera.toScreen(m_scene->bounds());
    const double keep = 60;
    QPointF move;
    if (on.right() < keep)
        move.setX(keep - on.right());
    else if (on.left() > width() - keep)
        move.setX(width() - keep - on.left());
    if (on.bottom() < keep)
        move.setY(keep - on.bottom());
    else if (on.top() > height() - keep)
        move.setY(height() - keep - on.top());
    camera.offset += move;
}

void GraphView::setZoom(double scale)
{
    zoomBy(scale / m_goal.scale);
}

void GraphView::zoomBy(double factor)
{
    const double scale = std::clamp(m_goal.scale * factor, leastScale, mostScale);
    m_followsFit = false;
    moveTo(m_goal.zoomed(scale / m_goal.scale, viewRect().center()), true);
}

void GraphView::fit(bool animated)
{
    m_followsFit = true;
    if (m_scene->isEmpty())
        return;
    moveTo(Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0), animated && !m_isFirst);
}

void GraphView::showAround(const QString &id, bool animated)
{
    const int card = m_scene->cardOf(id);
    const Camera fitted = Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0);
    if (card < 0 || fitted.scale >= legible) {
        fit(animated);
        return;
    }
    Camera c;
    c.scale = 0.9;
    c.offset = viewRect().center() - m_scene->cards()[size_t(card)].rect.center() * c.scale;
    // Around the card, without empty room where the graph ends.
    const QRectF on = c.toScreen(m_scene->bounds()).adjusted(-margin, -margin, margin, margin);
    const auto shift = [](double low, double high, double from, double to) {
        if (high - low <= to - from)
            return (from + to - low - high) / 2;
        return low > from ? from - low : high < to ? to - high : 0.0;
    };
    c.offset += QPointF(shift(on.left(), on.right(), 0, width()), shift(on.top(), on.bottom(), 0, height()));
    m_followsFit = false;
    moveTo(c, animated);
}

void GraphView::flyTo(const QString &id)
{
    const int card = m_scene->cardOf(id);
    const int group = m_scene->groupOf(id);
    if (card < 0 && group < 0)
        return;
    const QRectF r = card >= 0 ? m_scene->cards()[size_t(card)].rect : m_scene->groups()[size_t(group)].rect;
    Camera c = m_goal;
    c.scale = std::clamp(c.scale, 0.8, 1.5);
    if (group >= 0)
        c.scale = std::min(c.scale, Camera::fitting(r, viewRect(), margin, 1.5).scale);
    c.offset = viewRect().center() - r.center() * c.scale;
    m_followsFit = false;
    moveTo(c, true);
}

void GraphView::startAt(const QString &id)
{
    m_isFirst = true;
    m_startAt = id;
}

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
    m_accented.assign(edges.empty() ? 0 : m_scene->edges().size(), 0);
    for (const int e : edges)
        m_accented[size_t(e)] = 1;
    update();
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

/// What is lit, strongest first: a trace, the locked path, the hovered card's, the selected card's.
void GraphView::updateLit()
{
    const bool had = m_hasLit;
    m_hasLit = false;
    const auto through = [&](int card) {
        if (card < 0 || card >= int(m_scene->cards().size()) || m_scene->edgesAt(card).empty())
            return;
        m_lit = m_scene->pathsThrough(card);
        m_hasLit = true;
    };
    const bool onCard = m_hovered.part >= Scene::Hit::Part::Card && m_hovered.part <= Scene::Hit::Part::ExpandDown;
    if (!m_traceCards.isEmpty()) {
        m_lit.cards.assign(m_scene->cards().size(), 0);
        m_lit.edges.assign(m_scene->edges().size(), 0);
        for (const QString &id : std::as_const(m_traceCards)) {
            const int card = m_scene->cardOf(id);
            if (card >= 0)
                m_lit.cards[size_t(card)] = 1;
        }
        for (const int e : m_traceEdges)
            m_lit.edges[size_t(e)] = 1;
        m_hasLit = true;
    } else if (!m_locked.isEmpty()) {
        through(m_scene->cardOf(m_locked));
    } else if (m_fadesRest && onCard) {
        through(m_hovered.index);
    } else if (m_fadesRest && m_selected >= 0) {
        through(m_selected);
    }
    if (m_hasLit && !had) {
        m_fadeTime = duration(hoverTime);
        m_fade = m_fadeTime > 0 ? 0 : 1;
        m_fadeClock.start();
        if (m_fadeTime > 0)
            m_frames.start(16, Qt::PreciseTimer, this);
    }
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

std::vector<int> GraphView::cardsInView() const
{
    std::vector<int> seen;
    const QRectF area = m_camera.toScene(viewRect());
    for (const int i : m_scene->cardsIn(area)) {
        if (m_scene->cards()[size_t(i)].rect.intersects(area))
            seen.push_back(i);
    }
    return seen;
}

QRect GraphView::cardRectOnScreen(int card) const
{
    return m_camera.toScreen(m_scene->cards()[size_t(card)].rect).toAlignedRect();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_followsFit) {
        fit(false);
    } else if (!m_startAt.isEmpty() && !event->oldSize().isValid()) {
        showAround(m_startAt);
    } else if (event->oldSize().isValid()) {
        const QSizeF grown = QSizeF(event->size() - event->oldSize()) / 2;
        m_camera.offset += QPointF(grown.width(), grown.height());
        m_goal.offset += QPointF(grown.width(), grown.height());
    }
}

void GraphView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        m_minimap = {};
        update();
    }
}

} // namespace meshscope
