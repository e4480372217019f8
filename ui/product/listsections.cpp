#include "models/items/cellmodel.h"
#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/product/parts.h"
#include "ui/product/sections.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {

QString byText(const Mesh &mesh, const Flow &flow)
{
    QString how;
    switch (flow.by) {
    case ProductFlow::By::Port: how = SectionHub::tr("by port"); break;
    case ProductFlow::By::Contract: how = SectionHub::tr("by contract"); break;
    case ProductFlow::By::Lineage: how = SectionHub::tr("by data lineage"); break;
    case ProductFlow::By::Agreement: how = SectionHub::tr("by agreement"); break;
    case ProductFlow::By::Declared: how = SectionHub::tr("declared"); break;
    }
    return flow.via.isValid() ? SectionHub::tr("%1, %2").arg(how, mesh.name(flow.via)) : how;
}

/// Products or datasets beside the subject, each with how it is known.
FitTable *flowTable(const Subject &subject, const QList<NodeId> &nodes, bool isUpstream, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    const bool byFlow = mesh.kind(subject.node) == Kind::Product;
    QList<CellModel::Row> rows;
    for (const NodeId n : nodes) {
        QStringList how;
        if (byFlow) {
            const auto flows = isUpstream ? mesh.flowsBetween(n, subject.node) : mesh.flowsBetween(subject.node, n);
            for (const Flow &flow : flows)
                how << byText(mesh, flow);
        } else {
            const auto jobs = isUpstream ? mesh.edgeJobs(n, subject.node) : mesh.edgeJobs(subject.node, n);
            for (const NodeId job : jobs)
                how << mesh.name(job);
        }
        const NamedCell named = namedCell(mesh, n);
        Cell status{.text = statusName(subject.status(n)), .muted = true};
        status.status = subject.status(n);
        status.sort = int(subject.status(n));
        rows << CellModel::Row{named.address,
                               {Cell{.text = named.name, .iconName = named.iconName, .hue = named.hue, .strong = true},
                                status, Cell{.text = domainPathText(mesh, n)},
                                Cell{.text = how.join(QStringLiteral("; ")), .muted = true}}};
    }
    auto *model = new CellModel({{SectionHub::tr("Name")},
                                 {SectionHub::tr("Levels")},
                                 {SectionHub::tr("Domain")},
                                 {byFlow ? SectionHub::tr("Known by") : SectionHub::tr("Made by")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, isUpstream ? QStringLiteral("upstream") : QStringLiteral("downstream"), 14);
    table->setStretched(3);
    return table;
}

} // namespace

QWidget *makePortsSection(const Subject &subject, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    for (const bool isOutput : {true, false}) {
        QList<CellModel::Row> rows;
        for (const NodeId n : mesh.portsOf(subject.node)) {
            const Port &port = mesh.port(n);
            if (port.output != isOutput)
                continue;
            QStringList datasets;
            for (const NodeId dataset : mesh.datasetsOf(n))
                datasets << mesh.name(dataset);
            Cell contract;
            const auto contracts = mesh.contractsOf(n);
            if (!contracts.empty()) {
                contract.text = mesh.name(contracts.front());
                contract.link = mesh.address(contracts.front()).toString();
            } else if (!port.contract.isEmpty()) {
                contract.text = SectionHub::tr("%1, not found").arg(port.contract);
                contract.iconName = QStringLiteral("warning");
                contract.tip = SectionHub::tr("The port names this contract, but no document with it was read.");
            } else {
                contract.text = SectionHub::tr("none");
                contract.muted = true;
            }
            QStringList where;
            for (const Property &p : port.server)
                where << SectionHub::tr("%1 = %2").arg(p.name, p.value);
            Cell status{.text = statusName(subject.status(n)), .muted = true};
            status.status = subject.status(n);
            status.sort = int(subject.status(n));
            rows << CellModel::Row{
                mesh.address(n).toString(),
                {Cell{.text = mesh.name(n),
                      .detail = port.version,
                      .iconName = iconOfKind(Kind::Port, isOutput),
                      .strong = true},
                 Cell{.text = port.type}, status, contract, Cell{.text = datasets.join(QStringLiteral(", "))},
                 Cell{.text = where.isEmpty() ? port.description.simplified() : where.join(QStringLiteral(", ")),
                      .tip = where.join(u'\n'),
                      .muted = true}}};
        }
        if (column->count() > 0)
            column->addSpacing(px(12));
        column->addWidget(new SectionHead(isOutput ? SectionHub::tr("Output ports") : SectionHub::tr("Input ports"),
                                          numberText(rows.size())));
        if (rows.isEmpty()) {
            column->addWidget(makeQuietNote(isOutput ? SectionHub::tr("It offers nothing by a port.")
                                                     : SectionHub::tr("It names no input port: where its data comes from "
                                                                      "is known from lineage only, if at all.")));
            continue;
        }
        auto *model = new CellModel({{SectionHub::tr("Port")},
                                     {SectionHub::tr("Type")},
                                     {SectionHub::tr("Levels")},
                                     {SectionHub::tr("Contract")},
                                     {SectionHub::tr("Datasets")},
                                     {SectionHub::tr("Where")}});
        model->setRows(std::move(rows));
        auto *table = makeTable(model, hub, isOutput ? QStringLiteral("outputPorts") : QStringLiteral("inputPorts"), 14);
        table->setStretched(5);
        column->addWidget(table);
    }
    column->addStretch(1);
    return section;
}

QWidget *makeLineageSection(const Subject &subject, SectionHub &hub)
{
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const auto part = [&](const QString &title, const QList<NodeId> &nodes, bool isUpstream, const QString &none) {
        auto *head = new SectionHead(title, SectionHub::tr("one step, %1").arg(numberText(nodes.size())));
        if (isUpstream) {
            auto *open = new LinkLabel(SectionHub::tr("Open the graph"));
            open->setIconName(QStringLiteral("lineage"));
            QObject::connect(open, &LinkLabel::opened, &hub, [&hub, address = subject.address()](bool newWindow) {
                hub.open(lineageLink(address), newWindow);
            });
            head->addAction(open);
        }
        column->addWidget(head);
        if (nodes.isEmpty())
            column->addWidget(makeQuietNote(none));
        else
            column->addWidget(flowTable(subject, nodes, isUpstream, hub));
        column->addSpacing(px(12));
    };
    part(SectionHub::tr("Upstream"), subject.upstream(), true, SectionHub::tr("Nothing is known to flow in."));
    part(SectionHub::tr("Downstream"), subject.downstream(), false, SectionHub::tr("Nothing is known to be made from it."));
    column->addStretch(1);
    return section;
}

QWidget *makeConsumersSection(const Subject &subject, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const QList<NodeId> products = subject.downstream();
    column->addWidget(new SectionHead(SectionHub::tr("Products made from it"), numberText(products.size())));
    if (products.isEmpty())
        column->addWidget(makeQuietNote(SectionHub::tr("No product is known to be made from it.")));
    else
        column->addWidget(flowTable(subject, products, false, hub));
    const QList<qsizetype> agreements = subject.agreements();
    column->addSpacing(px(12));
    column->addWidget(new SectionHead(SectionHub::tr("Agreements"), numberText(agreements.size())));
    if (agreements.isEmpty()) {
        column->addWidget(makeQuietNote(SectionHub::tr("Nobody has asked for access yet.")));
    } else {
        QList<CellModel::Row> rows;
        for (const qsizetype i : agreements) {
            const Agreement &a = mesh.agreements()[i];
            const QString endpoint = mesh.agreementEndpoint(i);
            QStringList who{a.consumerTeam, a.consumerUser, a.consumerProduct};
            who.removeAll(QString());
            const Address address{endpoint, Kind::Request, a.id};
            Cell until{.text =
                           a.until.isValid() ? QLocale().toString(a.until, QLocale::ShortFormat) : SectionHub::tr("no end")};
            until.sort = a.until.isValid() ? a.until.toJulianDay() : 0;
            rows << CellModel::Row{
                Location{QStringLiteral("access"), address.toString(), {}}.toString(),
                {Cell{.text = who.join(QStringLiteral(", ")), .iconName = QStringLiteral("grant"), .strong = true},
                 Cell{.text = a.port == QLatin1String("*") ? SectionHub::tr("every output port") : a.port},
                 Cell{.text = a.active ? SectionHub::tr("%1, active").arg(a.status) : a.status}, until,
                 Cell{.text = a.purpose.simplified(), .muted = true}}};
        }
        auto *model = new CellModel({{SectionHub::tr("Consumer")},
                                     {SectionHub::tr("Port")},
                                     {SectionHub::tr("Status")},
                                     {SectionHub::tr("Until")},
                                     {SectionHub::tr("Purpose")}});
        model->setRows(std::move(rows));
        auto *table = makeTable(model, hub, QStringLiteral("agreements"), 14);
        table->setStretched(4);
        column->addWidget(table);
    }
    column->addStretch(1);
    return section;
}

QWidget *makeVersionsSection(const Subject &subject, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    column->addWidget(new SectionHead(SectionHub::tr("Versions"), SectionHub::tr("as the documents name them now")));
    QList<CellModel::Row> rows;
    const auto row = [&](NodeId n, const QString &version, const QString &more) {
        const NamedCell named = namedCell(mesh, n);
        Cell text{.text = version.isEmpty() ? SectionHub::tr("not given") : version, .muted = version.isEmpty()};
        rows << CellModel::Row{named.address,
                               {Cell{.text = named.name, .iconName = named.iconName, .hue = named.hue, .strong = true},
                                Cell{.text = kindName(mesh.kind(n)), .muted = true}, text,
                                Cell{.text = mesh.entity(n).lifecycle}, Cell{.text = more, .muted = true}}};
    };
    if (mesh.kind(subject.node) == Kind::Product)
        row(subject.node, mesh.product(subject.node).version, {});
    for (const NodeId n : mesh.portsOf(subject.node))
        row(n, mesh.port(n).version, mesh.port(n).type);
    for (const NodeId n : subject.contracts()) {
        const Contract &contract = mesh.contract(n);
        row(n, contract.version, (contract.standard + u' ' + contract.standardVersion).trimmed());
    }
    auto *model = new CellModel({{SectionHub::tr("Name")},
                                 {SectionHub::tr("Kind")},
                                 {SectionHub::tr("Version")},
                                 {SectionHub::tr("Lifecycle")},
                                 {SectionHub::tr("Standard or type")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, QStringLiteral("versions"), 20);
    table->setStretched(4);
    column->addWidget(table);
    column->addWidget(makeQuietNote(SectionHub::tr("What differs from an earlier day stands under Changes.")));
    column->addStretch(1);
    return section;
}

QWidget *makeProductsSection(const Subject &subject, SectionHub &hub)
{
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const QList<NodeId> products = subject.mesh().productsBelow(subject.node);
    column->addWidget(new SectionHead(SectionHub::tr("Products"),
                                      SectionHub::tr("%1, with those of sub-domains").arg(numberText(products.size()))));
    if (products.isEmpty())
        column->addWidget(makeQuietNote(SectionHub::tr("No product lies in this domain or below it.")));
    else
        column->addWidget(makeThingTable(subject, products, hub, QStringLiteral("productsBelow"), 24));
    column->addStretch(1);
    return section;
}

} // namespace meshscope
