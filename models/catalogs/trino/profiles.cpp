#include "models/catalogs/trino/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of Reading: what the server believes of the values in tables.
namespace meshscope::trino {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

} // namespace

/// Statistics are one statement a table, and some connectors count for them: only those of chosen catalogs are asked for.
Result<void> Reading::readProfiles(Catalog &catalog)
{
    if (!m_selection.profiles(catalog.name))
        return {};
    int failed = 0;
    QString first;
    for (auto schema = catalog.relations.begin(); schema != catalog.relations.end(); ++schema) {
        for (auto relation = schema->begin(); relation != schema->end(); ++relation) {
            if (relation->type.endsWith(u"VIEW"))
                continue;
            const QString name = catalog.name + u'.' + schema.key() + u'.' + relation.key();
            m_progress.report(m_done, m_total, name);
            const QString table =
                quotedName(catalog.name) + u'.' + quotedName(schema.key()) + u'.' + quotedName(relation.key());
            const Result<void> done = readProfile(table, *relation);
            if (!done && endsAll(done.error()))
                return done;
            if (!done && ++failed == 1)
                first = name + u": "_s + done.error().text;
        }
    }
    if (failed > 0)
        m_tally.say(
            Issue::Severity::Note,
            Text::tr("Statistics of %n tables in catalog “%1” could not be read: %2", "", failed).arg(catalog.name, first));
    return {};
}

/// Columns: name, data size, distinct values, share of NULL, rows, lowest and highest value; the last row is the table's.
Result<void> Reading::readProfile(const QString &table, Relation &relation)
{
    return rows(u"SHOW STATS FOR "_s + table, 0, [&](const Node &row) {
        const auto text = [&](size_t n) { return n < row.items().size() ? row.items()[n].text() : QString(); };
        if (text(0).isEmpty()) {
            relation.rows = text(4);
            return Result<void>();
        }
        QJsonObject profile;
        for (const auto &[n, key] :
             {std::pair(size_t(3), u"nullShare"_s), {2, u"distinct"_s}, {5, u"minimum"_s}, {6, u"maximum"_s}}) {
            if (const QString value = text(n); !value.isEmpty())
                profile.insert(key, value);
        }
        relation.profiles.insert(text(0), profile);
        return Result<void>();
    });
}

} // namespace meshscope::trino
