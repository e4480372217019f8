#include "models/catalogs/dcat/reading.h"

#include "models/catalogs/dcat/blanknodes.h"
#include "models/formats/format.h"
#include "models/formats/linkeddata.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DcatEndpoint)
};

constexpr qsizetype mostPages = 100'000;
constexpr int mostPasses = 3;

/// What a page is remembered by, so that the server can say that it is as it was.
struct PageNote {
    QByteArray reader;
    QByteArray tag;
    QByteArray modified;
    QString next;
    QStringList datasets;

    [[nodiscard]] QByteArray toBytes() const
    {
        return QByteArrayList{reader, tag, modified, next.toUtf8(), datasets.join(u'\n').toUtf8()}.join('\0');
    }
    [[nodiscard]] static PageNote fromBytes(const QByteArray &bytes)
    {
        const QByteArrayList parts = bytes.split('\0');
        if (parts.size() != 5)
            return {};
        return {parts[0], parts[1], parts[2], QString::fromUtf8(parts[3]),
                QString::fromUtf8(parts[4]).split(u'\n', Qt::SkipEmptyParts)};
    }
};

QByteArray readerName()
{
    return QByteArrayLiteral(MESHSCOPE_VERSION);
}

/// What Hydra says of the list: the next page, and how many there are of all.
struct Hydra {
    QString next;
    std::optional<qint64> total;
    bool isBroken = false; ///< there is a next page, and no address of it
};

Hydra hydraOf(const Node &document)
{
    Hydra found;
    const LinkedData data(document, {});
    for (const Node *object : data.objects()) {
        for (const char16_t *key : {u"next", u"nextPage"}) {
            if (found.next.isEmpty() && (data.is(*object, u"PagedCollection") || data.is(*object, u"Collection") ||
                                         data.is(*object, u"PartialCollectionView")))
                found.next = data.text(*object, QStringView(key));
        }
        for (const char *key : {"hydra:next", "hydra:nextPage", "http://www.w3.org/ns/hydra/core#next"}) {
            found.isBroken = found.isBroken || object->has(key);
        }
        bool ok = false;
        const qint64 total = data.text(*object, u"totalItems").toLongLong(&ok);
        if (ok && total >= 0)
            found.total = total;
    }
    return found;
}

} // namespace

QString dcatUnit(const QUrl &address)
{
    const QString path = address.path(QUrl::FullyEncoded).mid(1);
    return address.hasQuery() ? path + u'?' + address.query(QUrl::FullyEncoded) : path.isEmpty() ? u"catalog"_s : path;
}

DcatReading::DcatReading(HttpClient &client, RecordSink &sink, const Progress &progress)
    : PagedReading(client, sink, progress)
    , m_address(client.profile().base.toString(QUrl::FullyEncoded))
{
}

Result<Outcome> DcatReading::read()
{
    for (m_pass = 1;; ++m_pass) {
        m_address = client().profile().base.toString(QUrl::FullyEncoded);
        m_seen.clear();
        const Result<qint64> done = client().eachPage(asking(m_address), [&](const HttpAnswer &answer) {
            return answer.status == 304 ? unchangedPage() : readPage(answer);
        });
        if (!done && (isOver() || m_datasets.isEmpty()))
            return Failure(done.error());
        if (!done) {
            lackPage(Text::tr("pages of the catalog"), dcatUnit(QUrl(m_address)), done.error());
            break;
        }
        if (m_pass == mostPasses || m_datasets.size() >= m_total.value_or(0))
            break;
    }
    judge();
    return tally().outcome();
}

/// What is read again has a place of its own: the pages before may hold what these no longer do.
QString DcatReading::unitOf(const QString &address) const
{
    const QString unit = dcatUnit(QUrl(address));
    return m_pass > 1 ? unit + u"#pass="_s + QString::number(m_pass) : unit;
}

HttpRequest DcatReading::asking(const QString &address)
{
    HttpRequest request = HttpRequest::get(address).with("Accept", "application/ld+json, application/json;q=0.9, */*;q=0.1");
    const PageNote note = PageNote::fromBytes(sink().note(unitOf(address)));
    if (m_pass > 1 || note.reader != readerName() || (note.tag.isEmpty() && note.modified.isEmpty()))
        return request;
    request = request.accepting({304});
    return note.tag.isEmpty() ? request.with("If-Modified-Since", note.modified) : request.with("If-None-Match", note.tag);
}

/// The site may call itself otherwise than we reached it: a page of the same path is asked for where we are.
QString DcatReading::addressOf(const QString &reference) const
{
    const QUrl here(m_address);
    QUrl next = here.resolved(QUrl(reference));
    if (next.path() == here.path() && !isSameOrigin(next, here)) {
        next.setScheme(here.scheme());
        next.setHost(here.host());
        next.setPort(here.port());
    }
    return next.toString(QUrl::FullyEncoded);
}

DcatReading::Next DcatReading::unchangedPage()
{
    const QString unit = unitOf(m_address);
    const PageNote note = PageNote::fromBytes(sink().note(unit));
    if (const Result<void> kept = keepSame(unit); !kept)
        return Failure(ended(kept.error()));
    for (const QString &id : note.datasets)
        m_datasets.insert(id);
    m_seen.insert(m_address);
    if (note.next.isEmpty())
        return std::optional<HttpRequest>();
    m_address = note.next;
    return std::optional(asking(m_address));
}

DcatReading::Next DcatReading::readPage(const HttpAnswer &answer)
{
    const QString host = answer.url.host();
    HttpAnswer stable = answer;
    stable.body = withStableBlankNodes(answer.body);
    const QByteArray type = answer.header("Content-Type").toLower();
    if (type.contains("turtle") || type.contains("rdf+xml") || type.contains("n-triples"))
        return fail(Error::Code::Parse,
                    Text::tr("%1 gives its catalog as %2. Only JSON-LD can be read: there may be an address for it, such as "
                             "…/catalog.jsonld.")
                        .arg(host, QString::fromLatin1(type.split(';').first())),
                    m_address);
    const Result<JsonPage> page = jsonPage(stable);
    if (!page)
        return Failure(page.error());
    const Format *format = formatOf(page->root());
    if (!format || format->name() != u"DCAT")
        return fail(
            Error::Code::Parse,
            Text::tr("What %1 gives is no catalog in DCAT (JSON-LD). Name the address of the catalog itself.").arg(host),
            m_address);
    const QString unit = unitOf(m_address);
    ReadContext context;
    context.file = unit;
    Records records;
    format->read(page->root(), context, records);
    for (Domain &domain : records.domains) // each page names the catalog it is of
        domain.implied = domain.implied || !m_seen.isEmpty();
    const Hydra hydra = hydraOf(page->root());
    if (hydra.total)
        m_total = hydra.total;
    const std::optional<QString> link = answer.nextLink();
    const QString next = !hydra.next.isEmpty() ? addressOf(hydra.next) : link ? *link : QString();
    if (next.isEmpty() && hydra.isBroken)
        return fail(Error::Code::Parse, Text::tr("The next page of the catalog at %1 has no address.").arg(host), m_address);
    PageNote note{readerName(), answer.header("ETag"), answer.header("Last-Modified"), next, {}};
    const qsizetype before = m_datasets.size();
    for (const Dataset &dataset : std::as_const(records.datasets)) {
        m_datasets.insert(dataset.id);
        note.datasets.append(dataset.id);
    }
    if (!m_seen.isEmpty() && m_pass == 1 && !note.datasets.isEmpty() && m_datasets.size() == before) {
        const Result<void> kept = sink().knownHash(unit).isEmpty() ? Result<void>() : sink().stale(unit, {});
        return kept ? fail(Error::Code::Failed, Text::tr("The pages of the catalog at %1 do not end.").arg(host), m_address)
                    : Failure(ended(kept.error()));
    }
    if (const Result<void> taken = take(unit, *page, [&] { return std::move(records); }); !taken)
        return Failure(ended(taken.error()));
    if (const Result<void> noted = sink().setNote(unit, note.toBytes()); !noted)
        return Failure(ended(noted.error()));
    m_seen.insert(m_address);
    progress().report(m_datasets.size(), m_total.value_or(0), Text::tr("datasets"));
    if (next.isEmpty())
        return std::optional<HttpRequest>();
    if (m_seen.contains(next) || m_seen.size() >= mostPages)
        return fail(Error::Code::Failed, Text::tr("The pages of the catalog at %1 do not end.").arg(host), m_address);
    m_address = next;
    return std::optional(asking(m_address));
}

void DcatReading::judge()
{
    const qint64 found = m_datasets.size();
    tally().count(u"dataset"_s, found);
    tally().expect(u"dataset"_s, std::max(found, m_total.value_or(0)));
    if (m_total && *m_total > found)
        tally().lack(
            Text::tr("The catalog at %1 counts %2 datasets, its pages hold %3. Sync again when there is less going on.")
                .arg(client().profile().base.host())
                .arg(*m_total)
                .arg(found));
}

} // namespace meshscope
