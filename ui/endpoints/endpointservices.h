#pragma once

#include "models/catalogs/connector.h"
#include "models/store/workspace.h"

#include <functional>

namespace meshscope {

/// What the endpoint pages are given by the composition.
struct EndpointServices {
    Workspace *workspace = nullptr;
    std::function<void(const QString &endpoint)> sync;
    std::function<void()> cancelSync;
    /// Adds an endpoint and starts reading it; its name. An empty one is derived from the location.
    std::function<Result<QString>(const EndpointConfig &config, const QByteArray &secret)> add;
    std::function<Result<void>(const QString &endpoint, bool keepHistory)> remove;
    /// Opens a file in the person's editor or the desktop's program at a line; false when there is none.
    std::function<bool(const QString &path, int line)> openOutside;
};

/// What is being read now; an empty endpoint: nothing.
struct EndpointProgress {
    QString endpoint;
    qint64 done = 0;
    qint64 total = 0;
};

} // namespace meshscope
