#pragma once

#include "app/services.h"
#include "ui/endpoints/endpointservices.h"

#include <QString>

namespace meshscope {

class DeskState;
class Page;
class SnapshotSource;
class SyncRunner;

/// What stands behind all windows of a workspace; outlives their pages.
struct PageParts {
    SnapshotSource &source;
    SyncRunner &sync;
    DeskState &desk;
    EndpointServices endpoints;
};

/// The page of a view, wired to what it needs; null for a view there is none of. The one list of all features.
[[nodiscard]] Page *makePage(const QString &view, Services &services, const PageParts &parts);

} // namespace meshscope
