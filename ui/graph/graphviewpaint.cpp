#include "ui/graph/graphview.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

// One frame: the tiles that are there, what lies over them, and how far a move has come. What the tiles cost is paid by
// their threads; a frame costs copying them and drawing a few names.
namespace meshscope {

namespace {

constexpr int fadeTime = 120;
constexpr int tileTime = 25;      ///< tiles that come within it are shown in one frame
constexpr int nameTime = 150;     ///< between two times names are placed, while the scale goes on changing
constexpr int stillTime = 30;     ///< without another step of a zoom, before its tiles are asked for
constexpr size_t smallCards = 60; ///< what can be drawn at once where there is no tile yet
constexpr size_t smallEdges = 150;

constexpr double noteShare = 0.4; ///< of strength of the flows, from which on it is said what is left out

/// What is not shown is said: of many flows only the widest are drawn, the more the closer one looks.
void paintFlowNote(QPainter &painter, const Scene &scene, double scale, const QRectF &view, bool mirrored, const Tokens &t)
{
    const std::vector<SceneFlows::Level> &levels = scene.flows().levels();
    for (size_t k = 0; k < levels.size(); ++k) {
        const int shown = SceneFlows::shownAt(levels[k], scale), all = int(levels[k].flows.size());
        if (scene.flows().shareOf(k, scale) < noteShare || shown >= all)
            continue;
        const QString words = QCoreApplication::translate("meshscope::GraphView", "The %1 widest of %2 flows")
                                  .arg(QLocale().toString(shown), QLocale().toString(all));
        const QFont font = textFont(TextRole::Small);
        const QSizeF size(QFontMetricsF(font).horizontalAdvance(words) + px(16), px(24));
        const double left = mirrored ? px(16) : view.right() - px(16) - size.width();
        const QRectF plate(QPointF(left, px(16)), size);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.raised);
        painter.drawRoundedRect(plate.toAlignedRect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
        painter.setFont(font);
        painter.setPen(t.muted);
        painter.drawText(plate, Qt::AlignCenter, words);
        return;
    }
}

double easeOut(double t)
{
    return 1 - std::pow(1 - t, 3);
}

} // namespace

GraphLook GraphView::lookNow()
{
    GraphLook look;
    look.selected = m_selected;
    look.selectedGroup = m_selectedGroup;
    look.focused = m_ringShown && hasFocus() ? m_focused : -1;
    look.hovered = m_hovered;
    look.lit = m_look && m_look->hasLit ? &m_look->lit : nullptr;
    look.accented = m_look && !m_look->accented.empty() ? &m_look->accented : nullptr;
    look.picked = m_look && !m_look->picked.empty() ? &m_look->picked : nullptr;
    look.windows = m_windows.empty() ? nullptr : &m_windows;
    look.moves = m_isMoving ? &m_moves : nullptr;
    look.edgeOpacity = m_edgeOpacity;
    look.words = &m_words;
    look.names = &m_names;
    return look;
}

bool GraphView::isSmall() const
{
    return m_scene->cards().size() <= smallCards && m_scene->edges().size() <= smallEdges;
}

Camera GraphView::shownCamera() const
{
    return m_cameraTime > 0 ? m_camera : m_board.onPixels(m_camera);
}

bool GraphView::isSharp() const
{
    return m_cameraTime == 0 && !m_isMoving && m_before.isNull() &&
           (m_scene->isEmpty() || (areNamesPlaced(m_camera) && m_board.isSharp(shownCamera(), QSizeF(size()))));
}

void GraphView::paintEvent(QPaintEvent *)
{
    if (m_board.ratio() != devicePixelRatioF() && !m_scene->isEmpty())
        showColours(); // moved to another screen
    QPainter painter(this);
    const Tokens &t = meshscope::tokens(this);
    const Camera camera = shownCamera();
    paintGraph(painter, camera);
    if (!m_before.isNull())
        paintBefore(painter, camera);
    if (m_minimapShown)
        paintMinimap(painter);
    if (m_picked.empty()) // their list takes that corner
        paintFlowNote(painter, *m_scene, camera.scale, viewRect(), layoutDirection() == Qt::RightToLeft, t);
    if (!m_band.isNull()) {
        QColor inside = t.accent;
        inside.setAlpha(40);
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(inside);
        painter.drawRect(m_band.normalized().toAlignedRect().adjusted(0, 0, -1, -1));
    }
    if (hasFocus() && m_ringShown && m_focused < 0) {
        painter.setPen(QPen(t.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    wantTiles();
    m_sincePaint.start();
}

/// Asked for once a frame, however many wheel steps came since the last; and while they keep coming not at all: tiles of a
/// scale that is left again at once would only hold up those that stay. The next frame of the move asks.
void GraphView::wantTiles()
{
    if (!m_wantsAgain && m_goal == m_wantedCamera && size() == m_wantedSize)
        return;
    if (m_cameraTime > 0 && m_goal.scale != m_wantedCamera.scale && m_sinceGoal.elapsed() < stillTime)
        return;
    m_wantsAgain = false;
    m_wantedCamera = m_goal;
    m_wantedSize = size();
    m_board.want(m_goal, QSizeF(size()));
}

bool GraphView::areNamesPlaced(const Camera &camera) const
{
    return m_names.scale == camera.scale && m_namedSize == size();
}

/// A pan moves names and numbers along with their boxes and lines; so does a zoom, until it comes to rest.
void GraphView::placeNames(const Camera &camera)
{
    const bool isFirst = m_names.scale <= 0;
    if (areNamesPlaced(camera) || (!isFirst && m_cameraTime > 0))
        return;
    if (!isFirst && m_sinceNamed.isValid() && m_sinceNamed.elapsed() < nameTime) {
        if (!m_nameTimer.isActive())
            m_nameTimer.start(nameTime, this);
        return;
    }
    GraphLook look;
    look.words = &m_words;
    m_names = GraphPainter(*m_scene, camera, meshscope::tokens(this), look).namesIn(QSizeF(size()));
    m_namedSize = size();
    m_sinceNamed.start();
    m_nameTimer.stop();
    ++m_timesNamed;
}

void GraphView::paintGraph(QPainter &painter, const Camera &camera)
{
    const Tokens &t = meshscope::tokens(this);
    placeNames(camera);
    GraphLook look = lookNow();
    GraphPainter over(*m_scene, camera, t, look);
    if (m_isMoving || (m_board.isEmpty() && isSmall())) {
        painter.fillRect(rect(), t.canvas);
        over.paint(painter, viewRect());
        return;
    }
    const QRegion blank = m_board.paint(painter, camera, size());
    for (const QRect &r : blank)
        painter.fillRect(r, t.canvas);
    over.paintOver(painter, viewRect());
}

/// The last picture of the scene before, where it now would be.
void GraphView::paintBefore(QPainter &painter, const Camera &camera)
{
    const double gone = m_isFading ? std::min(1.0, double(m_sceneClock.elapsed()) / std::max(1, duration(fadeTime))) : 0;
    painter.save();
    painter.setOpacity(1 - gone);
    painter.drawImage(camera.toScreen(m_beforeCamera.toScene(viewRect())), m_before);
    painter.restore();
}

void GraphView::takeTiles()
{
    m_hasTiles.store(false);
    if (!m_board.collect() || m_frames.isActive())
        return; // the next frame of a move shows them
    if (m_board.isSharp(shownCamera(), QSizeF(size())) || !m_sincePaint.isValid() || m_sincePaint.elapsed() >= tileTime)
        update();
    else if (!m_tileTimer.isActive())
        m_tileTimer.start(tileTime, Qt::PreciseTimer, this);
}

void GraphView::tick()
{
    bool busy = false;
    if (m_cameraTime > 0) {
        const double t = std::min(1.0, double(m_cameraClock.elapsed()) / m_cameraTime);
        m_camera = m_from.towards(m_goal, easeOut(t));
        if (t >= 1)
            m_cameraTime = 0;
        busy = busy || t < 1;
        placeRowSearch();
    }
    if (m_isMoving) {
        const double t = std::min(1.0, double(m_sceneClock.elapsed()) / std::max(1, m_sceneTime));
        for (size_t i = 0; i < m_moves.size(); ++i)
            m_moves[i] = m_moveFrom[i] * (1 - easeOut(t));
        m_edgeOpacity = t;
        m_isMoving = t < 1;
        if (!m_isMoving)
            m_edgeOpacity = 1;
        busy = busy || m_isMoving;
    }
    if (!m_before.isNull()) {
        // First the old picture stays until the new one is there, then it fades.
        const bool isThere =
            m_sceneClock.elapsed() >= m_sceneTime || m_board.isSharp(m_board.onPixels(m_goal), QSizeF(size()));
        if (!m_isFading && isThere) {
            m_isFading = true;
            m_sceneTime = duration(fadeTime);
            m_sceneClock.start();
        }
        if (m_isFading && m_sceneClock.elapsed() >= m_sceneTime)
            m_before = {};
        busy = busy || !m_before.isNull();
    }
    if (!busy)
        m_frames.stop();
    update();
}

void GraphView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frames.timerId()) {
        tick();
    } else if (event->timerId() == m_tileTimer.timerId()) {
        m_tileTimer.stop();
        update();
    } else if (event->timerId() == m_nameTimer.timerId()) {
        m_nameTimer.stop();
        update();
    } else {
        QWidget::timerEvent(event);
    }
}

} // namespace meshscope
