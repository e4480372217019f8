#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/glue/records.h"
#include "models/formats/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The second part of GlueReader: what became of a table from version to version.
namespace meshscope {

namespace {

struct Version {
    QString id;
    QDateTime at;
    QList<std::pair<QString, QString>> columns; ///< name, type
};

Version versionOf(const Node &node)
{
    const Node &table = node["Table"];
    Version version;
    version.id = firstText(node, {"VersionId"});
    if (version.id.isEmpty())
        version.id = table["VersionId"].text();
    version.at = awsTime(table["UpdateTime"]);
    if (!version.at.isValid())
        version.at = awsTime(table["CreateTime"]);
    for (const Node *list : {&table["StorageDescriptor"]["Columns"], &table["PartitionKeys"]}) {
        for (const Node &field : list->items())
            version.columns.append({field["Name"].text(), field["Type"].text()});
    }
    return version;
}

/// "+ channel string; items int → bigint; − paid". A column has no identity but its name: a renamed one is another.
QString changeOf(const Version &before, const Version &after)
{
    QHash<QString, QString> was;
    for (const auto &[name, type] : before.columns)
        was.insert(name, type);
    QStringList parts;
    for (const auto &[name, type] : after.columns) {
        if (!was.contains(name))
            parts.append(u"+ "_s + name + u' ' + type);
        else if (was.value(name) != type)
            parts.append(name + u' ' + was.value(name) + u" → "_s + type);
        was.remove(name);
    }
    for (const auto &[name, type] : before.columns) {
        if (was.contains(name))
            parts.append(u"− "_s + name + u' ' + type);
    }
    return parts.join(u"; "_s);
}

} // namespace

Records GlueReader::versions(const QString &table, const Node &answer, const QString &unit) const
{
    Records out;
    QList<Version> versions;
    for (const Node &node : answer["TableVersions"].items())
        versions.append(versionOf(node));
    std::stable_sort(versions.begin(), versions.end(),
                     [](const Version &a, const Version &b) { return a.id.toLongLong() < b.id.toLongLong(); });
    if (versions.isEmpty())
        return out;
    Dataset dataset;
    dataset.id = table;
    dataset.ns = table.section(u"/table/"_s, 0, 0);
    dataset.name = table.mid(dataset.ns.size() + 1);
    ReadContext context;
    context.file = unit;
    dataset.source = sourceOf(context, answer);
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const Version &version = versions[i];
        const bool isFirst = i == 0;
        const QString change = isFirst ? QString() : changeOf(versions[i - 1], version);
        if (!change.isEmpty())
            dataset.properties.append(
                {u"version "_s + version.id, version.at.toString(Qt::ISODateWithMs) + u"  "_s + change});
        if (!version.at.isValid() || (!isFirst && change.isEmpty()))
            continue;
        Measurement count;
        count.at = version.at;
        count.target = table;
        count.targetKind = Kind::Dataset;
        count.property = u"columnCount"_s;
        count.value = double(version.columns.size());
        count.unit = u"1"_s;
        count.source = u"AWS Glue"_s;
        count.run = version.id;
        out.measurements.append(std::move(count));
    }
    const bool isAll = answer["NextToken"].text().isEmpty();
    dataset.properties.append({u"versions"_s, (isAll ? QString() : u"≥ "_s) + QString::number(versions.size())});
    out.datasets.append(std::move(dataset));
    return out;
}

} // namespace meshscope
