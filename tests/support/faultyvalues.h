#pragma once

#include "tests/support/faultyserver.h"

#include <QJsonValue>

namespace meshscope::test {

[[nodiscard]] QByteArray bodyOf(const Script &script);
[[nodiscard]] Script withBody(const Script &proper, const QByteArray &body);
[[nodiscard]] bool isLeaf(const QJsonValue &value);

/// What becomes of a value, from the leaves up; `depth` counts from 0.
using Change = std::function<QJsonValue(const QString &key, const QJsonValue &value, int depth)>;
/// What the proper answer says, changed; what is no JSON stays.
[[nodiscard]] Script garbled(const Met &met, const Change &change);
[[nodiscard]] Fault garbling(const QByteArray &name, const Change &change, Fault::Tells tells = Fault::Tells::Same);

/// Answers of the right shape with the wrong things in them.
[[nodiscard]] QList<Fault> faultyValues();

} // namespace meshscope::test
