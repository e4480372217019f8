#pragma once

#include "models/catalogs/connector.h"

#include <filesystem>

namespace meshscope {

/// A file of a folder as it was found: enough to see later whether it is still the same.
struct FoundFile {
    QString path; ///< relative, with `/`
    std::filesystem::path native;
    qint64 size = 0;
    QByteArray stamp; ///< size, times and identity; empty when too young to be told from a later edit
};

/// What a walk came to.
struct FolderListing {
    std::vector<FoundFile> files; ///< sorted by path
    Issues issues;
    QStringList unreadable; ///< folders that could not be listed
};

/// Lists all files below `root` that may be documents: nothing hidden, nothing `.meshscopeignore` names. A symbolic link is
/// followed when it stays inside and leads to what is not listed anyway, so cycles end and nothing is read twice.
[[nodiscard]] Result<FolderListing> walkFolder(const QString &root, const Progress &progress);

/// The stamp of one file now; empty when it is gone or too young.
[[nodiscard]] QByteArray stampOf(const std::filesystem::path &file);

/// Whether `path` exists and, with all links resolved, is below `root` (which is canonical).
[[nodiscard]] bool isInside(const std::filesystem::path &root, const std::filesystem::path &path);

[[nodiscard]] std::filesystem::path nativePath(const QString &path);
[[nodiscard]] QString fromNative(const std::filesystem::path &path);

/// Reads at most `limit` bytes of a regular file (-1: all). NotFound when it is gone, Io when it may not be read.
[[nodiscard]] Result<QByteArray> readBytes(const std::filesystem::path &file, const QString &name, qint64 limit = -1);

} // namespace meshscope
