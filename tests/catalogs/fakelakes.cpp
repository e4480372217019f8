#include "tests/catalogs/fakelakes.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

QByteArray unityTable(const QByteArray &name, const QByteArray &more)
{
    return "{'name':'" + name +
           "','catalog_name':'lake','schema_name':'sales','table_type':'EXTERNAL','data_source_format':'CSV',"
           "'columns':[{'name':'id','type_text':'bigint','type_name':'LONG','position':0,'nullable':false}],"
           "'properties':{}" +
           more + "}";
}

FakeUnity::FakeUnity(const QHash<QString, QString> &options)
    : FakeCatalog(u"unity"_s, options)
{
    answers = {
        {unityApi + u"/catalogs"_s, "{'catalogs':[{'name':'lake','comment':'All','owner':null}],'next_page_token':null}"},
        {unityApi + u"/schemas"_s, "{'schemas':[{'name':'sales','catalog_name':'lake','properties':{'tier':'gold'}}]}"},
        {unityApi + u"/volumes"_s, "{'volumes':[]}"},
        {unityApi + u"/functions"_s, "{'functions':[]}"},
        {unityApi + u"/models"_s, "{'registered_models':[]}"},
        {unityApi + u"/permissions/catalog/lake"_s, "{'privilege_assignments':[]}"},
        {unityApi + u"/permissions/schema/lake.sales"_s,
         "{'privilege_assignments':[{'principal':'ann@x.example','privileges':['SELECT','MODIFY']}]}"}};
    instead = [this](const SeenRequest &request, const QString &path) -> std::optional<Script> {
        if (path != unityApi + u"/tables"_s)
            return {};
        const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
        const qsizetype from = query.queryItemValue(u"page_token"_s).toLongLong();
        const qsizetype size = std::min<qsizetype>(2, query.queryItemValue(u"max_results"_s).toLongLong());
        const QByteArrayList page = tables.mid(from, size);
        const QByteArray next = page.size() == size ? "'" + QByteArray::number(from + size) + "'" : "null";
        QByteArray body = "{'tables':[" + page.join(",") + "],'next_page_token':" + next + "}";
        return Script::json(body.replace('\'', '"'));
    };
}

FakeGlue::FakeGlue(const QByteArray &secret)
    : FakeCatalog(u"glue"_s, {{u"aws.region"_s, u"eu-west-1"_s}}, secret)
{
    operations = {
        {"GetDatabases", "{'DatabaseList':[{'Name':'sales','CatalogId':'42','Parameters':{'owner':'ann'}}]}"},
        {"GetTables",
         "{'TableList':[{'Name':'orders','DatabaseName':'sales','CatalogId':'42','VersionId':'2','UpdateTime':1.7E9,"
         "'StorageDescriptor':{'Columns':[{'Name':'id','Type':'bigint'},{'Name':'a','Type':'struct<x:int>'}],"
         "'Location':'s3://b/orders/'},'PartitionKeys':[{'Name':'day','Type':'date'}],"
         "'Parameters':{'numRows':'9007199254740993','password':'hunter2'}}]}"},
        {"GetTableVersions",
         "{'TableVersions':[{'VersionId':'2','Table':{'UpdateTime':1700000100,'StorageDescriptor':{'Columns':["
         "{'Name':'id','Type':'bigint'},{'Name':'b','Type':'int'}]}}},{'VersionId':'1','Table':{'UpdateTime':1700000000,"
         "'StorageDescriptor':{'Columns':[{'Name':'id','Type':'int'},{'Name':'c','Type':'int'}]}}}]}"},
        {"GetPartitions", "{'Partitions':[{'Values':['1'],'CreationTime':1700000000.5},{'Values':['2'],"
                          "'CreationTime':1700000200}]}"},
        {"ListDataQualityResults", "{'Results':[{'ResultId':'r1'}]}"},
        {"GetDataQualityResult",
         "{'ResultId':'r1','Score':0.5,'RulesetName':'s','CompletedOn':1700000300,'DataSource':{'GlueTable':{"
         "'DatabaseName':'sales','TableName':'orders','CatalogId':'42'}},'RuleResults':[{'Name':'R1','Result':'FAIL',"
         "'EvaluatedRule':'RowCount > 0'},{'Name':'R2','Result':'ERROR'}]}"}};
    instead = [this](const SeenRequest &request, const QString &) -> std::optional<Script> {
        const QByteArray operation = request.header("x-amz-target").mid(8);
        asked.append(operation);
        if (const auto odd = odds.constFind(operation); odd != odds.cend() && !odd->isEmpty())
            return Script::answer(400, json(*odd), {{"Content-Type", "application/x-amz-json-1.1"}});
        return Script::answer(200, json(operations.value(operation)), {{"Content-Type", "application/x-amz-json-1.1"}});
    };
}

QByteArray icebergTable(const QByteArray &uuid, const QByteArray &more)
{
    return "{'metadata-location':'s3://b/m.json','metadata':{'format-version':2,'table-uuid':'" + uuid +
           "','location':'s3://b/wh/" + uuid +
           "','current-schema-id':0,'schemas':[{'schema-id':0,'fields':[{'id':1,'name':'id','required':true,'type':'long'}]}"
           "],"
           "'properties':{'comment':'c'},'snapshots':[]}" +
           more + "}";
}

FakeIceberg::FakeIceberg(const QHash<QString, QString> &options, const QByteArray &secret)
    : FakeCatalog(u"iceberg"_s, options, secret)
{
    answers = {{u"/v1/config"_s, "{'defaults':{},'overrides':{'namespace-separator':'%2E'}}"},
               {u"/v1/namespaces/sales"_s, "{'namespace':['sales'],'properties':{'owner':'a@b.example','comment':'Sold'}}"},
               {u"/v1/namespaces/sales%2Eeu"_s, "{'namespace':['sales','eu'],'properties':{}}"},
               {u"/v1/namespaces/sales/tables"_s, "{'identifiers':[{'namespace':['sales'],'name':'orders'}]}"},
               {u"/v1/namespaces/sales%2Eeu/tables"_s, "{'identifiers':[{'namespace':['sales','eu'],'name':'o / 1'}]}"},
               {u"/v1/namespaces/sales/views"_s, "{'identifiers':[]}"},
               {u"/v1/namespaces/sales%2Eeu/views"_s, "{'identifiers':[]}"},
               {u"/v1/namespaces/sales/tables/orders"_s, icebergTable("t1")},
               {u"/v1/namespaces/sales%2Eeu/tables/o%20%2F%201"_s, icebergTable("t2")}};
    instead = [](const SeenRequest &request, const QString &path) -> std::optional<Script> {
        if (path != u"/v1/namespaces")
            return {};
        const bool isRoot = !request.target.contains("parent=");
        return Script::json(isRoot                                       ? "{\"namespaces\":[[\"sales\"]]}"
                            : request.target.contains("parent=sales.eu") ? "{\"namespaces\":[]}"
                                                                         : "{\"namespaces\":[[\"sales\",\"eu\"]]}");
    };
}

} // namespace meshscope::test
