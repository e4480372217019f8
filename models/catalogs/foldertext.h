#pragma once

#include <QCoreApplication>

namespace meshscope {

/// tr() for what reading a folder says to people.
struct FolderText {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Folder)
};

} // namespace meshscope
