#include "ui/domains/maplegend.h"

#include "ui/graph/baroverflow.h"
#include "ui/theme/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QHBoxLayout>
#include <QPainter>

namespace meshscope {

namespace {

/// A short line as the map draws it.
class LineSample final : public QWidget {
public:
    explicit LineSample(QColor Tokens::*color)
        : m_color(color)
    {
        setFixedSize(px(24), px(12));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRectF(0, height() / 2.0 - 1.25, width(), 2.5), tokens(this).*m_color);
    }

private:
    QColor Tokens::*m_color;
};

void sayWhole(LinkLabel *link, const QString &text)
{
    link->setText(text);
    link->setMinimumWidth(link->sizeHint().width());
}

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
    , m_missing(new LinkLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(6));
    m_met = addStatus(row, Status::Met);
    m_risk = addStatus(row, Status::AtRisk);
    m_breached = addStatus(row, Status::Breached);
    m_unknown = addStatus(row, Status::Unknown);
    m_none = addStatus(row, Status::NoPromise);
    m_flows = addWords(row, &Tokens::flow);
    m_inner = addWords(row, &Tokens::flow);
    row->addWidget(m_missing);
    m_accent = addWords(row, &Tokens::accent);
    setTextRole(m_missing, TextRole::Small);
    m_missing->setObjectName(QStringLiteral("missing"));
    connect(m_missing, &LinkLabel::opened, this, &MapLegend::missingOpened);
    row->addStretch();
    setFixedHeight(px(30));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *overflow = new BarOverflow(this);
    overflow->setToolTip(tr("More of the legend"));
    overflow->setAccessibleName(tr("More of the legend"));
    row->addWidget(overflow);
    for (QWidget *entry : {m_inner.box, m_flows.box, m_accent.box, m_none.box, m_unknown.box, m_met.box,
                           static_cast<QWidget *>(m_missing), m_risk.box, m_breached.box})
        overflow->add(entry);
    setSelected({});
}

MapLegend::Words MapLegend::addWords(QHBoxLayout *row, QColor Tokens::*color)
{
    Words words{new QWidget, new LineSample(color), makeLabel({}, TextRole::Small, &Tokens::muted)};
    auto *inner = new QHBoxLayout(words.box);
    inner->setContentsMargins(0, 0, px(8), 0);
    inner->setSpacing(px(6));
    inner->addWidget(words.line);
    inner->addWidget(words.text);
    row->addWidget(words.box);
    return words;
}

void MapLegend::Words::say(const QString &words, bool hasLine)
{
    text->setText(words);
    line->setVisible(hasLine);
    box->setVisible(!words.isEmpty());
}

MapLegend::Entry MapLegend::addStatus(QHBoxLayout *row, Status status)
{
    auto *box = new QWidget;
    auto *inner = new QHBoxLayout(box);
    inner->setContentsMargins(0, 0, px(8), 0);
    inner->setSpacing(px(5));
    inner->addWidget(new StatusSign(status, 12));
    auto *link = new LinkLabel;
    setTextRole(link, TextRole::Small);
    inner->addWidget(link);
    row->addWidget(box);
    connect(link, &LinkLabel::opened, this, [this, status](bool newWindow) { emit statusOpened(status, newWindow); });
    return {box, link};
}

void MapLegend::setCounts(const MapScene &shown)
{
    m_picture.entries.clear();
    const auto show = [this](const Entry &entry, Status status, int count, const QString &text) {
        entry.box->setVisible(count > 0);
        sayWhole(entry.link, text);
        if (count > 0)
            m_picture.entries.push_back({status, text});
    };
    show(m_met, Status::Met, shown.met, tr("%Ln met", "", shown.met));
    show(m_risk, Status::AtRisk, shown.atRisk, tr("%Ln at risk", "", shown.atRisk));
    show(m_breached, Status::Breached, shown.breached, tr("%Ln breached", "", shown.breached));
    show(m_unknown, Status::Unknown, shown.unknown, tr("%Ln unknown", "", shown.unknown));
    show(m_none, Status::NoPromise, shown.noPromise, tr("%Ln without a promise", "", shown.noPromise));
    const bool hasLines = shown.flowCount > 0 && shown.note.isEmpty();
    QString text = shown.note;
    if (hasLines)
        text = tr("%Ln flows, each line as wide as the logarithm of its count", "", int(shown.flowCount));
    m_flows.say(text, hasLines);
    const bool hasInner = shown.innerFlows > 0 && shown.note.isEmpty();
    const QString inner = hasInner ? tr("%Ln more inside the boxes", "", int(shown.innerFlows)) : QString();
    m_inner.say(inner, false);
    sayWhole(m_missing, shown.missingNote);
    m_missing->setVisible(!shown.missingNote.isEmpty());
    if (!inner.isEmpty())
        text = text.isEmpty() ? inner : tr("%1; %2").arg(text, inner);
    m_picture.entries.push_back({{}, text});
    m_picture.entries.push_back({{}, shown.missingNote});
}

PictureLegend MapLegend::picture() const
{
    return m_picture;
}

void MapLegend::setSelected(const QString &name)
{
    m_accent.say(name.isEmpty() ? QString() : tr("holds a flow of %1").arg(name), true);
}

void MapLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens(this).canvas);
}

} // namespace meshscope
