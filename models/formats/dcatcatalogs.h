#pragma once

#include "models/formats/dcatentities.h"

namespace meshscope::dcat {

/// DCAT 2 and 3, DCAT-US 1.1 and 3, DPROD, and schema.org's data catalog words in JSON(-LD): catalogs become domains,
/// data products products with ports, datasets datasets; distributions and services say where a dataset is reached.
class Catalogs {
public:
    Catalogs(const Node &document, const ReadContext &context, Records &out);
    void read();

private:
    void readCatalog(const Node &object);
    void readUntypedDatasets();
    QString readDataset(const Node &object);
    void addLineage(const Node &from, const QString &to);
    void addDistribution(const Node &object, const QString &property, Dataset &dataset);
    void readProduct(const Node &object);
    void addPort(const Node &object, const QString &product, bool output);
    void addServed(const Node &distribution, Port &port, const QString &service, const QString &product);
    void addServedDataset(const Node &dataset, Port &port, const QString &service, const QString &product);
    void addDatasetPort(const Node &dataset, const QString &product, bool output);
    void readService(const Node &object);
    [[nodiscard]] bool isNamedByAProduct(const Node &object) const;
    void readRecord(const Node &object);
    void readMeasurement(const Node &object);
    void noteLooseDistributions();

    const Node &m_root;
    LinkedData m_data;
    const ReadContext &m_context;
    Records &m_out;
    Entities m_entities;
    QHash<QString, QString> m_domainOf;
    QSet<QString> m_catalogs, m_products, m_datasets;
    QSet<const Node *> m_placed; ///< distributions and services that found their dataset or product
};

} // namespace meshscope::dcat
