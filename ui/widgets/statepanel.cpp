#include "ui/widgets/statepanel.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// Grey bars where rows will be. They stand still: nothing loops but the sync arrow.
class Skeleton final : public QWidget {
public:
    using QWidget::QWidget;
    void setWhat(const QString &what)
    {
        m_what = what;
        setAccessibleName(what);
        update();
    }
    void setShown(bool shown)
    {
        m_isShown = shown;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_isShown)
            return;
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(this);
        p.setFont(textFont(TextRole::Small));
        p.setPen(t.muted);
        const QRect head(px(8), px(8), width() - px(16), px(18));
        p.drawText(head, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | int(Qt::AlignVCenter), m_what);
        p.setPen(Qt::NoPen);
        p.setBrush(t.skeleton);
        int y = px(40);
        for (int i = 0; i < 8 && y + px(10) < height(); ++i, y += px(26)) {
            const double share = 0.35 + 0.5 * ((i * 37 % 11) / 11.0);
            const QRect bar(px(8), y, int((width() - px(16)) * share), px(10));
            p.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), px(4), px(4));
        }
    }

private:
    QString m_what;
    bool m_isShown = false;
};

/// The sign over a message: an icon of ours in muted.
class MessageSign final : public QWidget {
public:
    explicit MessageSign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(px(32), px(32));
    }
    void setIconName(const QString &name)
    {
        m_name = name;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        if (m_name == QStringLiteral("breached"))
            paintStatus(p, QRectF(rect()).adjusted(4, 4, -4, -4), Status::Breached, tokens(this));
        else
            icon(m_name, tokens(this).muted).paint(&p, rect());
    }

private:
    QString m_name;
};

} // namespace

// -- NoticeBar

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_row->setContentsMargins(px(12) + px(14) + px(8), px(6), px(12), px(6));
    m_row->setSpacing(px(12));
    m_row->addWidget(m_text, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NoticeBar::setNotice(Status tone, const QString &strong, const QString &rest)
{
    m_tone = tone;
    const QString space = strong.isEmpty() || rest.isEmpty() ? QString() : QStringLiteral(" ");
    m_text->setText(QStringLiteral("<b>%1</b>%2%3").arg(strong.toHtmlEscaped(), space, rest.toHtmlEscaped()));
    setAccessibleName(strong + space + rest);
    if (isVisible())
        fitHeight();
    update();
}

LinkLabel *NoticeBar::addAction(const QString &text)
{
    auto *link = new LinkLabel(text, this);
    m_row->addWidget(link);
    m_actions << link;
    return link;
}

void NoticeBar::clearActions()
{
    for (QWidget *action : std::as_const(m_actions))
        action->deleteLater();
    m_actions.clear();
}

void NoticeBar::fitHeight()
{
    // Whatever holds it, the words are never cut: not every layout asks for a height by width.
    const int needed = qMax(layout()->heightForWidth(width()), px(32));
    if (minimumHeight() != needed)
        setMinimumHeight(needed);
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

QSize NoticeBar::sizeHint() const
{
    // One line where there is room; a wrapped label would ask for a square.
    return {px(480), qMax(layout()->heightForWidth(width() > px(200) ? width() : px(480)), px(32))};
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    p.setPen(t.scheme == Scheme::HighContrast ? QPen(statusColor(m_tone, t)) : QPen(Qt::NoPen));
    p.setBrush(statusSoft(m_tone, t));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    const int side = px(14);
    paintStatus(p, QStyle::visualRect(layoutDirection(), rect(), QRect(px(12), (height() - side) / 2, side, side)), m_tone,
                t);
}

// -- StatePanel

StatePanel::StatePanel(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(this))
    , m_content(content)
    , m_skeleton(new Skeleton(this))
    , m_message(new QWidget(this))
    , m_title(makeLabel({}, TextRole::Section, &Tokens::text))
    , m_text(makeLabel({}, TextRole::Base, &Tokens::muted))
    , m_button(plainButton({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    m_notice->hide();
    column->addWidget(m_notice);
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_message);

    auto *lines = new QVBoxLayout(m_message);
    lines->setContentsMargins(px(24), px(24), px(24), px(24));
    lines->setSpacing(px(8));
    auto *sign = new MessageSign(m_message);
    m_sign = sign;
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addStretch(2);
    lines->addWidget(sign, 0, Qt::AlignHCenter);
    lines->addWidget(m_title);
    lines->addWidget(m_text);
    lines->addSpacing(px(4));
    lines->addWidget(m_button, 0, Qt::AlignHCenter);
    lines->addStretch(3);

    m_button->setObjectName(QStringLiteral("statePanelButton"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        static_cast<Skeleton *>(m_skeleton)->setShown(true);
        m_stack->setCurrentWidget(m_skeleton);
    });
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Failed)
            emit retryRequested();
        else
            emit actionRequested();
    });
}

void StatePanel::showContent()
{
    m_delay.stop();
    m_state = State::Content;
    m_message->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // it asks for no room when it is not there
    m_stack->setCurrentWidget(m_content);
}

void StatePanel::showLoading(const QString &what)
{
    // What is there stays for 150 ms: a quick answer replaces it without a flicker.
    m_state = State::Loading;
    static_cast<Skeleton *>(m_skeleton)->setWhat(what);
    if (m_stack->currentWidget() != m_skeleton) {
        static_cast<Skeleton *>(m_skeleton)->setShown(false);
        m_delay.start();
    }
}

void StatePanel::showEmpty(const QString &title, const QString &why, const QString &action)
{
    showMessage(State::Empty, title, why, action);
}

void StatePanel::showFailed(const QString &what, const QString &why)
{
    showMessage(State::Failed, what, why, tr("Retry"));
}

void StatePanel::showNotOffered(const QString &what, const QString &why)
{
    showMessage(State::NotOffered, what, why, {});
}

void StatePanel::showMessage(State state, const QString &title, const QString &text, const QString &button)
{
    m_delay.stop();
    m_state = state;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    static_cast<MessageSign *>(m_sign)->setIconName(state == State::Failed ? QStringLiteral("breached")
                                                                           : QStringLiteral("info"));
    m_message->setAccessibleName(title);
    m_message->setAccessibleDescription(text);
    m_message->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_stack->setCurrentWidget(m_message);
}

void StatePanel::setPartial(const QString &missing)
{
    m_notice->setNotice(Status::AtRisk, tr("Not everything is here."), missing);
    m_notice->setVisible(!missing.isEmpty());
}

void StatePanel::setStale(const QDateTime &since)
{
    m_notice->setNotice(Status::Unknown, tr("Not read again since %1.").arg(ageText(since)), exactTime(since));
    m_notice->setVisible(since.isValid());
}

QString StatePanel::text() const
{
    return m_state == State::Content ? QString() : m_title->text() + u'\n' + m_text->text();
}

} // namespace meshscope
