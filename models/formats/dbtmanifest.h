#pragma once

#include "models/formats/dbtproject.h"

#include <QSet>

namespace meshscope {

/// Owners, groups and domains of a manifest: who and where, as its `group`, `meta.owner` and folders say.
class DbtPeople {
public:
    DbtPeople(const Node &manifest, const ReadContext &context, Records &out);
    /// Adds the owners a node names: its group's, `meta.owner`, `config.meta.owner`.
    void addOwners(const Node &node, QList<PartyRole> &owners);
    /// Adds one owner as dbt's `owner` blocks write it: a name, or name and e-mail, or a list of those.
    void addOwner(const Node &owner, QList<PartyRole> &owners);
    /// The domain a node lies in by option `dbt.domain` (none, folder, package, meta); empty when it has none.
    [[nodiscard]] QString domainOf(const QString &uniqueId, const Node &node);

private:
    QString party(const QString &name, const QString &email, bool isTeam, const Node &where);
    void addDomain(const QString &id, const QString &name, const QString &parent, const Node &where);
    const Node &m_manifest;
    const ReadContext &m_context;
    Records &m_out;
    QHash<QString, PartyRole> m_groups; ///< by "package.name"
    QSet<QString> m_parties;
    QSet<QString> m_domains;
};

/// Columns and constraints of one manifest's datasets.
class DbtColumns {
public:
    DbtColumns(const DbtProject &project, Records &out)
        : m_project(project)
        , m_out(out)
    {
    }
    /// Adds a node's columns to the dataset's. `isAgain`: another node spoke of this dataset before; a name it has
    /// already (in any case) is not added twice.
    void read(const QString &dataset, const Node &node, bool isAgain);

private:
    [[nodiscard]] Column column(const Node &field) const;
    void applyConstraint(const Node &constraint, Column &column);
    void applyTableConstraints(const QString &dataset, const Node &constraints);
    void addRule(const QString &dataset, const QString &column, const Node &constraint);
    const DbtProject &m_project;
    Records &m_out;
};

} // namespace meshscope
