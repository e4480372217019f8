#include "ui/graph/graphview.h"

#include "ui/graph/graphaccess.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QResizeEvent>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cmath>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace meshscope {

namespace {

constexpr int cameraTime = 150;
constexpr int changeTime = 120;
constexpr size_t mostMovingEdges = 150; ///< in view: all are drawn anew in each frame of a glide
constexpr size_t mostMoving = 150; ///< cards that glide one by one; with more, the two pictures are faded into each other
constexpr int longestWait = 400;   ///< for the tiles of a new scene
constexpr size_t manyCards = 20'000;
constexpr int trimAfter = 1000; ///< until what drew the old scene has let go of it

/// glibc keeps what a large scene, and the layout that made it, have freed between what is still used: tens of megabytes.
void giveBackMemory()
{
#ifdef __GLIBC__
    QThreadPool::globalInstance()->start([] { malloc_trim(0); });
#endif
}

} // namespace

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
    , m_scene(std::make_shared<Scene>())
    , m_board([this] {
        if (!m_hasTiles.exchange(true))
            QMetaObject::invokeMethod(
                this, [this] { takeTiles(); }, Qt::QueuedConnection);
    })
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

void GraphView::setScene(ScenePtr scene, const QString &kept)
{
    const ScenePtr old = std::move(m_scene);
    const QString selectedId = m_selected >= 0        ? old->cards()[size_t(m_selected)].id
                               : m_selectedGroup >= 0 ? old->groups()[size_t(m_selectedGroup)].id
                                                      : QString();
    const QString focusedId = m_focused >= 0 ? old->cards()[size_t(m_focused)].id : QString();
    QStringList pickedIds;
    for (const int card : m_picked)
        pickedIds.append(old->cards()[size_t(card)].id);
    std::map<int, RowWindow> windows;
    m_scene = scene ? std::move(scene) : std::make_shared<Scene>();
    m_names = {};
    for (auto &[card, window] : m_windows) {
        const int now = m_scene->cardOf(old->cards()[size_t(card)].id);
        if (now < 0 || !m_scene->cards()[size_t(now)].scrolls())
            continue;
        RowWindow again;
        again.search(m_scene->cards()[size_t(now)], window.words);
        again.first = std::min(window.first, again.last(m_scene->cards()[size_t(now)]));
        windows.emplace(now, std::move(again));
    }
    m_windows = std::move(windows);
    m_searched = -1;
    m_selected = m_scene->cardOf(selectedId);
    m_selectedGroup = m_selected < 0 ? m_scene->groupOf(selectedId) : -1;
    m_focused = m_scene->cardOf(focusedId);
    m_hovered = {};
    m_accented.clear();
    m_traceCards.clear();
    m_traceEdges.clear();
    m_picked.clear();
    for (const QString &id : std::as_const(pickedIds)) {
        if (const int card = m_scene->cardOf(id); card >= 0)
            m_picked.push_back(card);
    }
    const bool isFirst = m_isFirst || old->isEmpty();
    if (!isFirst)
        startTransition(old);
    m_minimap = {};
    m_minimapGround = {};
    m_board.setPicture(m_scene, meshscope::tokens(this), devicePixelRatioF());
    m_wantsAgain = true;
    if (!m_locked.isEmpty() && m_scene->cardOf(m_locked) < 0)
        setLocked({});
    updateLit();
    if (isFirst) {
        m_isMoving = false;
        m_edgeOpacity = 1;
        m_before = {};
        if (m_startAt.isEmpty())
            fit(false);
        else
            showAround(m_startAt);
        m_isFirst = m_scene->isEmpty();
    } else {
        followFit(kept);
    }
    placeRowSearch();
    resetGraphAccessibility(this);
    if (std::max(old->cards().size(), m_scene->cards().size()) >= manyCards)
        QTimer::singleShot(trimAfter, this, giveBackMemory);
    if (pickedIds.size() != qsizetype(m_picked.size()))
        emit pickedChanged();
    emit sceneShown();
    update();
}

void GraphView::setSceneAround(ScenePtr scene, QPointF at, const QStringList &ids)
{
    const auto rectIn = [](const Scene &in, const QString &id) {
        const int group = in.groupOf(id); // of a closed box the card in it has its id
        const int card = group < 0 ? in.cardOf(id) : -1;
        return card >= 0 ? in.cards()[size_t(card)].rect : group >= 0 ? in.groups()[size_t(group)].rect : QRectF();
    };
    const QPointF point = m_goal.toScene(at);
    for (const QString &id : ids) {
        const QRectF was = rectIn(*m_scene, id);
        const QRectF is = scene ? rectIn(*scene, id) : QRectF();
        if (was.isEmpty() || is.isEmpty())
            continue;
        const QPointF inside(std::clamp(point.x(), was.left(), was.right()), std::clamp(point.y(), was.top(), was.bottom()));
        const QPointF now = is.topLeft() + QPointF((inside.x() - was.left()) / was.width() * is.width(),
                                                   (inside.y() - was.top()) / was.height() * is.height());
        m_sceneShift = now - inside;
        m_followsFit = false;
        break;
    }
    setScene(std::move(scene));
    const QPointF shift = std::exchange(m_sceneShift, {});
    for (Camera *camera : {&m_camera, &m_goal, &m_from})
        camera->offset -= shift * camera->scale;
    placeRowSearch();
}

QString GraphView::thingAt(QPointF position) const
{
    const std::optional<int> thing = m_scene->thingAt(m_goal.toScene(position));
    if (!thing)
        return {};
    return *thing >= 0 ? m_scene->cards()[size_t(*thing)].id : m_scene->groups()[size_t(~*thing)].id;
}

QRectF GraphView::placeOf(const QString &id) const
{
    const int card = m_scene->cardOf(id);
    const int group = m_scene->groupOf(id);
    if (card < 0 && group < 0)
        return {};
    // Of a box that is closed the card in it has its id.
    return m_goal.toScreen(group >= 0 ? m_scene->groups()[size_t(group)].rect : m_scene->cards()[size_t(card)].rect);
}

void GraphView::startTransition(const ScenePtr &old)
{
    m_isMoving = false;
    m_edgeOpacity = 1;
    m_isFading = false;
    m_before = {};
    if (!isVisible() || size().isEmpty())
        return;
    m_sceneTime = duration(changeTime);
    m_isMoving = m_sceneTime > 0 && m_scene->cards().size() <= mostMoving && old->cards().size() <= mostMoving &&
                 m_scene->edgesIn(m_camera.toScene(viewRect()).translated(m_sceneShift)).size() <= mostMovingEdges;
    m_sceneClock.start();
    m_frames.start(16, Qt::PreciseTimer, this);
    if (!m_isMoving) {
        keepPicture();
        m_beforeCamera.offset -= m_sceneShift * m_beforeCamera.scale;
        return;
    }
    m_moveFrom.assign(m_scene->cards().size(), QPointF());
    for (size_t i = 0; i < m_moveFrom.size(); ++i) {
        const int was = old->cardOf(m_scene->cards()[i].id);
        if (was >= 0)
            m_moveFrom[i] = old->cards()[size_t(was)].rect.topLeft() - m_scene->cards()[i].rect.topLeft() + m_sceneShift;
    }
    m_moves = m_moveFrom;
    m_edgeOpacity = 0;
}

/// What is seen now stays until the next tiles are there.
void GraphView::keepPicture()
{
    const double ratio = devicePixelRatioF();
    m_before = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    m_before.setDevicePixelRatio(ratio);
    m_before.fill(meshscope::tokens(this).canvas);
    m_beforeCamera = shownCamera();
    {
        QPainter painter(&m_before);
        m_board.paint(painter, m_beforeCamera, size());
    }
    m_isFading = false;
    m_sceneTime = longestWait;
    m_sceneClock.start();
    m_frames.start(16, Qt::PreciseTimer, this);
}

/// Other colours or another screen: the scene stays, its tiles are drawn anew.
void GraphView::showColours()
{
    m_minimap = {};
    m_minimapGround = {};
    if (isVisible() && !size().isEmpty() && !m_board.isEmpty())
        keepPicture();
    m_board.setPicture(m_scene, meshscope::tokens(this), devicePixelRatioF());
    m_wantsAgain = true;
    updateLook();
    update();
}

// -- camera

void GraphView::moveTo(const Camera &goal, bool animated)
{
    m_goal = goal;
    m_sinceGoal.start();
    m_cameraTime = animated ? duration(cameraTime) : 0;
    if (m_cameraTime > 0) {
        m_from = m_camera;
        m_cameraClock.start();
        if (!m_frames.isActive())
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

void GraphView::startAt(const QString &id)
{
    m_isFirst = true;
    m_startAt = id;
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
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        m_words.clear(); // another font
        m_names = {};
    }
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        showColours();
}

} // namespace meshscope
