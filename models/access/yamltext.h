#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

/// Values as YAML text that every reader takes for the same: plain words where that is safe, else double quotes.
namespace meshscope {

/// Double-quoted, valid as JSON and as YAML.
[[nodiscard]] QByteArray yamlQuoted(const QString &text);
/// Plain where no YAML reader could take it for anything but this text.
[[nodiscard]] QByteArray yamlScalar(const QString &text);
/// On one line, valid as JSON too.
[[nodiscard]] QByteArray yamlFlow(const QJsonValue &value);
/// Behind a key at column `indent`, block style: " text", or lines of their own.
[[nodiscard]] QByteArray yamlBlock(const QJsonValue &value, int indent);
/// An item of a block sequence whose dashes stand at column `indent`.
[[nodiscard]] QByteArray yamlItem(const QJsonValue &value, int indent);

} // namespace meshscope
