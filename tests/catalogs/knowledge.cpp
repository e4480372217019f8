#include "tests/catalogs/knowledge.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

/// What is said of one thing.
QStringList saidOf(const Mesh &mesh, NodeId node)
{
    const Entity &entity = mesh.entity(node);
    QStringList said;
    if (!entity.description.isEmpty())
        said.append(u"description "_s + entity.description);
    if (!entity.domain.isEmpty())
        said.append(u"domain "_s + entity.domain);
    for (const PartyRole &owner : entity.owners)
        said.append(u"owner "_s + owner.party + u' ' + owner.name);
    for (const QString &tag : entity.tags + entity.terms)
        said.append(u"tag "_s + tag);
    for (const Property &property : entity.properties)
        said.append(u"property "_s + property.name);
    for (const QualityRule &rule : mesh.qualityRules(node))
        said.append(u"rule "_s + rule.name);
    if (mesh.kind(node) != Kind::Dataset)
        return said;
    for (const NodeId to : mesh.downstream(node))
        said.append(u"> "_s + mesh.address(to).toString());
    for (const Column &column : mesh.columns(node))
        said.append(u"column "_s + column.path + u' ' + column.physicalType);
    for (const ColumnEdge &edge : mesh.columnEdges(node))
        said.append(u"column "_s + edge.fromColumn + u" > "_s + edge.toColumn);
    return said;
}

} // namespace

QSet<QString> knowledgeOf(const Workspace &workspace)
{
    const MeshPtr mesh = *workspace.load();
    QSet<QString> all;
    for (int kind = 0; kind < kindCount; ++kind) {
        for (const NodeId node : mesh->nodes(Kind(kind))) {
            const QString address = mesh->address(node).toString();
            all.insert(address);
            for (const QString &sentence : saidOf(*mesh, node))
                all.insert(address + u' ' + sentence);
        }
    }
    return all;
}

QString told(const Run &run)
{
    QStringList sentences{run.missing};
    for (const Issue &issue : run.issues)
        sentences.append(issue.text);
    return sentences.join(u'\n');
}

qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return 0;
}

void forgetPeakMemory()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

} // namespace meshscope::test
