#include "ui/widgets/labels.h"

#include "ui/theme/style.h"
#include "ui/widgets/pathfold.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace meshscope {

// -- PersonLabel

PersonLabel::PersonLabel(QWidget *parent)
    : LinkLabel({}, parent)
{
    connect(this, &LinkLabel::opened, this, [this](bool newWindow) { emit personOpened(m_address, newWindow); });
}

void PersonLabel::setPerson(const QString &name, const QString &address, const QString &role, const QString &contact)
{
    m_address = address;
    setText(name);
    setLink(!address.isEmpty());
    QStringList tip;
    if (!role.isEmpty())
        tip << role;
    if (!contact.isEmpty())
        tip << contact;
    setToolTip(tip.join(u'\n').toHtmlEscaped());
    setAccessibleName(role.isEmpty() ? name : tr("%1, %2").arg(name, role));
    updateGeometry();
}

// -- AddressLabel

AddressLabel::AddressLabel(const QString &address, QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextRole(this, TextRole::Mono);
    m_copied.setSingleShot(true);
    m_copied.setInterval(2000); // a saved sign stays 2 s
    connect(&m_copied, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address);
        m_copied.start();
        update();
        emit copied(m_address);
    });
    setAddress(address);
}

void AddressLabel::setAddress(const QString &address)
{
    m_address = address;
    setToolTip(tr("%1 (click to copy)").arg(address).toHtmlEscaped());
    setAccessibleName(tr("Address %1, press to copy").arg(address));
    updateGeometry();
    update();
}

QSize AddressLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_address) + px(6) + px(16) + 2, fontMetrics().height() + 2};
}

QSize AddressLabel::minimumSizeHint() const
{
    return {px(80), sizeHint().height()};
}

void AddressLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Tokens &t = tokens(this);
    const int side = px(16);
    const QString shown = fontMetrics().elidedText(m_address, Qt::ElideMiddle, width() - side - px(6));
    const int textWidth = fontMetrics().horizontalAdvance(shown);
    p.setFont(font());
    p.setPen(t.text);
    // An address reads left to right in every script; only its place is mirrored.
    p.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, textWidth + 1, height())), Qt::AlignVCenter, shown);
    const QRect cell(textWidth + px(6), (height() - side) / 2, side, side);
    const bool isDone = m_copied.isActive();
    meshscope::icon(isDone ? QStringLiteral("check") : QStringLiteral("copy"), isDone         ? t.met
                                                                               : underMouse() ? t.text
                                                                                              : t.muted)
        .paint(&p, QStyle::visualRect(layoutDirection(), rect(), cell));
}

// -- DomainLabel

DomainLabel::DomainLabel(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(8) + px(6), 0, 0, 0);
    row->setSpacing(px(4));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DomainLabel::setPath(const QList<Step> &path)
{
    m_path = path;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](LinkLabel *link) {
        if (layout()->count() > 0)
            layout()->addWidget(makeLabel(QStringLiteral("›"), TextRole::Base, &Tokens::muted, this));
        layout()->addWidget(link);
    };
    QStringList names;
    for (const Step &step : path)
        names << step.name;
    const auto addStep = [&](qsizetype i) {
        auto *link = new LinkLabel(path[i].name, this);
        link->setLink(!path[i].address.isEmpty());
        connect(link, &LinkLabel::opened, this,
                [this, address = path[i].address](bool newWindow) { emit domainOpened(address, newWindow); });
        add(link);
    };
    PathFold::lay(names, this, addStep, [&](PathFold *fold) {
        connect(fold, &PathFold::chosen, this,
                [this](qsizetype step, bool newWindow) { emit domainOpened(m_path[step].address, newWindow); });
        add(fold);
    });
    static_cast<QHBoxLayout *>(layout())->addStretch();
    setAccessibleName(tr("Domain %1").arg(text()));
    update();
}

QString DomainLabel::text() const
{
    QStringList names;
    for (const Step &step : m_path)
        names << step.name;
    return names.join(QStringLiteral(" › "));
}

void DomainLabel::paintEvent(QPaintEvent *)
{
    if (m_path.isEmpty())
        return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(domainColor(tokens(this), m_path.first().address));
    const int side = px(8);
    p.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - side) / 2, side, side)), 2, 2);
}

} // namespace meshscope
