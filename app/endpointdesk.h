#pragma once

#include "ui/endpoints/endpointservices.h"

namespace meshscope {

class LockableBox;

/// The secret somebody means: what was typed, else, for a copy, what is kept for the one it is a copy of.
[[nodiscard]] QByteArray secretOf(const EndpointInput &input, const std::shared_ptr<SecretBox> &secrets);
/// What is done with servers: adding, changing and removing them in the workspace that is there already; and beside it
/// testing, recognising, logging in, the vault, which hold on to the box alone, so that what is stopped may end whenever it
/// ends.
void connectEndpoints(EndpointServices &services, const std::shared_ptr<LockableBox> &secrets);

} // namespace meshscope
