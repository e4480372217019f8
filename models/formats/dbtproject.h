#pragma once

#include "models/formats/format.h"
#include "models/formats/naming.h"

#include <QHash>

namespace meshscope {

/// The four files of a dbt run, told apart by `metadata.dbt_schema_version` or, without one, by their sections.
enum class DbtArtifact : quint8 { None, Manifest, Catalog, RunResults, Sources };
[[nodiscard]] DbtArtifact dbtArtifact(const Node &document);
/// The number in `…/manifest/v12.json`; 0 when it is not given.
[[nodiscard]] int dbtSchemaVersion(const Node &document);
/// Says when a file is of a later version than this program knows; it is read for what is known.
void noteDbtVersion(const Node &document, const QString &what, int newest, const ReadContext &context, Records &out);
/// Where a part of the document stands; `pointer` is its JSON pointer.
[[nodiscard]] SourceRef dbtSource(const Node &document, const Node &part, const ReadContext &context,
                                  std::initializer_list<QString> pointer);
/// The word before the first dot of a unique id: "model", "test", "source" …
[[nodiscard]] QStringView dbtResourceType(QStringView uniqueId);
/// Whether nodes of this type are tables, views or files of their own (DESIGN: models, seeds, snapshots, sources).
[[nodiscard]] bool isDbtDataset(QStringView resourceType);
/// Platform scheme, database, schema and name as one identity; option `dbt.namespace` wins over the adapter's.
[[nodiscard]] DatasetName dbtDatasetName(const QString &adapter, const QHash<QString, QString> &options,
                                         const QString &database, const QString &schema, const QString &identifier,
                                         const QString &relationName);

/// The domain a node lies in by option `dbt.domain` (none, folder, package, meta), from the top; empty when it has none.
[[nodiscard]] QStringList dbtDomainPath(const QHash<QString, QString> &options, const QString &uniqueId, const Node &node);
/// Fields of a node that may stand in `meta`, `config.meta` or both, each once, as "meta.<name>".
void addDbtMeta(const Node &node, QList<Property> &properties);
/// The promise of a freshness block: past `error_after` it is broken; `warn_after` is the promise where it stands alone.
void addDbtFreshnessLevel(const Node &document, const Node &freshness, const QString &dataset, const ReadContext &context,
                          Records &out);

/// The nodes of one manifest by unique id: which are datasets, how they are named, what they are made from. Disabled
/// nodes are not in it. Holds pointers into the document.
class DbtProject {
public:
    struct Entry {
        const Node *node = nullptr;
        QString section;   ///< "nodes", "sources" …: where in the manifest it stands
        QString datasetId; ///< empty: no dataset of its own
        DatasetName name;
    };
    DbtProject(const Node &manifest, const QHash<QString, QString> &options);

    [[nodiscard]] const QString &adapter() const { return m_adapter; }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// As given, with `dbt.namespace` from the run's own OPENLINEAGE_NAMESPACE where the person did not say it.
    [[nodiscard]] const QHash<QString, QString> &options() const { return m_options; }
    [[nodiscard]] const Entry *find(const QString &uniqueId) const;
    /// Dataset ids the node is made from, in order, each once; ephemeral models, metrics and semantic models have no
    /// relation and are passed through. What the manifest does not hold stays as its unique id: a dangling reference.
    [[nodiscard]] QStringList upstream(const Node &node) const;
    /// What a test looks at: dataset id and column, both empty when it does not say.
    struct Tested {
        QString dataset;
        QString column;
    };
    [[nodiscard]] Tested tested(const Node &test) const;
    /// The job behind a model or snapshot: all but its place in a file.
    [[nodiscard]] Job job(const QString &uniqueId, const Node &node) const;
    /// A description with its `{{ doc('x') }}` replaced by the block, where the manifest left it as written.
    [[nodiscard]] QString description(const Node &node) const;
    [[nodiscard]] QString rendered(QString text) const;

private:
    void add(const Node &section, const QString &name);
    void addDocs(const Node &docs);
    QString m_adapter;
    QString m_name;
    QHash<QString, QString> m_options;
    QHash<QString, Entry> m_entries;
    QHash<QString, QString> m_docs; ///< doc blocks by "package.name" and ".name"
};

/// The manifest that lies beside another file of the same run: in its folder, by dbt's name `manifest.json` or by the
/// file's own name with the artifact's word replaced. Owns what the project points into.
class DbtSibling {
public:
    DbtSibling(const ReadContext &context, QStringView artifactWord);
    [[nodiscard]] const DbtProject *project() const { return m_project.get(); }

private:
    Parsed m_manifest;
    std::unique_ptr<DbtProject> m_project;
};

} // namespace meshscope
