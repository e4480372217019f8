#include "models/mesh/proposals.h"

#include "models/mesh/spelling.h"

#include <QCoreApplication>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Proposals)
};

using Keyed = std::vector<std::pair<quint64, NodeId>>;

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
    void propose(Keyed nodes, double confidence, const Reasons &reasons)
    {
        constexpr ptrdiff_t most = 24; // of one key; what so many have is no mark of one thing
        std::sort(nodes.begin(), nodes.end());
        for (auto begin = nodes.cbegin(), end = begin; begin != nodes.cend(); begin = end) {
            end = std::find_if(begin, nodes.cend(), [key = begin->first](const auto &node) { return node.first != key; });
            if (end - begin < 2 || end - begin > most)
                continue;
            QVarLengthArray<NodeId, most> group;
            for (auto node = begin; node != end; ++node)
                group.append(node->second);
            proposeIn(group, confidence, reasons);
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
    void proposeIn(std::span<const NodeId> group, double confidence, const Reasons &reasons)
    {
        for (size_t i = 0; i < group.size(); ++i) {
            for (size_t j = i + 1; j < group.size(); ++j) {
                if (isApart(group[i], group[j]) && isSole(group, group[i], group[j]) && isSole(group, group[j], group[i]))
                    add(group[i], group[j], confidence, reasons);
            }
        }
    }
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
    [[nodiscard]] bool isSole(std::span<const NodeId> group, NodeId a, NodeId b) const
    {
        return std::none_of(group.begin(), group.end(), [&](NodeId other) {
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

Keyed keyed(const Mesh &mesh, Kind kind, const Key &key)
{
    Keyed nodes;
    Words words;
    for (const NodeId node : mesh.nodes(kind)) {
        if (const QString text = key(node); !text.isEmpty())
            nodes.emplace_back(words.number(text), node);
    }
    return nodes;
}

void proposeDatasets(const Mesh &mesh, Proposer &proposer)
{
    Keyed ids, tables, bare;
    Spellings spellings;
    for (const NodeId node : mesh.nodes(Kind::Dataset)) {
        const Spellings::Keys keys = spellings.of(mesh.dataset(node));
        for (const auto &[key, list] : {std::pair(keys.id, &ids), {keys.table, &tables}, {keys.bare, &bare}}) {
            if (key != 0)
                list->emplace_back(key, node);
        }
    }
    const auto why = [&](NodeId a, NodeId b) { return differences(mesh.dataset(a), mesh.dataset(b)); };
    proposer.propose(std::move(ids), 0.95, why);
    proposer.propose(std::move(tables), 0.8, why);
    proposer.propose(std::move(bare), 0.5, why);
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
        proposer.propose(keyed(mesh, kind, [&](NodeId n) { return mailOf(mesh.party(n)); }), 0.95,
                         always(MatchReason::SameMail));
    proposer.propose(keyed(mesh, kind, [&](NodeId n) { return mesh.entity(n).id.toCaseFolded(); }), 0.85,
                     always(MatchReason::SameId));
    const auto nameOf = [&](NodeId n) { return mesh.name(n).simplified().toCaseFolded(); };
    proposer.propose(keyed(mesh, kind,
                           [&](NodeId n) {
                               const NodeId domain = mesh.domainOf(n);
                               return !domain.isValid() || mesh.name(domain) == noDomainId
                                          ? QString()
                                          : nameOf(n) + u'\x1f' + nameOf(domain);
                           }),
                     0.8, [](NodeId, NodeId) {
                         return QList<MatchReason>{MatchReason::SameName, MatchReason::SameDomain};
                     });
    proposer.propose(keyed(mesh, kind, nameOf), 0.6, always(MatchReason::SameName));
}

} // namespace

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
