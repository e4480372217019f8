#pragma once

#include "models/formats/naming.h"

#include <QHash>
#include <QStringList>

namespace meshscope {

/// A urn of DataHub taken apart: "urn:li:dataset:(a,b,c)" is a dataset of three parts; brackets inside stay whole.
struct DataHubUrn {
    QString type; ///< "dataset", "dataJob" …; empty: it is no urn
    QStringList parts;
    [[nodiscard]] static DataHubUrn parse(const QString &urn);
};

/// What things of DataHub are called in the mesh. A dataset of a platform whose names are those of OpenLineage has that
/// identity, so that other endpoints know it too; everything else keeps its urn. For one thread: it remembers.
class DataHubNames {
public:
    /// `namespaces`: what stands for a platform, such as postgres=postgres://db.example:5432, apart by spaces or commas.
    explicit DataHubNames(const QString &namespaces = {});

    /// Null when the platform has no namespace, or the dataset is not of PROD: environments share their names.
    [[nodiscard]] DatasetName nameOf(const DataHubUrn &urn) const;
    [[nodiscard]] QString idOf(const QString &urn) const; ///< of a dataset, chart, dashboard or container
    /// Path of a field in the mesh: v2 paths ("[version=2.0].[type=struct].[type=array].items.[type=string].name") without
    /// their types, items of arrays as "[]".
    [[nodiscard]] static QString columnPath(const QString &fieldPath);

private:
    QHash<QString, QString> m_namespaces;
    mutable QHash<QString, QString> m_ids; ///< by urn: lineage of columns names each end again and again
};

} // namespace meshscope
