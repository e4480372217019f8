#include "models/catalogs/keptrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::KeptRows)
};

constexpr int deepest = 16;             ///< levels of objects that become columns
constexpr qsizetype mostColumns = 5000; ///< of one sample

} // namespace

void KeptRows::addColumn(const DataRows::Column &column)
{
    if (m_out.columns.size() == mostColumns) {
        m_isTooWide = true;
        return;
    }
    if (!m_indexOf.contains(column.name))
        m_indexOf.insert(column.name, m_out.columns.size());
    m_out.columns.append(column);
}

bool KeptRows::hasRoom()
{
    m_out.more = m_out.more || m_out.rows.size() >= m_most;
    return !m_out.more;
}

QString KeptRows::cellOf(const Node &value)
{
    if (value.isNull())
        return {};
    QString text = value.isScalar() ? value.text() : value.json();
    if (text.isNull())
        text = u""_s; // empty is not null
    if (text.size() > longestCell) {
        text = text.first(longestCell) + u'…';
        m_isCut = true;
    }
    return text;
}

void KeptRows::addList(const Node &row)
{
    const qsizetype width = m_out.columns.size() + (m_isTooWide ? 1 : 0);
    if (!row.isSequence() || (m_isTooWide ? row.size() < width : row.size() != width)) {
        ++m_uneven;
        return;
    }
    if (!hasRoom())
        return;
    QStringList cells;
    for (size_t i = 0; i < size_t(m_out.columns.size()); ++i)
        cells.append(cellOf(row.items()[i]));
    m_out.rows.append(std::move(cells));
}

void KeptRows::put(const QString &name, const Node &value, QStringList &cells)
{
    auto at = m_indexOf.constFind(name);
    if (at == m_indexOf.constEnd()) {
        addColumn({name, {}});
        at = m_indexOf.constFind(name);
    }
    if (at == m_indexOf.constEnd()) // one too many
        return;
    if (cells.size() <= *at)
        cells.resize(*at + 1);
    cells[*at] = cellOf(value);
}

void KeptRows::flatten(const Node &object, const QString &path, int depth, QStringList &cells)
{
    const std::span<const QString> names = object.keys();
    for (size_t i = 0; i < object.items().size(); ++i) {
        const Node &value = object.items()[i];
        const QString name = path.isEmpty() ? names[i] : path + u'.' + names[i];
        if (value.isMap() && value.size() > 0 && depth < deepest)
            flatten(value, name, depth + 1, cells);
        else
            put(name, value, cells);
    }
}

void KeptRows::addObject(const Node &row)
{
    if (!hasRoom())
        return;
    QStringList cells;
    if (row.isMap())
        flatten(row, {}, 1, cells);
    else
        put(u"value"_s, row, cells);
    m_out.rows.append(std::move(cells));
}

void KeptRows::addText(const Node &value)
{
    if (hasRoom())
        m_out.rows.append({cellOf(value)});
}

DataRows KeptRows::take(const QString &kind, const QString &location)
{
    for (QStringList &row : m_out.rows)
        row.resize(m_out.columns.size());
    m_out.kind = kind;
    m_out.location = location;
    const auto note = [this](const QString &text) { m_out.issues.append({Issue::Severity::Note, {}, text}); };
    QStringList hidden;
    for (const DataRows::Column &column : std::as_const(m_out.columns)) {
        if (column.isHidden)
            hidden.append(column.name);
    }
    if (!hidden.isEmpty())
        note(Text::tr("The catalog hides from this login what is in: %1.").arg(hidden.join(u", "_s)));
    if (m_uneven > 0)
        note(Text::tr("%Ln row(s) with other numbers of values than there are columns are left out.", nullptr,
                      int(std::min<qint64>(m_uneven, 1'000'000'000))));
    if (m_isCut)
        note(Text::tr("Values longer than %1 characters are cut.").arg(longestCell));
    if (m_isTooWide)
        note(Text::tr("Only the first %1 columns are shown.").arg(mostColumns));
    return std::move(m_out);
}

} // namespace meshscope
