#pragma once

#include "ui/access/deskrunner.h"

/// What the access page has the desk do, in a worker. `then` runs in the window afterwards.
namespace meshscope {

[[nodiscard]] DeskRunner::Task keepTask(const QList<AccessRequest> &drafts, const std::function<void(bool isKept)> &then);
[[nodiscard]] DeskRunner::Task discardTask(const QString &id, const std::function<void()> &then);
[[nodiscard]] DeskRunner::Task sendTask(const MeshPtr &mesh, const QList<AccessRequest> &drafts);
[[nodiscard]] DeskRunner::Task moveTask(const MeshPtr &mesh, const QString &id, RequestMove move, const QString &note,
                                        const QDate &until, const std::function<void()> &then);
[[nodiscard]] DeskRunner::Task profileTask(const Profile &profile, const std::function<void()> &whenKept);

} // namespace meshscope
