#pragma once

#include "models/mesh/result.h"

#include <memory>
#include <optional>

struct git_repository;

namespace meshscope {

/// Who git takes somebody for.
struct GitUser {
    QString name;
    QString email;
};

/// git's configured user, as `git config user.name` and `user.email` see it from `folder` (may be empty).
[[nodiscard]] GitUser gitUser(const QString &folder = {});

/// A folder that lies in a git work tree: commits single files of it, and touches nothing else that is dirty or staged.
class GitFolder {
public:
    /// Empty when `folder` is in no work tree. Refused for a bare repository and what git itself does not trust.
    [[nodiscard]] static Result<std::optional<GitFolder>> open(const QString &folder);

    /// Whether git is told to ignore the file (then it is not committed).
    [[nodiscard]] bool ignores(const QString &file) const;
    /// Busy when the index stays locked: another git command is running, or one died.
    [[nodiscard]] Result<void> checkIndex() const;
    /// Commits `file` (absolute) as it stands on disk, on top of HEAD (also unborn or detached); nothing when HEAD has it
    /// so already. On an error neither HEAD nor the index have changed.
    [[nodiscard]] Result<void> commit(const QString &file, const GitUser &who, const QString &message);
    /// Pushes the branch to where it is tracked, else to "origin". Refused when HEAD is detached or there is no remote.
    [[nodiscard]] Result<void> push();

private:
    struct Free {
        void operator()(git_repository *repository) const;
    };
    explicit GitFolder(git_repository *repository);
    [[nodiscard]] QString relative(const QString &file) const;
    std::unique_ptr<git_repository, Free> m_repository;
};

} // namespace meshscope
