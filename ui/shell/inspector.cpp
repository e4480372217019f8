#include "ui/shell/inspector.h"

#include "models/items/searchmodel.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// The icon of the kind, in the hue of the domain.
class KindIcon final : public QWidget {
public:
    KindIcon(QString name, QString hue, QWidget *parent)
        : QWidget(parent)
        , m_name(std::move(name))
        , m_hue(std::move(hue))
    {
        setFixedSize(px(20), px(20));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Tokens &t = tokens(this);
        icon(m_name, m_hue.isEmpty() ? t.muted : domainColor(t, m_hue)).paint(&p, rect());
    }

private:
    QString m_name;
    QString m_hue;
};

QVBoxLayout *paddedColumn(QWidget *host, int gap)
{
    auto *column = new QVBoxLayout(host);
    column->setContentsMargins(px(16), px(14), px(16), px(14));
    column->setSpacing(gap);
    return column;
}

/// A name without blanks has no place to break: it is cut in its middle, as identifiers are, rather than at the edge.
QLabel *makeTitle(const QString &name, QWidget *parent)
{
    const bool isOneWord = !name.contains(u' ');
    QLabel *title = isOneWord ? new ElidedLabel(name, Qt::ElideMiddle, parent) : new QLabel(name, parent);
    title->setObjectName(QStringLiteral("inspectorTitle"));
    title->setTextFormat(Qt::PlainText);
    setTextRole(title, TextRole::Title);
    setTextColor(title, &Tokens::text);
    if (!isOneWord) {
        title->setWordWrap(true);
        title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    return title;
}

/// An identifier has no place to break either.
QLabel *makeValue(const Facts::Part &part, QWidget *parent)
{
    constexpr qsizetype longest = 24; // fits where the inspector is narrowest
    const QStringList words = part.text.split(u' ');
    QColor Tokens::*const color = part.isMuted ? &Tokens::muted : &Tokens::text;
    if (std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return word.size() > longest; })) {
        auto *cut = new ElidedLabel(part.text, Qt::ElideMiddle, parent);
        setTextRole(cut, TextRole::Base);
        setTextColor(cut, color);
        return cut;
    }
    auto *value = makeLabel(part.text, TextRole::Base, color, parent);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return value;
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_actions(new QWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setGround(this, &Tokens::surface);
    setMinimumWidth(px(260));
    setMaximumWidth(px(480));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setGround(m_scroll, &Tokens::surface);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_actions);
    build();
}

QSize Inspector::sizeHint() const
{
    return {px(304), px(400)};
}

void Inspector::setFacts(const Facts &facts)
{
    m_facts = facts;
    build();
}

void Inspector::build()
{
    auto *body = new QWidget;
    setGround(body, &Tokens::surface);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_facts.isNull()) {
        auto *hint = makeLabel(tr("Select something to see what it is, who owns it and how it stands."), TextRole::Base,
                               &Tokens::muted, body);
        hint->setWordWrap(true);
        hint->setAlignment(Qt::AlignCenter);
        column->addStretch(1);
        column->addWidget(hint);
        column->setContentsMargins(px(24), 0, px(24), 0);
        column->addStretch(2);
    } else {
        addHead(column);
        addLevels(column);
        addRows(column);
        column->addStretch();
    }
    delete m_scroll->takeWidget();
    m_scroll->setWidget(body);

    const QList<QWidget *> old = m_actions->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *widget : old) {
        widget->hide();
        widget->deleteLater(); // it may be the button whose click led here
    }
    delete m_actions->layout();
    m_actions->setVisible(!m_facts.address.isEmpty());
    if (m_facts.address.isEmpty())
        return;
    auto *lines = new QVBoxLayout(m_actions);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(makeLine(Qt::Horizontal, m_actions));
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(px(16), px(12), px(16), px(12));
    buttons->setSpacing(px(8));
    lines->addLayout(buttons);
    if (m_facts.canRequest) {
        QPushButton *request = action(tr("Request access…"), QStringLiteral("grant"), true);
        request->setObjectName(QStringLiteral("inspector.request"));
        buttons->addWidget(request);
        connect(request, &QPushButton::clicked, this, [this] { emit accessRequested(m_facts.address); });
    }
    auto *pair = new QHBoxLayout;
    pair->setSpacing(px(8));
    const auto ctrl = [] { return bool(QGuiApplication::keyboardModifiers() & Qt::ControlModifier); };
    if (m_facts.lineage) {
        QPushButton *lineage = action(tr("Lineage"), QStringLiteral("lineage"), false);
        lineage->setObjectName(QStringLiteral("inspector.lineage"));
        pair->addWidget(lineage);
        connect(lineage, &QPushButton::clicked, this, [this, ctrl] { emit openRequested(*m_facts.lineage, ctrl()); });
    }
    QPushButton *open = action(tr("Open"), QStringLiteral("open-external"), false);
    open->setObjectName(QStringLiteral("inspector.open"));
    pair->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this, ctrl] {
        Location location{QString(), m_facts.address, {}}; // the window knows the page of an address
        emit openRequested(location, ctrl());
    });
    buttons->addLayout(pair);
}

QPushButton *Inspector::action(const QString &text, const QString &iconName, bool isMain)
{
    auto *button = makeButton(text, isMain ? ButtonLook::Main : ButtonLook::Soft, iconName, m_actions);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

QWidget *Inspector::partsWidget(const QList<Facts::Part> &parts, const QString &separator)
{
    auto *host = new QWidget;
    addParts(*new FlowLayout(host, separator.isEmpty() ? px(5) : px(4)), *host, parts, separator);
    return host;
}

void Inspector::addParts(FlowLayout &flow, QWidget &host, const QList<Facts::Part> &parts, const QString &separator)
{
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Facts::Part &part = parts[i];
        if (part.link && !part.link->view.isEmpty()) {
            auto *link = new LinkLabel(part.text, &host);
            connect(link, &LinkLabel::opened, this,
                    [this, location = *part.link](bool newWindow) { emit openRequested(location, newWindow); });
            flow.addWidget(link);
        } else {
            auto *label = makeElided(part.text, TextRole::Base, part.isMuted ? &Tokens::muted : &Tokens::text, &host);
            flow.addWidget(label);
        }
        const bool isLast = i + 1 == parts.size();
        if (!separator.isEmpty() && !isLast && (part.link || !part.isMuted))
            flow.addWidget(makeLabel(separator, TextRole::Base, &Tokens::muted, &host));
    }
}

void Inspector::addHead(QVBoxLayout *column)
{
    auto *head = new QWidget;
    QVBoxLayout *lines = paddedColumn(head, px(8));
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(px(8));
    titleRow->addWidget(new KindIcon(iconOfKind(m_facts.kind, m_facts.isOutput), m_facts.topDomain, head), 0, Qt::AlignTop);
    titleRow->addWidget(makeTitle(m_facts.name, head), 1);
    lines->addLayout(titleRow);
    lines->addWidget(partsWidget(m_facts.context, QStringLiteral("›")));
    if (!m_facts.description.isEmpty()) {
        QString text = m_facts.description.simplified();
        constexpr qsizetype most = 320; // the page has the rest
        const bool isCut = text.size() > most;
        if (isCut)
            text = text.left(text.lastIndexOf(u' ', most)) + QStringLiteral("…");
        auto *description = makeLabel(text, TextRole::Base, &Tokens::text, head);
        description->setWordWrap(true);
        description->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (isCut)
            description->setToolTip(QStringLiteral("<p>%1</p>").arg(m_facts.description.toHtmlEscaped()));
        lines->addWidget(description);
    }
    if (m_facts.status || !m_facts.chips.isEmpty()) {
        auto *chips = new QWidget(head);
        auto *flow = new FlowLayout(chips, px(6));
        if (m_facts.status)
            flow->addWidget(new StatusChip(*m_facts.status, chips));
        for (const QString &chip : std::as_const(m_facts.chips))
            flow->addWidget(new Chip(chip, chips));
        lines->addWidget(chips);
    }
    column->addWidget(head);
    column->addWidget(makeLine(Qt::Horizontal));
}

void Inspector::addLevels(QVBoxLayout *column)
{
    if (m_facts.counts.total() == 0)
        return;
    auto *host = new QWidget;
    QVBoxLayout *lines = paddedColumn(host, px(6));
    auto *head = new SectionHead(tr("Service levels"), {}, host);
    auto *met = new LinkLabel(tr("%1 of %2 met").arg(m_facts.counts.met).arg(m_facts.counts.total()), head);
    met->setObjectName(QStringLiteral("inspector.levels"));
    connect(met, &LinkLabel::opened, this, [this](bool newWindow) {
        emit openRequested(m_facts.kind == Kind::Domain ? Location{QStringLiteral("health"), m_facts.address, {}}
                                                        : sectionOf(m_facts.address, QStringLiteral("levels")),
                           newWindow);
    });
    head->addAction(met);
    lines->addWidget(head);
    if (m_facts.levels.isEmpty()) {
        auto *bar = new StackedBar(host);
        bar->setCounts(m_facts.counts.met, m_facts.counts.atRisk, m_facts.counts.breached, m_facts.counts.unknown);
        lines->addWidget(bar);
    } else {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(px(8));
        grid->setVerticalSpacing(px(5));
        grid->setColumnStretch(1, 1);
        int row = 0;
        constexpr int most = 6;
        for (const Facts::Level &level : std::as_const(m_facts.levels)) {
            if (row == most)
                break;
            grid->addWidget(new StatusSign(level.status, 14, host), row, 0);
            grid->addWidget(makeElided(level.name, TextRole::Base, &Tokens::text, host), row, 1);
            auto *observed = makeLabel(level.observed, TextRole::Base,
                                       level.status == Status::Unknown ? &Tokens::muted : &Tokens::text, host);
            observed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(observed, row, 2);
            auto *objective = makeElided(level.objective, TextRole::Small, &Tokens::muted, host);
            objective->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(objective, row, 3);
            ++row;
        }
        lines->addLayout(grid);
        if (m_facts.levels.size() > most)
            lines->addWidget(makeLabel(tr("and %Ln more", nullptr, int(m_facts.levels.size() - most)), TextRole::Small,
                                       &Tokens::muted, host));
    }
    if (!m_facts.levelsNote.isEmpty()) {
        QColor Tokens::*tone = m_facts.status == Status::Breached ? &Tokens::breachedText
                               : m_facts.status == Status::AtRisk ? &Tokens::riskText
                                                                  : &Tokens::muted;
        auto *note = makeLabel(m_facts.levelsNote, TextRole::Small, tone, host);
        note->setWordWrap(true);
        lines->addWidget(note);
    }
    column->addWidget(host);
    column->addWidget(makeLine(Qt::Horizontal));
}

void Inspector::addRows(QVBoxLayout *column)
{
    auto *host = new QWidget;
    auto *grid = new QGridLayout(host);
    grid->setContentsMargins(px(16), px(14), px(16), px(14));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Facts::Row &fact : std::as_const(m_facts.rows)) {
        auto *label = makeElided(fact.label, TextRole::Base, &Tokens::muted, host);
        label->setMinimumWidth(qBound(px(72), label->sizeHint().width(), px(112)));
        grid->addWidget(label, row, 0, Qt::AlignTop);
        if (fact.isAddress) {
            auto *address = new AddressLabel(fact.parts.value(0).text, host);
            connect(address, &AddressLabel::copied, this, &Inspector::copied);
            grid->addWidget(address, row, 1);
        } else if (fact.at.isValid()) {
            auto *cell = new QWidget(host);
            auto *flow = new FlowLayout(cell, px(5));
            flow->addWidget(new AgeLabel(fact.at, cell));
            addParts(*flow, *cell, fact.parts, {});
            grid->addWidget(cell, row, 1);
        } else if (fact.parts.size() == 1 && !fact.parts.first().link) {
            grid->addWidget(makeValue(fact.parts.first(), host), row, 1);
        } else {
            grid->addWidget(partsWidget(fact.parts, {}), row, 1);
        }
        ++row;
    }
    column->addWidget(host);
}

} // namespace meshscope
