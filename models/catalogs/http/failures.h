#pragma once

#include "models/catalogs/http/profile.h"
#include "models/catalogs/http/redaction.h"
#include "models/catalogs/http/wire.h"

namespace meshscope {

/// The sentences people read when a request came to nothing: the endpoint's name, what happened, what to do.
struct Failures {
    const HttpProfile &profile;
    const Redactor &redactor;

    [[nodiscard]] Error noAnswer(const Exchange &exchange, const WireRequest &request) const;
    /// `hadCredentials`: they were sent along.
    [[nodiscard]] Error status(const HttpAnswer &answer, bool hadCredentials) const;
    [[nodiscard]] Error cancelled() const;
    [[nodiscard]] Error badTarget(const QString &target, const QString &why) const;
    [[nodiscard]] Error redirect(const HttpAnswer &answer, const QString &why) const;
    [[nodiscard]] Error tooLongPause(std::chrono::milliseconds pause, const QUrl &url) const;
    [[nodiscard]] Error endless(const QUrl &url) const;

private:
    [[nodiscard]] QString network(const Exchange &exchange, const QString &server) const;
};

} // namespace meshscope
