#pragma once

#include "models/mesh/datarows.h"
#include "models/mesh/mesh.h"

#include <functional>

namespace meshscope {

struct LivePlace;

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
    QString kind; ///< "csv", "tsv", "json lines", "json array", "sqlite", or of the endpoint: "postgresql", "openmetadata" …
    QString location; ///< relative to the endpoint's folder; as the database calls it
    QString endpoint; ///< that was asked, as the person calls it; empty for a file
    QDateTime readAt;
    Issues issues; ///< rows that did not fit, bytes that are no text, columns nobody declared
};

/// Where datasets live that can be asked there, and catalogs that keep rows of them. Called from the worker's thread.
struct LiveRows {
    enum class Rows : quint8 { None, Kept, Live }; ///< the more the better
    using IsCancelled = std::function<bool()>;
    using Told = std::function<void(qint64 done, qint64 total, const QString &what)>;
    /// What rows can be asked for at that endpoint.
    std::function<Rows(const QString &endpoint)> offers = {};
    std::function<Result<DataRows>(const QString &endpoint, const RowsRequest &request, const IsCancelled &cancelled,
                                   const Told &told)>
        read = {};
};

/// Reads first rows of what a port's or contract's servers name, inside the endpoint's folder and declared roots only; or of
/// a dataset where it lives.
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
                 std::function<bool(const Mesh &, NodeId port)> mayUnmask, QByteArray salt = {}, LiveRows live = {});
    /// Reads lazily: a file of gigabytes costs what the rows cost. Polls `cancelled`. Files come first: they ask nobody.
    [[nodiscard]] Result<Sample> read(const Mesh &mesh, const Request &request, const std::function<bool()> &cancelled = {},
                                      const LiveRows::Told &told = {}) const;
    /// The endpoint that would be asked for rows, because no file has them; empty: none would be.
    [[nodiscard]] QString asks(const Mesh &mesh, NodeId node) const;
    /// Whether it would be asked for rows it keeps of what lives elsewhere.
    [[nodiscard]] bool asksForKept(const Mesh &mesh, NodeId node) const;

private:
    [[nodiscard]] QList<LivePlace> placesAsked(const Mesh &mesh, NodeId node) const;
    [[nodiscard]] Result<Sample> readLive(const Mesh &mesh, const QList<LivePlace> &places, const Request &request,
                                          const std::function<bool()> &cancelled, const LiveRows::Told &told) const;
    std::function<QStringList(const QString &)> m_rootOf;
    std::function<bool(const Mesh &, NodeId)> m_mayUnmask;
    QByteArray m_salt;
    LiveRows m_live;
};

} // namespace meshscope
