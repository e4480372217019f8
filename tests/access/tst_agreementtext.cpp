#include "models/access/agreementtext.h"
#include "models/formats/format.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace meshscope;

namespace {

Agreement sample()
{
    Agreement a;
    a.id = QStringLiteral("6f1e0a3c-1111-4222-8333-444455556666");
    a.product = QStringLiteral("urn:dp:orders");
    a.port = QStringLiteral("*");
    a.contract = QStringLiteral("orders-contract");
    a.providerTeam = QStringLiteral("team: orders");
    a.consumerUser = QStringLiteral("ana@example.com");
    a.purpose = QStringLiteral("Why: \"returns\" # not a comment\nline two — ünïcødé 😀 \u2028 yes");
    a.description = QStringLiteral("no");
    a.status = QStringLiteral("requested");
    a.from = QDate(2026, 11, 21);
    a.until = QDate(2027, 5, 31);
    a.columns = {QStringLiteral("id"), QStringLiteral("null"), QStringLiteral("customer.email"), QStringLiteral("1e3")};
    a.requestedBy = QStringLiteral("ana@example.com");
    a.tags = {QStringLiteral("on"), QStringLiteral("- x")};
    a.events = {{QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC),
                 QStringLiteral("ana@example.com"),
                 QStringLiteral("sent"),
                 QStringLiteral("true"),
                 {}}};
    return a;
}

RequestEvent approval()
{
    return {QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC),
            QStringLiteral("olga@example.com"),
            QStringLiteral("approved"),
            QStringLiteral("fine: \"until\" May"),
            {}};
}

Agreement approved(Agreement a)
{
    a.status = QStringLiteral("approved");
    a.active = true;
    a.until = QDate(2027, 12, 31);
    a.decision = QStringLiteral("approved by olga@example.com");
    a.events.append(approval());
    return a;
}

} // namespace

/// Agreements as text: what is written is read back the same, and changes leave the rest of a file alone.
class TestAgreementText : public QObject {
    Q_OBJECT
private slots:
    void readsBackWhatItWrites()
    {
        const Agreement a = sample();
        const QByteArray text = newAgreementText(a);
        const Result<Agreement> back = agreementIn(text, QStringLiteral("access/x.dua.yaml"), a.id);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().text + QString::fromUtf8(text)));
        QCOMPARE(back->purpose, a.purpose);
        QCOMPARE(back->description, a.description);
        QCOMPARE(back->status, a.status);
        QCOMPARE(back->active, a.active);
        QCOMPARE(back->from, a.from);
        QCOMPARE(back->until, a.until);
        QCOMPARE(back->product, a.product);
        QCOMPARE(back->port, a.port);
        QCOMPARE(back->contract, a.contract);
        QCOMPARE(back->providerTeam, a.providerTeam);
        QCOMPARE(back->consumerUser, a.consumerUser);
        QCOMPARE(back->columns, a.columns);
        QCOMPARE(back->tags, a.tags);
        QCOMPARE(back->requestedBy, a.requestedBy);
        QCOMPARE(back->events.size(), 1);
        QVERIFY(isSameEvent(back->events.first(), a.events.first()));
        QCOMPARE(back->events.first().note, QStringLiteral("true"));
    }

    void hasTheFieldsTheStandardRequires()
    {
        Agreement a = sample();
        a.consumerUser.clear();
        a.providerTeam.clear();
        const Parsed parsed = parseDocuments(newAgreementText(a), Syntax::Yaml);
        QVERIFY(!parsed.error);
        const Node &root = parsed.documents.front();
        QCOMPARE(root["dataUsageAgreementSpecification"].text(), QStringLiteral("0.0.1"));
        for (const char *key : {"id", "info", "provider", "consumer"})
            QVERIFY2(root.has(key), key);
        for (const char *key : {"purpose", "status", "startDate"})
            QVERIFY2(root["info"].has(key), key);
        for (const char *key : {"teamId", "dataProductId", "outputPortId"})
            QVERIFY2(root["provider"][key].type() == Node::Type::String, key);
        QCOMPARE(root["info"]["active"].type(), Node::Type::Bool);
        QVERIFY(root["consumer"].isMap());
        for (const QString &key : root.keys()) // nothing the standard does not know
            QVERIFY2((QStringList{QStringLiteral("dataUsageAgreementSpecification"), QStringLiteral("id"),
                                  QStringLiteral("info"), QStringLiteral("provider"), QStringLiteral("consumer"),
                                  QStringLiteral("tags"), QStringLiteral("links"), QStringLiteral("custom")}
                          .contains(key)),
                     qPrintable(key));
    }

    void changesNothingWhenNothingDiffers()
    {
        const Agreement a = sample();
        const QByteArray text = newAgreementText(a);
        QCOMPARE(*changedAgreementText(text, QStringLiteral("f"), a), text);
    }

    void changesInPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("kept");
        const QByteArray id = sample().id.toUtf8();
        QTest::newRow("our own") << newAgreementText(sample()) << QByteArrayList{"urn:dp:orders", "team: orders"};
        QTest::newRow("by hand, with comments")
            << QByteArray("# agreed by phone\ndataUsageAgreementSpecification: 0.0.1\nid: " + id +
                          "  # ours\ninfo:\n  # why\n  purpose: 'x'\n  status: requested   # waiting\n  startDate: "
                          "2026-11-21\n  legalHold: yes please\nprovider:\n  teamId: t\n  dataProductId: p\n  outputPortId: "
                          "\"*\"\nconsumer: {teamId: c}\nx-extra:\n- 1\n- two # 2\n")
            << QByteArrayList{"# agreed by phone\n",
                              "  # ours\n",
                              "  # why\n",
                              "   # waiting\n",
                              "legalHold: yes please\n",
                              "x-extra:\n- 1\n- two # 2\n",
                              "consumer: {teamId: c}"};
        QTest::newRow("windows line ends")
            << QByteArray("dataUsageAgreementSpecification: 0.0.1\r\nid: " + id +
                          "\r\ninfo:\r\n  purpose: x\r\n  status: requested\r\n  startDate: 2026-11-21\r\nprovider:\r\n  "
                          "teamId: t\r\n  dataProductId: p\r\n  outputPortId: o\r\nconsumer: {}\r\n")
            << QByteArrayList{"  purpose: x\r\n"};
        QTest::newRow("no line end at the end, custom at the end")
            << QByteArray("dataUsageAgreementSpecification: 0.0.1\nid: " + id +
                          "\ninfo: {purpose: x, status: requested, startDate: 2026-11-21}\nprovider: {teamId: t, "
                          "dataProductId: p, outputPortId: o}\nconsumer: {}\ncustom:\n  ticket: 17")
            << QByteArrayList{"\n  ticket: 17\n"};
        QTest::newRow("empty custom")
            << QByteArray("dataUsageAgreementSpecification: 0.0.1\nid: " + id +
                          "\ncustom:\ninfo:\n  purpose: |\n    one\n    two\n  status: requested\n  startDate: "
                          "2026-11-21\n  individualAgreements: >\n    folded\n    text\n\nprovider:\n  teamId: t\n  "
                          "dataProductId: p\n  outputPortId: o\nconsumer: {}\n")
            << QByteArrayList{"  purpose: |\n    one\n    two\n", ">\n    folded\n    text\n"};
        QTest::newRow("indentless events of others")
            << QByteArray(
                   "dataUsageAgreementSpecification: 0.0.1\nid: " + id +
                   "\ninfo:\n  purpose: x\n  status: requested\n  startDate: 2026-11-21\nprovider:\n  teamId: t\n  "
                   "dataProductId: p\n  outputPortId: o\nconsumer: {}\ncustom:\n  meshscope:\n    events:\n    - at: "
                   "2026-11-21T09:30:00Z\n      by: ana@example.com\n      what: sent\n      ip: 10.0.0.1 # kept\n    "
                   "requestedBy: ana@example.com\n")
            << QByteArrayList{"      ip: 10.0.0.1 # kept\n", "    requestedBy: ana@example.com\n"};
        QTest::newRow("JSON") << QByteArray(
                                     "{\n  \"dataUsageAgreementSpecification\": \"0.0.1\",\n  \"id\": \"" + id +
                                     "\",\n  \"info\": {\"purpose\": \"x\", \"status\": \"requested\", \"startDate\": "
                                     "\"2026-11-21\"},\n  \"provider\": {\"teamId\": \"t\", \"dataProductId\": \"p\", "
                                     "\"outputPortId\": \"o\"},\n  \"consumer\": {},\n  \"more\": [1, 2.50]\n}\n")
                              << QByteArrayList{"\"more\": [1, 2.50]"};
        QTest::newRow("one of many in a list")
            << QByteArray("- kind: DataProduct\n  apiVersion: v1.0.0\n  id: p\n  name: P\n  status: active\n- "
                          "dataUsageAgreementSpecification: 0.0.1\n  id: other\n  info:\n    purpose: y\n    status: "
                          "requested\n    startDate: 2026-01-01\n- dataUsageAgreementSpecification: 0.0.1\n  id: " +
                          id +
                          "\n  info:\n    status: requested\n    purpose: x\n    startDate: 2026-11-21\n  provider:\n    "
                          "teamId: t\n    outputPortId: \"*\"\n    dataProductId: p\n  consumer:\n    teamId: c\n# end\n")
            << QByteArrayList{"  id: other\n  info:\n    purpose: y\n    status: requested\n", "# end\n"};
        QTest::newRow("second document, tabs and umlauts before")
            << QByteArray("\xef\xbb\xbf# Grüße – 😀\nkind: x\n---\ndataUsageAgreementSpecification: 0.0.1\nid: " + id +
                          "\ninfo:\n  purpose: Größe\n  status: requested\n  startDate: 2026-11-21\nprovider:\n  teamId: "
                          "t\n  dataProductId: p\n  outputPortId: o\nconsumer: {}\n...\n")
            << QByteArrayList{"# Grüße – 😀\nkind: x\n---\n", "  purpose: Größe\n"};
    }
    void changesInPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, kept);
        const Result<Agreement> before = agreementIn(text, QStringLiteral("f.yaml"), sample().id);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().text));
        const Agreement wanted = approved(*before);
        const Result<QByteArray> changed = changedAgreementText(text, QStringLiteral("f.yaml"), wanted);
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().text));
        const Result<Agreement> back = agreementIn(*changed, QStringLiteral("f.yaml"), sample().id);
        QVERIFY2(back, changed->constData());
        QCOMPARE(back->status, QStringLiteral("approved"));
        QCOMPARE(back->active, true);
        QCOMPARE(back->until, QDate(2027, 12, 31));
        QCOMPARE(back->decision, wanted.decision);
        QCOMPARE(back->events.size(), before->events.size() + 1);
        QCOMPARE(back->events.last().note, approval().note);
        QCOMPARE(back->purpose, before->purpose);
        QCOMPARE(back->product, before->product);
        for (const QByteArray &part : kept)
            QVERIFY2(changed->contains(part), changed->constData());
        QVERIFY(text.contains("\r\n") == changed->contains("\r\n"));
        QVERIFY(!text.contains("\r\n") || changed->count('\n') == changed->count("\r\n"));
        // And again, as everybody after us will.
        Agreement more = *back;
        more.events.append({QDateTime(QDate(2026, 12, 1), QTime(8, 0), Qt::UTC),
                            QStringLiteral("olga@example.com"),
                            QStringLiteral("revoked"),
                            {},
                            {}});
        more.active = false;
        const Result<QByteArray> twice = changedAgreementText(*changed, QStringLiteral("f.yaml"), more);
        QVERIFY2(twice, qPrintable(twice ? QString() : twice.error().text));
        const Result<Agreement> last = agreementIn(*twice, QStringLiteral("f.yaml"), sample().id);
        QCOMPARE(last->events.size(), more.events.size());
        QCOMPARE(last->active, false);
    }

    void everyLineStaysButThoseThatChange()
    {
        const QByteArray text = newAgreementText(sample());
        const QByteArray changed = *changedAgreementText(text, QStringLiteral("f"), approved(sample()));
        const QByteArrayList lines = changed.split('\n');
        int gone = 0;
        for (const QByteArray &line : text.split('\n'))
            gone += lines.contains(line) ? 0 : 1;
        QCOMPARE(gone, 3); // status, active, endDate
    }

    void refusesWhatItCannotChangeSafely_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray id = sample().id.toUtf8();
        const QByteArray head = "dataUsageAgreementSpecification: 0.0.1\nid: " + id + "\n";
        QTest::newRow("broken") << QByteArray(head + "info: {purpose: x\n");
        QTest::newRow("no such id") << QByteArray("dataUsageAgreementSpecification: 0.0.1\nid: other\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("info is text") << QByteArray(head + "info: nothing\n");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe\x64\x00", 4);
        QTest::newRow("deep") << QByteArray(head + "x: " + QByteArray(5000, '['));
    }
    void refusesWhatItCannotChangeSafely()
    {
        QFETCH(QByteArray, text);
        const Result<QByteArray> changed = changedAgreementText(text, QStringLiteral("f.yaml"), approved(sample()));
        QVERIFY(!changed);
        QVERIFY2(changed.error().text.contains(QStringLiteral("f.yaml")), qPrintable(changed.error().text));
    }

    void anchorsStayValid()
    {
        const QByteArray id = sample().id.toUtf8();
        const QByteArray text = "dataUsageAgreementSpecification: 0.0.1\nid: " + id +
                                "\ninfo:\n  purpose: &why x\n  status: &s requested\n  startDate: 2026-11-21\n  "
                                "individualAgreements: *s\nprovider: {teamId: t, dataProductId: p, outputPortId: "
                                "o}\nconsumer: {}\n";
        const Result<Agreement> before = agreementIn(text, QStringLiteral("f"), sample().id);
        QVERIFY(before);
        const Result<QByteArray> changed = changedAgreementText(text, QStringLiteral("f"), approved(*before));
        if (changed) // either it worked without touching what refers to it, or it was left alone
            QVERIFY(agreementIn(*changed, QStringLiteral("f"), sample().id));
    }

    void valuesAreQuotedWhereYamlWouldMisread_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *text :
             {"yes",      "No",     "null", "~",   "1.0", "0x1f",  "2026-11-21",  "a: b",        "a #b",
              " lead",    "trail ", "",     "-",   "?",   "*x",    "&x",          "!x",          "%x",
              "@x",       "`x",     "{x}",  "[x]", "'x'", "\"x\"", "multi\nline", "tab\there",   "\\",
              "12:30:45", "a\rb",   "é",    "=",   "<<",  "|",     ">",           "plain words", "ana@example.com",
              ".inf",     "0o7",    "1_000"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("bell and DEL") << QStringLiteral("a\u0007b\u007fc\u0085d\u00a0e");
    }
    void valuesAreQuotedWhereYamlWouldMisread()
    {
        QFETCH(QString, value);
        Agreement a = sample();
        a.purpose = value;
        a.columns = {value, value};
        a.providerTeam = value;
        const Result<Agreement> back = agreementIn(newAgreementText(a), QStringLiteral("f"), a.id);
        QVERIFY(back);
        QCOMPARE(back->purpose, value);
        QCOMPARE(back->providerTeam, value);
        if (!value.isEmpty())
            QCOMPARE(back->columns, a.columns);
    }

    void corpusAgreementsCanBeDecided()
    {
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        const QDir folder(corpus + QStringLiteral("/mesh-registry-examples"));
        const QStringList files = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files);
        if (files.isEmpty())
            QSKIP("skipped: no corpus");
        int decided = 0;
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            ReadContext context;
            context.file = name;
            const QList<Agreement> agreements = readFile(text, context).records.agreements;
            for (const Agreement &agreement : agreements) {
                if (++decided > 12) // each parses the whole file many times
                    break;
                Agreement wanted = agreement;
                wanted.status = QStringLiteral("rejected");
                wanted.active = false;
                wanted.events.append(approval());
                const Result<QByteArray> changed = changedAgreementText(text, name, wanted);
                QVERIFY2(changed,
                         qPrintable(name + u' ' + agreement.id + u' ' + (changed ? QString() : changed.error().text)));
                const QList<Agreement> after = readFile(*changed, context).records.agreements;
                QCOMPARE(after.size(), agreements.size());
                for (qsizetype i = 0; i < after.size(); ++i)
                    QCOMPARE(after.at(i).status,
                             agreements.at(i).id == agreement.id ? wanted.status : agreements.at(i).status);
            }
        }
        QVERIFY(decided > 0);
    }
};

MESHSCOPE_TEST(TestAgreementText)
#include "tst_agreementtext.moc"
