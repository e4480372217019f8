#pragma once

#include "models/catalogs/openmetadata/context.h"
#include "models/mesh/records.h"

namespace meshscope::openmetadata {

/// What answers of the API say, as records. Things are named by their fully qualified names, as their references do;
/// tables, topics and files by their OpenLineage names where the service says where it is.
class Reader {
public:
    explicit Reader(const Context &context)
        : m_context(context)
    {
    }

    // Lists: `{data: [...], paging}`.
    [[nodiscard]] Records domains(const Node &page, const QString &unit) const;
    [[nodiscard]] Records users(const Node &page, const QString &unit) const;
    [[nodiscard]] Records teams(const Node &page, const QString &unit) const;
    [[nodiscard]] Records tags(const Node &page, const QString &unit) const;
    [[nodiscard]] Records glossaryTerms(const Node &page, const QString &unit) const;
    [[nodiscard]] Records products(const Node &page, const QString &unit) const;
    /// Services, databases or schemas: domains, where somebody wants to see them as such.
    [[nodiscard]] Records places(const Node &page, const QString &unit) const;
    [[nodiscard]] Records assets(const AssetKind &kind, const Node &page, const QString &unit) const;
    [[nodiscard]] Records testCases(const Node &page, const QString &unit) const;
    [[nodiscard]] Records contracts(const Node &page, const QString &unit) const;
    struct Product {
        QString uuid;
        QString id;
        QString domain;
    };
    [[nodiscard]] Records ports(const Product &product, bool isOutput, const Node &page, const QString &unit) const;

    // Answers about one thing.
    /// The edges that end in the asset; of a process also those that begin there. Ends that the server does not name are
    /// hidden from this login, and are shown as hidden.
    [[nodiscard]] Records lineage(const QString &uuid, const Node &answer, const QString &unit) const;
    [[nodiscard]] Records usage(const QString &uuid, const Node &answer) const;
    [[nodiscard]] Records profile(const QString &uuid, const Node &answer) const;
    struct Test {
        QString name;
        QString link; ///< `<#E::table::…>`
    };
    [[nodiscard]] Records testResults(const Test &test, const Node &answer) const;
    /// What the contract is about, as its item in the list says.
    struct Contract {
        QString id;
        QString about; ///< UUID
        QString aboutType;
        QString aboutName; ///< fully qualified
        QString domain;
        QList<PartyRole> owners;
        [[nodiscard]] static Contract of(const Node &item);
    };
    /// The contract as ODCS, read by the ODCS reader.
    [[nodiscard]] Records odcs(const Contract &contract, const Node &document, const QString &unit) const;
    [[nodiscard]] Records contractResults(const Contract &contract, const Node &answer) const;

    /// Id of the dataset or job an item of a list is.
    [[nodiscard]] QString assetId(const AssetKind &kind, const Node &item) const;
    /// Fully qualified names of columns in items of lists → their paths.
    static void addItemColumns(const AssetKind &kind, const Node &item, QHash<QString, QString> &to);

private:
    [[nodiscard]] DatasetName assetName(const AssetKind &kind, const Node &item) const;
    void readEntity(const Node &item, const QString &unit, Entity &entity) const;
    /// Each item of a page that has an id, with what every entity has; `read` adds what only these have.
    template<class T, class Read>
    void readEach(const Node &page, const QString &unit, QString (*idOf)(const Node &item), QList<T> &to,
                  const Read &read) const;
    void readDataset(const AssetKind &kind, const Node &item, const QString &unit, Records &out) const;
    void readJob(const AssetKind &kind, const Node &item, const QString &unit, Records &out) const;
    void readTest(const Node &item, Records &out) const;
    void addResult(const Test &test, const Node &result, Records &out) const;
    /// Id of what a fully qualified name of that type stands for, and the rest of the name as a column's path.
    struct Place {
        QString id;
        QString column;
    };
    [[nodiscard]] Place placeOf(const QString &type, const QString &fqn, const QString &column) const;
    [[nodiscard]] QString columnPath(const QString &assetFqn, const QString &columnFqn) const;

    const Context &m_context;
};

/// Milliseconds since 1970, as every time of the API is.
[[nodiscard]] QDateTime timeOf(const Node &millis);
/// The name people read.
[[nodiscard]] QString shownName(const Node &item);
/// `owners` and their like; 1.4 and before had one `owner`.
[[nodiscard]] QList<PartyRole> rolesOf(const Node &item);
/// Of `domains`, or of the one `domain` of 1.6.
[[nodiscard]] QString domainOf(const Node &item);

} // namespace meshscope::openmetadata
