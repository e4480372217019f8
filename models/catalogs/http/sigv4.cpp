#include "models/catalogs/http/sigv4.h"

#include "models/security/ed25519.h"

#include <algorithm>
#include <map>

namespace meshscope {

namespace {

/// “.”, “..” and empty segments taken out, as servers do (RFC 3986, 5.2.4); a slash at the end stays.
QByteArray normalised(const QByteArray &path)
{
    QByteArrayList kept;
    const QByteArrayList segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    const QByteArray &last = segments.last();
    const bool endsWithSlash = !kept.isEmpty() && (last.isEmpty() || last == "." || last == "..");
    return '/' + kept.join('/') + (endsWithSlash ? "/" : "");
}

/// Each name and value encoded the one way, then sorted by name and value.
QByteArray canonicalQuery(const QByteArray &query)
{
    std::vector<std::pair<QByteArray, QByteArray>> fields;
    for (const QByteArray &field : query.split('&')) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        const QByteArray name = equals < 0 ? field : field.left(equals);
        const QByteArray value = equals < 0 ? QByteArray("") : field.mid(equals + 1);
        fields.emplace_back(QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                            QByteArray::fromPercentEncoding(value).toPercentEncoding());
    }
    std::sort(fields.begin(), fields.end());
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + name + '=' + value;
    return text;
}

/// Names in small letters and sorted; values without superfluous blanks, those of one name joined in their order.
std::map<QByteArray, QByteArray> canonicalHeaders(const HttpHeaders &headers)
{
    std::map<QByteArray, QByteArray> sorted;
    for (const HttpHeader &header : headers) {
        const auto [at, isNew] = sorted.try_emplace(header.name.toLower(), header.value.simplified());
        if (!isNew)
            at->second += ',' + header.value.simplified();
    }
    return sorted;
}

QByteArray signedNames(const HttpHeaders &headers)
{
    QByteArrayList names;
    for (const auto &[name, value] : canonicalHeaders(headers))
        names.append(name);
    return names.join(';');
}

QByteArray scopeText(const SigV4Scope &scope)
{
    return sigV4Time(scope.at).left(8) + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

} // namespace

QByteArray sigV4Time(const QDateTime &at)
{
    return at.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray sigV4CanonicalRequest(const SigV4Request &request)
{
    QByteArray headers;
    for (const auto &[name, value] : canonicalHeaders(request.headers))
        headers += name + ':' + value + '\n';
    return request.method + '\n' + normalised(request.path).toPercentEncoding("/~") + '\n' + canonicalQuery(request.query) +
           '\n' + headers + '\n' + signedNames(request.headers) + '\n' + sha256(request.body).toHex();
}

QByteArray sigV4StringToSign(const SigV4Request &request, const SigV4Scope &scope)
{
    return "AWS4-HMAC-SHA256\n" + sigV4Time(scope.at) + '\n' + scopeText(scope) + '\n' +
           sha256(sigV4CanonicalRequest(request)).toHex();
}

QByteArray sigV4Authorization(const SigV4Request &request, const SigV4Scope &scope, const AwsKeys &keys)
{
    QByteArray key = "AWS4" + keys.secret;
    for (const QByteArray &part : {sigV4Time(scope.at).left(8), scope.region, scope.service, QByteArray("aws4_request")})
        key = hmacSha256(key, part);
    return "AWS4-HMAC-SHA256 Credential=" + keys.id + '/' + scopeText(scope) +
           ", SignedHeaders=" + signedNames(request.headers) +
           ", Signature=" + hmacSha256(key, sigV4StringToSign(request, scope)).toHex();
}

} // namespace meshscope
