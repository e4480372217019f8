#include "models/formats/openlineage.h"

#include "models/formats/naming.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// What lies behind a namespace when no facet says it.
QString typeOfPlatform(const QString &platform)
{
    static const QStringList streams{u"kafka"_s, u"kinesis"_s, u"pubsub"_s, u"pulsar"_s, u"rabbitmq"_s};
    static const QStringList files{u"file"_s, u"s3"_s, u"gs"_s, u"abfss"_s, u"wasbs"_s, u"hdfs"_s, u"sftp"_s, u"dbfs"_s};
    if (streams.contains(platform))
        return u"topic"_s;
    return files.contains(platform) ? u"file"_s : u"table"_s;
}

} // namespace

OpenLineageLog::DatasetState &OpenLineageLog::dataset(const QString &ns, const QString &name, const Node &where)
{
    const QString id = datasetId(ns, name);
    const auto known = m_datasetIndex.constFind(id);
    if (known != m_datasetIndex.cend())
        return m_datasets[*known];
    m_datasetIndex.insert(id, m_datasets.size());
    Dataset &dataset = m_datasets.emplace_back().dataset;
    dataset.id = id;
    dataset.ns = ns;
    dataset.name = name;
    dataset.platform = platformOf(ns);
    dataset.type = typeOfPlatform(dataset.platform);
    dataset.source = place(where, {});
    return m_datasets.back();
}

/// Adds what one event says of one dataset; its id, or nothing where it has no name.
QString OpenLineageLog::addDataset(const Node &node, Part part, const EventFacts &event)
{
    const QString name = node["name"].text();
    if (name.isEmpty())
        return {};
    DatasetState &state = dataset(node["namespace"].text(), name, event.node);
    const QString id = state.dataset.id;
    state.dataset.source = place(event.node, part == Part::Alone    ? u"/dataset"_s
                                             : part == Part::Output ? u"/outputs"_s
                                                                    : u"/inputs"_s);
    if (part == Part::Output)
        state.dataset.dropped = false; // written again; a life-cycle facet below may say otherwise
    // a former name that is used again by another run is a dataset of its own from then on
    if (const auto renamed = m_renames.constFind(id); renamed != m_renames.cend() && renamed->second != event.run) {
        m_datasets[m_datasetIndex.value(renamed->first)].dataset.aliases.removeAll(id);
        m_renames.erase(renamed);
    }
    readFacets(node["facets"], id, part, event);
    readFacets(node["inputFacets"], id, part, event);
    readFacets(node["outputFacets"], id, part, event);
    return id;
}

void OpenLineageLog::readFacets(const Node &facets, const QString &id, Part part, const EventFacts &event)
{
    const QString writer = part == Part::Output ? event.job : QString();
    for (qsizetype i = 0; facets.isMap() && i < facets.size(); ++i) {
        const QString &key = facets.keys()[size_t(i)];
        const Node &facet = facets.items()[size_t(i)];
        if (!facet.isMap())
            continue;
        const bool isGone = facet["_deleted"].boolean().value_or(false);
        DatasetState &state = m_datasets[m_datasetIndex.value(id)]; // readers below may add datasets: look it up again
        Dataset &dataset = state.dataset;
        const auto keep = [&](const QString &property, const QString &value) {
            setProperty(dataset.properties, property, isGone ? QString() : value);
        };
        if (key == u"schema") {
            readSchema(facet, state);
        } else if (key == u"documentation") {
            dataset.description = isGone ? QString() : facet["description"].text();
        } else if (key == u"ownership") {
            addOwners(facet, dataset.owners);
        } else if (key == u"tags") {
            readTags(facet, state);
        } else if (key == u"datasetType") {
            if (const QString type = facet["datasetType"].text(); !type.isEmpty() && !isGone)
                dataset.type = type.toLower();
            keep(u"subType"_s, facet["subType"].text());
        } else if (key == u"dataSource") {
            keep(u"dataSource"_s, firstText(facet, {"uri", "name"}));
        } else if (key == u"storage") {
            keep(u"storageLayer"_s, facet["storageLayer"].text());
            keep(u"fileFormat"_s, facet["fileFormat"].text());
        } else if (key == u"version" || key == u"datasetVersion") {
            keep(u"datasetVersion"_s, facet["datasetVersion"].text());
        } else if (key == u"catalog") {
            for (const char *field : {"framework", "type", "name", "metadataUri", "warehouseUri", "source"})
                keep(u"catalog."_s + QString::fromLatin1(field), facet[field].text());
        } else if (key == u"hierarchy") {
            QStringList levels;
            for (const Node &level : facet["hierarchy"].items())
                levels.append(level["type"].text() + u' ' + level["name"].text());
            keep(u"hierarchy"_s, levels.join(u" / "));
        } else if (key == u"symlinks") {
            for (const Node &link : facet["identifiers"].items()) {
                const QString alias = datasetId(link["namespace"].text(), link["name"].text());
                link["type"].use();
                if (!isGone && alias != id && !link["name"].text().isEmpty() && !dataset.aliases.contains(alias))
                    dataset.aliases.append(alias);
            }
        } else if (isGone) {
            continue;
        } else if (key == u"lifecycleStateChange") {
            readLifecycle(facet, id, event);
        } else if (key == u"dataQualityAssertions") {
            readAssertions(facet, id, event);
        } else if (key == u"dataQualityMetrics") {
            readMetrics(facet, id, event);
        } else if (key == u"outputStatistics" || key == u"inputStatistics") {
            readStatistics(facet, id, event, key == u"outputStatistics");
        } else if (key == u"columnLineage") {
            readColumnLineage(facet, id, writer, event);
        } else if (key == u"lineage") {
            readDatasetLineage(facet, id, writer, event);
        }
    }
}

void OpenLineageLog::readLifecycle(const Node &facet, const QString &id, const EventFacts &event)
{
    const QString change = facet["lifecycleStateChange"].text().toUpper();
    Dataset &dataset = m_datasets[m_datasetIndex.value(id)].dataset;
    dataset.dropped = change == u"DROP";
    setProperty(dataset.properties, u"lifecycleStateChange"_s, change);
    if (event.at.isValid())
        setProperty(dataset.properties, u"lifecycleStateChange.at"_s, event.node["eventTime"].text());
    const Node &previous = facet["previousIdentifier"];
    const QString former = datasetId(previous["namespace"].text(), previous["name"].text());
    if (change != u"RENAME" || previous["name"].text().isEmpty() || former == id)
        return;
    if (!dataset.aliases.contains(former))
        dataset.aliases.append(former);
    m_renames.insert(former, {id, event.run});
    if (const auto old = m_datasetIndex.constFind(former); old != m_datasetIndex.cend())
        m_datasets[*old].dataset.aliases.removeAll(id); // renamed back: it is no former name of that one
}

void OpenLineageLog::readTags(const Node &facet, DatasetState &state)
{
    state.dataset.tags.clear();
    state.columnTags.clear();
    for (const Node &tag : facet["tags"].items()) {
        const QString value = tag["value"].text();
        const QString text = tag["key"].text() + (value.isEmpty() || value == u"true" ? QString() : u':' + value);
        tag["source"].use();
        QStringList &tags = tag["field"].text().isEmpty() ? state.dataset.tags : state.columnTags[tag["field"].text()];
        if (!tags.contains(text))
            tags.append(text);
    }
}

void OpenLineageLog::measure(const EventFacts &event, const QString &dataset, const QString &property, const QString &column,
                             std::optional<double> value, const char *unit)
{
    if (!value || !event.at.isValid())
        return;
    Measurement found;
    found.at = event.at;
    found.target = dataset;
    found.targetKind = Kind::Dataset;
    found.property = property;
    found.element = column;
    found.value = *value;
    found.unit = QString::fromLatin1(unit);
    found.source = u"OpenLineage"_s;
    found.run = event.runId;
    m_out.measurements.append(std::move(found));
}

void OpenLineageLog::readAssertions(const Node &facet, const QString &id, const EventFacts &event)
{
    for (const Node &item : facet["assertions"].items()) {
        const QString kind = item["assertion"].text();
        const QString name = item["name"].text().isEmpty() ? kind : item["name"].text();
        const QString column = item["column"].text();
        const std::optional<bool> success = item["success"].boolean();
        if (name.isEmpty() || !success)
            continue;
        measure(event, id, u"assertion:"_s + name, column, *success ? 1 : 0, "1");
        if (event.at.isValid()) {
            m_out.measurements.last().good = *success ? 1 : 0;
            m_out.measurements.last().total = 1;
        }
        QualityRule rule;
        rule.id = id + u'#' + name + u'#' + column;
        rule.dataset = id;
        rule.column = column;
        rule.name = name;
        rule.type = u"assertion"_s;
        rule.text = item["description"].text().isEmpty() ? kind : item["description"].text();
        rule.expression = item["content"].text();
        if (rule.expression.isEmpty() && !item["expected"].text().isEmpty())
            rule.expression = u"= "_s + item["expected"].text();
        rule.severity = item["severity"].text();
        const auto known = m_rules.constFind(rule.id);
        if (known != m_rules.cend()) {
            m_out.qualityRules[*known] = std::move(rule);
        } else {
            m_rules.insert(rule.id, m_out.qualityRules.size());
            m_out.qualityRules.append(std::move(rule));
        }
    }
}

void OpenLineageLog::readMetrics(const Node &facet, const QString &id, const EventFacts &event)
{
    Dataset &dataset = m_datasets[m_datasetIndex.value(id)].dataset;
    if (const std::optional<qint64> rows = facet["rowCount"].integer())
        dataset.rowCount = rows;
    if (const std::optional<qint64> bytes = facet["bytes"].integer())
        dataset.byteCount = bytes;
    measure(event, id, u"rowCount"_s, {}, facet["rowCount"].number(), "rows");
    measure(event, id, u"bytes"_s, {}, facet["bytes"].number(), "bytes");
    measure(event, id, u"fileCount"_s, {}, facet["fileCount"].number(), "1");
    const QDateTime updated = QDateTime::fromString(facet["lastUpdated"].text(), Qt::ISODateWithMs);
    if (updated.isValid() && event.at.isValid())
        measure(event, id, u"freshness"_s, {}, double(updated.msecsTo(event.at)) / 1000.0, "s");
    const Node &columns = facet["columnMetrics"];
    for (qsizetype i = 0; columns.isMap() && i < columns.size(); ++i) {
        const QString &column = columns.keys()[size_t(i)];
        const Node &metrics = columns.items()[size_t(i)];
        for (qsizetype k = 0; metrics.isMap() && k < metrics.size(); ++k) {
            const QString &name = metrics.keys()[size_t(k)];
            const Node &value = metrics.items()[size_t(k)];
            if (name != u"quantiles") {
                const bool isRows = name == u"nullCount" || name == u"count" || name == u"distinctCount";
                measure(event, id, name, column, value.number(), isRows ? "rows" : "1");
                continue;
            }
            for (qsizetype q = 0; value.isMap() && q < value.size(); ++q)
                measure(event, id, u"quantile:"_s + value.keys()[size_t(q)], column, value.items()[size_t(q)].number(), "1");
        }
    }
}

/// Rows, bytes and files that went through: what was written keeps the plain name, what was read says so.
void OpenLineageLog::readStatistics(const Node &facet, const QString &id, const EventFacts &event, bool isOutput)
{
    const auto name = [&](const char *property) {
        return isOutput ? QString::fromLatin1(property) : u"input:"_s + QString::fromLatin1(property);
    };
    measure(event, id, name("rowCount"), {}, facet["rowCount"].number(), "rows");
    measure(event, id, name("size"), {}, facet["size"].number(), "bytes");
    measure(event, id, name("fileCount"), {}, facet["fileCount"].number(), "1");
}

} // namespace meshscope
