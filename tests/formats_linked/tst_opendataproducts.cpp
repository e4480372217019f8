#include "models/formats/all.h"

#include "tests/formats_linked/readone.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

const QByteArray version4 = R"(schema: "https:\/\/opendataproducts.org/v4.1/schema/odps.yaml"
version: 4.1
product:
  contract: {id: C-7, type: ODCS, contractVersion: 3.1.0, contractURL: "https:\/\/shop.example/c7"}
  details:
    en: {name: Tram delays, productID: tram-1, valueProposition: Plan better, description: Late trams, visibility: public,
         status: production, productVersion: 2.0.1, type: reports, tags: [tram], categories: [transport]}
    de: {name: Straßenbahn-Verspätungen, productID: tram-1, description: Verspätete Bahnen}
  dataHolder:
    en: {legalName: City Trams, email: data@trams.example, businessDomain: Mobility}
  license:
    en: {scope: {definition: Use it, rights: [Display, Copy]}, governance: {applicableLaws: Finnish}}
  pricingPlans:
    declarative:
      en:
        - {name: Free, price: 0, priceCurrency: EUR, billingDuration: month, offering: [Last month],
           SLA: {$ref: '#/SLA/default'}}
  SLA:
    declarative:
      default:
        dimensions:
          - {dimension: uptime, objective: 99, unit: percent, weight: 1}
          - {dimension: latency, objective: 5, unit: minutes}
  dataQuality:
    declarative:
      default:
        dimensions: [{dimension: completeness, objective: 90, unit: percentage}]
    executable:
      - {dimension: completeness, type: SodaCL, spec: "missing_count(id) = 0"}
  dataAccess:
    API: {name: {en: Live API}, outputPorttype: API, format: JSON, accessURL: "https:\/\/trams.example/api"}
    file: {outputPorttype: file, format: CSV}
  support: {email: help@trams.example}
)";

const QByteArray version3 = R"(schema: "https:\/\/opendataproducts.org/v3.1/schema/odps.yaml"
version: 3.1
product:
  details:
    en: {name: Pets, productID: pets, description: Pets of the year}
pricingPlans:
  en: [{name: Basic, price: 5.00, priceCurrency: USD}]
SLA:
  declarative:
    - {dimension: uptime, displaytitle: [{en: Uptime}], objective: 99, unit: percent}
dataAccess:
  - {interface: API, format: REST, authenticationMethod: OAuth}
  - {interface: MCP, format: MCP}
)";

const QByteArray lostReference = R"(schema: "https:\/\/opendataproducts.org/v4.0/schema/odps.yaml"
version: 4.0
product:
  details: {en: {name: Pets, productID: pets}}
pricingPlans:
  en:
    - name: Premium
      SLA:
        $ref: "#/components/SLAs/None"
)";

const QByteArray nameless = R"(schema: "https:\/\/opendataproducts.org/v4.0/schema/odps.yaml"
version: 4.0
product: {details: {en: {description: nameless}}}
)";

} // namespace

/// opendataproducts.org ODPS, 3.0 to 4.1.
class TestOpenDataProducts : public QObject {
    Q_OBJECT
private slots:
    void packagesOfDimensionsAreLevels()
    {
        const Records r = test::readOne(
            *makeOpenDataProducts(),
            "schema: https://opendataproducts.org/v4.1/schema/odps.yaml\n"
            "version: 4.1\nproduct:\n  details: {en: {name: P, productID: p}}\n  SLA:\n    declarative:\n"
            "    - name: {en: Gold, fi: Kulta}\n      dimensions:\n"
            "      - {dimension: uptime, objective: 99, unit: percent, displayTitle: [{fi: Ylhaalla}, {en: Up}]}\n"
            "      - {dimension: latency, objective: 5, unit: milliseconds}\n"
            "    - name: {en: Silver}\n      dimensions: [{dimension: uptime, objective: 95, unit: percent}]\n"
            "  dataQuality:\n    declarative:\n    - dimensions: [{dimension: accuracy, objective: 90, unit: "
            "percentage}]\n");
        QStringList levels;
        for (const ServiceLevel &level : r.serviceLevels)
            levels << level.id + u'=' + level.value + u' ' + level.unit;
        QCOMPARE(levels, (QStringList{u"SLA/Gold/uptime=99 percent"_s, u"SLA/Gold/latency=5 milliseconds"_s,
                                      u"SLA/Silver/uptime=95 percent"_s, u"dataQuality/accuracy=90 percentage"_s}));
        QCOMPARE(r.serviceLevels.first().description, u"Up"_s);
    }

    void readsAllParts()
    {
        const Records r = test::readOne(*makeOpenDataProducts(), version4);
        QCOMPARE(r.products.size(), 1);
        const DataProduct &p = r.products.first();
        QCOMPARE(p.id, u"tram-1"_s);
        QCOMPARE(p.name, u"Tram delays"_s);
        QCOMPARE(p.purpose, u"Plan better"_s);
        QCOMPARE(p.lifecycle, u"production"_s);
        QCOMPARE(p.version, u"2.0.1"_s);
        QVERIFY(p.isAnalytical);
        QCOMPARE(p.domain, u"Mobility"_s);
        QCOMPARE(p.tags, (QStringList{u"tram"_s, u"transport"_s}));
        QCOMPARE(p.owners.first().contact, u"data@trams.example"_s);
        QVERIFY(p.termsOfUse.contains(Property{u"scope.rights"_s, u"Display, Copy"_s}));
        QVERIFY(p.price.contains(Property{u"Free"_s, u"0 EUR, month"_s}));
        QCOMPARE(r.contracts.size(), 1);
        QCOMPARE(r.contracts.first().product, u"tram-1"_s);
        QCOMPARE(r.ports.size(), 2);
        QCOMPARE(r.ports.first().name, u"API"_s);
        QCOMPARE(r.ports.first().contract, u"C-7"_s);
        QCOMPARE(r.domains.first().id, u"Mobility"_s);
        QVERIFY(r.domains.first().implied);
    }

    void readsLevelsOnceAProfile()
    {
        const Records r = test::readOne(*makeOpenDataProducts(), version4);
        QStringList levels;
        for (const ServiceLevel &level : r.serviceLevels)
            levels << level.property + u' ' + level.value + u' ' + level.unit;
        QVERIFY(levels.contains(u"uptime 99 percent"_s));
        QVERIFY(levels.contains(u"latency 5 minutes"_s));
        QVERIFY(levels.contains(u"completeness 90 percentage"_s));
        QStringList ids;
        for (const ServiceLevel &level : r.serviceLevels)
            ids << level.id;
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
        QCOMPARE(r.qualityRules.size(), 1);
        QCOMPARE(r.qualityRules.first().type, u"SodaCL"_s);
    }

    void speaksThePersonsLanguage()
    {
        ReadContext context;
        context.languages = {u"de"_s, u"en"_s};
        const Records r = test::readOne(*makeOpenDataProducts(), version4, context);
        QCOMPARE(r.products.first().name, u"Straßenbahn-Verspätungen"_s);
    }

    void readsVersion3WithPartsAtTheRoot()
    {
        const Records r = test::readOne(*makeOpenDataProducts(), version3);
        QCOMPARE(r.products.size(), 1);
        QCOMPARE(r.products.first().price.first().value, u"5.00 USD"_s);
        QCOMPARE(r.ports.size(), 2);
        QCOMPARE(r.ports.last().name, u"MCP"_s);
        QCOMPARE(r.serviceLevels.size(), 1);
        QCOMPARE(r.serviceLevels.first().description, u"Uptime"_s);
    }

    void saysWhereAReferenceLeadsNowhere()
    {
        const Records r = test::readOne(*makeOpenDataProducts(), lostReference);
        QCOMPARE(r.products.size(), 1);
        QCOMPARE(r.issues.size(), 1);
        QCOMPARE(r.issues.first().where.line, 9);
        QVERIFY(r.issues.first().text.contains(u"#/components/SLAs/None"_s));
    }

    void refusesAProductWithoutAName()
    {
        const Records r = test::readOne(*makeOpenDataProducts(), nameless);
        QVERIFY(r.products.isEmpty());
        QCOMPARE(r.issues.first().severity, Issue::Severity::Error);
    }
};

MESHSCOPE_TEST(TestOpenDataProducts)
#include "tst_opendataproducts.moc"
