#include "app/pages.h"

#include "app/deskstate.h"
#include "ui/access/accesspage.h"
#include "ui/domains/mappage.h"
#include "ui/endpoints/endpointspage.h"
#include "ui/endpoints/filepage.h"
#include "ui/endpoints/issuespage.h"
#include "ui/endpoints/matchespage.h"
#include "ui/lineage/lineagepage.h"
#include "ui/health/healthpage.h"
#include "ui/product/productpage.h"
#include "ui/search/findpage.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/syncrunner.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

Page *makeAccessPage(Services &services, const PageParts &parts)
{
    auto *page = new AccessPage(*services.desk, *services.workspace);
    QObject::connect(page, &AccessPage::filed, &parts.sync, &SyncRunner::sync);
    // Who sits here decides what is mine in every window.
    QObject::connect(page, &AccessPage::profileChanged, &parts.source,
                     [&source = parts.source, &desk = parts.desk] { desk.refresh(source.snapshot().mesh); });
    return page;
}

Page *makeEndpointsPage(const EndpointServices &endpoints, SyncRunner &sync)
{
    auto *page = new EndpointsPage(endpoints);
    const auto show = [page, &sync] {
        QList<EndpointProgress> running;
        for (const SyncRunner::State &s : sync.states())
            running.append(
                {s.endpoint, s.done, s.total, s.what, s.got, s.gotBefore, s.requests, s.bytes, s.millisLeft, s.isStopping});
        page->setProgress(running);
    };
    QObject::connect(&sync, &SyncRunner::started, page, show);
    QObject::connect(&sync, &SyncRunner::progressed, page, show);
    const auto showEnded = [page, show] {
        show();
        page->refresh();
    };
    QObject::connect(&sync, &SyncRunner::finished, page, showEnded);
    QObject::connect(&sync, &SyncRunner::failed, page, showEnded);
    show();
    return page;
}

} // namespace

Page *makePage(const QString &view, Services &services, const PageParts &parts)
{
    if (view == u"map"_s)
        return new MapPage;
    if (view == u"lineage"_s)
        return new LineagePage;
    if (view == u"product"_s)
        return new ProductPage(*services.workspace, *services.samples);
    if (view == u"health"_s)
        return new HealthPage;
    if (view == u"find"_s)
        return new FindPage;
    if (view == u"endpoints"_s)
        return makeEndpointsPage(parts.endpoints, parts.sync);
    if (view == u"issues"_s)
        return new IssuesPage(parts.endpoints);
    if (view == u"matches"_s)
        return new MatchesPage(*services.workspace, [&source = parts.source] { source.checkGeneration(); });
    if (view == u"file"_s)
        return new FilePage(parts.endpoints);
    if (view == u"access"_s)
        return makeAccessPage(services, parts);
    return nullptr;
}

} // namespace meshscope
