#include "models/formats/bitol.h"

#include <QUrl>

namespace meshscope::bitol {

namespace {

QString termName(const QString &url, const QString &description)
{
    if (!description.isEmpty() && description.size() <= 60)
        return description;
    const QUrl parsed(url);
    const QString last = parsed.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (!last.isEmpty())
        return last;
    return parsed.host().isEmpty() ? url : parsed.host();
}

QString firstOf(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool isEmail(const QString &text)
{
    return text.indexOf(u'@') > 0 && !text.contains(u' ') && !text.contains(u'/');
}

/// One member: adds the Party and returns the part it plays. Who has left ("dateOut" in the past) is a former member.
PartyRole member(const DocumentReader &reader, const Node &node)
{
    Party party;
    const QString username = reader.text(node, "username");
    party.name = reader.text(node, "name");
    party.id = firstOf({username, reader.text(node, "email"), party.name});
    if (party.name.isEmpty())
        party.name = party.id;
    party.description = reader.text(node, "description");
    party.email = isEmail(party.id) ? party.id : QString();
    party.tags = reader.texts(node, "tags");
    party.properties = customProperties(reader, node);
    party.source = reader.source(node);
    const QString role = reader.text(node, "role");
    for (const char *key : {"dateIn", "dateOut", "replacedByUsername"})
        addProperty(party.properties, key, node[key]);
    party.terms = terms(reader, node, {});
    PartyRole part{party.id, party.name, roleWord(role), party.email};
    if (!role.isEmpty() && role != part.role)
        party.properties.prepend({QStringLiteral("role"), role});
    const QDate left = QDate::fromString(node["dateOut"].text().left(10), Qt::ISODate);
    if (left.isValid() && left < QDate::currentDate())
        part.role = QStringLiteral("former ") + part.role;
    if (!party.id.isEmpty())
        reader.out().parties.append(party);
    return part;
}

} // namespace

QString roleWord(const QString &role)
{
    const QString lower = role.trimmed().toLower();
    if (lower.isEmpty())
        return QStringLiteral("member");
    for (const QString &word : {QStringLiteral("owner"), QStringLiteral("steward"), QStringLiteral("member")}) {
        if (lower == word || lower.endsWith(u' ' + word) || lower.endsWith(u'-' + word) || lower.endsWith(u'_' + word))
            return word;
    }
    return lower.endsWith(QLatin1String("owner")) ? QStringLiteral("owner") : role.trimmed(); // dataOwner, productOwner
}

QList<Property> customProperties(const DocumentReader &reader, const Node &map)
{
    QList<Property> properties;
    const Node &node = map.peek("customProperties");
    if (node.isMap()) {
        node.use();
        for (size_t i = 0; i < node.keys().size(); ++i)
            properties.append({node.keys()[i], plain(node.items()[i])});
        return properties;
    }
    for (const Node *item : reader.maps(map, "customProperties")) {
        const Node &value = (*item)["value"];
        properties.append({reader.text(*item, "property"), plain(value)});
    }
    return properties;
}

QStringList terms(const DocumentReader &reader, const Node &map, const QString &pointer)
{
    QStringList ids;
    for (const Node *item : reader.maps(map, "authoritativeDefinitions")) {
        const QString url = reader.text(*item, "url");
        if (url.isEmpty())
            continue;
        Term term;
        term.id = term.url = url;
        term.description = reader.text(*item, "description");
        term.name = termName(url, term.description);
        const QString type = reader.text(*item, "type");
        if (!type.isEmpty())
            term.properties.append({QStringLiteral("type"), type});
        term.source = reader.source(*item, pointer);
        if (!ids.contains(url))
            ids.append(url);
        reader.out().terms.append(term);
    }
    return ids;
}

QStringList termsBelow(const DocumentReader &reader, const Node &part)
{
    QStringList ids;
    if (part.isMap() && part.has("authoritativeDefinitions"))
        ids = terms(reader, part, {});
    for (size_t i = 0; i < part.items().size(); ++i) {
        const QString key = part.isMap() ? part.keys()[i] : QString();
        if (part.items()[i].size() > 0 && key != QLatin1String("authoritativeDefinitions") &&
            key != QLatin1String("customProperties") && key != QLatin1String("description"))
            ids += termsBelow(reader, part.items()[i]);
    }
    return ids;
}

QList<Property> support(const DocumentReader &reader, const Node &map)
{
    QList<Property> channels;
    for (const Node *item : reader.maps(map, "support")) {
        const QString channel = reader.text(*item, "channel");
        const QString url = reader.text(*item, "url");
        const QString tool = reader.text(*item, "tool");
        const QString text = reader.text(*item, "description");
        channels.append({channel.isEmpty() ? tool : channel, firstOf({url, text, tool})});
        const auto detail = [&](const char *key, const QString &value) {
            if (!value.isEmpty())
                channels.append({channel + u' ' + QLatin1String(key), value});
        };
        if (!channel.isEmpty())
            detail("tool", tool);
        if (!url.isEmpty())
            detail("description", text);
        detail("scope", reader.text(*item, "scope"));
        detail("invitationUrl", reader.text(*item, "invitationUrl"));
        for (const Property &property : customProperties(reader, *item))
            channels.append({channel + u' ' + property.name, property.value});
    }
    return channels;
}

QList<PartyRole> team(const DocumentReader &reader, const Node &map, std::string_view key)
{
    QList<PartyRole> parts;
    const Node &node = map.peek(key);
    if (node.isSequence() || node.isNull()) {
        for (const Node *item : reader.maps(map, key))
            parts.append(member(reader, *item));
        return parts;
    }
    if (node.isScalar()) { // only its name
        const QString name = node.text();
        mention(reader, node, name, name, true);
        return {{name, name, QStringLiteral("owner"), {}}};
    }
    Party party;
    party.isTeam = true;
    node.use();
    party.name = reader.text(node, "name");
    party.id = party.name;
    party.description = reader.text(node, "description");
    party.tags = reader.texts(node, "tags");
    party.properties = customProperties(reader, node);
    party.terms = terms(reader, node, {});
    party.source = reader.source(node);
    for (const Node *item : reader.maps(node, "members")) {
        parts.append(member(reader, *item));
        if (!parts.last().role.startsWith(QLatin1String("former ")))
            party.members.append(parts.last().party);
    }
    if (!party.id.isEmpty()) {
        parts.prepend({party.id, party.name, QStringLiteral("owner"), {}});
        reader.out().parties.append(party);
    }
    return parts;
}

void mention(const DocumentReader &reader, const Node &at, const QString &id, const QString &name, bool isTeam)
{
    if (id.isEmpty())
        return;
    Party party;
    party.id = id;
    party.name = name;
    party.isTeam = isTeam;
    party.email = isEmail(id) ? id : QString();
    party.source = reader.source(at);
    reader.out().parties.append(party);
}

QString domain(const DocumentReader &reader, const Node &map, std::string_view key)
{
    const QString name = reader.text(map, key);
    if (name.isEmpty())
        return {};
    Domain implied = impliedDomain(reader.context(), map.peek(key));
    implied.source = reader.source(map.peek(key));
    reader.out().domains.append(implied);
    return name;
}

} // namespace meshscope::bitol
