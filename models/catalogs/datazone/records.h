#pragma once

#include "models/catalogs/datazone/context.h"

namespace meshscope {

/// Reads answers of Amazon DataZone (datazone-2018-05-10) into records: domains and their units become domains, projects
/// teams, assets datasets, data products products, subscription requests access agreements. `unit` names the answer.
class DataZoneReader {
public:
    explicit DataZoneReader(const DataZoneContext &context)
        : m_context(context)
    {
    }

    [[nodiscard]] Records domain(const Node &answer, const QString &unit) const;
    [[nodiscard]] Records domainUnit(const Node &answer, const QString &unit) const;
    [[nodiscard]] Records projects(const Node &page, const QString &unit) const;
    [[nodiscard]] Records user(const Node &answer, const QString &unit) const;
    [[nodiscard]] Records terms(const Node &page, const QString &unit) const;
    [[nodiscard]] Records product(const Node &answer, const QString &unit) const;

    // assets.cpp: forms are JSON in a text
    [[nodiscard]] Records assets(const Node &page, const QString &unit) const;
    /// What the asset goes by: the table its forms name, else itself.
    [[nodiscard]] DataZoneContext::Name nameOf(const Node &asset) const;
    /// Results of checks over time: points of one form of an asset.
    [[nodiscard]] Records points(const QString &asset, const Node &page) const;

    // subscriptions.cpp
    [[nodiscard]] Records requests(const Node &page, const QString &unit) const;
    [[nodiscard]] Agreement agreement(const Node &request, const QString &unit) const;

    // lineage.cpp
    struct LineageNode {
        QString id;
        QString type;
        QString source;
        QString name;
        QStringList up;
        QStringList down;
        bool isDamaged = false; ///< some of what it is made from, or what is made from it, cannot be told
        [[nodiscard]] bool isJob() const { return type.contains(QLatin1StringView("Job")); }
    };
    [[nodiscard]] static LineageNode lineageNode(const Node &answer);
    [[nodiscard]] Records node(const Node &answer, const QString &unit) const;
    /// Edges of all nodes: from each dataset to each that is made from it, over the jobs between.
    [[nodiscard]] QList<LineageEdge> edges(const QHash<QString, LineageNode> &nodes) const;
    /// An OpenLineage event as the service keeps it: read by OpenLineage's own reader.
    [[nodiscard]] static Records event(const Node &event, const QString &unit);

private:
    void readAsset(const Node &item, const QString &unit, Records &out) const;
    [[nodiscard]] QString lineageId(const LineageNode &node) const;

    const DataZoneContext &m_context;
};

} // namespace meshscope
