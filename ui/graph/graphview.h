#pragma once

#include "ui/graph/camera.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/scene.h"
#include "ui/graph/tileboard.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include <atomic>
#include <map>

class QLineEdit;

namespace meshscope {

/// The canvas of every graph: shows an immutable Scene in tiles that other threads draw, moves over it, says what was
/// pointed at. Wheel zooms at the pointer, drag pans, Shift and drag picks what lies in a rectangle, arrows walk along
/// edges,
/// E goes from edge to edge, G to the box around, + − 0 F zoom, Enter opens, Space expands, / finds, L locks a path.
class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);
    ~GraphView() override;

    /// Shows another scene. What is in both glides from its old place; the camera stays, so that a layout that keeps an
    /// anchor keeps it under the eye. The first scene is fitted. A view that still shows the whole graph goes on doing so;
    /// with `kept`, a card a person has just worked on, only as far as that card stays where it is on the screen.
    void setScene(ScenePtr scene, const QString &kept = {});
    /// The same, with what is under a point of the widget staying under it: the first of these cards and boxes that is in
    /// both scenes stays there with the same part of it.
    void setSceneAround(ScenePtr scene, QPointF at, const QStringList &ids);
    [[nodiscard]] const ScenePtr &scene() const { return m_scene; }

    // -- camera
    [[nodiscard]] const Camera &camera() const { return m_camera; }
    void setCamera(const Camera &camera, bool animated = false);
    [[nodiscard]] double zoom() const { return m_goal.scale; }
    void setZoom(double scale);
    void zoomBy(double factor);
    void fit(bool animated = true);
    /// Shows the scene at a legible size around a card when fitting it would make it too small to read.
    void showAround(const QString &id, bool animated = false);
    void flyTo(const QString &id);                                 ///< brings a card or box into the middle
    [[nodiscard]] bool followsFit() const { return m_followsFit; } ///< fitted, and nobody has moved since
    /// Where the last zoom went to, in the widget: the pointer, else the middle.
    [[nodiscard]] QPointF zoomPoint() const { return m_zoomAt.x() < 0 ? viewRect().center() : m_zoomAt; }
    /// Id of the card, else the innermost box there, once the camera has arrived; empty for none.
    [[nodiscard]] QString thingAt(QPointF position) const;
    /// Where a card or box will be when the camera has arrived; null for none.
    [[nodiscard]] QRectF placeOf(const QString &id) const;
    /// Double click and Space on cards and boxes ask to open or close them in their place, and not for their page.
    void setOpensInPlace(bool opens) { m_opensInPlace = opens; }
    /// The next scene is shown as if it were the first, around this card (empty: fitted).
    void startAt(const QString &id);

    // -- what stands out
    [[nodiscard]] QString selected() const; ///< id of the selected card or box; empty = none
    void select(const QString &id, bool reveal = false);
    [[nodiscard]] QString locked() const { return m_locked; }
    void setLocked(const QString &id); ///< keeps the paths through it lit against the next click; empty unlocks
    /// A path set from outside (a traced column): stays lit until cleared; cards by id, edges by index.
    void setTrace(const QStringList &cards, const std::vector<int> &edges);
    void clearTrace() { setTrace({}, {}); }
    void setAccented(const std::vector<int> &edges); ///< edges in the accent, nothing fades
    void setFadesRest(bool fades);                   ///< whether hover and selection fade what is not on the path
    void setMinimapShown(bool shown);
    /// Cards chosen together, by rectangle or all; in the order of the scene.
    [[nodiscard]] QStringList picked() const;
    void setPicked(const QStringList &ids);
    /// Addresses and names of what is picked, else of what is selected, a line each; empty when there is nothing.
    [[nodiscard]] QString pickedText() const;

    // -- columns of a card that scrolls
    void scrollRows(const QString &id, int by);
    void searchRows(const QString &id, const QString &words);
    /// The column in a place of a card; empty for none.
    [[nodiscard]] QString columnAt(int card, int place) const;

    /// Whether every tile in view is drawn and nothing moves.
    [[nodiscard]] bool isSharp() const;
    [[nodiscard]] const TileBoard &tiles() const { return m_board; }
    /// How often places for names and numbers have been found: once a scene, and once a zoom that has come to rest.
    [[nodiscard]] int timesNamed() const { return m_timesNamed; }

    // -- finding
    /// Cards and boxes whose name holds the words; goes to the first, then to the next each time. Gives how many.
    int find(const QString &words, bool next = false);
    [[nodiscard]] int findPosition() const { return m_findAt; }

    [[nodiscard]] std::vector<int> cardsInView() const;
    [[nodiscard]] QRect cardRectOnScreen(int card) const; ///< in widget coordinates
    [[nodiscard]] int focusedCard() const { return m_focused; }
    void focusCard(int card);
    void activateCard(int card);
    [[nodiscard]] QSize sizeHint() const override { return {640, 400}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    void nodeSelected(const QString &id); ///< card or box; empty = nothing
    void nodeActivated(const QString &id, bool newWindow);
    void expandRequested(const QString &id, bool up);
    void edgeActivated(int edge);
    void columnActivated(const QString &id, const QString &column);
    void moreColumnsRequested(const QString &id);
    void openToggled(const QString &id); ///< Space on a card without hidden neighbours: open or fold it
    void contextRequested(const QString &id, const QPoint &globalPosition);
    void zoomChanged(double scale);
    void findRequested();
    void treeRequested();    ///< the same graph as a tree
    void sceneShown();       ///< another scene
    void selectionChanged(); ///< by whom ever
    void lockedChanged(const QString &id);
    void pickedChanged();
    void said(const QString &text); ///< a short sentence for the status bar

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // graphview.cpp
    [[nodiscard]] int duration(int normal) const;
    void moveTo(const Camera &goal, bool animated);
    void keepInSight(Camera &camera) const;
    [[nodiscard]] double leastZoom() const;
    void startTransition(const ScenePtr &old);
    void keepPicture();
    void showColours();
    [[nodiscard]] QString idOf(const Scene::Hit &hit) const;
    [[nodiscard]] QRectF viewRect() const { return QRectF(rect()); }
    // graphviewfit.cpp
    void followFit(const QString &kept);
    // graphviewlook.cpp
    void updateLit();
    void updateLook();
    // graphviewinput.cpp, graphviewkeys.cpp
    [[nodiscard]] Scene::Hit hitAt(QPointF position) const;
    void setHovered(const Scene::Hit &hit);
    void click(const Scene::Hit &hit, Qt::KeyboardModifiers modifiers);
    void clickRow(const Scene::Hit &hit);
    void pickFlow(const SceneFlows::Hit &hit);
    bool scrollRowsAt(QPointF position, int turned);
    void closeRowSearch();
    void pickIn(const QRectF &band);
    void walk(int key);
    void walkAlong(bool up);
    void walkAside(bool down);
    [[nodiscard]] int nearestCard(QPointF to, const std::function<double(QPointF)> &costOf) const;
    void showTip(QPoint globalPosition, QPointF at);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    bool handleControlKey(int key);
    bool escape();
    bool walkEdges();
    bool selectBoxAround();
    // graphviewrows.cpp
    void openRowSearch(int card);
    void placeRowSearch();
    RowWindow &windowOf(int card);
    // graphviewpaint.cpp
    void tick();
    void takeTiles();
    void wantTiles();
    [[nodiscard]] Camera shownCamera() const;
    void paintGraph(QPainter &painter, const Camera &camera);
    void paintBefore(QPainter &painter, const Camera &camera);
    void placeNames(const Camera &camera);
    [[nodiscard]] bool areNamesPlaced(const Camera &camera) const;
    [[nodiscard]] GraphLook lookNow();
    [[nodiscard]] bool isSmall() const;
    // graphminimap.cpp
    [[nodiscard]] QRectF minimapRect() const;
    void placeMinimap();
    [[nodiscard]] bool isMinimapSeen() const;
    void drawMinimap(const QSizeF &size);
    void drawMinimapGround(const QSizeF &size);
    void paintMinimap(QPainter &painter);
    void moveByMinimap(QPointF at);

    ScenePtr m_scene;
    Camera m_camera, m_goal, m_from;
    bool m_isFirst = true;
    QString m_startAt;
    QPointF m_zoomAt{-1, -1}; ///< in the widget; negative = the middle
    QPointF m_sceneShift;     ///< how far what stays has moved from the last scene to this
    bool m_opensInPlace = false;
    bool m_followsFit = true; ///< still as fitted: fit again when resized
    QElapsedTimer m_cameraClock, m_sceneClock;
    int m_cameraTime = 0, m_sceneTime = 0;
    QBasicTimer m_frames;
    QBasicTimer m_tileTimer; ///< a few tiles are shown together
    std::vector<QPointF> m_moveFrom, m_moves;
    bool m_isMoving = false;
    double m_edgeOpacity = 1;
    QImage m_before; ///< the last picture, until the tiles of a new scene are there; then it fades
    Camera m_beforeCamera;
    bool m_isFading = false;

    int m_selected = -1, m_selectedGroup = -1, m_focused = -1;
    bool m_ringShown = false; ///< after the keyboard, never after a click
    Scene::Hit m_hovered;
    QString m_locked;
    QStringList m_traceCards;
    std::vector<int> m_traceEdges;
    std::vector<int> m_accented;
    std::vector<int> m_picked;
    std::shared_ptr<const TileLook> m_look; ///< null: nothing stands out
    Scene::Lit m_lit;
    bool m_hasLit = false;
    quint32 m_lookNumber = 0;
    bool m_fadesRest = true;
    std::map<int, RowWindow> m_windows;
    QLineEdit *m_rowSearch = nullptr;
    int m_searched = -1; ///< card whose columns are being searched
    int m_rowTurn = 0;   ///< of a wheel, not yet a whole row
    bool m_minimapShown = false;
    int m_minimapCorner = 0; ///< lower left, lower right, upper right, upper left; mirrored from right to left
    QImage m_minimapGround;  ///< all cards of the present scene in the present scheme
    QPixmap m_minimap;       ///< the same with what is lit

    QPointF m_pressAt, m_lastAt;
    QRectF m_band; ///< being drawn; null = none
    bool m_isPressed = false, m_isPanning = false, m_isBanding = false, m_onMinimap = false;
    QString m_findWords;
    int m_findAt = -1;

    WordCache m_words;
    NamePlan m_names;
    QSize m_namedSize; ///< of the view they were placed for
    QElapsedTimer m_sinceNamed;
    QBasicTimer m_nameTimer;
    int m_timesNamed = 0;
    std::atomic_bool m_hasTiles = false;
    QElapsedTimer m_sincePaint, m_sinceGoal;
    Camera m_wantedCamera;
    QSize m_wantedSize;
    bool m_wantsAgain = true;
    TileBoard m_board; ///< last: its threads end first
};

} // namespace meshscope
