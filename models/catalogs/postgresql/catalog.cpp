#include "models/catalogs/postgresql/catalog.h"

#include "models/catalogs/postgresql/queries.h"

#include <QCoreApplication>
#include <QUrl>

#include <openssl/evp.h>

#include <bit>

using namespace Qt::StringLiterals;

namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

constexpr qint64 relationsAShare = 16;     ///< what is read again for a change to one of them
constexpr qsizetype sharesAQuestion = 256; ///< a statement has a time limit
/// Of what this program makes of the answers; another version reads them again.
constexpr auto readerVersion = "2";

QString unitOf(const QString &schema, qint64 share, qint64 shares)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(schema));
    return shares == 1 ? name + u".ndjson"_s : u"%1/%2-of-%3.ndjson"_s.arg(name).arg(share + 1).arg(shares);
}

/// A list of numbers as PostgreSQL writes it.
template<class List, class Of>
QByteArray numbers(const List &list, Of of)
{
    QByteArray text = "{";
    for (const auto &item : list)
        text += (text.size() > 1 ? "," : "") + QByteArray::number(of(item));
    return text + '}';
}

/// By OpenSSL, which knows the processor's own instructions: Qt's takes a seventh of a whole sync.
QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray digest(32, '\0');
    bool isGood = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        isGood = isGood && EVP_DigestUpdate(context.get(), part.data(), size_t(part.size())) == 1;
    isGood = isGood && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) == 1;
    Q_ASSERT(isGood); // SHA-256 is never missing
    return digest;
}

/// What costs a schema; all else ends the run.
bool isOfOneSchema(const Error &error)
{
    return error.code == Error::Code::Busy || error.code == Error::Code::Failed || error.code == Error::Code::Refused;
}

} // namespace

/// A power of two, so that a few tables more leave most of them in the share they were in.
qint64 Catalog::Schema::cut() const
{
    return qint64(std::bit_ceil(quint64((relations + relationsAShare - 1) / relationsAShare)));
}

Catalog::Catalog(Session &session, const Target &target, Selection selection, RecordSink &sink, const Progress &progress)
    : m_session(session)
    , m_target(target)
    , m_selection(std::move(selection))
    , m_sink(sink)
    , m_progress(progress)
    , m_naming(u"postgres://"_s + target.server(), target.database)
{
}

Result<Outcome> Catalog::read()
{
    for (const auto step : {&Catalog::begin, &Catalog::readSchemas, &Catalog::readNames, &Catalog::readShares}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    sayWhatIsHidden();
    for (const Schema &schema : std::as_const(m_schemas)) {
        const Result<void> done = readSchema(schema);
        if (done)
            continue;
        if (!isOfOneSchema(done.error()))
            return Failure(done.error());
        // One schema costs itself alone: what was known of it stays.
        m_tally.lack(Text::tr("Schema “%1” was not read: %2").arg(schema.name, done.error().text));
        if (const Result<void> again = begin(); !again)
            return Failure(again.error());
    }
    m_tally.expect(u"dataset"_s, m_total);
    m_tally.count(u"dataset"_s, m_done);
    return m_tally.outcome();
}

/// A new view of everything, of one moment; ends what an error has spoilt.
Result<void> Catalog::begin()
{
    const auto nothing = [](const Row &) { return Result<void>(); };
    if (m_session.isInTransaction()) {
        if (const Result<void> ended = m_session.select("ROLLBACK", {}, nothing); !ended)
            return ended;
    }
    return m_session.select("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", {}, nothing);
}

Failure Catalog::notAsked() const
{
    return fail(Error::Code::Failed,
                Text::tr("Endpoint “%1”: the server sent what was not asked for.").arg(m_target.endpoint),
                m_target.server());
}

/// The one value a question is answered with.
Result<QByteArray> Catalog::one(const char *sql)
{
    QByteArray answer;
    const Result<void> asked = m_session.select(sql, {}, [&](const Row &row) -> Result<void> {
        if (!answer.isNull())
            return notAsked();
        answer = row.bytes(0);
        return {};
    });
    return asked ? Result<QByteArray>(answer) : Failure(asked.error());
}

Result<void> Catalog::readSchemas()
{
    const Result<QByteArray> answer = one(schemasSql);
    if (!answer)
        return Failure(answer.error());
    const Parsed parsed = parseDocuments(*answer, Syntax::Json);
    const auto isSchema = [](const Node &node) {
        return node["oid"].integer() && node["relations"].integer() && !node["name"].text().isEmpty();
    };
    const auto isList = [&](const Node &list) {
        return list.isSequence() && std::all_of(list.items().begin(), list.items().end(), isSchema);
    };
    if (parsed.error || parsed.documents.empty() || !isList(parsed.documents.front()["schemas"]))
        return fail(
            Error::Code::Parse,
            Text::tr("Endpoint “%1”: the list of schemas cannot be read. Try again; if it stays so, tell who runs the "
                     "database.")
                .arg(m_target.endpoint));
    const Node &database = parsed.documents.front();
    for (const Node &node : database["schemas"].items()) {
        Schema schema{node["oid"].integer().value_or(0), node["name"].text(), node["relations"].integer().value_or(0),
                      node["usable"].boolean().value_or(true)};
        if (!m_selection.takes(schema.name))
            continue;
        m_total += schema.relations;
        if (const qint64 partitions = node["partitions"].integer().value_or(0); partitions > 0)
            m_tally.count(u"partition"_s, partitions);
        m_schemas.append(std::move(schema));
    }
    const QString unit = u"schemas.json"_s;
    const QByteArray besides = (m_selection.only + QStringList{u"-"_s} + m_selection.without).join(u'\n').toUtf8();
    const Result<Kept> kept = keep(unit, *answer, besides, [&] { return schemasOf(database, unit, m_naming, m_selection); });
    return kept ? Result<void>() : Failure(kept.error());
}

Result<void> Catalog::readNames()
{
    const Result<QByteArray> types = one(typesSql);
    if (!types)
        return Failure(types.error());
    m_types = *types;
    m_composites = Composites(m_types);
    const Result<QByteArray> names = one(namesSql);
    if (!names)
        return Failure(names.error());
    m_names = sha256({m_types, "\n", *names});
    return {};
}

Result<void> Catalog::readShares()
{
    QHash<qint64, Schema *> byNumber;
    for (Schema &schema : m_schemas)
        byNumber.insert(schema.oid, &schema);
    const QByteArray schemas = numbers(std::as_const(m_schemas), [](const Schema &s) { return s.oid; });
    const QByteArray shares = numbers(std::as_const(m_schemas), [](const Schema &s) { return s.cut(); });
    m_progress.report(0, m_total, Text::tr("What has changed"));
    const Result<void> asked = m_session.select(sharesSql, {schemas, shares}, [&](const Row &row) -> Result<void> {
        Schema *const schema = byNumber.value(row.number(0));
        if (!schema || schema->shares.size() >= schema->cut() || row.number(2) <= 0)
            return notAsked();
        schema->shares.append({row.number(1), row.number(2), row.number(3), row.bytes(4)});
        return {};
    });
    if (!asked)
        return asked;
    for (const Schema &schema : std::as_const(m_schemas)) {
        qint64 told = 0;
        for (const Share &share : schema.shares)
            told += share.relations;
        if (told < schema.relations)
            lackOf(schema, schema.relations - told);
    }
    return {};
}

/// The server itself counts more than it tells of.
void Catalog::lackOf(const Schema &schema, qint64 relations)
{
    m_tally.lack(Text::tr("Endpoint “%1”: %Ln of the tables of schema “%2” did not come. What was known of them stays. Sync "
                          "again.",
                          nullptr, int(std::min<qint64>(relations, std::numeric_limits<int>::max())))
                     .arg(m_target.endpoint, schema.name));
}

/// Tables whose rows are not for this user: they are read like the others, and it is said.
void Catalog::sayWhatIsHidden()
{
    for (const Schema &schema : std::as_const(m_schemas)) {
        qint64 hidden = 0;
        for (const Share &share : schema.shares)
            hidden += share.unreadable;
        if (!schema.isUsable && schema.relations > 0)
            m_tally.say(Issue::Severity::Note,
                        Text::tr("“%1” may not use schema “%2”: what is in it is known, but no rows can be read. The "
                                 "permission that is missing: USAGE on the schema.")
                            .arg(m_target.user, schema.name));
        else if (hidden > 0)
            m_tally.say(Issue::Severity::Note,
                        Text::tr("“%1” may not read %n tables of schema “%2”: they are known, but not their rows. The "
                                 "permission that is missing: SELECT on the tables.",
                                 "", int(std::min<qint64>(hidden, std::numeric_limits<int>::max())))
                            .arg(m_target.user, schema.name));
    }
}

Result<void> Catalog::readSchema(const Schema &schema)
{
    QList<Share> changed;
    for (const Share &share : schema.shares) {
        const QString unit = unitOf(schema.name, share.number, schema.cut());
        if (m_sink.knownHash(unit).isEmpty() || m_sink.note(unit) != m_names + share.state + readerVersion) {
            changed.append(share);
            continue;
        }
        if (const Result<void> kept = m_sink.unchanged(unit); !kept)
            return kept;
        done(schema, share.relations);
    }
    for (qsizetype i = 0; i < changed.size(); i += sharesAQuestion) {
        if (const Result<void> read = readRelations(schema, changed.mid(i, sharesAQuestion)); !read)
            return read;
    }
    return {};
}

Result<void> Catalog::readRelations(const Schema &schema, const QList<Share> &shares)
{
    qsizetype current = 0; ///< shares come in the order they are asked for
    qint64 rows = 0;       ///< of the current one
    QByteArray lines;
    const auto finish = [&]() -> Result<void> {
        if (lines.isEmpty())
            lackOf(schema, shares[current].relations);
        const Result<void> kept = lines.isEmpty() ? Result<void>() : keepShare(schema, shares[current], lines, rows);
        lines.clear();
        return kept;
    };
    const auto take = [&](const Row &row) -> Result<void> {
        while (shares[current].number != row.number(0)) {
            if (const Result<void> finished = finish(); !finished)
                return finished;
            if (++current == shares.size())
                return notAsked();
            rows = 0;
        }
        if (row.isNull(1) ||
            ++rows > shares[current].relations) // counted at the same moment: a list that does not end is none
            return notAsked();
        lines += row.view(1);
        lines += '\n';
        return {};
    };
    const Result<void> asked = m_session.select(relationsSql,
                                                {QByteArray::number(schema.oid), QByteArray::number(schema.cut()),
                                                 numbers(shares, [](const Share &s) { return s.number; })},
                                                take);
    if (!asked)
        return asked;
    for (; current < shares.size(); ++current) {
        if (const Result<void> finished = finish(); !finished)
            return finished;
    }
    return {};
}

Result<void> Catalog::keepShare(const Schema &schema, const Share &share, const QByteArray &lines, qint64 rows)
{
    const QString unit = unitOf(schema.name, share.number, schema.cut());
    const Result<Kept> kept =
        keep(unit, lines, m_types, [&] { return relationsOf(lines, unit, schema.name, m_naming, m_composites); });
    if (!kept)
        return Failure(kept.error());
    done(schema, rows);
    if (rows < share.relations) {
        lackOf(schema, share.relations - rows);
        if (const Result<void> stays = m_sink.stale(unit, {}); !stays)
            return stays;
    }
    if (rows < share.relations || *kept == Kept::Damaged)
        return m_sink.setNote(unit, {}); // asked for again, though nothing changes
    return m_sink.setNote(unit, m_names + share.state + readerVersion);
}

void Catalog::done(const Schema &schema, qint64 relations)
{
    m_done += relations;
    m_progress.report(m_done, m_total, schema.name);
}

/// `besides`: what the records depend on too. Of what was damaged stays what was known.
Result<Catalog::Kept> Catalog::keep(const QString &unit, const QByteArray &bytes, const QByteArray &besides,
                                    const std::function<Records()> &read)
{
    QByteArray hash = sha256({readerVersion, besides, bytes});
    const auto done = [](const Result<void> &step, Kept kept) { return step ? Result<Kept>(kept) : Failure(step.error()); };
    if (m_sink.knownHash(unit) == hash) {
        const Result<void> came = m_sink.original({unit, bytes, hash});
        return done(came ? m_sink.unchanged(unit) : came, Kept::Whole);
    }
    Records records = read();
    const auto damage = std::find_if(records.issues.cbegin(), records.issues.cend(),
                                     [](const Issue &issue) { return issue.severity == Issue::Severity::Error; });
    const bool isDamaged = damage != records.issues.cend();
    if (isDamaged) {
        m_tally.lack(Text::tr("Endpoint “%1”: %2").arg(m_target.endpoint, damage->text), unit);
        hash = sha256({readerVersion, besides, bytes, "damaged"}); // it is read again, though it comes again as it was
    }
    const bool keepsOld = isDamaged && !m_sink.knownHash(unit).isEmpty();
    if (const Result<void> kept = m_sink.original({unit, bytes, hash}); !kept)
        return Failure(kept.error());
    const Result<void> taken = m_sink.records(unit, std::move(records));
    return done(taken && keepsOld ? m_sink.stale(unit, {}) : taken, isDamaged ? Kept::Damaged : Kept::Whole);
}

} // namespace meshscope::postgresql
