#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

namespace meshscope::test {

/// An Entropy Data with the life of accesses, as far as a test needs one: lists in pages with `Link`, single answers, a
/// feed of events. Each request can be answered otherwise, or be carried out and its answer lost.
class FakeEntropy {
public:
    FakeEntropy();
    /// A team, a product of it with one output port and its contract.
    void addProduct(const QString &id, const QString &team = QStringLiteral("orders-team"));
    [[nodiscard]] Script answer(const SeenRequest &request);
    void put(const QString &list, const QJsonObject &item, const QString &event = {});
    void remove(const QString &list, const QString &id, const QString &event);
    void emitEvent(const QString &type, const QString &id);
    [[nodiscard]] QJsonObject access(const QString &id) const;
    [[nodiscard]] qsizetype asked(const QByteArray &method, const QByteArray &part) const; ///< requests so far
    [[nodiscard]] qsizetype requests() const { return server.seen().size(); }

    mutable QMutex mutex;                    ///< held while a request is answered
    QMap<QString, QList<QJsonObject>> lists; ///< "teams" → items, in their order
    QList<QJsonObject> events;
    QJsonArray lineage;
    QHash<QString, int> puts; ///< by access: how often it was made new
    int pageSize = 1000;
    bool hasFeed = true;
    /// A script in place of the proper answer, or nothing. Called before anything is carried out.
    std::function<std::optional<Script>(const SeenRequest &)> instead;
    /// The same, after it was carried out.
    std::function<std::optional<Script>(const SeenRequest &)> after;

    ScriptedServer server;

private:
    [[nodiscard]] Script carryOut(const SeenRequest &request);
    [[nodiscard]] Script listOf(const QString &list, const QUrlQuery &query) const;
    [[nodiscard]] Script accessCall(const SeenRequest &request, const QString &id, const QString &verb);
    [[nodiscard]] QJsonObject *find(const QString &list, const QString &id);
};

} // namespace meshscope::test
