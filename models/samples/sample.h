#pragma once

#include "models/mesh/mesh.h"

#include <functional>

namespace meshscope {

enum class Masking : quint8 { No, Hash, Partial, Hidden };
[[nodiscard]] QString maskingWord(Masking m);

struct SampleColumn {
    QString name;
    QString type;
    Masking masking = Masking::No;
    bool declared = true; ///< false: in the file, but in no contract although there is one
};
struct Sample {
    QList<SampleColumn> columns;
    QList<QStringList> rows; ///< text as people read it; null strings are NULL
    bool more = false;
    QString kind;     ///< "csv", "tsv", "json lines", "json array", "sqlite"
    QString location; ///< relative to the endpoint's folder
    QDateTime readAt;
    Issues issues; ///< rows that did not fit, bytes that are no text, columns nobody declared
};

/// Reads first rows of what a port's or contract's servers name, inside the endpoint's folder and declared roots only.
class SampleReader {
public:
    struct Request {
        NodeId node; ///< product, port, contract or dataset
        int rows = 100;
        bool unmasked = false; ///< honoured only when `mayUnmask` says so
    };
    /// `salt`: what hashed values are mixed with, one an installation (installSalt()); empty: one made for this reader.
    /// `rootOf`: folders an endpoint may read below (its own first). `mayUnmask`: whether a grant covers the port.
    SampleReader(std::function<QStringList(const QString &endpoint)> rootOf,
                 std::function<bool(const Mesh &, NodeId port)> mayUnmask, QByteArray salt = {});
    /// Reads lazily: a file of gigabytes costs what the rows cost. Polls `cancelled`.
    [[nodiscard]] Result<Sample> read(const Mesh &mesh, const Request &request,
                                      const std::function<bool()> &cancelled = {}) const;

private:
    std::function<QStringList(const QString &)> m_rootOf;
    std::function<bool(const Mesh &, NodeId)> m_mayUnmask;
    QByteArray m_salt;
};

} // namespace meshscope
