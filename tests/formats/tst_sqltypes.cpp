#include "models/formats/sqltypes.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

/// Types of Hive and Spark.
class TestSqlTypes : public QObject {
    Q_OBJECT
private slots:
    void partsOfATypeHavePaths_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("parts"); // path type
        QTest::newRow("plain") << u"decimal(12,2)"_s << QStringList{};
        QTest::newRow("struct") << u"struct<a:int,b:decimal(10, 2)>"_s << QStringList{u"c.a int"_s, u"c.b decimal(10, 2)"_s};
        QTest::newRow("case") << u"STRUCT<a INT, b STRING>"_s << QStringList{u"c.a INT"_s, u"c.b STRING"_s};
        QTest::newRow("array") << u"array<string>"_s << QStringList{};
        QTest::newRow("deep") << u"array<struct<k:string,v:struct<x:double,y:array<int>>>>"_s
                              << QStringList{u"c[].k string"_s, u"c[].v struct<x:double,y:array<int>>"_s,
                                             u"c[].v.x double"_s, u"c[].v.y array<int>"_s};
        QTest::newRow("map") << u"map<string,struct<n:int>>"_s << QStringList{u"c.values.n int"_s};
        QTest::newRow("map key") << u"map<struct<k:int>,int>"_s << QStringList{u"c.keys.k int"_s};
        QTest::newRow("backticks") << u"struct<`a b,c`:int,`d``e` : string>"_s
                                   << QStringList{u"c.a b,c int"_s, u"c.d`e string"_s};
        QTest::newRow("spaces") << u" struct < a : int > "_s << QStringList{u"c.a int"_s};
        QTest::newRow("half") << u"struct<a:int"_s << QStringList{};
        QTest::newRow("empty") << u"struct<>"_s << QStringList{};
        QTest::newRow("nonsense") << u"struct<,,:,a>"_s << QStringList{u"c.a "_s};
    }
    void partsOfATypeHavePaths()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, parts);
        QStringList found;
        for (const TypeField &field : fieldsOfType(type, u"c"_s))
            found.append(field.path + u' ' + field.type);
        QCOMPARE(found, parts);
    }

    void commentsAndNotNullAreRead()
    {
        const QList<TypeField> fields = fieldsOfType(
            u"struct<a: int NOT NULL COMMENT 'it''s, <a>', b: struct<x:int> COMMENT \"say \\\"b\\\"\">"_s, u"c"_s);
        QCOMPARE(fields.size(), 3);
        QCOMPARE(fields[0].type, u"int"_s);
        QCOMPARE(fields[0].nullable, std::optional(false));
        QCOMPARE(fields[0].comment, u"it's, <a>"_s);
        QCOMPARE(fields[1].type, u"struct<x:int>"_s);
        QCOMPARE(fields[1].comment, u"say \"b\""_s);
        QCOMPARE(fields[2].path, u"c.b.x"_s);
    }

    void hostileTypesEnd()
    {
        QString deep;
        for (int i = 0; i < 20'000; ++i)
            deep += u"array<"_s;
        QVERIFY(fieldsOfType(deep + u"int"_s + QString(20'000, u'>'), u"c"_s).isEmpty());
        QString wide = u"struct<"_s;
        for (int i = 0; i < 20'000; ++i)
            wide += u"f%1:int,"_s.arg(i);
        QCOMPARE(fieldsOfType(wide + u'>', u"c"_s).size(), 20'000);
        for (const QString &odd : {u"struct<`a"_s, u"struct<a COMMENT '"_s, u"map<>"_s, u"<"_s, u"array<>"_s, QString()})
            static_cast<void>(fieldsOfType(odd, u"c"_s));
    }
};

MESHSCOPE_TEST(TestSqlTypes)
#include "tst_sqltypes.moc"
