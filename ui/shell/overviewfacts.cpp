#include "models/items/searchmodel.h"
#include "ui/shell/facts.h"

#include <QCoreApplication>
#include <QLocale>

namespace meshscope {

namespace {

/// Speaks for the free function below.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Facts)
};

} // namespace

Facts overviewOf(const Snapshot &snapshot)
{
    if (!snapshot.mesh || snapshot.mesh->nodeCount() == 0)
        return {};
    const Mesh &mesh = *snapshot.mesh;
    Facts facts;
    facts.kind = Kind::Domain;
    facts.name = Text::tr("The whole mesh");
    facts.context = {{Text::tr("%Ln endpoint(s)", nullptr, int(mesh.endpoints().size())),
                      Location{QStringLiteral("endpoints"), {}, {}}, false}};
    facts.description = Text::tr("Select something to see what it is, who owns it and how it stands.");
    if (snapshot.health)
        facts.counts = snapshot.health->totals();
    for (const Kind kind :
         {Kind::Product, Kind::Domain, Kind::Dataset, Kind::Contract, Kind::Term, Kind::Party, Kind::Job}) {
        const auto count = qsizetype(mesh.nodes(kind).size());
        if (count > 0)
            facts.rows << Facts::Row{
                kindName(kind, true), {{QLocale().toString(count), findLocation({}, kindWord(kind)), false}}, {}, false};
    }
    if (!snapshot.health)
        return facts;
    for (const Status status : {Status::Breached, Status::AtRisk, Status::Unknown}) {
        const auto count = std::count_if(snapshot.health->products.cbegin(), snapshot.health->products.cend(),
                                         [&](const ProductHealth &product) { return product.status == status; });
        Location list{QStringLiteral("health"), {}, {}};
        list.add("status", statusWord(status));
        if (count > 0)
            facts.rows << Facts::Row{
                statusName(status), {{Text::tr("%Ln product(s)", nullptr, int(count)), list, false}}, {}, false};
    }
    return facts;
}

} // namespace meshscope
