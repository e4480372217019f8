#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// What an address of that kind looks like.
[[nodiscard]] QString addressLike(const EndpointKind &kind);
/// What is wrong with an address of a server of that kind; empty when nothing is, or nothing stands there.
[[nodiscard]] QString addressProblem(const EndpointKind &kind, const QString &address);
/// The same of a folder; `isChosen`: that it is one was said by hand, not only taken for granted.
[[nodiscard]] QString folderProblem(const QString &path, bool isChosen);
/// An option of a kind as people are asked for it.
[[nodiscard]] QString optionTitle(const QString &option);

} // namespace meshscope
