#include "ui/endpoints/addressprobe.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace meshscope {

AddressProbe::AddressProbe(Recognise recognise, QWidget *parent)
    : QWidget(parent)
    , m_recognise(std::move(recognise))
    , m_text(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_use(new LinkLabel({}, this))
{
    m_text->setObjectName(QStringLiteral("probeSays"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_use->setObjectName(QStringLiteral("probeUse"));
    setTextRole(m_use, TextRole::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(m_text, 1);
    row->addWidget(m_use);
    m_pause.setSingleShot(true);
    m_pause.setInterval(400);
    connect(&m_pause, &QTimer::timeout, this, &AddressProbe::start);
    connect(&m_future, &QFutureWatcherBase::finished, this, &AddressProbe::take);
    connect(m_use, &LinkLabel::opened, this, [this] {
        if (m_found && *m_found && !(*m_found)->isEmpty())
            emit chosen((*m_found)->first());
    });
    showState();
}

AddressProbe::~AddressProbe()
{
    stop();
}

bool AddressProbe::isServer(const QString &address)
{
    static const QRegularExpression scheme(QStringLiteral("^(https?|postgres(ql)?)://[^/]"));
    static const QRegularExpression host(
        QStringLiteral("^[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+(:[0-9]+)?(/.*)?$|^localhost(:[0-9]+)?"));
    const QString text = address.trimmed();
    return scheme.match(text).hasMatch() || host.match(text).hasMatch();
}

void AddressProbe::ask(const QString &address)
{
    const QString wanted = isServer(address) ? address.trimmed() : QString();
    if (wanted == m_address)
        return;
    stop();
    m_address = wanted;
    if (!m_address.isEmpty() && m_recognise)
        m_pause.start();
    showState();
}

void AddressProbe::stop()
{
    m_pause.stop();
    m_address.clear();
    m_found.reset();
    if (m_isCancelled)
        *m_isCancelled = true;
    m_isCancelled.reset();
    m_future.setFuture({});
    showState();
}

void AddressProbe::setKind(const QString &kind)
{
    m_kind = kind;
    showState();
}

void AddressProbe::start()
{
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_future.setFuture(QtConcurrent::run([recognise = m_recognise, address = m_address, stop = m_isCancelled] {
        return recognise(address, [stop] { return stop->load(); });
    }));
    showState();
}

void AddressProbe::take()
{
    if (!m_isCancelled || m_future.future().resultCount() == 0)
        return;
    m_found = m_future.result();
    m_isCancelled.reset();
    if (*m_found && !(*m_found)->isEmpty()) {
        const Recognised best = (*m_found)->first(); // whoever takes it changes the address, which ends what was found
        emit recognised(best);
    }
    showState();
}

void AddressProbe::showState()
{
    setVisible(m_isCancelled || m_found);
    m_use->hide();
    if (m_isCancelled) {
        m_text->setText(tr("Looking what answers there…"));
        return;
    }
    if (!m_found)
        return;
    if (!*m_found) {
        // A certificate has many lines: the test shows it whole, and lets somebody decide.
        const QStringList lines = m_found->error().text.split(u'\n');
        m_text->setText(lines.size() < 3 ? m_found->error().text
                                         : lines.mid(0, 2).join(u' ') + u' ' +
                                               tr("Choose the kind and test the connection: that shows it whole."));
        return;
    }
    const QList<Recognised> &all = **m_found;
    if (all.isEmpty()) {
        m_text->setText(
            tr("Something answers there that is none of the catalogs known here without signing in. Choose its kind."));
        return;
    }
    const Recognised &first = all.first();
    const QString name = first.version.isEmpty() ? first.product : first.product + u' ' + first.version;
    m_text->setText(first.isSure ? tr("%1 answers there.").arg(name)
                                 : tr("It looks like %1, which says no more before somebody signs in.").arg(name));
    m_use->setText(tr("Use that"));
    m_use->setVisible(first.kind != m_kind);
}

} // namespace meshscope
