#include "ui/graph/graphprogress.h"

#include "ui/theme/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace meshscope {

namespace {
constexpr int patience = 300; ///< milliseconds that need no word
constexpr int interval = 80;
} // namespace

GraphProgress::GraphProgress(QWidget *over, int place)
    : QWidget(over)
    , m_place(place)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("graphProgress"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(8), px(8), px(8));
    row->setSpacing(px(12));
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(px(140));
    setLook(m_cancel, ButtonLook::Plain);
    setSmall(m_cancel);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &GraphProgress::look);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_state)
            m_state->isCancelled.store(true);
        end();
        emit cancelled();
    });
    over->installEventFilter(this);
    hide();
}

QSize GraphProgress::sizeHint() const
{
    return layout()->sizeHint();
}

void GraphProgress::begin(const QString &text, std::shared_ptr<WorkState> state)
{
    m_state = std::move(state);
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    m_bar->setRange(0, 0);
    m_clock.start();
    m_timer.start();
}

void GraphProgress::end()
{
    m_timer.stop();
    m_state = nullptr;
    hide();
}

void GraphProgress::look()
{
    if (!m_state || m_clock.elapsed() < patience)
        return;
    const double share = m_state->share.load();
    if (share >= 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(std::lround(share * 1000)));
    }
    if (!isVisible()) {
        settle();
        show();
        raise();
    }
}

/// In the middle of the lower edge.
void GraphProgress::settle()
{
    adjustSize();
    const QWidget *over = parentWidget();
    move((over->width() - width()) / 2, over->height() - (height() + px(8)) * (m_place + 1) - px(8));
}

bool GraphProgress::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        settle();
    return QWidget::eventFilter(watched, event);
}

void GraphProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

} // namespace meshscope
