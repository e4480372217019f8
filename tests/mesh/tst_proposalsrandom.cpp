#include "models/mesh/meshbuilder.h"
#include "models/mesh/proposals.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace meshscope;
using namespace Qt::StringLiterals;

namespace {

/// A dataset's spelling without what catalogs write differently, step by step as the rule says it.
struct Plain {
    QString scheme, host, port, path, name;
    bool isQuoted = false;
    bool namesUsualSchema = false;
    QString bare; ///< name without quotes and usual schema, in its own capitals

    explicit Plain(const Dataset &d)
    {
        name = d.id.startsWith(d.ns + u'/') ? d.id.mid(d.ns.size() + 1) : d.id;
        const qsizetype end = d.ns.indexOf(u"://"_s);
        scheme = end < 0 ? QString() : d.ns.left(end);
        const QString rest = end < 0 ? d.ns : d.ns.mid(end + 3);
        const QString authority = end < 0 ? rest : rest.section(u'/', 0, 0);
        path = rest.mid(authority.size());
        const bool hasPort = end >= 0 && authority.count(u':') == 1 && !authority.startsWith(u':');
        host = hasPort ? authority.section(u':', 0, 0) : authority;
        port = hasPort ? authority.section(u':', 1) : QString();
        QString unquoted = name;
        unquoted.remove(u'"').remove(u'`').remove(u'[').remove(u']');
        isQuoted = unquoted != name;
        const QMap<QString, QString> schemas{{u"postgres"_s, u"public"_s}, {u"snowflake"_s, u"public"_s}};
        QStringList parts = unquoted.split(u'.');
        const QString usual = schemas.value(platform());
        namesUsualSchema = !usual.isEmpty() && parts.size() > 1 && parts[parts.size() - 2].toLower() == usual;
        if (namesUsualSchema)
            parts.removeAt(parts.size() - 2);
        bare = parts.join(u'.');
    }
    [[nodiscard]] QString platform() const { return scheme.toLower() == u"postgresql" ? u"postgres"_s : scheme.toLower(); }
    [[nodiscard]] QString folded() const { return bare.toCaseFolded(); }
    [[nodiscard]] QString shortHost() const { return host.section(u'.', 0, 0).toLower(); }
    [[nodiscard]] QString id() const
    {
        QString low = host.toLower();
        if (low.endsWith(u'.'))
            low.chop(1);
        const bool isUsual = port.isEmpty() || (platform() == u"postgres" && port == u"5432");
        return platform() + u"://"_s + low + (isUsual ? QString() : u':' + port) + path.toCaseFolded() + u'/' + folded();
    }
    [[nodiscard]] bool saysMuch() const { return folded().contains(u'.') || folded().contains(u'/'); }
    [[nodiscard]] QString table() const
    {
        return saysMuch() ? platform() + u'|' + shortHost() + u'|' + folded() : QString();
    }
    [[nodiscard]] QString anywhere() const { return saysMuch() ? platform() + u'|' + folded() : QString(); }
};

QList<MatchReason> reasonsFor(const Plain &a, const Plain &b)
{
    QList<MatchReason> reasons;
    if (a.scheme.toLower() != b.scheme.toLower())
        reasons << MatchReason::Scheme;
    if (a.port != b.port)
        reasons << MatchReason::DefaultPort;
    if (a.host.toCaseFolded() != b.host.toCaseFolded())
        reasons << (a.shortHost() == b.shortHost() ? MatchReason::HostAlias : MatchReason::SameTable);
    if (a.isQuoted != b.isQuoted)
        reasons << MatchReason::Quoting;
    if (a.namesUsualSchema != b.namesUsualSchema)
        reasons << MatchReason::DefaultSchema;
    if ((a.bare != b.bare && a.folded() == b.folded()) || reasons.isEmpty())
        reasons << MatchReason::Case;
    return reasons;
}

QString said(const Mesh &mesh, NodeId a, NodeId b, double confidence, const QList<MatchReason> &reasons)
{
    QString text = mesh.address(a).toString() + u" = "_s + mesh.address(b).toString() + u' ' + QString::number(confidence);
    for (const MatchReason reason : reasons)
        text += u' ' + QString::number(int(reason));
    return text;
}

QSet<quint16> endpointsOf(const Mesh &mesh, NodeId n)
{
    QSet<quint16> endpoints;
    for (const Fact &fact : mesh.facts(n))
        endpoints.insert(fact.endpoint);
    return endpoints;
}

/// Each pair of datasets looked at by itself.
QStringList plainProposals(const Mesh &mesh, const QList<MatchDecision> &decided)
{
    const std::span<const NodeId> nodes = mesh.nodes(Kind::Dataset);
    QSet<std::pair<quint32, quint32>> settled;
    for (const MatchDecision &decision : decided)
        settled.insert(std::minmax(mesh.find(decision.a).value, mesh.find(decision.b).value));
    QStringList all;
    for (int pass = 0; pass < 3; ++pass) {
        QStringList keys;
        for (const NodeId n : nodes) {
            const Plain plain(mesh.dataset(n));
            keys.append(mesh.dataset(n).ns.isEmpty() ? QString()
                        : pass == 0                  ? plain.id()
                        : pass == 1                  ? plain.table()
                                                     : plain.anywhere());
        }
        const auto isSole = [&](size_t i, size_t j) {
            for (size_t k = 0; k < nodes.size(); ++k) {
                if (k != i && k != j && keys[qsizetype(k)] == keys[qsizetype(i)] &&
                    endpointsOf(mesh, nodes[k]).intersects(endpointsOf(mesh, nodes[j])))
                    return false;
            }
            return true;
        };
        for (size_t i = 0; i < nodes.size(); ++i) {
            const QString &key = keys[qsizetype(i)];
            if (key.isEmpty() || keys.count(key) > 24)
                continue;
            for (size_t j = i + 1; j < nodes.size(); ++j) {
                NodeId a = nodes[i];
                NodeId b = nodes[j];
                if (keys[qsizetype(j)] != key || endpointsOf(mesh, a).intersects(endpointsOf(mesh, b)) || !isSole(i, j) ||
                    !isSole(j, i) || settled.contains(std::minmax(a.value, b.value)))
                    continue;
                settled.insert(std::minmax(a.value, b.value));
                if (mesh.facts(b).front().endpoint < mesh.facts(a).front().endpoint)
                    std::swap(a, b);
                all.append(said(mesh, a, b,
                                pass == 0   ? 0.95
                                : pass == 1 ? 0.8
                                            : 0.5,
                                reasonsFor(Plain(mesh.dataset(a)), Plain(mesh.dataset(b)))));
            }
        }
    }
    all.sort();
    return all;
}

QString oneOf(QRandomGenerator &random, const QStringList &list)
{
    return list[random.bounded(int(list.size()))];
}

Dataset randomDataset(QRandomGenerator &random)
{
    static const QStringList spaces{u"postgres://db.shop.example:5432"_s,
                                    u"postgresql://db.shop.example"_s,
                                    u"postgres://db:5432"_s,
                                    u"postgres://DB.shop.example.:6432"_s,
                                    u"snowflake://acme"_s,
                                    u"Snowflake://ACME"_s,
                                    u"snowflake://"_s,
                                    u"s3://bucket"_s,
                                    u"s3://bucket/a"_s,
                                    u"s3://Bucket/A/b"_s,
                                    u"file"_s,
                                    u"file/a"_s,
                                    u"ß/a"_s,
                                    u"x://[::1]:80"_s,
                                    u":://a"_s,
                                    u""_s};
    static const QStringList words{u"a"_s, u"b"_s, u"public"_s, u"straße"_s, u"STRASSE"_s, u"é"_s, u"c"_s, u"d"_s, u"e"_s};
    Dataset d;
    d.ns = random.bounded(3) > 0 ? spaces[random.bounded(4)] : oneOf(random, spaces);
    QString name;
    for (int part = random.bounded(4); part >= 0; --part) {
        QString word = oneOf(random, words);
        if (random.bounded(4) == 0)
            word = word.toUpper();
        const QString quote = random.bounded(8) == 0 ? u"\""_s : QString();
        name += quote + word + quote;
        if (part > 0)
            name += random.bounded(6) == 0 ? u'/' : u'.';
    }
    if (random.bounded(20) == 0)
        name = u'.' + name + u'.';
    d.name = name;
    d.id = d.ns.isEmpty() ? name : datasetId(d.ns, name);
    return d;
}

} // namespace

/// Proposals by keys are those that looking at every pair finds.
class TestProposalsRandom : public QObject {
    Q_OBJECT
private slots:
    void proposalsAreThoseOfLookingAtEveryPair()
    {
        qsizetype found = 0;
        for (quint32 seed = 1; seed <= 80; ++seed) {
            QRandomGenerator random(seed);
            QList<Records> parts(2 + random.bounded(3));
            for (Records &records : parts) {
                for (int i = random.bounded(80); i > 0; --i)
                    records.datasets.append(randomDataset(random));
            }
            const auto build = [&](const QList<MatchDecision> &decided) {
                MeshBuilder builder(nullptr);
                for (qsizetype i = 0; i < parts.size(); ++i) {
                    EndpointFacts facts;
                    facts.name = u"e%1"_s.arg(i);
                    builder.add(facts, parts[i]);
                }
                for (const MatchDecision &decision : decided)
                    builder.confirm(decision.a, decision.b, decision.same);
                return builder.build();
            };
            QList<MatchDecision> decided;
            for (int round = 0; round < 2; ++round) {
                const MeshPtr mesh = build(decided);
                const QList<Proposal> proposals = proposeMatches(*mesh, decided);
                QStringList ours;
                for (const Proposal &p : proposals)
                    ours.append(said(*mesh, p.a, p.b, p.confidence, p.reasons));
                ours.sort();
                QCOMPARE(ours, plainProposals(*mesh, decided));
                found += ours.size();
                for (const Proposal &p : proposals) {
                    if (random.bounded(3) == 0)
                        decided.append({mesh->address(p.a), mesh->address(p.b), random.bounded(2) == 0, {}});
                }
            }
        }
        QVERIFY2(found > 200, qPrintable(QString::number(found)));
    }

    void anIdIsOneTextWhereverItsNamespaceEnds()
    {
        const auto with = [](const QString &ns, const QString &name) {
            Records records;
            Dataset d;
            d.ns = ns;
            d.id = datasetId(ns, name);
            d.name = name;
            records.datasets.append(d);
            return records;
        };
        for (const auto &[ns, name] : {std::pair(u"s3://bucket/A"_s, u"b/c"_s), {u"s3://bucket/A/b"_s, u"c"_s}}) {
            MeshBuilder builder(nullptr);
            EndpointFacts one, two;
            one.name = u"one"_s;
            two.name = u"two"_s;
            builder.add(one, with(u"s3://bucket"_s, u"a/b/c"_s));
            builder.add(two, with(ns, name));
            const MeshPtr mesh = builder.build();
            const QList<Proposal> found = proposeMatches(*mesh, {});
            QCOMPARE(found.size(), 1);
            QCOMPARE(found[0].confidence, 0.95);
        }
    }
};

MESHSCOPE_TEST(TestProposalsRandom)
#include "tst_proposalsrandom.moc"
