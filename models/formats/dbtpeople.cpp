#include "models/formats/dbtmanifest.h"

#include "models/formats/reading.h"

using namespace Qt::StringLiterals;

namespace meshscope {

DbtPeople::DbtPeople(const Node &manifest, const ReadContext &context, Records &out)
    : m_manifest(manifest)
    , m_context(context)
    , m_out(out)
{
    const Node &groups = manifest["groups"];
    for (qsizetype i = 0; groups.isMap() && i < groups.size(); ++i) {
        const Node &group = groups.items()[size_t(i)];
        Party team;
        team.id = groups.keys()[size_t(i)];
        team.name = group["name"].text();
        team.description = group["description"].text();
        team.isTeam = true;
        const Node &owner = group["owner"];
        const QStringList emails = owner["email"].texts();
        team.email = emails.value(0);
        team.source = dbtSource(manifest, group, context, {u"groups"_s, team.id});
        const QString ownerName = owner["name"].text();
        for (qsizetype k = 0; owner.isMap() && k < owner.size(); ++k) {
            if (const QString &key = owner.keys()[size_t(k)]; key != u"name" && key != u"email")
                addProperty(team.properties, key, owner.items()[size_t(k)]);
        }
        if (!ownerName.isEmpty())
            team.properties.append({u"owner"_s, ownerName});
        m_parties.insert(team.id);
        m_groups.insert(group["package_name"].text() + u'.' + team.name,
                        {team.id, ownerName.isEmpty() ? team.name : ownerName, u"owner"_s, team.email});
        m_out.parties.append(std::move(team));
    }
}

QString DbtPeople::party(const QString &name, const QString &email, bool isTeam, const Node &where)
{
    const QString id = email.isEmpty() ? name : email;
    if (id.isEmpty() || m_parties.contains(id))
        return id;
    m_parties.insert(id);
    Party party;
    party.id = id;
    party.name = name.isEmpty() ? email : name;
    party.email = email.isEmpty() && name.contains(u'@') && !name.startsWith(u'@') ? name : email;
    party.isTeam = isTeam;
    party.source = dbtSource(m_manifest, where, m_context, {});
    m_out.parties.append(std::move(party));
    return id;
}

void DbtPeople::addOwner(const Node &owner, QList<PartyRole> &owners)
{
    if (owner.isSequence()) {
        for (const Node &item : owner.items())
            addOwner(item, owners);
        return;
    }
    const QString name = owner.isMap() ? firstText(owner, {"name", "team", "owner"}) : owner.text();
    const QString email = owner.isMap() ? owner["email"].texts().value(0) : QString();
    PartyRole role{party(name, email, false, owner), name.isEmpty() ? email : name, u"owner"_s, email};
    if (role.party.isEmpty())
        return;
    if (role.contact.isEmpty() && name.contains(u'@') && !name.startsWith(u'@'))
        role.contact = name;
    if (!owners.contains(role))
        owners.append(std::move(role));
}

void DbtPeople::addOwners(const Node &node, QList<PartyRole> &owners)
{
    QString group = node["group"].text();
    if (group.isEmpty())
        group = node["config"]["group"].text();
    if (!group.isEmpty()) {
        const QString key = node["package_name"].text() + u'.' + group;
        const PartyRole known = m_groups.value(key);
        owners.append(known.party.isEmpty() ? PartyRole{{}, group, u"owner"_s, {}} : known);
    }
    for (const Node *meta : {&node["meta"], &node["config"]["meta"]}) {
        for (const char *key : {"owner", "owners"}) {
            if (meta->has(key))
                addOwner((*meta)[key], owners);
        }
    }
}

void DbtPeople::addDomain(const QString &id, const QString &name, const QString &parent, const Node &where)
{
    if (m_domains.contains(id))
        return;
    m_domains.insert(id);
    Domain domain;
    domain.id = id;
    domain.name = name;
    domain.domain = parent;
    domain.implied = true;
    domain.source = dbtSource(m_manifest, where, m_context, {});
    m_out.domains.append(std::move(domain));
}

QString DbtPeople::domainOf(const QString &uniqueId, const Node &node)
{
    QString path;
    for (const QString &step : dbtDomainPath(m_context.options, uniqueId, node)) {
        const QString parent = path;
        path += (path.isEmpty() ? QString() : u"/"_s) + step;
        addDomain(path, step, parent, node);
    }
    return path;
}

} // namespace meshscope
