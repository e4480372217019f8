#include "ui/graph/graphpainter.h"

#include "models/mesh/plaintext.h"
#include "ui/widgets/signs.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

// Everything is placed in screen coordinates (scaled first, then snapped), so that lines stay sharp at every zoom and fonts
// are hinted for their real size. Sizes follow the table "Level of detail" of the look.
namespace meshscope {

namespace {

constexpr double leastText = 7; ///< pixels high: below, no text
constexpr double hueOnly = 24;

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [&](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()), part(a.alpha(), b.alpha()));
}

GraphPainter::GraphPainter(const Scene &scene, const Camera &camera, const Tokens &tokens, const GraphLook &look)
    : m_scene(scene)
    , m_camera(camera)
    , m_t(tokens)
    , m_look(look)
    , m_s(camera.scale * scene.unit())
    , m_unit(scene.unit())
{
}

void GraphPainter::begin(QPainter &painter)
{
    m_p = &painter;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
}

/// One more edge or card is to be drawn.
bool GraphPainter::goesOn()
{
    constexpr size_t between = 64;
    if (m_look.step && m_done++ % between == 0 && !m_isStopped)
        m_isStopped = !(*m_look.step)(m_all > 0 ? std::min(1.0, double(m_done) / double(m_all)) : 1);
    return !m_isStopped;
}

void GraphPainter::paint(QPainter &painter, const QRectF &view)
{
    painter.save();
    begin(painter);
    m_all = 2 * m_scene.edges().size() + m_scene.cards().size();
    paintBoxes(view);
    paintEdges(view);
    const QRectF area = m_camera.toScene(view).adjusted(-60, -60, 60, 60);
    const std::vector<int> cards = m_look.moves ? [&] {
        std::vector<int> all(m_scene.cards().size());
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = int(i);
        return all;
    }() : m_scene.cardsIn(area);
    for (size_t i = 0; i < cards.size() && goesOn(); ++i)
        paintCard(cards[i]);
    for (size_t i = 0; i < cards.size() && !m_isStopped; ++i)
        paintButtons(cards[i]);
    if (!m_isStopped) {
        planHeads(view);
        paintLabels(view, true); // inside boxes, whose heads lie over them
        paintHeads(view);
        paintLabels(view, false);
    }
    painter.restore();
}

void GraphPainter::paintOver(QPainter &painter, const QRectF &view)
{
    painter.save();
    begin(painter);
    if (m_look.hovered.part == Scene::Hit::Part::Group)
        paintBoxBorder(m_look.hovered.index);
    if (m_look.selectedGroup >= 0)
        paintBoxBorder(m_look.selectedGroup);
    paintFlowsOver(view);
    if (isEdgeHovered(m_look.hovered.index))
        paintEdge(m_look.hovered.index, isForward(m_look.hovered.index));
    std::vector<int> cards;
    if (m_look.windows) {
        for (const auto &[card, window] : *m_look.windows)
            cards.push_back(card);
    }
    if (m_look.hovered.part >= Scene::Hit::Part::Card && m_look.hovered.part <= Scene::Hit::Part::ExpandDown)
        cards.push_back(m_look.hovered.index);
    for (const int card : {m_look.selected, m_look.focused}) {
        if (card >= 0)
            cards.push_back(card);
    }
    std::sort(cards.begin(), cards.end());
    cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
    for (const int card : cards) {
        if (!screenRect(card).adjusted(-60 * m_s, -20, 60 * m_s, 20).intersects(view))
            continue;
        paintCard(card);
        paintButtons(card);
    }
    planHeads(view);
    paintLabels(view, true); // inside boxes, whose heads lie over them
    paintHeads(view);
    paintFlowNumbers(view);
    paintLabels(view, false);
    painter.restore();
}

QRectF GraphPainter::screenRect(int card) const
{
    QRectF r = m_scene.cards()[size_t(card)].rect;
    if (m_look.moves)
        r.translate((*m_look.moves)[size_t(card)]);
    return m_camera.toScreen(r);
}

QRectF GraphPainter::snapped(const QRectF &r, double penWidth) const
{
    if (m_look.fullDetail)
        return r.adjusted(0.5, 0.5, -0.5, -0.5);
    const double half = std::lround(penWidth) % 2 == 1 ? 0.5 : 0.0;
    const double left = std::round(r.left()) + half;
    const double top = std::round(r.top()) + half;
    const double right = std::round(r.right()) - half;
    const double bottom = std::round(r.bottom()) - half;
    return {left, top, std::max(1.0, right - left), std::max(1.0, bottom - top)};
}

const GraphPainter::Face &GraphPainter::faceOf(TextRole role, double pixels, int weight) const
{
    const int size = int(std::lround(pixels * 64));
    for (const std::unique_ptr<Face> &face : m_faces) {
        if (face->role == role && face->size == size && face->weight == weight)
            return *face;
    }
    QFont font = textFont(role, weight);
    const double dpi = m_p && m_p->device() ? m_p->device()->logicalDpiY() : 96;
    font.setPointSizeF(std::max(1.0, pixels * 72.0 / dpi));
    if (m_look.fullDetail)
        font.setHintingPreference(QFont::PreferNoHinting);
    m_faces.push_back(std::make_unique<Face>(Face{role, size, weight, font, QFontMetricsF(font)}));
    return *m_faces.back();
}

WordCache::Key WordCache::keyOf(const QString &words, const QFont &font, QRgb color, double ratio)
{
    return {words,
            color,
            int(std::lround(font.pointSizeF() * 64)),
            font.weight(),
            int(std::lround(ratio * 100)),
            font.fixedPitch()};
}

double WordCache::widthOf(const QString &words, const QFont &font, const QFontMetricsF &metrics)
{
    const Key key = keyOf(words, font, 0, 0);
    const auto known = m_widths.constFind(key);
    if (known != m_widths.constEnd())
        return *known;
    if (m_widths.size() > most)
        m_widths.clear();
    return *m_widths.insert(key, metrics.horizontalAdvance(words));
}

void WordCache::clear()
{
    m_words.clear();
    m_widths.clear();
}

const WordCache::Word &WordCache::of(const QString &words, const QFont &font, const QColor &color, double ratio)
{
    const Key key = keyOf(words, font, color.rgba(), ratio);
    const auto known = m_words.constFind(key);
    if (known != m_words.constEnd())
        return *known;
    if (m_words.size() > most)
        m_words.clear();
    Word word;
    const QString line = withoutDirections(words.left(200).simplified());
    const QFontMetricsF metrics(font);
    word.ascent = std::ceil(metrics.ascent());
    double at = 0;
    for (const QChar c : line) {
        at += metrics.horizontalAdvance(c);
        word.ends.push_back(float(at));
    }
    const double whole = metrics.horizontalAdvance(line);
    for (float &end : word.ends) // pairs of letters move together
        end = at > 0 ? float(double(end) * whole / at) : end;
    const QSizeF size(std::ceil(whole) + 2, word.ascent + std::ceil(metrics.descent()) + 1);
    word.image = QImage((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    word.image.setDevicePixelRatio(ratio);
    word.image.fill(Qt::transparent);
    QPainter painter(&word.image);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(0, word.ascent), line);
    painter.end();
    return *m_words.insert(key, word);
}

void GraphPainter::cachedText(const QRectF &room, const QString &words, const Face &face, const QColor &color, bool isRight,
                              bool isMiddle)
{
    const double ratio = m_p->device()->devicePixelRatioF();
    const auto topOf = [&](const WordCache::Word &word) {
        return std::round(room.center().y() + (face.metrics.ascent() - face.metrics.descent()) / 2) - word.ascent;
    };
    const WordCache::Word &whole = m_look.words->of(words, face.font, color, ratio);
    const double width = whole.ends.empty() ? 0 : double(whole.ends.back());
    if (width <= room.width()) {
        m_p->drawImage(QPointF(std::round(isRight ? room.right() - width : room.left()), topOf(whole)), whole.image);
        return;
    }
    const WordCache::Word word = whole; // what is asked for next may move it
    const double top = topOf(word);
    static const QString dots = QStringLiteral("…");
    const WordCache::Word rest = m_look.words->of(dots, face.font, color, ratio);
    const double left = room.width() - double(rest.ends.back());
    double cut = 0;
    for (const float end : word.ends) {
        if (double(end) > (isMiddle ? left * 0.5 : left))
            break;
        cut = double(end);
    }
    if (cut <= 0)
        return;
    const QPointF at(std::round(room.left()), top);
    const QSizeF part(std::ceil(cut), word.image.height() / ratio);
    m_p->drawImage(QRectF(at, part), word.image, QRectF(QPointF(), part * ratio));
    m_p->drawImage(QPointF(at.x() + part.width(), top), rest.image);
    if (!isMiddle)
        return;
    // The end of it, as much as there is room for.
    double from = width;
    for (size_t i = word.ends.size(); i-- > 1;) {
        if (width - double(word.ends[i - 1]) > left - cut)
            break;
        from = double(word.ends[i - 1]);
    }
    const QRectF end(std::floor(from), 0, std::ceil(width - from) + 1, part.height());
    m_p->drawImage(QRectF(QPointF(at.x() + part.width() + std::ceil(double(rest.ends.back())), top), end.size()), word.image,
                   QRectF(end.topLeft() * ratio, end.size() * ratio));
}

double GraphPainter::widthOf(const QString &words, TextRole role, double pixels, int weight) const
{
    const Face &face = faceOf(role, pixels, weight);
    return m_look.words ? m_look.words->widthOf(words, face.font, face.metrics) : face.metrics.horizontalAdvance(words);
}

void GraphPainter::text(const QRectF &room, const QString &given, TextRole role, double pixels, const QColor &color,
                        int weight, Qt::Alignment align, Qt::TextElideMode elide)
{
    if (pixels < leastText || room.width() < pixels * 0.5 || given.isEmpty())
        return;
    const Face &face = faceOf(role, pixels, weight);
    if (m_scene.isMirrored() && !(align & Qt::AlignHCenter))
        align = align & Qt::AlignRight ? Qt::AlignLeft : Qt::AlignRight;
    if (m_look.words && (elide == Qt::ElideRight || elide == Qt::ElideMiddle) && !(align & Qt::AlignHCenter)) {
        cachedText(room, given, face, color, align & Qt::AlignRight, elide == Qt::ElideMiddle);
        return;
    }
    const QString words = withoutDirections(given);
    // Line ends and control characters of a name would break the line, or an SVG.
    QString line = words.left(400);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i).category() == QChar::Other_Control || line.at(i).unicode() >= 0xfffe)
            line[i] = u' ';
    }
    // Measuring costs as much as drawing: what fits even if every letter were wide is not measured.
    const bool isSure = !(align & (Qt::AlignRight | Qt::AlignHCenter)) && double(line.size()) * pixels < room.width();
    double width = isSure ? 0 : face.metrics.horizontalAdvance(line);
    if (width > room.width()) {
        line = face.metrics.elidedText(line, elide, room.width());
        width = align & (Qt::AlignRight | Qt::AlignHCenter) ? face.metrics.horizontalAdvance(line) : 0;
    }
    m_p->setFont(face.font);
    m_p->setPen(color);
    double x = room.left();
    if (align & Qt::AlignRight)
        x = room.right() - width;
    else if (align & Qt::AlignHCenter)
        x = room.center().x() - width / 2;
    const double baseline = room.center().y() + (face.metrics.ascent() - face.metrics.descent()) / 2;
    m_p->drawText(QPointF(x, m_look.fullDetail ? baseline : std::round(baseline)), line);
}

void GraphPainter::paintBoxBorder(int index)
{
    const SceneGroup &group = m_scene.groups()[size_t(index)];
    const Hue *h = hue(group.hue);
    const bool selected = m_look.selectedGroup == index;
    m_p->setPen(QPen(selected ? m_t.accent : h ? h->stripe : m_t.lineStrong, selected ? 2 : 1));
    m_p->setBrush(Qt::NoBrush);
    const double radius = std::min((group.depth == 0 ? 10.0 : 7.0) * m_s, 10.0 * m_unit);
    m_p->drawRoundedRect(snapped(m_camera.toScreen(group.rect), selected ? 2 : 1), radius, radius);
}

void GraphPainter::paintBoxes(const QRectF &view)
{
    for (size_t g = 0; g < m_scene.groups().size(); ++g) {
        const SceneGroup &group = m_scene.groups()[g];
        const QRectF box = m_camera.toScreen(group.rect);
        if (!box.intersects(view) || box.width() < 1)
            continue;
        const Hue *h = hue(group.hue);
        const bool selected = m_look.selectedGroup == int(g);
        const bool hovered = m_look.hovered.part == Scene::Hit::Part::Group && m_look.hovered.index == int(g);
        const QColor border = selected  ? m_t.accent
                              : h       ? (hovered ? h->stripe : h->border)
                              : hovered ? m_t.lineStrong
                                        : m_t.line;
        const QColor ground = h ? (group.depth == 0 ? h->box : h->sub) : group.depth == 0 ? m_t.surface : m_t.raised;
        if (box.width() < hueOnly && !m_look.fullDetail) {
            m_p->fillRect(box, h ? h->stripe : m_t.lineStrong);
            continue;
        }
        const double pen = selected ? 2 : 1;
        m_p->setPen(QPen(border, pen));
        m_p->setBrush(ground);
        const double radius = std::min((group.depth == 0 ? 10.0 : 7.0) * m_s, 10.0 * m_unit);
        m_p->drawRoundedRect(snapped(box, pen), radius, radius);
    }
}

} // namespace meshscope
