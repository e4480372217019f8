#include "models/catalogs/ckan/connector.h"
#include "models/catalogs/datahub/connector.h"
#include "models/catalogs/dcat/connector.h"
#include "models/catalogs/entropy/connector.h"
#include "models/catalogs/datazone/connector.h"
#include "models/catalogs/folder.h"
#include "models/catalogs/glue/connector.h"
#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/iceberg/connector.h"
#include "models/catalogs/marquez/connector.h"
#include "models/catalogs/openmetadata/connector.h"
#include "models/catalogs/opendatamesh/connector.h"
#include "models/catalogs/postgresql/connector.h"
#include "models/catalogs/trino/connector.h"
#include "models/catalogs/unity/connector.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

// The table of what this build can connect to: one line a kind.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Connector)
};

struct Entry {
    EndpointKind (*kind)();
    Result<std::unique_ptr<Connector>> (*make)(const EndpointConfig &config, const ConnectorTools &tools);
    Result<void> (*check)(const EndpointConfig &config, const ConnectorTools &tools);
};

Result<std::unique_ptr<Connector>> makeFolder(const EndpointConfig &config, const ConnectorTools &)
{
    return FolderConnector::make(config);
}

Result<void> nothingToCheck(const EndpointConfig &, const ConnectorTools &)
{
    return {};
}

constexpr std::array entries{
    Entry{&FolderConnector::kind, &makeFolder, &nothingToCheck},
    Entry{&CkanConnector::kind, &CkanConnector::make, &checkHttpEndpoint},
    Entry{&DataHubConnector::kind, &DataHubConnector::make, &checkHttpEndpoint},
    Entry{&DcatConnector::kind, &DcatConnector::make, &checkHttpEndpoint},
    Entry{&EntropyConnector::kind, &EntropyConnector::make, &checkHttpEndpoint},
    Entry{&MarquezConnector::kind, &MarquezConnector::make, &checkHttpEndpoint},
    Entry{&OpenMetadataConnector::kind, &OpenMetadataConnector::make, &checkHttpEndpoint},
    Entry{&OpenDataMeshConnector::kind, &OpenDataMeshConnector::make, &checkHttpEndpoint},
    Entry{&PostgreSqlConnector::kind, &PostgreSqlConnector::make, &PostgreSqlConnector::check},
    Entry{&TrinoConnector::kind, &TrinoConnector::make, &checkHttpEndpoint},
    Entry{&DataZoneConnector::kind, &DataZoneConnector::make, &DataZoneConnector::check},
    Entry{&GlueConnector::kind, &GlueConnector::make, &GlueConnector::check},
    Entry{&IcebergConnector::kind, &IcebergConnector::make, &IcebergConnector::check},
    Entry{&UnityConnector::kind, &UnityConnector::make, &checkHttpEndpoint},
};

EndpointKind kindOf(const Entry &entry)
{
    EndpointKind kind = entry.kind();
    kind.usual.auth = authOption(kind.auth.value(0, kind.usual.auth));
    return kind;
}

const Entry *entryOf(const QString &kind)
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&](const Entry &e) { return e.kind().kind == kind; });
    return found == entries.cend() ? nullptr : &*found;
}

Failure noSuchKind(const EndpointConfig &config)
{
    QStringList kinds;
    for (const Entry &entry : entries)
        kinds.append(entry.kind().kind);
    return fail(Error::Code::Usage,
                Text::tr("There is no endpoint kind “%1”. Kinds: %2.").arg(config.kind, kinds.join(u", "_s)), config.name);
}

} // namespace

QList<EndpointKind> endpointKinds()
{
    QList<EndpointKind> kinds;
    for (const Entry &entry : entries)
        kinds.append(kindOf(entry));
    return kinds;
}

std::optional<EndpointKind> endpointKind(const QString &kind)
{
    const Entry *const entry = entryOf(kind);
    return entry ? std::optional(kindOf(*entry)) : std::nullopt;
}

Result<void> checkEndpoint(const EndpointConfig &config, const ConnectorTools &tools)
{
    const Entry *const entry = entryOf(config.kind);
    return entry ? entry->check(config, tools) : noSuchKind(config);
}

Result<std::unique_ptr<Connector>> makeConnector(const EndpointConfig &config, const ConnectorTools &tools)
{
    const Entry *const entry = entryOf(config.kind);
    if (!entry)
        return noSuchKind(config);
    const EndpointKind kind = kindOf(*entry);
    QStringList options;
    for (const Property &option : kind.options)
        options.append(option.name);
    const QStringList fields = kind.isServer() ? serverFields() : QStringList();
    for (auto it = config.options.cbegin(); it != config.options.cend(); ++it) {
        if (!options.contains(it.key()) && !fields.contains(it.key()))
            return fail(Error::Code::Usage,
                        Text::tr("An endpoint of kind %1 has no option “%2”. Its options: %3.")
                            .arg(config.kind, it.key(), options.join(u", "_s)),
                        config.name);
    }
    return entry->make(config, tools);
}

} // namespace meshscope
