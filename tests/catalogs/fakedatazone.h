#pragma once

#include "tests/catalogs/fakecatalog.h"

#include <QJsonObject>

namespace meshscope::test {

/// A DataZone domain of two units, two projects, an asset in a product (both published), its lineage, and requests with
/// their life: one in each state to begin with. As the service does, it makes one request of each client token.
class FakeDataZone : public FakeCatalog {
public:
    explicit FakeDataZone(const QHash<QString, QString> &more = {}, const QByteArray &secret = "AKID\nsecret-of-nobody\n");
    [[nodiscard]] QJsonObject *request(const QString &id);
    /// Says of all grants how far they are.
    void setGrants(const QString &status, const QString &assetStatus = {}, const QString &why = {});

    QList<QJsonObject> requests; ///< oldest first
    QList<QJsonObject> subscriptions;
    QList<QJsonObject> grants;
    QString newGrant = QStringLiteral("COMPLETED"); ///< of what is accepted from now on
    bool namesSubscriptions = true;                 ///< grants say what they are of
    bool keepsTokens = true;

private:
    using Answer = std::optional<Script>;
    [[nodiscard]] Answer living(const SeenRequest &seen, const QString &path);
    [[nodiscard]] Answer change(const SeenRequest &seen, const QStringList &parts);
    [[nodiscard]] QJsonObject make(const QJsonObject &body);
    void subscribe(const QString &request);
    [[nodiscard]] Script listed(const QString &list, const QUrl &url) const;
    QHash<QString, QString> m_tokens;
};

} // namespace meshscope::test
