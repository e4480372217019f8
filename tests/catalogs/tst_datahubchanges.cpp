#include "models/catalogs/datahub/changes.h"
#include "models/catalogs/datahub/state.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

/// What is made of events, without a server.
class TestDataHubChanges : public QObject {
    Q_OBJECT
private slots:
    void urnsAreFoundInText()
    {
        const QByteArray text =
            QByteArray("{'a':'urn:li:tag:x','b':'urn:li:schemaField:(urn:li:dataset:(urn:li:dataPlatform:p,t,"
                       "PROD),f)','c':'urn:li:tag:q\\'\\u00fc','d':'urn:li:x:a,b'}")
                .replace('\'', '"');
        QStringList all;
        QStringList ofFields;
        eachMention(text, [&](const DataHubMention &mention) {
            all.append(QString::fromUtf8(mention.urn));
            if (mention.isOfField)
                ofFields.append(QString::fromUtf8(mention.urn));
        });
        const QString table = u"urn:li:dataset:(urn:li:dataPlatform:p,t,PROD)"_s;
        for (const QString &urn : {u"urn:li:tag:x"_s, u"urn:li:schemaField:(%1,f)"_s.arg(table), table,
                                   u"urn:li:dataPlatform:p"_s, u"urn:li:tag:q\"ü"_s, u"urn:li:x:a,b"_s})
            QVERIFY2(all.contains(urn), qUtf8Printable(urn + u" is not in "_s + all.join(u' ')));
        QCOMPARE(ofFields, QStringList{table});
    }

    void anOldStateIsNoUse()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        DataHubState state;
        state.queries = "q";
        state.from.offsets.insert(u"t"_s, u"o"_s);
        state.from.asked = now.addSecs(-71 * 3600);
        state.kinds[u"DATASET"_s].list = {{u"a"_s}, 1, 2, {{Issue::Severity::Note, {{}, 0, 0, u"u"_s}, u"text"_s}}};
        state.kinds[u"DATASET"_s].rests[u"urn:li:x:1"_s].units = QStringList{u"b"_s};
        const std::optional<DataHubState> kept = DataHubState::fromBytes(state.toBytes());
        QVERIFY(kept);
        QVERIFY(kept->isGood("q", now));
        QCOMPARE(kept->from.offsets, state.from.offsets);
        QVERIFY(kept->to.offsets.isEmpty());
        QVERIFY(!kept->isGood("another", now));
        QVERIFY(!kept->isGood("q", now.addSecs(2 * 3600)));
        QVERIFY(!kept->isGood("q", now.addSecs(-72 * 3600))); // of tomorrow: the clock was wrong
        const DataHubState::Kind kind = kept->kinds.value(u"DATASET"_s);
        QCOMPARE(kind.list.issues, state.kinds[u"DATASET"_s].list.issues);
        QCOMPARE(kind.rests.value(u"urn:li:x:1"_s).units, QStringList{u"b"_s});
        QVERIFY(!DataHubState::fromBytes("{]"));
    }
};

MESHSCOPE_TEST(TestDataHubChanges)
#include "tst_datahubchanges.moc"
