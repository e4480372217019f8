#pragma once

#include "models/mesh/issue.h"
#include "models/mesh/result.h"
#include "models/samples/textsource.h"

#include <QStringList>

namespace meshscope {

/// Rows as a file gives them, before anybody decided what may be shown. Null strings are NULL.
struct RawRows {
    QStringList names;       ///< of the columns; empty: the file has no header
    QList<QStringList> rows; ///< each as long as there are columns, except `uneven` ones
    QList<qsizetype> uneven; ///< rows that had more or fewer values than columns, as they stand
    bool more = false;
    bool isLive = false; ///< not of a file: asked for where they live
    QString kind;
    Issues issues;

    void note(const QString &text, int line = 0)
    {
        Issue issue;
        issue.where.line = line;
        issue.text = text;
        if (issues.size() < 20)
            issues.append(issue);
    }
};

inline constexpr qsizetype longestValue = 32 * 1024; ///< characters of one value that are kept
inline constexpr qsizetype mostColumns = 5000;

/// How a delimited file is written; what is not said is guessed from its beginning.
struct DelimitedOptions {
    QString delimiter;
    QString quote;
    std::optional<bool> header;
    QStringList expected;   ///< names of columns the contract has, for telling a header from a row
    qsizetype topLevel = 0; ///< how many of them are not nested
    bool tabs = false;      ///< known to be TSV
};

[[nodiscard]] Result<RawRows> readDelimited(TextSource &source, const DelimitedOptions &options, int rows);
/// JSON lines, objects one after another, or one array of them; objects are flattened to paths in dots.
[[nodiscard]] Result<RawRows> readJson(TextSource &source, int rows);
/// A table or view of an SQLite file, opened read-only and taken as unchanging. `tables`: its possible names, best first.
[[nodiscard]] Result<RawRows> readSqlite(const QString &path, const QStringList &tables, int rows,
                                         const std::function<bool()> &cancelled);

/// Column names compared as people mean them: no case, no separators.
[[nodiscard]] QString plainName(const QString &name);

} // namespace meshscope
