#include "models/catalogs/paged.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstddef>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// 128 bits of a value: of 10⁹ values two are alike by chance once in 10²⁰ cases. Added up, they say the same in whatever
/// order. SHA-256 of each single value would cost more than all the rest of reading a page.
struct Mixed {
    quint64 low = 0;
    quint64 high = 0;
    void operator+=(const Mixed &other)
    {
        low += other.low;
        high += other.high + (low < other.low ? 1 : 0);
    }
};

__extension__ typedef unsigned __int128 Product;

/// Both halves of the product: every bit of either side reaches every bit of the result.
quint64 folded(quint64 a, quint64 b)
{
    const Product product = Product(a) * b;
    return quint64(product >> 64) ^ quint64(product);
}

constexpr quint64 seedLow = 0x9e3779b97f4a7c15, seedHigh = 0xd1b54a32d192ed03;

Mixed mixed(const Mixed &state, quint64 first, quint64 second)
{
    return {folded(state.low ^ first ^ seedLow, second ^ seedHigh),
            folded(state.high ^ second ^ 0xa0761d6478bd642f, first ^ state.low ^ 0xe7037ed1a0b428db)};
}

quint64 loaded(const char *bytes)
{
    return qFromLittleEndian<quint64>(bytes);
}

/// The last bytes, fewer than eight, as the low ones of a number.
quint64 loadedTail(const char *bytes, size_t size)
{
    if (size >= 4)
        return quint64(qFromLittleEndian<quint32>(bytes)) | quint64(qFromLittleEndian<quint32>(bytes + size - 4))
                                                                << (8 * (size - 4));
    quint64 value = 0;
    for (size_t i = 0; i < size; ++i)
        value |= quint64(quint8(bytes[i])) << (8 * i);
    return value;
}

Mixed mixedText(std::string_view utf8, quint64 kind)
{
    Mixed state = mixed({seedLow, seedHigh}, kind, quint64(utf8.size()));
    const char *bytes = utf8.data();
    size_t left = utf8.size();
    for (; left >= 16; left -= 16, bytes += 16)
        state = mixed(state, loaded(bytes), loaded(bytes + 8));
    if (left >= 8)
        state = mixed(state, loaded(bytes), loadedTail(bytes + 8, left - 8));
    else if (left > 0)
        state = mixed(state, loadedTail(bytes, left), 0);
    return state;
}

class Digester {
public:
    /// Of a list its items in any order, of an object its fields with their names.
    Mixed operator()(const Node &value)
    {
        const quint64 kind = quint64(value.type()) + 1;
        if (!value.isMap() && !value.isSequence())
            return mixedText(value.utf8(), kind);
        Mixed sum;
        const std::span<const Node> items = value.items();
        for (size_t i = 0; i < items.size(); ++i) {
            const Mixed part = (*this)(items[i]);
            const Mixed name = value.isMap() ? nameOf(value.keyUtf8(i)) : Mixed{};
            sum += mixed(mixed(name, part.low, part.high), kind, 1);
        }
        return mixed(sum, kind, quint64(value.size()));
    }

private:
    struct Name {
        std::string_view utf8;
        Mixed mixed;
    };
    /// Objects of a document share their names' bytes: the latest are remembered by where they lie.
    const Mixed &nameOf(std::string_view utf8)
    {
        Name &name = m_names[(reinterpret_cast<quintptr>(utf8.data()) / alignof(std::max_align_t)) % m_names.size()];
        if (name.utf8.data() != utf8.data() || name.utf8.size() != utf8.size())
            name = {utf8, mixedText(utf8, 99)};
        return name.mixed;
    }

    std::array<Name, 256> m_names;
};

/// "Not all tables, topics and 3 more could be read. The login was refused."
QString partsText(const QStringList &titles, const QString &reason, const QStringList &needs)
{
    constexpr qsizetype named = 3;
    const qsizetype more = titles.size() > named + 1 ? titles.size() - named : 0; // one more is named as well
    const QString list = titles.first(titles.size() - more).join(QStringLiteral(", "));
    QString text = more > 0 ? Text::tr("Not all %1 and %Ln more could be read. %2", nullptr, int(more)).arg(list, reason)
                            : Text::tr("Not all %1 could be read. %2").arg(list, reason);
    if (!needs.isEmpty())
        text += u' ' + Text::tr("It takes: %1.").arg(needs.join(QStringLiteral("; ")));
    return text;
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
    page.next = answer.nextLink().value_or(QString());
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
    const Mixed all = Digester()(value);
    return digest(salt + QByteArray::number(all.low, 16) + '-' + QByteArray::number(all.high, 16));
}

void ListingCheck::page(std::optional<qint64> total)
{
    m_totalChanged = m_totalChanged || (m_total && total && *m_total != *total);
    if (total)
        m_total = total;
}

quint64 ListingCheck::keyOf(const QString &id)
{
    return qFromLittleEndian<quint64>(digest(id.toUtf8()).constData());
}

bool ListingCheck::saw(quint64 key)
{
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
    addMissing(sentence);
    say(Issue::Severity::Error, sentence, url);
}

void RunTally::addMissing(const QString &sentence)
{
    m_outcome.complete = false;
    constexpr qsizetype told = 5; // the rest is among the issues
    if (m_missing.size() < told && !m_missing.contains(sentence))
        m_missing.append(sentence);
}

void RunTally::lackPart(const QString &title, const QString &reason, const QString &url, const QString &needs)
{
    auto found = std::find_if(m_alike.begin(), m_alike.end(), [&](const Alike &one) { return one.reason == reason; });
    const bool isNew = found == m_alike.end();
    if (isNew)
        found = m_alike.insert(m_alike.end(), {reason, {}, {}, m_outcome.issues.size()});
    if (!found->titles.contains(title))
        found->titles.append(title);
    if (!needs.isEmpty() && !found->needs.contains(needs))
        found->needs.append(needs);
    const QString before = found->sentence;
    found->sentence = partsText(found->titles, reason, found->needs);
    if (isNew) {
        lack(found->sentence, url);
        return;
    }
    if (const qsizetype at = m_missing.indexOf(before); at >= 0)
        m_missing[at] = found->sentence;
    m_outcome.issues[found->issue].text = found->sentence;
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
