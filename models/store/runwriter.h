#pragma once

#include "models/mesh/filelock.h"
#include "models/store/census.h"
#include "models/store/connections.h"
#include "models/store/workspace.h"

#include <array>
#include <unordered_set>

namespace meshscope {

class Batch;

/// Stages a run in SQLite. Rows are written once, where they stay: they carry this run as valid_from, and no reader looks
/// beyond the newest published run, so that publishing only closes what they replace and marks the run.
/// Rows are collected and written some thousands at a time; no transaction is open between two calls.
class SqliteRunWriter final : public RunWriter {
public:
    static Result<std::unique_ptr<RunWriter>> begin(std::shared_ptr<Connections> pool, const QString &endpoint);
    ~SqliteRunWriter() override;

    [[nodiscard]] QStringList units() const override;
    [[nodiscard]] QByteArray knownHash(const QString &unit) const override;
    [[nodiscard]] QByteArray note(const QString &unit) const override;
    [[nodiscard]] Result<void> setNote(const QString &unit, const QByteArray &note) override;
    [[nodiscard]] Result<void> original(const QString &unit, const QByteArray &bytes, const QByteArray &hash) override;
    [[nodiscard]] Result<void> records(const QString &unit, const Records &records) override;
    [[nodiscard]] Result<void> unchanged(const QString &unit) override;
    [[nodiscard]] Result<void> stale(const QString &unit, const Issues &issues) override;
    void setTraffic(const Traffic &traffic) override { m_traffic = traffic; }
    [[nodiscard]] Result<Run> publish(Run run) override;
    [[nodiscard]] Result<Run> abandon(Run run) override;

    /// Drops what dead runs staged: all of one endpoint whose lock is held by the caller.
    [[nodiscard]] static Result<void> dropDeadRuns(Connections &pool, Database &db, qint64 endpoint);
    [[nodiscard]] static std::unique_ptr<FileLock> lockFile(const QString &path, qint64 endpoint);

private:
    struct Unit {
        qint64 id = 0;
        QByteArray hash;
        QByteArray note;
        QByteArray issues;
        qint64 staleSince = 0;
        bool isNew = false;     ///< made by this run
        bool isSeen = false;    ///< listed by this run
        bool isTouched = false; ///< its row must be written
    };
    struct Pending {
        QString path;
        QByteArray original; ///< compressed
        qint64 size = 0;
        QByteArray hash;
        FactRows rows;
        QList<Measurement> measurements;
        bool hasOriginal = false;
        bool hasRows = false;
        bool keepsOld = false;
    };

    SqliteRunWriter(std::shared_ptr<Connections> pool, Connections::Lease lease);
    [[nodiscard]] Result<void> load(const QString &endpoint);
    [[nodiscard]] Unit &unit(const QString &path);
    [[nodiscard]] Result<Pending *> pending(const QString &path);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> stage(const Pending &pending, Batch &batch);
    [[nodiscard]] Result<void> stageUnit(const QString &path, Unit &unit);
    [[nodiscard]] Result<void> stageRows(const Pending &pending, const Unit &unit, Batch &batch);
    [[nodiscard]] Result<void> insertRow(const FactRows &rows, const FactRow &row, qint64 unit);
    using Words = std::array<qint64, 4>; ///< target, property, element, source
    [[nodiscard]] Result<void> stageMeasurement(const Measurement &m);
    [[nodiscard]] Result<bool> dropOlder(const Measurement &m, const Words &words, qint64 at);
    [[nodiscard]] Result<qint64> word(const QString &text);
    [[nodiscard]] static Result<void> dropStaged(Connections &pool, Database &db, qint64 endpoint, qint64 run);
    [[nodiscard]] Result<void> commit(Run &run, const QList<qint64> &gone, const std::optional<Census> &census,
                                      const QByteArray &issues);
    [[nodiscard]] Result<void> closeRows(const QList<qint64> &gone);
    [[nodiscard]] Result<void> publishUnits();
    [[nodiscard]] Result<void> publishRenames(const QList<Rename> &wanted);
    [[nodiscard]] Result<void> finishRun(const Run &run, bool published, const QByteArray &issues);
    [[nodiscard]] QList<qint64> unitsGone(const Run &run) const;
    [[nodiscard]] Issues unitIssues(bool seenOnly) const;

    std::shared_ptr<Connections> m_pool;
    Connections::Lease m_db;
    std::unique_ptr<FileLock> m_lock;
    QString m_name;
    QString m_place; ///< it is read from
    qint64 m_endpoint = 0;
    qint64 m_run = 0;
    std::optional<Run> m_previous;
    qint64 m_previousIssues = 0;  ///< run that holds the issues of m_previous
    qsizetype m_previousOwn = 0;  ///< how many of them, the last, are not of a unit
    QList<qint64> m_newOriginals; ///< units
    QDateTime m_started;
    QHash<QString, Unit> m_units;
    std::vector<Pending> m_pending;
    qsizetype m_pendingBytes = 0;
    qsizetype m_pendingRows = 0;
    std::unordered_set<qint64> m_closedEntities;
    std::unordered_set<qint64> m_closedDetails;
    /// Rows that are closed because their unit no longer has them: it may turn out later that it was not read whole.
    struct Absent {
        std::vector<std::pair<qint64, QByteArray>> entities; ///< with their places
        std::vector<qint64> details;
    };
    QHash<QString, Absent> m_absent; ///< of units
    std::vector<std::pair<qint64, QByteArray>> m_places;
    QHash<QString, qint64> m_words;
    qint64 m_staged = 0;       ///< rows written
    qint64 m_measurements = 0; ///< of them
    Traffic m_traffic;
    bool m_issuesChanged = false;
    bool m_ended = false;
};

} // namespace meshscope
