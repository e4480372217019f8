#pragma once

#include "models/formats/format.h"

/// Every text a reader gave, for tests that ask whether a value of a document was lost.
namespace meshscope::test {

class Everything {
public:
    explicit Everything(const Records &records)
    {
        for (const Domain &d : records.domains)
            addEntity(d);
        for (const DataProduct &p : records.products) {
            addEntity(p);
            add({p.version, p.purpose, p.limitations, p.usage, p.kindText});
            addProperties(p.support + p.price + p.termsOfUse);
        }
        for (const Port &p : records.ports) {
            addEntity(p);
            add({p.product, p.version, p.type, p.contract});
            add(p.datasets + p.inputContracts);
            addProperties(p.server);
        }
        for (const Contract &c : records.contracts)
            addContract(c);
        for (const Dataset &d : records.datasets) {
            addEntity(d);
            add({d.ns, d.type, d.platform, d.contract, d.product});
            add(d.aliases);
            add({QString::number(d.rowCount.value_or(-1)), QString::number(d.byteCount.value_or(-1))});
        }
        for (const Column &c : records.columns) {
            add({c.path, c.logicalType, c.physicalType, c.description, c.classification});
            add(c.tags + c.terms);
            addProperties(c.properties);
        }
        for (const Job &j : records.jobs) {
            addEntity(j);
            add({j.ns, j.type, j.parent, j.integration, j.sql, j.lastRunState, j.lastRunId});
        }
        for (const Term &t : records.terms) {
            addEntity(t);
            add({t.url});
        }
        for (const Party &p : records.parties) {
            addEntity(p);
            add({p.email});
            add(p.members);
        }
        for (const ServiceLevel &l : records.serviceLevels)
            add({l.id, l.property, l.element, l.value, l.valueTo, l.unit, l.comparison, l.description, l.driver,
                 l.schedule});
        for (const QualityRule &r : records.qualityRules)
            add({r.id, r.column, r.name, r.type, r.dimension, r.text, r.expression, r.severity});
        for (const Measurement &m : records.measurements)
            add({m.at.toString(Qt::ISODateWithMs), m.at.toString(Qt::ISODate), m.target, m.property, m.element,
                 QString::number(m.value, 'g', 15), m.unit, m.source, m.run});
        for (const ColumnEdge &e : records.columnLineage)
            add({e.fromDataset, e.fromColumn, e.toDataset, e.toColumn, e.job, e.transform});
        for (const LineageEdge &e : records.lineage)
            add({e.from, e.to, e.job});
        for (const ProductFlow &f : records.flows)
            add({f.from, f.to, f.via});
        for (const Issue &issue : records.issues) // said to the person
            add({issue.text});
        for (const Agreement &a : records.agreements)
            addAgreement(a);
    }

    void add(const QStringList &texts) { m_text += texts.join(u'\n') + u'\n'; }
    [[nodiscard]] bool has(const QString &value) const
    {
        return m_text.contains(value, Qt::CaseInsensitive) || m_text.contains(escaped(value));
    }

private:
    static QString escaped(QString value) ///< as it stands within a value that is kept as JSON
    {
        return value.replace(u'\\', QLatin1String("\\\\"))
            .replace(u'"', QLatin1String("\\\""))
            .replace(u'\n', QLatin1String("\\n"));
    }

    void addEntity(const Entity &e)
    {
        add({e.id, e.name, e.description, e.domain, e.lifecycle, e.certification});
        add(e.tags + e.terms);
        for (const PartyRole &role : e.owners)
            add({role.party, role.name, role.role, role.contact});
        addProperties(e.properties);
    }

    void addProperties(const QList<Property> &properties)
    {
        for (const Property &property : properties)
            add({property.name, property.value});
    }

    void addContract(const Contract &c)
    {
        addEntity(c);
        add({c.standard, c.standardVersion, c.version, c.product, c.purpose, c.limitations, c.usage});
        addProperties(c.price + c.termsOfUse + c.support);
        for (const Server &server : c.servers) {
            add({server.name, server.type, server.environment, server.description});
            addProperties(server.settings);
        }
        for (const ContractRole &role : c.roles)
            add(QStringList{role.name, role.access, role.description} + role.approvers);
    }

    void addAgreement(const Agreement &a)
    {
        addEntity(a);
        add({a.product, a.port, a.contract, a.providerTeam, a.consumerTeam, a.consumerUser, a.consumerProduct, a.purpose,
             a.status, a.from.toString(Qt::ISODate), a.until.toString(Qt::ISODate), a.requestedBy, a.requestedFor,
             a.replaces, a.decision});
        add(a.columns);
        for (const RequestEvent &event : a.events)
            add({event.at.toString(Qt::ISODate), event.by, event.what, event.note});
    }

    QString m_text;
};

} // namespace meshscope::test
