#include "ui/product/sourcesection.h"

#include "models/formats/format.h"
#include "models/items/cellmodel.h"
#include "ui/product/textviewer.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

namespace {
constexpr qint64 mostShown = 2'000'000;
constexpr qsizetype longestLine = 4'000;
} // namespace

SourceSection::SourceSection(const Subject &subject, Workspace &workspace, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_hub(hub)
    , m_workspace(workspace)
    , m_head(new SectionHead(tr("Source document")))
    , m_choice(new QComboBox)
    , m_find(new SearchField(tr("Find in the text")))
    , m_viewer(new TextViewer)
    , m_panel(new StatePanel(m_viewer))
    , m_moreHead(new SectionHead(tr("More fields"), tr("in the document, shown nowhere else")))
    , m_moreRows(new CellModel({{tr("Field")}, {tr("Value")}, {tr("Line"), true}}, this))
    , m_more(new FitTable(m_moreRows))
    , m_cut(makeLabel({}, TextRole::Small, &Tokens::muted))
{
    const Mesh &mesh = subject.mesh();
    const Kind kind = mesh.kind(subject.node);
    for (const Fact &fact : mesh.facts(subject.node)) {
        const EndpointFacts &endpoint = mesh.endpoints()[fact.endpoint];
        const SourceRef &source = mesh.entity(kind, fact).source;
        if (!source.file.isEmpty())
            m_parts << Part{endpoint.name, endpoint.location, source, endpoint.readAt};
    }
    build(hub);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SourceSection::show);
}

SourceSection::~SourceSection()
{
    m_watcher.waitForFinished(); // it reads from the workspace
}

void SourceSection::build(SectionHub &hub)
{
    Q_UNUSED(hub)
    setGround(this, &Tokens::surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(12));
    column->setSpacing(px(8));
    m_choice->setObjectName(QStringLiteral("sourceChoice"));
    m_choice->setAccessibleName(tr("Document"));
    for (const Part &part : m_parts)
        m_choice->addItem(tr("%1: %2").arg(part.endpoint, part.source.file));
    m_choice->setVisible(m_parts.size() > 1);
    m_choice->setMaximumWidth(px(260));
    m_find->setObjectName(QStringLiteral("sourceFind"));
    m_find->setFixedWidth(px(180));
    auto *copyButton = quietButton(tr("Copy"), QStringLiteral("copy"));
    copyButton->setObjectName(QStringLiteral("sourceCopy"));
    auto *open = quietButton(tr("Open"), QStringLiteral("open-external"));
    open->setObjectName(QStringLiteral("sourceOpen"));
    open->setToolTip(tr("Open the file in the program the desktop has for it"));
    m_head->addAction(m_choice);
    m_head->addAction(m_find);
    m_head->addAction(copyButton);
    m_head->addAction(open);
    column->addWidget(m_head);
    m_cut->setWordWrap(true);
    m_cut->hide();
    column->addWidget(m_cut);
    m_viewer->setObjectName(QStringLiteral("sourceText"));
    column->addWidget(m_panel, 1);
    m_more->setObjectName(QStringLiteral("moreFields"));
    m_more->setMaximumRows(6);
    m_more->setStretched(1);
    column->addWidget(m_moreHead);
    column->addWidget(m_more);
    m_moreHead->hide();
    m_more->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_part = index;
        load();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(false); });
    connect(m_find, &QLineEdit::returnPressed, this,
            [this] { find(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(copyButton, &QPushButton::clicked, this, &SourceSection::copy);
    connect(open, &QPushButton::clicked, this, &SourceSection::openOutside);
    connect(m_panel, &StatePanel::retryRequested, this, &SourceSection::load);
    connect(m_more, &TableView::rowOpened, this,
            [this](const QModelIndex &index) { m_viewer->goToLine(index.siblingAtColumn(2).data(SortRole).toInt()); });
    auto *key = new QShortcut(QKeySequence::Find, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
}

void SourceSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        load();
}

void SourceSection::load()
{
    m_isStarted = true;
    if (m_parts.isEmpty()) {
        m_panel->showEmpty(tr("No document of its own"),
                           tr("It is only named by others, so no file describes it. Its lineage and users say who."));
        return;
    }
    if (m_watcher.isRunning())
        return; // the newest choice is read when it ends
    m_loading = m_part;
    m_panel->showLoading(tr("Reading %1").arg(m_parts[m_part].source.file));
    m_watcher.setFuture(
        QtConcurrent::run([workspace = &m_workspace, part = m_parts[m_part]] { return read(*workspace, part); }));
}

SourceSection::Answer SourceSection::read(const Workspace &workspace, const Part &part)
{
    Answer answer;
    const Result<QByteArray> file = workspace.original(part.endpoint, part.source.file);
    if (!file) {
        answer.bytes = Failure(file.error());
        return answer;
    }
    const qint64 size = file->size();
    const bool isPart = part.source.end > part.source.begin && part.source.end <= size;
    const qint64 begin = isPart ? part.source.begin : 0;
    const qint64 length = isPart ? part.source.end - begin : size;
    answer.bytes = file->mid(begin, length);
    answer.firstLine = 1 + int(QByteArrayView(*file).first(begin).count('\n'));
    answer.leftOut = qMax<qint64>(0, length - mostShown);
    QString text = QString::fromUtf8(answer.bytes->left(mostShown));
    // A line of megabytes would stop the viewer: it is broken for display only.
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end + 1;
        while (end - at > longestLine) {
            shown += QStringView(text).mid(at, longestLine);
            shown += u'\n';
            at += longestLine;
        }
        shown += QStringView(text).mid(at, end - at);
        at = end;
    }
    answer.text = shown;
    ReadContext context;
    context.file = part.source.file;
    context.readRelative = [](const QString &, const QString &reference) -> Result<QByteArray> {
        return fail(Error::Code::Refused, SourceSection::tr("Only this document is shown here."), reference);
    };
    if (length <= 8'000'000) {
        for (const Node::Field &field : moreFields(*file, part.source, context))
            answer.more << More{field.path, field.value, field.line};
    }
    return answer;
}

void SourceSection::show()
{
    if (m_loading != m_part) {
        load();
        return;
    }
    const Answer answer = m_watcher.result();
    const Part &part = m_parts[m_part];
    m_head->setContext(tr("%1, read %2 from %3").arg(part.source.file, ageText(part.readAt), part.endpoint));
    if (!answer.bytes) {
        m_panel->showFailed(tr("The document could not be read"), answer.bytes.error().text);
        return;
    }
    m_bytes = *answer.bytes;
    m_viewer->setDocumentText(answer.text, answer.firstLine);
    if (part.source.line > answer.firstLine)
        m_viewer->goToLine(part.source.line);
    m_cut->setVisible(answer.leftOut > 0);
    m_cut->setText(tr("The first 2 MB are shown; %1 more stand in the file. Copy takes all of it.")
                       .arg(formatQuantity({double(answer.leftOut), QStringLiteral("bytes"), {}})));
    QList<CellModel::Row> rows;
    for (const More &field : answer.more) {
        Cell line{.text = QString::number(field.line)};
        line.sort = field.line;
        rows << CellModel::Row{{},
                               {Cell{.text = field.path, .mono = true},
                                Cell{.text = field.value.left(400).simplified(), .tip = field.value.left(2000)}, line}};
    }
    m_moreHead->setVisible(!rows.isEmpty());
    m_more->setVisible(!rows.isEmpty());
    m_moreRows->setRows(std::move(rows));
    m_panel->showContent();
}

void SourceSection::find(bool backward)
{
    const bool isFound = m_viewer->findText(m_find->text(), backward);
    setWrong(m_find, !isFound);
    if (!isFound)
        emit m_hub.said(tr("“%1” does not stand in this document.").arg(m_find->text()));
}

void SourceSection::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_bytes));
    emit m_hub.said(tr("Copied the document"));
}

void SourceSection::openOutside()
{
    if (m_parts.isEmpty())
        return;
    const Part &part = m_parts[m_part];
    const QDir folder(part.location);
    // Only what lies in the endpoint's folder, links resolved, and only while it is still there.
    const QString path = QFileInfo(folder.absoluteFilePath(part.source.file)).canonicalFilePath();
    const bool isInside = !path.isEmpty() && path.startsWith(folder.canonicalPath() + u'/');
    if (!isInside || !QFileInfo(path).isFile()) {
        emit m_hub.said(tr("%1 is not in the endpoint's folder any more; read the endpoint again.").arg(part.source.file));
        return;
    }
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace meshscope
