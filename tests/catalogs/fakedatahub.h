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
    /// Puts other fields into an entity, and tells nobody.
    void change(const QString &urn, const QJsonObject &fields);
    void remove(const QString &urn);
    /// Feeds tell it: an event of the platform, or the change of an aspect as Avro writes it.
    void tell(const QString &urn, const QString &category = QStringLiteral("DOCUMENTATION"),
              const QString &operation = QStringLiteral("MODIFY"));
    void tellAspect(const QString &urn, const QString &aspect, const QByteArray &now, const QByteArray &before = {},
                    const QString &change = QStringLiteral("UPSERT"), const QString &topic = aspects());
    [[nodiscard]] static QString platform() { return QStringLiteral("PlatformEvent_v1"); }
    [[nodiscard]] static QString aspects() { return QStringLiteral("MetadataChangeLog_Versioned_v1"); }
    [[nodiscard]] static QString series() { return QStringLiteral("MetadataChangeLog_Timeseries_v1"); }
    [[nodiscard]] Run sync();
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] QStringList asked() const;      ///< operations since the last sync began; of feeds "Poll"
    [[nodiscard]] QStringList askedAgain() const; ///< urns of single things, since then

    [[nodiscard]] static QString datasetUrn(const QString &name);
    [[nodiscard]] static QJsonObject lineage(const QStringList &urns, const QString &type = QStringLiteral("DATASET"));

    QMutex mutex; ///< held while a request is answered
    QHash<QString, QList<QJsonObject>> entities;
    QHash<QString, QStringList> allUpstreams; ///< of an entity with more of them than come with it
    QStringList hidden;                       ///< "Dataset.contract": what this version does not know
    QStringList hiddenTypes;                  ///< "DATA_PRODUCT"
    bool hasFeeds = false;
    QHash<QString, QList<QByteArray>> feeds; ///< topic → events
    int lookback = 0;                        ///< of so many events a feed tells also who has just come
    /// Another answer in place of the proper one.
    std::function<std::optional<Script>(const QString &operation, const QString &type, const QJsonObject &variables)>
        instead;
    /// The same of feeds; `isMarked`: it is asked what came since.
    std::function<std::optional<Script>(const QString &topic, bool isMarked)> insteadOfPoll;

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    ScriptedServer server;
    EndpointConfig config;

private:
    [[nodiscard]] Script polled(const SeenRequest &request) const;
    [[nodiscard]] QJsonObject found(const QString &urn) const;
    [[nodiscard]] Script listed(const QJsonObject &input, bool isScroll) const;
    qsizetype m_before = 0;
};

} // namespace meshscope::test
