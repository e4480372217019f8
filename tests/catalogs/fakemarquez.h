#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace meshscope::test {

/// A Marquez of one namespace, as far as its lists go: whatever a test puts in, in pages as the real one gives them. Each
/// request can be answered otherwise, or things changed while it is answered.
class FakeMarquez {
public:
    FakeMarquez();
    void addDataset(const QString &name, const QString &version = QStringLiteral("v1"));
    /// So many datasets t000, t001 …, and a job that reads the first and makes the next two.
    void fill(int count);
    void addJob(const QString &name, const QStringList &inputs, const QStringList &outputs, int runs = 1);
    [[nodiscard]] Run sync(const Progress &progress = {});
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] QStringList asked() const; ///< targets since the last sync began

    QMutex mutex; ///< held while a request is answered
    QList<QJsonObject> datasets;
    QList<QJsonObject> jobs; ///< newest first
    QList<QJsonObject> sources;
    QHash<QString, QList<QJsonObject>> runs;
    int hiddenJobs = 0;        ///< counted, never listed
    std::optional<int> events; ///< received so far; none: a server that does not tell
    /// A script in place of the proper answer, or nothing.
    std::function<std::optional<Script>(const QString &path, int limit, int offset)> instead;

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    ScriptedServer server;
    EndpointConfig config;

private:
    qsizetype m_before = 0;
};

} // namespace meshscope::test
