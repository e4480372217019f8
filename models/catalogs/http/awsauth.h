#pragma once

#include "models/catalogs/http/auth.h"
#include "models/catalogs/http/sigv4.h"

namespace meshscope {

/// Where keys come from: asked for each request, so that what another program renews is seen.
using AwsKeySource = std::function<Result<AwsKeys>()>;
[[nodiscard]] AwsKeySource fixedAwsKeys(const AwsKeys &keys);
/// The profile of that name in `~/.aws/credentials` and `~/.aws/config`, or the files that AWS_SHARED_CREDENTIALS_FILE and
/// AWS_CONFIG_FILE name; an empty name means AWS_PROFILE, or "default". Read again when a file has changed.
[[nodiscard]] AwsKeySource awsProfileKeys(const QString &profile);
/// One profile out of the texts of both files; NotFound when it holds no keys, with the way it names instead.
[[nodiscard]] Result<AwsKeys> awsKeysIn(const QByteArray &credentials, const QByteArray &config, const QString &profile);

/// Keys as people have them in a file: a line each (access key, secret, session token; without the first where it is known
/// already), lines such as `aws_secret_access_key = …` or `export AWS_SECRET_ACCESS_KEY=…`, or the JSON that the command
/// line of AWS prints. Usage when it is none of these.
[[nodiscard]] Result<AwsKeys> awsKeysOf(const QByteArray &text, const QByteArray &id);

/// Signs every request. A clock that is wrong is noticed by what the server answers, and allowed for.
[[nodiscard]] std::unique_ptr<Auth> awsAuth(AwsKeySource keys, const QByteArray &region, const QByteArray &service);

} // namespace meshscope
