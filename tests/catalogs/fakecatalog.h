#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QTemporaryDir>

namespace meshscope::test {

/// A workspace with one endpoint at a server that answers as a test tells it: by path (without what stands behind “?”).
class FakeCatalog {
public:
    explicit FakeCatalog(const QString &kind, const QHash<QString, QString> &options = {}, const QByteArray &secret = {});
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] Run sync();
    [[nodiscard]] QStringList asked() const; ///< targets since the last sync began
    [[nodiscard]] QList<SeenRequest> seen() const;
    /// Whether any file of the workspace holds these bytes.
    [[nodiscard]] bool isStored(const QByteArray &bytes) const;
    [[nodiscard]] QString addError() const { return m_addError; }

    QMutex mutex;                       ///< held while a request is answered
    QHash<QString, QByteArray> answers; ///< JSON by path, with single quotes for double ones
    /// A script in place of the proper answer, or nothing.
    std::function<std::optional<Script>(const SeenRequest &request, const QString &path)> instead;

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    ScriptedServer server;
    EndpointConfig config;

private:
    [[nodiscard]] Script scriptFor(const SeenRequest &request);
    qsizetype m_before = 0;
    QString m_addError;
};

} // namespace meshscope::test
