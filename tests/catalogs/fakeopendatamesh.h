#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"

#include <QJsonObject>
#include <QMutex>
#include <QUrlQuery>

namespace meshscope::test {

/// A registry and a marketplace, as far as a test needs them.
class FakeOpenDataMesh {
public:
    static const QString base; ///< what names of products begin with
    void addProduct(const QString &name, const QString &state = QStringLiteral("APPROVED"));
    [[nodiscard]] Script answer(const SeenRequest &request);
    /// Owned by Olga (olga@example.com).
    void addVersion(const QString &product, const QString &number, const QStringList &ports, const QJsonValue &state);

    QMutex mutex; ///< held while a request is answered
    QList<QJsonObject> products;
    QList<QJsonObject> versions; ///< with their content
    QList<QJsonObject> requests;
    QList<QJsonObject> responses;
    int submissions = 0;
    bool hasMarket = true;
    bool losesAnswers = false; ///< to what is submitted, and all that follows
    ScriptedServer server{[this](const SeenRequest &request) { return answer(request); }};

private:
    [[nodiscard]] Script submit(const QJsonObject &body);
    [[nodiscard]] std::optional<Script> registryAnswer(const QString &path, const QUrlQuery &query) const;
};

} // namespace meshscope::test
