#pragma once

#include "models/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

namespace meshscope::test {

/// A workspace in a folder of its own, with an endpoint "shop".
struct StoreFixture {
    StoreFixture();
    [[nodiscard]] QString file() const { return dir.filePath(QStringLiteral("test.mesh")); }
    void reopen();

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
};

/// Units and their records; what is not named is not listed.
using Units = QList<std::pair<QString, Records>>;

/// One published run of `endpoint`: each unit with its records and its name as its bytes.
[[nodiscard]] Result<Run> publish(Workspace &workspace, const Units &units, const QString &endpoint = QStringLiteral("shop"),
                                  Run::State state = Run::State::Complete);

[[nodiscard]] DataProduct product(const QString &id, const QString &domain = {});
[[nodiscard]] Port port(const QString &product, const QString &name, bool output = true);
[[nodiscard]] Dataset dataset(const QString &id);
[[nodiscard]] Column column(const QString &dataset, const QString &path, const QString &type = {}, int ordinal = 0);

/// Waits until the clock has moved on, so that the next run ends at a later millisecond.
[[nodiscard]] QDateTime nextMoment();

} // namespace meshscope::test
