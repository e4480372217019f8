#include "ui/health/healthlists.h"

#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/page.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace meshscope {

namespace {

/// Speaks for the free functions below.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HealthLists)
};

constexpr std::array words{"attention",  "products",       "all-met",         "at-risk",        "breached", "unknown",
                           "no-promise", "fresh",          "freshness",       "owned",          "unowned",  "levels",
                           "levels-met", "levels-at-risk", "levels-breached", "levels-unknown", "decided",  "in-time"};
static_assert(words.size() == size_t(HealthList::InTime) + 1);

QString pathText(const Mesh &mesh, NodeId product)
{
    const NodeId domain = mesh.domainOf(product);
    return domain.isValid() ? mesh.domainPath(domain).join(QStringLiteral(" › ")) : QString();
}

QString ownerName(const Mesh &mesh, NodeId product)
{
    const Entity &entity = mesh.entity(product);
    const PartyRole *best = nullptr;
    for (const PartyRole &role : entity.owners) {
        if (!best || (role.role == u"owner" && best->role != u"owner"))
            best = &role;
    }
    if (!best)
        return {};
    if (!best->name.isEmpty())
        return best->name;
    const NodeId party = mesh.findReference(mesh.endpointOf(product).name, Kind::Party, best->party);
    return party.isValid() ? mesh.name(party) : best->party;
}

std::optional<double> leastBudget(const ProductHealth &product)
{
    std::optional<double> least;
    for (const LevelState &state : product.states) {
        if (const std::optional<double> left = budgetLeft(state))
            least = qMin(least.value_or(*left), *left);
    }
    return least;
}

Cell productCell(const Mesh &mesh, const ProductHealth &product)
{
    Cell cell{.text = mesh.name(product.product), .strong = true};
    cell.status = product.status;
    return cell;
}

Cell domainCell(const Mesh &mesh, NodeId product)
{
    return Cell{.text = pathText(mesh, product), .hue = topDomainAddress(mesh, product)};
}

/// How many steps upstream a product lies, breadth first; 0 when it does not.
int stepsUp(const Mesh &mesh, NodeId from, NodeId to)
{
    QList<NodeId> ring{from};
    QSet<NodeId> seen{from};
    for (int step = 1; !ring.isEmpty() && step < 32; ++step) {
        QList<NodeId> next;
        for (const NodeId n : std::as_const(ring)) {
            for (const NodeId up : mesh.productsUpstream(n)) {
                if (up == to)
                    return step;
                if (!seen.contains(up)) {
                    seen << up;
                    next << up;
                }
            }
        }
        ring = next;
    }
    return 0;
}

Cell causeCell(const Mesh &mesh, const ProductHealth &product)
{
    if (product.causes.isEmpty()) {
        const LevelState *worst = worstLevel(product.states);
        return Cell{.text = worst ? worst->why : QString(), .tip = worst ? worst->why : QString()};
    }
    const NodeId cause = product.causes.first();
    const int steps = stepsUp(mesh, product.product, cause);
    Cell cell{.text = Text::tr("%1, %Ln step(s) upstream", nullptr, steps).arg(mesh.name(cause)),
              .link = mesh.address(cause).toString(),
              .iconName = QStringLiteral("lineage")};
    return cell;
}

HealthTable attention(const HealthScope &scope)
{
    const Mesh &mesh = scope.mesh();
    HealthTable table;
    table.title = Text::tr("Products that need attention");
    table.heads = {{Text::tr("Product")}, {Text::tr("Domain")},    {Text::tr("Levels met"), true},
                   {Text::tr("Not met")}, {Text::tr("For"), true}, {Text::tr("Budget left"), true},
                   {Text::tr("Cause")},   {Text::tr("Owner")},     {Text::tr("Affects"), true}};
    table.stretched = 6;
    struct Item {
        const ProductHealth *product;
        double budget;
    };
    QList<Item> items;
    int breached = 0;
    int atRisk = 0;
    const QList<const ProductHealth *> all = scope.products();
    for (const ProductHealth *product : all) {
        if (product->status != Status::Breached && product->status != Status::AtRisk)
            continue;
        (product->status == Status::Breached ? breached : atRisk) += 1;
        if (scope.ownCausesOnly && !product->causes.isEmpty())
            continue;
        items << Item{product, leastBudget(*product).value_or(2)};
    }
    std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) {
        const bool aBad = a.product->status == Status::Breached;
        const bool bBad = b.product->status == Status::Breached;
        return aBad != bBad ? aBad : a.budget < b.budget;
    });
    for (const Item &item : items) {
        const ProductHealth &product = *item.product;
        QStringList bad;
        QDateTime since;
        for (const LevelState &state : product.states) {
            if (state.status != Status::Breached && state.status != Status::AtRisk)
                continue;
            bad << levelTitle(state.level->property);
            if (state.since.isValid() && (!since.isValid() || state.since < since))
                since = state.since;
        }
        Cell met{.text = Text::tr("%1 of %2").arg(product.levels.met).arg(product.levels.total())};
        met.sort = double(product.levels.met) / qMax(1, product.levels.total());
        Cell lasts{.text = since.isValid() ? spanText(since.secsTo(scope.health->asOf)) : QString()};
        lasts.sort = since.isValid() ? since.secsTo(scope.health->asOf) : qint64(0);
        lasts.tip = exactTime(since);
        Cell budget{.text = item.budget < 2 ? shareText(item.budget) : QStringLiteral("–")};
        budget.sort = item.budget;
        const qsizetype affected = qsizetype(mesh.productsDownstream(product.product).size());
        const QString address = mesh.address(product.product).toString();
        Location consumers{QStringLiteral("product"), address, {}};
        consumers.add("section", QStringLiteral("consumers"));
        Cell affects{.text = affected > 0 ? Text::tr("%Ln product(s)", nullptr, int(affected)) : Text::tr("none"),
                     .link = affected > 0 ? consumers.toString() : QString(),
                     .muted = affected == 0};
        affects.sort = affected;
        const QString owner = ownerName(mesh, product.product);
        table.rows << CellModel::Row{address,
                                     {productCell(mesh, product), domainCell(mesh, product.product), met,
                                      Cell{.text = bad.join(QStringLiteral(", "))}, lasts, budget, causeCell(mesh, product),
                                      Cell{.text = owner.isEmpty() ? Text::tr("nobody") : owner, .muted = owner.isEmpty()},
                                      affects}};
    }
    table.context = Text::tr("%1 breached and %2 at risk of %3, worst first, each with its cause")
                        .arg(breached)
                        .arg(atRisk)
                        .arg(all.size());
    return table;
}

bool isIn(HealthList list, const Mesh &mesh, const ProductHealth &product)
{
    const Freshness fresh = list == HealthList::Fresh || list == HealthList::Freshness ? freshnessOf(product) : Freshness();
    switch (list) {
    case HealthList::AllMet: return product.status == Status::Met;
    case HealthList::AtRisk: return product.status == Status::AtRisk;
    case HealthList::Breached: return product.status == Status::Breached;
    case HealthList::Unknown: return product.status == Status::Unknown;
    case HealthList::NoPromise: return product.status == Status::NoPromise;
    case HealthList::Fresh: return fresh.status == Status::Met || fresh.status == Status::AtRisk;
    case HealthList::Freshness: return fresh.status != Status::NoPromise;
    case HealthList::Owned: return hasOwner(mesh, product.product);
    case HealthList::Unowned: return !hasOwner(mesh, product.product);
    default: return true;
    }
}

QString titleOf(HealthList list)
{
    switch (list) {
    case HealthList::AllMet: return Text::tr("Products with all levels met");
    case HealthList::AtRisk: return Text::tr("Products at risk");
    case HealthList::Breached: return Text::tr("Products breached");
    case HealthList::Unknown: return Text::tr("Products with unknown levels");
    case HealthList::NoPromise: return Text::tr("Products without a promise");
    case HealthList::Fresh: return Text::tr("Products fresh inside their objective");
    case HealthList::Freshness: return Text::tr("Freshness of products");
    case HealthList::Owned: return Text::tr("Products with an active owner");
    case HealthList::Unowned: return Text::tr("Products without an owner");
    case HealthList::Levels: return Text::tr("Service levels");
    case HealthList::LevelsMet: return Text::tr("Service levels met");
    case HealthList::LevelsAtRisk: return Text::tr("Service levels at risk");
    case HealthList::LevelsBreached: return Text::tr("Service levels breached");
    case HealthList::LevelsUnknown: return Text::tr("Service levels unknown");
    case HealthList::Decided: return Text::tr("Requests decided");
    case HealthList::InTime: return Text::tr("Requests decided in 3 days");
    default: return Text::tr("Products");
    }
}

HealthTable products(const HealthScope &scope, HealthList list, NodeId rowDomain)
{
    const Mesh &mesh = scope.mesh();
    HealthTable table;
    table.heads = {{Text::tr("Product")},           {Text::tr("Domain")},          {Text::tr("Levels met"), true},
                   {Text::tr("Budget left"), true}, {Text::tr("Freshness"), true}, {Text::tr("Owner")}};
    table.stretched = 5;
    for (const ProductHealth *product : scope.products()) {
        if (!isIn(list, mesh, *product) || (rowDomain.isValid() && !isBelow(mesh, product->product, rowDomain)))
            continue;
        const Freshness fresh = freshnessOf(*product);
        const std::optional<double> least = leastBudget(*product);
        Cell met{.text = product->levels.total() > 0
                             ? Text::tr("%1 of %2").arg(product->levels.met).arg(product->levels.total())
                             : Text::tr("no levels")};
        met.sort = product->levels.total() > 0 ? double(product->levels.met) / product->levels.total() : -1.0;
        Cell budget{.text = least ? shareText(*least) : QStringLiteral("–")};
        budget.sort = least.value_or(2);
        Cell late{.text = !fresh.left       ? QStringLiteral("–")
                          : *fresh.left < 0 ? Text::tr("%1 over").arg(spanText(qint64(-*fresh.left)))
                                            : Text::tr("%1 left").arg(spanText(qint64(*fresh.left)))};
        late.sort = fresh.left.value_or(1e18);
        if (fresh.left && *fresh.left < 0)
            late.tone = Status::Breached;
        const QString owner = ownerName(mesh, product->product);
        table.rows << CellModel::Row{mesh.address(product->product).toString(),
                                     {productCell(mesh, *product), domainCell(mesh, product->product), met, budget, late,
                                      Cell{.text = owner.isEmpty() ? Text::tr("nobody") : owner, .muted = owner.isEmpty()}}};
    }
    table.context = Text::tr("%Ln product(s)", nullptr, int(table.rows.size()));
    return table;
}

HealthTable levels(const HealthScope &scope, HealthList list, NodeId rowDomain)
{
    const Mesh &mesh = scope.mesh();
    const bool isNarrowed = list != HealthList::Levels;
    const Status wanted = list == HealthList::LevelsMet        ? Status::Met
                          : list == HealthList::LevelsAtRisk   ? Status::AtRisk
                          : list == HealthList::LevelsBreached ? Status::Breached
                                                               : Status::Unknown;
    HealthTable table;
    table.heads = {
        {Text::tr("Level")},          {Text::tr("Product")},           {Text::tr("Domain")}, {Text::tr("Objective"), true},
        {Text::tr("Observed"), true}, {Text::tr("Budget left"), true}, {Text::tr("Why")}};
    table.stretched = 6;
    for (const ProductHealth *product : scope.products()) {
        if (rowDomain.isValid() && !isBelow(mesh, product->product, rowDomain))
            continue;
        for (const LevelState &state : product->states) {
            if (isNarrowed && state.status != wanted)
                continue;
            const QString address = mesh.address(product->product).toString();
            Location at{QStringLiteral("product"), address, {}};
            at.add("section", QStringLiteral("levels"));
            at.add("level", state.id);
            Cell name{.text = levelTitle(state.level->property), .detail = state.level->element, .strong = true};
            name.status = state.status;
            const std::optional<double> left = budgetLeft(state);
            Cell budget{.text = left ? shareText(*left) : QStringLiteral("–")};
            budget.sort = left.value_or(2);
            table.rows << CellModel::Row{at.toString(),
                                         {name, Cell{.text = mesh.name(product->product), .link = address},
                                          domainCell(mesh, product->product), Cell{.text = objectiveText(state)},
                                          Cell{.text = observedText(state)}, budget,
                                          Cell{.text = state.why, .tip = state.why, .muted = true}}};
        }
    }
    table.context = Text::tr("%Ln level(s)", nullptr, int(table.rows.size()));
    return table;
}

HealthTable requests(const HealthScope &scope, HealthList list)
{
    const Mesh &mesh = scope.mesh();
    const Decisions decisions = decisionsUntil(
        mesh, [&](NodeId n) { return scope.contains(n); }, scope.health->asOf, scope.days);
    HealthTable table;
    table.heads = {{Text::tr("Product")}, {Text::tr("Asked by")}, {Text::tr("Outcome")}, {Text::tr("Purpose")}};
    table.stretched = 3;
    for (const qsizetype i : decisions.all) {
        if (list == HealthList::InTime && decisions.late.contains(i))
            continue;
        const Agreement &a = mesh.agreements()[i];
        const NodeId product = mesh.findReference(mesh.agreementEndpoint(i), Kind::Product, a.product);
        const Address address{mesh.agreementEndpoint(i), Kind::Request, a.id};
        table.rows << CellModel::Row{Location{QStringLiteral("access"), address.toString(), {}}.toString(),
                                     {Cell{.text = product.isValid() ? mesh.name(product) : a.product,
                                           .iconName = QStringLiteral("grant"),
                                           .strong = true},
                                      Cell{.text = a.requestedBy.isEmpty() ? a.consumerTeam : a.requestedBy},
                                      Cell{.text = a.status}, Cell{.text = a.purpose.simplified(), .muted = true}}};
    }
    table.context = Text::tr("%Ln request(s)", nullptr, int(table.rows.size()));
    return table;
}

} // namespace

QString healthListWord(HealthList list)
{
    return QString::fromLatin1(words[size_t(list)]);
}

HealthList productsWith(Status status)
{
    switch (status) {
    case Status::Met: return HealthList::AllMet;
    case Status::AtRisk: return HealthList::AtRisk;
    case Status::Breached: return HealthList::Breached;
    case Status::Unknown: return HealthList::Unknown;
    case Status::NoPromise: break;
    }
    return HealthList::NoPromise;
}

HealthList healthListOf(QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<HealthList>(i);
    }
    return HealthList::Attention;
}

HealthTable healthTable(const HealthScope &scope, HealthList list, NodeId rowDomain)
{
    HealthTable table;
    switch (list) {
    case HealthList::Attention: return attention(scope);
    case HealthList::Levels:
    case HealthList::LevelsMet:
    case HealthList::LevelsAtRisk:
    case HealthList::LevelsBreached:
    case HealthList::LevelsUnknown: table = levels(scope, list, rowDomain); break;
    case HealthList::Decided:
    case HealthList::InTime: table = requests(scope, list); break;
    default: table = products(scope, list, rowDomain); break;
    }
    table.title = rowDomain.isValid() ? Text::tr("%1, %2").arg(titleOf(list), scope.mesh().name(rowDomain)) : titleOf(list);
    return table;
}

} // namespace meshscope
