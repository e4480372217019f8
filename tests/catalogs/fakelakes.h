#pragma once

#include "tests/catalogs/fakecatalog.h"

namespace meshscope::test {

inline const QString unityApi = QStringLiteral("/api/2.1/unity-catalog");
/// A table of lake.sales, JSON with single quotes; `more` fields begin with a comma.
[[nodiscard]] QByteArray unityTable(const QByteArray &name, const QByteArray &more = {});
/// One schema with tables, pages as the real server gives them: a full page always has a token.
struct FakeUnity : FakeCatalog {
    explicit FakeUnity(const QHash<QString, QString> &options = {});
    QByteArrayList tables{unityTable("a"), unityTable("b")};
};

/// A Glue of one database: answers by operation.
struct FakeGlue : FakeCatalog {
    explicit FakeGlue(const QByteArray &secret = "AKID\nsecret-of-nobody\ntoken-of-nobody\n");
    QHash<QByteArray, QByteArray> operations;
    QHash<QByteArray, QByteArray> odds; ///< errors, by operation
    QByteArrayList asked;
};

/// A table's metadata, JSON with single quotes; `more` fields begin with a comma.
[[nodiscard]] QByteArray icebergTable(const QByteArray &uuid, const QByteArray &more = {});
/// Two namespaces, one within the other, with a table each; levels are separated by a dot.
struct FakeIceberg : FakeCatalog {
    explicit FakeIceberg(const QHash<QString, QString> &options = {}, const QByteArray &secret = {});
};

} // namespace meshscope::test
