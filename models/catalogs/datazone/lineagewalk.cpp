#include "models/catalogs/datazone/reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The second part of DataZoneReading: lineage. The graph has no list of its nodes: it is walked from the assets, over each
// node's neighbours, and only where there were events since it was walked last.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

constexpr qint64 mostEvents = 2'000; ///< the newest, each of which is asked for once
constexpr qsizetype portion = 200;

} // namespace

Result<void> DataZoneReading::readLineage()
{
    if (!m_options.hasLineage)
        return {};
    if (const Result<void> done = readEvents(); !done)
        return done;
    const Result<bool> walked = isWalked();
    if (!walked)
        return Failure(walked.error());
    return *walked ? Result<void>() : walk();
}

/// Events never change. What they say of columns and runs is nowhere else.
Result<void> DataZoneReading::readEvents()
{
    QStringList ids;
    QList<Thing> things;
    bool isCut = false;
    m_newestEvent.clear();
    Listing listing = listed(u"lineage/events"_s, {{u"sortOrder"_s, u"DESCENDING"_s}});
    listing.title = Text::tr("lineage events");
    listing.needs = u"datazone:ListLineageEvents"_s;
    listing.see = [&](const Node &item) {
        const QString id = item["id"].text();
        ids.append(id);
        things.append({id, m_context.domain + u"/lineage-event/"_s + id, "once"});
        m_newestEvent = std::max(m_newestEvent, item["eventTime"].text() + u' ' + id);
    };
    listing.cursor = [&](const Node &root) {
        const QString next = root["nextToken"].text();
        isCut = !next.isEmpty() && ids.size() >= mostEvents;
        return isCut ? QString() : next;
    };
    if (const Result<void> done = list(listing); !done)
        return done;
    if (isCut)
        tally().say(Issue::Severity::Note,
                    Text::tr("Of the lineage events only the newest %Ln were read.", nullptr, int(ids.size())));
    Details details;
    details.word = u"lineageEvent"_s;
    details.title = Text::tr("lineage events");
    details.needs = u"datazone:GetLineageEvent"_s;
    details.isVital = false;
    details.request = [&](qsizetype i) { return HttpRequest::get(path(u"lineage/events/"_s + pathSegment(ids[i]))); };
    details.records = [](qsizetype, const Node &root, const QString &unit) { return DataZoneReader::event(root, unit); };
    return this->details(details, things);
}

/// Whether the graph stands as it did: the same assets, and no event since.
Result<bool> DataZoneReading::isWalked()
{
    const QString unit = m_context.domain + u"/lineage"_s;
    const QByteArrayList note = sink().note(unit).split('\n');
    m_sources.removeDuplicates();
    m_sources.removeAll(QString());
    m_sources.sort();
    const QByteArray now =
        fingerprint(Node::null(), salt() + m_newestEvent.toUtf8() + m_sources.join(u'\n').toUtf8()).toHex();
    if (note.size() < 3 || note[0] != now || m_newestEvent.isEmpty())
        return false;
    for (qsizetype i = 3; i < note.size(); ++i) {
        if (const Result<void> kept = keepSame(QString::fromUtf8(note[i])); !kept)
            return Result<bool>(ended(kept.error()));
    }
    if (const Result<void> kept = keepSame(unit); !kept)
        return Result<bool>(ended(kept.error()));
    m_hiddenNodes = note[2].toLongLong();
    sayHidden();
    tally().expect(u"lineageNode"_s, note[1].toLongLong());
    tally().count(u"lineageNode"_s, note[1].toLongLong());
    return true;
}

void DataZoneReading::sayHidden()
{
    if (m_hiddenNodes > 0)
        tally().say(Issue::Severity::Note,
                    Text::tr("%Ln node(s) of the lineage may not be seen: what goes through them is not shown.", nullptr,
                             int(m_hiddenNodes)));
}

Result<void> DataZoneReading::walk()
{
    m_nodes.clear();
    m_nodeAliases.clear();
    m_nodeUnits.clear();
    m_hiddenNodes = 0;
    const bool wasComplete = tally().soFar().complete;
    QSet<QString> asked;
    for (QStringList wave = m_sources; !wave.isEmpty();) {
        QStringList pending;
        for (const QString &id : std::as_const(wave)) {
            const bool isKnown = asked.contains(id) || m_nodes.contains(id) || m_nodeAliases.contains(id);
            if (!isKnown)
                pending.append(id);
            asked.insert(id);
        }
        wave.clear();
        for (qsizetype at = 0; at < pending.size(); at += portion) {
            if (const Result<void> done = askNodes(pending.mid(at, portion), wave); !done)
                return done;
        }
        wave.removeDuplicates();
    }
    sayHidden();
    QJsonArray list;
    const QList<LineageEdge> edges = m_reader.edges(m_nodes);
    for (const LineageEdge &edge : edges)
        list.append(QJsonArray{edge.from, edge.to, edge.job});
    JsonPage page;
    page.bytes = QJsonDocument(QJsonObject{{u"edges"_s, list}}).toJson(QJsonDocument::Compact);
    page.parsed = parseDocuments(page.bytes, Syntax::Json);
    const QString unit = m_context.domain + u"/lineage"_s;
    const Result<void> taken = take(unit, page, [&] {
        Records out;
        out.lineage = edges;
        return out;
    });
    if (!taken)
        return taken;
    tally().expect(u"lineageNode"_s, m_nodes.size());
    tally().count(u"lineageNode"_s, m_nodes.size());
    if (!wasComplete || !tally().soFar().complete) { // what was not reached stays, and next time it is walked again
        Result<void> kept = sink().stale(unit, {});
        if (kept)
            kept = sink().setNote(unit, {});
        return kept ? Result<void>() : Result<void>(ended(kept.error()));
    }
    QByteArray note = fingerprint(Node::null(), salt() + m_newestEvent.toUtf8() + m_sources.join(u'\n').toUtf8()).toHex() +
                      '\n' + QByteArray::number(m_nodes.size()) + '\n' + QByteArray::number(m_hiddenNodes);
    for (const QString &known : std::as_const(m_nodeUnits))
        note += '\n' + known.toUtf8();
    const Result<void> noted = sink().setNote(unit, note);
    return noted ? Result<void>() : Result<void>(ended(noted.error()));
}

Result<void> DataZoneReading::askNodes(const QStringList &ids, QStringList &next)
{
    QList<HttpRequest> requests;
    for (const QString &id : ids)
        requests.append(HttpRequest::get(path(u"lineage/nodes/"_s + pathSegment(id))).accepting({403, 404}));
    qint64 failed = 0;
    const Result<void> done =
        client().each(requests, [&](qsizetype index, const Result<HttpAnswer> &answer) -> Result<void> {
            progress().report(m_nodes.size(), 0, Text::tr("lineage"));
            if (answer && answer->status == 404) // an asset nobody told an event of
                return {};
            if (answer && answer->status == 403) {
                ++m_hiddenNodes;
                return {};
            }
            const Result<JsonPage> page = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
            if (!page && page.error().code == Error::Code::Cancelled)
                return ended(page.error());
            if (!page) {
                if (failed++ < 5)
                    lackPage(Text::tr("lineage"), requests[index].target, page.error(), u"datazone:GetLineageNode"_s);
                return {};
            }
            const DataZoneReader::LineageNode node = DataZoneReader::lineageNode(page->root());
            if (node.id.isEmpty() || node.isDamaged) {
                if (failed++ < 5)
                    lackPage(Text::tr("lineage"), requests[index].target,
                             {Error::Code::Parse, Text::tr("The answer about a node of it is damaged."), {}});
            }
            if (node.id.isEmpty() || m_nodes.contains(node.id))
                return {};
            m_nodes.insert(node.id, node);
            m_nodeAliases.insert(node.source, node.id);
            next += node.up;
            next += node.down;
            const QString unit = m_context.domain + u"/lineage/"_s + node.id;
            m_nodeUnits.append(unit);
            return take(unit, *page, [&] { return m_reader.node(page->root(), unit); });
        });
    return done;
}

} // namespace meshscope
