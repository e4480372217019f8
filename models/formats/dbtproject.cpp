#include "models/formats/dbtproject.h"

#include "models/formats/reading.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

bool isEnabled(const Node &node)
{
    return node["config"]["enabled"].boolean().value_or(true);
}

bool isEphemeral(const Node &node)
{
    return node["config"]["materialized"].isText("ephemeral");
}

/// Whether the walk upstream goes on through a node: it has no relation, but stands for what it reads.
bool isPassedThrough(QStringView type)
{
    return type == u"model" || type == u"metric" || type == u"semantic_model" || type == u"saved_query";
}

/// dbt keeps its environment's OPENLINEAGE_NAMESPACE. Where that is a place of data ("snowflake://account") it is the
/// namespace of the project's relations; a mere name ("nightly") is one of jobs.
QHash<QString, QString> withOwnNamespace(const Node &metadata, QHash<QString, QString> options)
{
    const QString own = metadata["env"]["OPENLINEAGE_NAMESPACE"].text();
    if (options.value(u"dbt.namespace"_s).isEmpty() && own.contains(u"://"))
        options.insert(u"dbt.namespace"_s, own);
    return options;
}

QString escaped(QString part)
{
    return part.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace

DbtArtifact dbtArtifact(const Node &document)
{
    if (!document.isMap() || !document.has("metadata"))
        return DbtArtifact::None;
    const QString version = document["metadata"]["dbt_schema_version"].text();
    if (version.contains(u"/manifest/"))
        return DbtArtifact::Manifest;
    if (version.contains(u"/catalog/"))
        return DbtArtifact::Catalog;
    if (version.contains(u"/run-results/"))
        return DbtArtifact::RunResults;
    if (version.contains(u"/sources/"))
        return DbtArtifact::Sources;
    const bool hasNodes = document["nodes"].isMap() && document["sources"].isMap();
    if (hasNodes && document.has("parent_map"))
        return DbtArtifact::Manifest;
    return DbtArtifact::None;
}

int dbtSchemaVersion(const Node &document)
{
    static const QRegularExpression number(u"/v(\\d+)(?:\\.json)?$"_s);
    return number.match(document["metadata"]["dbt_schema_version"].text()).captured(1).toInt();
}

void noteDbtVersion(const Node &document, const QString &what, int newest, const ReadContext &context, Records &out)
{
    const int version = dbtSchemaVersion(document);
    if (version <= newest)
        return;
    const QString text =
        QCoreApplication::translate("meshscope::Dbt", "%1 version %2 is later than version %3, the last one "
                                                      "known: what is known of it was read.");
    out.issues.append({Issue::Severity::Note,
                       {context.file, document.line(), document.column(), {}},
                       text.arg(what).arg(version).arg(newest)});
}

SourceRef dbtSource(const Node &document, const Node &part, const ReadContext &context,
                    std::initializer_list<QString> pointer)
{
    QString path;
    for (const QString &step : pointer)
        path += u'/' + escaped(step);
    return {context.file, document.begin(), document.end(), path, part.line()};
}

QStringView dbtResourceType(QStringView uniqueId)
{
    const qsizetype dot = uniqueId.indexOf(u'.');
    return dot < 0 ? QStringView() : uniqueId.left(dot);
}

bool isDbtDataset(QStringView resourceType)
{
    return resourceType == u"model" || resourceType == u"seed" || resourceType == u"snapshot" || resourceType == u"source";
}

DatasetName dbtDatasetName(const QString &adapter, const QHash<QString, QString> &options, const QString &database,
                           const QString &schema, const QString &identifier, const QString &relationName)
{
    DatasetName name = nameFromRelation(adapter, database, schema, identifier, relationName);
    if (const QString ns = options.value(u"dbt.namespace"_s); !ns.isEmpty() && !name.isNull()) {
        name.ns = ns;
        name.platform = platformOf(ns);
    }
    return name;
}

QStringList dbtDomainPath(const QHash<QString, QString> &options, const QString &uniqueId, const Node &node)
{
    const QString rule = options.value(u"dbt.domain"_s);
    if (rule == u"package")
        return node["package_name"].texts();
    if (rule == u"meta") {
        const QString own = node["meta"]["domain"].text();
        const QString path = own.isEmpty() ? node["config"]["meta"]["domain"].text() : own; // since 1.10 only there
        return path.split(u'/', Qt::SkipEmptyParts);
    }
    if (rule != u"folder")
        return {};
    // fqn: package, folders …, then the name; a source has its source's name before it, a versioned model "v2" after it
    const QStringList fqn = node["fqn"].texts();
    const bool hasExtra = dbtResourceType(uniqueId) == u"source" || !node["version"].text().isEmpty();
    return fqn.mid(1, std::max<qsizetype>(0, fqn.size() - (hasExtra ? 3 : 2)));
}

void addDbtMeta(const Node &node, QList<Property> &properties)
{
    const Node &meta = node["meta"];
    const Node &configured = node["config"]["meta"]; // since 1.10 the only one; before, a copy of the other
    for (const Node *values : {&meta, &configured}) {
        for (qsizetype i = 0; values->isMap() && i < values->size(); ++i) {
            const QString &key = values->keys()[size_t(i)];
            if (values == &configured && meta.has(key.toStdString()))
                values->items()[size_t(i)].use(true);
            else
                addProperty(properties, u"meta."_s + key, values->items()[size_t(i)]);
        }
    }
}

void addDbtFreshnessLevel(const Node &document, const Node &freshness, const QString &dataset, const ReadContext &context,
                          Records &out)
{
    const Node &error = freshness["error_after"];
    const Node &warn = freshness["warn_after"];
    const bool hasError = !error["count"].text().isEmpty();
    const bool hasWarn = !warn["count"].text().isEmpty();
    if (!hasError && !hasWarn)
        return;
    const Node &limit = hasError ? error : warn;
    ServiceLevel level;
    level.id = hasError ? u"freshness.error_after"_s : u"freshness.warn_after"_s;
    level.ownerKind = Kind::Dataset;
    level.owner = dataset;
    level.property = u"freshness"_s;
    level.value = limit["count"].text();
    level.unit = limit["period"].text();
    level.comparison = u"<="_s;
    level.driver = u"dbt"_s;
    if (hasError && hasWarn)
        level.description = u"warn_after %1 %2"_s.arg(warn["count"].text(), warn["period"].text());
    level.source = dbtSource(document, freshness, context, {});
    out.serviceLevels.append(std::move(level));
}

DbtProject::DbtProject(const Node &manifest, const QHash<QString, QString> &options)
    : m_adapter(manifest["metadata"]["adapter_type"].text())
    , m_name(manifest["metadata"]["project_name"].text())
    , m_options(withOwnNamespace(manifest["metadata"], options))
{
    m_entries.reserve(manifest["nodes"].size() + manifest["sources"].size());
    for (const char *section : {"nodes", "sources", "metrics", "semantic_models", "saved_queries"})
        add(manifest[section], QString::fromLatin1(section));
    addDocs(manifest["docs"]);
}

void DbtProject::addDocs(const Node &docs)
{
    if (!docs.isMap())
        return;
    for (const Node &doc : docs.items()) {
        const QString name = u'.' + doc["name"].text();
        const QString block = doc["block_contents"].text();
        m_docs.insert(doc["package_name"].text() + name, block);
        m_docs.insert(name, block);
    }
}

QString DbtProject::description(const Node &node) const
{
    return rendered(node["description"].text());
}

QString DbtProject::rendered(QString text) const
{
    qsizetype at = text.indexOf(u"{{");
    while (at >= 0) {
        const qsizetype end = text.indexOf(u"}}", at);
        const QString call = end < 0 ? QString() : text.mid(at + 2, end - at - 2).trimmed();
        if (!call.startsWith(u"doc(") || !call.endsWith(u')'))
            break;
        QStringList names = call.mid(4, call.size() - 5).remove(u'"').remove(u'\'').remove(u' ').split(u',');
        if (names.size() == 1)
            names.prepend({});
        const auto block = m_docs.constFind(names.join(u'.'));
        if (block == m_docs.cend())
            break;
        text.replace(at, end + 2 - at, *block);
        at = text.indexOf(u"{{", at + block->size());
    }
    return text;
}

Job DbtProject::job(const QString &uniqueId, const Node &node) const
{
    Job job;
    job.id = uniqueId;
    job.name = node["name"].text();
    job.description = description(node);
    job.domain = dbtDomainPath(m_options, uniqueId, node).join(u'/');
    job.ns = node["package_name"].text();
    job.type = dbtResourceType(uniqueId).toString();
    job.integration = u"dbt"_s;
    job.sql = firstText(node, {"compiled_code", "compiled_sql", "raw_code", "raw_sql"});
    addProperty(job.properties, "language", node["language"]);
    return job;
}

void DbtProject::add(const Node &section, const QString &name)
{
    if (!section.isMap())
        return;
    for (qsizetype i = 0; i < section.size(); ++i) {
        const Node &node = section.items()[size_t(i)];
        const QString &id = section.keys()[size_t(i)];
        if (!node.isMap() || !isEnabled(node))
            continue;
        Entry entry{&node, name, {}, {}};
        if (isDbtDataset(dbtResourceType(id)) && !isEphemeral(node)) {
            QString identifier = node["identifier"].text();
            if (identifier.isEmpty())
                identifier = node["alias"].text();
            if (identifier.isEmpty())
                identifier = node["name"].text();
            entry.name = dbtDatasetName(m_adapter, m_options, node["database"].text(), node["schema"].text(), identifier,
                                        node["relation_name"].text());
            entry.datasetId = entry.name.isNull() ? id : entry.name.id();
        }
        m_entries.insert(id, std::move(entry));
    }
}

const DbtProject::Entry *DbtProject::find(const QString &uniqueId) const
{
    const auto it = m_entries.constFind(uniqueId);
    return it == m_entries.cend() ? nullptr : &*it;
}

QStringList DbtProject::upstream(const Node &node) const
{
    QStringList found;
    QSet<QString> seen; // dataset ids found, and unique ids passed through
    // an explicit stack: a chain of ephemeral models may be longer than the machine's
    std::vector<std::pair<const Node *, qsizetype>> stack{{&node["depends_on"]["nodes"], 0}};
    while (!stack.empty()) {
        auto &[list, next] = stack.back();
        if (next >= list->size()) {
            list->use();
            stack.pop_back();
            continue;
        }
        const QString id = list->items()[size_t(next++)].text();
        const QStringView type = dbtResourceType(id);
        const Entry *entry = find(id);
        const QString dataset = entry ? entry->datasetId : isDbtDataset(type) ? id : QString();
        if (!dataset.isEmpty() && !seen.contains(dataset)) {
            seen.insert(dataset);
            found.append(dataset);
        } else if (dataset.isEmpty() && entry && isPassedThrough(type) && !seen.contains(id)) {
            seen.insert(id);
            stack.emplace_back(&(*entry->node)["depends_on"]["nodes"], 0);
        }
    }
    return found;
}

DbtProject::Tested DbtProject::tested(const Node &test) const
{
    const Node &arguments = test["test_metadata"]["kwargs"];
    Tested result{{}, test["column_name"].text()};
    if (result.column.isEmpty())
        result.column = arguments["column_name"].text();
    if (const Entry *entry = find(test["attached_node"].text()); entry && !entry->datasetId.isEmpty()) {
        result.dataset = entry->datasetId;
        return result;
    }
    // before manifest v9 only the test's `model` argument says which of the nodes it depends on is the tested one
    static const QRegularExpression reference(
        u"(?:ref|source)\\(\\s*['\"]([^'\"]+)['\"](?:\\s*,\\s*['\"]([^'\"]+)['\"])?"_s);
    const QRegularExpressionMatch match = reference.match(arguments["model"].text());
    const QString wanted = match.captured(2).isEmpty() ? match.captured(1) : match.captured(2);
    const Node &nodes = test["depends_on"]["nodes"];
    for (const Node &item : nodes.items()) {
        const Entry *entry = find(item.text());
        if (entry && !entry->datasetId.isEmpty() && (wanted.isEmpty() || (*entry->node)["name"].text() == wanted)) {
            result.dataset = entry->datasetId;
            return result;
        }
    }
    result.dataset = upstream(test).value(0);
    return result;
}

DbtSibling::DbtSibling(const ReadContext &context, QStringView artifactWord)
{
    if (!context.readRelative)
        return;
    const QString file = context.file.section(u'/', -1);
    QStringList candidates;
    const qsizetype at = file.lastIndexOf(artifactWord);
    if (at >= 0)
        candidates.append(file.left(at) + u"manifest"_s + file.mid(at + artifactWord.size()));
    candidates.append(u"manifest.json"_s);
    candidates.removeDuplicates();
    for (const QString &candidate : candidates) {
        const Result<QByteArray> bytes = context.readRelative(context.file, candidate);
        if (!bytes)
            continue;
        Parsed parsed = parseDocuments(*bytes, Syntax::Json);
        if (parsed.documents.empty() || dbtArtifact(parsed.documents.front()) != DbtArtifact::Manifest)
            continue;
        m_manifest = std::move(parsed);
        m_project = std::make_unique<DbtProject>(m_manifest.documents.front(), context.options);
        return;
    }
}

} // namespace meshscope
