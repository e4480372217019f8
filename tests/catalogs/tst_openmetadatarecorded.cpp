#include "models/catalogs/openmetadata/connector.h"

#include "tests/catalogs/fakeopenmetadata.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

qsizetype countOf(const QStringList &targets, const QString &part)
{
    return targets.filter(part).size();
}

const QString orders = u"postgres://db:5432/shop.public.t000"_s;

struct RecordedAnswer {
    QString name;
    QUrl url;
    int status = 0;
    QJsonValue body;
};

/// Answers a real server of 1.6 gave.
QList<RecordedAnswer> recorded()
{
    const QString corpus =
        qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
    const QDir dir(corpus + u"/openmetadata/live-responses/metamart-1.6.0-SNAPSHOT"_s);
    QList<RecordedAnswer> answers;
    for (const QString &name : dir.entryList({u"*.json"_s})) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const QString request = all.value(u"request"_s).toString();
        if (request.startsWith(u"GET "))
            answers.append({name, QUrl(request.mid(4)), all.value(u"status"_s).toInt(), all.value(u"body"_s)});
    }
    return answers;
}

/// A server of 1.6 that holds all that is in the recordings.
void play(FakeOpenMetadata &f, const QList<RecordedAnswer> &answers)
{
    f.isOld = true;
    f.version = "{}";
    f.refusedFields = {u"domains"_s, u"certification"_s, u"consumesFrom"_s, u"providesTo"_s, u"lifeCycle"_s};
    f.hasEvents = false;
    f.lists[u"services/databaseServices"_s].clear();
    const auto hold = [&](const QString &path, const QJsonObject &item) {
        for (QJsonObject &known : f.lists[path]) {
            if (known.value(u"id"_s) != item.value(u"id"_s))
                continue;
            for (auto field = item.begin(); field != item.end(); ++field) // asked for more, it says more
                known.insert(field.key(), field.value());
            return;
        }
        f.lists[path].append(item);
    };
    for (const RecordedAnswer &answer : answers) {
        const QString path = answer.url.path(QUrl::FullyDecoded).mid(8);
        const QJsonObject body = answer.body.toObject();
        if (answer.status != 200)
            continue;
        if (f.lists.contains(path)) {
            for (const QJsonValue &item : body.value(u"data"_s).toArray())
                hold(path, item.toObject());
        } else if (path.startsWith(u"tables/") && !path.endsWith(u"versions")) {
            hold(u"tables"_s, body);
        } else if (path.startsWith(u"domains/name") || path.startsWith(u"dataProducts/name")) {
            hold(path.section(u'/', 0, 0), body);
        } else if (path.startsWith(u"lineage/table/")) {
            f.answers.insert(u"lineage/table/"_s + body.value(u"entity"_s).toObject().value(u"id"_s).toString(), body);
        } else if (path.startsWith(u"usage/") || path.contains(u"testCaseResults")) {
            f.answers.insert(path, body);
        }
    }
}

} // namespace

/// What a real server of 1.6 answered, in its place and out of it.
class TestOpenMetadataRecorded : public QObject {
    Q_OBJECT
private slots:
    void aWholeServerOfRecordingsIsRead()
    {
        const QList<RecordedAnswer> answers = recorded();
        if (answers.isEmpty())
            QSKIP("skipped: no corpus");
        FakeOpenMetadata f;
        play(f, answers);
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        QCOMPARE(first.got.value(u"table"_s), f.lists[u"tables"_s].size());
        QCOMPARE(first.got.value(u"domain"_s), f.lists[u"domains"_s].size());
        QVERIFY(first.got.value(u"columnEdge"_s) > 0);
        QVERIFY(first.got.value(u"measurement"_s) > 0);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId table = mesh->find(u"om"_s, Kind::Dataset, u"snowflake_prod.ANALYTICS.marts.fct_price_04"_s);
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).domain, u"Logistics.Shipping.Customs"_s);
        const Run second = f.sync(); // without feed and histories every list is read
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(countOf(f.asked(), u"lineage/"_s), 0);
    }

    /// Whatever was ever said may be said in the wrong place.
    void anyAnswerInPlaceOfAnyOtherLosesNothing()
    {
        const QList<RecordedAnswer> answers = recorded();
        if (answers.isEmpty())
            QSKIP("skipped: no corpus");
        FakeOpenMetadata f;
        f.addTables(3);
        f.setOption(u"full"_s, u"0"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        for (const RecordedAnswer &answer : answers) {
            if (answer.body.toObject().value(u"data"_s).isArray()) // a list: things there are
                continue;
            f.instead = [&](const QString &path, const QUrlQuery &) -> std::optional<Script> {
                if (path != u"tables" && !path.startsWith(u"lineage/"))
                    return {};
                const QByteArray body = answer.body.isString() ? answer.body.toString().toUtf8()
                                                               : QJsonDocument(answer.body.toObject()).toJson();
                return Script::answer(answer.status, body, {{"Content-Type", "application/json"}});
            };
            const Run run = f.sync();
            QVERIFY2(run.state == Run::State::Partial, qUtf8Printable(answer.name));
        }
        QVERIFY((*f.workspace->load())->find(u"om"_s, Kind::Dataset, orders).isValid());
        f.instead = {};
        QCOMPARE(f.sync().got.value(u"table"_s), 3);
    }
};

MESHSCOPE_TEST(TestOpenMetadataRecorded)
#include "tst_openmetadatarecorded.moc"
