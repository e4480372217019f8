#include "models/catalogs/http/awsauth.h"
#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("\r\n", "\n") : QByteArray();
}

void writeTo(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no file");
}

/// A request of the test suite: its first line may hold blanks, its headers may go over several lines.
SigV4Request parsed(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\n\n");
    QByteArrayList lines = (end < 0 ? text : text.left(end)).split('\n');
    const QByteArray first = lines.takeFirst();
    const qsizetype begin = first.indexOf(' ') + 1;
    const QByteArray target = first.mid(begin, first.lastIndexOf(' ') - begin);
    const qsizetype question = target.indexOf('?');
    SigV4Request request;
    request.method = first.left(begin - 1);
    request.path = question < 0 ? target : target.left(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    request.body = end < 0 ? QByteArray() : text.mid(end + 2);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (line.isEmpty())
            continue;
        if (line.startsWith(' '))
            request.headers.last().value += ' ' + line;
        else
            request.headers.append({line.left(colon), line.mid(colon + 1)});
    }
    return request;
}

const AwsKeys example{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", {}};

} // namespace

/// Signatures as AWS computes them, and where the keys for them come from.
class TestAws : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private slots:
    void signsAsTheTestSuiteDoes_data()
    {
        QTest::addColumn<QString>("stem");
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        QDirIterator it(corpus + u"/aws/sigv4-testsuite"_s, {u"*.req"_s}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (it.hasNext()) {
            const QString path = it.next();
            QTest::addRow("%s", qPrintable(it.fileInfo().completeBaseName())) << path.chopped(4);
            ++count;
        }
        if (count == 0)
            QTest::addRow("no corpus") << QString();
    }
    void signsAsTheTestSuiteDoes()
    {
        QFETCH(QString, stem);
        if (stem.isEmpty())
            QSKIP("skipped: no corpus");
        SigV4Request request = parsed(textOf(stem + u".req"_s));
        const QByteArray expected = textOf(stem + u".creq"_s);
        // the suite's clients add the token of a session themselves, in one case after the signing
        const SigV4Request whole = parsed(textOf(stem + u".sreq"_s));
        const QByteArray token = headerValue(whole.headers, "X-Amz-Security-Token");
        if (expected.contains("x-amz-security-token") && headerValue(request.headers, "X-Amz-Security-Token").isNull())
            request.headers.append({"X-Amz-Security-Token", token});
        if (!expected.contains("x-amz-security-token"))
            request.headers.removeIf([](const HttpHeader &header) { return header.name == "X-Amz-Security-Token"; });
        const SigV4Scope scope{QDateTime({2015, 8, 30}, {12, 36}, Qt::UTC), "us-east-1", "service"};
        QCOMPARE(sigV4CanonicalRequest(request), expected);
        QCOMPARE(sigV4StringToSign(request, scope), textOf(stem + u".sts"_s));
        QCOMPARE(sigV4Authorization(request, scope, example), textOf(stem + u".authz"_s));
    }
    void theSuiteIsWhole()
    {
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        QDirIterator it(corpus + u"/aws/sigv4-testsuite"_s, {u"*.req"_s}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; it.hasNext(); it.next())
            ++count;
        if (count == 0)
            QSKIP("skipped: no corpus");
        QCOMPARE(count, 34);
    }
    void encodesAPathOnceMore()
    {
        SigV4Request request{"GET", "/v2/domains/a%2Fb", {}, {}, {}};
        QCOMPARE(sigV4CanonicalRequest(request).split('\n')[1], "/v2/domains/a%252Fb");
    }
    void signsWhatGoesOverTheWire_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("keys") << QByteArray();
        QTest::newRow("session") << QByteArray("AQoDYXdz//EXAMPLE");
    }
    void signsWhatGoesOverTheWire()
    {
        QFETCH(QByteArray, token);
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        AwsKeys keys = example;
        keys.token = token;
        road.options.auth = awsAuth(fixedAwsKeys(keys), "eu-west-1", "glue");
        const HttpRequest request = HttpRequest::ask(u"/t/a%2Fb?b=2&a=ä"_s.replace(u"ä"_s, u"%C3%A4"_s), "{\"x\":1}");
        QVERIFY(road.client().send(request.with("X-Amz-Target", "AWSGlue.GetTables")));

        // computed anew from what the server saw
        const SeenRequest seen = road.server.seen().first();
        QCOMPARE(seen.header("x-amz-date"), "20261121T120000Z");
        QCOMPARE(seen.header("x-amz-security-token"), token);
        const QByteArray authorization = seen.header("authorization");
        const qsizetype from = authorization.indexOf("SignedHeaders=") + 14;
        const QByteArrayList names = authorization.mid(from, authorization.indexOf(',', from) - from).split(';');
        QVERIFY(names.contains("host") && names.contains("x-amz-date") && names.contains("x-amz-target") &&
                names.contains("content-type"));
        QCOMPARE(names.contains("x-amz-security-token"), !token.isEmpty());
        SigV4Request wire{seen.method, seen.target.split('?')[0], seen.target.split('?')[1], {}, seen.body};
        for (const QByteArray &name : names)
            wire.headers.append({name, seen.header(name.constData())});
        QCOMPARE(sigV4Authorization(wire, {road.time.today, "eu-west-1", "glue"}, keys), authorization);
    }
    void aWrongClockIsAllowedFor()
    {
        Road road([](const SeenRequest &request) {
            return request.header("x-amz-date").startsWith("20261121T13")
                       ? Script::json("{}")
                       : Script::answer(403, "{\"message\": \"Signature expired\"}",
                                        {{"Date", "Sat, 21 Nov 2026 13:02:00 GMT"}});
        });
        road.options.auth = awsAuth(fixedAwsKeys(example), "eu-west-1", "datazone");
        QVERIFY(road.client().get(u"/x"_s));
        QVERIFY(road.client().get(u"/y"_s));
        QCOMPARE(road.server.seen().size(), 3); // the second knows it
    }
    void aRefusalIsTakenAsOne()
    {
        Road road([](const SeenRequest &) {
            return Script::answer(403, "{\"message\": \"not authorized\"}", {{"Date", "Sat, 21 Nov 2026 12:00:10 GMT"}});
        });
        road.options.auth = awsAuth(fixedAwsKeys(example), "eu-west-1", "datazone");
        QVERIFY(!road.client().get(u"/x"_s));
        QCOMPARE(road.server.seen().size(), 1);
    }
    void readsProfiles_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("default") << QString() << QByteArray("ID1") << QByteArray();
        QTest::newRow("named") << u"work"_s << QByteArray("ID2") << QByteArray("tok=en==");
        QTest::newRow("of the config") << u"conf ig"_s << QByteArray("ID3") << QByteArray();
        QTest::newRow("single sign-on") << u"sso"_s << QByteArray() << QByteArray();
        QTest::newRow("none") << u"nobody"_s << QByteArray() << QByteArray();
        QTest::newRow("half") << u"half"_s << QByteArray() << QByteArray();
    }
    void readsProfiles()
    {
        QFETCH(QString, profile);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, token);
        const QByteArray credentials = "# keys\n[default]\naws_access_key_id=ID1\naws_secret_access_key = S1\r\n\n"
                                       "[ work ]\nAWS_ACCESS_KEY_ID = ID2\naws_secret_access_key = S/2+\n"
                                       "aws_session_token = tok=en==\n[half]\naws_access_key_id = X\n";
        const QByteArray config = "[default]\nregion = eu-west-1\n[profile conf ig]\naws_access_key_id = ID3\n"
                                  "aws_secret_access_key = S3\ns3 =\n  aws_access_key_id = no\n[profile sso]\n"
                                  "sso_session = corp\n";
        const Result<AwsKeys> keys = awsKeysIn(credentials, config, profile);
        QCOMPARE(keys.has_value(), !id.isEmpty());
        if (keys) {
            QCOMPARE(keys->id, id);
            QCOMPARE(keys->token, token);
        } else {
            QCOMPARE(keys.error().code, Error::Code::NotFound);
            QVERIFY2(keys.error().text.contains(profile), qPrintable(keys.error().text));
            QCOMPARE(keys.error().text.contains(u"sso_session"_s), profile == u"sso"_s);
        }
    }
    void keysThatWereRenewedAreTaken()
    {
        const QString file = m_dir.filePath(u"credentials"_s);
        const auto write = [&file](const QByteArray &id) {
            writeTo(file, "[default]\naws_access_key_id=" + id + "\naws_secret_access_key=geheim\naws_session_token=tt\n");
        };
        qputenv("AWS_SHARED_CREDENTIALS_FILE", file.toUtf8());
        write("OLD");
        Road road([&write](const SeenRequest &request) {
            if (request.header("authorization").contains("Credential=NEWER/"))
                return Script::json("{}");
            write("NEWER"); // another program, meanwhile
            return Script::answer(400, "{\"__type\": \"ExpiredTokenException\"}");
        });
        road.options.auth = awsAuth(awsProfileKeys({}), "eu-west-1", "glue");
        const auto answer = road.client().get(u"/x"_s);
        qunsetenv("AWS_SHARED_CREDENTIALS_FILE");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 2);
    }
};

MESHSCOPE_TEST(TestAws)
#include "tst_aws.moc"
