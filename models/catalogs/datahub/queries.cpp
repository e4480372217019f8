#include "models/catalogs/datahub/queries.h"

namespace meshscope {

namespace {

constexpr int lineageCount = 100;
constexpr int assertionCount = 50;
constexpr int assetCount = 200;
constexpr int memberCount = 200;

const QByteArray owners = "ownership{owners{owner{__typename ...on CorpUser{urn username properties{displayName email}}"
                          " ...on CorpGroup{urn name properties{displayName email}}} type ownershipType{urn info{name}}}}";
const QByteArray tags = " tags{tags{tag{urn properties{name}}}}";
const QByteArray terms = " glossaryTerms{terms{term{urn properties{name}}}}";
const QByteArray deprecation = " deprecation{deprecated note decommissionTime}";
const QByteArray structured =
    " structuredProperties{properties{structuredProperty{urn definition{qualifiedName displayName}}"
    " values{...on StringValue{stringValue} ...on NumberValue{numberValue}}}}";
const QByteArray links = " institutionalMemory{elements{url label}}";
const QByteArray custom = " customProperties{key value}";
const QByteArray domain = " domain{domain{urn}} ";
const QByteArray platform = " platform{urn name properties{displayName}} ";
const QByteArray place = platform + " dataPlatformInstance{instanceId} subTypes{typeNames}"
                                    " parentContainers{containers{urn properties{name}}} ";
const QByteArray edited = " editableProperties{description} ";
const QByteArray common = domain + owners + tags + terms + deprecation + structured + links;
const QByteArray roles = " access{roles{role{urn properties{name description type requestUrl}}}}";
const QByteArray fineGrained = " fineGrainedLineages{upstreams{urn path} downstreams{urn path} transformOperation} ";
const QByteArray inputFields =
    " inputFields{fields{schemaFieldUrn schemaField{fieldPath type nativeDataType description label}}} ";

QByteArray page(const QByteArray &start, const QByteArray &count)
{
    return "start:" + start + ",count:" + count;
}

/// The beginning of a list, as it comes with its entity.
QByteArray begin(QByteArray (*field)(const QByteArray &, const QByteArray &), int count)
{
    return field("0", QByteArray::number(count));
}

QByteArray lineage(const char *direction, const QByteArray &start, const QByteArray &count)
{
    return QByteArray("lineage(input:{direction:") + direction + ',' + page(start, count) +
           ",separateSiblings:true}){total filtered relationships{type entity{urn type}}} ";
}

QByteArray upstream(const QByteArray &start, const QByteArray &count)
{
    return " upstream:" + lineage("UPSTREAM", start, count);
}

QByteArray downstream(const QByteArray &start, const QByteArray &count)
{
    return " downstream:" + lineage("DOWNSTREAM", start, count);
}

QByteArray assertions(const QByteArray &start, const QByteArray &count)
{
    return " assertions(" + page(start, count) +
           "){total assertions{urn platform{name} info{type description externalUrl"
           " datasetAssertion{scope aggregation operator nativeType logic fields{path}"
           " parameters{value{value} minValue{value} maxValue{value}}}"
           " freshnessAssertion{schedule{type fixedInterval{unit multiple} cron{cron timezone}}}"
           " sqlAssertion{statement} customAssertion{type field{path} logic}}"
           " runEvents(status:COMPLETE,limit:10){runEvents{timestampMillis runId"
           " result{type actualAggValue rowCount unexpectedCount}}}}} ";
}

QByteArray assets(const QByteArray &start, const QByteArray &count)
{
    return " assets:entities(input:{query:\"*\"," + page(start, count) +
           "}){total searchResults{entity{urn type} extraProperties{name value}}} ";
}

QByteArray members(const QByteArray &start, const QByteArray &count)
{
    return " members:relationships(input:{types:[\"IsMemberOfGroup\",\"IsMemberOfNativeGroup\"],direction:INCOMING," +
           page(start, count) + "}){total relationships{entity{urn}}} ";
}

QByteArray domainFields()
{
    return "properties{name description createdOn{time}" + custom + "} parentDomains{domains{urn}} " + owners + structured +
           links;
}

QByteArray productFields()
{
    return "properties{name description externalUrl createdOn{time}" + custom + '}' + common + begin(&assets, assetCount);
}

QByteArray datasetFields()
{
    const QByteArray field = "fieldPath description" + tags + terms;
    return "name" + place + "properties{name qualifiedName description externalUrl created lastModified{time}" + custom +
           '}' + edited + common + " viewProperties{materialized logic language} schemaMetadata{primaryKeys fields{" +
           field +
           " nullable type nativeDataType isPartOfKey isPartitioningKey label}}"
           " editableSchemaMetadata{editableSchemaFieldInfo{" +
           field + "}}" + fineGrained + "siblings{isPrimary siblings{urn}}" + begin(&upstream, lineageCount) +
           begin(&assertions, assertionCount) +
           "contract{urn properties{freshness{assertion{urn}} schema{assertion{urn}} dataQuality{assertion{urn}}}"
           " status{state}}" +
           roles +
           " datasetProfiles(limit:1){timestampMillis rowCount columnCount sizeInBytes fieldProfiles{fieldPath uniqueCount"
           " nullCount nullProportion}} operations(limit:1){timestampMillis lastUpdatedTimestamp operationType"
           " numAffectedRows} usageStats(range:MONTH){buckets{bucket metrics{totalSqlQueries uniqueUserCount}}}";
}

QByteArray containerFields()
{
    return place + "properties{name description externalUrl qualifiedName" + custom + '}' + edited + common;
}

QByteArray flowFields()
{
    return "orchestrator flowId cluster" + platform + "properties{name description project externalUrl" + custom + '}' +
           edited + common;
}

QByteArray jobFields()
{
    return "jobId subTypes{typeNames} dataFlow{urn orchestrator} properties{name description externalUrl" + custom + '}' +
           edited + common + " inputOutput{" + fineGrained + '}' + begin(&upstream, lineageCount) +
           begin(&downstream, lineageCount);
}

QByteArray chartFields()
{
    return "tool" + place + "properties{name description externalUrl type access lastRefreshed lastModified{time}" + custom +
           '}' + edited + common + inputFields + begin(&upstream, lineageCount);
}

QByteArray dashboardFields()
{
    return "tool" + place + "properties{name description externalUrl access lastRefreshed lastModified{time}" + custom +
           '}' + edited + common + inputFields + roles + begin(&upstream, lineageCount);
}

QByteArray nodeFields()
{
    return "properties{name description} parentNodes{nodes{urn properties{name}}} " + owners;
}

QByteArray termFields()
{
    return "hierarchicalName properties{name description termSource sourceRef sourceUrl" + custom +
           "} parentNodes{nodes{urn properties{name}}}" + domain + owners + deprecation + links;
}

QByteArray tagFields()
{
    return "properties{name description colorHex} " + owners;
}

QByteArray userFields()
{
    return "username properties{active displayName email title departmentName fullName}";
}

QByteArray groupFields()
{
    return "name properties{displayName description email slack}" + begin(&members, memberCount);
}

} // namespace

const QList<DataHubKind> &dataHubKinds()
{
    static const QList<DataHubKind> kinds{{"DOMAIN", "Domain", "domain", "domain", 200, &domainFields},
                                          {"CORP_USER", "CorpUser", "corpuser", "party", 500, &userFields},
                                          {"CORP_GROUP", "CorpGroup", "corpGroup", "party", 200, &groupFields},
                                          {"GLOSSARY_NODE", "GlossaryNode", "glossaryNode", "term", 500, &nodeFields},
                                          {"GLOSSARY_TERM", "GlossaryTerm", "glossaryTerm", "term", 200, &termFields},
                                          {"TAG", "Tag", "tag", "term", 500, &tagFields},
                                          {"DATA_PRODUCT", "DataProduct", "dataProduct", "product", 100, &productFields},
                                          {"CONTAINER", "Container", "container", "dataset", 200, &containerFields},
                                          {"DATASET", "Dataset", "dataset", "dataset", 100, &datasetFields},
                                          {"DATA_FLOW", "DataFlow", "dataFlow", "job", 200, &flowFields},
                                          {"DATA_JOB", "DataJob", "dataJob", "job", 100, &jobFields},
                                          {"CHART", "Chart", "chart", "dataset", 100, &chartFields},
                                          {"DASHBOARD", "Dashboard", "dashboard", "dataset", 100, &dashboardFields}};
    return kinds;
}

QByteArray scrollQuery(const DataHubKind &kind)
{
    return QByteArray("query Scroll($input:ScrollAcrossEntitiesInput!){list:scrollAcrossEntities(input:$input){nextScrollId"
                      " total searchResults{entity{urn type ...on ") +
           kind.object + '{' + kind.fields() + "}}}}}";
}

QByteArray searchQuery(const DataHubKind &kind)
{
    return QByteArray("query Search($input:SearchAcrossEntitiesInput!){list:searchAcrossEntities(input:$input){"
                      "total searchResults{entity{urn type ...on ") +
           kind.object + '{' + kind.fields() + "}}}}}";
}

QByteArray entitiesQuery(const DataHubKind &kind)
{
    return QByteArray("query Entities($urns:[String!]!){entities(urns:$urns){urn type ...on ") + kind.object + '{' +
           kind.fields() + "}}}";
}

const QList<DataHubRest> &dataHubRests()
{
    static const QList<DataHubRest> rests{{"upstream", "relationships", lineageCount, &upstream},
                                          {"downstream", "relationships", lineageCount, &downstream},
                                          {"assertions", "assertions", assertionCount, &assertions},
                                          {"assets", "searchResults", assetCount, &assets},
                                          {"members", "relationships", memberCount, &members}};
    return rests;
}

QByteArray restQuery(const DataHubKind &kind, const DataHubRest &rest)
{
    return QByteArray("query Rest($urn:String!,$start:Int!,$count:Int!){entity(urn:$urn){urn type ...on ") + kind.object +
           '{' + rest.field("$start", "$count") + "}}}";
}

QByteArray infoQuery()
{
    return "query Info{__typename appConfig{appVersion}}";
}

QByteArray othersQuery()
{
    QByteArray query = "query Others{";
    for (const char *type : {"MLMODEL", "MLMODEL_GROUP", "MLFEATURE_TABLE", "MLFEATURE", "MLPRIMARY_KEY", "NOTEBOOK"})
        query +=
            QByteArray(type) + ":searchAcrossEntities(input:{types:[" + type + "],query:\"*\",start:0,count:0}){total} ";
    return query + '}';
}

} // namespace meshscope
