#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// The reason of a request of ours: its purpose, and in brackets behind it what DataZone has no field for (our id, who
/// asked, through which product, until when, which columns). It makes ids of its own: by the mark ours are found again.
[[nodiscard]] QString dataZoneReason(const Agreement &wanted);
/// Takes such a reason apart. Without a mark all of it is the purpose, and the id stays as it is.
void readDataZoneReason(const QString &reason, Agreement &agreement);

} // namespace meshscope
