#include "models/mesh/proposals.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Proposals)
};

/// "postgres://host:5432" and "db.schema.table", taken apart.
struct DatasetName {
    QString scheme;
    QString host;
    QString port;
    QString rest; ///< of the namespace, after the host
    QString name;
};

DatasetName partsOf(const QString &ns, const QString &name)
{
    DatasetName parts;
    parts.name = name;
    const qsizetype end = ns.indexOf(u"://");
    if (end < 0) {
        parts.host = ns;
        return parts;
    }
    parts.scheme = ns.first(end);
    QString authority = ns.mid(end + 3);
    if (const qsizetype slash = authority.indexOf(u'/'); slash >= 0) {
        parts.rest = authority.mid(slash);
        authority.truncate(slash);
    }
    const qsizetype colon = authority.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !authority.endsWith(u']') && authority.indexOf(u':') == colon;
    parts.host = hasPort ? authority.first(colon) : authority;
    parts.port = hasPort ? authority.mid(colon + 1) : QString();
    return parts;
}

QString plainScheme(const QString &scheme)
{
    static const QHash<QString, QString> words{{u"postgresql"_s, u"postgres"_s},
                                               {u"s3a"_s, u"s3"_s},
                                               {u"s3n"_s, u"s3"_s},
                                               {u"gcs"_s, u"gs"_s},
                                               {u"sqlserver"_s, u"mssql"_s},
                                               {u"presto"_s, u"trino"_s},
                                               {u"mariadb"_s, u"mysql"_s},
                                               {u"awsathena"_s, u"athena"_s}};
    const QString low = scheme.toLower();
    return words.value(low, low);
}

QString defaultPort(const QString &scheme)
{
    static const QHash<QString, QString> ports{
        {u"postgres"_s, u"5432"_s},  {u"mysql"_s, u"3306"_s}, {u"mssql"_s, u"1433"_s}, {u"oracle"_s, u"1521"_s},
        {u"redshift"_s, u"5439"_s},  {u"trino"_s, u"8080"_s}, {u"kafka"_s, u"9092"_s}, {u"hdfs"_s, u"8020"_s},
        {u"cassandra"_s, u"9042"_s}, {u"hive"_s, u"10000"_s}, {u"db2"_s, u"50000"_s},  {u"clickhouse"_s, u"8123"_s}};
    return ports.value(scheme);
}

QString defaultSchema(const QString &scheme)
{
    static const QHash<QString, QString> schemas{{u"postgres"_s, u"public"_s},  {u"redshift"_s, u"public"_s},
                                                 {u"snowflake"_s, u"public"_s}, {u"mssql"_s, u"dbo"_s},
                                                 {u"hive"_s, u"default"_s},     {u"spark"_s, u"default"_s},
                                                 {u"trino"_s, u"default"_s},    {u"databricks"_s, u"default"_s}};
    return schemas.value(scheme);
}

QString unquoted(QString name)
{
    for (const QChar quote : {u'"', u'`', u'[', u']'})
        name.remove(quote);
    return name;
}

/// A warehouse's name of three parts loses the middle one where that is the schema everybody uses.
QString withoutDefaultSchema(const QString &name, const QString &scheme)
{
    const QString schema = defaultSchema(scheme);
    const QStringList parts = name.split(u'.');
    if (schema.isEmpty() || parts.size() < 2 || parts[parts.size() - 2].compare(schema, Qt::CaseInsensitive) != 0)
        return name;
    QStringList kept = parts;
    kept.removeAt(parts.size() - 2);
    return kept.join(u'.');
}

QString nameIn(const Dataset &d)
{
    return !d.ns.isEmpty() && d.id.startsWith(d.ns + u'/') ? d.id.mid(d.ns.size() + 1) : d.id;
}

QString shortHost(const QString &host)
{
    return host.section(u'.', 0, 0).toLower();
}

/// What tells two spellings of one dataset apart.
QList<MatchReason> differences(const Dataset &one, const Dataset &other)
{
    const DatasetName a = partsOf(one.ns, nameIn(one));
    const DatasetName b = partsOf(other.ns, nameIn(other));
    const QString scheme = plainScheme(a.scheme);
    QList<MatchReason> reasons;
    if (a.scheme.toLower() != b.scheme.toLower())
        reasons.append(MatchReason::Scheme);
    if (a.port != b.port)
        reasons.append(MatchReason::DefaultPort);
    if (a.host.compare(b.host, Qt::CaseInsensitive) != 0)
        reasons.append(shortHost(a.host) == shortHost(b.host) ? MatchReason::HostAlias : MatchReason::SameTable);
    const QString plainA = unquoted(a.name);
    const QString plainB = unquoted(b.name);
    if ((plainA != a.name) != (plainB != b.name))
        reasons.append(MatchReason::Quoting);
    const QString bareA = withoutDefaultSchema(plainA, scheme);
    const QString bareB = withoutDefaultSchema(plainB, scheme);
    if ((bareA != plainA) != (bareB != plainB))
        reasons.append(MatchReason::DefaultSchema);
    if (bareA != bareB && bareA.compare(bareB, Qt::CaseInsensitive) == 0)
        reasons.append(MatchReason::Case);
    if (reasons.isEmpty())
        reasons.append(MatchReason::Case);
    return reasons;
}

/// Nodes by key; each pair of endpoints that has exactly one each is proposed.
class Proposer {
public:
    Proposer(const Mesh &mesh, const QList<MatchDecision> &decided)
        : m_mesh(mesh)
    {
        for (const MatchDecision &decision : decided) {
            const NodeId a = mesh.find(decision.a);
            const NodeId b = mesh.find(decision.b);
            if (a.isValid() && b.isValid())
                m_settled.insert(pairOf(a, b));
        }
    }
    using Reasons = std::function<QList<MatchReason>(NodeId a, NodeId b)>;
    void propose(const QHash<QString, QList<NodeId>> &groups, double confidence, const Reasons &reasons)
    {
        constexpr qsizetype most = 24; // of one key; what so many have is no mark of one thing
        for (const QList<NodeId> &group : groups) {
            if (group.size() < 2 || group.size() > most)
                continue;
            for (qsizetype i = 0; i < group.size(); ++i) {
                for (qsizetype j = i + 1; j < group.size(); ++j) {
                    if (isApart(group[i], group[j]) && isSole(group, group[i], group[j]) &&
                        isSole(group, group[j], group[i]))
                        add(group[i], group[j], confidence, reasons);
                }
            }
        }
    }
    [[nodiscard]] QList<Proposal> take()
    {
        std::stable_sort(m_proposals.begin(), m_proposals.end(), [](const Proposal &x, const Proposal &y) {
            return std::tuple(-x.confidence, x.a.value, x.b.value) < std::tuple(-y.confidence, y.a.value, y.b.value);
        });
        return std::move(m_proposals);
    }

private:
    [[nodiscard]] static quint64 pairOf(NodeId a, NodeId b)
    {
        return (quint64(std::min(a.value, b.value)) << 32) | std::max(a.value, b.value);
    }
    [[nodiscard]] bool knows(quint16 endpoint, NodeId n) const
    {
        const auto facts = m_mesh.facts(n);
        return std::any_of(facts.begin(), facts.end(), [&](const Fact &fact) { return fact.endpoint == endpoint; });
    }
    /// No endpoint knows both: one that does says that they are two.
    [[nodiscard]] bool isApart(NodeId a, NodeId b) const
    {
        const auto facts = m_mesh.facts(a);
        return std::none_of(facts.begin(), facts.end(), [&](const Fact &fact) { return knows(fact.endpoint, b); });
    }
    /// Nothing else of b's endpoints has the key: else it would be a guess which of them a is.
    [[nodiscard]] bool isSole(const QList<NodeId> &group, NodeId a, NodeId b) const
    {
        return std::none_of(group.cbegin(), group.cend(), [&](NodeId other) {
            if (other == a || other == b)
                return false;
            const auto facts = m_mesh.facts(b);
            return std::any_of(facts.begin(), facts.end(), [&](const Fact &fact) { return knows(fact.endpoint, other); });
        });
    }
    void add(NodeId a, NodeId b, double confidence, const Reasons &reasons)
    {
        if (m_settled.contains(pairOf(a, b)))
            return;
        m_settled.insert(pairOf(a, b)); // a surer key found it first
        if (m_mesh.facts(b).front().endpoint < m_mesh.facts(a).front().endpoint)
            std::swap(a, b);
        m_proposals.append({a, b, confidence, reasons(a, b)});
    }

    const Mesh &m_mesh;
    QSet<quint64> m_settled;
    QList<Proposal> m_proposals;
};

using Key = std::function<QString(NodeId)>;

QHash<QString, QList<NodeId>> grouped(const Mesh &mesh, Kind kind, const Key &key)
{
    QHash<QString, QList<NodeId>> groups;
    for (const NodeId node : mesh.nodes(kind)) {
        if (const QString text = key(node); !text.isEmpty())
            groups[text].append(node);
    }
    return groups;
}

void proposeDatasets(const Mesh &mesh, Proposer &proposer)
{
    const auto why = [&](NodeId a, NodeId b) { return differences(mesh.dataset(a), mesh.dataset(b)); };
    const auto plain = [&](NodeId n) {
        const Dataset &d = mesh.dataset(n);
        return d.ns.isEmpty() ? QString() : plainDatasetId(d.ns, nameIn(d));
    };
    proposer.propose(grouped(mesh, Kind::Dataset, plain), 0.95, why);
    const auto tableKey = [&](NodeId n, bool hasHost) {
        const Dataset &d = mesh.dataset(n);
        if (d.ns.isEmpty())
            return QString();
        const DatasetName parts = partsOf(d.ns, nameIn(d));
        const QString scheme = plainScheme(parts.scheme);
        const QString name = withoutDefaultSchema(unquoted(parts.name), scheme).toCaseFolded();
        if (!name.contains(u'.') && !name.contains(u'/')) // a bare name says too little
            return QString();
        return scheme + u'\x1f' + (hasHost ? shortHost(parts.host) : QString()) + u'\x1f' + name;
    };
    proposer.propose(grouped(mesh, Kind::Dataset, [&](NodeId n) { return tableKey(n, true); }), 0.8, why);
    proposer.propose(grouped(mesh, Kind::Dataset, [&](NodeId n) { return tableKey(n, false); }), 0.5, why);
}

QString mailOf(const Party &party)
{
    if (party.id.contains(u'@'))
        return party.id.toLower();
    for (const Property &property : party.properties) {
        if (property.value.contains(u'@') && !property.value.contains(u' '))
            return property.value.toLower();
    }
    return {};
}

void proposeNamed(const Mesh &mesh, Kind kind, Proposer &proposer)
{
    const auto always = [](MatchReason reason) { return [reason](NodeId, NodeId) { return QList<MatchReason>{reason}; }; };
    if (kind == Kind::Party)
        proposer.propose(grouped(mesh, kind, [&](NodeId n) { return mailOf(mesh.party(n)); }), 0.95,
                         always(MatchReason::SameMail));
    proposer.propose(grouped(mesh, kind, [&](NodeId n) { return mesh.entity(n).id.toCaseFolded(); }), 0.85,
                     always(MatchReason::SameId));
    const auto nameOf = [&](NodeId n) { return mesh.name(n).simplified().toCaseFolded(); };
    proposer.propose(grouped(mesh, kind,
                             [&](NodeId n) {
                                 const NodeId domain = mesh.domainOf(n);
                                 const QStringList path = domain.isValid() ? mesh.domainPath(domain) : QStringList();
                                 return path.isEmpty() || path.last() == noDomainId
                                            ? QString()
                                            : nameOf(n) + u'\x1f' + path.last().simplified().toCaseFolded();
                             }),
                     0.8, [](NodeId, NodeId) {
                         return QList<MatchReason>{MatchReason::SameName, MatchReason::SameDomain};
                     });
    proposer.propose(grouped(mesh, kind, nameOf), 0.6, always(MatchReason::SameName));
}

} // namespace

QString plainDatasetId(const QString &ns, const QString &name)
{
    const DatasetName parts = partsOf(ns, name);
    const QString scheme = plainScheme(parts.scheme);
    QString host = parts.host.toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    QString id = scheme + u"://"_s + host;
    if (!parts.port.isEmpty() && parts.port != defaultPort(scheme))
        id += u':' + parts.port;
    return id + parts.rest.toCaseFolded() + u'/' + withoutDefaultSchema(unquoted(name), scheme).toCaseFolded();
}

QString matchReasonText(MatchReason reason)
{
    switch (reason) {
    case MatchReason::Case: return Text::tr("Their names differ in capitals alone.");
    case MatchReason::Quoting: return Text::tr("One of them quotes its name.");
    case MatchReason::DefaultPort: return Text::tr("One of them names the usual port.");
    case MatchReason::DefaultSchema: return Text::tr("One of them names the usual schema.");
    case MatchReason::Scheme: return Text::tr("Their platforms are two words for one.");
    case MatchReason::HostAlias: return Text::tr("One host is the short name of the other.");
    case MatchReason::SameTable: return Text::tr("The schema and the table are the same, the server is another.");
    case MatchReason::SameId: return Text::tr("They have the same identifier.");
    case MatchReason::SameName: return Text::tr("They have the same name.");
    case MatchReason::SameDomain: return Text::tr("They are in domains of the same name.");
    case MatchReason::SameMail: return Text::tr("They have the same address.");
    }
    return {};
}

QString Proposal::why() const
{
    QStringList sentences;
    for (const MatchReason reason : reasons)
        sentences.append(matchReasonText(reason));
    return sentences.join(u' ');
}

QList<Proposal> proposeMatches(const Mesh &mesh, const QList<MatchDecision> &decided)
{
    if (mesh.endpoints().size() < 2)
        return {};
    Proposer proposer(mesh, decided);
    proposeDatasets(mesh, proposer);
    for (const Kind kind : {Kind::Product, Kind::Contract, Kind::Job, Kind::Term, Kind::Party})
        proposeNamed(mesh, kind, proposer);
    return proposer.take();
}

} // namespace meshscope
