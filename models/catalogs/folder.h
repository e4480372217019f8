#pragma once

#include "models/catalogs/connector.h"

#include <filesystem>

namespace meshscope {

/// The mesh folder (DESIGN §4): a directory of open-standard documents, read in parallel, recognised by content.
class FolderConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    FolderConnector(EndpointConfig config, qint64 fileLimit);

    EndpointConfig m_config;
    QStringList m_languages;
    qint64 m_fileLimit;
};

/// Reads `$ref`s for documents of a folder: nothing outside it is opened, whatever the reference says.
class FolderReferences {
public:
    FolderReferences(std::filesystem::path root, qint64 limit)
        : m_root(std::move(root))
        , m_limit(limit)
    {
    }
    [[nodiscard]] Result<QByteArray> read(const QString &relativeTo, const QString &reference) const;
    /// The path below the folder a reference names; Refused when it leads out of it.
    [[nodiscard]] static Result<QString> target(const QString &relativeTo, const QString &reference);
    [[nodiscard]] Result<QByteArray> readPath(const QString &path) const;

private:
    std::filesystem::path m_root; ///< canonical
    qint64 m_limit;
};

} // namespace meshscope
