#pragma once

#include "models/formats/documentreader.h"

/// What Bitol's standards (ODPS, ODCS) share: https://bitol.io. Field names are the same in both.
namespace meshscope::bitol {

/// `customProperties`: a list of {property, value, description}, or (ODCS 2.2 and hand-written) a map.
[[nodiscard]] QList<Property> customProperties(const DocumentReader &reader, const Node &map);
/// `authoritativeDefinitions`: adds a Term (id = URL) for each and returns the ids.
[[nodiscard]] QStringList terms(const DocumentReader &reader, const Node &map, const QString &pointer);
/// Those of every part below: of members, channels, servers, levels.
[[nodiscard]] QStringList termsBelow(const DocumentReader &reader, const Node &part);
/// `support` and its channels: name = channel, value = URL or what there is.
[[nodiscard]] QList<Property> support(const DocumentReader &reader, const Node &map);
/// `team` (an object with members, or the older list of members) or ODCS 2.2's `stakeholders`: adds Parties.
[[nodiscard]] QList<PartyRole> team(const DocumentReader &reader, const Node &map, std::string_view key);
/// "owner", "steward" and "member" for what says as much ("Data Product Owner"), else the source's own word.
[[nodiscard]] QString roleWord(const QString &role);
/// Adds a Party that is only mentioned: id, name and, where the id is one, the e-mail.
void mention(const DocumentReader &reader, const Node &at, const QString &id, const QString &name, bool isTeam);

/// `description` as an object (purpose, limitations, usage) or as plain text.
template<class T>
void description(const DocumentReader &reader, const Node &map, T &to)
{
    const Node &node = map.peek("description");
    if (node.isScalar()) {
        to.description = node.text();
        return;
    }
    const Node &object = reader.map(map, "description");
    to.purpose = reader.text(object, "purpose");
    to.limitations = reader.text(object, "limitations");
    to.usage = reader.text(object, "usage");
    to.description = to.purpose;
    for (const Node *definition : reader.maps(object, "authoritativeDefinitions")) {
        const QString type = reader.text(*definition, "type");
        to.termsOfUse.append({type.isEmpty() ? QStringLiteral("reference") : type, reader.text(*definition, "url")});
    }
    to.properties += customProperties(reader, object);
}

/// The `domain` field: adds the domain it implies and returns its id.
[[nodiscard]] QString domain(const DocumentReader &reader, const Node &map, std::string_view key);

} // namespace meshscope::bitol
