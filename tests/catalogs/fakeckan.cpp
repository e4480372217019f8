#include "tests/catalogs/fakeckan.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

constexpr int pageOfCatalog = 2;

Script result(const QJsonValue &value)
{
    return Script::json(QJsonDocument(QJsonObject{{u"success"_s, true}, {u"result"_s, value}}).toJson());
}

QJsonArray part(const QList<QJsonObject> &all, int begin, int count)
{
    QJsonArray list;
    for (const QJsonObject &item : all.mid(begin, count))
        list.append(item);
    return list;
}

QJsonArray valueOf(const QString &text)
{
    return {QJsonObject{{u"@value"_s, text}}};
}

QJsonArray reference(const QString &id)
{
    return {QJsonObject{{u"@id"_s, id}}};
}

const QString dcat = u"http://www.w3.org/ns/dcat#"_s;
const QString terms = u"http://purl.org/dc/terms/"_s;
const QString hydra = u"http://www.w3.org/ns/hydra/core#"_s;

} // namespace

FakeCkan::FakeCkan(int organizationCount, int datasetCount)
{
    for (int i = 0; i < organizationCount; ++i)
        organizations.append({{u"id"_s, u"org-%1"_s.arg(i)}, {u"name"_s, u"office-%1"_s.arg(i)}, {u"title"_s, u"Office"_s}});
    groups.append({{u"id"_s, u"group-1"_s}, {u"name"_s, u"culture"_s}, {u"title"_s, u"Culture"_s}});
    for (int i = 0; i < datasetCount; ++i) {
        const QJsonObject file{
            {u"name"_s, u"File"_s}, {u"format"_s, u"CSV"_s}, {u"url"_s, u"https://files.example/a.csv"_s}, {u"size"_s, 12}};
        packages.append({{u"id"_s, u"id-%1"_s.arg(i)},
                         {u"name"_s, u"figures-%1"_s.arg(i)},
                         {u"title"_s, u"Figures %1"_s.arg(i)},
                         {u"notes"_s, u"About *figures*"_s},
                         {u"state"_s, u"active"_s},
                         {u"owner_org"_s, u"org-0"_s},
                         {u"organization"_s, organizations.value(0)},
                         {u"maintainer"_s, u"Ann"_s},
                         {u"maintainer_email"_s, u"ann@example.org"_s},
                         {u"tags"_s, QJsonArray{QJsonObject{{u"name"_s, u"year 2023"_s}}}},
                         {u"groups"_s, part(groups, 0, 1)},
                         {u"extras"_s, QJsonArray{QJsonObject{{u"key"_s, u"spatial"_s}, {u"value"_s, u"DE"_s}}}},
                         {u"resources"_s, QJsonArray{file}}});
    }
}

Script FakeCkan::answer(const SeenRequest &request) const
{
    const QUrl url(QString::fromLatin1(request.target));
    const QUrlQuery query(url);
    const QString action = url.path().section(u'/', -1);
    if (action == u"catalog.jsonld")
        return catalog(std::max(1, query.queryItemValue(u"page"_s).toInt()));
    if (action == u"status_show")
        return result(QJsonObject{{u"ckan_version"_s, u"2.12.0"_s}, {u"site_url"_s, u"https://data.example"_s}});
    const int offset = query.queryItemValue(u"offset"_s).toInt() + query.queryItemValue(u"start"_s).toInt();
    const int count = query.queryItemValue(u"limit"_s).toInt() + query.queryItemValue(u"rows"_s).toInt();
    if (action == u"organization_list" && isRefusing)
        return Script::json(R"({"success":false,"error":{"message":"Access denied","__type":"Authorization Error"}})");
    if (action == u"organization_list")
        return result(part(organizations, offset, std::min(count, mostRows)));
    if (action == u"group_list")
        return result(part(groups, offset, std::min(count, mostRows)));
    return result(
        QJsonObject{{u"count"_s, packages.size()}, {u"results"_s, part(packages, offset, std::min(count, mostRows))}});
}

/// Expanded, as ckanext-dcat writes it; contacts are blank nodes with names made up anew.
Script FakeCkan::catalog(int page) const
{
    const int last = int((packages.size() + pageOfCatalog - 1) / pageOfCatalog);
    ++asked;
    QJsonArray objects, listed;
    for (const QJsonObject &package : packages.mid((page - 1) * pageOfCatalog, pageOfCatalog)) {
        const QString id = u"https://data.example/dataset/"_s + package.value(u"id"_s).toString();
        const QString contact = u"_:N%1x%2"_s.arg(asked).arg(objects.size());
        listed.append(QJsonObject{{u"@id"_s, id}});
        objects.append(QJsonObject{{u"@id"_s, id},
                                   {u"@type"_s, QJsonArray{QString(dcat + u"Dataset"_s)}},
                                   {dcat + u"contactPoint"_s, reference(contact)},
                                   {terms + u"title"_s, valueOf(package.value(u"title"_s).toString())}});
        objects.prepend(QJsonObject{{u"@id"_s, contact},
                                    {u"@type"_s, QJsonArray{u"http://www.w3.org/2006/vcard/ns#Kind"_s}},
                                    {u"http://www.w3.org/2006/vcard/ns#fn"_s, valueOf(u"Ann"_s)}});
    }
    objects.append(QJsonObject{{u"@id"_s, u"https://data.example"_s},
                               {u"@type"_s, QJsonArray{QString(dcat + u"Catalog"_s)}},
                               {terms + u"title"_s, valueOf(u"Open data"_s)},
                               {dcat + u"dataset"_s, listed}});
    QJsonObject paging{{u"@id"_s, u"https://data.example/catalog.jsonld?page=%1"_s.arg(page)},
                       {u"@type"_s, QJsonArray{QString(hydra + u"PagedCollection"_s)}},
                       {hydra + u"totalItems"_s, valueOf(QString::number(packages.size()))}};
    if (page < last)
        paging.insert(hydra + u"next"_s, valueOf(u"https://data.example/catalog.jsonld?page=%1"_s.arg(page + 1)));
    objects.append(paging);
    return Script::answer(200, QJsonDocument(objects).toJson(), {{"Content-Type", "application/ld+json"}});
}

} // namespace meshscope::test
