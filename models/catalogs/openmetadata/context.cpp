#include "models/catalogs/openmetadata/context.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace meshscope::openmetadata {

namespace {

QByteArray digestOf(QStringList lines)
{
    lines.sort();
    return QCryptographicHash::hash(lines.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

const QList<AssetKind> &assetKinds()
{
    // What a server does not know is left out of the fields it is asked for (see Reading::list).
    static const QList<AssetKind> kinds{
        {"table", "tables", "table", "columns", false, 200,
         "columns,owners,tags,domains,dataProducts,tableConstraints,tablePartition,schemaDefinition,usageSummary,profile,"
         "lifeCycle,certification,extension"},
        {"topic", "topics", "topic", "messageSchema/schemaFields", false, 500,
         "owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"container", "containers", "container", "dataModel/columns", false, 500,
         "dataModel,parent,owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"dashboard", "dashboards", "dashboard", nullptr, false, 500,
         "charts,dataModels,owners,tags,domains,dataProducts,usageSummary,lifeCycle,certification,extension"},
        {"chart", "charts", "chart", nullptr, false, 500,
         "owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"dashboardDataModel", "dashboard/datamodels", "dataModel", "columns", false, 200,
         "columns,owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"mlmodel", "mlmodels", "mlModel", "mlFeatures", false, 500,
         "mlFeatures,mlHyperParameters,owners,tags,domains,dataProducts,usageSummary,lifeCycle,certification,extension"},
        {"searchIndex", "searchIndexes", "searchIndex", "fields", false, 200,
         "fields,owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"apiEndpoint", "apiEndpoints", "apiEndpoint", "responseSchema/schemaFields", false, 500,
         "requestSchema,responseSchema,owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
        {"metric", "metrics", "metric", nullptr, false, 500, "owners,tags,domains,dataProducts,certification,extension"},
        {"pipeline", "pipelines", "pipeline", nullptr, true, 500,
         "tasks,pipelineStatus,owners,tags,domains,dataProducts,usageSummary,lifeCycle,certification,extension"},
        {"storedProcedure", "storedProcedures", "storedProcedure", nullptr, true, 500,
         "owners,tags,domains,dataProducts,lifeCycle,certification,extension"},
    };
    return kinds;
}

const AssetKind *assetKind(QStringView type)
{
    for (const AssetKind &kind : assetKinds()) {
        if (type == QLatin1StringView(kind.type))
            return &kind;
    }
    return nullptr;
}

QByteArray Context::nameDigest() const
{
    QStringList lines{hasServiceDomains ? u"domains"_s : QString(), hasOdcs ? u"odcs"_s : QString()};
    for (auto it = namespaces.cbegin(); it != namespaces.cend(); ++it)
        lines.append(u"n\n"_s + it.key() + u'\n' + it.value());
    for (auto it = services.cbegin(); it != services.cend(); ++it) {
        lines.append(u"s\n"_s + it.key() + u'\n' + it->type);
        for (auto setting = it->settings.cbegin(); setting != it->settings.cend(); ++setting)
            lines.append(u"s\n"_s + it.key() + u'\n' + setting.key() + u'\n' + setting.value());
    }
    return digestOf(lines);
}

QByteArray Context::memberDigest() const
{
    QStringList lines;
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        lines.append(it.key() + u'\n' + it->join(u'\n'));
    return digestOf(lines);
}

QByteArray Context::contractDigest() const
{
    QStringList lines;
    for (auto it = contracts.cbegin(); it != contracts.cend(); ++it)
        lines.append(it.key() + u'\n' + it.value());
    return digestOf(lines);
}

QByteArray Context::outputDigest() const
{
    QStringList lines;
    for (auto it = outputs.cbegin(); it != outputs.cend(); ++it)
        lines.append(u"o\n"_s + it.key() + u'\n' + it->product + u'\n' + it->port);
    for (auto it = emails.cbegin(); it != emails.cend(); ++it)
        lines.append(u"e\n"_s + it.key() + u'\n' + it.value());
    return digestOf(lines);
}

QJsonObject Context::toJson() const
{
    QJsonObject servicesJson;
    for (auto it = services.cbegin(); it != services.cend(); ++it) {
        QJsonObject service{{u"kind"_s, it->kind}, {u"type"_s, it->type}};
        QJsonObject settings;
        for (auto setting = it->settings.cbegin(); setting != it->settings.cend(); ++setting)
            settings.insert(setting.key(), setting.value());
        service.insert(u"settings"_s, settings);
        servicesJson.insert(it.key(), service);
    }
    const auto object = [](const QHash<QString, QString> &texts) {
        QJsonObject json;
        for (auto it = texts.cbegin(); it != texts.cend(); ++it)
            json.insert(it.key(), it.value());
        return json;
    };
    QJsonObject membersJson;
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        membersJson.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QJsonObject assetsJson;
    for (auto it = assets.cbegin(); it != assets.cend(); ++it)
        assetsJson.insert(it.key(), QJsonArray{it->type, it->id, it->stamp});
    QJsonObject followedJson;
    for (auto it = followed.cbegin(); it != followed.cend(); ++it) {
        QJsonArray list;
        for (const Followed &one : it.value())
            list.append(QJsonArray{one.uuid, one.name, one.domain, one.stamp});
        followedJson.insert(it.key(), list);
    }
    QJsonObject outputsJson;
    for (auto it = outputs.cbegin(); it != outputs.cend(); ++it)
        outputsJson.insert(it.key(), QJsonArray{it->product, it->port});
    return {{u"odcs"_s, hasOdcs},          {u"outputs"_s, outputsJson},         {u"emails"_s, object(emails)},
            {u"services"_s, servicesJson}, {u"contracts"_s, object(contracts)}, {u"members"_s, membersJson},
            {u"assets"_s, assetsJson},     {u"columns"_s, object(itemColumns)}, {u"followed"_s, followedJson}};
}

Context Context::fromJson(const Node &node)
{
    Context context;
    context.hasOdcs = node["odcs"].boolean().value_or(false);
    const auto each = [&node](const char *key, const auto &take) {
        const Node &map = node[key];
        for (qsizetype i = 0; map.isMap() && i < map.size(); ++i)
            take(map.keys()[size_t(i)], map.items()[size_t(i)]);
    };
    each("services", [&](const QString &name, const Node &item) {
        Service service;
        service.kind = item["kind"].text();
        service.type = item["type"].text();
        const Node &settings = item["settings"];
        for (qsizetype i = 0; settings.isMap() && i < settings.size(); ++i)
            service.settings.insert(settings.keys()[size_t(i)], settings.items()[size_t(i)].text());
        context.services.insert(name, service);
    });
    each("contracts", [&](const QString &key, const Node &item) { context.contracts.insert(key, item.text()); });
    each("members", [&](const QString &key, const Node &item) { context.members.insert(key, item.texts()); });
    each("assets", [&](const QString &key, const Node &item) {
        if (item.size() == 3)
            context.assets.insert(key, {item.items()[0].text(), item.items()[1].text(), item.items()[2].text()});
    });
    each("followed", [&](const QString &key, const Node &list) {
        for (const Node &item : list.items()) {
            const QStringList parts = item.texts();
            if (parts.size() == 4)
                context.followed[key].append({parts[0], parts[1], parts[2], parts[3]});
        }
    });
    each("outputs", [&](const QString &key, const Node &item) {
        if (const QStringList parts = item.texts(); parts.size() == 2)
            context.outputs.insert(key, {parts[0], parts[1]});
    });
    each("emails", [&](const QString &key, const Node &item) { context.emails.insert(key, item.text()); });
    each("columns", [&](const QString &key, const Node &item) { context.itemColumns.insert(key, item.text()); });
    return context;
}

} // namespace meshscope::openmetadata
