#include "models/catalogs/datahub/changes.h"

#include "models/formats/node.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace meshscope {

namespace {

constexpr QByteArrayView urnMark = "urn:li:";
constexpr QByteArrayView fieldMark = "urn:li:schemaField:(";
constexpr qsizetype longestUrn = 2'000; ///< the server takes 512

QByteArray typeOf(QByteArrayView urn)
{
    const QByteArrayView rest = urn.sliced(std::min(urn.size(), urnMark.size()));
    const qsizetype end = rest.indexOf(':');
    return end < 0 ? QByteArray() : rest.first(end).toByteArray();
}

/// Without the escapes of JSON. What is none stays as it is.
QByteArray unescaped(QByteArrayView text)
{
    const QByteArray written = QByteArray::fromRawData(text.data(), text.size());
    if (!text.contains('\\'))
        return written;
    const QJsonArray read = QJsonDocument::fromJson("[\"" + written + "\"]").array();
    return read.isEmpty() ? written : read.at(0).toString().toUtf8();
}

/// Where the text that `at` is in ends.
qsizetype endOfText(QByteArrayView json, qsizetype at)
{
    const char *const text = json.data();
    const qsizetype most = std::min(json.size(), at + longestUrn);
    while (at < most && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at, most);
}

/// Where a urn ends that stands inside another: its brackets are closed.
qsizetype endInside(QByteArrayView json, qsizetype at, qsizetype most)
{
    const char *const text = json.data();
    for (int depth = 0; at < most; ++at) {
        const char c = text[at];
        if (c == '(')
            ++depth;
        else if (c == ')' && --depth <= 0)
            return depth < 0 ? at : at + 1;
        else if (c == ',' && depth == 0)
            return at;
    }
    return at;
}

/// Bytes as Avro writes them: a character each. Text that was never bytes is taken as it is.
QByteArray bytesOf(const QString &text)
{
    const QByteArray narrow = text.toLatin1();
    if (QString::fromLatin1(narrow) != text)
        return text.toUtf8();
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(narrow);
    Q_UNUSED(decoded)
    return utf8.hasError() ? text.toUtf8() : narrow;
}

/// A value that may be missing is written under the name of its type.
const Node &chosen(const Node &value, std::string_view field)
{
    return value.isMap() && !value.has(field) && value.size() == 1 ? value.items().front() : value;
}

QString textOf(const Node &value)
{
    return chosen(value, {}).text();
}

QByteArray aspectIn(const Node &event, std::string_view name)
{
    return bytesOf(chosen(event[name], "value")["value"].text());
}

/// Whether a thing came or went with that change. Each ingestion says again that a thing is not removed.
bool isMove(const Node &event, const QByteArray &now, const QByteArray &before)
{
    const QString change = textOf(event["changeType"]);
    const QString aspect = textOf(event["aspectName"]);
    if (change == u"CREATE_ENTITY" || aspect.isEmpty() || aspect.endsWith(u"Key"))
        return true;
    return aspect == u"status" && (now != before || change == u"DELETE");
}

/// Nothing but its own answer tells what is said of such a thing; others tell that it is there.
bool isPrivate(QByteArrayView kind)
{
    return kind == "dataset" || kind == "chart" || kind == "dashboard" || kind == "dataProduct";
}

/// Whose answers tell of what names them: of who makes them, is a member, or checks them.
bool tellsOfOthers(QByteArrayView kind)
{
    return kind == "dataset" || kind == "dataJob" || kind == "chart" || kind == "dashboard" || kind == "corpGroup" ||
           kind == "dataProduct";
}

/// What it names is none the wiser: it is told with the thing itself, or (runs, queries) not at all.
bool namesInVain(QByteArrayView kind)
{
    return isPrivate(kind) || kind == "domain" || kind == "container" || kind == "dataFlow" || kind == "tag" ||
           kind == "glossaryTerm" || kind == "glossaryNode" || kind == "query" || kind == "dataProcessInstance";
}

bool isOnlyCounted(QByteArrayView kind)
{
    return kind.startsWith("ml") || kind == "notebook";
}

} // namespace

void eachMention(const QByteArray &json, const std::function<void(const DataHubMention &mention)> &see)
{
    for (qsizetype at = json.indexOf(urnMark); at >= 0; at = json.indexOf(urnMark, at + urnMark.size())) {
        const qsizetype whole = endOfText(json, at);
        const qsizetype inside = endInside(json, at, whole);
        const QByteArrayView text(json);
        const bool isOfField = text.first(at).endsWith(fieldMark);
        see({at, unescaped(text.sliced(at, inside - at)), isOfField});
        if (whole != inside && at > 0 && json[at - 1] == '"')
            see({at, unescaped(text.sliced(at, whole - at)), isOfField});
    }
}

bool DataHubChanges::read(const QByteArray &event)
{
    const Parsed parsed = parseDocuments(event, Syntax::Json);
    if (parsed.error || parsed.documents.size() != 1)
        return false;
    const Node &root = parsed.documents.front();
    if (const QByteArray urn = textOf(root["entityUrn"]).toUtf8(); !urn.isEmpty()) {
        const QByteArray now = aspectIn(root, "aspect");
        const QByteArray before = aspectIn(root, "previousAspectValue");
        add(urn, isMove(root, now, before), urn + '\n' + now + '\n' + before);
        return urn.startsWith(urnMark);
    }
    const QByteArray payload = aspectIn(root, "payload");
    const Parsed inner = parseDocuments(payload, Syntax::Json);
    if (inner.error || inner.documents.size() != 1 || !inner.documents.front().isMap())
        return false;
    const Node &said = inner.documents.front();
    const QByteArray urn = said["entityUrn"].text().toUtf8();
    if (urn.startsWith(urnMark)) {
        add(urn, said["category"].isText("LIFECYCLE"), urn + '\n' + payload);
        return true;
    }
    // Another kind of event: what it names may all have changed.
    eachMention(payload, [this](const DataHubMention &mention) {
        add(QByteArray(mention.urn.constData(), mention.urn.size()), false, {});
    });
    return urn.isEmpty();
}

void DataHubChanges::add(const QByteArray &urn, bool isMove, const QByteArray &said)
{
    const QByteArray kind = typeOf(urn);
    m_own[urn] = m_own.value(urn) || isMove;
    if (isMove)
        m_moved.insert(kind);
    if (namesInVain(kind))
        return;
    eachMention(said, [this](const DataHubMention &mention) {
        if (tellsOfOthers(typeOf(mention.urn)))
            m_named.insert(QByteArray(mention.urn.constData(), mention.urn.size()));
    });
}

bool DataHubChanges::isShown(const DataHubMention &mention, QByteArrayView kind) const
{
    const auto found = m_own.constFind(mention.urn);
    if (found == m_own.cend())
        return false;
    const QByteArray type = typeOf(mention.urn);
    if (*found)
        return true;
    if (type == "domain") // a domain tells those it is in; of all else only that it is there
        return kind == "domain";
    return !isPrivate(type) || mention.isOfField;
}

bool DataHubChanges::movedLineage() const
{
    return std::any_of(m_moved.cbegin(), m_moved.cend(), [](const QByteArray &kind) {
        return kind == "dataset" || kind == "dataJob" || kind == "chart" || kind == "dashboard" || isOnlyCounted(kind);
    });
}

QList<QByteArray> DataHubChanges::ofKind(const QByteArray &kind) const
{
    QList<QByteArray> urns;
    for (auto it = m_own.cbegin(); it != m_own.cend(); ++it) {
        if (typeOf(it.key()) == kind)
            urns.append(it.key());
    }
    return urns;
}

bool DataHubChanges::hasUnread() const
{
    return std::any_of(m_own.keyBegin(), m_own.keyEnd(), [](const QByteArray &urn) { return isOnlyCounted(typeOf(urn)); });
}

} // namespace meshscope
