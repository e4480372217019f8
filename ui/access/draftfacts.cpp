#include "ui/access/draftfacts.h"

#include "ui/access/columnchooser.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Basket)
};

} // namespace

QList<Column> columnsOf(const Mesh &mesh, NodeId port)
{
    QList<Column> columns;
    for (const NodeId dataset : mesh.datasetsOf(port))
        columns += mesh.columns(dataset);
    return columns;
}

BasketPorts::Entry entryOf(const Mesh &mesh, const AccessRequest &draft, bool isChosen)
{
    const NodeId port = mesh.find(draft.port);
    const NodeId product = mesh.find(draft.product);
    const QString title =
        (product.isValid() ? mesh.name(product) + u", "_s : QString()) + (port.isValid() ? mesh.name(port) : draft.port.id);
    QString where = port.isValid() ? mesh.port(port).type : Text::tr("not in the mesh any more");
    if (port.isValid() && !mesh.datasetsOf(port).empty())
        where += (where.isEmpty() ? QString() : u", "_s) + mesh.name(mesh.datasetsOf(port).front());
    return {draft.port, title, where, isChosen};
}

AccessRequest draftOf(const Mesh &mesh, NodeId port)
{
    AccessRequest draft;
    draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces); // its own from the start: kept twice is kept once
    draft.port = mesh.address(port);
    draft.product = mesh.address(mesh.productOf(port));
    draft.endpoint = draft.port.endpoint;
    draft.from = QDate::currentDate();
    const QList<Column> columns = columnsOf(mesh, port);
    if (std::none_of(columns.cbegin(), columns.cend(), isSensitive))
        return draft;
    for (const Column &column : columns) {
        if (!isSensitive(column))
            draft.columns.append(column.path);
    }
    return draft;
}

QString termsOf(const Mesh &mesh, const AccessRequest &draft)
{
    const NodeId port = mesh.find(draft.port);
    const auto contracts = port.isValid() ? mesh.contractsOf(port) : std::span<const NodeId>();
    if (contracts.empty())
        return {};
    const Contract &contract = mesh.contract(contracts.front());
    const QString allowed = contract.usage.isEmpty() ? contract.purpose : contract.usage;
    QStringList lines;
    if (!allowed.isEmpty())
        lines.append(Text::tr("The contract allows: %1").arg(allowed.simplified()));
    if (!contract.limitations.isEmpty())
        lines.append(Text::tr("The contract limits: %1").arg(contract.limitations.simplified()));
    return lines.join(u'\n');
}

QString deciderOf(const Mesh &mesh, const AccessRequest &draft)
{
    const NodeId product = mesh.find(draft.product);
    QStringList deciders;
    for (const PartyRole &role : product.isValid() ? mesh.entity(product).owners : QList<PartyRole>()) {
        if (role.role.contains(u"owner"_s, Qt::CaseInsensitive))
            deciders.append(role.name);
    }
    return deciders.isEmpty() ? Text::tr("No owner is named: who decides is not known")
                              : Text::tr("%1 decides.").arg(deciders.join(u", "_s));
}

} // namespace meshscope
