#include "app/cli/commandline.h"
#include "app/reports.h"
#include "models/graph/export.h"
#ifdef MESHSCOPE_GUI
#include "app/gui.h"
#endif

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

/// Whole or not at all; `-` and no file mean standard output.
Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error::Code::Io,
                    QCoreApplication::translate("meshscope::cli", "could not be written: %1").arg(file.errorString()), path);
    return {};
}

/// What was written, or the bytes themselves where no file was named.
Result<Answer> written(const QString &path, const QByteArray &bytes, QJsonObject facts)
{
    if (path.isEmpty() || path == u"-"_s) {
        Answer answer;
        answer.raw = bytes;
        return answer;
    }
    if (const Result<void> done = writeFile(path, bytes); !done)
        return Failure(done.error());
    facts.insert(u"file"_s, path);
    facts.insert(u"bytes"_s, bytes.size());
    return Answer{
        facts, QCoreApplication::translate("meshscope::cli", "wrote %1 (%2 bytes)").arg(path).arg(bytes.size()), Done, {}};
}

Result<int> depth(const Call &call, const QString &option)
{
    if (!call.has(option) || call.value(option) == u"all"_s)
        return allDepths;
    return call.number(option, 1, 0, 1'000'000);
}

Result<Level> levelOf(const Call &call, Level fallback)
{
    const QString word = call.value(u"level"_s);
    if (word.isEmpty())
        return fallback;
    if (word == u"dataset"_s)
        return Level::Dataset;
    if (word == u"product"_s)
        return Level::Product;
    if (word == u"domain"_s)
        return Level::Domain;
    return usage(
        QCoreApplication::translate("meshscope::cli", "--level takes dataset, product or domain, not \"%1\"").arg(word));
}

Result<graph::DrawnGraph> drawn(Call &call, const Mesh &mesh)
{
    const QString typed = call.positional().value(1);
    if (typed.isEmpty()) {
        const Result<Level> level = levelOf(call, Level::Product);
        return level ? Result<graph::DrawnGraph>(graph::wholeGraph(mesh, *level)) : Failure(level.error());
    }
    const Result<NodeId> root = mesh.resolve(typed);
    if (!root)
        return Failure(root.error());
    const Result<int> up = depth(call, u"up"_s);
    const Result<int> down = depth(call, u"down"_s);
    const Result<Level> level = levelOf(call, defaultLevel(mesh, *root));
    if (!up || !down || !level)
        return Failure(!up ? up.error() : !down ? down.error() : level.error());
    return graph::lineageGraph(mesh, lineage(mesh, *root, *up, *down, *level));
}

Result<Answer> exportGraph(Call &call, const MeshPtr &mesh)
{
    const auto format = graph::graphFormatFromWord(call.value(u"format"_s));
    if (!format)
        return usage(QCoreApplication::translate(
            "meshscope::cli", "export graph takes --format svg, pdf, png, json, csv, graphml, dot or openlineage"));
    const Result<graph::DrawnGraph> picture = drawn(call, *mesh);
    if (!picture)
        return Failure(picture.error());
    QByteArray bytes;
    if (graph::isPicture(*format)) {
#ifdef MESHSCOPE_GUI
        const Result<QByteArray> drawing = pictureOf(mesh, *picture, *format);
        if (!drawing)
            return Failure(drawing.error());
        bytes = *drawing;
#else
        return usage(QCoreApplication::translate(
            "meshscope::cli", "this build draws no pictures: use json, csv, graphml, dot or openlineage"));
#endif
    } else {
        bytes = graph::writeGraph(*mesh, *picture, *format);
    }
    return written(call.value(u"output"_s), bytes,
                   {{u"nodes"_s, qint64(picture->nodes.size())}, {u"edges"_s, qint64(picture->edges.size())}});
}

Result<Answer> exportReport(Call &call, const MeshPtr &mesh, const QString &what)
{
    const QString format = call.has(u"format"_s) ? call.value(u"format"_s) : u"csv"_s;
    const Report report = what == u"health"_s
                              ? healthReport(*evaluateHealth(mesh, QDateTime::currentDateTimeUtc()))
                              : requestsReport((*call.services())->desk->requests(*mesh, QDateTime::currentDateTimeUtc()));
    QByteArray bytes;
    if (format == u"csv"_s) {
        bytes = toCsv(report);
    } else if (format == u"pdf"_s) {
#ifdef MESHSCOPE_GUI
        bytes = reportPdf(report);
#else
        return usage(QCoreApplication::translate("meshscope::cli", "this build writes no PDF: use csv"));
#endif
    } else {
        return usage(QCoreApplication::translate("meshscope::cli", "export %1 takes --format csv or pdf").arg(what));
    }
    return written(call.value(u"output"_s), bytes, {{u"rows"_s, report.rows.size()}});
}

Result<Answer> exportCommand(Call &call)
{
    const QString what = call.positional().value(0);
    if (what != u"graph"_s && what != u"health"_s && what != u"requests"_s)
        return usage(QCoreApplication::translate("meshscope::cli", "export takes graph, health or requests"));
    const Result<MeshPtr> mesh = call.mesh();
    if (!mesh)
        return Failure(mesh.error());
    return what == u"graph"_s ? exportGraph(call, *mesh) : exportReport(call, *mesh, what);
}

} // namespace

std::vector<Command> exportCommands()
{
    return {{u"export"_s,
             u"export graph [ADDRESS] [--up N --down N] [--level L] | health | requests --format F -o FILE"_s,
             QCoreApplication::translate("meshscope::cli", "write the whole graph, the health or the requests to a file"),
             {{u"format"_s,
               QCoreApplication::translate("meshscope::cli",
                                           "svg, pdf, png, json, csv, graphml, dot or openlineage; for tables csv or pdf."),
               u"format"_s},
              {{u"o"_s, u"output"_s},
               QCoreApplication::translate("meshscope::cli", "The file; standard output without it."),
               u"file"_s},
              {u"up"_s, QCoreApplication::translate("meshscope::cli", "Steps upstream, or all (the default)."), u"n"_s},
              {u"down"_s, QCoreApplication::translate("meshscope::cli", "Steps downstream, or all (the default)."), u"n"_s},
              {u"level"_s, QCoreApplication::translate("meshscope::cli", "dataset, product or domain."), u"level"_s}},
             exportCommand}};
}

} // namespace meshscope::cli
