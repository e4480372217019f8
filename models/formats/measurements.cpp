#include "models/formats/measurements.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// A number that is written as one; "3" in quotes is a mistake of whoever wrote the line.
std::optional<double> numberOf(const Node &node)
{
    const bool isNumber = node.type() == Node::Type::Int || node.type() == Node::Type::Double;
    const std::optional<double> value = isNumber ? node.number() : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

/// Text that is there and is text.
QString textOf(const Node &node)
{
    return node.type() == Node::Type::String ? node.text() : QString();
}

/// RFC 3339: with an offset, or the moment would depend on who reads it.
QDateTime momentOf(const Node &node)
{
    const QDateTime at = QDateTime::fromString(textOf(node).toUpper(), Qt::ISODateWithMs);
    return at.timeSpec() == Qt::LocalTime ? QDateTime() : at;
}

/// Fills `good`, `total` and `value`; what is wrong with them, or nothing.
QString readValue(const Node &line, Measurement &found)
{
    for (const char *key : {"value", "good", "total"}) {
        if (!line[key].isNull() && !numberOf(line[key]))
            return QCoreApplication::translate("meshscope::Measurements", "\"%1\" is not a number")
                .arg(QLatin1StringView(key));
    }
    found.good = numberOf(line["good"]);
    found.total = numberOf(line["total"]);
    const std::optional<double> value = numberOf(line["value"]);
    if (found.good.has_value() != found.total.has_value())
        return QCoreApplication::translate("meshscope::Measurements", "\"good\" and \"total\" go together");
    if (found.total && (*found.total < 0 || *found.good < 0 || *found.good > *found.total))
        return QCoreApplication::translate("meshscope::Measurements", "\"good\" must lie between 0 and \"total\"");
    if (!value && !found.total)
        return QCoreApplication::translate("meshscope::Measurements", "it has neither \"value\" nor \"good\" and \"total\"");
    if (value)
        found.value = *value;
    else
        found.value = *found.total > 0 ? *found.good / *found.total : 0;
    return {};
}

/// What is wrong with the line, or nothing.
QString readLine(const Node &line, Measurement &found)
{
    if (!line.isMap())
        return QCoreApplication::translate("meshscope::Measurements", "it is not a JSON object");
    found.at = momentOf(line["at"]);
    if (!found.at.isValid())
        return QCoreApplication::translate("meshscope::Measurements",
                                           "\"at\" is not a time with offset, such as 2026-01-31T08:00:00Z");
    found.target = textOf(line["target"]);
    if (found.target.isEmpty())
        return QCoreApplication::translate("meshscope::Measurements",
                                           "\"target\" is missing: name what was measured by its address or id");
    found.property = textOf(line["property"]);
    if (found.property.isEmpty())
        return QCoreApplication::translate("meshscope::Measurements", "\"property\" is missing: name it as in the contract");
    for (const char *key : {"element", "source", "run", "unit"}) {
        if (!line[key].isNull() && line[key].type() != Node::Type::String)
            return QCoreApplication::translate("meshscope::Measurements", "\"%1\" is not a text")
                .arg(QLatin1StringView(key));
    }
    if (const QString wrong = readValue(line, found); !wrong.isEmpty())
        return wrong;
    found.element = textOf(line["element"]);
    found.source = textOf(line["source"]);
    found.run = textOf(line["run"]);
    found.unit = textOf(line["unit"]);
    if (found.unit.isEmpty())
        found.unit = found.total ? u"ratio"_s : u"1"_s;
    static const QStringList units{u"s"_s, u"ratio"_s, u"bytes"_s, u"rows"_s, u"1"_s};
    if (!units.contains(found.unit))
        return QCoreApplication::translate("meshscope::Measurements", "the unit \"%1\" is none of %2")
            .arg(found.unit, units.join(u", "));
    return {};
}

} // namespace

bool isMeasurementFile(const QString &file)
{
    return file.endsWith(u".ndjson", Qt::CaseInsensitive) && file.section(u'/', -2, -2) == u"measurements";
}

FileRecords readMeasurements(const QByteArray &bytes, const ReadContext &context)
{
    FileRecords result;
    result.formats.append(u"measurements"_s);
    const auto report = [&](int line, const QString &wrong) {
        const QString text =
            QCoreApplication::translate("meshscope::Measurements", "This measurement was left out: %1. Correct the line.")
                .arg(wrong);
        result.records.issues.append({Issue::Severity::Error, {context.file, line, 0, {}}, text});
        ++result.unrecognised;
    };
    qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; begin < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        if (end < 0)
            end = bytes.size();
        const QByteArray text = bytes.mid(begin, end - begin).trimmed();
        begin = end + 1;
        if (text.isEmpty())
            continue;
        result.recognised = 1; // by its path, and one document however many lines it has
        const Parsed parsed = parseDocuments(text, Syntax::Json);
        if (parsed.error || parsed.documents.size() != 1) {
            report(line, parsed.error ? parsed.error->text
                                      : QCoreApplication::translate("meshscope::Measurements", "it is not one JSON object"));
            continue;
        }
        Measurement found;
        if (const QString wrong = readLine(parsed.documents.front(), found); !wrong.isEmpty()) {
            report(line, wrong);
            continue;
        }
        result.records.measurements.append(std::move(found));
    }
    return result;
}

} // namespace meshscope
