#pragma once

#include "models/formats/format.h"

#include <initializer_list>

/// What every reader does with a node.
namespace meshscope {

/// Where the document part `node` stands; its byte range where the parser knows it.
[[nodiscard]] SourceRef sourceOf(const ReadContext &context, const Node &node);
/// An issue at the node's line and column.
[[nodiscard]] Issue issueAt(Issue::Severity severity, const ReadContext &context, const Node &node, const QString &text);
/// The domain that a bare `domain` string names.
[[nodiscard]] Domain impliedDomain(const ReadContext &context, const Node &field);
/// A value as text: a scalar as written, a list of scalars joined by commas, anything else as JSON.
[[nodiscard]] QString plain(const Node &node);
/// Adds `name: value` unless the node is null or empty.
void addProperty(QList<Property> &to, const QString &name, const Node &value);
void addProperty(QList<Property> &to, const char *name, const Node &value);
/// The first of the fields that has a text.
[[nodiscard]] QString firstText(const Node &node, std::initializer_list<std::string_view> keys);

} // namespace meshscope
