#include "models/mesh/status.h"

#include <QCoreApplication>

namespace meshscope {

QString statusWord(Status s)
{
    switch (s) {
    case Status::Met: return QStringLiteral("met");
    case Status::AtRisk: return QStringLiteral("at-risk");
    case Status::Breached: return QStringLiteral("breached");
    case Status::Unknown: return QStringLiteral("unknown");
    case Status::NoPromise: break;
    }
    return QStringLiteral("no-promise");
}

QString statusName(Status s)
{
    switch (s) {
    case Status::Met: return QCoreApplication::translate("meshscope::Status", "Met");
    case Status::AtRisk: return QCoreApplication::translate("meshscope::Status", "At risk");
    case Status::Breached: return QCoreApplication::translate("meshscope::Status", "Breached");
    case Status::Unknown: return QCoreApplication::translate("meshscope::Status", "Unknown");
    case Status::NoPromise: break;
    }
    return QCoreApplication::translate("meshscope::Status", "No promise");
}

int badness(Status s)
{
    switch (s) {
    case Status::Breached: return 4;
    case Status::AtRisk: return 3;
    case Status::Unknown: return 2;
    case Status::Met: return 1;
    case Status::NoPromise: break;
    }
    return 0;
}

Status worse(Status a, Status b)
{
    return badness(a) >= badness(b) ? a : b;
}

} // namespace meshscope
