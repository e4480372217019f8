#pragma once

#include "models/catalogs/http/message.h"
#include "models/mesh/result.h"

namespace meshscope {

inline constexpr int mostRedirects = 5;

[[nodiscard]] bool isRedirect(int status);
/// Where an answer sends `request` (whose target is absolute) on to. 303, and 301 and 302 after a POST, turn it into a GET.
/// Refused with the reason: no encryption any more, another scheme, or a body that would go to another server.
[[nodiscard]] tl::expected<HttpRequest, QString> redirected(const HttpRequest &request, const HttpAnswer &answer);
/// Only what another server may see: nothing of the connector's own.
[[nodiscard]] HttpHeaders headersForStrangers(const HttpHeaders &headers);

} // namespace meshscope
