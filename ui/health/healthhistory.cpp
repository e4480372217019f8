#include "ui/health/healthhistory.h"

#include "models/items/leveltext.h"

namespace meshscope {

namespace {
bool isFreshnessKind(LevelKind kind)
{
    return kind == LevelKind::Freshness || kind == LevelKind::Latency || kind == LevelKind::Frequency;
}

std::optional<double> secondsLeft(const LevelState &state)
{
    if (!state.observed || !state.objective || state.objective->unit != u"s" || state.observed->quantity.unit != u"s")
        return {};
    return state.objective->value - state.observed->quantity.value;
}
} // namespace

Freshness freshnessOf(const ProductHealth &product)
{
    Freshness result;
    for (const LevelState &state : product.states) {
        if (!isFreshnessKind(state.kind))
            continue;
        const std::optional<double> left = secondsLeft(state);
        const int bad = badness(state.status);
        const int before = badness(result.status);
        if (bad > before || (bad == before && left.value_or(1e18) < result.left.value_or(1e18)))
            result = {state.status, &state, left};
    }
    return result;
}

DayOfProduct dayOf(const ProductHealth &product)
{
    DayOfProduct day;
    const auto small = [](int n) { return quint16(qMin(n, 0xffff)); };
    day.met = small(product.levels.met);
    day.atRisk = small(product.levels.atRisk);
    day.breached = small(product.levels.breached);
    day.unknown = small(product.levels.unknown);
    day.status = product.status;
    day.fresh = freshnessOf(product).status;
    for (const LevelState &state : product.states) {
        if (const std::optional<double> left = budgetLeft(state))
            day.budget = qMin(day.budget, float(*left));
    }
    return day;
}

HistoryPtr healthHistory(const MeshPtr &mesh, const QDateTime &asOf, int days, int points,
                         const std::function<bool()> &cancelled)
{
    auto history = std::make_shared<HealthHistory>();
    history->mesh = mesh;
    for (int i = 0; i < points; ++i) {
        if (cancelled())
            return {};
        const qint64 back = points > 1 ? qint64(days) * 86400 * (points - 1 - i) / (points - 1) : 0;
        const QDateTime at = asOf.addSecs(-back);
        const HealthPtr report = evaluateHealth(mesh, at);
        std::vector<DayOfProduct> day;
        day.reserve(size_t(report->products.size()));
        for (const ProductHealth &product : report->products)
            day.push_back(dayOf(product));
        history->days << at;
        history->products.push_back(std::move(day));
    }
    return history;
}

Decisions decisionsUntil(const Mesh &mesh, const std::function<bool(NodeId)> &isShown, const QDateTime &at, int days)
{
    Decisions result;
    const QDateTime from = at.addDays(-days);
    const QList<Agreement> &all = mesh.agreements();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QDateTime sent;
        QDateTime decided;
        for (const RequestEvent &event : all[i].events) {
            const bool isDecision = event.what == u"approved" || event.what == u"rejected" || event.what == u"granted";
            if (isDecision && (!decided.isValid() || event.at < decided))
                decided = event.at;
            if (!isDecision && (!sent.isValid() || event.at < sent) && event.what != u"draft" && event.what != u"drafted")
                sent = event.at;
        }
        if (!sent.isValid() || !decided.isValid() || decided > at || decided < from)
            continue;
        if (!isShown(mesh.findReference(mesh.agreementEndpoint(i), Kind::Product, all[i].product)))
            continue;
        ++result.decided;
        result.all << i;
        if (sent.secsTo(decided) <= 3 * 86400)
            ++result.inTime;
        else
            result.late << i;
    }
    return result;
}

} // namespace meshscope
