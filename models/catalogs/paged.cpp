#include "models/catalogs/paged.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Of a list the digests of its items in order of their bytes, of an object those of its fields with their names.
QByteArray digestOf(const Node &value)
{
    if (!value.isMap() && !value.isSequence())
        return digest(QByteArray(1, char('0' + int(value.type()))) + value.text().toUtf8());
    QList<QByteArray> parts;
    parts.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QByteArray part = digestOf(value.items()[size_t(i)]);
        parts.append(value.isMap() ? digest(value.keys()[size_t(i)].toUtf8() + '\0' + part) : part);
    }
    std::sort(parts.begin(), parts.end());
    return digest((value.isMap() ? "{" : "[") + parts.join());
}

} // namespace

Result<JsonPage> jsonPage(const HttpAnswer &answer)
{
    Result<QByteArray> text = answer.jsonText();
    if (!text)
        return Failure(text.error());
    JsonPage page;
    page.bytes = *text;
    page.status = answer.status;
    page.parsed = parseDocuments(page.bytes, Syntax::Json);
    const QString where = answer.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (page.parsed.error)
        return fail(Error::Code::Parse,
                    Text::tr("The answer of %1 is damaged or ends half-way (line %2: %3). Try again; if it stays so, tell "
                             "who runs the catalog.")
                        .arg(answer.url.host())
                        .arg(page.parsed.error->where.line)
                        .arg(page.parsed.error->text),
                    where);
    if (page.parsed.documents.empty())
        return fail(Error::Code::Parse, Text::tr("%1 answered with nothing where data was expected.").arg(answer.url.host()),
                    where);
    return page;
}

Result<JsonPage> askJson(HttpClient &client, const HttpRequest &request)
{
    for (bool isAgain = false;; isAgain = true) {
        const Result<HttpAnswer> answer = client.send(request);
        if (!answer)
            return Failure(answer.error());
        Result<JsonPage> page = jsonPage(*answer);
        if (page || isAgain)
            return page;
    }
}

QByteArray fingerprint(const Node &value, const QByteArray &salt)
{
    return digest(salt + digestOf(value));
}

Result<void> handOver(RecordSink &sink, const QString &unit, const JsonPage &page, const QByteArray &hash,
                      const std::function<Records()> &read)
{
    if (sink.knownHash(unit) == hash)
        return sink.unchanged(unit);
    if (Result<void> kept = sink.original({unit, page.bytes, hash}); !kept)
        return kept;
    return sink.records(unit, read());
}

void ListingCheck::page(std::optional<qint64> total)
{
    m_totalChanged = m_totalChanged || (m_total && total && *m_total != *total);
    if (total)
        m_total = total;
}

bool ListingCheck::saw(const QString &id)
{
    const quint64 key = qFromLittleEndian<quint64>(digest(id.toUtf8()).constData());
    const qsizetype before = m_ids.size();
    m_ids.insert(key);
    const bool isNew = m_ids.size() > before;
    m_twice += isNew ? 0 : 1;
    return isNew;
}

bool ListingCheck::isWhole() const
{
    return m_twice == 0 && !m_totalChanged && (!m_total || *m_total == distinct());
}

bool ListingCheck::isSameAs(const ListingCheck &other) const
{
    return !m_totalChanged && !other.m_totalChanged && m_total == other.m_total && m_twice == other.m_twice &&
           m_ids == other.m_ids;
}

void RunTally::lack(const QString &sentence, const QString &url)
{
    m_outcome.complete = false;
    constexpr qsizetype told = 5; // the rest is among the issues
    if (m_missing.size() < told && !m_missing.contains(sentence))
        m_missing.append(sentence);
    say(Issue::Severity::Error, sentence, url);
}

void RunTally::say(Issue::Severity severity, const QString &text, const QString &url)
{
    m_outcome.issues.append({severity, {{}, 0, 0, url}, text});
}

Outcome RunTally::outcome()
{
    m_outcome.missing = m_missing.join(u' ');
    return std::move(m_outcome);
}

} // namespace meshscope
