#pragma once

#include "models/store/facts.h"

namespace meshscope {

/// A second or later thing of one id: what it goes by in its endpoint. `start` is the first byte of its document.
struct Rename {
    qint64 unit = 0;
    RowKind kind = RowKind::Product;
    int nth = 0;
    qint64 start = 0;
    QString key;
    QString name;
    bool operator==(const Rename &) const = default;
};

/// A row of an id without its body.
struct IdRow {
    qint64 unit = 0;
    int rank = 0; ///< of the unit by path
    RowKind kind = RowKind::Domain;
    int nth = 0;
    int line = 0;
    qint64 start = 0;
    QString key;
};

struct UnitPlace {
    int rank = 0; ///< by path
    QString path;
};
using UnitPlaces = QHash<qint64, UnitPlace>;

/// Finds ids that several things of an endpoint claim, and what the second and later ones go by instead. What belongs to a
/// renamed document (ports of a product, datasets of a contract) follows it.
class TakenIds {
public:
    /// `rows`, of kinds whose ids are unique, are put into the order in which they claim theirs.
    TakenIds(std::vector<IdRow> &rows, const std::vector<IdRow> &datasets, const UnitPlaces &units)
        : m_unique(rows)
        , m_datasets(datasets)
        , m_units(units)
    {
    }
    void find();
    [[nodiscard]] const QList<Rename> &renames() const { return m_renames; }
    [[nodiscard]] const Issues &issues() const { return m_issues; }
    /// What a dataset goes by.
    [[nodiscard]] QString nameOf(qint64 unit, const QString &key, int nth) const
    {
        return m_renamedDatasets.isEmpty() ? key : m_renamedDatasets.value({unit, {key, nth}}, key);
    }

private:
    [[nodiscard]] bool belongsTo(const IdRow &part, const IdRow &document) const;
    void rename(const IdRow &row, const QString &name, const IdRow &first);
    void followProduct(const IdRow &product, const QString &name);
    void followContract(const IdRow &contract, const QString &name);

    std::vector<IdRow> &m_unique;
    const std::vector<IdRow> &m_datasets;
    const UnitPlaces &m_units;
    QHash<qint64, QList<size_t>> m_byUnit; ///< of m_unique, when an id is there twice
    QHash<qint64, QList<size_t>> m_datasetsByUnit;
    QHash<std::pair<int, size_t>, QString> m_newNames;
    QHash<std::pair<qint64, std::pair<QString, int>>, QString> m_renamedDatasets;
    QList<Rename> m_renames;
    Issues m_issues;
};

} // namespace meshscope
