#pragma once

#include <QCoreApplication>

namespace meshscope {

/// tr() for what the store says to people.
struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Workspace)
};

} // namespace meshscope
