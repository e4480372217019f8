#pragma once

#include "models/access/accessdesk.h"
#include "models/items/requestmodel.h"

namespace meshscope {

/// A request as a page to print or hand over: facts and every event, as HTML.
[[nodiscard]] QString dossierHtml(const Mesh &mesh, const AccessRequest &request, const AccessDesk::AuditVerdict &audit,
                                  const PeopleNames &names = {});
/// Writes it as PDF, whole or not at all. Needs a GUI application.
[[nodiscard]] Result<void> writeDossier(const QString &file, const QString &title, const QString &html);

} // namespace meshscope
