#pragma once

#include "ui/product/subject.h"

#include <QByteArray>

namespace meshscope {

[[nodiscard]] QByteArray levelsCsv(const Subject &subject);
[[nodiscard]] QByteArray columnsCsv(const Subject &subject);
/// What a person would put into a mail: name, owner, levels with their reasons, contracts, where it was read.
[[nodiscard]] QByteArray factsText(const Subject &subject);
[[nodiscard]] QByteArray pictureOf(QWidget &widget); ///< PNG
/// A name a file can have anywhere.
[[nodiscard]] QString fileNameFor(const QString &name);

} // namespace meshscope
