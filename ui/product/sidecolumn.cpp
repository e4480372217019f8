#include "ui/product/sidecolumn.h"

#include "models/items/cellmodel.h"
#include "models/items/searchmodel.h"
#include "ui/product/parts.h"
#include "ui/product/smalllineage.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {
constexpr int shownRows = 8;

/// A headless list: icon and name at the start, a figure or a sign at the end.
FitTable *makeList(QList<CellModel::Row> rows, SectionHub &hub, const QString &name)
{
    auto *model = new CellModel({{SideColumn::tr("Name")}, {QString(), true}});
    model->setRows(std::move(rows));
    FitTable *table = makeTable(model, hub, name, shownRows);
    table->setSortable(false);
    table->setHeadShown(false);
    table->setStretched(0);
    return table;
}
} // namespace

SideColumn::SideColumn(const Subject &subject, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_hub(hub)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("sideColumn"));
    m_column->setContentsMargins(px(16), px(16), px(16), px(16));
    m_column->setSpacing(px(6));
    addBelongs();
    addPorts();
    addContract();
    addLineage();
    addUsers();
    addJobs();
    m_column->addStretch(1);
}

void SideColumn::addPanel(const QString &title, const QString &note, const QString &link, QWidget *body)
{
    if (m_panels++ > 0)
        m_column->addSpacing(px(14));
    auto *head = new SectionHead(title);
    if (link.isEmpty()) {
        head->addAction(makeLabel(note, TextRole::Small, &Tokens::muted));
    } else {
        auto *more = new LinkLabel(note);
        setTextRole(more, TextRole::Small);
        connect(more, &LinkLabel::opened, this, [this, link](bool newWindow) { m_hub.open(link, newWindow); });
        head->addAction(more);
    }
    m_column->addWidget(head);
    m_column->addWidget(body);
}

void SideColumn::addBelongs()
{
    const Mesh &mesh = m_subject.mesh();
    const Kind kind = m_subject.kind();
    if (kind == Kind::Product || kind == Kind::Domain)
        return;
    QList<CellModel::Row> rows;
    const auto row = [&](NodeId n, const QString &what) {
        if (!n.isValid())
            return;
        const NamedCell named = namedCell(mesh, n);
        Cell sign;
        sign.status = m_subject.status(n);
        rows << CellModel::Row{
            named.address,
            {Cell{.text = named.name, .detail = what, .iconName = named.iconName, .hue = named.hue, .strong = true},
             *sign.status == Status::NoPromise ? Cell() : sign}};
    };
    row(mesh.productOf(m_subject.node), tr("product"));
    if (kind == Kind::Dataset || kind == Kind::Port) {
        for (const NodeId n : mesh.contractsOf(m_subject.node))
            row(n, tr("contract"));
    }
    if (kind == Kind::Column)
        row(m_subject.node, tr("dataset"));
    if (!rows.isEmpty())
        addPanel(tr("Belongs to"), {}, {}, makeList(std::move(rows), m_hub, QStringLiteral("sideBelongs")));
}

void SideColumn::addPorts()
{
    if (m_subject.kind() != Kind::Product)
        return;
    const Mesh &mesh = m_subject.mesh();
    QList<CellModel::Row> rows;
    int inputs = 0;
    int outputs = 0;
    for (const NodeId n : mesh.portsOf(m_subject.node)) {
        const Port &port = mesh.port(n);
        (port.output ? outputs : inputs) += 1;
        QStringList detail{port.type};
        for (const NodeId dataset : mesh.datasetsOf(n))
            detail << mesh.name(dataset);
        detail.removeAll(QString());
        Cell sign;
        sign.status = m_subject.status(n);
        if (port.output && *sign.status == Status::NoPromise)
            sign = Cell();
        // What an input brings is judged where it comes from.
        if (!port.output) {
            sign = Cell();
            for (const NodeId dataset : mesh.datasetsOf(n)) {
                const NodeId from = mesh.productOf(dataset);
                if (from.isValid() && m_subject.status(from) != Status::NoPromise)
                    sign.status = m_subject.status(from);
            }
        }
        rows << CellModel::Row{mesh.address(n).toString(),
                               {Cell{.text = mesh.name(n),
                                     .detail = detail.join(QStringLiteral(", ")),
                                     .iconName = iconOfKind(Kind::Port, port.output),
                                     .strong = true},
                                sign}};
    }
    if (rows.isEmpty()) {
        addPanel(tr("Ports"), tr("none"), {}, makeQuietNote(tr("The product names no input or output port.")));
        return;
    }
    addPanel(tr("Ports"), tr("%1 input, %2 output").arg(inputs).arg(outputs), QStringLiteral("section:ports"),
             makeList(std::move(rows), m_hub, QStringLiteral("sidePorts")));
}

void SideColumn::addContract()
{
    const Kind kind = m_subject.kind();
    if (kind != Kind::Product && kind != Kind::Port && kind != Kind::Dataset)
        return;
    const Mesh &mesh = m_subject.mesh();
    const QList<NodeId> contracts = m_subject.contracts();
    if (contracts.isEmpty()) {
        if (kind == Kind::Product)
            addPanel(tr("Contract"), tr("none"), {},
                     makeQuietNote(tr("No data contract: nothing says what may be relied on.")));
        return;
    }
    const NodeId n = contracts.first();
    const Contract &contract = mesh.contract(n);
    auto *grid = new FactGrid;
    auto *name = new LinkLabel(tr("%1 %2").arg(mesh.name(n), contract.version).trimmed());
    name->setIconName(QStringLiteral("contract"));
    connect(name, &LinkLabel::opened, this,
            [this, address = mesh.address(n).toString()](bool newWindow) { m_hub.open(address, newWindow); });
    grid->add((contract.standard + u' ' + contract.standardVersion).trimmed(), name);
    grid->add(tr("Purpose"), contract.purpose.left(240));
    grid->add(tr("Limits"), contract.limitations.left(240));
    grid->add(tr("Usage"), contract.usage.left(240));
    for (const ServiceLevel *level : mesh.serviceLevels(n)) {
        if (levelKind(level->property) == LevelKind::Retention)
            grid->add(tr("Retention"), (level->value + u' ' + level->unit).trimmed());
    }
    if (!contract.price.isEmpty())
        grid->add(tr("Price"), contract.price.first().value);
    addPanel(tr("Contract"),
             contracts.size() > 1 ? tr("%Ln contract(s)", nullptr, int(contracts.size())) : tr("Open the contract"),
             kind == Kind::Product ? QStringLiteral("section:contract") : mesh.address(n).toString(), grid);
}

void SideColumn::addLineage()
{
    const Kind kind = m_subject.kind();
    if (kind != Kind::Product && kind != Kind::Dataset)
        return;
    const qsizetype up = m_subject.upstream().size();
    const qsizetype down = m_subject.downstream().size();
    if (up + down == 0) {
        addPanel(
            tr("Lineage"), tr("none"), {},
            makeQuietNote(tr("Nothing is known to flow in or out of it. Ports, contracts, dbt and OpenLineage say so.")));
        return;
    }
    auto *body = new QWidget;
    auto *lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, px(4), 0, 0);
    lines->setSpacing(px(4));
    lines->addWidget(new SmallLineage(m_subject, m_hub));
    const qsizetype more =
        qMax<qsizetype>(0, up - SmallLineage::shownEachSide) + qMax<qsizetype>(0, down - SmallLineage::shownEachSide);
    if (more > 0) {
        auto *link = new LinkLabel(tr("%Ln more", nullptr, int(more)));
        setTextRole(link, TextRole::Small);
        connect(link, &LinkLabel::opened, this, [this] { m_hub.open(QStringLiteral("section:lineage")); });
        lines->addWidget(link, 0, Qt::AlignRight);
    }
    addPanel(tr("Lineage"), tr("%1 upstream, %2 downstream").arg(numberText(up), numberText(down)),
             lineageLink(m_subject.address()), body);
}

void SideColumn::addUsers()
{
    if (m_subject.kind() != Kind::Product)
        return;
    const Mesh &mesh = m_subject.mesh();
    QList<NodeId> users = m_subject.downstream();
    if (users.isEmpty())
        return;
    const auto reach = [&](NodeId n) { return mesh.productsDownstream(n).size(); };
    std::stable_sort(users.begin(), users.end(), [&](NodeId a, NodeId b) { return reach(a) > reach(b); });
    QList<CellModel::Row> rows;
    for (const NodeId n : users.first(qMin<qsizetype>(5, users.size()))) {
        const NamedCell named = namedCell(mesh, n);
        const int onward = int(reach(n));
        rows << CellModel::Row{
            named.address,
            {Cell{.text = named.name, .detail = domainPathText(mesh, n), .hue = named.hue, .strong = true},
             Cell{.text = onward > 0 ? tr("feeds %Ln more", nullptr, onward) : QString(), .muted = true}}};
    }
    addPanel(tr("Used by"), tr("%Ln product(s)", nullptr, int(users.size())), QStringLiteral("section:consumers"),
             makeList(std::move(rows), m_hub, QStringLiteral("sideUsers")));
}

void SideColumn::addJobs()
{
    const Mesh &mesh = m_subject.mesh();
    QList<NodeId> jobs;
    for (const NodeId dataset : m_subject.datasets()) {
        for (const NodeId job : mesh.jobsOf(dataset)) {
            if (!jobs.contains(job))
                jobs << job;
        }
    }
    if (jobs.isEmpty())
        return;
    QList<CellModel::Row> rows;
    for (const NodeId n : jobs) {
        const Job &job = mesh.job(n);
        const QString state = job.lastRunState.toLower();
        Cell run{.text = job.lastRunAt.isValid() ? ageText(job.lastRunAt) : tr("not run"), .muted = true};
        const bool isBad = state.contains(QLatin1String("fail")) || state.contains(QLatin1String("error")) ||
                           state.contains(QLatin1String("abort"));
        if (!state.isEmpty())
            run.status = isBad ? Status::Breached : Status::Met;
        run.tip = job.lastRunState;
        rows << CellModel::Row{
            mesh.address(n).toString(),
            {Cell{.text = mesh.name(n), .detail = job.integration, .iconName = QStringLiteral("job"), .strong = true}, run}};
    }
    const int count = int(rows.size());
    addPanel(tr("Made by"), tr("%Ln job(s)", nullptr, count), {},
             makeList(std::move(rows), m_hub, QStringLiteral("sideJobs")));
}

} // namespace meshscope
