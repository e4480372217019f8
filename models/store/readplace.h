#pragma once

#include "models/store/database.h"

#include <QHash>

namespace meshscope {

[[nodiscard]] QString optionsText(const QHash<QString, QString> &options);
[[nodiscard]] QHash<QString, QString> optionsFrom(const QString &text);

/// What an endpoint is read from, and how: its kind, its address and the options that make a difference to what comes.
/// What was noted to see quickly whether something has changed holds for one such place alone.
[[nodiscard]] QString readPlace(const QString &kind, const QString &location, QHash<QString, QString> options);
/// Of the endpoint as it is kept; empty when there is none of that name.
[[nodiscard]] Result<QString> keptPlace(Database &db, const QString &endpoint);
/// The next run begins anew; what is known stays until it has ended well.
[[nodiscard]] Result<void> forgetNotes(Database &db, const QString &endpoint);

} // namespace meshscope
