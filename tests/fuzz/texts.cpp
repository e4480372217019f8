#include "models/access/agreementtext.h"
#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datahub/graphql.h"
#include "models/catalogs/http/awsauth.h"
#include "models/catalogs/http/inflater.h"
#include "models/catalogs/http/oauth.h"
#include "models/catalogs/http/redaction.h"
#include "models/catalogs/http/redirect.h"
#include "models/catalogs/http/retry.h"
#include "models/catalogs/ignorerules.h"
#include "models/catalogs/signatures.h"
#include "models/catalogs/sniff.h"
#include "models/catalogs/trino/values.h"
#include "models/formats/naming.h"
#include "models/formats/sqltypes.h"
#include "models/formats/tabledefinitions.h"
#include "models/health/health.h"
#include "models/mesh/address.h"
#include "tests/fuzz/looking.h"

#include <QDate>

namespace meshscope::test {

namespace {

/// What stands before the first empty line, and what behind it.
std::pair<QByteArray, QByteArray> parted(const QByteArray &bytes)
{
    const qsizetype at = bytes.indexOf("\n\n");
    return at < 0 ? std::pair(bytes, QByteArray()) : std::pair(bytes.left(at), bytes.mid(at + 2));
}

QStringList linesOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).split(u'\n');
}

HttpAnswer answerIn(const QByteArray &bytes)
{
    const auto [head, body] = parted(bytes);
    HttpAnswer answer;
    answer.url = QUrl(QStringLiteral("https://catalog.example/api/things?page=1"));
    answer.body = body;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            answer.status = line.left(3).toInt();
        else
            answer.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return answer;
}

void unpack(const QByteArray &bytes, qsizetype first, qint64 limit)
{
    Inflater inflater(limit);
    QByteArray out;
    inflater.add(bytes.left(first), out);
    inflater.add(bytes.mid(first), out);
    require(out.size() <= limit, "more was unpacked than was allowed");
}

} // namespace

void readHttp(const QByteArray &bytes)
{
    const HttpAnswer answer = answerIn(bytes);
    static_cast<void>(answer.json());
    static_cast<void>(messageIn(answer));
    if (const std::optional<QString> next = answer.nextLink())
        require(QUrl(*next).host().isEmpty() || !next->isEmpty(), "a next page without an address");
    const QDateTime now(QDate(2025, 1, 1), QTime(12, 0), Qt::UTC);
    if (const auto pause = retryAfter(answer.header("Retry-After"), now))
        require(pause->count() >= 0, "a pause that is over before it begins");
    static_cast<void>(httpDate(answer.header("Date")));
    HttpRequest request = HttpRequest::get(answer.url.toString());
    request.headers = answer.headers;
    if (const auto next = redirected(request, answer)) {
        const QUrl to = QUrl::fromEncoded(next->target.toLatin1());
        require(to.scheme() == QLatin1String("https") && to.userInfo().isEmpty(), "a redirect that must not be followed");
        static_cast<void>(headersForStrangers(next->headers));
    }
    for (const Signature &signature : signatures())
        static_cast<void>(signature.judge(answer));
}

void readGraphQl(const QByteArray &bytes)
{
    readAnswer(bytes, [](const Node &answer) {
        GraphQlDocument document("things",
                                 "query things($input: In!) {\n  all: things(input: $input, text: \"{a}\") {\n    total\n"
                                 "    items {\n      urn\n      ... on Dataset {\n        contract { urn }\n      }\n    }\n"
                                 "  }\n}\n",
                                 {QStringLiteral("searchFlags")});
        for (int i = 0; i < 10 && document.judge(answer) == GraphQlDocument::Verdict::Less; ++i) {}
        static_cast<void>(document.request(QStringLiteral("/graphql"), {{QStringLiteral("input"), QJsonObject()}}));
        static_cast<void>(GraphQlDocument::errorOf(answer, QStringLiteral("catalog.example")));
    });
}

void readPacked(const QByteArray &bytes)
{
    constexpr qint64 limit = 1 << 20;
    unpack(bytes, bytes.size(), limit);
    unpack(bytes, std::min<qsizetype>(bytes.size(), 1), limit);
    unpack(bytes, bytes.size() / 2, 100);
}

void readTokens(const QByteArray &bytes)
{
    OAuthSettings settings;
    settings.tokenUrl = QUrl(QStringLiteral("https://login.example/token"));
    settings.client = QStringLiteral("meshscope");
    AuthCall call;
    call.now = QDateTime(QDate(2025, 1, 1), QTime(12, 0), Qt::UTC);
    call.cancelled = [] { return false; };
    call.send = [&](const HttpRequest &) -> Result<HttpAnswer> { return answerIn(bytes); };
    if (const Result<OAuthTokens> tokens = requestTokens(settings, {}, true, call)) {
        require(!tokens->access.isEmpty() && !tokens->access.contains('\n'), "a token that breaks the header");
        static_cast<void>(OAuthTokens::fromJson(tokens->toJson()));
    }
    static_cast<void>(OAuthTokens::fromJson(bytes));
}

void readAwsKeys(const QByteArray &bytes)
{
    const auto [credentials, config] = parted(bytes);
    static_cast<void>(awsKeysIn(credentials, config, QStringLiteral("work")));
    if (const Result<AwsKeys> keys = awsKeysOf(bytes, {}))
        require(!keys->id.isEmpty() && !keys->secret.isEmpty(), "keys without a key");
}

void readTypes(const QByteArray &bytes)
{
    for (const QString &line : linesOf(bytes)) {
        for (const TypeField &field : fieldsOfType(line, QStringLiteral("c")))
            require(field.path.startsWith(u"c"), "a part beside its column");
        static_cast<void>(trino::fieldsOf(line));
    }
}

void readSql(const QByteArray &bytes)
{
    static_cast<void>(tablesOfSql(QString::fromUtf8(bytes)));
}

void readPromises(const QByteArray &bytes)
{
    for (const QString &line : linesOf(bytes)) {
        if (const auto quantity = normalised(line.section(u'\t', 0, 0), line.section(u'\t', 1)))
            require(!formatQuantity(*quantity).isEmpty(), "a promise without words");
    }
}

void readNames(const QByteArray &bytes)
{
    const QStringList lines = linesOf(bytes);
    Server server;
    server.type = lines.value(0);
    for (const QString &line : lines.mid(2))
        server.settings.append({line.section(u'=', 0, 0), line.section(u'=', 1)});
    const DatasetName byServer = nameFromServer(server, lines.value(1));
    require(byServer.isNull() || !byServer.id().isEmpty(), "a name without an id");
    static_cast<void>(platformOf(byServer.ns));
    static_cast<void>(nameFromRelation(server.type, lines.value(2), lines.value(3), lines.value(4), lines.value(1)));
}

void readAddress(const QByteArray &bytes)
{
    const Result<Address> address = Address::parse(QString::fromUtf8(bytes));
    if (!address)
        return;
    const Result<Address> again = Address::parse(address->toDeepLink());
    require(again && *again == *address, "an address that its own link does not lead to");
}

void readUrl(const QByteArray &bytes)
{
    const QStringList lines = linesOf(bytes);
    const QUrl url(lines.value(0));
    if (const std::optional<Recognised> found = recognisedByAddress(url))
        require(!QUrl(found->location).userInfo().contains(u':'), "a password in a location");
    EndpointConfig config;
    config.location = lines.value(0);
    static_cast<void>(placedInRegion(config));
    Redactor redactor;
    redactor.addSecret("s3cr3t-t0k3n");
    require(!redactor.address(url).contains(QLatin1String("s3cr3t-t0k3n")), "a secret in an address");
    require(!redactor.text(lines.join(u'\n')).contains(QLatin1String("s3cr3t-t0k3n")), "a secret in a text");
    static_cast<void>(mayBeDocument(bytes, lines.value(0)));
    static_cast<void>(isWorthParsing(bytes, lines.value(0)));
}

void readIgnore(const QByteArray &bytes)
{
    const auto [patterns, paths] = parted(bytes);
    IgnoreRules rules;
    rules.add({}, patterns);
    rules.add(QStringLiteral("a"), patterns);
    for (const QString &path : linesOf(paths.left(1000)))
        static_cast<void>(rules.isIgnored(path, path.size() % 2 == 0));
}

void readAgreement(const QByteArray &bytes)
{
    const QString file = QStringLiteral("access/a.yaml");
    const QString id = QStringLiteral("req-1");
    Result<Agreement> wanted = agreementIn(bytes, file, id);
    if (!wanted)
        return;
    wanted->status = QStringLiteral("approved");
    wanted->active = true;
    wanted->until = QDate(2030, 1, 1);
    wanted->decision = QStringLiteral("Yes: “of course” # not a comment");
    wanted->events.append({QDateTime(QDate(2025, 1, 1), QTime(12, 0), Qt::UTC), QStringLiteral("owner"),
                           QStringLiteral("approved"), QStringLiteral("a: b"), file});
    const Result<QByteArray> changed = changedAgreementText(bytes, file, *wanted);
    if (!changed)
        return;
    const Result<Agreement> now = agreementIn(*changed, file, id);
    require(now && now->status == wanted->status && now->active && now->until == wanted->until &&
                now->decision == wanted->decision,
            "a change that is not in the text");
}

} // namespace meshscope::test
