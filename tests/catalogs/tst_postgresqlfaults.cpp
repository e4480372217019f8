#include "models/catalogs/postgresql/queries.h"

#include "tests/catalogs/knowledge.h"
#include "tests/catalogs/postgresqlfixture.h"
#include "tests/support/testmain.h"

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

using Answer = FakePostgreSql::Answer;
using Question = FakePostgreSql::Question;

constexpr auto customer = R"({"name":"customer","kind":"r","owner":"o","columns":[{"name":"id","type":"bigint"}]})";
constexpr auto orders = R"({"name":"orders","kind":"r","owner":"o","columns":[{"name":"id","type":"bigint"}],)"
                        R"("reads":[{"schema":"crm","name":"customer"}]})";
constexpr auto pay = R"({"name":"pay","kind":"r","owner":"o","comment":"Salaries","columns":[{"name":"id","type":"int"}]})";

/// A way of not behaving: what it makes of a proper answer.
struct Fault {
    const char *name;
    std::function<void(Answer &answer)> spoil;
};

QByteArray replaced(QByteArray text, const QByteArray &what, const QByteArray &by)
{
    return text.replace(what, by);
}

Fault swapped(const char *name, const char *what, const char *by)
{
    return {name, [what, by](Answer &answer) {
                for (auto &row : answer.rows)
                    for (std::optional<QByteArray> &cell : row)
                        cell = replaced(cell.value_or(QByteArray()), what, by);
            }};
}

Fault ending(const char *name, Answer::End end, const std::function<QByteArray(const QByteArray &)> &spoil)
{
    return {name, [end, spoil](Answer &answer) {
                answer.end = end;
                answer.spoil = spoil;
            }};
}

Fault refusing(const char *name, const char *state, const char *text)
{
    return {name, [state, text](Answer &answer) {
                answer.rows.clear();
                answer.state = state;
                answer.text = text;
            }};
}

/// The last message says that it is as large as can be.
QByteArray withoutEnd(const QByteArray &bytes)
{
    return bytes.left(bytes.indexOf('D')) + QByteArray("D\x7f\xff\xff\xf0\0\1", 7);
}

QList<Fault> faults()
{
    using End = Answer::End;
    const auto nothing = [](const QByteArray &) { return QByteArray(); };
    const auto half = [](const QByteArray &bytes) { return bytes.left(bytes.size() / 2); };
    return {
        ending("hangs up", End::Close, nothing),
        ending("resets", End::Reset, nothing),
        ending("half of the answer", End::Close, half),
        ending("half of the answer, reset", End::Reset, half),
        ending("a message without end", End::Close, withoutEnd),
        ending("garbage", End::Close, [](const QByteArray &) { return QByteArray(5'000, '\xa7'); }),
        ending("a web page", End::Close, [](const QByteArray &) { return QByteArray("HTTP/1.1 200 OK\r\n\r\n<html>"); }),
        ending("rows without end", End::Endless, [](const QByteArray &bytes) { return bytes; }),
        ending("a row of gigabytes", End::Endless, withoutEnd),
        refusing("not allowed", "42501", "permission denied for table pg_class"),
        refusing("shut down", "57P01", "terminating connection due to administrator command"),
        refusing("too long", "57014", "canceling statement due to statement timeout"),
        refusing("locked", "55P03", "canceling statement due to lock timeout"),
        refusing("broken inside", "XX001", "invalid page in block 0"),
        {"no rows", [](Answer &answer) { answer.rows.clear(); }},
        {"a row too few", [](Answer &answer) { answer.rows.removeLast(); }},
        {"a row twice", [](Answer &answer) { answer.rows.append(answer.rows.last()); }},
        {"NULL everywhere",
         [](Answer &answer) {
             for (auto &row : answer.rows)
                 row.fill(std::nullopt);
         }},
        {"texts everywhere",
         [](Answer &answer) {
             for (auto &row : answer.rows)
                 row.fill("\"text\"");
         }},
        swapped("lists as texts", "[{", "\"\",\"x\":[{"),
        swapped("objects as texts", "[{", "[\"text\",{"),
        swapped("half a document", "}]}", "}"),
        swapped("names as lists", "\"name\":\"", "\"name\":[],\"x\":\""),
        swapped("numbers as texts", ":16", ":\"a\",\"x\":16"),
    };
}

/// Three tables, and what is wrong with what is said of them.
struct Ailment {
    [[nodiscard]] Answer answer(const Question &question) const
    {
        Answer said = well.answer(question);
        if (isMoved && question.sql == postgresql::sharesSql)
            said.rows[0].last() = said.rows[1].last() = "9";
        if (spoil && !said.columns.isEmpty() && question.sql == where)
            spoil(said);
        return said;
    }

    const TwoSchemas well{{customer, orders}, pay};
    std::function<void(Answer &)> spoil = {};
    QByteArray where;     ///< the question whose answer is spoilt
    bool isMoved = false; ///< shares stand elsewhere: all is asked for
};

/// A workspace that has read the database whole, and the database.
struct Sick : Ailment, ReadDatabase {
    Sick()
        : ReadDatabase([this](const Question &question) { return answer(question); }, {{u"auth"_s, u"none"_s}})
    {
    }
};

QByteArray questionOf(const QByteArray &name)
{
    static const QHash<QByteArray, QByteArray> questions{{"schemas", postgresql::schemasSql},
                                                         {"types", postgresql::typesSql},
                                                         {"names", postgresql::namesSql},
                                                         {"shares", postgresql::sharesSql},
                                                         {"relations", postgresql::relationsSql}};
    return questions.value(name);
}

} // namespace

/// A database that does not behave: the run ends and says what is wrong, what was known stays, memory has its bounds, and
/// once the database is well again everything is.
class TestPostgreSqlFaults : public QObject {
    Q_OBJECT
private slots:
    void aRunEndsAndLosesNothing_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("where");
        const QList<Fault> all = faults();
        for (int i = 0; i < all.size(); ++i) {
            for (const char *where : {"schemas", "types", "names", "shares", "relations"})
                QTest::newRow((QByteArray(where) + ": " + all[i].name).constData()) << i << QByteArray(where);
        }
    }
    void aRunEndsAndLosesNothing()
    {
        QFETCH(int, fault);
        QFETCH(QByteArray, where);
        Sick sick;
        const Run first = sick.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(told(first)));
        const QSet<QString> known = knowledgeOf(*sick.workspace);
        QVERIFY(known.size() > 10);

        sick.where = questionOf(where);
        sick.spoil = faults().at(fault).spoil;
        sick.isMoved = true;
        forgetPeakMemory();
        const qint64 memory = peakMemory();
        const Run run = sick.sync();
        QVERIFY2(peakMemory() - memory < mostMemory, qPrintable(QString::number(peakMemory() - memory) + u" MB"_s));
        const QSet<QString> lost = known - knowledgeOf(*sick.workspace);
        QVERIFY2(lost.isEmpty(), qUtf8Printable(u"lost: "_s + lost.values().mid(0, 5).join(u", "_s) + u'\n' + told(run)));
        if (run.state != Run::State::Complete)
            QVERIFY2(run.missing.contains(u"“pg”"_s) || run.missing.contains(u"127.0.0.1"_s), qUtf8Printable(run.missing));

        sick.spoil = {};
        const Run after = sick.sync();
        QVERIFY2(after.state == Run::State::Complete, qUtf8Printable(told(after)));
        const QSet<QString> gone = known - knowledgeOf(*sick.workspace);
        QVERIFY2(gone.isEmpty(), qUtf8Printable(u"gone for good: "_s + gone.values().mid(0, 5).join(u", "_s)));
    }

    void nobodyLetsUsIn_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("text");
        QTest::newRow("wrong password") << QByteArray("28P01") << u"password authentication failed for user \"me\""_s;
        QTest::newRow("no such database") << QByteArray("3D000") << u"database \"shop\" does not exist"_s;
        QTest::newRow("full") << QByteArray("53300") << u"sorry, too many clients already"_s;
        QTest::newRow("starting") << QByteArray("57P03") << u"the database system is starting up"_s;
        QTest::newRow("no entry") << QByteArray("28000") << u"no pg_hba.conf entry for host \"h\""_s;
    }
    void nobodyLetsUsIn()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, text);
        Sick sick;
        QCOMPARE(sick.sync().state, Run::State::Complete);
        const QSet<QString> known = knowledgeOf(*sick.workspace);
        sick.fake.refuseWith(state, text.toUtf8());
        const Run run = sick.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(text) && run.missing.contains(u"“pg”"_s), qUtf8Printable(run.missing));
        QCOMPARE(knowledgeOf(*sick.workspace), known);
        sick.fake.behave();
        QCOMPARE(sick.sync().state, Run::State::Complete);
    }

    void somethingElseIsThere_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QString>("told");
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html>")
                                    << u"not PostgreSQL"_s;
        QTest::newRow("mail server") << QByteArray("220 mail.example ESMTP\r\n") << u"not PostgreSQL"_s;
        QTest::newRow("garbage") << QByteArray(40'000, '\xa7') << u"not PostgreSQL"_s;
        QTest::newRow("nothing") << QByteArray() << u"broke off the connection"_s;
    }
    void somethingElseIsThere()
    {
        QFETCH(QByteArray, says);
        QFETCH(QString, told);
        Sick sick;
        QCOMPARE(sick.sync().state, Run::State::Complete);
        const QSet<QString> known = knowledgeOf(*sick.workspace);
        sick.fake.greetWith(says, true);
        const Run run = sick.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(told), qUtf8Printable(run.missing));
        QCOMPARE(knowledgeOf(*sick.workspace), known);
        sick.fake.behave();
        QCOMPARE(sick.sync().state, Run::State::Complete);
    }

    /// Who waits for a server that is silent can give up: waiting it out would end as failed.
    void whoWaitsCanCancel_data()
    {
        QTest::addColumn<QByteArray>("where");
        for (const char *where : {"greeting", "schemas", "shares", "relations"})
            QTest::newRow(where) << QByteArray(where);
    }
    void whoWaitsCanCancel()
    {
        QFETCH(QByteArray, where);
        Sick sick;
        QCOMPARE(sick.sync().state, Run::State::Complete);
        const QSet<QString> known = knowledgeOf(*sick.workspace);
        std::atomic<bool> isSilent = where == "greeting";
        sick.where = questionOf(where);
        sick.spoil = [&isSilent](Answer &answer) {
            answer.isSilent = true;
            answer.rows.clear();
            isSilent = true;
        };
        sick.isMoved = true;
        if (isSilent)
            sick.fake.greetWith({}, false);
        Progress progress;
        progress.cancelled = [&isSilent] { return isSilent.load(); };
        QCOMPARE(sick.sync(progress).state, Run::State::Cancelled);
        QCOMPARE(knowledgeOf(*sick.workspace), known);
        sick.spoil = {};
        sick.fake.behave();
        QCOMPARE(sick.sync().state, Run::State::Complete);
    }

    /// One schema of two is refused: it costs itself alone.
    void aSchemaThatIsDeniedCostsItselfAlone()
    {
        Sick sick;
        QCOMPARE(sick.sync().state, Run::State::Complete);
        const QSet<QString> known = knowledgeOf(*sick.workspace);
        sick.isMoved = true;
        sick.where = postgresql::relationsSql;
        std::atomic<int> count = 0;
        sick.spoil = [&count](Answer &answer) {
            if (++count == 1)
                refusing("", "42501", "permission denied for table customer").spoil(answer);
        };
        const Run run = sick.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"crm"_s) && run.missing.contains(u"Ask for that permission"_s),
                 qUtf8Printable(run.missing));
        QVERIFY(count == 2);
        QVERIFY((known - knowledgeOf(*sick.workspace)).isEmpty());
    }
};

MESHSCOPE_TEST(TestPostgreSqlFaults)
#include "tst_postgresqlfaults.moc"
