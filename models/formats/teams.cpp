#include "models/formats/teams.h"

#include "models/formats/all.h"
#include "models/formats/bitol.h"

namespace meshscope {

namespace {

bool isDomain(const QString &type)
{
    return type.contains(QLatin1String("domain"), Qt::CaseInsensitive);
}

/// Team documents as Entropy Data's git workflow writes them: {id, name, type, parent, members}. A team whose type says
/// domain is a domain; a "Domain Team" is both. Source systems ({id, name, owner}) are jobs: they make data.
class Teams : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("team"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        if (!document.peek("id").isScalar() || !document.peek("name").isScalar())
            return false;
        return isTeam(document) || isSourceSystem(document);
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        if (isTeam(document))
            readTeam(document, context, out);
        else
            readSourceSystem(document, context, out);
    }

private:
    static bool hasOnly(const Node &document, std::initializer_list<const char *> known)
    {
        return std::all_of(document.keys().begin(), document.keys().end(), [&known](const QString &key) {
            return std::any_of(known.begin(), known.end(), [&key](const char *k) { return key == QLatin1String(k); });
        });
    }

    static bool isTeam(const Node &document)
    {
        static const QStringList types{QStringLiteral("domain"),          QStringLiteral("team"),
                                       QStringLiteral("domain team"),     QStringLiteral("subdomain"),
                                       QStringLiteral("enabling team"),   QStringLiteral("platform team"),
                                       QStringLiteral("governance group")};
        const Node &type = document.peek("type");
        return type.type() == Node::Type::String && types.contains(type.text().toLower()) && !document.has("kind") &&
               (document.has("members") || document.has("parent") ||
                hasOnly(document, {"id", "name", "type", "description", "tags", "links", "custom"}));
    }

    static bool isSourceSystem(const Node &document)
    {
        return document.peek("owner").isScalar() &&
               hasOnly(document, {"id", "name", "owner", "description", "tags", "links", "custom"});
    }
};

} // namespace

void readTeam(const Node &document, const ReadContext &context, Records &out)
{
    const DocumentReader reader(document, context, out);
    Entity common;
    common.source = reader.source();
    common.id = reader.text(document, "id");
    common.name = reader.text(document, "name");
    common.description = reader.text(document, "description");
    common.domain = reader.text(document, "parent");
    common.tags = reader.texts(document, "tags");
    common.properties = reader.properties(document, "links") + reader.properties(document, "custom");
    const QString type = reader.text(document, "type");
    common.properties.append({QStringLiteral("type"), type});

    QList<PartyRole> members;
    QStringList memberIds;
    for (const Node *node : reader.maps(document, "members")) {
        const QString id = reader.firstText(*node, {"emailAddress", "email", "username", "id", "name"});
        QString name = reader.text(*node, "name");
        if (name.isEmpty())
            name = id;
        if (id.isEmpty())
            continue;
        bitol::mention(reader, *node, id, name, false);
        members.append({id, name, bitol::roleWord(reader.text(*node, "role")), id.contains(u'@') ? id : QString()});
        memberIds.append(id);
    }
    if (isDomain(type)) {
        Domain domain;
        static_cast<Entity &>(domain) = common;
        domain.owners = members;
        out.domains.append(domain);
    }
    if (type.contains(QLatin1String("team"), Qt::CaseInsensitive) || !isDomain(type)) {
        Party team;
        static_cast<Entity &>(team) = common;
        team.isTeam = true;
        team.owners = members;
        team.members = memberIds;
        if (isDomain(type))
            team.domain = common.id;
        out.parties.append(team);
    }
}

void readSourceSystem(const Node &document, const ReadContext &context, Records &out)
{
    const DocumentReader reader(document, context, out);
    Job system;
    system.source = reader.source();
    system.id = reader.text(document, "id");
    system.name = reader.text(document, "name");
    system.type = QStringLiteral("source system");
    system.description = reader.text(document, "description");
    system.tags = reader.texts(document, "tags");
    system.properties = reader.properties(document, "links") + reader.properties(document, "custom");
    const QString owner = reader.text(document, "owner");
    system.owners.append({owner, owner, QStringLiteral("owner"), {}});
    bitol::mention(reader, document.peek("owner"), owner, owner, true);
    out.jobs.append(system);
}

std::unique_ptr<Format> makeTeams()
{
    return std::make_unique<Teams>();
}

} // namespace meshscope
