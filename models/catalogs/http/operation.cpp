#include "models/catalogs/http/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr qsizetype mostBytes = 1 << 20; ///< of a body that is looked into
constexpr qsizetype mostValues = 3;
constexpr qsizetype longest = 80; ///< of what is told

/// The enumerated values among the variables, which tell one listing from another. Nothing else of them is told: it may be
/// what somebody looks for, or a key.
void addEnumerated(const QJsonValue &value, QStringList &values)
{
    static const QRegularExpression form(u"^(?!(A|DE)SC(ENDING)?$)[A-Z]+(_[A-Z]+)*$"_s); // an order tells no listing
    if (values.size() >= mostValues)
        return;
    if (value.isString() && form.match(value.toString()).hasMatch() && !values.contains(value.toString()))
        values.append(value.toString());
    for (const QJsonValue &item : value.toArray())
        addEnumerated(item, values);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        addEnumerated(it.value(), values);
}

/// https://spec.graphql.org/October2021/#sec-Document: a comment may stand before it, and several in one document.
QString nameIn(const QString &query)
{
    static const QRegularExpression operation(
        u"^\\s*(?:#[^\\n]*\\n\\s*)*(query|mutation|subscription)\\b\\s*([_A-Za-z][_0-9A-Za-z]*)?"_s);
    static const QRegularExpression field(u"\\{\\s*(?:[_A-Za-z][_0-9A-Za-z]*\\s*:\\s*)?([_A-Za-z][_0-9A-Za-z]*)"_s);
    const QString name = operation.match(query).captured(2);
    return name.isEmpty() ? field.match(query).captured(1) : name; // without a name: what is asked for first
}

/// https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
QString graphQlOperation(const QByteArray &body)
{
    if (body.size() > mostBytes || !body.contains("\"query\""))
        return {};
    const QJsonObject request = QJsonDocument::fromJson(body).object();
    const QString query = request.value("query"_L1).toString();
    if (!query.contains(u'{')) // words to search for
        return {};
    QString name = request.value("operationName"_L1).toString();
    if (name.isEmpty())
        name = nameIn(query);
    QStringList words{name};
    QStringList values;
    addEnumerated(request.value("variables"_L1), values);
    words.append(values);
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

QString operationOf(const HttpRequest &request)
{
    // https://docs.aws.amazon.com/glue/latest/webapi/: "AWSGlue.GetTables"
    const QString target = QString::fromLatin1(headerValue(request.headers, "X-Amz-Target"));
    const QString operation = !target.isEmpty() ? target.section(u'.', -1) : graphQlOperation(request.body);
    return operation.simplified().left(longest);
}

} // namespace meshscope
