#include "tests/catalogs/postgresqlfixture.h"

#include "models/catalogs/postgresql/queries.h"

using namespace Qt::StringLiterals;

namespace meshscope::test {

FakePostgreSql::Answer TwoSchemas::answer(const FakePostgreSql::Question &question) const
{
    const auto schema = [](const char *oid, const char *name, bool isUsable, qsizetype relations, int partitions) {
        return QByteArray("{\"oid\":") + oid + ",\"name\":\"" + name +
               "\",\"owner\":\"o\",\"usable\":" + (isUsable ? "true" : "false") +
               ",\"relations\":" + QByteArray::number(relations) + ",\"partitions\":" + QByteArray::number(partitions) + '}';
    };
    if (question.sql == postgresql::schemasSql)
        return {{"json"},
                {{R"({"database":"shop","owner":"o","schemas":[)" + schema("16400", "crm", true, crm.size(), 0) + ',' +
                  schema("16500", "hr", isHrUsable, 1, hrPartitions) + "]}"}}};
    if (question.sql == postgresql::typesSql)
        return {{"json"}, {{"[]"}}};
    if (question.sql == postgresql::namesSql)
        return {{"names"}, {{"names"}}};
    if (question.sql == postgresql::sharesSql)
        return {{"schema", "share", "relations", "hidden", "state"},
                {{"16400", "0", QByteArray::number(crm.size()), "0", crmState},
                 {"16500", "0", "1", isHrUsable ? "0" : "1", "7"}}};
    if (question.sql == postgresql::relationsSql && question.parameters.value(0) == "16400") {
        FakePostgreSql::Answer answer{{"share", "json"}, {}};
        for (const QByteArray &relation : crm)
            answer.rows.append({"0", relation});
        return answer;
    }
    if (question.sql == postgresql::relationsSql)
        return {{"share", "json"}, {{"0", hr}}};
    return {};
}

ReadDatabase::ReadDatabase(FakePostgreSql::Reply reply, QHash<QString, QString> options, const QByteArray &secret)
    : fake(std::move(reply))
    , workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
{
    options.insert(u"auth.user"_s, u"me"_s);
    config = *addEndpoint(*workspace, {u"pg"_s, u"postgresql"_s, fake.url(u"shop"_s), options}, secret);
}

Run ReadDatabase::sync(const Progress &progress)
{
    fake.forget();
    return *syncEndpoint(*workspace, config, progress);
}

} // namespace meshscope::test
