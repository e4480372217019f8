#include "app/services.h"

#include "models/access/folderport.h"
#include "models/access/workspacesigner.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace meshscope {
