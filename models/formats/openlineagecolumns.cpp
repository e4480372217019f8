#include "models/formats/openlineage.h"

#include "models/mesh/address.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// "DIRECT/IDENTITY", "INDIRECT/JOIN: ON (a.id = b.id)", several joined by commas.
QString transformOf(const Node &transformations)
{
    QStringList texts;
    for (const Node &item : transformations.items()) {
        QString text = item["type"].text();
        if (const QString subtype = item["subtype"].text(); !subtype.isEmpty())
            text += u'/' + subtype;
        if (item["masking"].boolean().value_or(false))
            text += u" (masked)";
        if (const QString why = item["description"].text(); !why.isEmpty())
            text += u": "_s + why;
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(u", ");
}

/// Fields in their declared order, nested ones after the one that holds them. `_element` is what a list holds, no
/// column of its own: its fields go by `[]`.
void addFields(const Node &fields, const QString &prefix, const QString &dataset, QList<Column> &columns)
{
    std::vector<std::pair<qint64, const Node *>> ordered;
    for (const Node &field : fields.items())
        ordered.emplace_back(field["ordinal_position"].integer().value_or(qint64(ordered.size()) + 1), &field);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[position, field] : ordered) {
        const QString name = (*field)["name"].text();
        if (name.isEmpty())
            continue;
        const bool isItem = name == u"_element" && !prefix.isEmpty();
        const QString path = isItem ? prefix + u"[]"_s : prefix.isEmpty() ? name : prefix + u'.' + name;
        if (!isItem) {
            Column column;
            column.dataset = dataset;
            column.path = path;
            column.ordinal = int(columns.size());
            column.physicalType = (*field)["type"].text();
            column.description = (*field)["description"].text();
            columns.append(std::move(column));
        }
        addFields((*field)["fields"], path, dataset, columns);
    }
}

} // namespace

void OpenLineageLog::readSchema(const Node &facet, DatasetState &state)
{
    QList<Column> columns;
    addFields(facet["fields"], {}, state.dataset.id, columns);
    const bool isGone = facet["_deleted"].boolean().value_or(false);
    if (isGone)
        columns.clear();
    if (isGone || !columns.isEmpty())
        state.columns = std::move(columns);
}

void OpenLineageLog::addColumnEdge(const QString &from, const QString &fromColumn, const QString &to,
                                   const QString &toColumn, const QString &job, const QString &transform)
{
    addEdge(from, to, job);
    const QString key = QStringList{from, fromColumn, to, toColumn, job}.join(u'\n');
    const auto known = m_columnEdges.constFind(key);
    if (known != m_columnEdges.cend()) {
        if (!transform.isEmpty())
            m_out.columnLineage[*known].transform = transform;
        return;
    }
    m_columnEdges.insert(key, m_out.columnLineage.size());
    m_out.columnLineage.append({from, fromColumn, to, toColumn, job, transform});
}

/// `fields`: what each column is made from. `dataset`: columns that bear on all of it (filters, joins, sorting); those
/// edges end at the dataset and have no target column.
void OpenLineageLog::readColumnLineage(const Node &facet, const QString &id, const QString &job, const EventFacts &event)
{
    const auto addInput = [&](const Node &input, const QString &column, const QString &fallback) {
        const QString name = input["name"].text();
        const QString field = input["field"].text();
        if (name.isEmpty() || field.isEmpty())
            return;
        const QString from = dataset(input["namespace"].text(), name, event.node).dataset.id;
        const QString transform = transformOf(input["transformations"]);
        addColumnEdge(from, field, id, column, job, transform.isEmpty() ? fallback : transform);
    };
    const Node &fields = facet["fields"];
    for (qsizetype i = 0; fields.isMap() && i < fields.size(); ++i) {
        const Node &field = fields.items()[size_t(i)];
        // the older form describes the transformation of the field as a whole; where each input says it, that is left
        const auto &inputs = field["inputFields"].items();
        const bool isSaid = !inputs.empty() && std::all_of(inputs.begin(), inputs.end(), [](const Node &input) {
            return input.peek("transformations").size() > 0;
        });
        QString whole = isSaid ? QString() : field["transformationType"].text();
        if (const QString why = isSaid ? QString() : field["transformationDescription"].text(); !why.isEmpty())
            whole += (whole.isEmpty() ? QString() : u": "_s) + why;
        for (const Node &input : field["inputFields"].items())
            addInput(input, fields.keys()[size_t(i)], whole);
    }
    for (const Node &input : facet["dataset"].items())
        addInput(input, {}, {});
}

/// The explicit `lineage` of one dataset: its sources are these and no others.
void OpenLineageLog::readDatasetLineage(const Node &facet, const QString &id, const QString &job, const EventFacts &event)
{
    if (!event.run.isEmpty())
        run(event.run, event.job).declared.insert(id);
    const auto addInput = [&](const Node &input, const QString &column) {
        const QString name = input["name"].text();
        const QString transform = transformOf(input["transformations"]);
        if (input["type"].text() == u"JOB") {
            if (!name.isEmpty()) // another job makes it: what that one reads, it is made from
                run(datasetId(input["namespace"].text(), name) + u"\nlineage"_s,
                    this->job(input["namespace"].text(), name, event.node).id)
                    .outputs.append(id);
            return;
        }
        if (name.isEmpty())
            return;
        const QString from = dataset(input["namespace"].text(), name, event.node).dataset.id;
        const QString field = input["field"].text();
        if (field.isEmpty())
            addEdge(from, id, job);
        else
            addColumnEdge(from, field, id, column, job, transform);
    };
    for (const Node &input : facet["inputs"].items())
        addInput(input, {});
    const Node &fields = facet["fields"];
    for (qsizetype i = 0; fields.isMap() && i < fields.size(); ++i) {
        for (const Node &input : fields.items()[size_t(i)]["inputs"].items())
            addInput(input, fields.keys()[size_t(i)]);
    }
}

/// The explicit `lineage` of a job: entries for datasets it makes, and for jobs and what they read.
void OpenLineageLog::readJobLineage(const Node &facet, const EventFacts &event)
{
    if (facet["_deleted"].boolean().value_or(false))
        return;
    for (const Node &entry : facet["entries"].items()) {
        const QString ns = entry["namespace"].text();
        const QString name = entry["name"].text();
        if (entry["type"].text() != u"JOB") {
            if (name.isEmpty())
                continue;
            const QString id = dataset(ns, name, event.node).dataset.id;
            RunState &own = run(event.run, event.job);
            if (!own.outputs.contains(id))
                own.outputs.append(id);
            readDatasetLineage(entry, id, event.job, event);
            continue;
        }
        const QString reader = name.isEmpty() ? event.job : job(ns, name, event.node).id;
        const QString key = name.isEmpty() ? event.run : reader + u"\nlineage"_s;
        for (const Node &input : entry["inputs"].items()) {
            const QString source = input["name"].text();
            if (source.isEmpty())
                continue;
            if (input["type"].text() == u"JOB") {
                const QString before = job(input["namespace"].text(), source, event.node).id;
                if (m_jobIndex.contains(reader))
                    setProperty(m_jobs[m_jobIndex.value(reader)].properties, u"runs after"_s, before);
                continue;
            }
            input["field"].use();
            input["transformations"].use(true);
            const QString from = dataset(input["namespace"].text(), source, event.node).dataset.id;
            RunState &state = run(key, reader);
            if (!state.inputs.contains(from))
                state.inputs.append(from);
        }
    }
}

} // namespace meshscope
