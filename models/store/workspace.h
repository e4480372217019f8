#pragma once

#include "models/mesh/mesh.h"
#include "models/mesh/result.h"
#include "models/mesh/traffic.h"
#include "models/store/run.h"

#include <QVariant>

#include <memory>

namespace meshscope {

struct StoredEndpoint {
    QString name;
    QString kind;
    QString location;
    QHash<QString, QString> options;
    int position = 0;                ///< the person's order of trust
    QString interval;                ///< ISO 8601 duration or empty
    bool isPaused = false;           ///< read only when somebody asks
    std::optional<Run> lastRun = {}; ///< newest that ended
};

/// A request or draft as the workspace keeps it. The life itself is in models/access; the store keeps rows.
struct StoredRequest {
    QString id; ///< UUID made here
    QString endpoint;
    QString address; ///< of the port asked for
    QString state;   ///< draft, sent, failed …: the word of models/access
    QByteArray body; ///< JSON of the request
    QDateTime changed;
    bool operator==(const StoredRequest &) const = default;
};

/// One link of the audit chain. hash = SHA-256(previous hash ‖ canonical body); signature over the hash.
struct AuditRow {
    qint64 index = 0;
    QByteArray body;
    QByteArray previous;
    QByteArray hash;
    QByteArray signature;
    QByteArray key; ///< public key
};

/// What differs between two moments.
struct Difference {
    struct Thing {
        Address address;
        QString name;
    };
    struct FieldChange {
        QString field;
        QString before;
        QString after;
        bool breaking = false;
    };
    struct Changed {
        Thing thing;
        QList<FieldChange> fields;
    };
    QList<Thing> added;
    QList<Thing> removed;
    QList<Changed> changed;
};

/// Staging area of one run; everything is dropped unless publish() returns. One at a time per endpoint.
class RunWriter {
public:
    virtual ~RunWriter() = default;
    /// SHA-256 of the unit in the last published run; empty when new.
    [[nodiscard]] virtual QStringList units() const = 0; ///< of the newest published run, in no order
    [[nodiscard]] virtual QByteArray knownHash(const QString &unit) const = 0;
    /// What the connector noted about the unit when it was last published (sizes, times, what it refers to); opaque.
    [[nodiscard]] virtual QByteArray note(const QString &unit) const = 0;
    [[nodiscard]] virtual Result<void> setNote(const QString &unit, const QByteArray &note) = 0;
    [[nodiscard]] virtual Result<void> original(const QString &unit, const QByteArray &bytes, const QByteArray &hash) = 0;
    [[nodiscard]] virtual Result<void> records(const QString &unit, const Records &records) = 0;
    [[nodiscard]] virtual Result<void> unchanged(const QString &unit) = 0;
    /// After records() of the same unit: what those lack of before stays, marked stale. Alone: everything stays.
    [[nodiscard]] virtual Result<void> stale(const QString &unit, const Issues &issues) = 0;
    /// What the run asked its server: kept with it, however it ends.
    virtual void setTraffic(const Traffic &traffic) = 0;
    /// Publishes in one transaction: rows that differ get a new version, what was not listed is retired when
    /// `run.state` is Complete, counts are filled into `run.got`. Duplicate ids get `~2` and an issue naming both places.
    [[nodiscard]] virtual Result<Run> publish(Run run) = 0;
    /// Records a run that failed or was cancelled; staged rows go.
    [[nodiscard]] virtual Result<Run> abandon(Run run) = 0;
};

/// One SQLite file: endpoints, history of what they said, runs, drafts, requests, audit, settings.
/// Thread-safe: every thread gets its own connection. Readers always see the last published state.
class Workspace {
public:
    enum class Open : quint8 { MustExist, CreateIfMissing };
    /// Newer: made by a later version (refused). Corrupt: the file is kept; the text says how to go on. Older files are
    /// copied beside themselves (`.v<N>.bak`) and upgraded.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString &path, Open how);
    virtual ~Workspace() = default;
    [[nodiscard]] virtual QString path() const = 0;

    // -- endpoints
    [[nodiscard]] virtual Result<void> addEndpoint(const StoredEndpoint &endpoint) = 0;
    [[nodiscard]] virtual Result<void> removeEndpoint(const QString &name, bool keepHistory) = 0;
    [[nodiscard]] virtual Result<void> updateEndpoint(const StoredEndpoint &endpoint) = 0;
    [[nodiscard]] virtual QList<StoredEndpoint> endpoints() const = 0; ///< in the person's order

    // -- runs
    [[nodiscard]] virtual Result<std::unique_ptr<RunWriter>> beginRun(const QString &endpoint) = 0;
    [[nodiscard]] virtual QList<Run> runs(const QString &endpoint, int limit = 50) const = 0; ///< newest first
    /// What a run asked its server; empty when it asked none, or was too long ago.
    [[nodiscard]] virtual Traffic traffic(const QString &endpoint, qint64 run) const = 0;
    /// Newest moment anything was published; views reload when it moves. Also moves for other processes' runs.
    [[nodiscard]] virtual qint64 generation() const = 0;

    // -- reading back
    /// The Mesh as it is, or as the workspace knew it at `asOf`. Things whose document could not be parsed since carry the
    /// property "meshscope:staleSince" (RFC 3339).
    [[nodiscard]] virtual Result<MeshPtr> load(const QDateTime &asOf = {}) const = 0;
    /// Every column with its endpoint, for the search index.
    [[nodiscard]] virtual QList<std::pair<QString, Column>> allColumns() const = 0;
    [[nodiscard]] virtual Result<Difference> difference(const QDateTime &from, const QDateTime &to) const = 0;
    /// The whole original file behind a source, as it was read last.
    [[nodiscard]] virtual Result<QByteArray> original(const QString &endpoint, const QString &file) const = 0;
    [[nodiscard]] virtual std::shared_ptr<const DetailSource> details(const QDateTime &asOf = {}) const = 0;

    // -- requests and audit: own short transactions, durable when they return
    [[nodiscard]] virtual Result<void> putRequest(const StoredRequest &request) = 0;
    [[nodiscard]] virtual Result<void> removeRequest(const QString &id) = 0;
    [[nodiscard]] virtual QList<StoredRequest> requests() const = 0;
    [[nodiscard]] virtual Result<void> appendAudit(const AuditRow &row) = 0; ///< index must be the next one
    [[nodiscard]] virtual QList<AuditRow> audit() const = 0;

    // -- settings of this workspace (profile, depths, domain hues). "matches" is what a person said about proposed
    //    matches: a list of maps {"a": address, "b": address, "same": bool}; load() hands it to the MeshBuilder.
    [[nodiscard]] virtual QVariant setting(const QString &key, const QVariant &fallback = {}) const = 0;
    [[nodiscard]] virtual Result<void> setSetting(const QString &key, const QVariant &value) = 0;
};

} // namespace meshscope
