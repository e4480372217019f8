#include "models/catalogs/datahub/records.h"

#include "models/formats/reading.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

// The third part of DataHubReader: what is promised of a dataset, and what was found.
namespace meshscope {

namespace {

Measurement measured(const QString &dataset, const QString &property, const QDateTime &at, double value, const QString &unit)
{
    Measurement found;
    found.at = at;
    found.target = dataset;
    found.targetKind = Kind::Dataset;
    found.property = property;
    found.value = value;
    found.unit = unit;
    found.source = u"DataHub"_s;
    return found;
}

QString dimensionOf(const QString &type)
{
    static const QHash<QString, QString> words{{u"FRESHNESS"_s, u"timeliness"_s},
                                               {u"VOLUME"_s, u"completeness"_s},
                                               {u"DATA_SCHEMA"_s, u"conformity"_s},
                                               {u"FIELD"_s, u"accuracy"_s}};
    return words.value(type);
}

/// What is checked, in the vendor's own words.
QString expressionOf(const Node &info)
{
    const Node &check = info["datasetAssertion"];
    const QString logic = firstText(check, {"logic"});
    if (!logic.isEmpty())
        return logic;
    if (const QString sql = info["sqlAssertion"]["statement"].text(); !sql.isEmpty())
        return sql;
    if (const QString custom = info["customAssertion"]["logic"].text(); !custom.isEmpty())
        return custom;
    QStringList words{check["aggregation"].text(), check["operator"].text()};
    const Node &parameters = check["parameters"];
    for (const char *key : {"value", "minValue", "maxValue"})
        words.append(parameters[key]["value"].text());
    words.removeAll(QString());
    return words.join(u' ');
}

QString columnOf(const Node &info)
{
    const auto &fields = info["datasetAssertion"]["fields"].items();
    const QString path = fields.empty() ? info["customAssertion"]["field"]["path"].text() : fields.front()["path"].text();
    return DataHubNames::columnPath(path);
}

/// How old the data may be, where the check says so in one number.
void addFreshness(const Node &info, const QualityRule &rule, Records &out)
{
    const Node &schedule = info["freshnessAssertion"]["schedule"];
    const Node &interval = schedule["fixedInterval"];
    ServiceLevel level;
    level.id = rule.id;
    level.ownerKind = rule.contract.isEmpty() ? Kind::Dataset : Kind::Contract;
    level.owner = rule.contract.isEmpty() ? rule.dataset : rule.contract;
    level.property = u"freshness"_s;
    level.description = rule.text;
    if (interval.isMap()) {
        level.value = interval["multiple"].text();
        level.unit = interval["unit"].text().toLower();
    } else {
        level.schedule = schedule["cron"]["cron"].text();
    }
    if (!level.value.isEmpty() || !level.schedule.isEmpty())
        out.serviceLevels.append(std::move(level));
}

} // namespace

void DataHubReader::readContract(const Node &entity, const QString &unit, Dataset &dataset, Records &out) const
{
    const Node &answer = entity["contract"];
    Contract contract;
    contract.id = answer["urn"].text();
    if (contract.id.isEmpty())
        return;
    ReadContext context;
    context.file = unit;
    contract.name = dataset.name;
    contract.domain = dataset.domain;
    contract.standard = u"DataHub"_s;
    contract.lifecycle = answer["status"]["state"].text().toLower();
    contract.source = sourceOf(context, answer);
    dataset.contract = contract.id;
    out.contracts.append(std::move(contract));
}

void DataHubReader::addAssertions(const Node &entity, const QString &dataset, const QString &contract, Records &out) const
{
    QSet<QString> promised;
    const Node &promises = entity["contract"]["properties"];
    for (const char *part : {"freshness", "schema", "dataQuality"}) {
        for (const Node &item : promises[part].items())
            promised.insert(item["assertion"]["urn"].text());
    }
    for (const Node &assertion : entity["assertions"]["assertions"].items()) {
        const Node &info = assertion["info"];
        QualityRule rule;
        rule.id = assertion["urn"].text();
        if (rule.id.isEmpty())
            continue;
        const QString type = info["type"].text();
        const QString described = info["description"].text();
        rule.dataset = dataset;
        rule.contract = promised.contains(rule.id) ? contract : QString();
        rule.column = columnOf(info);
        rule.type = u"assertion"_s;
        rule.text = described;
        rule.name = described.isEmpty() ? firstText(info["datasetAssertion"], {"nativeType"}) : described;
        if (rule.name.isEmpty())
            rule.name = type.isEmpty() ? rule.id : type.toLower();
        rule.dimension = dimensionOf(type);
        rule.expression = expressionOf(info);
        addFreshness(info, rule, out);
        addRuns(assertion, rule, out);
        out.qualityRules.append(std::move(rule));
    }
}

/// A check that could not be made (ERROR) found nothing, neither good nor bad.
void DataHubReader::addRuns(const Node &assertion, const QualityRule &rule, Records &out) const
{
    for (const Node &run : assertion["runEvents"]["runEvents"].items()) {
        const QDateTime at = timeOfMillis(run["timestampMillis"]);
        const QString result = run["result"]["type"].text();
        const bool isGood = result == u"SUCCESS";
        if (!at.isValid() || (!isGood && result != u"FAILURE"))
            continue;
        Measurement found = measured(rule.dataset, u"assertion:"_s + rule.name, at, isGood ? 1 : 0, u"1"_s);
        found.element = rule.column;
        found.good = isGood ? 1 : 0;
        found.total = 1;
        found.run = run["runId"].text();
        const QString platform = assertion["platform"]["name"].text();
        found.source = platform.isEmpty() || platform == u"datahub" ? u"DataHub"_s : platform;
        out.measurements.append(std::move(found));
    }
}

void DataHubReader::addProfile(const Node &entity, Dataset &dataset, Records &out) const
{
    for (const Node &profile : entity["datasetProfiles"].items()) {
        dataset.rowCount = profile["rowCount"].integer();
        dataset.byteCount = profile["sizeInBytes"].integer();
        const QDateTime at = timeOfMillis(profile["timestampMillis"]);
        if (!at.isValid())
            continue;
        const auto add = [&](const char *property, const Node &value, const QString &unit, const QString &column) {
            const std::optional<double> number = value.number();
            if (!number)
                return;
            out.measurements.append(measured(dataset.id, QLatin1StringView(property), at, *number, unit));
            out.measurements.last().element = column;
        };
        add("rowCount", profile["rowCount"], u"rows"_s, {});
        add("bytes", profile["sizeInBytes"], u"bytes"_s, {});
        add("columnCount", profile["columnCount"], u"1"_s, {});
        for (const Node &field : profile["fieldProfiles"].items()) {
            const QString column = DataHubNames::columnPath(field["fieldPath"].text());
            if (column.isEmpty())
                continue;
            add("nullCount", field["nullCount"], u"rows"_s, column);
            add("distinctCount", field["uniqueCount"], u"rows"_s, column);
            add("nullProportion", field["nullProportion"], u"ratio"_s, column);
        }
    }
}

/// How much it is used, day by day, and when it was last written.
void DataHubReader::addUsage(const Node &entity, const QString &dataset, Records &out) const
{
    for (const Node &bucket : entity["usageStats"]["buckets"].items()) {
        const QDateTime at = timeOfMillis(bucket["bucket"]);
        if (!at.isValid())
            continue;
        if (const std::optional<double> count = bucket["metrics"]["totalSqlQueries"].number())
            out.measurements.append(measured(dataset, u"queryCount"_s, at, *count, u"1"_s));
        if (const std::optional<double> count = bucket["metrics"]["uniqueUserCount"].number())
            out.measurements.append(measured(dataset, u"userCount"_s, at, *count, u"1"_s));
    }
    for (const Node &operation : entity["operations"].items()) {
        const QDateTime at = timeOfMillis(operation["timestampMillis"]);
        const QDateTime updated = timeOfMillis(operation["lastUpdatedTimestamp"]);
        if (!at.isValid() || !updated.isValid())
            continue;
        out.measurements.append(
            measured(dataset, u"freshness"_s, at, double(std::max<qint64>(0, updated.msecsTo(at))) / 1000.0, u"s"_s));
        if (const std::optional<double> rows = operation["numAffectedRows"].number())
            out.measurements.append(measured(dataset, u"rowsWritten"_s, at, *rows, u"rows"_s));
    }
}

} // namespace meshscope
