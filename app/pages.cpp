#include "app/pages.h"

#include "ui/access/accesspage.h"
#include "ui/shell/syncrunner.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

Page *makeAccessPage(Services &services, SyncRunner &sync)
{
    auto *page = new AccessPage(*services.desk, *services.workspace);
    QObject::connect(page, &AccessPage::filed, &sync, &SyncRunner::sync);
    return page;
}

} // namespace

Page *makePage(const QString &view, Services &services, SyncRunner &sync)
{
    if (view == u"access"_s)
        return makeAccessPage(services, sync);
    return nullptr;
}

} // namespace meshscope
