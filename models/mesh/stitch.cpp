#include "models/mesh/stitch.h"

#include <QUrl>

#include <array>
#include <numeric>

namespace meshscope {

namespace {
constexpr quint32 none = 0xffffffffu;

bool isWord(QStringView s)
{
    return !s.isEmpty() &&
           std::all_of(s.begin(), s.end(), [](QChar c) { return c.isLetterOrNumber() || u"+.-_"_qs.contains(c); });
}

/// Warehouses whose unquoted names differ in case from what the catalog prints.
bool foldsCase(QStringView scheme)
{
    static constexpr std::array folding{u"snowflake", u"redshift", u"postgres",     u"postgresql", u"duckdb",  u"databricks",
                                        u"hive",      u"spark",    u"trino",        u"presto",     u"athena",  u"awsathena",
                                        u"awsglue",   u"oracle",   u"db2",          u"teradata",   u"vertica", u"mssql",
                                        u"sqlserver", u"synapse",  u"unitycatalog", u"dremio"};
    return std::any_of(folding.begin(), folding.end(), [&](const char16_t *f) { return scheme == QStringView(f); });
}

QString localKey(quint16 endpoint, const QString &id)
{
    return QChar(endpoint) + (u'\x1f' + id);
}

QStringView nameIn(const Dataset &d)
{
    const QStringView id(d.id);
    return id.startsWith(d.ns) && id.size() > d.ns.size() ? id.mid(d.ns.size() + 1) : id;
}

/// The only record under a key; a second namespace or spelling makes it ambiguous.
struct Sole {
    quint32 record = none;
    bool ambiguous = false;
};

class AuthorityStitch {
public:
    AuthorityStitch(Groups &groups, const QList<Dataset> &datasets)
        : m_groups(groups)
        , m_datasets(datasets)
    {
    }
    void run()
    {
        std::vector<quint32> bare;
        for (qsizetype i = 0; i < m_datasets.size(); ++i) {
            if (m_datasets[i].ns.endsWith(u"://"))
                bare.push_back(quint32(i));
        }
        if (bare.empty())
            return;
        for (qsizetype i = 0; i < m_datasets.size(); ++i)
            learn(quint32(i));
        for (const quint32 record : bare)
            join(record);
    }

private:
    [[nodiscard]] static QString key(QStringView scheme, QStringView name)
    {
        return scheme.toString() + u'\x1f' + name.toString();
    }
    void learn(quint32 record)
    {
        const Dataset &d = m_datasets[record];
        const qsizetype end = d.ns.indexOf(u"://");
        if (end <= 0 || end + 3 == d.ns.size())
            return;
        const QStringView scheme = QStringView(d.ns).first(end);
        remember(m_exact[key(scheme, nameIn(d))], record);
        if (foldsCase(scheme))
            remember(m_folded[key(scheme, nameIn(d).toString().toCaseFolded())], record);
    }
    void remember(Sole &sole, quint32 record)
    {
        if (sole.record == none)
            sole.record = record;
        else if (m_groups.root(sole.record) != m_groups.root(record))
            sole.ambiguous = true;
    }
    void join(quint32 record)
    {
        const Dataset &d = m_datasets[record];
        const QStringView scheme = QStringView(d.ns).chopped(3);
        const QStringView name = nameIn(d);
        Sole sole = m_exact.value(key(scheme, name));
        if (sole.record == none && foldsCase(scheme))
            sole = m_folded.value(key(scheme, name.toString().toCaseFolded()));
        if (sole.record != none && !sole.ambiguous)
            m_groups.unite(sole.record, record);
    }

    Groups &m_groups;
    const QList<Dataset> &m_datasets;
    QHash<QString, Sole> m_exact;
    QHash<QString, Sole> m_folded;
};
} // namespace

bool isGloballyUnique(const QString &id)
{
    if (id.startsWith(u"urn:", Qt::CaseInsensitive))
        return id.indexOf(u':', 4) > 4;
    const qsizetype scheme = id.indexOf(u"://");
    if (scheme > 0) {
        if (!isWord(QStringView(id).first(scheme)))
            return false;
        QStringView host = QStringView(id).mid(scheme + 3);
        if (const qsizetype slash = host.indexOf(u'/'); slash >= 0)
            host = host.first(slash);
        if (const qsizetype user = host.lastIndexOf(u'@'); user >= 0)
            host = host.mid(user + 1);
        // Every machine has a "localhost": such an id is not one thing in two catalogs.
        return !host.isEmpty() && !host.startsWith(u"localhost") && !host.startsWith(u"127.") && !host.startsWith(u"[::1]");
    }
    const qsizetype at = id.indexOf(u'@');
    return at > 0 && id.indexOf(u'@', at + 1) < 0 && id.indexOf(u'.', at + 2) > 0 && !id.endsWith(u'.') &&
           !id.contains(u' ') && !id.contains(u'/');
}

Groups::Groups(size_t size)
    : m_parent(size)
    , m_guarded(size, false)
{
    std::iota(m_parent.begin(), m_parent.end(), 0u);
}

quint32 Groups::root(quint32 record)
{
    while (m_parent[record] != record) {
        m_parent[record] = m_parent[m_parent[record]];
        record = m_parent[record];
    }
    return record;
}

bool Groups::unite(quint32 a, quint32 b)
{
    a = root(a);
    b = root(b);
    if (a == b)
        return true;
    if (m_guarded[a] && m_guarded[b]) {
        for (const auto &[x, y] : m_refused) {
            const quint32 rx = root(x);
            const quint32 ry = root(y);
            if ((rx == a && ry == b) || (rx == b && ry == a))
                return false;
        }
    }
    const quint32 low = std::min(a, b);
    const quint32 high = std::max(a, b);
    m_parent[high] = low;
    m_guarded[low] = m_guarded[low] || m_guarded[high];
    return true;
}

void Groups::refuse(quint32 a, quint32 b)
{
    m_refused.emplace_back(a, b);
    m_guarded[root(a)] = true;
    m_guarded[root(b)] = true;
}

void stitchDatasets(Groups &groups, const QList<Dataset> &datasets, const std::vector<quint16> &endpoints)
{
    QHash<QString, quint32> known;
    known.reserve(datasets.size());
    const auto meet = [&](const QString &key, quint32 record) {
        const auto found = known.constFind(key);
        if (found == known.cend())
            known.insert(key, record);
        else
            groups.unite(*found, record);
    };
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        const Dataset &d = datasets[i];
        const bool global = !d.ns.isEmpty() || isGloballyUnique(d.id);
        meet(global ? d.id : localKey(endpoints[size_t(i)], d.id), quint32(i));
    }
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        for (const QString &alias : datasets[i].aliases) {
            // An alias is a name of this endpoint first; only a full name reaches the others.
            const auto local = known.constFind(localKey(endpoints[size_t(i)], alias));
            if (local != known.cend())
                groups.unite(*local, quint32(i));
            else if (!alias.isEmpty())
                meet(alias, quint32(i));
        }
    }
    AuthorityStitch(groups, datasets).run();
}

} // namespace meshscope
