#include "models/catalogs/postgresql/queries.h"
#include "models/security/secretbox.h"

#include "tests/catalogs/postgresqlfixture.h"
#include "tests/support/testmain.h"

#include <QTcpServer>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

using Answer = FakePostgreSql::Answer;
using Question = FakePostgreSql::Question;

/// Of the two schemas one may not be used.
struct Sayings {
    [[nodiscard]] Answer answer(const Question &question) const
    {
        const std::optional<Answer> other = instead ? instead(question) : std::nullopt;
        return other ? *other : schemas.answer(question);
    }

    TwoSchemas schemas{{R"({"name":"customer","kind":"r","columns":[{"name":"id","type":"bigint"}]})"},
                       R"({"name":"pay","kind":"r","readable":false})",
                       false,
                       2};
    std::function<std::optional<Answer>(const Question &question)> instead = {};
};

/// A workspace that reads them.
struct Fixture : Sayings, ReadDatabase {
    Fixture()
        : ReadDatabase([this](const Question &question) { return answer(question); }, {}, "s3cr3t")
    {
    }
    [[nodiscard]] qsizetype askedForRelations() const
    {
        const QList<Question> asked = fake.asked();
        return std::count_if(asked.begin(), asked.end(), [](const auto &q) { return q.sql == postgresql::relationsSql; });
    }
};

Result<DataRows> sampleOf(const Fixture &f, const QString &table, int rows = 2, const Progress &progress = {})
{
    const auto connector = makeConnector(f.config);
    return (*connector)->sample({u"postgres://127.0.0.1:%1/shop."_s.arg(f.fake.port()) + table, rows}, progress);
}

/// Secrets nobody can get at yet.
class LockedBox final : public SecretBox {
public:
    [[nodiscard]] QString word() const override { return u"locked"_s; }
    [[nodiscard]] Result<QByteArray> read(const QString &) override { return fail(Error::Code::Refused, u"Unlock it."_s); }
    [[nodiscard]] Result<void> keep(const QString &, const QByteArray &) override { return fail(Error::Code::Refused, {}); }
    [[nodiscard]] Result<void> remove(const QString &) override { return fail(Error::Code::Refused, {}); }
};

} // namespace

/// What the connector asks, and what it makes of answers, refusals and silence.
class TestPostgreSqlServer : public QObject {
    Q_OBJECT
private slots:
    void readsWhatChangedOnly()
    {
        Fixture f;
        const Run first = f.sync();
        QCOMPARE(first.state, Run::State::Complete);
        QCOMPARE(first.got.value(u"dataset"_s), 2);
        QCOMPARE(first.got.value(u"partition"_s), 2);
        QCOMPARE(f.askedForRelations(), 2);
        QCOMPARE(first.issues.size(), 1); // no USAGE on hr
        QVERIFY(first.issues.first().text.contains(u"hr"_s) && first.issues.first().text.contains(u"USAGE"_s));
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(f.askedForRelations(), 0);
        f.schemas.crmState = "6";
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(f.askedForRelations(), 1);
        QCOMPARE(f.fake.asked().last().parameters, (QByteArrayList{"16400", "1", "{0}"}));
        f.sync();
        QCOMPARE(f.askedForRelations(), 0); // what was read last time is what counts, though it came to the same
    }
    void theSessionCannotWrite()
    {
        Fixture f;
        f.sync();
        QVERIFY(f.fake.options().contains("default_transaction_read_only=on"));
        QVERIFY(f.fake.options().contains("statement_timeout"));
        QVERIFY(f.fake.asked().first().sql.endsWith("READ ONLY"));
    }
    void aSchemaCostsItselfAlone()
    {
        Fixture f;
        f.sync();
        f.schemas.crmState = "6";
        f.instead = [](const Question &question) -> std::optional<Answer> {
            if (question.sql == postgresql::relationsSql)
                return Answer{{"share", "json"}, {}, "XX000", "cache lookup failed", false};
            return {};
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"crm"_s) && run.missing.contains(u"cache lookup failed"_s),
                 qUtf8Printable(run.missing));
        QCOMPARE(f.workspace->load().value()->nodes(Kind::Dataset).size(), 2); // what was known of it stays
        f.instead = {};
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(f.askedForRelations(), 1);
    }
    void cancelReachesTheServer()
    {
        Fixture f;
        f.instead = [](const Question &question) -> std::optional<Answer> {
            return question.sql == postgresql::relationsSql ? std::optional(Answer{{"share"}, {}, {}, {}, true})
                                                            : std::nullopt;
        };
        Progress progress;
        progress.cancelled = [&f] { return f.askedForRelations() > 0; };
        QCOMPARE(f.sync(progress).state, Run::State::Cancelled);
        QTRY_COMPARE(f.fake.cancels(), 1);
    }
    void aWrongPasswordIsSaid()
    {
        Fixture f;
        f.fake.refuseWith("28P01", "password authentication failed for user \"me\"");
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(u"password authentication failed"_s), qUtf8Printable(run.missing));
        QVERIFY2(run.missing.contains(u"password of “me”"_s), qUtf8Printable(run.missing)); // known by its state
        QVERIFY(!run.missing.contains(u"s3cr3t"_s));
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QVERIFY(!probe.checks.last().ok);
    }
    void aLockedVaultIsNoLostPassword()
    {
        Fixture f;
        const auto connector = makeConnector(f.config, {std::make_shared<LockedBox>(), {}, {}});
        const Result<DataRows> rows = (*connector)->sample({u"postgres://127.0.0.1/shop.crm.customer"_s, 1}, Progress{});
        QCOMPARE(rows.error().code, Error::Code::Refused);
        QCOMPARE(rows.error().text, u"Unlock it."_s); // and nothing about entering the password anew
    }
    void nobodyListens()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        Fixture f;
        f.config.location = u"postgresql://127.0.0.1:%1/shop"_s.arg(port);
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(u"127.0.0.1:%1 refuses connections"_s.arg(port)), qUtf8Printable(run.missing));
        QVERIFY2(!run.missing.contains(u"Is the server"_s), qUtf8Printable(run.missing)); // libpq's guess
    }
    void rowsAsTheyStand()
    {
        Fixture f;
        QByteArray asked;
        f.instead = [&asked](const Question &q) -> std::optional<Answer> {
            if (q.sql.contains("quote_ident(n.nspname)"))
                return q.parameters.value(0) == "crm.Odd.table"
                           ? Answer{{"oid", "schema", "name", "sql", "usable"},
                                    {{"9", "crm", "Odd.table", "crm.\"Odd.table\"", "t"}},
                                    {},
                                    {},
                                    false}
                           : Answer{{"oid"}, {}, {}, {}, false};
            if (q.sql.contains("has_column_privilege"))
                return Answer{{"name", "sql", "type", "may", "long"},
                              {{"id", "id", "bigint", "t", "f"},
                               {"Note", "\"Note\"", "text", "t", "t"},
                               {"salary", "salary", "numeric", "f", "f"},
                               {"ok", "ok", "boolean", "t", "f"}},
                              {},
                              {},
                              false};
            if (!q.sql.contains("LIMIT 3"))
                return {};
            asked = q.sql;
            return Answer{{"id", "note", "ok"},
                          {{"9007199254740993", "", "t"}, {"2", std::nullopt, "f"}, {"3", "x", std::nullopt}},
                          {},
                          {},
                          false};
        };
        const Result<DataRows> rows = sampleOf(f, u"crm.Odd.table"_s);
        QVERIFY2(rows, rows ? "" : qUtf8Printable(rows.error().text));
        QCOMPARE(asked, "SELECT id, left(\"Note\"::text, 32769), ok FROM crm.\"Odd.table\" LIMIT 3");
        QCOMPARE(rows->columns.size(), 3);
        QCOMPARE(rows->columns[0].type, u"bigint"_s);
        QVERIFY(rows->more);
        QCOMPARE(rows->rows.size(), 2);
        QCOMPARE(rows->rows[0], (QStringList{u"9007199254740993"_s, u""_s, u"true"_s}));
        QVERIFY(!rows->rows[0][1].isNull() && rows->rows[1][1].isNull());
        QVERIFY(rows->issues.first().text.contains(u"salary"_s));
        QCOMPARE(sampleOf(f, u"crm.gone"_s).error().code, Error::Code::NotFound);
    }
    void rowsNobodyMaySee()
    {
        Fixture f;
        f.instead = [](const Question &q) -> std::optional<Answer> {
            if (q.sql.contains("quote_ident(n.nspname)"))
                return Answer{
                    {"oid", "schema", "name", "sql", "usable"}, {{"9", "hr", "pay", "hr.pay", "t"}}, {}, {}, false};
            if (q.sql.contains("has_column_privilege"))
                return Answer{{"name", "sql", "type", "may", "long"}, {{"id", "id", "bigint", "f", "f"}}, {}, {}, false};
            return {};
        };
        const Result<DataRows> rows = sampleOf(f, u"hr.pay"_s);
        QCOMPARE(rows.error().code, Error::Code::Refused);
        QVERIFY(rows.error().text.contains(u"SELECT"_s));
    }
    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("secret");
        const QString database = u"postgresql://127.0.0.1:1/shop"_s;
        QTest::newRow("no database") << u"postgresql://127.0.0.1:1"_s << u"auth.user=me"_s << QByteArray("x");
        QTest::newRow("web") << u"http://127.0.0.1/shop"_s << u"auth.user=me"_s << QByteArray("x");
        QTest::newRow("password") << u"postgresql://me:pw@h/shop"_s << u"auth.user=me"_s << QByteArray("x");
        QTest::newRow("query") << database + u"?sslmode=disable"_s << u"auth.user=me"_s << QByteArray("x");
        QTest::newRow("nobody") << database << u"sslmode=require"_s << QByteArray("x");
        QTest::newRow("no secret") << database << u"auth.user=me"_s << QByteArray();
        QTest::newRow("sslmode") << database << u"auth.user=me;sslmode=maybe"_s << QByteArray("x");
        QTest::newRow("auth") << database << u"auth.user=me;auth=bearer"_s << QByteArray("x");
        QTest::newRow("file") << database << u"auth.user=me;tls.authorities=/nowhere/ca.pem"_s << QByteArray("x");
        QTest::newRow("option") << database << u"auth.user=me;http.rate=1"_s << QByteArray("x");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, location);
        QFETCH(QString, option);
        QFETCH(QByteArray, secret);
        QTemporaryDir dir;
        const auto workspace = Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing);
        EndpointConfig config{u"pg"_s, u"postgresql"_s, location, {}};
        for (const QString &pair : option.split(u';', Qt::SkipEmptyParts))
            config.options.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        const Result<EndpointConfig> added = addEndpoint(**workspace, config, secret);
        QVERIFY(!added);
        QVERIFY(!added.error().text.isEmpty());
        QVERIFY(!added.error().text.contains(u"pw"_s));
        QVERIFY((*workspace)->endpoints().isEmpty());
    }
};

MESHSCOPE_TEST(TestPostgreSqlServer)
#include "tst_postgresqlserver.moc"
