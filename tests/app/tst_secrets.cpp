#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/personlogin.h"
#include "models/security/memorybox.h"

#include "tests/http/testca.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QtTest>

using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Made so that no form of it can stand anywhere by chance, with what is written otherwise in addresses and in base64.
const QByteArray secret = "Hunt+me/7f3a9c41 d0e2~\xc3\xa4";
const QByteArray plainSecret = "Hunt.me-7f3a9c41-d0e2"; ///< for a token, which is one word
const QByteArray fetched = "fetched-5b1c88aa-token";    ///< that a login server gives

/// A secret as it may be written: as it is, in an address, in a form, in base64 at any offset, in hexadecimal, in UTF-16.
QList<QByteArray> formsOf(const QByteArray &word)
{
    QList<QByteArray> forms{
        word,
        word.toPercentEncoding(),
        word.toPercentEncoding().toLower(),
        word.toHex(),
        QByteArray(word).replace(' ', '+'),
        QJsonDocument(QJsonObject{{u"s"_s, QString::fromUtf8(word)}}).toJson(QJsonDocument::Compact).mid(6).chopped(2)};
    for (int shift = 0; shift < 3; ++shift) {
        // What stands before it moves its base64; the ends depend on the neighbours and are left out.
        for (const auto how : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            forms.append((QByteArray(shift, 'x') + word).toBase64(how).mid(shift == 0 ? 0 : 4).chopped(4));
    }
    const QString text = QString::fromUtf8(word);
    forms.append(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    return forms;
}

} // namespace

/// The hunt: after everything a person can do with a server, its secrets stand nowhere but where secrets are kept.
class TestSecrets : public QObject {
    Q_OBJECT
private:
    struct Output {
        int status = -1;
        QByteArray said; ///< both streams
        QByteArray arguments;
    };

    Output run(const QStringList &arguments, const QByteArray &typed = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *const name :
             {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME", "TMPDIR"})
            environment.insert(QLatin1StringView(name), m_dir.path());
        environment.insert(u"MESHSCOPE_KEYSTORE"_s, u"file"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"qt.network*=true;*.debug=true"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(qEnvironmentVariable("MESHSCOPE_PROGRAM"),
                      QStringList{u"-w"_s, m_dir.filePath(u"w.mesh"_s)} + arguments);
        Output output;
        if (!process.waitForStarted())
            return output;
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(process.processId()));
        if (commandLine.open(QIODevice::ReadOnly))
            output.arguments = commandLine.readAll();
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            return output;
        output.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        output.said = process.readAll();
        return output;
    }

    /// Where one of `forms` stands in `bytes`, with what is around it; empty when none does.
    static QByteArray found(const QByteArray &bytes, const QList<QByteArray> &forms)
    {
        for (const QByteArray &form : forms) {
            if (const qsizetype at = bytes.indexOf(form); at >= 0)
                return bytes.mid(std::max<qsizetype>(at - 160, 0), form.size() + 200);
        }
        return {};
    }

    /// Everything that was said, and every file there is.
    void hunt(const QByteArray &said, const QList<QByteArray> &forms)
    {
        QVERIFY2(found(said, forms).isEmpty(), found(said, forms).constData());
        QDirIterator files(m_dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int searched = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray form = found(file.readAll(), forms);
            QVERIFY2(form.isEmpty(), (form + " in " + file.fileName().toUtf8()).constData());
            ++searched;
        }
        QVERIFY(searched >= 3); // the workspace, the vault, its key
    }

    QTemporaryDir m_dir;

private slots:
    void initTestCase() { QVERIFY(QFile::exists(qEnvironmentVariable("MESHSCOPE_PROGRAM"))); }

    void nothingOfASecretStandsAnywhere_data()
    {
        QTest::addColumn<QString>("auth");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("token") << u"bearer"_s << plainSecret << QStringList();
        QTest::newRow("password") << u"basic"_s << secret << QStringList{u"--user"_s, u"me"_s};
        QTest::newRow("key") << u"apikey"_s << plainSecret << QStringList();
        QTest::newRow("program") << u"oauth2"_s << secret
                                 << QStringList{u"--option"_s, u"oauth.client=me"_s, u"--option"_s,
                                                u"oauth.token=LOGIN/token"_s};
        QTest::newRow("program, in the form")
            << u"oauth2"_s << secret
            << QStringList{u"--option"_s, u"oauth.client=me"_s,  u"--option"_s, u"oauth.token=LOGIN/token"_s,
                           u"--option"_s, u"oauth.secret=body"_s};
        QTest::newRow("certificate") << u"mtls"_s << secret << QStringList{u"--cert"_s, u"CERT"_s};
    }
    void nothingOfASecretStandsAnywhere()
    {
        QFETCH(QString, auth);
        QFETCH(QByteArray, word);
        QFETCH(QStringList, more);
        // The catalog says back whatever it was sent, in answers, errors and redirects, as a careless one does.
        std::atomic<int> asked = 0;
        std::atomic<bool> isRude = false;
        ScriptedServer login([&](const SeenRequest &request) {
            if (isRude)
                return Script::answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"no: " + request.body +
                                               request.header("Authorization") + "\"}");
            return Script::json("{\"access_token\":\"" + fetched + "\",\"expires_in\":3600}");
        });
        ScriptedServer catalog([&](const SeenRequest &request) {
            ++asked;
            QByteArray echo;
            for (const auto &[name, value] : request.headers)
                echo += name + "=" + value + ";";
            if (isRude)
                return Script::answer(401, "{\"message\":\"refused: " + echo.replace('"', '\'') + "\"}",
                                      {{"Content-Type", "application/json"}});
            for (const char *const list : {"namespaces", "sources", "tags", "datasets", "jobs"}) {
                if (request.target.split('?').first().endsWith(QByteArray("/") + list))
                    return Script::json(QByteArray("{\"") + list + "\":[],\"totalCount\":0}");
            }
            return Script::answer(404, "nothing for " + echo);
        });
        const Identity person({u"person"_s, {}, -1, 30, false});
        QFile certificate(m_dir.filePath(u"person.p12"_s));
        QVERIFY(certificate.open(QIODevice::WriteOnly));
        certificate.write(person.bundle(word));
        certificate.close();
        for (QString &argument : more)
            argument.replace(u"LOGIN"_s, login.url().toString(QUrl::StripTrailingSlash))
                .replace(u"CERT"_s, certificate.fileName());
        const QString name = QString::fromLatin1(QTest::currentDataTag()).remove(QRegularExpression(u"[^a-z]"_s));

        QByteArray said;
        const auto step = [&](const QStringList &arguments, const QByteArray &typed = {}) {
            const Output output = run(arguments, typed);
            said += output.said + output.arguments;
            return output.status;
        };
        QCOMPARE(step(QStringList{u"endpoint"_s, u"add"_s, u"marquez"_s, catalog.url().toString(), u"--name"_s, name,
                                  u"--auth"_s, auth, u"--secret"_s, u"-"_s} +
                          more,
                      word + '\n'),
                 0);
        QCOMPARE(step({u"-v"_s, u"endpoint"_s, u"test"_s, name}), 0);
        QCOMPARE(step({u"-v"_s, u"sync"_s, name}), 0);
        QVERIFY(asked > 5);
        isRude = true; // and now everything is refused
        QVERIFY(step({u"-v"_s, u"endpoint"_s, u"test"_s, name}) != 0);
        QVERIFY(step({u"-v"_s, u"sync"_s, name}) != 0);
        QVERIFY(step({u"--json"_s, u"sync"_s, name}) != 0);
        QCOMPARE(step({u"--json"_s, u"endpoint"_s, u"list"_s}), 0);
        QCOMPARE(step({u"--json"_s, u"search"_s, u"hunt"_s}), 0);

        QList<QByteArray> forms = formsOf(word) + formsOf(fetched);
        if (auth == u"basic")
            forms.append(("me:" + word).toBase64());
        hunt(said, forms);
        QCOMPARE(step({u"endpoint"_s, u"remove"_s, name}), 0);
    }

    void nothingOfAwsKeysStandsAnywhere()
    {
        const QByteArray key = "HUNT7F3A9C41D0E2KEY";
        const QByteArray hidden = "hunt7f3a9c41d0e2/secret+of+aws";
        const QByteArray session = "hunt7f3a9c41d0e2//session==";
        std::atomic<bool> isRude = false;
        ScriptedServer glue([&](const SeenRequest &request) {
            QByteArray echo;
            for (const auto &[name, value] : request.headers)
                echo += name + "=" + value + ";";
            if (isRude)
                return Script::answer(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no: " + echo + "\"}",
                                      {{"Content-Type", "application/x-amz-json-1.1"}});
            return Script::answer(200, "{\"DatabaseList\":[]}", {{"Content-Type", "application/x-amz-json-1.1"}});
        });
        QByteArray said;
        const auto step = [&](const QStringList &arguments, const QByteArray &typed = {}) {
            const Output output = run(arguments, typed);
            said += output.said + output.arguments;
            return output.status;
        };
        QCOMPARE(step({u"endpoint"_s, u"add"_s, u"glue"_s, glue.url().toString(), u"--name"_s, u"lake"_s, u"--auth"_s,
                       u"sigv4"_s, u"--option"_s, u"aws.region=eu-west-1"_s, u"--secret"_s, u"-"_s},
                      key + '\n' + hidden + '\n' + session + '\n'),
                 0);
        QCOMPARE(step({u"-v"_s, u"sync"_s, u"lake"_s}), 3); // partial: it knows no answer but the list of databases
        QVERIFY(!glue.seen().isEmpty());
        QVERIFY(glue.seen().first().header("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=" + key));
        QCOMPARE(glue.seen().first().header("X-Amz-Security-Token"), session);
        isRude = true;
        QVERIFY(step({u"-v"_s, u"endpoint"_s, u"test"_s, u"lake"_s}) != 0);
        QVERIFY(step({u"-v"_s, u"sync"_s, u"lake"_s}) != 0);
        QCOMPARE(step({u"--json"_s, u"endpoint"_s, u"list"_s}), 0);
        hunt(said, formsOf(hidden) + formsOf(session));
        QCOMPARE(step({u"endpoint"_s, u"remove"_s, u"lake"_s}), 0);
    }

    void nothingOfALoginStandsAnywhere_data()
    {
        QTest::addColumn<bool>("hasPage");
        QTest::newRow("page") << true;
        QTest::newRow("code") << false;
    }
    /// A person logs in as in the window; what that gives is the endpoint's secret, and is renewed by itself.
    void nothingOfALoginStandsAnywhere()
    {
        QFETCH(bool, hasPage);
        const QByteArray code = "hunt-9c41-code", device = "hunt-9c41-device";
        const QByteArray first = "hunt-9c41-access-first", renewing = "hunt-9c41-renewing", next = "hunt-9c41-access-next";
        std::atomic<bool> isRude = false;
        QMutex mutex;
        QByteArrayList given; ///< forms the login was sent
        ScriptedServer login([&](const SeenRequest &request) {
            const QMutexLocker lock(&mutex);
            given.append(request.body);
            if (isRude)
                return Script::answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + request.body + "\"}",
                                      {{"Content-Type", "application/json"}});
            if (request.target == "/device")
                return Script::json("{\"device_code\":\"" + device +
                                    "\",\"user_code\":\"ABCD\",\"interval\":1,"
                                    "\"verification_uri\":\"https://login.example/device\"}");
            if (request.body.contains("refresh_token"))
                return Script::json("{\"access_token\":\"" + next + "\",\"expires_in\":3600}");
            return Script::json("{\"access_token\":\"" + first + "\",\"refresh_token\":\"" + renewing +
                                "\",\"expires_in\":1}");
        });
        ScriptedServer catalog([&](const SeenRequest &request) {
            const QByteArray token = request.header("Authorization");
            if (isRude)
                return Script::answer(401, "{\"message\":\"refused: " + token + "\"}",
                                      {{"Content-Type", "application/json"}});
            for (const char *const list : {"namespaces", "sources", "tags", "datasets", "jobs"}) {
                if (request.target.split('?').first().endsWith(QByteArray("/") + list))
                    return Script::json(QByteArray("{\"") + list + "\":[],\"totalCount\":0}");
            }
            return Script::answer(404, "nothing for " + token);
        });
        const QString at = login.url().toString(QUrl::StripTrailingSlash);
        const QStringList ways{u"oauth.client=me"_s, u"oauth.token="_s + at + u"/token"_s,
                               hasPage ? u"oauth.authorize="_s + at + u"/authorize"_s
                                       : u"oauth.device="_s + at + u"/device"_s};
        meshscope::EndpointConfig config{u"person"_s, u"marquez"_s, catalog.url().toString(), {{u"auth"_s, u"login"_s}}};
        QStringList options;
        for (const QString &way : ways) {
            config.options.insert(way.section(u'=', 0, 0), way.section(u'=', 1));
            options << u"--option"_s << way;
        }
        meshscope::ConnectorTools tools;
        tools.secrets = std::make_shared<meshscope::MemoryBox>();
        tools.log = std::make_shared<meshscope::RequestLog>();
        QByteArray said;
        meshscope::LoginTalk talk;
        talk.cancelled = [] { return false; };
        talk.show = [&](const QString &word, const QUrl &where, const QUrl &whole) {
            said += word.toUtf8() + where.toEncoded() + whole.toEncoded();
        };
        QTcpSocket browser;
        talk.open = [&](const QUrl &page) {
            said += page.toEncoded();
            const QUrlQuery query(page);
            const QUrl back(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
            browser.connectToHost(back.host(), quint16(back.port()));
            QVERIFY(browser.waitForConnected());
            browser.write("GET " + back.path().toLatin1() + "?code=" + code +
                          "&state=" + query.queryItemValue(u"state"_s).toLatin1() + " HTTP/1.1\r\nHost: x\r\n\r\n");
            QVERIFY(browser.waitForBytesWritten());
        };
        const meshscope::Result<QByteArray> tokens = meshscope::logIn(config, tools, talk);
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().text));
        for (const meshscope::LoggedRequest &request : tools.log->requests())
            said += request.address.toUtf8() + request.failure.toUtf8() + '\n';
        const auto step = [&](const QStringList &arguments, const QByteArray &typed = {}) {
            const Output output = run(arguments, typed);
            said += output.said + output.arguments;
            return output.status;
        };
        QCOMPARE(step(QStringList{u"endpoint"_s, u"add"_s, u"marquez"_s, catalog.url().toString(), u"--name"_s, u"person"_s,
                                  u"--auth"_s, u"login"_s, u"--secret"_s, u"-"_s} +
                          options,
                      *tokens + '\n'),
                 0);
        QCOMPARE(step({u"-v"_s, u"endpoint"_s, u"test"_s, u"person"_s}), 0);
        QCOMPARE(step({u"-v"_s, u"sync"_s, u"person"_s}), 0);
        QCOMPARE(catalog.seen().last().header("Authorization"), "Bearer " + next); // it was renewed
        isRude = true;
        QVERIFY(step({u"-v"_s, u"sync"_s, u"person"_s}) != 0);
        QCOMPARE(step({u"--json"_s, u"endpoint"_s, u"list"_s}), 0);
        QList<QByteArray> forms = formsOf(first) + formsOf(renewing) + formsOf(next) + formsOf(hasPage ? code : device);
        {
            const QMutexLocker lock(&mutex);
            const QString body = QString::fromLatin1(given.first());
            QVERIFY(!hasPage || body.contains(u"code_verifier"_s));
            if (hasPage)
                forms += QUrlQuery(body).queryItemValue(u"code_verifier"_s).toLatin1();
        }
        hunt(said, forms);
        QCOMPARE(step({u"endpoint"_s, u"remove"_s, u"person"_s}), 0);
    }

    void aCrashLeavesNoMemoryBehind()
    {
#ifdef Q_OS_UNIX
        QTemporaryDir dir;
        ScriptedServer silent([](const SeenRequest &) { return Script::stall(); });
        QCOMPARE(run({u"endpoint"_s, u"add"_s, u"marquez"_s, silent.url().toString(), u"--name"_s, u"silent"_s, u"--auth"_s,
                      u"bearer"_s, u"--secret"_s, u"-"_s},
                     plainSecret)
                     .status,
                 0);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.path());
        environment.insert(u"MESHSCOPE_KEYSTORE"_s, u"file"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(dir.path());
        process.start(u"/bin/sh"_s, {u"-c"_s, u"ulimit -c unlimited 2>/dev/null; exec \"$0\" -w \"$1\" sync silent"_s,
                                     qEnvironmentVariable("MESHSCOPE_PROGRAM"), m_dir.filePath(u"w.mesh"_s)});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!silent.seen().isEmpty(), 60'000);
        QCOMPARE(silent.seen().first().header("Authorization"), "Bearer " + plainSecret);
        QProcess::execute(u"kill"_s, {u"-SEGV"_s, QString::number(process.processId())});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
#endif
    }
};

MESHSCOPE_TEST(TestSecrets)
#include "tst_secrets.moc"
