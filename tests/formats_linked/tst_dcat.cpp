#include "models/formats/all.h"

#include "tests/formats_linked/readone.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

// Outside the class: moc loses its way in raw strings of several lines, and in // within them.
const QByteArray catalogGraph = R"({"@context": {}, "@graph": [
            {"@id": "ex:catalog", "@type": "dcat:Catalog", "dcterms:title": {"@value": "Open city", "@language": "en"},
             "dcat:dataset": {"@id": "ex:trees"}, "dcat:service": {"@id": "ex:api"}},
            {"@id": "ex:trees", "@type": "http:\/\/www.w3.org/ns/dcat#Dataset",
             "dcterms:title": [{"@value": "Bäume", "@language": "de"}, {"@value": "Trees", "@language": "en"}],
             "keyword": ["tree", "park"], "publisher": "ex:city", "distribution": [{"@id": "ex:csv"}],
             "theme": {"@id": "https:\/\/themes.example/green", "prefLabel": "Green"}},
            {"@id": "ex:csv", "@type": "dcat:Distribution", "downloadURL": {"@id": "https:\/\/city.example/t.csv"}, "byteSize": "5120"},
            {"@id": "ex:api", "@type": "dcat:DataService", "endpointURL": "https:\/\/city.example/api", "servesDataset": "ex:trees"},
            {"@id": "ex:city", "@type": "foaf:Organization", "rdfs:label": "City of trees"}]})";

const QByteArray bondsProduct = R"({"@context": "https:\/\/ekgf.github.io/dprod/dprod.jsonld",
            "id": "https:\/\/x.example/p", "type": "DataProduct", "title": "Bonds", "dataProductOwner": "https:\/\/x.example/ann",
            "lifecycleStatus": "https:\/\/ekgf.github.io/dprod/data/lifecycle-status/Consume",
            "outputPort": {"type": "DataService", "id": "https:\/\/x.example/s", "title": "Bonds API", "endpointURL": "https:\/\/x.example/api",
              "isAccessServiceOf": {"type": "Distribution", "format": "application/json",
                "isDistributionOf": {"type": "Dataset", "id": "https:\/\/x.example/d", "title": "Bond prices"}}},
            "inputPort": [{"type": "DataService", "id": "https:\/\/y.example/s"}]})";

const QByteArray dcatUs = R"({"conformsTo": "https:\/\/project-open-data.cio.gov/v1.1/schema",
            "dataset": [{"identifier": "a-1", "title": "Commitments", "accessLevel": "public", "keyword": ["cot"],
              "publisher": {"name": "CFTC"}, "contactPoint": {"fn": "H", "hasEmail": "mailto:h@cftc.example"},
              "distribution": [{"accessURL": "https:\/\/cftc.example/x"}]}, {"identifier": "a-2", "title": "Other"}]})";

// The document's own context renames everything; what is said of one thing stands in several places.
const QByteArray ownContext = R"({"@context": [{"d": "http:\/\/www.w3.org/ns/dcat#", "x": "https:\/\/x.example/"},
              {"Katalog": "d:Catalog", "Satz": {"@id": "d:Dataset"}, "art": "@type", "iri": "@id",
               "titel": {"@id": "http:\/\/purl.org/dc/terms/title", "@container": "@language"},
               "enthält": {"@id": "d:dataset", "@type": "@id"}, "inKatalog": {"@reverse": "d:dataset"}}],
            "@graph": [
            {"iri": "x:k", "art": "Katalog", "titel": {"de": "Katalog", "en": "Catalog"}, "enthält": {"@list": ["https:\/\/x.example/a", "x:lost"]}},
            {"iri": "x:a", "art": ["Satz"], "titel": {"fr": "Arbres", "en-GB": "Trees"}},
            {"iri": "x:a", "d:keyword": {"@set": ["one", "two"]}, "d:distribution": [{"art": "d:Distribution", "titel": "CSV"}]},
            {"iri": "x:b", "art": "Satz", "inKatalog": "x:k"},
            {"iri": "x:c", "art": "Satz", "@reverse": {"d:dataset": {"iri": "https:\/\/x.example/k"}}}]})";

/// Catalogs, datasets and products that all name, contain and serve all.
QByteArray rings(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(u"{'@id': 'x:%1'}"_s.arg(i));
    QStringList facts;
    for (const char *property :
         {"title", "label", "name", "dataset", "catalog", "publisher", "theme", "servesDataset", "outputPort",
          "isAccessServiceOf", "isDistributionOf", "inSeries", "wasDerivedFrom", "dataProductOwner"})
        facts.append(u"'%1': [%2]"_s.arg(QLatin1String(property), ids.join(u',')));
    QStringList objects;
    for (int i = 0; i < count; ++i) {
        static const char *const types[] = {"dcat:Catalog", "dcat:Dataset", "dprod:DataProduct"};
        objects.append(u"{'@id': 'x:%1', '@type': '%2', %3}"_s.arg(i).arg(QLatin1String(types[i % 3]), facts.join(u',')));
    }
    return u"{'@context': {}, '@graph': [%1]}"_s.arg(objects.join(u',')).replace(u'\'', u'"').toUtf8();
}

} // namespace

/// DCAT, DPROD and DCAT-US.
class TestDcat : public QObject {
    Q_OBJECT
private slots:
    void readsACatalogGraph()
    {
        const Records r = test::readOne(*makeDcat(), catalogGraph);
        QCOMPARE(r.domains.size(), 1);
        QCOMPARE(r.domains.first().name, u"Open city"_s);
        QCOMPARE(r.datasets.size(), 1);
        const Dataset &d = r.datasets.first();
        QCOMPARE(d.name, u"Trees"_s);
        QCOMPARE(d.domain, u"ex:catalog"_s);
        QCOMPARE(d.byteCount, std::optional<qint64>(5120));
        QCOMPARE(d.tags, (QStringList{u"tree"_s, u"park"_s}));
        QCOMPARE(d.owners.first().name, u"City of trees"_s);
        QCOMPARE(r.terms.first().name, u"Green"_s);
        QVERIFY(std::any_of(d.properties.cbegin(), d.properties.cend(),
                            [](const Property &p) { return p.value.contains(u"t.csv"_s); }));
        QVERIFY(std::any_of(d.properties.cbegin(), d.properties.cend(),
                            [](const Property &p) { return p.name == u"service"_s; }));
    }

    void readsAProductWithItsPorts()
    {
        const Records r = test::readOne(*makeDcat(), bondsProduct);
        QCOMPARE(r.products.size(), 1);
        QCOMPARE(r.products.first().lifecycle, u"Consume"_s);
        QCOMPARE(r.ports.size(), 2);
        QCOMPARE(r.ports.first().name, u"Bonds API"_s);
        QCOMPARE(r.ports.first().datasets, QStringList{u"https://x.example/d"_s});
        QVERIFY(!r.ports.last().output);
        QCOMPARE(r.ports.last().datasets, QStringList{u"https://y.example/s"_s});
        QCOMPARE(r.datasets.size(), 1);
        QCOMPARE(r.datasets.first().product, u"https://x.example/p"_s);
        QVERIFY(r.datasets.first().aliases.contains(u"https://x.example/s"_s));
    }

    void readsDcatUsWithoutTypes()
    {
        const Records r = test::readOne(*makeDcat(), dcatUs);
        QCOMPARE(r.datasets.size(), 2);
        QCOMPARE(r.datasets.first().id, u"a-1"_s);
        QCOMPARE(r.datasets.first().owners.size(), 2);
        QVERIFY(r.datasets.first().properties.contains(Property{u"accessLevel"_s, u"public"_s}));
    }

    void understandsTheDocumentsOwnContext()
    {
        const Records r = test::readOne(*makeDcat(), ownContext);
        QVERIFY2(r.issues.isEmpty(), r.issues.isEmpty() ? "" : qPrintable(r.issues.first().text));
        QCOMPARE(r.domains.size(), 1);
        QCOMPARE(r.domains.first().name, u"Catalog"_s);
        QVERIFY(r.domains.first().properties.contains(Property{u"dataset"_s, u"x:lost"_s})); // leads nowhere, is kept
        QCOMPARE(r.datasets.size(), 3);
        for (const Dataset &dataset : r.datasets)
            QCOMPARE(dataset.domain, u"x:k"_s);
        QCOMPARE(r.datasets.first().id, u"x:a"_s);
        QCOMPARE(r.datasets.first().name, u"Trees"_s);
        QCOMPARE(r.datasets.first().tags, (QStringList{u"one"_s, u"two"_s}));
        QVERIFY(r.datasets.first().properties.contains(Property{u"distribution"_s, u"CSV"_s}));
    }

    /// Objects that name, contain or serve each other in a ring, as a crawler's mistake or malice may write them.
    void ringsEnd()
    {
        constexpr int count = 40;
        const Records r = test::readOne(*makeDcat(), rings(count));
        QCOMPARE(r.products.size(), count / 3);
        for (const DataProduct &product : r.products)
            QVERIFY(!product.name.isEmpty());
    }

    void leavesOtherJsonAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("schema") << QByteArray(
            R"({"$schema": "x", "type": "object", "properties": {"dataset": {"type": "array"}}})");
        QTest::newRow("package") << QByteArray(R"({"name": "x", "type": "module", "dataset": [1]})");
        QTest::newRow("odrl") << QByteArray(R"({"@context": "x", "@type": "Offer", "uid": "y"})");
    }
    void leavesOtherJsonAlone()
    {
        QFETCH(QByteArray, text);
        const Parsed parsed = parseDocuments(text, Syntax::Json);
        QVERIFY(!parsed.documents.empty());
        QVERIFY(!makeDcat()->recognises(parsed.documents.front()));
    }

    /// Every dataset that an independent walk of the corpus finds comes out, once each identifier.
    void agreesWithTheCorpus()
    {
        const QDir corpus(
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s));
        if (!corpus.exists())
            QSKIP("skipped: no corpus");
        int files = 0;
        for (const QString &name : QDir(corpus.filePath(u"dcat"_s)).entryList({u"*.jsonld"_s})) {
            QFile file(corpus.filePath(u"dcat/"_s + name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QSet<QString> expected;
            for (const QJsonValue &item : QJsonDocument::fromJson(bytes).object().value(u"@graph"_s).toArray()) {
                const QJsonValue type = item[u"@type"_s];
                const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
                for (const QJsonValue &one : types) {
                    const QString word = one.toString();
                    if (word.endsWith(u"Dataset"_s) || word.endsWith(u"DatasetSeries"_s))
                        expected.insert(item[u"@id"_s].toString());
                }
            }
            ReadContext context;
            context.file = name;
            const Records r = test::readOne(*makeDcat(), bytes, context);
            QSet<QString> got;
            for (const Dataset &dataset : r.datasets)
                got.insert(dataset.id);
            QVERIFY2((expected - got).isEmpty(),
                     qPrintable(name + u": "_s + QStringList((expected - got).values()).join(u' ')));
            QCOMPARE(got.size(), r.datasets.size());
            files += expected.isEmpty() ? 0 : 1;
        }
        QVERIFY(files > 10);
    }
};

MESHSCOPE_TEST(TestDcat)
#include "tst_dcat.moc"
