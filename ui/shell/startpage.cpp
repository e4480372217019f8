#include "ui/shell/startpage.h"

#include "models/catalogs/connector.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// A small picture of what the way in leads to, drawn in the domain hues.
class Illustration final : public QWidget {
public:
    enum class Kind : quint8 { Demo, Folder, Catalog };
    Illustration(Kind kind, QWidget *parent)
        : QWidget(parent)
        , m_kind(kind)
    {
        setFixedHeight(px(140));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(this);
        p.setPen(Qt::NoPen);
        p.setBrush(t.canvas);
        p.drawRoundedRect(QRectF(0, 0, width(), height() + px(8)), px(7), px(7));
        p.fillRect(QRect(0, height() - 1, width(), 1), t.line);
        p.setClipRect(QRect(0, 0, width(), height() - 1));
        // Drawn in a 320 × 140 box, centred.
        const double scale = px(100) / 100.0;
        p.translate((width() - 320 * scale) / 2, 0);
        p.scale(scale, scale);
        if (m_kind == Kind::Demo)
            demo(p, t);
        else if (m_kind == Kind::Folder)
            folder(p, t);
        else
            catalog(p, t);
    }

private:
    static void box(QPainter &p, const Tokens &t, const Hue &hue, const QRectF &r, int columns, int rows)
    {
        p.setPen(QPen(hue.border, 1));
        p.setBrush(hue.box);
        p.drawRoundedRect(r, 5, 5);
        p.setPen(Qt::NoPen);
        p.setBrush(hue.head);
        p.drawRoundedRect(QRectF(r.x() + 0.5, r.y() + 0.5, r.width() - 1, 10), 4, 4);
        p.setPen(QPen(hue.border, 1));
        p.drawLine(QPointF(r.left(), r.top() + 11), QPointF(r.right(), r.top() + 11));
        p.setBrush(t.raised);
        const double wide = (r.width() - 8 - 6 * (columns - 1) - 6) / columns;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                p.drawRoundedRect(QRectF(r.x() + 7 + column * (wide + 6), r.y() + 18 + row * 14, wide, 9), 3, 3);
        }
    }
    static void edge(QPainter &p, const Tokens &t, QPointF from, QPointF to)
    {
        QPainterPath path(from);
        const double middle = (from.x() + to.x()) / 2;
        path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
        p.setPen(QPen(t.flow, 2));
        p.setBrush(Qt::NoBrush);
        p.drawPath(path);
    }
    static void demo(QPainter &p, const Tokens &t)
    {
        edge(p, t, {114, 50}, {152, 60});
        edge(p, t, {114, 98}, {152, 80});
        edge(p, t, {220, 64}, {250, 46});
        edge(p, t, {220, 84}, {250, 94});
        box(p, t, t.hues[1], {42, 26, 72, 40}, 2, 1);
        box(p, t, t.hues[6], {42, 82, 72, 36}, 2, 1);
        box(p, t, t.hues[0], {152, 30, 68, 84}, 1, 4);
        box(p, t, t.hues[3], {250, 26, 42, 40}, 1, 1);
        box(p, t, t.hues[8], {250, 76, 42, 42}, 1, 1);
    }
    static void folder(QPainter &p, const Tokens &t)
    {
        const Hue &hue = t.hues[0];
        QPainterPath back;
        back.moveTo(90, 50);
        back.lineTo(90, 40);
        back.quadTo(90, 35, 95, 35);
        back.lineTo(135, 35);
        back.lineTo(147, 46);
        back.lineTo(228, 46);
        back.quadTo(234, 46, 234, 52);
        back.lineTo(234, 116);
        back.lineTo(90, 116);
        back.closeSubpath();
        p.setPen(QPen(hue.border, 1));
        p.setBrush(hue.head);
        p.drawPath(back);
        for (int i = 0; i < 3; ++i) {
            const QRectF page(112 + i * 32, i == 1 ? 48 : 54, 42, 60);
            p.setPen(QPen(t.lineStrong, 1));
            p.setBrush(t.raised);
            p.drawRoundedRect(page, 3, 3);
            p.setPen(QPen(t.lineStrong, 1.5));
            for (int line = 0; line < 2; ++line)
                p.drawLine(QPointF(page.x() + 9, page.y() + 16 + line * 8),
                           QPointF(page.right() - 9, page.y() + 16 + line * 8));
        }
        p.setPen(QPen(t.met, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPolyline(QPolygonF({{190, 78}, {194, 82}, {202, 73}}));
        p.setPen(QPen(hue.border, 1));
        p.setBrush(hue.box);
        p.drawRoundedRect(QRectF(90, 86, 144, 34), 5, 5);
    }
    static void catalog(QPainter &p, const Tokens &t)
    {
        edge(p, t, {124, 54}, {196, 72});
        edge(p, t, {124, 72}, {196, 72});
        edge(p, t, {124, 90}, {196, 72});
        p.setPen(QPen(t.lineStrong, 1));
        p.setBrush(t.raised);
        p.drawRoundedRect(QRectF(62, 38, 62, 68), 6, 6);
        int row = 0;
        for (const size_t index : {size_t(6), size_t(10), size_t(3)}) {
            p.setPen(QPen(t.hues[index].border, 1));
            p.setBrush(t.hues[index].head);
            p.drawRoundedRect(QRectF(72, 50 + row * 16, 42, 9), 3, 3);
            ++row;
        }
        box(p, t, t.hues[0], {196, 32, 72, 78}, 2, 3);
    }

    Kind m_kind;
};

/// The key that chooses a card, as a cap.
class KeyCap final : public QWidget {
public:
    KeyCap(QString key, QWidget *parent)
        : QWidget(parent)
        , m_key(std::move(key))
    {
        setFixedSize(px(19), px(19));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(this);
        p.setPen(t.line);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
        p.setPen(t.muted);
        p.setFont(textFont(TextRole::Tiny));
        p.drawText(rect(), Qt::AlignCenter, m_key);
    }

private:
    QString m_key;
};

QString catalogsText()
{
    QStringList titles;
    const QList<EndpointKind> kinds = endpointKinds();
    for (const EndpointKind &kind : kinds) {
        if (kind.kind != QStringLiteral("folder"))
            titles << kind.title;
    }
    if (titles.isEmpty())
        return StartPage::tr("Catalogs over the network come later: today a folder can hold what they export.");
    return titles.mid(0, 6).join(QStringLiteral(", "));
}

} // namespace

StartPage::StartPage(bool hasDemo, QWidget *parent)
    : Page(parent)
{
    setObjectName(QStringLiteral("startPage"));
    setGround(this, &Tokens::surface);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(32), px(24), px(32), px(24));
    auto *block = new QWidget(this);
    block->setMaximumWidth(px(1040));
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(block, 100);
    centred->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(centred);
    outer->addStretch(3);

    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("Which mesh do you want to see?"), TextRole::Page, &Tokens::text, block));
    auto *promise = makeLabel(
        tr("Meshscope reads catalogs and keeps a copy on this computer. Nothing is sent anywhere until you ask for access."),
        TextRole::Base, &Tokens::muted, block);
    promise->setWordWrap(true);
    column->addWidget(promise);
    column->addSpacing(px(16));

    auto *cards = new QHBoxLayout;
    cards->setSpacing(px(24));
    column->addLayout(cards);
    const auto addCard = [&](Illustration::Kind kind, const QString &name, const QString &text, QPushButton *button,
                             const QString &needs, bool isFirst) {
        auto *card = new Card(block);
        card->setHighlighted(isFirst);
        auto *lines = new QVBoxLayout(card);
        lines->setContentsMargins(1, 1, 1, 1);
        lines->setSpacing(0);
        lines->addWidget(new Illustration(kind, card));
        auto *inside = new QVBoxLayout;
        inside->setContentsMargins(px(18), px(16), px(18), px(16));
        inside->setSpacing(px(8));
        lines->addLayout(inside);
        auto *head = new QHBoxLayout;
        head->addWidget(makeLabel(name, TextRole::Section, &Tokens::text, card), 1);
        head->addWidget(new KeyCap(QString::number(m_buttons.size() + 1), card));
        inside->addLayout(head);
        auto *words = makeLabel(text, TextRole::Base, &Tokens::muted, card);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        inside->addWidget(words, 1);
        inside->addSpacing(px(4));
        auto *foot = new QHBoxLayout;
        foot->setSpacing(px(8));
        foot->addWidget(button);
        foot->addWidget(makeElided(needs, TextRole::Small, &Tokens::muted, card), 1);
        inside->addLayout(foot);
        cards->addWidget(card, 1);
        m_buttons << button;
    };
    auto *demo = makeButton(tr("Open the demo"), hasDemo ? ButtonLook::Main : ButtonLook::Plain, QStringLiteral("sparkle"));
    demo->setObjectName(QStringLiteral("openDemo"));
    demo->setEnabled(hasDemo);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    addCard(Illustration::Kind::Demo, tr("Explore the demo mesh"),
            tr("A fictional retailer with all its domains, products, lineage, service levels and requests."), demo,
            hasDemo ? tr("no network needed") : tr("not in this build"), hasDemo);
    auto *folder =
        makeButton(tr("Choose a folder…"), hasDemo ? ButtonLook::Plain : ButtonLook::Main, QStringLiteral("folder"));
    folder->setObjectName(QStringLiteral("openFolder"));
    connect(folder, &QPushButton::clicked, this, &StartPage::folderRequested);
    addCard(Illustration::Kind::Folder, tr("Open a folder"),
            tr("Contracts, products, dbt and OpenLineage files in any nesting, often a git clone."), folder,
            tr("or drop one here"), !hasDemo);
    auto *catalog = makeButton(tr("Connect…"), ButtonLook::Plain, QStringLiteral("endpoint"));
    catalog->setObjectName(QStringLiteral("connectCatalog"));
    catalog->setEnabled(endpointKinds().size() > 1);
    connect(catalog, &QPushButton::clicked, this, &StartPage::catalogRequested);
    addCard(Illustration::Kind::Catalog, tr("Connect a catalog"), catalogsText(), catalog,
            catalog->isEnabled() ? tr("address and sign-in") : tr("not in this version"), false);

    column->addSpacing(px(24));
    column->addWidget(makeLine(Qt::Horizontal, block));
    column->addSpacing(px(8));
    column->addWidget(makeLabel(tr("Other ways in"), TextRole::Strong, &Tokens::text, block));
    auto *links = new QHBoxLayout;
    links->setSpacing(px(24));
    const auto addLink = [&](const QString &text, const QString &iconName, void (StartPage::*signal)()) {
        auto *link = new LinkLabel(text, block);
        link->setIconName(iconName);
        connect(link, &LinkLabel::opened, this, [this, signal] { emit(this->*signal)(); });
        links->addWidget(link);
    };
    addLink(tr("Open a workspace file…"), QStringLiteral("open-external"), &StartPage::workspaceRequested);
    addLink(tr("Paste a link"), QStringLiteral("copy"), &StartPage::linkRequested);
    addLink(tr("What is read, and what never is"), QStringLiteral("term"), &StartPage::aboutReadingRequested);
    links->addStretch();
    links->addWidget(
        makeLabel(tr("More of each can be added later under Endpoints"), TextRole::Small, &Tokens::muted, block));
    column->addLayout(links);
}

void StartPage::setLocation(const Location &)
{
    if (isVisible())
        m_buttons.value(m_buttons.first()->isEnabled() ? 0 : 1)->setFocus();
}

void StartPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_buttons.value(m_buttons.first()->isEnabled() ? 0 : 1)->setFocus(); // Enter is enough
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    const int index = event->key() - Qt::Key_1;
    if (index >= 0 && index < m_buttons.size() && event->modifiers() == Qt::NoModifier) {
        static_cast<QAbstractButton *>(m_buttons[index])->click();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            button->click();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace meshscope
