#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace meshscope::test {

/// An OpenMetadata as far as its lists and its answers about single things go: whatever a test puts in, in pages as the real
/// one gives them. What no test put in is a route it does not have.
class FakeOpenMetadata {
public:
    FakeOpenMetadata();
    /// Adds to the list at `path` ("tables"), with an id and a fully qualified name.
    QJsonObject &add(const QString &path, const QString &fqn, QJsonObject more = {});
    /// A table of the service "crm", a PostgreSQL at db:5432, with one column.
    QJsonObject &addTable(const QString &fqn, QJsonObject more = {});
    /// So many of them, "t000" and on; the first flows into the second, with columns.
    void addTables(int count);
    /// Both are there, or named by ids alone.
    void addEdge(const QString &from, const QString &to, const QJsonArray &columns = {}, bool isHidden = false);
    void addEvent(const QString &entityType);
    /// A product with a table of lists["tables"] as its one output port, on a server that takes requests for access.
    void offer(const QString &product, const QJsonObject &table);
    [[nodiscard]] static QString uuidOf(const QString &fqn);
    [[nodiscard]] Run sync(const Progress &progress = {});
    [[nodiscard]] QStringList asked() const;                 ///< targets since the last sync began
    [[nodiscard]] Script answer(const SeenRequest &request); ///< for a server of a test's own
    void setOption(const QString &name, const QString &value) { config.options.insert(name, value); }

    QMutex mutex; ///< held while a request is answered
    QMap<QString, QList<QJsonObject>> lists;
    QHash<QString, QJsonObject> answers; ///< by path after /api/v1/
    QSet<QString> refusedFields;
    QList<QJsonObject> events;
    QByteArray version = "{\"version\":\"2.0.6\"}";
    bool isOld = false; ///< a route that is not there is a 500, as up to 1.7
    bool hasEvents = true;
    qint64 hiddenItems = 0; ///< counted in each list, never given
    /// A script in place of the proper answer, or nothing.
    std::function<std::optional<Script>(const QString &path, const QUrlQuery &query)> instead;

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    ScriptedServer server;
    EndpointConfig config;

private:
    [[nodiscard]] Script listAt(const QString &path, const QUrlQuery &query) const;
    [[nodiscard]] Script missing() const;
    /// The life of requests; nothing where it is about something else.
    [[nodiscard]] std::optional<Script> taskAnswer(const SeenRequest &request, const QString &path);
    [[nodiscard]] QJsonObject lineageOf(const QString &uuid) const;
    struct Edge {
        QString from;
        QString to;
        QJsonArray columns;
        bool isHidden;
    };
    QList<Edge> m_edges;
    qsizetype m_before = 0;
};

} // namespace meshscope::test
