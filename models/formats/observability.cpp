#include "models/formats/all.h"
#include "models/formats/documentreader.h"
#include "models/mesh/address.h"

namespace meshscope {

namespace {

/// Data product observability metrics 0.0.1 (`kind: DataProductObservabilityMetrics`): what was observed of one product
/// at one time, as Measurements of the product, its ports and contracts. Units become canonical: seconds, ratio, bytes.
class Observability : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("observability metrics"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        const Node &kind = document.peek("kind");
        return kind.type() == Node::Type::String && kind.text() == QLatin1String("DataProductObservabilityMetrics");
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        const DocumentReader reader(document, context, out);
        reader.noteVersion(document["schemaVersion"], name(), QStringLiteral("0.0"));
        Target product{Kind::Product, reader.text(document, "productId"), reader.time(document, "asOf"), {}};
        const Node &pipeline = reader.map(reader.map(document, "physical"), "pipeline");
        if (!product.at.isValid())
            product.at = reader.time(pipeline, "lastRunAt");
        readPhysical(reader, pipeline, product);
        readSchema(reader, product);
        const Node &dynamic = reader.map(document, "dynamic");
        readTimes(reader, dynamic, product);
        add(reader, reader.map(dynamic, "volume"), "rowCount", product, "rowCount", "rows", 1);
        add(reader, reader.map(dynamic, "volume"), "rowCountDelta", product, "rowCountDelta", "rows", 1);
        readFreshness(reader, dynamic, product);
        readQuality(reader, dynamic, product);
        readUsage(reader, document, product);
        for (const Node *port : reader.maps(document, "outputPorts")) {
            const QString id = portId(product.id, true, reader.text(*port, "name"), reader.text(*port, "version"));
            const Target target{Kind::Port, id, product.at, {}};
            readFreshness(reader, *port, target);
            readQuality(reader, *port, target);
            readUsage(reader, *port, target);
        }
        for (const Node *use : reader.maps(document, "contractUsage")) {
            const Target contract{Kind::Contract, reader.text(*use, "contractId"), product.at,
                                  reader.text(*use, "consumerId")};
            add(reader, *use, "queryCount", contract, "queryCount", "1", 1);
            add(reader, *use, "avgResponseTimeMs", contract, "averageResponseTime", "s", 0.001);
            add(reader, *use, "p95ResponseTimeMs", contract, "responseTime", "s", 0.001);
            add(reader, *use, "sloBreachesReported", contract, "sloBreachesReported", "1", 1);
        }
    }

private:
    struct Target {
        Kind kind;
        QString id;
        QDateTime at;
        QString element;
    };

    static Measurement measurement(const Target &target, const char *property, const char *unit, double value)
    {
        Measurement m;
        m.at = target.at;
        m.target = target.id;
        m.targetKind = target.kind;
        m.property = QString::fromLatin1(property);
        m.element = target.element;
        m.value = value;
        m.unit = QString::fromLatin1(unit);
        m.source = QStringLiteral("observability metrics");
        return m;
    }

    static void add(const DocumentReader &reader, const Node &node, std::string_view key, const Target &target,
                    const char *property, const char *unit, double factor)
    {
        const std::optional<double> value = reader.number(node, key);
        if (value && target.at.isValid())
            reader.out().measurements.append(measurement(target, property, unit, *value * factor));
    }

    static void addCount(const DocumentReader &reader, const Target &target, const char *property, double good, double total)
    {
        if (!target.at.isValid() || total <= 0)
            return;
        Measurement m = measurement(target, property, "ratio", good / total);
        m.good = good;
        m.total = total;
        reader.out().measurements.append(m);
    }

    static void readPhysical(const DocumentReader &reader, const Node &pipeline, const Target &product)
    {
        Target run = product;
        if (const QDateTime at = reader.time(pipeline, "lastRunAt"); at.isValid())
            run.at = at;
        const QString status = reader.text(pipeline, "status");
        if (status == QLatin1String("success") || status == QLatin1String("failed"))
            addCount(reader, run, "pipelineSuccess", status == QLatin1String("success") ? 1 : 0, 1);
        add(reader, pipeline, "durationSeconds", run, "pipelineDuration", "s", 1);
        add(reader, pipeline, "recordsProcessed", run, "recordsProcessed", "rows", 1);
        add(reader, pipeline, "computeCreditsUsed", run, "computeCreditsUsed", "1", 1);
        const Node &storage = reader.map(reader.map(reader.document(), "physical"), "storage");
        add(reader, storage, "sizeBytes", product, "size", "bytes", 1);
        add(reader, storage, "partitionCount", product, "partitionCount", "1", 1);
    }

    static void readSchema(const DocumentReader &reader, const Target &product)
    {
        const Node &schema = reader.map(reader.map(reader.document(), "static"), "schema");
        add(reader, schema, "columnCount", product, "columnCount", "1", 1);
        const std::optional<bool> drift = reader.flag(schema, "driftDetected");
        if (drift && product.at.isValid())
            reader.out().measurements.append(measurement(product, "schemaDrift", "1", *drift ? 1 : 0));
    }

    static void readTimes(const DocumentReader &reader, const Node &dynamic, const Target &product)
    {
        add(reader, reader.map(dynamic, "responseTime"), "actualP95Ms", product, "responseTime", "s", 0.001);
    }

    static void readFreshness(const DocumentReader &reader, const Node &parent, const Target &target)
    {
        const Node &freshness = reader.map(parent, "freshness");
        const QDateTime updated = reader.time(freshness, "lastUpdatedAt");
        if (!freshness.peek("lagMinutes").isNull())
            add(reader, freshness, "lagMinutes", target, "freshness", "s", 60);
        else if (updated.isValid() && target.at.isValid())
            reader.out().measurements.append(
                measurement(target, "freshness", "s", double(updated.msecsTo(target.at)) / 1000));
    }

    static void readQuality(const DocumentReader &reader, const Node &parent, const Target &target)
    {
        const Node &quality = reader.map(parent, "quality");
        const std::optional<double> total = reader.number(quality, "rulesTotal");
        std::optional<double> passed = reader.number(quality, "rulesPassed");
        const std::optional<double> failed = reader.number(quality, "rulesFailed");
        if (!passed && total && failed)
            passed = *total - *failed;
        if (total && passed)
            addCount(reader, target, "quality", *passed, *total);
        for (const Node *check : reader.maps(quality, "checks")) {
            Target column = target;
            column.element = reader.text(*check, "column");
            const QString status = reader.text(*check, "status");
            const QByteArray rule = reader.text(*check, "rule").toUtf8();
            if (!check->peek("failRate").isNull())
                add(reader, *check, "failRate", column, rule.constData(), "ratio", 1);
            else if (status == QLatin1String("passed") || status == QLatin1String("failed"))
                addCount(reader, column, rule.constData(), status == QLatin1String("passed") ? 1 : 0, 1);
            add(reader, *check, "nullRate", column, "nullRate", "ratio", 1);
        }
    }

    static void readUsage(const DocumentReader &reader, const Node &parent, const Target &target)
    {
        const Node &usage = reader.map(parent, "usage");
        add(reader, usage, "activeConsumers", target, "activeConsumers", "1", 1);
        add(reader, usage, "queryCount", target, "queryCount", "1", 1);
    }
};

} // namespace

std::unique_ptr<Format> makeObservability()
{
    return std::make_unique<Observability>();
}

} // namespace meshscope
