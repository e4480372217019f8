#include "app/gui.h"

#include "app/cli/output.h"
#include "app/demo.h"
#include "app/services.h"
#include "app/shots.h"
#include "app/window.h"
#include "models/health/health.h"
#include "ui/graph/exportpicture.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QBuffer>
#include <QCommandLineParser>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// The workspace the options name; the demo is made when it is not there.
Result<QString> workspacePath(const QCommandLineParser &parser)
{
    if (parser.isSet(u"demo"_s))
        return prepareDemo(parser.isSet(u"fresh"_s));
    return parser.isSet(u"workspace"_s) ? parser.value(u"workspace"_s) : defaultWorkspacePath();
}

} // namespace

bool needsGui(const QStringList &arguments)
{
    if (!arguments.contains(u"export"_s))
        return false;
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        const QString format = argument.section(u'=', -1);
        return format == u"svg"_s || format == u"pdf"_s || format == u"png"_s;
    });
}

std::unique_ptr<QCoreApplication> makeGuiApplication(int &argc, char **argv, bool hidden)
{
    if (hidden)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    auto app = std::make_unique<QApplication>(argc, argv);
    QApplication::setApplicationDisplayName(u"Meshscope"_s);
    QApplication::setDesktopFileName(u"org.meshscope.Meshscope"_s);
    const Scheme scheme = schemeOfPalette(QApplication::palette());
    QApplication::setStyle(new MeshscopeStyle(scheme));
    // For desktops that do not look the name up; those that do have the packaged one.
    QApplication::setWindowIcon(icon(u"meshscope"_s, tokensOf(Scheme::Light).accent));
    return app;
}

int runGui(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{{u"w"_s, u"workspace"_s}, QCoreApplication::translate("meshscope::Gui", "Use this workspace file."), u"file"_s},
         {u"demo"_s, QCoreApplication::translate("meshscope::Gui", "Open the demo mesh.")},
         {u"fresh"_s, QCoreApplication::translate("meshscope::Gui", "Start the demo mesh over.")},
         {u"shots"_s, QCoreApplication::translate("meshscope::Gui", "Draw pictures of every view into this folder and end."),
          u"folder"_s},
         {u"only"_s, QCoreApplication::translate("meshscope::Gui", "With --shots: just the views whose names start so."),
          u"name"_s}});
    if (!parser.parse(arguments))
        return cli::printError(
            {Error::Code::Usage,
             parser.errorText() + u". "_s + QCoreApplication::translate("meshscope::Gui", "See meshscope --help"),
             {}},
            false);
    const Result<QString> path = workspacePath(parser);
    if (!path)
        return cli::printError(path.error(), false);
    Result<Services> services = openServices(*path, Workspace::Open::CreateIfMissing);
    if (!services)
        return cli::printError(services.error(), false);
    WindowSet windows(*services);
    if (parser.isSet(u"shots"_s)) {
        const Result<int> made = makeShots(*services, windows, parser.value(u"shots"_s), parser.value(u"only"_s));
        return made ? cli::Done : cli::printError(made.error(), false);
    }
    windows.open(parser.positionalArguments().value(0));
    return QApplication::exec();
}

Result<QByteArray> pictureOf(const MeshPtr &mesh, const graph::DrawnGraph &graph, graph::GraphFormat format)
{
    const HealthPtr health = evaluateHealth(mesh, QDateTime::currentDateTimeUtc());
    const ScenePtr scene = sceneOf(*mesh, graph, [&](NodeId n) -> std::optional<Status> {
        const Status status = health->status(n);
        return status == Status::NoPromise ? std::nullopt : std::optional(status);
    });
    const QString title = graph.root.isValid() ? mesh->name(graph.root) : QString();
    return pictureOf(*scene, tokensOf(Scheme::Light), format, title);
}

QByteArray reportPdf(const Report &report)
{
    QString html = u"<h2>"_s + report.title.toHtmlEscaped() + u"</h2><p>"_s + report.subtitle.toHtmlEscaped() +
                   u"</p><table cellspacing='0' cellpadding='3' width='100%'><thead><tr>"_s;
    for (const QString &cell : report.head)
        html += u"<th align='left'>"_s + cell.toHtmlEscaped() + u"</th>"_s;
    html += u"</tr></thead>"_s;
    for (const QStringList &row : report.rows) {
        html += u"<tr>"_s;
        for (const QString &cell : row)
            html += u"<td>"_s + cell.toHtmlEscaped() + u"</td>"_s;
        html += u"</tr>"_s;
    }
    html += u"</table>"_s;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(report.title);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
    QTextDocument document;
    document.setDefaultStyleSheet(
        u"body { font-size: 6pt; } th { border-bottom: 1px solid gray; } h2 { font-size: 12pt; }"_s);
    document.setHtml(html);
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    document.print(&writer);
    return bytes;
}

} // namespace meshscope
