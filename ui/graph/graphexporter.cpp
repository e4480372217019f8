#include "ui/graph/graphexporter.h"

#include "ui/graph/graphprogress.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>
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

/// Why a file of `size` bytes could not be written, and what to do.
Failure cannotWrite(const QString &file, qsizetype size, const QFileDevice &out)
{
    const QString shown = QDir::toNativeSeparators(file);
    const auto said = [&](const QString &reason, const QString &advice) {
        return fail(Error::Code::Io, GraphExporter::tr("%1 cannot be written: %2. %3").arg(shown, reason, advice), file);
    };
    if (out.error() == QFileDevice::OpenError || out.error() == QFileDevice::PermissionsError)
        return said(out.errorString(), GraphExporter::tr("Choose a folder that you may write to"));
    // A disk that takes only a part of it is no error to the file.
    const QStorageInfo disk(QFileInfo(file).absolutePath());
    if (out.error() == QFileDevice::ResourceError || (disk.isValid() && disk.bytesAvailable() < size))
        return said(GraphExporter::tr("there is no room left on the disk"),
                    GraphExporter::tr("Free some space there or choose another place; nothing was changed"));
    return said(out.errorString(), GraphExporter::tr("Choose another place; nothing was changed"));
}

/// Written beside it and moved there at the end: a file of that name stays as it was until then.
Result<QString> save(const GraphExporter::Make &make, const ExportOrder &order, const QString &file)
{
    const QFileInfo there(file);
    if (there.exists() && !there.isFile())
        return fail(Error::Code::Io,
                    GraphExporter::tr("%1 is no file. Choose another name").arg(QDir::toNativeSeparators(file)), file);
    const Result<QByteArray> bytes = make(order);
    if (!bytes)
        return Failure(bytes.error());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, bytes->size(), out);
    constexpr qsizetype part = 4 << 20;
    for (qsizetype at = 0; at < bytes->size(); at += part) {
        const qsizetype length = std::min(part, bytes->size() - at);
        if (order.steps.cancelled())
            return cancelledExport();
        if (out.write(bytes->constData() + at, length) != length)
            return cannotWrite(file, bytes->size(), out);
    }
    if (order.steps.cancelled())
        return cancelledExport();
    if (!out.commit())
        return cannotWrite(file, bytes->size(), out);
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
        PdfPages pages = PdfPages::One;
    };
    using graph::GraphFormat;
    const QList<Row> rows{{GraphFormat::Svg, tr("Picture, SVG")},
                          {GraphFormat::Pdf, tr("Picture, PDF on One Page")},
                          {GraphFormat::Pdf, tr("Picture, PDF on A4 Pages"), PdfPages::A4},
                          {GraphFormat::Pdf, tr("Picture, PDF on A3 Pages"), PdfPages::A3},
                          {GraphFormat::Png, tr("Picture, PNG")},
                          {GraphFormat::Csv, tr("List of Edges, CSV")},
                          {GraphFormat::Json, tr("Nodes and Edges, JSON")},
                          {GraphFormat::GraphMl, tr("GraphML (yEd, Gephi)")},
                          {GraphFormat::Dot, tr("DOT (Graphviz)")},
                          {GraphFormat::OpenLineage, tr("OpenLineage Events")}};
    for (const Row &row : rows) {
        if (row.format == GraphFormat::Csv)
            m_menu->addSeparator();
        connect(m_menu->addAction(row.text), &QAction::triggered, this,
                [this, format = row.format, pages = row.pages] { start(format, pages); });
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

void GraphExporter::start(graph::GraphFormat format, PdfPages pages)
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
    if (QFileInfo(file).suffix().isEmpty() && !QFileInfo::exists(file))
        file += u'.' + ending;
    ExportOrder order;
    order.format = format;
    order.pages = pages;
    write(std::move(order), file);
}

void GraphExporter::write(ExportOrder order, const QString &file)
{
    if (!m_source)
        return;
    emit said(tr("Writing %1 …").arg(QFileInfo(file).fileName()));
    if (!m_progress)
        m_progress = new GraphProgress(m_page, 1);
    m_state = std::make_shared<WorkState>();
    m_progress->begin(tr("Writing %1").arg(QFileInfo(file).fileName()), m_state);
    order.steps.progress = [state = m_state](double share) { state->share.store(share); };
    order.steps.cancelled = [state = m_state] { return state->isCancelled.load(); };
    m_watcher.setFuture(QtConcurrent::run(save, m_source(), order, file));
}

} // namespace meshscope
