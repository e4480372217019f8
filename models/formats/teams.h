#pragma once

#include "models/formats/format.h"

/// Documents of Entropy Data that have no version of their own: known to be one by where they come from, or recognised.
namespace meshscope {

/// {id, name, type, parent, members}: a domain, a team, or both ("Domain Team").
void readTeam(const Node &document, const ReadContext &context, Records &out);
/// {id, name, owner}: a job, as it makes data.
void readSourceSystem(const Node &document, const ReadContext &context, Records &out);

} // namespace meshscope
