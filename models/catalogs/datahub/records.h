#pragma once

#include "models/catalogs/datahub/names.h"
#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// What a job reads and makes, as far as it was told.
struct JobFlow {
    QStringList inputs;
    QStringList outputs;
};

/// Reads answers of DataHub's GraphQL API (queries.h) into records. What an entity gives depends on its own answer alone.
/// `unit` names the answer.
class DataHubReader {
public:
    explicit DataHubReader(DataHubNames names)
        : m_names(std::move(names))
    {
    }

    /// A page of a list: items are search results of one kind, or null where the server may not show them.
    [[nodiscard]] Records page(const Node &results, const QString &unit) const;
    /// An entity of which only a later part of one list was asked for. `flow` is what was told of it before, if it is a
    /// job, and goes on with what is told now.
    [[nodiscard]] Records rest(const Node &entity, const QString &unit, JobFlow &flow) const;
    [[nodiscard]] JobFlow flowOf(const Node &job) const;

private:
    void read(const Node &entity, const QString &unit, Records &out) const;
    void describe(const Node &entity, const QString &unit, Entity &to, Records &out) const;
    void addOwners(const Node &ownership, Entity &to) const;
    void addTerms(const Node &of, QStringList &tags, QStringList &terms) const;
    void addPlace(const Node &entity, Dataset &dataset) const;

    void readDomain(const Node &entity, const QString &unit, Records &out) const;
    void readProduct(const Node &entity, const QString &unit, Records &out) const;
    void readAssets(const Node &entity, const QString &unit, Records &out) const;
    void readTerm(const Node &entity, const QString &unit, Records &out) const;
    void readParty(const Node &entity, const QString &unit, Records &out) const;
    void readJob(const Node &entity, const QString &unit, Records &out) const;
    void readMembers(const Node &entity, const QString &unit, Records &out) const;
    void readAsset(const Node &entity, const QString &unit, Records &out) const; ///< chart, dashboard, container

    // datasets.cpp
    void readDataset(const Node &entity, const QString &unit, Records &out) const;
    void addColumns(const Node &entity, const QString &dataset, Records &out) const;
    void addInputFields(const Node &entity, const QString &dataset, Records &out) const;
    void addFineGrained(const Node &lineages, const QString &job, Records &out) const;
    void addUpstream(const Node &entity, const QString &dataset, Records &out) const;
    void addFlow(const JobFlow &known, const JobFlow &more, const QString &job, Records &out) const;
    void addRoles(const Node &access, Dataset &dataset) const;

    // quality.cpp
    void addAssertions(const Node &entity, const QString &dataset, const QString &contract, Records &out) const;
    void addRuns(const Node &assertion, const QualityRule &rule, Records &out) const;
    void addProfile(const Node &entity, Dataset &dataset, Records &out) const;
    void addUsage(const Node &entity, const QString &dataset, Records &out) const;
    void readContract(const Node &entity, const QString &unit, Dataset &dataset, Records &out) const;

    DataHubNames m_names;
};

/// Milliseconds since 1970 as a time; 0 is DataHub's word for unknown.
[[nodiscard]] QDateTime timeOfMillis(const Node &millis);
/// A property, unless it is empty.
void addText(QList<Property> &to, const QString &name, const QString &value);

} // namespace meshscope
