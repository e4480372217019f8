#include "models/catalogs/datahub/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

const QString api = u"/api/graphql"_s;

} // namespace

DataHubReading::DataHubReading(HttpClient &client, RecordSink &sink, const Progress &progress, const QString &namespaces)
    : PagedReading(client, sink, progress)
    , m_reader(DataHubNames(namespaces))
    , m_own(namespaces.toUtf8())
{
    setSalt(m_own);
}

Result<Outcome> DataHubReading::read()
{
    if (const Result<void> isThere = checkServer(); !isThere)
        return Failure(isThere.error());
    for (const DataHubKind &kind : dataHubKinds()) {
        if (const Result<void> done = readKind(kind); !done)
            return Failure(done.error());
    }
    tellOthers();
    tellUnknown();
    return tally().outcome();
}

/// What answers must be GraphQL, and must know us: otherwise nothing else has to be asked for.
Result<void> DataHubReading::checkServer()
{
    GraphQlDocument document("Info", infoQuery(), {});
    for (;;) {
        const Result<JsonPage> page = askJson(client(), document.request(api, {}));
        if (!page)
            return Failure(page.error());
        switch (document.judge(page->root())) {
        case GraphQlDocument::Verdict::Good:
        case GraphQlDocument::Verdict::Partial: return {};
        case GraphQlDocument::Verdict::Less:
            if (!document.isHollow())
                continue;
            [[fallthrough]];
        case GraphQlDocument::Verdict::Refused:
            return Failure(GraphQlDocument::errorOf(page->root(), client().profile().base.host()));
        }
    }
}

Result<DataHubReading::Listing::Verdict> DataHubReading::judge(GraphQlDocument &document, const Node &root,
                                                               const QString &title)
{
    const QString host = client().profile().base.host();
    switch (document.judge(root)) {
    case GraphQlDocument::Verdict::Good: return Listing::Verdict::Good;
    case GraphQlDocument::Verdict::Less:
        if (!document.isHollow())
            return Listing::Verdict::Again;
        break;
    case GraphQlDocument::Verdict::Partial:
        tally().lack(Text::tr("Not all of the %1 came whole. %2").arg(title, GraphQlDocument::errorOf(root, host).text));
        return Listing::Verdict::Damaged;
    case GraphQlDocument::Verdict::Refused: break;
    }
    return Failure(GraphQlDocument::errorOf(root, host));
}

/// How many there are of kinds that are not read, so that nobody misses them unsaid.
void DataHubReading::tellOthers()
{
    GraphQlDocument document("Others", othersQuery(), {});
    const Result<JsonPage> page = askJson(client(), document.request(api, {}));
    if (!page || document.judge(page->root()) != GraphQlDocument::Verdict::Good)
        return; // it is only told for information
    const Node &data = page->root()["data"];
    QStringList others;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const qint64 total = data.items()[size_t(i)]["total"].integer().value_or(0);
        if (total > 0)
            others.append(u"%1 (%2)"_s.arg(data.keys()[size_t(i)]).arg(total));
    }
    if (!others.isEmpty())
        tally().say(Issue::Severity::Note, Text::tr("The server also has what is not read: %1.").arg(others.join(u", "_s)));
    if (m_ghosts > 0)
        tally().say(Issue::Severity::Note,
                    Text::tr("The server leaves %Ln neighbour(s) out of its lineage: things it was never told of, or hides.",
                             nullptr, int(m_ghosts)));
}

void DataHubReading::tellUnknown()
{
    if (m_unknown.isEmpty())
        return;
    QStringList names(m_unknown.cbegin(), m_unknown.cend());
    names.sort();
    tally().say(
        Issue::Severity::Note,
        Text::tr("This version of DataHub does not know %1. Everything else was read without it.").arg(names.join(u", "_s)));
}

} // namespace meshscope
