#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>

namespace meshscope {

/// A urn in a JSON text; those inside others are told, too.
struct DataHubMention {
    qsizetype at = 0;       ///< in the text
    QByteArray urn;         ///< good as long as the text is
    bool isOfField = false; ///< inside the urn of a schema field
};
void eachMention(const QByteArray &json, const std::function<void(const DataHubMention &mention)> &see);

/// What events of DataHub's feeds say has changed, and which answers (queries.h) may be other ones now. An answer tells of
/// its own thing, of what hangs on it (checks, contract), and shows names of others: where that is so is decided here.
class DataHubChanges {
public:
    /// An event of a platform (its payload in bytes) or a change of an aspect, both as Avro writes JSON. False: it cannot be
    /// made out what it is about.
    [[nodiscard]] bool read(const QByteArray &event);

    [[nodiscard]] bool isEmpty() const { return m_own.isEmpty(); }
    /// Whether the answer to this thing may have changed.
    [[nodiscard]] bool concerns(const QByteArray &urn) const { return m_own.contains(urn) || m_named.contains(urn); }
    /// Whether what an answer of a kind (its urns': "dataset") shows of another thing may have changed.
    [[nodiscard]] bool isShown(const DataHubMention &mention, QByteArrayView kind) const;
    /// Whether things of a kind may have come or gone.
    [[nodiscard]] bool moved(const QByteArray &kind) const { return m_moved.contains(kind); }
    [[nodiscard]] bool movedLineage() const;                              ///< neighbours that were hidden may be there now
    [[nodiscard]] QList<QByteArray> ofKind(const QByteArray &kind) const; ///< what events were about
    [[nodiscard]] bool hasUnread() const;                                 ///< of kinds that are only counted

private:
    void add(const QByteArray &urn, bool isMove, const QByteArray &said);

    QHash<QByteArray, bool> m_own; ///< what events were about → it came or went
    QSet<QByteArray> m_named;      ///< by them
    QSet<QByteArray> m_moved;      ///< kinds
};

} // namespace meshscope
