#pragma once

#include "models/mesh/records.h"
#include "models/mesh/result.h"

#include <QFile>
#include <QStringList>

#include <memory>

namespace meshscope {

/// A file a server names, found and checked to lie inside the folders that may be read.
struct SampleFile {
    QString path;                ///< canonical
    QString location;            ///< relative to the folder it was found in
    QString format;              ///< "csv", "tsv", "json", "sqlite"
    std::unique_ptr<QFile> file; ///< open for reading
};

/// Whether rows can be looked at here at all, by the kind of server; else why not.
[[nodiscard]] Result<void> isReadableHere(const Server &server);

/// Finds what `server` names below one of `roots`, first as given, then relative to `document` (the file that names it).
/// `names` stand for `{model}`, `{table}` and the like. A glob gives its first match by name. Refused when it leads out.
[[nodiscard]] Result<SampleFile> findSample(const Server &server, const QStringList &roots, const QString &document,
                                            const QStringList &names);

} // namespace meshscope
