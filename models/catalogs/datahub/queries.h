#pragma once

#include <QByteArray>
#include <QList>

namespace meshscope {

/// One kind of thing in DataHub: how the server calls it, and what is asked of it (v1.6 SDL, checked against it).
struct DataHubKind {
    const char *type;       ///< of the API's EntityType: "DATASET"
    const char *object;     ///< of its schema: "Dataset"
    const char *urn;        ///< of its urns: "dataset"
    const char *word;       ///< what it counts as here
    int size;               ///< of a page
    QByteArray (*fields)(); ///< the selection
};
[[nodiscard]] const QList<DataHubKind> &dataHubKinds();
[[nodiscard]] QByteArray scrollQuery(const DataHubKind &kind);   ///< `$input: ScrollAcrossEntitiesInput!`
[[nodiscard]] QByteArray searchQuery(const DataHubKind &kind);   ///< for servers without scroll: ends at 10,000
[[nodiscard]] QByteArray entitiesQuery(const DataHubKind &kind); ///< `$urns`: the same of single ones

/// A list inside an entity that goes on beyond what was asked for with it.
struct DataHubRest {
    const char *name;  ///< of the list in the answer: "lineage"
    const char *items; ///< of what it holds: "relationships"
    int first;         ///< so many came with the entity
    QByteArray (*field)(const QByteArray &start, const QByteArray &count);
};
[[nodiscard]] const QList<DataHubRest> &dataHubRests();
[[nodiscard]] QByteArray restQuery(const DataHubKind &kind, const DataHubRest &rest); ///< `$urn`, `$start`, `$count`
[[nodiscard]] QByteArray infoQuery();   ///< whether it is DataHub, and which version
[[nodiscard]] QByteArray othersQuery(); ///< how many there are of kinds that are not read

} // namespace meshscope
