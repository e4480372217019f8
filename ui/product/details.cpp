#include "models/items/cellmodel.h"
#include "ui/product/parts.h"
#include "ui/product/sections.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {

/// A field and what each endpoint says about it, where they do not agree.
QList<CellModel::Row> disagreements(const Subject &subject)
{
    const Mesh &mesh = subject.mesh();
    const auto facts = mesh.facts(subject.node);
    const Kind kind = mesh.kind(subject.node);
    QList<CellModel::Row> rows;
    if (facts.size() < 2)
        return rows;
    struct Field {
        QString name;
        std::function<QString(const Entity &)> read;
    };
    const QList<Field> fields{
        {SectionHub::tr("Name"), [](const Entity &e) { return e.name; }},
        {SectionHub::tr("Description"), [](const Entity &e) { return e.description; }},
        {SectionHub::tr("Domain"), [](const Entity &e) { return e.domain; }},
        {SectionHub::tr("Lifecycle"), [](const Entity &e) { return e.lifecycle; }},
        {SectionHub::tr("Certification"), [](const Entity &e) { return e.certification; }},
        {SectionHub::tr("Owner"),
         [](const Entity &e) {
             const PartyRole *owner = ownerOf(e);
             return !owner ? QString() : owner->name.isEmpty() ? owner->party : owner->name;
         }},
        {SectionHub::tr("Type"),
         [kind](const Entity &e) { return kind == Kind::Dataset ? static_cast<const Dataset &>(e).type : QString(); }},
        {SectionHub::tr("Rows"),
         [kind](const Entity &e) {
             if (kind != Kind::Dataset)
                 return QString();
             const auto &count = static_cast<const Dataset &>(e).rowCount;
             return count ? numberText(*count) : QString();
         }},
        {SectionHub::tr("Tags"), [](const Entity &e) { return e.tags.join(QStringLiteral(", ")); }},
    };
    for (const Field &field : fields) {
        QStringList values;
        for (const Fact &fact : facts) {
            const QString value = field.read(mesh.entity(kind, fact)).simplified();
            if (!value.isEmpty() && !values.contains(value))
                values << value;
        }
        if (values.size() < 2)
            continue;
        bool isFirst = true;
        for (const Fact &fact : facts) {
            const QString value = field.read(mesh.entity(kind, fact)).simplified();
            if (value.isEmpty())
                continue;
            const EndpointFacts &endpoint = mesh.endpoints()[fact.endpoint];
            rows << CellModel::Row{
                {},
                {Cell{.text = isFirst ? field.name : QString(), .strong = true}, Cell{.text = value},
                 Cell{.text = endpoint.name, .detail = isFirst ? SectionHub::tr("shown") : QString()},
                 Cell{.text = ageText(endpoint.readAt), .tip = exactTime(endpoint.readAt), .muted = true}}};
            isFirst = false;
        }
    }
    return rows;
}

QWidget *chipRow(const QStringList &words)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row, px(6));
    for (const QString &word : words)
        flow->addWidget(new Chip(word.simplified()));
    return row;
}

/// A channel a line. What is known of a channel beside its address has its name with a word behind: "#orders tool".
void addSupport(const QList<Property> &support, FactGrid &grid)
{
    QStringList lines;
    for (qsizetype i = 0; i < support.size();) {
        const Property &channel = support[i];
        QStringList more;
        for (++i; i < support.size() && support[i].name.startsWith(channel.name + u' '); ++i)
            more << support[i].value;
        const QString line = SectionHub::tr("%1: %2").arg(channel.name, channel.value);
        lines << (more.isEmpty() ? line : SectionHub::tr("%1 (%2)").arg(line, more.join(QStringLiteral(", "))));
    }
    grid.add(SectionHub::tr("Support"), lines.join(u'\n'));
}

} // namespace

QWidget *makeDetails(const Subject &subject, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    const Entity &entity = mesh.entity(subject.node);
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto *grid = new FactGrid(nullptr, 128);
    if (!entity.tags.isEmpty())
        grid->add(SectionHub::tr("Tags"), chipRow(entity.tags));
    QStringList people;
    for (const PartyRole &role : entity.owners) {
        const QString name = partyName(mesh, mesh.endpointOf(subject.node).name, role);
        people << (role.role.isEmpty() ? name : SectionHub::tr("%1 (%2)").arg(name, role.role));
    }
    grid->add(SectionHub::tr("People"), people.join(QStringLiteral(", ")));
    if (mesh.kind(subject.node) == Kind::Product) {
        addSupport(mesh.product(subject.node).support, *grid);
    }
    if (mesh.kind(subject.node) == Kind::Port) {
        for (const Property &p : mesh.port(subject.node).server)
            grid->add(p.name, p.value);
    }
    if (mesh.kind(subject.node) == Kind::Dataset) {
        const Dataset &dataset = mesh.dataset(subject.node);
        grid->add(SectionHub::tr("Platform"), dataset.platform);
        grid->add(SectionHub::tr("Namespace"), dataset.ns);
        grid->add(SectionHub::tr("Rows"), dataset.rowCount ? numberText(*dataset.rowCount) : QString());
        grid->add(SectionHub::tr("Size"),
                  dataset.byteCount ? formatQuantity({double(*dataset.byteCount), QStringLiteral("bytes"), {}}) : QString());
        grid->add(SectionHub::tr("State"), dataset.dropped ? SectionHub::tr("dropped by its last run") : QString());
    }
    for (const Property &p : entity.properties) {
        if (p.name != QLatin1String("meshscope:staleSince"))
            grid->add(p.name, p.value);
    }
    QStringList aliases;
    for (const Address &alias : mesh.aliases(subject.node))
        aliases << alias.toString();
    grid->add(SectionHub::tr("Also known as"), aliases.join(u'\n'));
    bool any = !grid->isEmpty();
    if (any) {
        column->addWidget(new SectionHead(SectionHub::tr("Details")));
        column->addWidget(grid);
    } else {
        delete grid;
    }
    if (QList<CellModel::Row> rows = disagreements(subject); !rows.isEmpty()) {
        any = true;
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("Sources disagree"),
                                          SectionHub::tr("each endpoint in its own words; the first one is shown")));
        auto *model = new CellModel(
            {{SectionHub::tr("Field")}, {SectionHub::tr("Says")}, {SectionHub::tr("Endpoint")}, {SectionHub::tr("Read")}});
        model->setRows(std::move(rows));
        auto *table = makeTable(model, hub, QStringLiteral("disagreements"));
        table->setSortable(false);
        table->setStretched(1);
        column->addWidget(table);
    }
    if (const QList<Dangling> dangling = subject.dangling(); !dangling.isEmpty()) {
        any = true;
        column->addSpacing(px(8));
        column->addWidget(new SectionHead(SectionHub::tr("References that lead nowhere"), numberText(dangling.size())));
        QList<CellModel::Row> rows;
        for (const Dangling &d : dangling)
            rows << CellModel::Row{mesh.address(d.from).toString(),
                                   {Cell{.text = d.id, .iconName = QStringLiteral("warning"), .mono = true},
                                    Cell{.text = kindName(d.kind)}, Cell{.text = d.role, .muted = true},
                                    Cell{.text = mesh.name(d.from)}}};
        auto *model = new CellModel({{SectionHub::tr("Names")},
                                     {SectionHub::tr("Should be a")},
                                     {SectionHub::tr("As")},
                                     {SectionHub::tr("Said by")}});
        model->setRows(std::move(rows));
        auto *table = makeTable(model, hub, QStringLiteral("danglingTable"), 8);
        table->setStretched(0);
        column->addWidget(table);
    }
    if (!any) {
        delete details;
        return nullptr;
    }
    return details;
}

} // namespace meshscope
