#include "models/formats/dcatcatalogs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::dcat {

namespace {

bool isDataset(const QStringList &types)
{
    return types.contains(u"Dataset"_s) || types.contains(u"DatasetSeries"_s);
}

} // namespace

Catalogs::Catalogs(const Node &document, const ReadContext &context, Records &out)
    : m_root(document)
    , m_data(document, context.languages)
    , m_context(context)
    , m_out(out)
    , m_entities(m_data, context, out)
{
}

void Catalogs::read()
{
    readUntypedDatasets();
    for (const Node *object : m_data.objects()) {
        const QStringList types = m_data.types(*object);
        if (types.contains(u"Catalog"_s) || types.contains(u"DataCatalog"_s))
            readCatalog(*object);
    }
    for (const Node *object : m_data.objects()) {
        const QStringList types = m_data.types(*object);
        if (types.contains(u"DataProduct"_s))
            readProduct(*object);
        else if (isDataset(types))
            readDataset(*object);
        else if (types.contains(u"QualityMeasurement"_s))
            readMeasurement(*object);
        else if (types.contains(u"DataService"_s))
            readService(*object);
        else if (types.contains(u"CatalogRecord"_s))
            readRecord(*object);
    }
    noteLooseDistributions();
}

void Catalogs::readCatalog(const Node &object)
{
    Domain domain;
    domain.id = m_entities.idOf(object);
    if (domain.id.isEmpty() || m_catalogs.contains(domain.id))
        return;
    m_catalogs.insert(domain.id);
    m_entities.describe(object, domain);
    const auto claim = [&](QStringView property) {
        for (const Node *item : m_data.values(object, property)) {
            const QString id = item->isMap() ? m_entities.idOf(*item) : m_data.textOf(*item);
            m_domainOf.insert(id, domain.id);
            if (!item->isMap() || item->size() == 1) // described elsewhere, if anywhere
                domain.properties.append({property.toString(), id});
        }
    };
    claim(u"dataset");
    claim(u"service");
    claim(u"resource");
    claim(u"dataProduct");
    for (const Node *below : m_data.values(object, u"catalog"))
        m_domainOf.insert(below->isMap() ? m_entities.idOf(*below) : m_data.textOf(*below), domain.id);
    domain.domain = m_domainOf.value(domain.id);
    m_out.domains.append(std::move(domain));
}

/// DCAT-US 1.1 lists its datasets without a type each; some files without a catalog's type either.
void Catalogs::readUntypedDatasets()
{
    if (!m_root.isMap() || !m_root.has("dataset"))
        return;
    const QString catalog = m_data.id(m_root);
    for (const Node &item : m_root["dataset"].items()) {
        if (!item.isMap() || !m_data.types(item).isEmpty())
            continue;
        if (!catalog.isEmpty())
            m_domainOf.insert(m_entities.idOf(item), catalog);
        readDataset(item);
    }
}

QString Catalogs::readDataset(const Node &object)
{
    Dataset dataset;
    dataset.id = m_entities.idOf(object);
    if (dataset.id.isEmpty()) {
        m_out.issues.append(issueAt(
            Issue::Severity::Warning, m_context, object,
            QCoreApplication::translate(
                "meshscope::Dcat", "a dataset has neither an `@id` nor an identifier nor a title: give it one of them")));
        return {};
    }
    if (m_datasets.contains(dataset.id))
        return dataset.id;
    m_datasets.insert(dataset.id);
    m_entities.describe(object, dataset);
    dataset.type = m_data.is(object, u"DatasetSeries") ? u"series"_s : u"dataset"_s;
    dataset.domain = m_domainOf.value(dataset.id);
    for (const char16_t *key : {u"distribution", u"sample"}) {
        for (const Node *item : m_data.values(object, QStringView(key)))
            addDistribution(*item, QStringView(key).toString(), dataset);
    }
    const QString id = dataset.id;
    for (const Node *from : m_data.values(object, u"wasDerivedFrom"))
        addLineage(*from, id);
    for (const Node *from : m_data.values(object, u"source"))
        addLineage(*from, id);
    m_out.datasets.append(std::move(dataset));
    return id;
}

void Catalogs::addLineage(const Node &from, const QString &to)
{
    const QString id = from.isMap() ? m_entities.idOf(from) : m_data.textOf(from);
    if (!id.isEmpty() && id != to)
        m_out.lineage.append({id, to, {}});
}

void Catalogs::addDistribution(const Node &object, const QString &property, Dataset &dataset)
{
    if (!object.isMap()) {
        dataset.properties.append({property, m_data.textOf(object)});
        return;
    }
    m_placed.insert(&object);
    QStringList parts;
    for (const char16_t *key : {u"title", u"mediaType", u"format", u"downloadURL", u"accessURL", u"contentUrl",
                                u"encodingFormat", u"compressFormat", u"packageFormat"}) {
        const QString text = m_data.text(object, QStringView(key));
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    const QString size = m_data.text(object, u"byteSize");
    bool ok = false;
    const double bytes = size.toDouble(&ok);
    if (!size.isEmpty())
        parts.append(ok ? size + u" B"_s : size);
    for (const Node *service : m_data.values(object, u"accessService")) {
        const QString name = service->isMap() ? m_data.id(*service) : m_data.textOf(*service);
        const QString url = service->isMap() ? m_data.text(*service, u"endpointURL") : QString();
        for (const QString &text : {name, url}) {
            if (!text.isEmpty() && !parts.contains(text) && !text.startsWith(u"_:"_s))
                parts.append(text);
        }
    }
    const QString own = m_data.id(object);
    if (!own.isEmpty() && !parts.contains(own) && (parts.isEmpty() || !own.startsWith(u"_:"_s)))
        parts.append(own);
    dataset.properties.append({property, parts.join(u", "_s)});
    if (ok && !dataset.byteCount && bytes >= 0 && bytes < 9e18)
        dataset.byteCount = qint64(bytes);
}

/// A service of a catalog, outside any product: named on the datasets it serves.
void Catalogs::readService(const Node &object)
{
    if (m_placed.contains(&object))
        return;
    const QString url = m_data.text(object, u"endpointURL");
    const QString text = m_entities.titleOf(object, m_entities.idOf(object)) + (url.isEmpty() ? QString() : u", "_s + url);
    bool placed = false;
    for (const Node *served : m_data.values(object, u"servesDataset")) {
        const QString id = served->isMap() ? readDataset(*served) : m_data.textOf(*served);
        for (Dataset &dataset : m_out.datasets) {
            if (dataset.id == id) {
                dataset.properties.append({u"service"_s, text});
                placed = true;
            }
        }
    }
    const QString catalog = m_domainOf.value(m_entities.idOf(object));
    for (Domain &domain : m_out.domains) {
        if (!placed && domain.id == catalog) {
            domain.properties.append({u"service"_s, text});
            placed = true;
        }
    }
    if (!placed && !isNamedByAProduct(object)) {
        m_out.issues.append(
            issueAt(Issue::Severity::Note, m_context, object,
                    QCoreApplication::translate(
                        "meshscope::Dcat", "the service %1 serves no dataset and belongs to no product of this document")
                        .arg(text)));
    }
}

bool Catalogs::isNamedByAProduct(const Node &object) const
{
    const QString id = m_data.id(object);
    return !id.isEmpty() && std::any_of(m_out.ports.cbegin(), m_out.ports.cend(), [&](const Port &port) {
        return port.properties.contains(Property{u"id"_s, id});
    });
}

void Catalogs::readRecord(const Node &object)
{
    QString about;
    for (const Node *topic : m_data.values(object, u"primaryTopic"))
        about = topic->isMap() ? m_entities.idOf(*topic) : m_data.textOf(*topic);
    const bool isHere = std::any_of(m_out.datasets.cbegin(), m_out.datasets.cend(),
                                    [&](const Dataset &dataset) { return dataset.id == about; });
    if (!isHere && !about.isEmpty() && !m_out.domains.isEmpty())
        m_out.domains.last().properties.append({u"catalog record"_s, about});
    for (Dataset &dataset : m_out.datasets) {
        if (dataset.id != about)
            continue;
        for (const char16_t *key : {u"issued", u"modified", u"conformsTo"}) {
            const QString text = m_data.text(object, QStringView(key));
            if (!text.isEmpty())
                dataset.properties.append({u"catalog record "_s + QStringView(key).toString(), text});
        }
    }
}

void Catalogs::readMeasurement(const Node &object)
{
    Measurement measurement;
    measurement.at = QDateTime::fromString(m_data.text(object, u"generatedAtTime"), Qt::ISODate);
    if (!measurement.at.isValid())
        measurement.at = QDateTime::fromString(m_data.text(object, u"date"), Qt::ISODate);
    for (const Node *target : m_data.values(object, u"computedOn"))
        measurement.target = target->isMap() ? m_entities.idOf(*target) : m_data.textOf(*target);
    measurement.property = m_data.text(object, u"isMeasurementOf");
    const QString value = m_data.text(object, u"value");
    bool ok = false;
    measurement.value = value.toDouble(&ok);
    if (!ok && (value == u"true"_s || value == u"false"_s)) {
        measurement.value = value == u"true"_s ? 1 : 0;
        ok = true;
    }
    measurement.unit = u"1"_s;
    measurement.source = u"DQV"_s;
    if (!ok || measurement.target.isEmpty() || !measurement.at.isValid()) {
        m_out.issues.append(issueAt(
            Issue::Severity::Note, m_context, object,
            QCoreApplication::translate(
                "meshscope::Dcat", "the quality measurement %1 has no number, no target or no time and cannot be placed")
                .arg(QStringList{m_data.id(object), measurement.property, value}.join(u' ').simplified())));
        return;
    }
    m_out.measurements.append(std::move(measurement));
}

void Catalogs::noteLooseDistributions()
{
    for (const Node *object : m_data.objects()) {
        if (m_data.objects().size() == 1 && (m_data.is(*object, u"Distribution") || m_data.is(*object, u"DataDownload"))) {
            m_out.issues.append(issueAt(
                Issue::Severity::Note, m_context, *object,
                QCoreApplication::translate("meshscope::Dcat", "the distribution %1 belongs to no dataset of this document")
                    .arg(m_entities.idOf(*object))));
        }
    }
}

} // namespace meshscope::dcat
