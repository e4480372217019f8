#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace meshscope::test {

/// A DataHub as far as its GraphQL goes: lists of whatever a test puts in, by scroll or by search, and fields it may be told
/// not to know.
class FakeDataHub {
public:
    FakeDataHub();
    /// An entity of a type ("DATASET") with further fields of its answer.
    void add(const QString &type, const QString &urn, QJsonObject fields = {});
    void addDataset(const QString &name, QJsonObject fields = {});
    [[nodiscard]] Run sync();
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] QStringList asked() const; ///< operations since the last sync began

    [[nodiscard]] static QString datasetUrn(const QString &name);
    [[nodiscard]] static QJsonObject lineage(const QStringList &urns, const QString &type = QStringLiteral("DATASET"));

    QMutex mutex; ///< held while a request is answered
    QHash<QString, QList<QJsonObject>> entities;
    QHash<QString, QStringList> allUpstreams; ///< of an entity with more of them than come with it
    QStringList hidden;                       ///< "Dataset.contract": what this version does not know
    QStringList hiddenTypes;                  ///< "DATA_PRODUCT"
    /// Another answer in place of the proper one.
    std::function<std::optional<Script>(const QString &operation, const QString &type, const QJsonObject &variables)>
        instead;

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    ScriptedServer server;
    EndpointConfig config;

private:
    [[nodiscard]] Script listed(const QJsonObject &input, bool isScroll) const;
    qsizetype m_before = 0;
};

} // namespace meshscope::test
