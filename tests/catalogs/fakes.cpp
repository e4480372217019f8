#include "tests/catalogs/fakes.h"

#include "tests/catalogs/fakeckan.h"
#include "tests/catalogs/fakedatahub.h"
#include "tests/catalogs/fakedatazone.h"
#include "tests/catalogs/fakeentropy.h"
#include "tests/catalogs/fakelakes.h"
#include "tests/catalogs/fakemarquez.h"
#include "tests/catalogs/fakeopendatamesh.h"
#include "tests/catalogs/fakeopenmetadata.h"
#include "tests/catalogs/faketrino.h"

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

/// Its feeds tell whoever has read it of a change, each time.
ScriptedServer::Answer dataHubThatMoves()
{
    const auto fake = std::make_shared<FakeDataHub>();
    fake->hasFeeds = true;
    fake->add(u"DOMAIN"_s, u"urn:li:domain:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"Sales"_s}}}});
    for (int i = 0; i < 12; ++i)
        fake->addDataset(u"t%1"_s.arg(i), {{u"upstream"_s, FakeDataHub::lineage({})}});
    fake->addDataset(u"made"_s, {{u"upstream"_s, FakeDataHub::lineage({FakeDataHub::datasetUrn(u"t0"_s)})}});
    fake->tell(FakeDataHub::datasetUrn(u"t1"_s));
    fake->tell(u"urn:li:domain:a"_s, u"LIFECYCLE"_s, u"CREATE"_s);
    fake->tellAspect(FakeDataHub::datasetUrn(u"made"_s), u"upstreamLineage"_s, "{}");
    fake->lookback = 2;
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

ScriptedServer::Answer entropy()
{
    const auto fake = std::make_shared<FakeEntropy>();
    fake->pageSize = 3;
    for (int i = 0; i < 7; ++i)
        fake->addProduct(u"p%1"_s.arg(i));
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer openDataMesh()
{
    const auto fake = std::make_shared<FakeOpenDataMesh>();
    for (int i = 0; i < 5; ++i) {
        fake->addProduct(u"p%1"_s.arg(i));
        fake->addVersion(u"p%1"_s.arg(i), u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        fake->addVersion(u"p%1"_s.arg(i), u"1.1.0"_s, {u"table"_s, u"events"_s}, u"APPROVED"_s);
    }
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer unity()
{
    const auto fake = std::make_shared<FakeUnity>();
    for (int i = 0; i < 5; ++i)
        fake->tables.append(unityTable('t' + QByteArray::number(i)));
    fake->tables.append(unityTable("v",
                                   ",'table_type':'VIEW','view_definition':'SELECT 1','view_dependencies':{'dependencies':["
                                   "{'table':{'table_full_name':'lake.sales.a'}}]}"));
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

ScriptedServer::Answer trino()
{
    const auto fake = std::make_shared<FakeTrino>(&trinoLake);
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

/// One whose answers are enough as they are.
template<typename Fake>
ScriptedServer::Answer usual()
{
    const auto fake = std::make_shared<Fake>();
    return [fake](const SeenRequest &request) { return fake->answer(request); };
}

} // namespace

QList<Fake> fakes()
{
    return {{u"ckan"_s, &ckan},
            {u"datahub"_s, &dataHub},
            {u"datahub"_s, &dataHubThatMoves, {}, {}, u"with feeds"_s},
            {u"datazone"_s, &usual<FakeDataZone>, {}, {{u"aws.region"_s, u"eu-west-1"_s}}},
            {u"dcat"_s, &ckan, u"/catalog.jsonld"_s},
            {u"entropy"_s, &entropy},
            {u"glue"_s, &usual<FakeGlue>, {}, {{u"aws.region"_s, u"eu-west-1"_s}}},
            {u"iceberg"_s, &usual<FakeIceberg>},
            {u"marquez"_s, &marquez},
            {u"opendatamesh"_s, &openDataMesh},
            {u"openmetadata"_s, &openMetadata, u"/api/v1/"_s},
            {u"trino"_s, &trino, {}, {{u"auth.user"_s, u"me"_s}}},
            {u"unity"_s, &unity}};
}

} // namespace meshscope::test
