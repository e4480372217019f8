#pragma once

#include "models/mesh/records.h"

#include <QHash>
#include <QList>

#include <vector>

namespace meshscope {

/// Whether an id means the same thing wherever it is read: a URN, an e-mail address, or a URL with a host of its own.
[[nodiscard]] bool isGloballyUnique(const QString &id);

/// Records joined into one thing: union-find that a person's "these are two" can forbid. Near-linear.
class Groups {
public:
    explicit Groups(size_t size);
    [[nodiscard]] quint32 root(quint32 record);
    /// Keeps the lower record as root; false when a refusal stands between the two groups.
    bool unite(quint32 a, quint32 b);
    void refuse(quint32 a, quint32 b);
    [[nodiscard]] size_t size() const { return m_parent.size(); }

private:
    std::vector<quint32> m_parent;
    std::vector<bool> m_guarded; ///< by root: some refusal names a member
    std::vector<std::pair<quint32, quint32>> m_refused;
};

/// Joins datasets by OpenLineage identity, by aliases (symlinks, former names), and those whose namespace has no
/// authority (`snowflake://`, as a dbt manifest knows no account) with the only namespace that has the same name.
void stitchDatasets(Groups &groups, const QList<Dataset> &datasets, const std::vector<quint16> &endpoints);

} // namespace meshscope
