#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace meshscope {

/// A folder at or below a root, held open: what is read and written through it cannot be led out of the root by links,
/// `..` or somebody who exchanges folders meanwhile.
class SafeFolder {
public:
    /// `below` is relative to `root` and may be empty. NotFound when it is missing and not to be made; Refused when it
    /// leads out of the root.
    [[nodiscard]] static Result<SafeFolder> open(const QString &root, const QString &below, bool create);
    SafeFolder(SafeFolder &&other) noexcept;
    SafeFolder &operator=(SafeFolder &&other) = delete;
    SafeFolder(const SafeFolder &) = delete;
    SafeFolder &operator=(const SafeFolder &) = delete;
    ~SafeFolder();

    /// Plain files only; NotFound when there is none of that name, Refused for links and the like.
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;
    /// Writes atomically and durably: a temporary file here, fsync, rename, fsync of the folder. `before` is what the file
    /// must hold (nothing: it must not exist), else Busy: somebody else wrote it meanwhile.
    [[nodiscard]] Result<void> write(const QString &name, const QByteArray &bytes, const std::optional<QByteArray> &before);
    [[nodiscard]] Result<void> remove(const QString &name);
    [[nodiscard]] QStringList files() const; ///< plain, not hidden, by name
    [[nodiscard]] QString path() const { return m_path; }

private:
    SafeFolder(int fd, QString path);
    void sweep(); ///< removes temporary files of processes that are gone
    [[nodiscard]] Result<void> rename(const QByteArray &from, const QByteArray &to, bool replaces);
    int m_fd;
    QString m_path;
};

} // namespace meshscope
