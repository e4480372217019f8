#include "models/catalogs/openmetadata/samples.h"

#include "models/catalogs/keptrows.h"

using namespace Qt::StringLiterals;

namespace meshscope::openmetadata {

namespace {

const QString kindName = u"openmetadata"_s;

// What its PIIMasker puts instead of values, and after the names of their columns.
constexpr auto maskedValue = "********"_L1;
constexpr auto maskedName = " [MASKED]"_L1;

const Node &nodeAt(const Node &item, const QString &path)
{
    const Node *node = &item;
    const QStringList steps = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps)
        node = &(*node)[step.toStdString()];
    return *node;
}

/// Names of columns → their types, as the answer itself says.
QHash<QString, QString> typesOf(const Node &columns)
{
    QHash<QString, QString> types;
    for (const Node &column : columns.items()) {
        const QString shown = column["dataTypeDisplay"].text();
        types.insert(column["name"].text(), shown.isEmpty() ? column["dataType"].text().toLower() : shown);
    }
    return types;
}

DataRows tableIn(const Node &sample, const Node &columns, const QString &fqn, int most)
{
    KeptRows rows(most);
    const QHash<QString, QString> types = typesOf(columns);
    for (const Node &column : sample["columns"].items()) {
        QString name = column.text();
        const bool isHidden = name.endsWith(maskedName) && !types.contains(name);
        if (isHidden)
            name.chop(maskedName.size());
        rows.addColumn({name, types.value(name), isHidden});
    }
    for (const Node &row : sample["rows"].items())
        rows.addList(row);
    return rows.take(kindName, fqn);
}

/// Messages of a topic or documents of an index: columns of their own where all of them are JSON objects.
DataRows messagesIn(const Node &messages, const QString &fqn, int most)
{
    const auto isMasked = [](const Node &message) { return message.text() == maskedValue; };
    std::vector<Parsed> parsed;
    bool areObjects = true;
    for (const Node &message : messages.items()) {
        if (!message.isMap() && areObjects)
            parsed.push_back(parseDocuments(message.text().toUtf8(), Syntax::Json));
        areObjects = areObjects && (message.isMap() || (!parsed.back().error && parsed.back().documents.size() == 1 &&
                                                        parsed.back().documents.front().isMap()));
        if (!areObjects)
            break;
    }
    KeptRows rows(most);
    if (!areObjects) {
        const std::span<const Node> all = messages.items();
        rows.addColumn({u"message"_s, {}, std::all_of(all.begin(), all.end(), isMasked)});
    }
    size_t next = 0;
    for (const Node &message : messages.items()) {
        if (!areObjects)
            rows.addText(message);
        else
            rows.addObject(message.isMap() ? message : parsed[next++].documents.front());
        if (rows.isFull())
            break;
    }
    return rows.take(kindName, fqn);
}

} // namespace

Sampled sampledAs(const QString &datasetType)
{
    // What assets.cpp calls what the server has no sample of.
    static const QStringList without{u"dashboard"_s, u"report"_s,       u"chart"_s, u"data model"_s,
                                     u"ML model"_s,  u"API endpoint"_s, u"metric"_s};
    if (datasetType == u"topic")
        return {u"topics"_s, u"topic"_s, {}};
    if (datasetType == u"container" || datasetType == u"file")
        return {u"containers"_s, u"container"_s, u"dataModel/columns"_s};
    if (datasetType == u"search index")
        return {u"searchIndexes"_s, u"searchIndex"_s, {}};
    return without.contains(datasetType) ? Sampled() : Sampled{u"tables"_s, u"table"_s, u"columns"_s};
}

std::optional<DataRows> sampleIn(const Node &answer, const Sampled &sampled, const QString &fqn, int rows)
{
    const Node &sample = answer["sampleData"];
    if (sample["messages"].size() > 0)
        return messagesIn(sample["messages"], fqn, rows);
    if (sample["columns"].size() == 0)
        return {};
    return tableIn(sample, nodeAt(answer, sampled.columns), fqn, rows);
}

} // namespace meshscope::openmetadata
