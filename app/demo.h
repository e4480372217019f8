#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QDate>

namespace meshscope {

/// The demo mesh, extracted into the data folder once and opened again on later starts so that what was asked stays.
/// `fresh` starts over. Dates are moved so that the data's last day is today; returns the path of its workspace,
/// with its three endpoints added and read. Io when the data folder cannot be written.
[[nodiscard]] Result<QString> prepareDemo(bool fresh);

/// Where the demo's workspace is, whether it exists or not.
[[nodiscard]] QString demoWorkspacePath();

/// Moves every calendar date (2024-01-01 to 2028-12-31, written 2026-11-17) in the text by `days`.
[[nodiscard]] QByteArray withDatesMoved(const QByteArray &text, qint64 days);

} // namespace meshscope
