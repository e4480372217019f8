#pragma once

#include "models/health/levelrules.h"

namespace meshscope {

/// Brings measurements to the service levels they speak about.
///
/// A measurement belongs to a level when its target is the level's owner (closest), a port, contract or dataset of the
/// owner, or the owner's product; when its property is the level's, in any spelling; and when the elements do not
/// contradict. Of several distances only the closest that was measured counts. Latency stands in for freshness where
/// nobody measures that, and the completion of a job for either. One pass over the measurements.
class EvidenceCollector {
public:
    EvidenceCollector(const Mesh &mesh, const QDateTime &from, const QDateTime &until);
    /// `level` is an index into the Mesh's levels.
    void watch(qsizetype level);
    /// Everything of every endpoint, a stretch of time after the other so that memory stays small.
    void readAll();
    /// Only what is aimed at the watched levels' targets: for the history of one.
    void readTargets();

    [[nodiscard]] const Series &series(qsizetype level) const { return m_series[size_t(level)]; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }
    /// Newest moment data of a dataset or product is known to have arrived.
    [[nodiscard]] const QHash<NodeId, qint64> &arrivals() const { return m_arrivals; }
    [[nodiscard]] NodeId owner(qsizetype level) const { return m_watched[size_t(level)].owner; }

private:
    struct Watched {
        NodeId owner;
        QString property; ///< folded
        QString comparison;
        LevelKind kind = LevelKind::Other;
        QString unit; ///< of the objective
        QStringList elements;
        bool isWatched = false;
    };
    struct Interest {
        quint32 level;
        int distance;
    };
    struct Word {
        QString folded;
        LevelKind kind;
    };
    struct Factor {
        double factor;
        QString unit;
    };
    void interest(NodeId n, qsizetype level, int distance);
    void take(const Measurement &m, quint16 endpoint);
    void takeFor(const Measurement &m, const Word &property, const Interest &interest, NodeId target);
    [[nodiscard]] std::optional<LevelSample> sample(const Measurement &m, const Watched &level);
    [[nodiscard]] std::optional<int> elementDistance(const Watched &level, const QString &element, NodeId target) const;
    [[nodiscard]] const QList<NodeId> &targets(const Measurement &m, quint16 endpoint);
    [[nodiscard]] quint32 sourceNumber(const QString &source);
    void arrived(NodeId n, qint64 at);
    void finish();

    const Mesh &m_mesh;
    QDateTime m_from;
    QDateTime m_until;
    std::vector<Watched> m_watched;
    std::vector<Series> m_series;
    QHash<NodeId, QList<Interest>> m_interests;
    QHash<NodeId, qint64> m_arrivals;
    QHash<QString, Word> m_words;
    QHash<QString, Factor> m_factors;
    QHash<QString, QList<NodeId>> m_targets; ///< by target and kind, of the endpoint being read
    int m_targetsOf = -1;
    QStringList m_sources;
    QHash<QString, quint32> m_sourceNumbers;
};

} // namespace meshscope
