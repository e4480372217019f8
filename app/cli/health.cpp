#include "app/cli/commandline.h"
#include "app/cli/entityjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QJsonObject levelsJson(const LevelCounts &counts)
{
    return {{u"met"_s, counts.met},
            {u"atRisk"_s, counts.atRisk},
            {u"breached"_s, counts.breached},
            {u"unknown"_s, counts.unknown}};
}

QJsonObject scoreJson(const LevelCounts &counts)
{
    const std::optional<double> value = score(counts);
    return {{u"value"_s, value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null)},
            {u"numerator"_s, counts.met},
            {u"denominator"_s, counts.total()},
            {u"formula"_s, u"met / all levels, unknown included"_s}};
}

QJsonObject domainJson(const Mesh &mesh, const DomainHealth &health)
{
    LevelCounts all = health.own;
    all.add(health.below);
    return {{u"address"_s, mesh.address(health.domain).toString()},
            {u"name"_s, mesh.name(health.domain)},
            {u"path"_s, array(mesh.domainPath(health.domain))},
            {u"products"_s, health.ownProducts + health.productsBelow},
            {u"levels"_s, levelsJson(all)},
            {u"score"_s, scoreJson(all)},
            {u"own"_s, QJsonObject{{u"products"_s, health.ownProducts}, {u"levels"_s, levelsJson(health.own)}}},
            {u"below"_s, QJsonObject{{u"products"_s, health.productsBelow}, {u"levels"_s, levelsJson(health.below)}}}};
}

QJsonObject productJson(const Mesh &mesh, const ProductHealth &health)
{
    QJsonArray cause;
    for (const NodeId n : health.causes)
        cause.append(mesh.address(n).toString());
    QJsonArray breaches;
    QJsonArray levels;
    for (const LevelState &state : health.states) {
        levels.append(levelJson(state));
        if (state.status == Status::Breached)
            breaches.append(QJsonObject{{u"level"_s, state.id},
                                        {u"property"_s, state.level->property},
                                        {u"since"_s, timeJson(state.since)},
                                        {u"why"_s, state.why},
                                        {u"cause"_s, cause}});
    }
    return {{u"address"_s, mesh.address(health.product).toString()},
            {u"name"_s, mesh.name(health.product)},
            {u"domain"_s, array(mesh.domainPath(health.product))},
            {u"state"_s, statusWord(health.status)},
            {u"products"_s, 1},
            {u"levels"_s, levelsJson(health.levels)},
            {u"score"_s, scoreJson(health.levels)},
            {u"breaches"_s, breaches},
            {u"serviceLevels"_s, levels}};
}

bool isBelow(const Mesh &mesh, NodeId domain, NodeId top)
{
    // Bounded: the builder breaks cycles of parents, but a wrong one must not hang a script.
    for (int step = 0; domain.isValid() && step < 10'000; ++step) {
        if (domain == top)
            return true;
        domain = mesh.domainOf(domain);
    }
    return false;
}

QStringList healthRow(const QString &name, const QString &status, const LevelCounts &counts)
{
    return {name,
            status,
            QString::number(counts.met),
            QString::number(counts.atRisk),
            QString::number(counts.breached),
            QString::number(counts.unknown)};
}

Result<Answer> health(Call &call)
{
    QDateTime at = QDateTime::currentDateTimeUtc();
    QDateTime asOf;
    if (call.has(u"at"_s)) {
        const Result<QDateTime> moment = call.moment(call.value(u"at"_s), true);
        if (!moment)
            return Failure(moment.error());
        at = asOf = *moment;
    }
    const Result<MeshPtr> loaded = call.mesh(asOf);
    if (!loaded)
        return Failure(loaded.error());
    const Mesh &mesh = **loaded;
    NodeId domain;
    NodeId product;
    if (call.has(u"domain"_s)) {
        const Result<NodeId> found = mesh.resolve(call.value(u"domain"_s));
        if (!found)
            return Failure(found.error());
        if (mesh.kind(*found) != Kind::Domain)
            return usage(QCoreApplication::translate("meshscope::cli", "--domain takes a domain"), call.value(u"domain"_s));
        domain = *found;
    }
    if (call.has(u"product"_s)) {
        const Result<NodeId> found = mesh.resolve(call.value(u"product"_s));
        if (!found)
            return Failure(found.error());
        if (mesh.kind(*found) != Kind::Product)
            return usage(QCoreApplication::translate("meshscope::cli", "--product takes a data product"),
                         call.value(u"product"_s));
        product = *found;
    }
    const HealthPtr report = evaluateHealth(*loaded, at);
    QJsonArray domains;
    QJsonArray products;
    QList<QStringList> domainRows;
    QList<QStringList> productRows;
    for (const DomainHealth &item : report->domains) {
        if (product.isValid() || (domain.isValid() && !isBelow(mesh, item.domain, domain)))
            continue;
        domains.append(domainJson(mesh, item));
        LevelCounts all = item.own;
        all.add(item.below);
        domainRows.append(
            healthRow(mesh.domainPath(item.domain).join(u" › "_s), statusName(report->status(item.domain)), all));
    }
    for (const ProductHealth &item : report->products) {
        if ((product.isValid() && item.product != product) ||
            (domain.isValid() && !isBelow(mesh, mesh.domainOf(item.product), domain)))
            continue;
        products.append(productJson(mesh, item));
        productRows.append(healthRow(mesh.name(item.product), statusName(item.status), item.levels));
    }
    const QStringList head{
        QCoreApplication::translate("meshscope::cli", "name"),     QCoreApplication::translate("meshscope::cli", "status"),
        QCoreApplication::translate("meshscope::cli", "met"),      QCoreApplication::translate("meshscope::cli", "at risk"),
        QCoreApplication::translate("meshscope::cli", "breached"), QCoreApplication::translate("meshscope::cli", "unknown")};
    QString text = domainRows.isEmpty() ? QString() : table(head, domainRows) + u"\n\n"_s;
    text += table(head, productRows);
    return Answer{{{u"asOf"_s, timeJson(at)}, {u"domains"_s, domains}, {u"products"_s, products}}, text, Done, {}};
}

QString changeText(const Difference::Changed &changed)
{
    QStringList parts;
    for (const Difference::FieldChange &field : changed.fields)
        parts.append(field.field + u": "_s + field.before.simplified().left(60) + u" → "_s +
                     field.after.simplified().left(60) +
                     (field.breaking ? u' ' + QCoreApplication::translate("meshscope::cli", "(breaking)") : QString()));
    return parts.join(u"; "_s);
}

Result<Answer> diff(Call &call)
{
    if (call.positional().size() != 2)
        return usage(QCoreApplication::translate("meshscope::cli", "diff takes two moments: meshscope diff FROM TO"));
    const Result<QDateTime> from = call.moment(call.positional().at(0), false);
    const Result<QDateTime> to = call.moment(call.positional().at(1), true);
    if (!from || !to)
        return Failure(from ? to.error() : from.error());
    const Result<MeshPtr> loaded = call.mesh();
    if (!loaded)
        return Failure(loaded.error());
    const Mesh &mesh = **loaded;
    NodeId domain;
    if (call.has(u"domain"_s)) {
        const Result<NodeId> found = mesh.resolve(call.value(u"domain"_s));
        if (!found)
            return Failure(found.error());
        domain = *found;
    }
    const auto inside = [&](const Address &address) {
        if (!domain.isValid())
            return true;
        NodeId n = mesh.find(address);
        return n.isValid() && (n == domain || isBelow(mesh, mesh.domainOf(n), domain));
    };
    const Result<Difference> difference = (*call.services())->workspace->difference(*from, *to);
    if (!difference)
        return Failure(difference.error());
    QList<QStringList> rows;
    const auto things = [&](const QList<Difference::Thing> &list, const QString &word) {
        QJsonArray json;
        for (const Difference::Thing &thing : list) {
            if (!inside(thing.address))
                continue;
            json.append(QJsonObject{{u"address"_s, thing.address.toString()},
                                    {u"kind"_s, kindWord(thing.address.kind)},
                                    {u"name"_s, thing.name}});
            rows.append({word, kindWord(thing.address.kind), thing.name, thing.address.toString()});
        }
        return json;
    };
    const QJsonArray added = things(difference->added, QCoreApplication::translate("meshscope::cli", "added"));
    const QJsonArray removed = things(difference->removed, QCoreApplication::translate("meshscope::cli", "removed"));
    QJsonArray changed;
    for (const Difference::Changed &item : difference->changed) {
        if (!inside(item.thing.address))
            continue;
        QJsonArray fields;
        for (const Difference::FieldChange &field : item.fields)
            fields.append(QJsonObject{{u"field"_s, field.field},
                                      {u"before"_s, field.before},
                                      {u"after"_s, field.after},
                                      {u"breaking"_s, field.breaking}});
        changed.append(QJsonObject{{u"address"_s, item.thing.address.toString()},
                                   {u"kind"_s, kindWord(item.thing.address.kind)},
                                   {u"name"_s, item.thing.name},
                                   {u"fields"_s, fields}});
        rows.append({QCoreApplication::translate("meshscope::cli", "changed"), kindWord(item.thing.address.kind),
                     item.thing.name, changeText(item)});
    }
    return Answer{{{u"from"_s, timeJson(*from)},
                   {u"to"_s, timeJson(*to)},
                   {u"added"_s, added},
                   {u"removed"_s, removed},
                   {u"changed"_s, changed}},
                  rows.isEmpty() ? QCoreApplication::translate("meshscope::cli", "nothing changed") : table({}, rows),
                  Done,
                  {}};
}

} // namespace

std::vector<Command> healthCommands()
{
    return {
        {u"health"_s,
         u"health [--domain D] [--product P] [--at TIME]"_s,
         QCoreApplication::translate("meshscope::cli", "which service levels are kept"),
         {{u"domain"_s, QCoreApplication::translate("meshscope::cli", "Only this domain and those below."), u"domain"_s},
          {u"product"_s, QCoreApplication::translate("meshscope::cli", "Only this product."), u"product"_s},
          {u"at"_s, QCoreApplication::translate("meshscope::cli", "As the workspace knew it then."), u"time"_s}},
         health},
        {u"diff"_s,
         u"diff FROM TO [--domain D]"_s,
         QCoreApplication::translate("meshscope::cli", "what changed in the mesh between two dates"),
         {{u"domain"_s, QCoreApplication::translate("meshscope::cli", "Only this domain and those below."), u"domain"_s}},
         diff},
    };
}

} // namespace meshscope::cli
