#include "models/catalogs/postgresql/rows.h"

#include "models/catalogs/postgresql/relations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

// Names hold dots: what is asked for is the whole name, not its parts.
constexpr auto relationSql = R"sql(
SELECT c.oid::bigint, n.nspname, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       has_schema_privilege(n.oid, 'USAGE')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname || '.' || c.relname = $1 ORDER BY c.relispartition LIMIT 1
)sql";

// What has a length of its own may be gigabytes: it is cut before it is sent. The rest is sent as the server writes it: a
// cast would strip blanks.
constexpr auto columnsSql = R"sql(
SELECT a.attname, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), has_column_privilege($1::bigint::oid, a.attnum, 'SELECT'),
       t.typlen = -1 AND a.atttypid NOT IN ('numeric'::regtype, 'bpchar'::regtype, 'bit'::regtype, 'varbit'::regtype,
                                            'inet'::regtype, 'cidr'::regtype)
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = $1::bigint::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
)sql";

struct Found {
    QByteArray oid;
    QString name;   ///< as people call it
    QByteArray sql; ///< as it is written in a statement
    bool isUsable = false;
};

class Sampling {
public:
    Sampling(Session &session, const Target &target)
        : m_session(session)
        , m_target(target)
    {
    }
    [[nodiscard]] Result<DataRows> read(const QString &dataset, int rows);

private:
    [[nodiscard]] Result<Found> find(const QString &dataset);
    [[nodiscard]] Result<void> readColumns(const Found &relation);
    [[nodiscard]] Result<void> readRows(const Found &relation, int rows);
    void take(const Row &row);
    [[nodiscard]] Result<void> run(const QByteArray &sql)
    {
        return m_session.select(sql, {}, [](const Row &) { return Result<void>(); });
    }

    Session &m_session;
    const Target &m_target;
    DataRows m_out;
    QByteArrayList m_asked; ///< expressions
    QStringList m_denied;
    bool m_isCut = false;
};

Result<Found> Sampling::find(const QString &dataset)
{
    const QString begin = u"postgres://"_s + m_target.server() + u'/' + m_target.database + u'.';
    Found found;
    const auto take = [&](const Row &row) {
        found = {row.bytes(0), row.text(1) + u'.' + row.text(2), row.bytes(3), row.flag(4)};
        return Result<void>();
    };
    if (dataset.startsWith(begin)) {
        const Result<void> asked = m_session.select(relationSql, {dataset.mid(begin.size()).toUtf8()}, take);
        if (!asked)
            return Failure(asked.error());
    }
    if (found.oid.isEmpty())
        return fail(Error::Code::NotFound,
                    Text::tr("%1 is not in the database (any more). Read the endpoint again.").arg(dataset), dataset);
    if (!found.isUsable)
        return fail(Error::Code::Refused,
                    Text::tr("“%1” may not look into the schema of %2. The permission that is missing: USAGE on the schema.")
                        .arg(m_target.user, found.name),
                    dataset);
    return found;
}

Result<void> Sampling::readColumns(const Found &relation)
{
    const Result<void> asked = m_session.select(columnsSql, {relation.oid}, [&](const Row &row) {
        if (!row.flag(3)) {
            m_denied.append(row.text(0));
            return Result<void>();
        }
        const QByteArray name = row.bytes(1);
        m_asked.append(row.flag(4) ? "left(" + name + "::text, " + QByteArray::number(longestCell + 1) + ')' : name);
        m_out.columns.append({row.text(0), row.text(2)});
        return Result<void>();
    });
    if (!asked)
        return asked;
    if (m_asked.isEmpty() && !m_denied.isEmpty())
        return fail(Error::Code::Refused,
                    Text::tr("“%1” may not read %2. The permission that is missing: SELECT on the table.")
                        .arg(m_target.user, relation.name),
                    relation.name);
    return {};
}

void Sampling::take(const Row &row)
{
    QStringList cells;
    for (int i = 0; i < int(m_out.columns.size()); ++i) {
        QString cell = row.isNull(i) ? QString() : row.text(i);
        if (!row.isNull(i) && cell.isNull())
            cell = u""_s; // an empty text is no NULL
        if (m_out.columns[i].type == u"boolean" && !cell.isEmpty())
            cell = cell == u"t" ? u"true"_s : u"false"_s;
        if (cell.size() > longestCell) {
            cell = cell.first(longestCell) + u'…';
            m_isCut = true;
        }
        cells.append(cell);
    }
    m_out.rows.append(cells);
}

Result<void> Sampling::readRows(const Found &relation, int rows)
{
    if (m_asked.isEmpty())
        return {};
    // One more than is shown tells whether there are more.
    const QByteArray sql =
        "SELECT " + m_asked.join(", ") + " FROM " + relation.sql + " LIMIT " + QByteArray::number(rows + 1);
    return m_session.select(sql, {}, [&](const Row &row) {
        if (m_out.rows.size() == rows)
            m_out.more = true;
        else
            take(row);
        return Result<void>();
    });
}

Result<DataRows> Sampling::read(const QString &dataset, int rows)
{
    if (const Result<void> begun = run("BEGIN TRANSACTION READ ONLY"); !begun)
        return Failure(begun.error());
    if (const Result<void> limited = run("SET LOCAL statement_timeout = 60000"); !limited)
        return Failure(limited.error());
    const Result<Found> relation = find(dataset);
    if (!relation)
        return Failure(relation.error());
    if (const Result<void> done = readColumns(*relation); !done)
        return Failure(done.error());
    if (const Result<void> done = readRows(*relation, rows); !done)
        return Failure(done.error());
    m_out.kind = u"postgresql"_s;
    m_out.location = m_target.server() + u'/' + m_target.database + u'.' + relation->name;
    const auto note = [&](const QString &text) { m_out.issues.append({Issue::Severity::Note, {}, text}); };
    if (!m_denied.isEmpty())
        note(Text::tr("Left out, because “%1” may not read them: %2.").arg(m_target.user, m_denied.join(u", "_s)));
    if (m_isCut)
        note(Text::tr("Values longer than %1 characters are cut.").arg(longestCell));
    return std::move(m_out);
}

} // namespace

Result<DataRows> firstRows(Session &session, const Target &target, const QString &dataset, int rows)
{
    return Sampling(session, target).read(dataset, rows);
}

} // namespace meshscope::postgresql
