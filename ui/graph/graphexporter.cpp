#include "ui/graph/graphexporter.h"

#include "ui/graph/graphprogress.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

namespace meshscope {

namespace {

QString fileName(QString name)
{
    static const QString refused = QStringLiteral("/\\:*?\"<>|");
    for (QChar &c : name) {
        if (refused.contains(c) || c.unicode() < 0x20)
            c = u'-';
    }
    return name.left(120).trimmed();
}

Result<QString> save(const GraphExporter::Make &make, graph::GraphFormat format, const QString &file,
                     const std::shared_ptr<WorkState> &state)
{
    ExportSteps steps;
    steps.progress = [state](double share) { state->share.store(share); };
    steps.cancelled = [state] { return state->isCancelled.load(); };
    const Result<QByteArray> bytes = make(format, steps);
    if (bytes && state->isCancelled.load())
        return fail(Error::Code::Cancelled, GraphExporter::tr("The export was cancelled"));
    if (!bytes)
        return Failure(bytes.error());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(*bytes) != bytes->size() || !out.commit())
        return fail(Error::Code::Io, GraphExporter::tr("%1 cannot be written: %2").arg(file, out.errorString()), file);
    return file;
}

} // namespace

GraphExporter::GraphExporter(QWidget *page)
    : QObject(page)
    , m_page(page)
    , m_menu(new QMenu(page))
{
    m_choose = [this](const QString &proposed) {
        return QFileDialog::getSaveFileName(m_page, tr("Export Graph"), proposed);
    };
    struct Row {
        graph::GraphFormat format;
        QString text;
    };
    using graph::GraphFormat;
    const QList<Row> rows{
        {GraphFormat::Svg, tr("Picture, SVG")},           {GraphFormat::Pdf, tr("Picture, PDF")},
        {GraphFormat::Png, tr("Picture, PNG")},           {GraphFormat::Csv, tr("List of Edges, CSV")},
        {GraphFormat::Json, tr("Nodes and Edges, JSON")}, {GraphFormat::GraphMl, tr("GraphML (yEd, Gephi)")},
        {GraphFormat::Dot, tr("DOT (Graphviz)")},         {GraphFormat::OpenLineage, tr("OpenLineage Events")}};
    for (const Row &row : rows) {
        if (row.format == GraphFormat::Csv)
            m_menu->addSeparator();
        connect(m_menu->addAction(row.text), &QAction::triggered, this, [this, format = row.format] { start(format); });
    }
    connect(&m_watcher, &QFutureWatcher<Result<QString>>::finished, this, [this] {
        const Result<QString> result = m_watcher.result();
        m_progress->end();
        emit said(result ? tr("Exported to %1").arg(QDir::toNativeSeparators(*result)) : result.error().text);
        emit finished(bool(result));
    });
}

GraphExporter::~GraphExporter()
{
    if (m_state)
        m_state->isCancelled.store(true);
    m_watcher.waitForFinished();
}

void GraphExporter::start(graph::GraphFormat format)
{
    if (m_watcher.isRunning()) {
        emit said(tr("An export is still being written"));
        return;
    }
    QString ending = graph::graphFormatWord(format);
    if (format == graph::GraphFormat::OpenLineage)
        ending = QStringLiteral("ndjson");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString file = m_choose(QDir(folder).filePath(fileName(m_name) + u'.' + ending));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += u'.' + ending;
    write(format, file);
}

void GraphExporter::write(graph::GraphFormat format, const QString &file)
{
    if (!m_source)
        return;
    emit said(tr("Writing %1 …").arg(QFileInfo(file).fileName()));
    if (!m_progress)
        m_progress = new GraphProgress(m_page, 1);
    m_state = std::make_shared<WorkState>();
    m_progress->begin(tr("Writing %1").arg(QFileInfo(file).fileName()), m_state);
    m_watcher.setFuture(QtConcurrent::run(save, m_source(), format, file, m_state));
}

} // namespace meshscope
