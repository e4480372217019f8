#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace meshscope {

/// The patterns of `.meshscopeignore` files, read like gitignore: comments, `!` to take back, `/` at the end for folders
/// only, a slash elsewhere binds to the file's own folder, `*`, `?`, `[…]` and `**`. The last pattern that fits decides.
class IgnoreRules {
public:
    /// `folder` is where the file stands, relative to the root; empty for the root itself.
    void add(const QString &folder, const QByteArray &text);
    [[nodiscard]] bool isIgnored(const QString &path, bool isFolder) const;

private:
    struct Rule {
        QRegularExpression pattern;
        QString below; ///< folder with its slash
        bool takesBack = false;
        bool foldersOnly = false;
    };
    std::vector<Rule> m_rules;
};

} // namespace meshscope
