#include "tests/catalogs/fakes.h"

#include "tests/catalogs/fakeckan.h"
#include "tests/catalogs/fakedatahub.h"
#include "tests/catalogs/fakemarquez.h"
#include "tests/catalogs/fakeopenmetadata.h"

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

ScriptedServer::Answer marquez()
{
    const auto fake = std::make_shared<FakeMarquez>();
    for (int i = 0; i < 12; ++i)
        fake->addDataset(u"t%1"_s.arg(i));
    fake->addJob(u"load"_s, {u"t0"_s}, {u"t1"_s, u"t2"_s}, 12);
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer dataHub()
{
    const auto fake = std::make_shared<FakeDataHub>();
    fake->add(u"DOMAIN"_s, u"urn:li:domain:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"Sales"_s}}}});
    fake->add(u"TAG"_s, u"urn:li:tag:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"PII"_s}}}});
    for (int i = 0; i < 104; ++i)
        fake->addDataset(u"t%1"_s.arg(i));
    fake->addDataset(u"made"_s, {{u"upstream"_s, FakeDataHub::lineage({FakeDataHub::datasetUrn(u"t0"_s)})}});
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer ckan()
{
    const auto fake = std::make_shared<FakeCkan>(30, 5);
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer openMetadata()
{
    const auto fake = std::make_shared<FakeOpenMetadata>();
    for (int i = 0; i < 12; ++i)
        fake->addTable(u"crm.shop.public.t%1"_s.arg(i));
    fake->add(u"domains"_s, u"Sales"_s);
    fake->addEdge(u"crm.shop.public.t0"_s, u"crm.shop.public.t1"_s);
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

} // namespace

QList<Fake> fakes()
{
    return {{u"ckan"_s, &ckan},
            {u"datahub"_s, &dataHub},
            {u"dcat"_s, &ckan, u"/catalog.jsonld"_s},
            {u"marquez"_s, &marquez},
            {u"openmetadata"_s, &openMetadata, u"/api/v1/"_s}};
}

} // namespace meshscope::test
