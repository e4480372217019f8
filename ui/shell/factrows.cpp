#include "ui/shell/factcollector.h"

#include <QLocale>

#include <algorithm>

namespace meshscope {

void FactCollector::datasetRows()
{
    const Dataset &dataset = m_mesh.dataset(m_node);
    if (!dataset.type.isEmpty())
        m_facts.chips << dataset.type;
    if (!dataset.platform.isEmpty())
        m_facts.chips << dataset.platform;
    if (dataset.dropped)
        m_facts.chips << tr("dropped");
    if (m_snapshot.health && m_snapshot.health->other.contains(m_node))
        m_facts.status = m_snapshot.health->status(m_node);
    people();
    addNode(tr("Product"), m_mesh.productOf(m_node));
    addNodes(tr("Contract"), m_mesh.contractsOf(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln contract(s)"),
             lineageOf(m_facts.address));
    const QList<Column> columns = m_mesh.columns(m_node);
    Location withColumns = lineageOf(m_facts.address);
    withColumns.add("columns", QStringLiteral("1"));
    if (!columns.isEmpty())
        add(tr("Columns"), {{tr("%Ln column(s)", nullptr, int(columns.size())), withColumns, false}});
    const Location lineage = lineageOf(m_facts.address);
    addNodes(tr("Upstream"), m_mesh.upstream(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln dataset(s)"), lineage);
    addNodes(tr("Downstream"), m_mesh.downstream(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln dataset(s)"),
             lineage);
    addNodes(tr("Written by"), m_mesh.jobsOf(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln job(s)"), lineage);
    if (dataset.rowCount)
        add(tr("Rows"), QLocale().toString(*dataset.rowCount));
    if (dataset.byteCount)
        add(tr("Size"), QLocale().formattedDataSize(*dataset.byteCount));
    m_facts.lineage = lineageOf(m_facts.address);
}

void FactCollector::contractRows()
{
    const Contract &contract = m_mesh.contract(m_node);
    if (!contract.lifecycle.isEmpty())
        m_facts.chips << contract.lifecycle;
    if (m_snapshot.health && m_snapshot.health->other.contains(m_node))
        m_facts.status = m_snapshot.health->status(m_node);
    add(tr("Standard"), QStringLiteral("%1 %2").arg(contract.standard, contract.standardVersion).trimmed());
    add(tr("Version"), contract.version);
    people();
    addNode(tr("Product"), m_mesh.productOf(m_node));
    const auto datasets = m_mesh.datasetsOf(m_node);
    addNodes(tr("Datasets"), datasets, QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln dataset(s)"),
             datasets.empty() ? Location() : lineageOf(m_mesh.address(datasets.front()).toString()));
    add(tr("Purpose"), contract.purpose.simplified());
    add(tr("Not for"), contract.limitations.simplified());
    if (!contract.servers.isEmpty())
        add(tr("Servers"), QLocale().toString(contract.servers.size()));
}

void FactCollector::portRows()
{
    const Port &port = m_mesh.port(m_node);
    m_facts.isOutput = port.output;
    m_facts.chips << (port.output ? tr("output") : tr("input"));
    if (!port.type.isEmpty())
        m_facts.chips << port.type;
    if (m_snapshot.health && m_snapshot.health->other.contains(m_node))
        m_facts.status = m_snapshot.health->status(m_node);
    addNode(tr("Product"), m_mesh.productOf(m_node));
    add(tr("Version"), port.version);
    addNodes(tr("Contract"), m_mesh.contractsOf(m_node), QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln contract(s)"), {});
    const auto datasets = m_mesh.datasetsOf(m_node);
    addNodes(tr("Datasets"), datasets, QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln dataset(s)"),
             datasets.empty() ? Location() : lineageOf(m_mesh.address(datasets.front()).toString()));
    for (const Property &property : port.server) {
        if (m_facts.rows.size() < 8)
            add(property.name, property.value);
    }
    people();
    m_facts.canRequest = port.output;
}

void FactCollector::jobRows()
{
    const Job &job = m_mesh.job(m_node);
    if (!job.type.isEmpty())
        m_facts.chips << job.type;
    if (!job.integration.isEmpty())
        m_facts.chips << job.integration;
    QList<NodeId> writes;
    for (const NodeId dataset : m_mesh.nodes(Kind::Dataset)) {
        const auto jobs = m_mesh.jobsOf(dataset);
        if (std::find(jobs.begin(), jobs.end(), m_node) != jobs.end())
            writes << dataset;
    }
    addNodes(tr("Writes"), std::span<const NodeId>(writes.begin(), writes.end()),
             QT_TRANSLATE_N_NOOP("meshscope::Facts", "%Ln dataset(s)"),
             writes.isEmpty() ? Location() : lineageOf(m_mesh.address(writes.first()).toString()));
    if (job.lastRunAt.isValid()) {
        m_facts.rows << Facts::Row{tr("Last run"), {{job.lastRunState, {}, false}}, job.lastRunAt, false};
    }
    if (!job.parent.isEmpty()) {
        const NodeId parent = m_mesh.find(m_mesh.address(m_node).endpoint, Kind::Job, job.parent);
        if (parent.isValid())
            addNode(tr("Runs under"), parent);
        else
            add(tr("Runs under"), job.parent);
    }
    people();
}

void FactCollector::partyRows()
{
    const Party &party = m_mesh.party(m_node);
    m_facts.chips << (party.isTeam ? tr("team") : tr("person"));
    add(tr("E-mail"), party.email);
    QHash<Kind, int> owned;
    for (const NodeId node : m_mesh.users(m_node))
        ++owned[m_mesh.kind(node)];
    for (const Kind kind : {Kind::Domain, Kind::Product, Kind::Contract, Kind::Dataset}) {
        if (owned.value(kind) > 0)
            add(kindName(kind, true),
                {{QLocale().toString(owned.value(kind)), findLocation(m_mesh.name(m_node), kindWord(kind)), false}});
    }
    if (!party.members.isEmpty())
        add(tr("Members"), QLocale().toString(party.members.size()));
}

void FactCollector::termRows()
{
    add(tr("Link"), m_mesh.term(m_node).url);
    const qsizetype users = qsizetype(m_mesh.users(m_node).size());
    if (users > 0)
        add(tr("Used by"), {{tr("%Ln thing(s)", nullptr, int(users)), findLocation(m_mesh.name(m_node)), false}});
    people();
}

} // namespace meshscope
