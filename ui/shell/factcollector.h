#pragma once

#include "ui/shell/facts.h"

#include <QCoreApplication>

#include <span>

namespace meshscope {

/// Collects the rows of one thing; empty values leave no row.
class FactCollector {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Facts)
public:
    FactCollector(const Snapshot &snapshot, Facts &facts, NodeId node)
        : m_snapshot(snapshot)
        , m_mesh(*snapshot.mesh)
        , m_facts(facts)
        , m_node(node)
    {
    }

    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_facts.rows << Facts::Row{label, {{value, {}, false}}, {}, false};
    }
    void add(const QString &label, QList<Facts::Part> parts)
    {
        if (!parts.isEmpty())
            m_facts.rows << Facts::Row{label, std::move(parts), {}, false};
    }
    void addNode(const QString &label, NodeId node)
    {
        if (node.isValid())
            add(label, {linkTo(node)});
    }
    [[nodiscard]] Facts::Part linkTo(NodeId node) const
    {
        const QString address = m_mesh.address(node).toString();
        return {m_mesh.name(node), locationOf(m_mesh, address), false};
    }
    void addNodes(const QString &label, std::span<const NodeId> nodes, const char *plural, const Location &list);

    void people();

    void readAndAddress();

    void productRows(const std::function<QString(const QString &)> &access);
    void domainRows();
    void datasetRows();
    void contractRows();
    void portRows();
    void jobRows();
    void partyRows();
    void termRows();
    void levels();

private:
    const Snapshot &m_snapshot;
    const Mesh &m_mesh;
    Facts &m_facts;
    NodeId m_node;
};

} // namespace meshscope
