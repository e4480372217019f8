#include "ui/endpoints/connectionpanel.h"

#include "models/catalogs/http/certificate.h"
#include "models/mesh/traffic.h"
#include "ui/endpoints/certificatecard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

namespace {

Status statusOf(const Connector::Check &check)
{
    return check.ok ? Status::Met : check.isNeeded ? Status::Breached : Status::AtRisk;
}

QString timeText(qint64 millis)
{
    const QLocale locale;
    return millis < 10'000 ? ConnectionPanel::tr("%1 ms").arg(locale.toString(millis))
                           : ConnectionPanel::tr("%1 s").arg(locale.toString(double(millis) / 1000, 'f', 1));
}

QString spokenState(const Connector::Check &check)
{
    return check.ok         ? ConnectionPanel::tr("in order")
           : check.isNeeded ? ConnectionPanel::tr("not in order")
                            : ConnectionPanel::tr("not offered");
}

} // namespace

ConnectionPanel::ConnectionPanel(Test test, QWidget *parent)
    : QWidget(parent)
    , m_test(std::move(test))
    , m_sign(new StatusSign(Status::Unknown, 14, this))
    , m_head(makeLabel({}, TextRole::Base, &Tokens::text, this))
    , m_now(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_button(softButton({}, {}, this))
{
    m_head->setObjectName(QStringLiteral("testHead"));
    m_head->setWordWrap(true);
    m_now->setObjectName(QStringLiteral("testNow"));
    m_button->setObjectName(QStringLiteral("testButton"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_sign, 0, Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(px(2));
    texts->addWidget(m_head);
    texts->addWidget(m_now);
    head->addLayout(texts, 1);
    head->addWidget(m_button, 0, Qt::AlignVCenter);
    column->addLayout(head);
    column->addStretch(1);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        takeChecks();
        showState();
    });
    connect(&m_future, &QFutureWatcherBase::finished, this, &ConnectionPanel::take);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isRunning())
            stop();
        else
            emit testRequested();
    });
    clear();
}

ConnectionPanel::~ConnectionPanel()
{
    if (m_watch)
        m_watch->isCancelled = true; // it holds nothing of ours: it ends when it ends
}

void ConnectionPanel::clear()
{
    stop();
    clearRows();
    m_sign->setStatus(Status::Unknown);
    m_head->setText(tr("Whether the name resolves, the port answers, the certificate is good, the login is taken, and what "
                       "may be read."));
    showState();
}

void ConnectionPanel::start(const EndpointInput &input)
{
    stop();
    clearRows();
    m_watch = std::make_shared<Watch>();
    m_clock.start();
    m_tick.start();
    m_sign->setStatus(Status::Unknown);
    m_head->setText(tr("Testing the connection…"));
    TestWatch watch;
    watch.cancelled = [shared = m_watch] { return shared->isCancelled.load(); };
    watch.told = [shared = m_watch](const LoggedRequest &request) {
        const QMutexLocker lock(&shared->mutex);
        shared->line = request.line();
    };
    watch.checked = [shared = m_watch](const Connector::Check &check) {
        const QMutexLocker lock(&shared->mutex);
        shared->checks.append(check);
    };
    m_future.setFuture(QtConcurrent::run([test = m_test, input, watch] { return test(input, watch); }));
    showState();
    emit changed();
}

void ConnectionPanel::stop()
{
    if (!m_watch)
        return;
    m_watch->isCancelled = true;
    m_watch.reset();
    m_future.setFuture({}); // whatever it still finds is nobody's
    m_tick.stop();
    m_head->setText(tr("The test was stopped."));
    showState();
    emit changed();
}

void ConnectionPanel::take()
{
    if (!m_watch || m_future.future().resultCount() == 0)
        return;
    const Result<Connector::Probe> probe = m_future.result();
    takeChecks();
    m_watch.reset();
    m_tick.stop();
    if (probe) {
        showProbe(*probe, m_clock.elapsed());
        emit tested(*probe);
    } else {
        m_sign->setStatus(Status::Breached);
        m_head->setText(probe.error().text);
    }
    showState();
    emit changed();
}

void ConnectionPanel::showState()
{
    const bool runs = isRunning();
    m_now->setVisible(runs);
    if (runs) {
        const QMutexLocker lock(&m_watch->mutex);
        m_now->setText(timeText(m_clock.elapsed()) +
                       (m_watch->line.isEmpty() ? QString() : QStringLiteral(" · ") + m_watch->line));
    }
    m_button->setText(runs ? tr("Stop") : m_checks > 0 ? tr("Test again") : tr("Test the connection"));
    setLook(m_button, ButtonLook::Soft, runs ? QStringLiteral("stop") : QStringLiteral("play"));
}

void ConnectionPanel::showProbe(const Connector::Probe &probe, qint64 millis)
{
    for (const Connector::Check &check : probe.checks.sliced(std::min<qsizetype>(m_checks, probe.checks.size())))
        addRow(check); // which nobody told before
    int good = 0;
    bool isReadable = true;
    for (const Connector::Check &check : probe.checks) {
        good += check.ok ? 1 : 0;
        isReadable = isReadable && (check.ok || !check.isNeeded);
    }
    QString server = probe.product;
    if (!probe.version.isEmpty())
        server += u' ' + probe.version;
    const QString sum = tr("%1 of %Ln check(s) in order, %2", nullptr, m_checks).arg(good).arg(timeText(millis));
    m_sign->setStatus(!isReadable ? Status::Breached : good < m_checks ? Status::AtRisk : Status::Met);
    m_head->setText(server.isEmpty() ? sum : server + QStringLiteral(": ") + sum);
}

void ConnectionPanel::takeChecks()
{
    if (!m_watch)
        return;
    QList<Connector::Check> checks;
    {
        const QMutexLocker lock(&m_watch->mutex);
        checks.swap(m_watch->checks);
    }
    for (const Connector::Check &check : std::as_const(checks))
        addRow(check);
}

void ConnectionPanel::addRow(const Connector::Check &check)
{
    const int row = m_rows->rowCount();
    ++m_checks;
    auto *sign = new StatusSign(statusOf(check), 14, m_rowHost);
    m_rows->addWidget(sign, row, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(px(1));
    auto *what = makeLabel(check.what, TextRole::Base, &Tokens::text, m_rowHost);
    what->setAccessibleName(QStringLiteral("%1: %2").arg(check.what, spokenState(check)));
    what->setObjectName(QStringLiteral("check"));
    texts->addWidget(what);
    if (check.certificate) {
        auto *card = new CertificateCard(*check.certificate, m_rowHost);
        connect(card, &CertificateCard::pinRequested, this, &ConnectionPanel::pinRequested);
        texts->addWidget(card);
    } else if (!check.text.isEmpty()) {
        auto *text = makeLabel(check.text, TextRole::Small, check.ok ? &Tokens::muted : &Tokens::text, m_rowHost);
        text->setObjectName(QStringLiteral("checkText"));
        text->setTextFormat(Qt::PlainText); // it may hold what a server said
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        texts->addWidget(text);
    }
    m_rows->addLayout(texts, row, 1);
    if (check.millis >= 0) {
        auto *took = makeLabel(timeText(check.millis), TextRole::Small, &Tokens::muted, m_rowHost);
        m_rows->addWidget(took, row, 2, Qt::AlignTop | Qt::AlignRight);
    }
}

void ConnectionPanel::clearRows()
{
    m_checks = 0;
    auto *column = static_cast<QVBoxLayout *>(layout());
    delete std::exchange(m_rowHost, new QWidget(this));
    m_rowHost->setObjectName(QStringLiteral("testChecks"));
    m_rowHost->setAccessibleName(tr("Checks of the connection"));
    m_rows = new QGridLayout(m_rowHost);
    m_rows->setContentsMargins(0, 0, px(8), 0);
    m_rows->setHorizontalSpacing(px(8));
    m_rows->setVerticalSpacing(px(6));
    m_rows->setColumnStretch(1, 1);
    column->insertWidget(1, m_rowHost); // below the head, above what is left
}

} // namespace meshscope
