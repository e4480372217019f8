#include "models/store/run.h"

namespace meshscope {

QString runStateWord(Run::State state)
{
    switch (state) {
    case Run::State::Running: return QStringLiteral("running");
    case Run::State::Complete: return QStringLiteral("complete");
    case Run::State::Partial: return QStringLiteral("partial");
    case Run::State::Failed: return QStringLiteral("failed");
    case Run::State::Cancelled: return QStringLiteral("cancelled");
    }
    return {};
}

} // namespace meshscope
