#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace meshscope {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};
using HttpHeaders = QList<HttpHeader>;
using HttpFields = QList<std::pair<QString, QString>>;

/// The first field of that name in any case; null when there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);
/// Puts a field in place of all of that name.
void setHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value);
/// A name as one segment of a path: everything but letters, digits, “-”, “_”, “~” and “.” is escaped.
[[nodiscard]] QString pathSegment(const QString &name);
/// Fields as application/x-www-form-urlencoded, in their order; also what follows “?” in an address.
[[nodiscard]] QByteArray formEncoded(const HttpFields &fields);

/// What is asked for. A path begins with “/” and continues the endpoint's address; an address with a scheme is taken as it
/// is, and gets no credentials unless it is of the endpoint's own origin.
struct HttpRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QString target; ///< percent-encoded
    HttpHeaders headers;
    QByteArray body;
    bool isRepeatable = true; ///< asking twice does no harm, so a lost connection may be tried again
    QList<int> accepted = {}; ///< statuses other than 2xx that are an answer, not an error
    qint64 limit = 0;         ///< bytes of the unpacked answer; 0: what the profile says

    [[nodiscard]] static HttpRequest get(const QString &target, const HttpFields &query = {});
    /// A POST that only asks (GraphQL, a search): safe to repeat.
    [[nodiscard]] static HttpRequest ask(const QString &target, const QByteArray &json);
    /// Changes something. POST and PATCH are not repeated when nobody knows whether they arrived; PUT and DELETE are.
    [[nodiscard]] static HttpRequest change(const QByteArray &method, const QString &target, const QByteArray &json = {});
    [[nodiscard]] static HttpRequest form(const QString &target, const HttpFields &fields);
    [[nodiscard]] HttpRequest accepting(const QList<int> &statuses) const;
    [[nodiscard]] HttpRequest with(const QByteArray &name, const QByteArray &value) const;
};

/// What came back: the whole answer, unpacked.
struct HttpAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    QUrl url; ///< of who answered in the end, after redirects

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    /// The body when it looks like JSON; otherwise what came instead, such as the login page of a proxy. For a reader of
    /// one's own: simdjson, or formats' parser, which keep numbers exact.
    [[nodiscard]] Result<QByteArray> jsonText() const;
    [[nodiscard]] Result<QJsonDocument> json() const;
    /// The target of `Link: <…>; rel="next"` (RFC 8288), made absolute.
    [[nodiscard]] std::optional<QString> nextLink() const;
};

/// The sentence in which a server says what is wrong, whichever of the usual shapes it has; empty when it says nothing.
[[nodiscard]] QString messageIn(const HttpAnswer &answer);

} // namespace meshscope
