#include "models/items/cellmodel.h"
#include "models/items/leveltext.h"
#include "ui/product/levelspanel.h"
#include "ui/product/parts.h"
#include "ui/product/samplepanel.h"
#include "ui/product/sections.h"
#include "ui/product/sidecolumn.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// Two columns where there is room, one below the other where there is not.
class TwoColumns final : public QWidget {
public:
    TwoColumns(QWidget *main, QWidget *side)
        : m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
        , m_side(side)
        , m_line(makeLine(Qt::Vertical, this))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(0);
        m_layout->addWidget(main, 1);
        m_layout->addWidget(m_line);
        m_layout->addWidget(side);
        arrange();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        arrange();
    }

private:
    void arrange()
    {
        const bool isWide = width() >= px(900);
        m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_line->setVisible(isWide);
        if (isWide)
            m_side->setFixedWidth(qBound(px(320), width() / 3, px(400)));
        else {
            m_side->setMinimumWidth(0);
            m_side->setMaximumWidth(QWIDGETSIZE_MAX);
        }
    }
    QBoxLayout *m_layout;
    QWidget *m_side;
    QWidget *m_line;
};

void addDomain(const Subject &subject, SectionHub &hub, QVBoxLayout *column)
{
    const Mesh &mesh = subject.mesh();
    const DomainHealth *health = subject.snapshot.health ? subject.snapshot.health->domain(subject.node) : nullptr;
    LevelCounts all;
    if (health) {
        all.add(health->own);
        all.add(health->below);
    }
    column->addWidget(new SectionHead(SectionHub::tr("Service levels"), countsText(all)));
    if (health && all.total() > 0) {
        auto *bar = new StackedBar;
        bar->setCounts(all.met, all.atRisk, all.breached, all.unknown);
        QObject::connect(bar, &StackedBar::clicked, &hub, [&hub] { hub.open(QStringLiteral("section:products")); });
        column->addWidget(bar);
        column->addWidget(makeQuietNote(SectionHub::tr("Own products: %1. Products of sub-domains: %2.")
                                            .arg(countsText(health->own), countsText(health->below))));
    }
    const auto children = mesh.childDomains(subject.node);
    if (!children.empty()) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("Sub-domains"), numberText(qint64(children.size()))));
        column->addWidget(makeThingTable(subject, {children.begin(), children.end()}, hub, QStringLiteral("subDomains"), 8));
    }
    const auto own = mesh.productsOf(subject.node);
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(
        SectionHub::tr("Products"),
        SectionHub::tr("%1 of its own, %2 with those below").arg(own.size()).arg(mesh.productsBelow(subject.node).size())));
    if (own.empty())
        column->addWidget(makeQuietNote(SectionHub::tr("No product of its own.")));
    else
        column->addWidget(makeThingTable(subject, {own.begin(), own.end()}, hub, QStringLiteral("domainProducts"), 14));
}

void addJob(const Subject &subject, SectionHub &hub, QVBoxLayout *column)
{
    const Mesh &mesh = subject.mesh();
    const Job &job = mesh.job(subject.node);
    QList<NodeId> writes;
    QList<NodeId> reads;
    for (const NodeId dataset : mesh.nodes(Kind::Dataset)) {
        for (const NodeId target : mesh.downstream(dataset)) {
            const auto jobs = mesh.edgeJobs(dataset, target);
            if (std::find(jobs.begin(), jobs.end(), subject.node) == jobs.end())
                continue;
            if (!reads.contains(dataset))
                reads << dataset;
            if (!writes.contains(target))
                writes << target;
        }
        const auto makers = mesh.jobsOf(dataset);
        if (std::find(makers.begin(), makers.end(), subject.node) != makers.end() && !writes.contains(dataset))
            writes << dataset;
    }
    column->addWidget(new SectionHead(SectionHub::tr("The job"), job.integration));
    auto *grid = new FactGrid;
    grid->add(SectionHub::tr("Type"), job.type);
    grid->add(SectionHub::tr("Runs under"), job.parent);
    grid->add(SectionHub::tr("Last run"), job.lastRunAt.isValid()
                                              ? SectionHub::tr("%1, %2").arg(exactTime(job.lastRunAt), job.lastRunState)
                                              : SectionHub::tr("no run was seen"));
    grid->add(SectionHub::tr("Run id"), job.lastRunId);
    column->addWidget(grid);
    const auto list = [&](const QString &title, const QList<NodeId> &nodes, const QString &name) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(title, numberText(nodes.size())));
        if (nodes.isEmpty())
            column->addWidget(makeQuietNote(SectionHub::tr("none is known")));
        else
            column->addWidget(makeThingTable(subject, nodes, hub, name, 10));
    };
    list(SectionHub::tr("Reads"), reads, QStringLiteral("jobReads"));
    list(SectionHub::tr("Writes"), writes, QStringLiteral("jobWrites"));
    if (!job.sql.isEmpty()) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("SQL")));
        auto *sql = makeParagraph(job.sql);
        setTextRole(sql, TextRole::Mono);
        column->addWidget(sql);
    }
}

void addTerm(const Subject &subject, SectionHub &hub, QVBoxLayout *column)
{
    const Mesh &mesh = subject.mesh();
    const Term &term = mesh.term(subject.node);
    column->addWidget(new SectionHead(SectionHub::tr("Meaning")));
    auto *grid = new FactGrid;
    grid->add(SectionHub::tr("Definition"),
              term.description.isEmpty() ? SectionHub::tr("No text: only its address is given.") : term.description);
    if (!term.url.isEmpty()) {
        auto *link = new LinkLabel(term.url);
        QObject::connect(link, &LinkLabel::opened, &hub, [&hub, url = term.url] { hub.open(url); });
        grid->add(SectionHub::tr("Page"), link);
    }
    column->addWidget(grid);
    QList<NodeId> same;
    for (const NodeId other : mesh.nodes(Kind::Term)) {
        if (other != subject.node && mesh.name(other).compare(mesh.name(subject.node), Qt::CaseInsensitive) == 0)
            same << other;
    }
    if (!same.isEmpty()) {
        column->addSpacing(px(8));
        column->addWidget(
            new SectionHead(SectionHub::tr("The same word elsewhere"), SectionHub::tr("it means something else there")));
        column->addWidget(makeThingTable(subject, same, hub, QStringLiteral("polysemes"), 6));
    }
    const auto users = mesh.users(subject.node);
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(SectionHub::tr("Carried by"), numberText(qint64(users.size()))));
    if (users.empty())
        column->addWidget(makeQuietNote(SectionHub::tr("Nothing carries this term.")));
    else
        column->addWidget(makeThingTable(subject, {users.begin(), users.end()}, hub, QStringLiteral("termUsers"), 14));
}

void addParty(const Subject &subject, SectionHub &hub, QVBoxLayout *column)
{
    const Mesh &mesh = subject.mesh();
    const Party &party = mesh.party(subject.node);
    const QString endpoint = mesh.endpointOf(subject.node).name;
    column->addWidget(new SectionHead(party.isTeam ? SectionHub::tr("The team") : SectionHub::tr("The person")));
    auto *grid = new FactGrid;
    if (!party.email.isEmpty()) {
        auto *mail = new LinkLabel(party.email);
        QObject::connect(mail, &LinkLabel::opened, &hub,
                         [&hub, to = party.email] { hub.open(QStringLiteral("mailto:") + to); });
        grid->add(SectionHub::tr("E-mail"), mail);
    }
    QStringList teams;
    for (const NodeId other : mesh.nodes(Kind::Party)) {
        if (mesh.party(other).members.contains(party.id) && mesh.endpointOf(other).name == endpoint)
            teams << mesh.name(other);
    }
    grid->add(SectionHub::tr("Teams"), teams.join(QStringLiteral(", ")));
    column->addWidget(grid);
    if (grid->isEmpty())
        column->addWidget(makeQuietNote(SectionHub::tr("Only the name is known.")));
    QList<NodeId> members;
    for (const QString &id : party.members) {
        const NodeId n = mesh.findReference(endpoint, Kind::Party, id);
        if (n.isValid())
            members << n;
    }
    if (!members.isEmpty()) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("Members"), numberText(members.size())));
        column->addWidget(makeThingTable(subject, members, hub, QStringLiteral("members"), 8));
    }
    const auto owns = mesh.users(subject.node);
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(SectionHub::tr("Owns or looks after"), numberText(qint64(owns.size()))));
    if (owns.empty())
        column->addWidget(makeQuietNote(SectionHub::tr("Nothing in this mesh names it as an owner.")));
    else
        column->addWidget(makeThingTable(subject, {owns.begin(), owns.end()}, hub, QStringLiteral("owns"), 14));
}

/// What a dataset is made of; the section has the search and the terms.
void addSchema(const Subject &subject, SectionHub &hub, QVBoxLayout *column)
{
    const QList<Column> columns = subject.mesh().columns(subject.node);
    if (columns.isEmpty())
        return;
    const Address dataset = subject.mesh().address(subject.node);
    QList<CellModel::Row> rows;
    for (const Column &c : columns) {
        rows << CellModel::Row{
            Address{dataset.endpoint, Kind::Column, columnId(dataset.id, c.path)}.toString(),
            {Cell{.text = c.path, .iconName = c.primaryKey ? QStringLiteral("grant") : QString(), .mono = true},
             Cell{.text = c.physicalType.isEmpty() ? c.logicalType : c.physicalType},
             Cell{.text = c.classification, .chip = !c.classification.isEmpty()},
             Cell{.text = c.description.simplified(), .muted = true}}};
    }
    auto *head = new SectionHead(SectionHub::tr("Columns"), numberText(columns.size()));
    auto *more = new LinkLabel(SectionHub::tr("Search and terms"));
    setTextRole(more, TextRole::Small);
    QObject::connect(more, &LinkLabel::opened, &hub, [&hub] { hub.open(QStringLiteral("section:schema")); });
    head->addAction(more);
    column->addWidget(head);
    auto *model = new CellModel(
        {{SectionHub::tr("Column")}, {SectionHub::tr("Type")}, {SectionHub::tr("Class")}, {SectionHub::tr("Description")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, QStringLiteral("overviewColumns"), 8);
    table->setSortable(false);
    table->setStretched(3);
    column->addWidget(table);
    column->addSpacing(px(8));
}

void addColumn(const Subject &subject, QVBoxLayout *column)
{
    const Mesh &mesh = subject.mesh();
    column->addWidget(new SectionHead(SectionHub::tr("The column"), mesh.name(subject.node)));
    auto *grid = new FactGrid;
    for (const Column &c : mesh.columns(subject.node)) {
        if (c.path != subject.column)
            continue;
        grid->add(SectionHub::tr("Logical type"), c.logicalType);
        grid->add(SectionHub::tr("Physical type"), c.physicalType);
        if (c.nullable)
            grid->add(SectionHub::tr("May be empty"), *c.nullable ? SectionHub::tr("yes") : SectionHub::tr("no"));
        grid->add(SectionHub::tr("Key"), c.primaryKey ? SectionHub::tr("primary key") : QString());
        grid->add(SectionHub::tr("Class"), c.classification);
        grid->add(SectionHub::tr("Description"), c.description);
        grid->add(SectionHub::tr("Terms"), c.terms.join(QStringLiteral(", ")));
        grid->add(SectionHub::tr("Tags"), c.tags.join(QStringLiteral(", ")));
        for (const Property &p : c.properties)
            grid->add(p.name, p.value);
    }
    column->addWidget(grid);
    if (grid->isEmpty())
        column->addWidget(makeQuietNote(SectionHub::tr("The dataset has no column of this name any more.")));
}

} // namespace

QWidget *makeOverview(const Subject &subject, const SectionServices &services)
{
    auto *main = new QWidget;
    QVBoxLayout *column = sectionColumn(main);
    SectionHub &hub = services.hub;
    const Mesh &mesh = subject.mesh();
    const Kind kind = subject.kind();
    const auto levels = [&] { column->addWidget(new LevelsPanel(subject, hub, false)); };
    const auto sample = [&] {
        if (column->count() > 0)
            column->addSpacing(px(8));
        column->addWidget(new SamplePanel(subject, services.samples, hub, 6));
    };
    switch (kind) {
    case Kind::Product:
        levels();
        sample();
        break;
    case Kind::Dataset:
    case Kind::Port:
        if (!subject.levels().isEmpty()) {
            levels();
            column->addSpacing(px(8));
        }
        if (kind == Kind::Dataset)
            addSchema(subject, hub, column);
        sample();
        break;
    case Kind::Contract:
        column->addWidget(makeContractText(subject, subject.node, hub));
        if (!subject.levels().isEmpty()) {
            column->addSpacing(px(8));
            levels();
        }
        break;
    case Kind::Domain: addDomain(subject, hub, column); break;
    case Kind::Job: addJob(subject, hub, column); break;
    case Kind::Term: addTerm(subject, hub, column); break;
    case Kind::Party: addParty(subject, hub, column); break;
    case Kind::Column: addColumn(subject, column); break;
    case Kind::Request: break;
    }
    // The whole description: the head shows one line of it.
    if (mesh.entity(subject.node).description.size() > 100 && kind != Kind::Term && kind != Kind::Column) {
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("Description")));
        column->addWidget(makeParagraph(mesh.entity(subject.node).description));
    }
    if (QWidget *details = makeDetails(subject, hub)) {
        column->addSpacing(px(8));
        column->addWidget(details);
    }
    column->addStretch(1);
    auto *side = new SideColumn(subject, hub);
    if (side->isEmpty()) {
        delete side;
        return scrolled(main);
    }
    return scrolled(new TwoColumns(main, side));
}

} // namespace meshscope
