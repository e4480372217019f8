#include "models/catalogs/openmetadata/records.h"

#include "models/formats/format.h"
#include "models/formats/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What is promised and what is observed: contracts, test cases with their results, profiles, usage.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString vendor = u"OpenMetadata"_s;

Measurement measured(const QString &target, Kind kind, const QString &property, const QDateTime &at, double value,
                     const QString &unit)
{
    Measurement found;
    found.at = at;
    found.target = target;
    found.targetKind = kind;
    found.property = property;
    found.value = value;
    found.unit = unit;
    found.source = vendor;
    return found;
}

/// `5 day` as the level's value and unit.
void addLevel(const QString &contract, const QString &property, const Node &part, const char *value, const SourceRef &source,
              Records &out)
{
    const QString number = part.isScalar() ? part.text() : part[value].text();
    if (number.isEmpty())
        return;
    ServiceLevel level;
    level.id = property;
    level.owner = contract;
    level.property = property;
    level.value = number;
    level.unit = part["unit"].text();
    level.source = source;
    out.serviceLevels.append(std::move(level));
}

QString parametersOf(const Node &item)
{
    QStringList texts;
    for (const Node &parameter : item["parameterValues"].items())
        texts.append(parameter["name"].text() + u" = "_s + parameter["value"].text());
    return texts.join(u", "_s);
}

} // namespace

Reader::Place Reader::placeOf(const QString &type, const QString &fqn, const QString &column) const
{
    const AssetKind *const kind = assetKind(type);
    Place place{fqn, {}};
    if (kind) {
        DatasetName name;
        QStringList parts = nameParts(fqn);
        const QString service = parts.isEmpty() ? QString() : parts.takeFirst();
        if (const QString ns = m_context.namespaces.value(service); !ns.isEmpty())
            name = {ns, parts.join(u'.'), {}};
        else if (type == u"table" && parts.size() == 3)
            name = tableName(m_context.services.value(service), parts);
        else if (type == u"topic" && parts.size() == 1)
            name = topicName(m_context.services.value(service), parts.first());
        if (!name.isNull())
            place.id = name.id();
    }
    if (!column.isEmpty()) {
        const QString path = columnPath(fqn, fqn + u'.' + column);
        place.column = path.isEmpty() ? column : path;
    }
    return place;
}

Records Reader::testCases(const Node &page, const QString &) const
{
    Records out;
    for (const Node &item : page["data"].items())
        readTest(item, out);
    return out;
}

void Reader::readTest(const Node &item, Records &out) const
{
    const Test test{item["name"].text(), item["entityLink"].text()};
    const QStringList link = entityLink(test.link);
    if (link.size() < 2)
        return;
    const Place place = placeOf(link[0], link[1], link.value(2) == u"columns" ? link.value(3) : QString());
    QualityRule rule;
    rule.id = firstText(item, {"fullyQualifiedName", "id"});
    rule.dataset = place.id;
    rule.column = place.column;
    rule.name = shownName(item);
    rule.type = u"test case"_s;
    rule.text = item["description"].text();
    rule.expression = item["testDefinition"]["name"].text();
    if (const QString parameters = parametersOf(item); !parameters.isEmpty())
        rule.expression += (rule.expression.isEmpty() ? QString() : u": "_s) + parameters;
    rule.dimension = item["dataQualityDimension"].text();
    out.qualityRules.append(std::move(rule));
    addResult(test, item["testCaseResult"], out);
}

/// As with every test: how many rows failed, and whether it passed.
void Reader::addResult(const Test &test, const Node &result, Records &out) const
{
    const QDateTime at = timeOf(result["timestamp"]);
    const QString status = result["testCaseStatus"].text();
    const QStringList link = entityLink(test.link);
    if (!at.isValid() || link.size() < 2 || (status != u"Success" && status != u"Failed"))
        return; // aborted or waiting: nothing was observed
    const Place place = placeOf(link[0], link[1], link.value(2) == u"columns" ? link.value(3) : QString());
    const bool isGood = status == u"Success";
    Measurement found = measured(place.id, Kind::Dataset, u"test"_s, at, 0, u"1"_s);
    found.value = isGood ? 0 : result["failedRows"].number().value_or(1);
    found.good = isGood ? 1 : 0;
    found.total = 1;
    found.element = place.column;
    found.source = vendor + u' ' + test.name;
    out.measurements.append(found);
    for (const Node &value : result["testResultValue"].items()) {
        const std::optional<double> number = value["value"].number();
        const QString name = value["name"].text();
        if (number && place.column.isEmpty() && (name == u"rowCount" || name == u"columnCount"))
            out.measurements.append(
                measured(place.id, Kind::Dataset, name, at, *number, name == u"rowCount" ? u"rows"_s : u"1"_s));
    }
}

Records Reader::testResults(const Test &test, const Node &answer) const
{
    Records out;
    for (const Node &result : answer["data"].items())
        addResult(test, result, out);
    return out;
}

Records Reader::usage(const QString &uuid, const Node &answer) const
{
    Records out;
    const Context::Asset asset = m_context.assets.value(uuid);
    const AssetKind *const kind = assetKind(asset.type);
    for (const Node &day : answer["usage"].items()) {
        const QDateTime at = QDateTime::fromString(day["date"].text() + u"T00:00:00Z"_s, Qt::ISODate);
        const std::optional<double> count = day["dailyStats"]["count"].number();
        if (kind && at.isValid() && count)
            out.measurements.append(
                measured(asset.id, kind->isJob ? Kind::Job : Kind::Dataset, u"usage"_s, at, *count, u"1"_s));
    }
    return out;
}

Records Reader::profile(const QString &uuid, const Node &answer) const
{
    Records out;
    const QString id = m_context.assets.value(uuid).id;
    const QString fqn = answer["fullyQualifiedName"].text();
    const std::function<void(const Node &)> each = [&](const Node &columns) {
        for (const Node &column : columns.items()) {
            each(column["children"]);
            const Node &profile = column["profile"];
            const QDateTime at = timeOf(profile["timestamp"]);
            const QString path = columnPath(fqn, column["fullyQualifiedName"].text());
            if (!at.isValid())
                continue;
            const auto add = [&](const QString &property, std::optional<double> value, const QString &unit) {
                if (!value)
                    return;
                Measurement found = measured(id, Kind::Dataset, property, at, *value, unit);
                found.element = path.isEmpty() ? column["name"].text() : path;
                out.measurements.append(std::move(found));
            };
            const std::optional<double> values = profile["valuesCount"].number();
            const std::optional<double> nulls = profile["nullCount"].number();
            if (values && nulls && *values + *nulls > 0) {
                add(u"completeness"_s, *values / (*values + *nulls), u"ratio"_s);
                out.measurements.last().good = *values;
                out.measurements.last().total = *values + *nulls;
            } else if (const std::optional<double> share = profile["nullProportion"].number()) {
                add(u"completeness"_s, 1 - *share, u"ratio"_s);
            }
            add(u"uniqueness"_s, profile["uniqueProportion"].number(), u"ratio"_s);
            add(u"distinctCount"_s, profile["distinctCount"].number(), u"1"_s);
        }
    };
    each(answer["columns"]);
    return out;
}

Reader::Contract Reader::Contract::of(const Node &item)
{
    const Node &about = item["entity"];
    Contract contract{item["id"].text(),    about["id"].text(),
                      about["type"].text(), firstText(about, {"fullyQualifiedName", "name"}),
                      domainOf(item),       rolesOf(item)};
    return contract;
}

/// As a server tells of contracts that gives no ODCS (1.8 to 1.11); where it does, `odcs` tells of them.
Records Reader::contracts(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["data"].items()) {
        const Contract known = Contract::of(item);
        if (known.id.isEmpty())
            continue;
        const QDateTime at = timeOf(item["latestResult"]["timestamp"]);
        const QString status = item["latestResult"]["status"].text();
        if (at.isValid() && (status == u"Success" || status == u"Failed" || status == u"PartialSuccess"))
            out.measurements.append(
                measured(known.id, Kind::Contract, u"contractCheck"_s, at, status == u"Success" ? 1 : 0, u"1"_s));
        if (m_context.hasOdcs)
            continue;
        meshscope::Contract contract;
        readEntity(item, unit, contract);
        contract.id = known.id;
        contract.standard = vendor;
        contract.lifecycle = item["entityStatus"].text();
        contract.version = item["version"].text();
        if (known.aboutType == u"dataProduct")
            contract.product = known.aboutName;
        const Node &terms = item["termsOfUse"];
        addProperty(contract.termsOfUse, u"termsOfUse"_s, terms["content"].isNull() ? terms : terms["content"]);
        addProperty(contract.properties, u"dataClassification"_s, item["security"]["dataClassification"]);
        const Node &sla = item["sla"];
        addLevel(contract.id, u"frequency"_s, sla["refreshFrequency"], "interval", contract.source, out);
        addLevel(contract.id, u"latency"_s, sla["maxLatency"], "value", contract.source, out);
        addLevel(contract.id, u"retention"_s, sla["retention"], "period", contract.source, out);
        addLevel(contract.id, u"timeOfAvailability"_s, sla["availabilityTime"], "", contract.source, out);
        for (const Node &semantic : item["semantics"].items()) {
            QualityRule rule;
            rule.id = contract.id + u'/' + semantic["name"].text();
            rule.contract = contract.id;
            rule.name = semantic["name"].text();
            rule.type = u"semantics"_s;
            rule.text = semantic["description"].text();
            rule.expression = semantic["rule"].text();
            out.qualityRules.append(std::move(rule));
        }
        out.contracts.append(std::move(contract));
    }
    return out;
}

Records Reader::odcs(const Contract &contract, const Node &document, const QString &unit) const
{
    Records out;
    const Format *const format = formatOf(document);
    if (!format) {
        out.issues.append({Issue::Severity::Warning,
                           {unit, 0, 0, {}},
                           Text::tr("The server gives a contract as ODCS that is none: it was left out.")});
        return out;
    }
    ReadContext context;
    context.file = unit;
    format->read(document, context, out);
    // Who and where are told by the catalog itself, in its own names; so are the columns.
    out.parties.clear();
    out.domains.clear();
    out.products.clear();
    out.columns.clear();
    const bool isProduct = contract.aboutType == u"dataProduct";
    const QString about = isProduct ? QString() : placeOf(contract.aboutType, contract.aboutName, {}).id;
    const bool isOne = out.datasets.size() == 1;
    for (QualityRule &rule : out.qualityRules) {
        if (!rule.dataset.isEmpty() && isOne && !about.isEmpty())
            rule.dataset = about;
    }
    out.datasets.clear();
    for (meshscope::Contract &read : out.contracts) {
        read.id = contract.id;
        read.domain = contract.domain;
        read.product = isProduct ? contract.aboutName : QString();
        if (!contract.owners.isEmpty())
            read.owners = contract.owners;
    }
    for (ServiceLevel &level : out.serviceLevels) {
        if (level.ownerKind == Kind::Contract)
            level.owner = contract.id;
    }
    return out;
}

Records Reader::contractResults(const Contract &contract, const Node &answer) const
{
    Records out;
    for (const Node &result : answer["data"].items()) {
        const QDateTime at = timeOf(result["timestamp"]);
        const QString status = result["contractExecutionStatus"].text();
        if (!at.isValid() || (status != u"Success" && status != u"Failed" && status != u"PartialSuccess"))
            continue;
        Measurement found =
            measured(contract.id, Kind::Contract, u"contractCheck"_s, at, status == u"Success" ? 1 : 0, u"1"_s);
        found.run = result["id"].text();
        out.measurements.append(std::move(found));
    }
    return out;
}

} // namespace meshscope::openmetadata
