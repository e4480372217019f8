#include "tests/support/faultyvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

/// The document with each value changed from its leaves up; `depth` of the value counts from 0.
QJsonValue changed(const QString &key, const QJsonValue &value, int depth, const Change &change)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(changed({}, item, depth + 1, change));
        return change(key, list, depth);
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (const QString &name : object.keys())
            object.insert(name, changed(name, object.value(name), depth + 1, change));
        return change(key, object, depth);
    }
    return change(key, value, depth);
}

} // namespace

QByteArray bodyOf(const Script &script)
{
    const qsizetype end = script.bytes.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : script.bytes.mid(end + 4);
}

Script withBody(const Script &proper, const QByteArray &body)
{
    Script script = proper;
    QList<QByteArray> lines = proper.bytes.left(proper.bytes.indexOf("\r\n\r\n")).split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
        if (line.toLower().startsWith("content-length:"))
            line = "Content-Length: " + QByteArray::number(body.size());
    }
    script.bytes = lines.join("\r\n") + "\r\n\r\n" + body;
    return script;
}

Script garbled(const Met &met, const Change &change)
{
    const QJsonDocument document = QJsonDocument::fromJson(bodyOf(met.proper));
    if (document.isNull())
        return met.proper;
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue now = changed({}, root, 0, change);
    return withBody(met.proper, now.isArray()    ? QJsonDocument(now.toArray()).toJson()
                                : now.isObject() ? QJsonDocument(now.toObject()).toJson()
                                                 : QByteArray("null"));
}

bool isLeaf(const QJsonValue &value)
{
    return !value.isArray() && !value.isObject();
}

Fault garbling(const QByteArray &name, const Change &change, Fault::Tells tells)
{
    return {name, [change](const Met &met) { return garbled(met, change); }, tells};
}

QList<Fault> faultyValues()
{
    QList<Fault> faults;
    faults.append(garbling(
        "numbers as texts, texts as numbers",
        [](const QString &key, const QJsonValue &v, int) -> QJsonValue {
            if (v.isDouble())
                return QString::number(v.toDouble());
            return v.isString() && key != u"id"_s && key != u"urn"_s && key != u"type"_s && key != u"@id"_s &&
                           key != u"name"_s
                       ? QJsonValue(v.toString().size())
                       : v;
        },
        Fault::Tells::Others));
    faults.append(garbling("lists as objects", [](const QString &, const QJsonValue &v, int depth) -> QJsonValue {
        if (!v.isArray() || depth == 0)
            return v;
        QJsonObject object;
        for (const QJsonValue &item : v.toArray())
            object.insert(QString::number(object.size()), item);
        return object;
    }));
    faults.append(garbling("objects as texts", [](const QString &, const QJsonValue &v, int depth) -> QJsonValue {
        return v.isObject() && depth > 2 ? QJsonValue(u"text"_s) : v;
    }));
    faults.append(garbling("texts as lists", [](const QString &, const QJsonValue &v, int) -> QJsonValue {
        return v.isString() ? QJsonValue(QJsonArray{v, QJsonValue(), 1.5}) : v;
    }));
    faults.append(garbling("null in place of each value", [](const QString &, const QJsonValue &v, int) -> QJsonValue {
        return isLeaf(v) ? QJsonValue() : v;
    }));
    faults.append(garbling("null in place of each item", [](const QString &, const QJsonValue &v, int depth) -> QJsonValue {
        QJsonArray list;
        for (qsizetype i = 0; i < v.toArray().size(); ++i)
            list.append(QJsonValue());
        return v.isArray() && depth > 0 ? QJsonValue(list) : v;
    }));
    faults.append(garbling(
        "null in place of each part",
        [](const QString &, const QJsonValue &v, int depth) -> QJsonValue { return depth > 3 ? QJsonValue() : v; },
        Fault::Tells::Less));
    faults.append(garbling(
        "numbers beyond all bounds",
        [](const QString &, const QJsonValue &v, int) -> QJsonValue { return v.isDouble() ? QJsonValue(-1e300) : v; },
        Fault::Tells::Less));
    const QString odd = u"/..%2F\"'\\ \n\u202e?&#[]{}\u0001"_s;
    faults.append(garbling(
        "odd names",
        [odd](const QString &key, const QJsonValue &v, int) -> QJsonValue {
            return v.isString() && key.endsWith(u"ame"_s) ? QJsonValue(v.toString() + odd) : v;
        },
        Fault::Tells::Others));
    faults.append(garbling(
        "names of 70,000 characters",
        [long_ = QString(70'000, u'n')](const QString &key, const QJsonValue &v, int) -> QJsonValue {
            return v.isString() && key.endsWith(u"ame"_s) ? QJsonValue(v.toString() + long_) : v;
        },
        Fault::Tells::Others));
    faults.append(garbling(
        "odd identifiers",
        [odd](const QString &key, const QJsonValue &v, int) -> QJsonValue {
            const bool isId = key == u"id"_s || key == u"urn"_s || key == u"@id"_s || key == u"fullyQualifiedName"_s;
            return v.isString() && isId ? QJsonValue(v.toString() + odd) : v;
        },
        Fault::Tells::Others));
    return faults;
}

} // namespace meshscope::test
