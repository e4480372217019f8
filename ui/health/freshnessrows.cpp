#include "models/items/leveltext.h"
#include "ui/health/healthlists.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

/// Speaks for the free function below.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HealthLists)
};

} // namespace

QList<CellModel::Row> freshnessRows(const HealthScope &scope, int most)
{
    const Mesh &mesh = scope.mesh();
    struct Item {
        const ProductHealth *product;
        Freshness fresh;
    };
    QList<Item> items;
    for (const ProductHealth *product : scope.products()) {
        const Freshness fresh = freshnessOf(*product);
        if (fresh.status != Status::NoPromise && fresh.left)
            items << Item{product, fresh};
    }
    const auto rank = [](const Item &item) {
        return item.fresh.status == Status::Breached ? 0 : item.fresh.status == Status::AtRisk ? 1 : 2;
    };
    std::stable_sort(items.begin(), items.end(), [&](const Item &a, const Item &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return *a.fresh.left < *b.fresh.left;
    });
    QList<CellModel::Row> rows;
    for (const Item &item : items.first(qMin<qsizetype>(most, items.size()))) {
        const LevelState &state = *item.fresh.state;
        const double left = *item.fresh.left;
        Cell name{.text = mesh.name(item.product->product), .detail = objectiveText(state), .strong = true};
        name.status = item.fresh.status;
        Cell bar{.text = {}};
        bar.status = item.fresh.status;
        bar.share = qBound(0.0, state.observed->quantity.value / qMax(1e-9, state.objective->value), 1.0);
        Cell words{.text = left < 0 ? Text::tr("%1 over").arg(spanText(qint64(-left)))
                                    : Text::tr("%1 left").arg(spanText(qint64(left)))};
        words.tip = state.why;
        if (left < 0)
            words.tone = Status::Breached;
        rows << CellModel::Row{mesh.address(item.product->product).toString(), {name, bar, words}};
    }
    return rows;
}

} // namespace meshscope
