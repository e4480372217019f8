#pragma once

#include "models/mesh/records.h"
#include "models/mesh/result.h"

/// A data usage agreement (DUA 0.0.1) as text: written new, changed in place, read back.
namespace meshscope {

/// A whole file, valid by the standard's schema; what it has no field for stands under `custom.meshscope`.
[[nodiscard]] QByteArray newAgreementText(const Agreement &agreement);
/// `text` (a file by anybody, `file` its name) with what differs between the agreement in it and `wanted` changed in place;
/// everything else keeps its bytes. Events are only ever added.
[[nodiscard]] Result<QByteArray> changedAgreementText(const QByteArray &text, const QString &file, const Agreement &wanted);
/// The agreement `id` of a file; NotFound when it holds none, Parse when it cannot be read.
[[nodiscard]] Result<Agreement> agreementIn(const QByteArray &text, const QString &file, const QString &id);

/// Whether two events are one: the same moment (to the second), person and word.
[[nodiscard]] bool isSameEvent(const RequestEvent &a, const RequestEvent &b);
/// A moment as it is written: UTC, whole seconds.
[[nodiscard]] QString agreementTime(const QDateTime &at);

} // namespace meshscope
