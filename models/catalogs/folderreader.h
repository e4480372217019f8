#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/folderwalk.h"

namespace meshscope {

/// What reading a folder needs to know.
struct FolderSettings {
    std::filesystem::path root; ///< canonical
    QStringList languages;
    QHash<QString, QString> options;
    qint64 fileLimit = 0;
};

/// Reads the files of a listing: some threads read, hash and parse, the caller's hands the results to the sink. The bytes
/// in the air are bounded; a file that has not changed is not parsed, and one with a trusted stamp not even opened.
class FolderReader {
public:
    FolderReader(FolderSettings settings, RecordSink &sink, const Progress &progress);
    [[nodiscard]] Result<Outcome> read(FolderListing listing);

private:
    FolderSettings m_settings;
    RecordSink &m_sink;
    const Progress &m_progress;
};

} // namespace meshscope
