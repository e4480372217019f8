#pragma once

#include <QList>
#include <QString>

namespace meshscope {

/// Something that was read, but: the rest loads, and the person is told what and where.
struct Issue {
    enum class Severity : quint8 { Note, Warning, Error };
    /// A place in a file (1-based line and column, 0 = unknown; path relative to the endpoint) or a URL.
    struct Place {
        QString file;
        int line = 0;
        int column = 0;
        QString url;
        bool operator==(const Place &) const = default;
    };
    Severity severity = Severity::Warning;
    Place where;
    QString text;
    bool operator==(const Issue &) const = default;
};

using Issues = QList<Issue>;

} // namespace meshscope
