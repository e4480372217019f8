#include "tests/access/requestcatalogs.h"

#include "models/catalogs/datazone/requestreason.h"

#include "tests/catalogs/fakedatazone.h"
#include "tests/catalogs/fakeentropy.h"
#include "tests/catalogs/fakeopendatamesh.h"
#include "tests/catalogs/fakeopenmetadata.h"

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

class Entropy final : public RequestCatalog {
public:
    Entropy() { m_fake.addProduct(u"orders"_s); }
    QUrl url() const override { return m_fake.server.url(); }
    QHash<QString, int> made() override
    {
        const QMutexLocker lock(&m_fake.mutex);
        return m_fake.puts;
    }

private:
    FakeEntropy m_fake;
};

class OpenDataMesh final : public RequestCatalog {
public:
    OpenDataMesh()
    {
        m_fake.addProduct(u"orders"_s);
        m_fake.addVersion(u"orders"_s, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
    }
    QUrl url() const override { return m_fake.server.url(); }
    QHash<QString, int> made() override
    {
        const QMutexLocker lock(&m_fake.mutex);
        QHash<QString, int> made;
        for (const QJsonObject &request : std::as_const(m_fake.requests))
            ++made[request[u"identifier"].toString()];
        return made;
    }

private:
    FakeOpenDataMesh m_fake;
};

class OpenMetadata final : public RequestCatalog {
public:
    OpenMetadata()
    {
        const QJsonObject olga{
            {u"id"_s, FakeOpenMetadata::uuidOf(u"Olga"_s)}, {u"type"_s, u"user"_s}, {u"name"_s, u"Olga"_s}};
        m_fake.add(u"users"_s, u"Olga"_s);
        m_fake.add(u"dataProducts"_s, u"Orders"_s, {{u"owners"_s, QJsonArray{olga}}});
        m_fake.offer(u"Orders"_s, m_fake.addTable(u"crm.shop.public.orders"_s));
    }
    QUrl url() const override { return m_fake.server.url(); }
    QHash<QString, int> made() override
    {
        const QMutexLocker lock(&m_fake.mutex);
        QHash<QString, int> made;
        for (const QJsonObject &task : std::as_const(m_fake.lists[u"tasks/dataAccessRequests"_s]))
            ++made[task[u"payload"][u"ticketId"].toString()];
        return made;
    }

private:
    FakeOpenMetadata m_fake;
};

/// Tokens are not kept: it is not the service that has to see to it that nothing is asked for twice.
class DataZone final : public RequestCatalog {
public:
    DataZone()
        : m_fake({{u"auth"_s, u"none"_s}}, {})
    {
        m_fake.keepsTokens = false;
    }
    QUrl url() const override { return m_fake.server.url(); }
    QHash<QString, int> made() override
    {
        const QMutexLocker lock(&m_fake.mutex);
        QHash<QString, int> made;
        for (const QJsonObject &request : std::as_const(m_fake.requests)) {
            Agreement there;
            readDataZoneReason(request[u"requestReason"].toString(), there);
            if (!there.id.isEmpty())
                ++made[there.id];
        }
        return made;
    }

private:
    FakeDataZone m_fake;
};

} // namespace

CatalogOffer offerOf(const QString &kind)
{
    const auto offer = [&kind](const QString &product, const QString &key, const QString &version) {
        CatalogOffer made;
        made.kind = kind;
        made.options = {{u"auth"_s, u"none"_s}};
        made.product = product;
        made.port = portId(product, true, key, version);
        return made;
    };
    if (kind == u"opendatamesh")
        return offer(u"urn:odm:dataproducts:orders"_s, u"table"_s, u"1.0.0"_s);
    if (kind == u"openmetadata") {
        CatalogOffer made = offer(u"Orders"_s, u"crm.shop.public.orders"_s, {});
        made.approved = RequestState::Approved; // somebody has yet to set it up
        return made;
    }
    if (kind == u"datazone") {
        CatalogOffer made = offer(u"dp1"_s, u"a1"_s, {});
        made.options.insert(u"aws.region"_s, u"eu-west-1"_s);
        made.consumer = u"p2"_s;
        return made;
    }
    return offer(u"orders"_s, u"table"_s, u"1.0.0"_s);
}

QStringList RequestCatalog::kinds()
{
    return {u"entropy"_s, u"opendatamesh"_s, u"openmetadata"_s, u"datazone"_s};
}

std::unique_ptr<RequestCatalog> RequestCatalog::make(const QString &kind)
{
    if (kind == u"opendatamesh")
        return std::make_unique<OpenDataMesh>();
    if (kind == u"openmetadata")
        return std::make_unique<OpenMetadata>();
    if (kind == u"datazone")
        return std::make_unique<DataZone>();
    return std::make_unique<Entropy>();
}

} // namespace meshscope::test
