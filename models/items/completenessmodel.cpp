#include "models/items/completenessmodel.h"

#include "models/mesh/itemroles.h"
#include "models/mesh/status.h"

#include <QCoreApplication>
#include <QLocale>

namespace meshscope {

namespace {
constexpr std::pair<const char *, const char *> titles[] = {
    {"document", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Documents")},
    {"namespace", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Namespaces")},
    {"source", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Sources")},
    {"catalog", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Catalogs")},
    {"database", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Databases")},
    {"schema", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Schemas")},
    {"domain", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Domains")},
    {"product", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Products")},
    {"port", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Ports")},
    {"contract", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Contracts")},
    {"dataset", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Datasets")},
    {"table", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Tables")},
    {"view", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Views")},
    {"volume", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Volumes")},
    {"function", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Functions")},
    {"model", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Models")},
    {"topic", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Topics")},
    {"dashboard", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Dashboards")},
    {"chart", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Charts")},
    {"container", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Containers")},
    {"pipeline", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Pipelines")},
    {"asset", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Assets")},
    {"version", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Versions")},
    {"column", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Columns")},
    {"job", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Jobs")},
    {"run", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Runs of jobs")},
    {"lineageEdge", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Lineage edges")},
    {"columnEdge", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Column edges")},
    {"measurement", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Measurements")},
    {"term", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Terms")},
    {"tag", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Tags")},
    {"party", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "People and teams")},
    {"team", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Teams")},
    {"request", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Access requests")},
    {"event", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Events")},
    {"dataProduct", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Data products")},
    {"project", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Projects")},
    {"domainUnit", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Domain units")},
    {"listing", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Listings")},
    {"accessRequest", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Access requests")},
    {"subscription", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Subscriptions")},
    {"subscriptionRequest", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Subscription requests")},
    {"subscriptionGrant", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Subscription grants")},
    {"response", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Answers to requests")},
    {"contractDocument", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Contracts as documents")},
    {"contractResult", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Checks of contracts")},
    {"descriptor", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Descriptors")},
    {"glossaryTerm", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Terms of glossaries")},
    {"lineage", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Lineage of each")},
    {"lineageEvent", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Lineage events")},
    {"service", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Services")},
    {"relation", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Relations")},
    {"partition", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Partitions")},
    {"icebergTable", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Iceberg tables")},
    {"profile", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Profiles")},
    {"qualityResult", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Quality results")},
    {"testCase", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Tests")},
    {"testHistory", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Results of tests")},
    {"usage", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Usage")},
    {"user", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "People")},
    {"mlmodel", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "ML models")},
    {"storedProcedure", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Stored procedures")},
    {"searchIndex", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Search indexes")},
    {"apiEndpoint", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "API endpoints")},
    {"metric", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Metrics")},
    {"dashboardDataModel", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "Data models of dashboards")},
    {"datazoneDomain", QT_TRANSLATE_NOOP("meshscope::CompletenessModel", "DataZone domains")},
};

qsizetype placeOf(const QString &word)
{
    const auto found = std::find_if(std::begin(titles), std::end(titles),
                                    [&](const auto &t) { return word == QLatin1StringView(t.first); });
    return found - std::begin(titles);
}
} // namespace

QString countTitle(const QString &word)
{
    const qsizetype place = placeOf(word);
    if (place < std::ssize(titles))
        return QCoreApplication::translate("meshscope::CompletenessModel", titles[place].second);
    QString title = word.left(1).toUpper(); // "glossaryNode": a vendor's word as words
    for (const QChar c : word.mid(1))
        title += c.isUpper() ? QStringLiteral(" ") + c.toLower() : QString(c);
    return title;
}

QStringList inReadingOrder(QStringList words)
{
    std::sort(words.begin(), words.end(),
              [](const QString &a, const QString &b) { return std::pair(placeOf(a), a) < std::pair(placeOf(b), b); });
    return words;
}

void CompletenessModel::setRun(const Run &run)
{
    beginResetModel();
    m_rows.clear();
    const auto rowsOf = [&](const QStringList &words, bool isExpected) {
        for (const QString &word : inReadingOrder(words)) {
            if (isExpected)
                m_rows.append({word, run.expected.value(word), run.got.value(word)});
            else if (run.got.value(word) > 0 && !run.expected.contains(word))
                m_rows.append({word, std::nullopt, run.got.value(word)});
        }
    };
    rowsOf(run.expected.keys(), true);
    rowsOf(run.got.keys(), false);
    endResetModel();
}

int CompletenessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompletenessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompletenessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const qint64 lacking = row.expected ? std::max<qint64>(0, *row.expected - row.got) : 0;
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Kind: return countTitle(row.word);
        case Expected: return row.expected ? locale.toString(*row.expected) : QStringLiteral("–");
        case Got: return locale.toString(row.got);
        case Lacking: return row.expected && lacking > 0 ? locale.toString(lacking) : QString();
        default: return {};
        }
    case AddressRole: return row.word;
    case StatusRole:
        if (index.column() != Kind)
            return {};
        return int(!row.expected ? Status::NoPromise : lacking > 0 ? Status::AtRisk : Status::Met);
    case MutedRole: return index.column() == Expected && !row.expected;
    case Qt::ToolTipRole:
        return row.expected ? QVariant() : QVariant(tr("No total is told of these: they stand in what was listed"));
    case Qt::TextAlignmentRole:
        return index.column() == Kind ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant CompletenessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Kind ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return tr("What");
    case Expected: return tr("Expected");
    case Got: return tr("Got");
    case Lacking: return tr("Missing");
    default: return {};
    }
}

} // namespace meshscope
