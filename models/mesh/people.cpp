#include "models/mesh/meshwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshscope {

namespace {
QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
}
} // namespace

/// Who carries which term and who owns what. Parties are found by id, e-mail, then name; terms by id, URL, then name.
void MeshBuilder::Work::linkPeople()
{
    constexpr int anywhere = -1;
    const auto offer = [](QHash<std::pair<int, QString>, NodeId> &index, int endpoint, const QString &key, NodeId n) {
        if (!key.isEmpty() && !index.contains({endpoint, key}))
            index.insert({endpoint, key}, n);
    };
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Party)]) {
        for (const Fact &f : mesh.facts(n)) {
            const Party &p = mesh.m_parties[f.record];
            for (const QString &mail : {p.email, p.id.contains(u'@') ? p.id : QString()}) {
                offer(partyByMail, f.endpoint, folded(mail), n);
                offer(partyByMail, anywhere, folded(mail), n);
            }
            offer(partyByName, f.endpoint, folded(p.name), n);
            offer(partyByName, f.endpoint, folded(p.id), n);
        }
    }
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Term)]) {
        for (const Fact &f : mesh.facts(n)) {
            const Term &t = mesh.m_terms[f.record];
            offer(termByName, f.endpoint, folded(t.url), n);
            offer(termByName, f.endpoint, folded(t.id), n);
            offer(termByName, f.endpoint, folded(t.name), n);
        }
    }
    Pairs uses;
    for (size_t k = 0; k < kindCount; ++k)
        linkOwners(Kind(k), uses);
    mesh.m_users = rows(std::move(uses));
    partyByMail.clear();
    partyByName.clear();
    termByName.clear();
}

NodeId MeshBuilder::Work::partyFor(quint16 endpoint, const PartyRole &r) const
{
    if (const NodeId byId = reference(endpoint, Kind::Party, r.party); byId.isValid())
        return byId;
    for (const int where : {int(endpoint), -1}) {
        for (const QString &mail : {r.contact, r.party, r.name}) {
            QString key = folded(mail);
            if (key.startsWith(u"mailto:"))
                key = key.mid(7);
            if (const NodeId n = key.contains(u'@') ? partyByMail.value({where, key}) : NodeId{}; n.isValid())
                return n;
        }
    }
    for (const QString &name : {r.party, r.name}) {
        if (const NodeId n = name.isEmpty() ? NodeId{} : partyByName.value({endpoint, folded(name)}); n.isValid())
            return n;
    }
    return {};
}

void MeshBuilder::Work::linkOwners(Kind kind, Pairs &uses)
{
    const std::vector<quint16> &endpoints = endpointOf[size_t(kind)];
    for (quint32 i = 0; i < quint32(recordCount(kind)); ++i) {
        const Entity &e = std::as_const(*this).entity(kind, i);
        const NodeId n = nodeOf[size_t(kind)][i];
        for (qsizetype r = 0; r < e.owners.size(); ++r) {
            const PartyRole &given = e.owners[r];
            const NodeId party = partyFor(endpoints[i], given);
            if (!party.isValid()) {
                dangle(n, Kind::Party, given.party, QCoreApplication::translate("meshscope::Dangling", "owner or member"));
                continue;
            }
            uses.emplace_back(party, n);
            // Whoever was only named gets the id, so that views can link without searching again.
            for (const Fact &f : mesh.facts(party)) {
                const QString &id = mesh.m_parties[f.record].id;
                if (f.endpoint == endpoints[i] && given.party != id)
                    entity(kind, i).owners[r].party = id;
            }
        }
        for (const QString &id : e.terms) {
            NodeId term = reference(endpoints[i], Kind::Term, id);
            if (!term.isValid())
                term = termByName.value({endpoints[i], folded(id)});
            if (term.isValid())
                uses.emplace_back(term, n);
            else
                dangle(n, Kind::Term, id, QCoreApplication::translate("meshscope::Dangling", "term"));
        }
    }
}

} // namespace meshscope
