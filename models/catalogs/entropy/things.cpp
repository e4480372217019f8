// The second part of EntropyReading: what is asked for one by one, or in one answer.
#include "models/catalogs/entropy/reading.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

} // namespace

/// The list has only what stands at a product's top: each is asked for by itself.
Result<void> EntropyReading::readProducts()
{
    const Kind kind{u"dataproducts"_s, u"product"_s, Text::tr("data products"), {}};
    const QString document = u"productDocument"_s;
    const auto unitOfProduct = [](const QString &id) { return unitOf(u"dataproducts/"_s + pathSegment(id)); };
    if (isKept(kind.list)) {
        const EntropyState::List list = m_known->lists.value(kind.list);
        for (const QString &unit : list.units) {
            if (const Result<void> done = unchanged(unit); !done)
                return ended(done.error());
        }
        for (const QString &word : {kind.word, document}) {
            tally().expect(word, list.count);
            tally().count(word, list.count);
        }
        return goOn();
    }
    QList<Thing> things;
    QStringList ids;
    Listing listing = listingOf(kind);
    listing.see = [&](const Node &item) {
        const QString id = item["id"].text();
        const QString name = item["name"].text().isEmpty() ? item["info"]["title"].text() : item["name"].text();
        const QString change = m_state.changes.value(id, u"-"_s);
        things.append({name.isEmpty() ? id : name, unitOfProduct(id), m_hasFeed ? change.toUtf8() : QByteArray()});
        ids.append(id);
    };
    if (Result<void> done = list(listing); !done)
        return done;
    if (things.size() > pageSize)
        m_long.insert(kind.list);
    Details details{document, Text::tr("data products")};
    details.request = [&](qsizetype index) { return HttpRequest::get(u"/api/dataproducts/"_s + pathSegment(ids[index])); };
    details.records = [this](qsizetype, const Node &root, const QString &unit) { return m_reader.product(root, unit); };
    taken();
    if (Result<void> done = this->details(details, things); !done)
        return done;
    const QStringList units = taken();
    m_state.lists.insert(kind.list, {units, units.size()});
    return {};
}

/// All verdicts; the checks behind them of the newest one of each contract and server.
Result<void> EntropyReading::readTests()
{
    QList<Thing> newest;
    QStringList ids;
    QSet<QString> seen;
    Kind kind{u"test-results"_s, u"testResult"_s, Text::tr("results of tests"), {}};
    kind.records = [this](const Node &page, const QString &unit) { return m_reader.testResults(page, unit); };
    kind.see = [&](const Node &item) { // newest first
        const QString what = item["dataContractId"].text() + u'\n' + item["server"].text();
        if (seen.contains(what))
            return;
        seen.insert(what);
        ids.append(item["id"].text());
        newest.append({ids.last(), unitOf(u"test-results/"_s + pathSegment(ids.last())), ids.last().toUtf8()});
    };
    const Kind reports{u"test-results/"_s, u"testReport"_s, Text::tr("checks of tests"), {}};
    const bool isAllKept = isKept(kind.list) && m_known->lists.contains(reports.list);
    if (Result<void> done = readKind(kind); !done)
        return done;
    if (isAllKept)
        return keep(reports);
    Details details{reports.word, reports.title};
    tally().count(reports.word, 0);
    details.request = [&](qsizetype index) { return HttpRequest::get(u"/api/test-results/"_s + pathSegment(ids[index])); };
    details.records = [this](qsizetype, const Node &root, const QString &unit) { return m_reader.checks(root, unit); };
    taken();
    if (Result<void> done = this->details(details, newest); !done)
        return done;
    const QStringList units = taken();
    m_state.lists.insert(reports.list, {units, units.size()});
    return {};
}

/// One answer with all events the server still has (90 days), by product where that is too large.
Result<void> EntropyReading::readLineage()
{
    const QString target = u"/api/v1/lineage"_s;
    const QString unit = unitOf(u"v1/lineage"_s);
    const auto records = [this](const Node &root, const QString &of) { return m_reader.lineage(root, of); };
    progress().report(0, 0, Text::tr("lineage"));
    const Result<JsonPage> page = askJson(client(), HttpRequest::get(target));
    if (!page && page.error().code == Error::Code::Cancelled)
        return ended(page.error());
    if (!page && page.error().code == Error::Code::Full) {
        QList<Thing> things;
        QStringList ids;
        for (auto it = m_state.lists.value(u"dataproducts"_s).units.cbegin();
             it != m_state.lists.value(u"dataproducts"_s).units.cend(); ++it) {
            const QString id = QUrl::fromPercentEncoding(it->section(u'/', -1).toUtf8());
            ids.append(id);
            things.append({id, unit + u"?dataProductId="_s + pathSegment(id), {}});
        }
        Details details{u"lineage"_s, Text::tr("lineage of products")};
        details.request = [&](qsizetype index) { return HttpRequest::get(target, {{u"dataProductId"_s, ids[index]}}); };
        details.records = [&](qsizetype, const Node &root, const QString &of) { return records(root, of); };
        tally().say(Issue::Severity::Note,
                    Text::tr("All events of lineage are more than one answer may hold: they were asked for product by "
                             "product, and those of no product are not read."),
                    unit);
        return this->details(details, things);
    }
    if (!page) {
        if (page.error().code == Error::Code::NotFound) // servers before 2026
            return {};
        lackPage(Text::tr("lineage"), unit, page.error());
        return {};
    }
    if (!page->root().isSequence()) {
        lackPage(Text::tr("lineage"), unit, {Error::Code::Parse, Text::tr("There is no list in the answer."), {}});
        return {};
    }
    tally().expect(u"lineageEvent"_s, page->root().size());
    tally().count(u"lineageEvent"_s, page->root().size());
    return take(unit, *page, [&] { return records(page->root(), unit); });
}

/// Example rows are kept as they came, for whoever shows them; the feed has no word of them.
Result<void> EntropyReading::readExamples()
{
    const QString unit = unitOf(u"example-data"_s);
    const Result<JsonPage> page = askJson(client(), HttpRequest::get(u"/api/example-data"_s));
    if (!page && page.error().code == Error::Code::Cancelled)
        return ended(page.error());
    if (!page || !page->root().isSequence()) {
        const QString why = page ? Text::tr("There is no list in the answer.") : page.error().text;
        tally().say(Issue::Severity::Warning, Text::tr("Example rows could not be read. %1").arg(why), unit);
        return {};
    }
    tally().expect(u"example"_s, page->root().size());
    tally().count(u"example"_s, page->root().size());
    return take(unit, *page, [] { return Records(); });
}

} // namespace meshscope
