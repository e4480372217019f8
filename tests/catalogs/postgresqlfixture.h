#pragma once

#include "models/catalogs/sync/sync.h"

#include "tests/catalogs/fakepostgresql.h"

#include <QTemporaryDir>

namespace meshscope::test {

/// What a database of the schemas crm and hr says, where it is asked as we ask.
struct TwoSchemas {
    QByteArrayList crm; ///< relations, as documents
    QByteArray hr;      ///< the one in there
    bool isHrUsable = true;
    int hrPartitions = 0;
    QByteArray crmState = "5";
    [[nodiscard]] FakePostgreSql::Answer answer(const FakePostgreSql::Question &question) const;
};

/// A database, and a workspace that reads it.
struct ReadDatabase {
    ReadDatabase(FakePostgreSql::Reply reply, QHash<QString, QString> options, const QByteArray &secret = {});
    Run sync(const Progress &progress = {});

    FakePostgreSql fake;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    EndpointConfig config;
};

} // namespace meshscope::test
