#pragma once

#include "app/services.h"

#include <QString>

namespace meshscope {

class Page;
struct EndpointServices;
class SyncRunner;

/// The page of a view, wired to what it needs; null for a view there is none of. The one list of all features.
[[nodiscard]] Page *makePage(const QString &view, Services &services, SyncRunner &sync, const EndpointServices &endpoints);

} // namespace meshscope
