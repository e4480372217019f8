#include "models/catalogs/marquez/records.h"

#include "models/catalogs/marquez/parts.h"
#include "models/formats/openlineage.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

using namespace marquez;

namespace {

/// `fields` is a flat list in no order; the schema facet, where there is one, has the order and the nested ones.
void addFields(const Node &fields, const QString &dataset, const QSet<QString> &tags, QList<Column> &columns)
{
    std::vector<const Node *> sorted;
    for (const Node &field : fields.items())
        sorted.push_back(&field);
    std::sort(sorted.begin(), sorted.end(), [](const Node *a, const Node *b) {
        return std::pair((*a)["name"].text(), (*a)["type"].text()) < std::pair((*b)["name"].text(), (*b)["type"].text());
    });
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < columns.size(); ++i)
        known.insert(columns[i].path, i);
    for (const Node *field : sorted) {
        const QString name = (*field)["name"].text();
        if (name.isEmpty())
            continue;
        if (!known.contains(name)) {
            known.insert(name, columns.size());
            Column column;
            column.dataset = dataset;
            column.path = name;
            column.ordinal = int(columns.size());
            columns.append(std::move(column));
        }
        Column &column = columns[known.value(name)];
        const QString type = (*field)["type"].text();
        if (column.physicalType.isEmpty())
            column.physicalType = type;
        else if (type.compare(column.physicalType, Qt::CaseInsensitive) != 0) // a version before had another type
            setMissing(column.properties, u"otherType"_s, type);
        if (column.description.isEmpty())
            column.description = (*field)["description"].text();
        addTags((*field)["tags"], column.tags);
        column.terms = termsAmong(column.tags, tags);
    }
}

/// The answer's own short form of column lineage, in which a column may be told of once a version.
void addColumnLineage(const Node &lineage, const QString &to, OpenLineageLog &log)
{
    QMap<QStringList, QStringList> edges;
    for (const Node &column : lineage.items()) {
        for (const Node &input : column["inputFields"].items()) {
            const QString name = firstText(input, {"dataset", "name"});
            const QString field = input["field"].text();
            if (name.isEmpty() || field.isEmpty())
                continue;
            QString transform = firstText(input, {"transformationType"});
            if (transform.isEmpty())
                transform = column["transformationType"].text();
            QString why = firstText(input, {"transformationDescription"});
            if (why.isEmpty())
                why = column["transformationDescription"].text();
            if (!why.isEmpty())
                transform += (transform.isEmpty() ? QString() : u": "_s) + why;
            QStringList &transforms = edges[{datasetId(input["namespace"].text(), name), field, column["name"].text()}];
            if (!transform.isEmpty() && !transforms.contains(transform))
                transforms.append(transform);
        }
    }
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        it->sort();
        log.tellColumnEdge(it.key()[0], it.key()[1], to, it.key()[2], it->join(u", "));
    }
}

} // namespace

QByteArray MarquezContext::digest() const
{
    QStringList lines;
    for (auto it = sources.cbegin(); it != sources.cend(); ++it)
        lines.append(u"s\n"_s + it.key() + u'\n' + it.value());
    for (auto it = owners.cbegin(); it != owners.cend(); ++it)
        lines.append(u"o\n"_s + it.key() + u'\n' + it.value());
    for (const QString &tag : tags)
        lines.append(u"t\n"_s + tag);
    lines.sort();
    lines.append(hasDomains ? u"domains"_s : QString());
    return QCryptographicHash::hash(lines.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
}

Records MarquezReader::namespaces(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page["namespaces"].items()) {
        const QString name = item["name"].text();
        if (name.isEmpty())
            continue;
        const QString owner = m_context.owners.value(name);
        if (!owner.isEmpty()) {
            Party party;
            party.id = party.name = owner;
            party.email = owner.contains(u'@') ? owner : QString();
            party.source = sourceOf(context, item);
            out.parties.append(std::move(party));
        }
        if (!m_context.hasDomains)
            continue;
        Domain domain;
        domain.id = domain.name = name;
        domain.description = item["description"].text();
        addProperty(domain.properties, "createdAt", item["createdAt"]);
        addProperty(domain.properties, "isHidden", item["isHidden"]);
        if (!owner.isEmpty())
            domain.owners.append({owner, owner, u"owner"_s, owner.contains(u'@') ? owner : QString()});
        domain.source = sourceOf(context, item);
        out.domains.append(std::move(domain));
    }
    return out;
}

Records MarquezReader::tags(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page["tags"].items()) {
        Term term;
        term.id = term.name = item["name"].text();
        term.description = item["description"].text();
        term.source = sourceOf(context, item);
        if (!term.id.isEmpty())
            out.terms.append(std::move(term));
    }
    return out;
}

void MarquezReader::placeIn(const QString &ns, Entity &entity, Records &) const
{
    if (m_context.hasDomains)
        entity.domain = ns;
    const QString owner = m_context.owners.value(ns);
    if (!owner.isEmpty())
        entity.owners.append({owner, owner, u"namespace owner"_s, owner.contains(u'@') ? owner : QString()});
}

Records MarquezReader::datasets(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    OpenLineageLog log(context, out);
    QSet<QString> told;
    for (const Node &item : page["datasets"].items()) {
        if (item["name"].text().isEmpty())
            continue;
        told.insert(idOf(item));
        readDataset(item, log, out);
    }
    finish(log, told, {}, out);
    return out;
}

void MarquezReader::readDataset(const Node &item, OpenLineageLog &log, Records &out) const
{
    const QString ns = item["namespace"].text();
    const QString name = item["name"].text();
    Dataset &dataset = log.tellDataset(item, ns, name, item["facets"], {});
    const QString id = dataset.id;
    if (item["type"].text() == u"STREAM") // DB_TABLE is what it calls everything else, files too
        dataset.type = u"topic"_s;
    if (dataset.description.isEmpty())
        dataset.description = item["description"].text();
    addTags(item["tags"], dataset.tags);
    dataset.terms = termsAmong(dataset.tags, m_context.tags);
    const QString state = item["lastLifecycleState"].text();
    dataset.dropped = item["deleted"].boolean().value_or(false) || state == u"DROP";
    setMissing(dataset.properties, u"lifecycleStateChange"_s, state);
    const QString source = item["sourceName"].text();
    setMissing(dataset.properties, u"source"_s, source);
    setMissing(dataset.properties, u"dataSource"_s, m_context.sources.value(source));
    if (const QString physical = item["physicalName"].text(); physical != name)
        setMissing(dataset.properties, u"physicalName"_s, physical);
    setMissing(dataset.properties, u"createdAt"_s, item["createdAt"].text());
    placeIn(ns, dataset, out);
    addFields(item["fields"], id, m_context.tags, log.columnsOf(id));
    addColumnLineage(item["columnLineage"], id, log);
}

Records MarquezReader::versions(const Node &item, const QString &unit, const std::vector<const Node *> &versions) const
{
    Records out;
    const QString id = idOf(item);
    QSet<QString> schemas;
    const Node *newest = nullptr;
    for (const Node *version : versions) {
        const QDateTime at = timeOf((*version)["createdAt"]);
        if (!at.isValid())
            continue;
        out.measurements.append(measured(id, Kind::Dataset, u"columnCount"_s, at, double((*version)["fields"].size()),
                                         u"1"_s, (*version)["createdByRun"]["id"].text()));
        if (!newest || timeOf((*newest)["createdAt"]) < at)
            newest = version;
        if (const QString schema = (*version)["currentSchemaVersion"].text(); !schema.isEmpty())
            schemas.insert(schema);
    }
    if (!newest)
        return out;
    Dataset dataset;
    dataset.id = id;
    dataset.ns = item["namespace"].text();
    dataset.name = item["name"].text();
    setMissing(dataset.properties, u"schemaVersion"_s, (*newest)["currentSchemaVersion"].text());
    dataset.source = sourceOf(contextOf(unit), *newest);
    out.datasets.append(std::move(dataset));
    return out;
}

} // namespace meshscope
