#include "ui/endpoints/filepage.h"

#include "models/items/issuemodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace meshscope {

namespace {
constexpr qint64 mostShown = 4 * 1024 * 1024; ///< text views grow slow beyond; the editor has the rest
}

FilePage::FilePage(EndpointServices services, QWidget *parent)
    : Page(parent)
    , m_services(std::move(services))
    , m_path(new AddressLabel({}, this))
    , m_issue(new NoticeBar(this))
    , m_text(new QPlainTextEdit)
    , m_panel(new StatePanel(m_text, this))
    , m_open(softButton(tr("Open in the editor"), QStringLiteral("open-external"), this))
{
    setObjectName(QStringLiteral("filePage"));
    setGround(this, &Tokens::surface);
    m_text->setObjectName(QStringLiteral("fileText"));
    m_open->setObjectName(QStringLiteral("fileOpen"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_path, 1);
    bar->addWidget(m_open);
    column->addLayout(bar);
    column->addWidget(m_issue);
    column->addWidget(m_panel, 1);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Text of the file"));
    setTextRole(m_text, TextRole::Mono);
    setInitialFocus(this, m_text);
    m_issue->hide();
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString path = diskPath();
        if (path.isEmpty() || !m_services.openOutside || !m_services.openOutside(path, option("line").toInt()))
            emit said(tr("No program opened %1").arg(path));
    });
    connect(m_panel, &StatePanel::retryRequested, this, &FilePage::load);
}

QString FilePage::option(const char *key) const
{
    return m_location.option(key);
}

QString FilePage::title() const
{
    return QFileInfo(option("file")).fileName();
}

QList<Page::Crumb> FilePage::crumbs() const
{
    Location endpoint{QStringLiteral("endpoints"), {}, {}};
    endpoint.add("endpoint", option("endpoint"));
    return {{tr("Endpoints"), {QStringLiteral("endpoints"), {}, {}}}, {option("endpoint"), endpoint}};
}

void FilePage::setLocation(const Location &location)
{
    const bool isSame = m_location == location && !m_text->document()->isEmpty();
    m_location = location;
    if (!isSame)
        load();
}

void FilePage::setSnapshot(const Snapshot &)
{
    if (!option("file").isEmpty())
        load();
}

QString FilePage::diskPath() const
{
    const QList<StoredEndpoint> endpoints = m_services.workspace->endpoints();
    for (const StoredEndpoint &endpoint : endpoints) {
        if (endpoint.name != option("endpoint") || endpoint.kind != QStringLiteral("folder"))
            continue;
        const QString root = QFileInfo(endpoint.location).canonicalFilePath();
        const QString path = QFileInfo(QDir(root).filePath(option("file"))).canonicalFilePath();
        if (!root.isEmpty() && path.startsWith(root + u'/')) // never beyond the endpoint's folder
            return path;
    }
    return {};
}

bool FilePage::isOfFolder() const
{
    const QList<StoredEndpoint> endpoints = m_services.workspace->endpoints();
    return std::none_of(endpoints.cbegin(), endpoints.cend(), [this](const StoredEndpoint &endpoint) {
        return endpoint.name == option("endpoint") && endpoint.kind != QStringLiteral("folder");
    });
}

void FilePage::load()
{
    const QString file = option("file");
    const QString endpoint = option("endpoint");
    m_path->setAddress(endpoint + u'/' + file);
    const QString path = diskPath();
    m_open->setEnabled(!path.isEmpty() && bool(m_services.openOutside));

    QByteArray bytes;
    QFile onDisk(path);
    if (!path.isEmpty() && onDisk.open(QIODevice::ReadOnly)) {
        bytes = onDisk.read(mostShown); // as it is now: this is what will be corrected
        m_panel->setPartial(onDisk.size() > mostShown ? tr("The first %1 of %2 are shown.")
                                                            .arg(QLocale().formattedDataSize(mostShown),
                                                                 QLocale().formattedDataSize(onDisk.size()))
                                                      : QString());
    } else {
        const Result<QByteArray> kept = m_services.workspace->original(endpoint, file);
        if (!kept) {
            m_issue->hide();
            m_panel->showFailed(tr("%1 cannot be shown").arg(file), kept.error().text);
            return;
        }
        bytes = kept->left(mostShown);
        m_panel->setPartial(!isOfFolder()    ? tr("This is what the server answered when it was read last.")
                            : path.isEmpty() ? tr("The file is gone from its folder; this is how it was read last.")
                                             : QString());
    }
    m_text->setPlainText(QString::fromUtf8(bytes));
    m_panel->showContent();
    const int line = option("line").toInt();
    m_issue->hide();
    const QList<StoredEndpoint> endpoints = m_services.workspace->endpoints();
    for (const StoredEndpoint &stored : endpoints) {
        if (stored.name != endpoint || !stored.lastRun)
            continue;
        for (const Issue &issue : stored.lastRun->issues) {
            if (issue.where.file != file || issue.where.line != line)
                continue;
            const Status tone = issue.severity == Issue::Severity::Error     ? Status::Breached
                                : issue.severity == Issue::Severity::Warning ? Status::AtRisk
                                                                             : Status::Unknown;
            m_issue->setNotice(tone, tr("Line %1:").arg(line), issue.text);
            m_issue->show();
            break;
        }
    }
    lightLine();
}

void FilePage::lightLine()
{
    const int line = option("line").toInt();
    const QTextBlock block = m_text->document()->findBlockByNumber(qMax(0, line - 1));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
    if (line < 1) {
        m_text->setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection lit;
    lit.cursor = cursor;
    const Tokens &t = tokens(this);
    lit.format.setBackground(t.selection);
    lit.format.setForeground(t.selectionText);
    lit.format.setProperty(QTextFormat::FullWidthSelection, true);
    m_text->setExtraSelections({lit});
}

void FilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange && !option("file").isEmpty())
        lightLine();
    Page::changeEvent(event);
}

} // namespace meshscope
