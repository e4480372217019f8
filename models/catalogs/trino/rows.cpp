#include "models/catalogs/trino/rows.h"

#include "models/catalogs/trino/values.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::trino {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

constexpr std::chrono::seconds longest{120};

struct Place {
    QString schema;
    QString table;
    bool operator==(const Place &) const = default;
};

class Sampling {
public:
    Sampling(Asker &asker, const Naming &naming, int rows)
        : m_asker(asker)
        , m_naming(naming)
        , m_rows(rows)
    {
    }
    [[nodiscard]] Result<DataRows> read(const QString &dataset, const std::function<void(int, const QString &)> &told);

private:
    [[nodiscard]] Result<void> find(const QString &catalog, const QString &rest, const QString &dataset);
    [[nodiscard]] Result<bool> take(const Node &row);

    Asker &m_asker;
    const Naming &m_naming;
    const int m_rows;
    Place m_place;
    QStringList m_columns;
    Parsed m_keptColumns; ///< the answer's columns: their signatures are needed for every row
    DataRows m_out;
    bool m_isCut = false;
};

/// Names of schemas hold dots (Iceberg's nested namespaces): whichever way of cutting there is.
Result<void> Sampling::find(const QString &catalog, const QString &rest, const QString &dataset)
{
    QStringList ways;
    for (qsizetype dot = rest.indexOf(u'.'); dot >= 0; dot = rest.indexOf(u'.', dot + 1))
        ways.append(u"(table_schema = "_s + quotedText(rest.first(dot)) + u" AND table_name = "_s +
                    quotedText(rest.sliced(dot + 1)) + u')');
    bool isKnown = false;
    if (!catalog.isEmpty() && !ways.isEmpty()) {
        Asker::Taker taker;
        taker.row = [&](const Node &row) -> Result<bool> {
            const std::span<const Node> cells = row.items();
            if (cells.size() < 3)
                return true;
            const Place place{cells[0].text(), cells[1].text()};
            if (!std::exchange(isKnown, true))
                m_place = place;
            if (place == m_place)
                m_columns.append(quotedName(cells[2].text()));
            return true;
        };
        const Result<void> asked = m_asker.ask(u"SELECT table_schema, table_name, column_name FROM "_s +
                                                   quotedName(catalog) + u".information_schema.columns WHERE "_s +
                                                   ways.join(u" OR "_s) + u" ORDER BY 1, 2, ordinal_position"_s,
                                               taker, longest);
        if (!asked)
            return asked;
    }
    if (isKnown)
        return {};
    return fail(Error::Code::NotFound,
                Text::tr("%1 is not there (any more), or none of its columns may be read. Read the endpoint again; the "
                         "permission that may be missing: SELECT on its columns.")
                    .arg(dataset),
                dataset);
}

Result<bool> Sampling::take(const Node &row)
{
    if (m_out.rows.size() == m_rows) {
        m_out.more = true;
        return false;
    }
    QStringList cells;
    const std::span<const Node> columns =
        m_keptColumns.documents.empty() ? Node::null().items() : m_keptColumns.documents.front().items();
    for (size_t i = 0; i < size_t(m_out.columns.size()); ++i) {
        const Node &value = i < row.items().size() ? row.items()[i] : Node::null();
        QString cell = valueText(value, i < columns.size() ? columns[i]["typeSignature"] : Node::null());
        if (cell.size() > longestCell) {
            cell = cell.first(longestCell) + u'…';
            m_isCut = true;
        }
        cells.append(cell);
    }
    m_out.rows.append(cells);
    return true;
}

Result<DataRows> Sampling::read(const QString &dataset, const std::function<void(int, const QString &)> &told)
{
    const QString begin = m_naming.ns + u'/';
    const QString name = dataset.startsWith(begin) ? dataset.sliced(begin.size()) : QString();
    const QString catalog = name.section(u'.', 0, 0);
    if (const Result<void> found = find(catalog, name.section(u'.', 1), dataset); !found)
        return Failure(found.error());
    Asker::Taker taker;
    taker.columns = [&](const Node &columns) -> Result<void> {
        m_keptColumns = parseDocuments(columns.json().toUtf8(), Syntax::Json);
        for (const Node &column : columns.items())
            m_out.columns.append({column["name"].text(), column["type"].text()});
        return {};
    };
    taker.row = [this](const Node &row) { return take(row); };
    taker.progress = told;
    // One more than is shown tells whether there are more.
    const QString sql = u"SELECT "_s + m_columns.join(u", "_s) + u" FROM "_s + quotedName(catalog) + u'.' +
                        quotedName(m_place.schema) + u'.' + quotedName(m_place.table) + u" LIMIT "_s +
                        QString::number(m_rows + 1);
    if (const Result<void> asked = m_asker.ask(sql, taker, longest); !asked)
        return Failure(asked.error());
    m_out.kind = u"trino"_s;
    m_out.location = name;
    if (m_isCut)
        m_out.issues.append(
            {Issue::Severity::Note, {}, Text::tr("Values longer than %1 characters are cut.").arg(longestCell)});
    return std::move(m_out);
}

} // namespace

Result<DataRows> firstRows(Asker &asker, const Naming &naming, const QString &dataset, int rows,
                           const std::function<void(int percent, const QString &state)> &told)
{
    return Sampling(asker, naming, rows).read(dataset, told);
}

} // namespace meshscope::trino
