#pragma once

#include "ui/graph/camera.h"
#include "ui/graph/nameplan.h"
#include "ui/graph/scene.h"
#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QPainter>

#include <functional>
#include <map>

namespace meshscope {

/// Words drawn once and laid down again: names keep their size on screen and are there in every frame. Dropped when there
/// are very many or the screen changes.
class WordCache {
public:
    struct Word {
        QImage image;
        double ascent = 0;       ///< of its baseline below its top
        std::vector<float> ends; ///< how far it reaches after each letter
    };
    [[nodiscard]] const Word &of(const QString &words, const QFont &font, const QColor &color, double ratio);
    [[nodiscard]] double widthOf(const QString &words, const QFont &font, const QFontMetricsF &metrics);
    void clear();

private:
    struct Key {
        QString words;
        QRgb color;
        int size, weight, ratio;
        bool isFixed;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.words, key.color, key.size, key.weight, key.ratio);
        }
    };
    static constexpr qsizetype most = 4000;
    [[nodiscard]] static Key keyOf(const QString &words, const QFont &font, QRgb color, double ratio);
    QHash<Key, Word> m_words;
    QHash<Key, double> m_widths;
};

/// A name or number that keeps its size on screen, and where it is.
struct GraphWord {
    QRectF rect;
    int group = -1; ///< whose name it is; −1 of a number
};

/// What of a scene stands out, and how far a move is.
struct GraphLook {
    int selected = -1; ///< card
    int selectedGroup = -1;
    int focused = -1; ///< card with the keyboard's ring
    Scene::Hit hovered;
    const Scene::Lit *lit = nullptr;                   ///< paths that come forward
    double fade = 1;                                   ///< how far the rest has faded, 0 … 1
    bool fadesRest = true;                             ///< or only the lit edges change
    const std::vector<char> *accented = nullptr;       ///< edges drawn in the accent
    const std::vector<char> *picked = nullptr;         ///< cards chosen together
    const std::map<int, RowWindow> *windows = nullptr; ///< of cards that scroll, as far as they have been moved
    const std::vector<QPointF> *moves = nullptr;       ///< of cards: shift while a change of scene is shown
    double edgeOpacity = 1;
    WordCache *words = nullptr;                ///< of a view, for what it draws in every frame
    const NamePlan *names = nullptr;           ///< of a view; null: found for this picture
    bool fullDetail = false;                   ///< for export: everything as at 1:1
    std::vector<GraphWord> *written = nullptr; ///< where names of boxes and numbers of flows were put, for who asks
    /// Told now and then which share is drawn; says whether to go on. Null: nobody asks.
    const std::function<bool(double share)> *step = nullptr;
};

/// Draws a Scene with levels of detail by size on screen; the same for the window and for exports.
class GraphPainter {
public:
    GraphPainter(const Scene &scene, const Camera &camera, const Tokens &tokens, const GraphLook &look);
    /// Draws what lies in `view` (screen coordinates); the ground is left to the caller. Ends early when its look's step
    /// says so: see isStopped.
    void paint(QPainter &painter, const QRectF &view);
    /// The same into an opaque image of a tile, without what keeps its size on screen or is under the pointer: see
    /// paintOver. False when told to stop.
    bool paintTile(QImage &image, const std::function<bool()> &stop);
    /// What lies over the tiles: what is hovered, selected, focused or scrolled; names of domains, numbers of flows.
    void paintOver(QPainter &painter, const QRectF &view);
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

    /// The plan of names and numbers for a view of this size at the camera's scale.
    [[nodiscard]] NamePlan namesIn(const QSizeF &view) const;

    static constexpr double leastFold = 13; ///< height on screen below which a card's fold button is not there
    /// Where the button that opens and closes a box is on the screen: in its head; null when there is none.
    [[nodiscard]] static QRectF foldRect(const Scene &scene, int group, const Camera &camera, const QRectF &view);

private:
    void begin(QPainter &painter);
    [[nodiscard]] bool goesOn();
    // groups: graphpainter.cpp
    void paintBoxes(const QRectF &view);
    void paintBoxBorder(int group);
    /// The head of a box, or for one that is too small for any what names it beside itself.
    struct Head {
        int group = 0;
        QRectF box, strip;
        bool isPlate = false, isUpright = false;
    };
    void planHeads(const QRectF &view);
    void takePlan(const QRectF &view);
    void paintHeads(const QRectF &view);
    void paintUpright(const Head &head);
    [[nodiscard]] static Qt::TextElideMode elisionOf(const QString &name);
    void paintName(int group, const QRectF &whole, const QRectF &room, double size);
    void paintFold(const QRectF &at, SceneFold fold, const QColor &color);
    void paintHead(int group, const QRectF &box, const QRectF &strip, const QRectF &view);
    void paintBadges(const SceneGroup &group, const QRectF &whole, QRectF &room, double size);
    // edges: edgepainter.cpp
    void paintEdges(const QRectF &view);
    void paintEdge(int edge, bool isFront);
    void paintFlowsOver(const QRectF &view);
    void paintFlow(const SceneFlows::Level &level, const SceneFlows::Flow &flow);
    void paintFlowNumbers(const QRectF &view);
    void paintPill(const QRectF &pill, const QString &number, double size, bool isFront, bool isHovered);
    void paintArrow(int edge, const QColor &color, double width);
    [[nodiscard]] bool isForward(int edge) const;
    [[nodiscard]] bool isEdgeHovered(int edge) const;
    void paintLabels(const QRectF &view, bool inside);
    void paintLabel(const Scene::Label &label);
    [[nodiscard]] QColor edgeColor(int edge) const;
    // cards: cardpainter.cpp
    void paintCard(int card);
    void paintBlock(int card, const QRectF &r);
    void paintMapCard(int card, const QRectF &r);
    void paintFullCard(int card, const QRectF &r);
    [[nodiscard]] QString nameIn(const QRectF &room, const QString &name, TextRole role, double size, int weight) const;
    void paintJob(int card, const QRectF &r);
    void paintRows(int card, const QRectF &r);
    void paintRow(int card, const SceneRow &row, const QRectF &band, bool hovered);
    void paintSearch(int card, const QRectF &band);
    void paintScroller(int card, const RowWindow &window, const QRectF &r);
    void paintButtons(int card);
    void paintFocus(const QRectF &r, double radius);
    struct CardColours {
        QColor ground, border, text, second;
        double signOpacity = 1, stripeOpacity = 1;
        double borderWidth = 1;
        bool dotted = false;
    };
    [[nodiscard]] CardColours coloursOf(int card) const;

    [[nodiscard]] bool isLit(int card) const { return m_look.lit && m_look.lit->cards[size_t(card)]; }
    [[nodiscard]] bool isFaded(int card) const { return m_look.lit && m_look.fadesRest && !m_look.lit->cards[size_t(card)]; }
    [[nodiscard]] bool edgeLit(int edge) const { return m_look.lit && m_look.lit->edges[size_t(edge)]; }
    [[nodiscard]] QRectF screenRect(int card) const;
    /// A part of something, on its other side where reading is from right to left.
    [[nodiscard]] QRectF sided(const QRectF &whole, const QRectF &part) const
    {
        return m_scene.isMirrored()
                   ? QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
                   : part;
    }
    [[nodiscard]] QRectF snapped(const QRectF &r, double penWidth = 1) const;
    [[nodiscard]] const Hue *hue(int index) const { return index >= 0 && index < 12 ? &m_t.hues[size_t(index)] : nullptr; }
    /// Draws one line of text, left where it begins (right where reading is from there), elided to the room, in `pixels` at
    /// most the room's height; nothing when too small to read.
    void text(const QRectF &room, const QString &words, TextRole role, double pixels, const QColor &color, int weight = -1,
              Qt::Alignment align = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight);
    struct Face {
        TextRole role;
        int size, weight; ///< 64ths of a pixel
        QFont font;
        QFontMetricsF metrics;
    };
    [[nodiscard]] const Face &faceOf(TextRole role, double pixels, int weight) const;
    void cachedText(const QRectF &room, const QString &words, const Face &face, const QColor &color, bool isRight,
                    bool isMiddle);
    [[nodiscard]] double widthOf(const QString &words, TextRole role, double pixels, int weight = -1) const;

    const Scene &m_scene;
    const Camera &m_camera;
    const Tokens &m_t;
    GraphLook m_look;
    NamePlan m_ownNames;
    QPainter *m_p = nullptr;
    mutable std::vector<std::unique_ptr<Face>> m_faces; ///< made once: a tile has hundreds of names in a few sizes
    std::vector<QPointF> m_pieces;
    double m_s;    ///< scene unit on screen: scale · text scale
    double m_unit; ///< a reference pixel on screen, whatever the zoom
    std::vector<Head> m_heads;
    TakenAreas m_taken;           ///< by names and numbers
    size_t m_done = 0, m_all = 0; ///< edges and cards drawn, for who asks
    bool m_isStopped = false;
};

[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);
/// Line drawings of our icons for where a bitmap would not do: exports, any zoom.
void paintJobIcon(QPainter &painter, const QRectF &rect, const QColor &color);
void paintColumnIcon(QPainter &painter, const QRectF &rect, const QColor &color);
void paintKeyIcon(QPainter &painter, const QRectF &rect, const QColor &color);
void paintLockIcon(QPainter &painter, const QRectF &rect, const QColor &color);

} // namespace meshscope
