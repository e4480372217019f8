#include "models/items/cellmodel.h"
#include "ui/product/parts.h"
#include "ui/product/sections.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {

void addServers(const Contract &contract, SectionHub &hub, QVBoxLayout *column)
{
    if (contract.servers.isEmpty())
        return;
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(SectionHub::tr("Servers"), numberText(contract.servers.size())));
    QList<CellModel::Row> rows;
    for (const Server &server : contract.servers) {
        QStringList settings;
        for (const Property &p : server.settings)
            settings << SectionHub::tr("%1 = %2").arg(p.name, p.value);
        rows << CellModel::Row{
            {},
            {Cell{.text = server.name, .strong = true}, Cell{.text = server.type},
             Cell{.text = server.environment, .muted = true},
             Cell{.text = settings.join(QStringLiteral(", ")), .tip = settings.join(u'\n'), .mono = true}}};
    }
    auto *model = new CellModel({{SectionHub::tr("Server")},
                                 {SectionHub::tr("Type")},
                                 {SectionHub::tr("Environment")},
                                 {SectionHub::tr("Reached by")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, QStringLiteral("servers"), 8);
    table->setStretched(3);
    column->addWidget(table);
}

void addRoles(const Contract &contract, SectionHub &hub, QVBoxLayout *column)
{
    if (contract.roles.isEmpty())
        return;
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(SectionHub::tr("Roles"), SectionHub::tr("what a consumer can ask for")));
    QList<CellModel::Row> rows;
    for (const ContractRole &role : contract.roles)
        rows << CellModel::Row{{},
                               {Cell{.text = role.name, .strong = true}, Cell{.text = role.access},
                                Cell{.text = role.approvers.join(QStringLiteral(", "))},
                                Cell{.text = role.description, .muted = true}}};
    auto *model = new CellModel({{SectionHub::tr("Role")},
                                 {SectionHub::tr("Access")},
                                 {SectionHub::tr("Approved by")},
                                 {SectionHub::tr("Description")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, QStringLiteral("roles"), 8);
    table->setStretched(3);
    column->addWidget(table);
}

void addProperties(FactGrid *grid, const QString &title, const QList<Property> &properties)
{
    for (const Property &p : properties)
        grid->add(p.name.isEmpty() ? title : SectionHub::tr("%1, %2").arg(title, p.name), p.value);
}

} // namespace

QWidget *makeContractText(const Subject &subject, NodeId n, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    const Contract &contract = mesh.contract(n);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto *head = new SectionHead((mesh.name(n) + u' ' + contract.version).trimmed(),
                                 (contract.standard + u' ' + contract.standardVersion).trimmed());
    if (n != subject.node) {
        auto *open = new LinkLabel(SectionHub::tr("Open"));
        QObject::connect(open, &LinkLabel::opened, &hub,
                         [&hub, address = mesh.address(n).toString()](bool newWindow) { hub.open(address, newWindow); });
        head->addAction(open);
    }
    column->addWidget(head);
    auto *grid = new FactGrid(nullptr, 128);
    grid->add(SectionHub::tr("Status"), contract.lifecycle);
    grid->add(SectionHub::tr("Purpose"), contract.purpose.isEmpty() ? contract.description : contract.purpose);
    grid->add(SectionHub::tr("Limits"), contract.limitations);
    grid->add(SectionHub::tr("Usage"), contract.usage);
    addProperties(grid, SectionHub::tr("Price"), contract.price);
    addProperties(grid, SectionHub::tr("Terms of use"), contract.termsOfUse);
    addProperties(grid, SectionHub::tr("Support"), contract.support);
    if (n != subject.node) {
        for (const Property &p : contract.properties)
            grid->add(p.name, p.value);
    }
    if (grid->isEmpty()) {
        delete grid;
        column->addWidget(
            makeQuietNote(SectionHub::tr("The contract has a schema, but no words: neither purpose nor limits.")));
    } else {
        column->addWidget(grid);
    }
    addServers(contract, hub, column);
    addRoles(contract, hub, column);
    const auto datasets = mesh.datasetsOf(n);
    if (!datasets.empty() && n != subject.node) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("Schema objects"), numberText(qint64(datasets.size()))));
        column->addWidget(makeThingTable(subject, {datasets.begin(), datasets.end()}, hub, QStringLiteral("objects"), 8));
    }
    return part;
}

QWidget *makeContractSection(const Subject &subject, SectionHub &hub)
{
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const QList<NodeId> contracts = subject.contracts();
    if (contracts.isEmpty()) {
        column->addWidget(new SectionHead(SectionHub::tr("Contract"), SectionHub::tr("none")));
        column->addWidget(makeQuietNote(SectionHub::tr("No output port of this product names a data contract that is known "
                                                       "here. Its owner can add one (ODCS) and name it at the port.")));
    }
    bool isFirst = true;
    for (const NodeId n : contracts) {
        if (!isFirst) {
            column->addSpacing(px(12));
            column->addWidget(makeLine(Qt::Horizontal));
            column->addSpacing(px(4));
        }
        isFirst = false;
        column->addWidget(makeContractText(subject, n, hub));
    }
    column->addStretch(1);
    return section;
}

QWidget *makeUsageSection(const Subject &subject, SectionHub &hub)
{
    Q_UNUSED(hub)
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const Mesh &mesh = subject.mesh();
    column->addWidget(new SectionHead(SectionHub::tr("How it may be used")));
    auto *grid = new FactGrid(nullptr, 128);
    if (mesh.kind(subject.node) == Kind::Product) {
        const DataProduct &product = mesh.product(subject.node);
        grid->add(SectionHub::tr("Purpose"), product.purpose);
        grid->add(SectionHub::tr("Limits"), product.limitations);
        grid->add(SectionHub::tr("Usage"), product.usage);
        addProperties(grid, SectionHub::tr("Price"), product.price);
        addProperties(grid, SectionHub::tr("Terms of use"), product.termsOfUse);
        addProperties(grid, SectionHub::tr("Support"), product.support);
    }
    for (const NodeId n : subject.contracts()) {
        const Contract &contract = mesh.contract(n);
        const QString name = mesh.name(n);
        grid->add(SectionHub::tr("Usage, %1").arg(name), contract.usage);
        grid->add(SectionHub::tr("Limits, %1").arg(name), contract.limitations);
    }
    const bool isEmpty = grid->isEmpty();
    column->addWidget(grid);
    if (isEmpty)
        column->addWidget(makeQuietNote(SectionHub::tr("Neither the product nor its contracts say how it may be used.")));
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(SectionHub::tr("How often it is read"), SectionHub::tr("not offered")));
    QStringList kinds;
    for (const Fact &fact : mesh.facts(subject.node))
        kinds << mesh.endpoints()[fact.endpoint].name;
    kinds.removeDuplicates();
    column->addWidget(makeQuietNote(
        SectionHub::tr(
            "%1 holds documents, not query logs, so nothing is known about how often this is read. Who depends on "
            "it stands under Consumers.")
            .arg(kinds.join(QStringLiteral(", ")))));
    column->addStretch(1);
    return section;
}

} // namespace meshscope
