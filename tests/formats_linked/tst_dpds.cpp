#include "models/formats/all.h"

#include "tests/formats_linked/dpdssample.h"
#include "tests/formats_linked/readone.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

const QByteArray descriptor = R"({
  "dataProductDescriptor": "1.0.0",
  "info": {"fullyQualifiedName": "urn:dpds:shop:dataproducts:trips:1", "name": "trips", "version": "1.2.3",
           "domain": "Transport", "owner": {"id": "ann@shop.example", "name": "Ann"}, "x-productType": "sourceAligned"},
  "interfaceComponents": {
    "inputPorts": [{"name": "tms", "version": "1.0.0"}],
    "outputPorts": [{"description": "Where it is now", "$ref": "ports/status.json"}]
  },
  "internalComponents": {"applicationComponents": [{"name": "ingest", "description": "CDC"}]}
})";

const QByteArray port = R"({
  "name": "status", "version": "1.2.0",
  "promises": {
    "platform": "postgres",
    "api": {"name": "api", "definition": {"$ref": "api.json"}},
    "slo": {"description": "high", "definition": {"x-operationalSlo": {"availability": "0.999"}, "x-qualitySlo": {"freshness": "5m"}}}
  },
  "expectations": {"audience": {"description": "For operations"}},
  "obligations": {"sla": {"definition": {"availability": "0.99"}},
                  "billingPolicy": {"definition": {"x-pricePerUnit": 0.01}}}
})";

const QByteArray api = R"({"schema": {"databaseName": "db", "schemaName": "s", "tables": [
  {"name": "trip", "definition": {"type": "object", "physicalType": "VIEW", "properties": {
     "id": {"type": "integer", "isNullable": false, "isUnique": true},
     "at": {"type": "object", "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}}},
     "stops": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}}
  }}}]}})";

ReadContext folder()
{
    ReadContext context;
    context.file = u"trips/product.json"_s;
    context.readRelative = [](const QString &from, const QString &reference) -> Result<QByteArray> {
        if (from == u"trips/product.json"_s && reference == u"ports/status.json"_s)
            return port;
        if (from == u"trips/ports/status.json"_s && reference == u"api.json"_s)
            return api;
        return fail(Error::Code::NotFound, u"no such file"_s);
    };
    return context;
}

} // namespace

/// Open Data Mesh descriptors with their references.
class TestDpds : public QObject {
    Q_OBJECT
private slots:
    void followsReferencesBelowTheFolder()
    {
        const Records r = test::readOne(*makeDpds(), descriptor, folder());
        QVERIFY2(r.issues.isEmpty(), r.issues.isEmpty() ? "" : qPrintable(r.issues.first().text));
        QCOMPARE(r.products.first().name, u"trips"_s);
        QCOMPARE(r.products.first().alignment, DataProduct::Alignment::Source);
        QCOMPARE(r.products.first().owners.first().contact, u"ann@shop.example"_s);
        QCOMPARE(r.ports.size(), 2);
        QCOMPARE(r.ports.last().name, u"status"_s);
        QCOMPARE(r.ports.last().version, u"1.2.0"_s);
        QCOMPARE(r.ports.last().description, u"Where it is now"_s);
        QCOMPARE(r.datasets.size(), 1);
        QCOMPARE(r.datasets.first().type, u"view"_s);
        QStringList paths;
        for (const Column &column : r.columns)
            paths << column.path;
        QCOMPARE(paths, (QStringList{u"id"_s, u"at"_s, u"at.lat"_s, u"at.lon"_s, u"stops"_s, u"stops[].name"_s}));
        QCOMPARE(r.columns.first().nullable, std::optional(false));
        QCOMPARE(r.jobs.size(), 1);
    }

    void promisesAndObligationsAreLevelsAndTerms()
    {
        const Records r = test::readOne(*makeDpds(), descriptor, folder());
        QStringList levels;
        for (const ServiceLevel &level : r.serviceLevels)
            levels << level.id + u'=' + level.value;
        QCOMPARE(levels, (QStringList{u"slo/x-operationalSlo/availability=0.999"_s, u"slo/x-qualitySlo/freshness=5m"_s,
                                      u"sla/availability=0.99"_s}));
        QCOMPARE(r.contracts.first().purpose, u"For operations"_s);
        QVERIFY(r.contracts.first().price.contains(Property{u"billingPolicy.x-pricePerUnit"_s, u"0.01"_s}));
    }

    void aLostReferenceIsSaidAndTheRestRead()
    {
        ReadContext context;
        context.file = u"product.json"_s;
        context.readRelative = [](const QString &, const QString &) -> Result<QByteArray> {
            return fail(Error::Code::Refused, u"leads out of the folder"_s);
        };
        const Records r = test::readOne(*makeDpds(), descriptor, context);
        QCOMPARE(r.products.size(), 1);
        QCOMPARE(r.ports.size(), 2);
        QCOMPARE(r.issues.size(), 1);
        QVERIFY(r.issues.first().text.contains(u"leads out of the folder"_s));
    }

    void referencesMayNamePlacesOfThisOrAnotherFile()
    {
        const QByteArray text = test::descriptorWithPlaces();
        const QHash<QString, QByteArray> files{
            {u"parts.yaml"_s, "infos:\n  a/b: {fullyQualifiedName: 'urn:dpds:c:dataproducts:p:1', name: p, version: 1.0.0, "
                              "domain: D, owner: {id: o}, unknown: kept}\n"},
            {u"my port.json"_s, test::portsWithPlaces()}};
        ReadContext context;
        context.file = u"a/product.json"_s;
        QStringList asked;
        context.readRelative = [&](const QString &, const QString &reference) -> Result<QByteArray> {
            asked.append(reference);
            if (!files.contains(reference))
                return fail(Error::Code::Refused, u"leads out of the folder"_s);
            return files.value(reference);
        };
        const Records r = test::readOne(*makeDpds(), text, context);
        QCOMPARE(r.products.first().id, u"urn:dpds:c:dataproducts:p:1"_s);
        QVERIFY(r.products.first().properties.contains(Property{u"a/parts.yaml: infos.a/b.unknown"_s, u"kept"_s}));
        QCOMPARE(r.ports.size(), 6);
        QCOMPARE(r.ports[0].name, u"in1"_s);
        QVERIFY(r.ports[0].properties.contains(Property{u"x-extra"_s, u"{\"a\":1}"_s}));
        QCOMPARE(r.ports[1].name, u"o"_s);
        QCOMPARE(r.serviceLevels.value(0).id, u"slo/up"_s);
        QCOMPARE(r.columns.value(0).path, u"c"_s);
        QCOMPARE(r.ports[3].name, u"https://x.example/"_s); // shown as it stands
        QCOMPARE(r.jobs.value(0).name, u"real"_s);
        QCOMPARE(r.issues.size(), 3); // a place that is not there, and two that lead out of the folder
        QVERIFY(!asked.contains(u"https://x.example/"_s));
    }

    void aReferenceToItselfEnds()
    {
        ReadContext context;
        context.file = u"product.json"_s;
        context.readRelative = [](const QString &, const QString &) -> Result<QByteArray> {
            return QByteArray(R"({"$ref": "status.json"})");
        };
        const Records r = test::readOne(*makeDpds(), descriptor, context);
        QCOMPARE(r.products.size(), 1);
    }
};

MESHSCOPE_TEST(TestDpds)
#include "tst_dpds.moc"
