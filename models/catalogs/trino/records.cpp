#include "models/catalogs/trino/records.h"

#include "models/catalogs/trino/values.h"
#include "models/formats/reading.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshscope::trino {

namespace {

/// "decimal(38, 10)" is "decimal", "timestamp(3) with time zone" is "timestamp with time zone", a row a row.
QString withoutArguments(const QString &type)
{
    QString plain;
    int open = 0;
    for (const QChar c : type) {
        open += c == u'(' ? 1 : 0;
        if (open == 0)
            plain += c;
        open -= c == u')' ? 1 : 0;
    }
    return plain.simplified();
}

QString typeOf(const Node &relation)
{
    const QString type = relation["type"].text();
    return type == u"VIEW" ? u"view"_s : type == u"MATERIALIZED VIEW" ? u"materialized view"_s : u"table"_s;
}

constexpr auto source = "Trino (estimate)";

Measurement measured(const QString &dataset, const QDateTime &at, const QString &property, double value, const QString &unit)
{
    return {at, dataset, Kind::Dataset, property, {}, value, unit, {}, {}, QLatin1StringView(source), {}};
}

/// What the server believes of the values: its optimiser's numbers.
void addProfile(Column &column, const Node &profile, const QDateTime &at, Records &out)
{
    const auto measure = [&](const QString &property, double value, const QString &unit) {
        out.measurements.append(measured(column.dataset, at, property, value, unit));
        out.measurements.last().element = column.path;
    };
    if (const std::optional<double> share = profile["nullShare"].number())
        measure(u"completeness"_s, 1 - *share, u"ratio"_s);
    addProperty(column.properties, "null share (estimate)", profile["nullShare"]);
    if (const std::optional<double> distinct = profile["distinct"].number()) {
        measure(u"distinctCount"_s, *distinct, u"1"_s);
        column.properties.append({u"distinct values (estimate)"_s, QString::number(std::llround(*distinct))});
    }
    addProperty(column.properties, "minimum (estimate)", profile["minimum"]);
    addProperty(column.properties, "maximum (estimate)", profile["maximum"]);
}

void addColumn(const Node &node, const QString &dataset, const QDateTime &at, int &ordinal, Records &out)
{
    Column c;
    c.dataset = dataset;
    c.path = node["name"].text();
    c.ordinal = ordinal++;
    c.physicalType = node["type"].text();
    c.logicalType = withoutArguments(c.physicalType);
    if (const QString nullable = node["nullable"].text(); !nullable.isEmpty())
        c.nullable = nullable == u"YES";
    c.description = node["comment"].text();
    if (saysPersonal(c.description))
        c.tags.append(u"PII"_s);
    addProfile(c, node["profile"], at, out);
    const QString path = c.path;
    const QList<Field> fields = fieldsOf(c.physicalType);
    out.columns.append(std::move(c));
    for (const Field &field : fields) {
        Column nested;
        nested.dataset = dataset;
        nested.path = path + field.path;
        nested.ordinal = ordinal++;
        nested.physicalType = field.type;
        nested.logicalType = withoutArguments(field.type);
        out.columns.append(std::move(nested));
    }
}

} // namespace

bool saysPersonal(const QString &comment)
{
    static const QRegularExpression mark(u"^\\W*PII\\b"_s);
    return mark.match(comment).hasMatch();
}

QString Naming::dataset(const QString &catalog, const QString &schema, const QString &table) const
{
    return ns + u'/' + catalog + u'.' + schema + u'.' + table;
}

QString Naming::domain(const QString &catalog, const QString &schema)
{
    return schema.isEmpty() ? catalog : catalog + u'.' + schema;
}

Records schemasOf(const Node &catalog, const QString &file)
{
    Records out;
    Domain top;
    top.name = catalog["catalog"].text();
    top.id = Naming::domain(top.name);
    top.source = {file, 0, 0, {}, 0};
    out.domains.append(top);
    for (const QString &schema : catalog["schemas"].texts()) {
        Domain d;
        d.name = schema;
        d.id = Naming::domain(top.name, schema);
        d.domain = top.id;
        d.source = top.source;
        out.domains.append(std::move(d));
    }
    return out;
}

Records relationsOf(const QByteArray &lines, const QString &file, const QString &catalog, const QString &schema,
                    const Naming &naming, const QDateTime &at)
{
    Records out;
    const Parsed parsed = parseDocuments(lines, Syntax::Ndjson);
    for (const Node &relation : parsed.documents) {
        Dataset d;
        d.name = relation["table"].text();
        if (d.name.isEmpty())
            continue;
        d.id = naming.dataset(catalog, schema, d.name);
        d.description = relation["comment"].text();
        d.domain = Naming::domain(catalog, schema);
        d.source = {file, relation.begin(), relation.end(), {}, relation.line()};
        d.ns = naming.ns;
        d.platform = u"trino"_s;
        d.type = typeOf(relation);
        addProperty(d.properties, "definition", relation["view"]);
        if (const std::optional<double> rows = relation["rows"].number()) {
            d.rowCount = std::llround(*rows);
            out.measurements.append(measured(d.id, at, u"rowCount"_s, *rows, u"rows"_s));
        }
        int ordinal = 0;
        for (const Node &column : relation["columns"].items())
            addColumn(column, d.id, at, ordinal, out);
        out.datasets.append(std::move(d));
    }
    return out;
}

Records viewReads(const Node &plan, const QString &view, const Naming &naming)
{
    Records out;
    QSet<QString> seen;
    for (const Node &input : plan["inputTableColumnInfos"].items()) {
        const Node &table = input["table"];
        const Node &name = table["schemaTable"];
        const QString from = naming.dataset(table["catalog"].text(), name["schema"].text(), name["table"].text());
        if (name["table"].text().isEmpty() || from == view || seen.contains(from))
            continue;
        seen.insert(from);
        out.lineage.append({from, view, {}});
    }
    return out;
}

} // namespace meshscope::trino
