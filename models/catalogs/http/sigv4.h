#pragma once

#include "models/catalogs/http/message.h"

#include <QDateTime>

namespace meshscope {

/// Keys of AWS. With a session token they are temporary.
struct AwsKeys {
    QByteArray id;
    QByteArray secret;
    QByteArray token;
    bool operator==(const AwsKeys &) const = default;
};

/// What is signed, as it goes over the wire.
struct SigV4Request {
    QByteArray method;
    QByteArray path;     ///< all but the services' own S3 encode it once more: “%2F” is signed as “%252F”
    QByteArray query;    ///< without “?”
    HttpHeaders headers; ///< all that are signed, `host` and `x-amz-date` among them
    QByteArray body;
};
struct SigV4Scope {
    QDateTime at;
    QByteArray region;
    QByteArray service;
};

/// AWS Signature Version 4 (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html): pure
/// functions, one a step.
[[nodiscard]] QByteArray sigV4CanonicalRequest(const SigV4Request &request);
[[nodiscard]] QByteArray sigV4StringToSign(const SigV4Request &request, const SigV4Scope &scope);
/// The value of the Authorization header.
[[nodiscard]] QByteArray sigV4Authorization(const SigV4Request &request, const SigV4Scope &scope, const AwsKeys &keys);
/// "20150830T123600Z"
[[nodiscard]] QByteArray sigV4Time(const QDateTime &at);

} // namespace meshscope
