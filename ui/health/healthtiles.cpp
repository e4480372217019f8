#include "models/items/leveltext.h"
#include "ui/health/healthpage.h"
#include "ui/health/tile.h"

#include <QLocale>

namespace meshscope {

namespace {

/// The fractions of one day of a history, narrowed to a scope.
struct DayFigures {
    int met = 0, levels = 0, allMet = 0, breached = 0, products = 0, fresh = 0, withFreshness = 0;
    void add(const DayOfProduct &day)
    {
        met += day.met;
        levels += day.met + day.atRisk + day.breached + day.unknown;
        products += 1;
        allMet += day.status == Status::Met ? 1 : 0;
        breached += day.status == Status::Breached ? 1 : 0;
        withFreshness += day.fresh != Status::NoPromise ? 1 : 0;
        fresh += day.fresh == Status::Met || day.fresh == Status::AtRisk ? 1 : 0;
    }
};

QList<DayFigures> figuresOf(const HealthHistory &history, const HealthScope &scope)
{
    std::vector<char> isShown;
    for (const ProductHealth &product : scope.health->products)
        isShown.push_back(scope.contains(product.product) ? 1 : 0);
    QList<DayFigures> result;
    for (const std::vector<DayOfProduct> &day : history.products) {
        DayFigures figures;
        for (size_t i = 0; i < day.size() && i < isShown.size(); ++i) {
            if (isShown[i])
                figures.add(day[i]);
        }
        result << figures;
    }
    return result;
}

double part(double some, double whole)
{
    return whole > 0 ? some / whole : 0;
}

} // namespace

void HealthPage::fillTiles()
{
    const HealthScope shown = scope();
    DayFigures now;
    int owned = 0;
    const QList<const ProductHealth *> products = shown.products();
    for (const ProductHealth *product : products) {
        now.add(dayOf(*product));
        owned += hasOwner(*m_snapshot.mesh, product->product) ? 1 : 0;
    }
    const Decisions decisions = decisionsUntil(
        *m_snapshot.mesh, [&](NodeId n) { return shown.contains(n); }, m_snapshot.health->asOf, m_days);
    m_tiles[0]->setFraction(now.met, now.levels);
    m_tiles[1]->setFraction(now.allMet, now.products);
    m_tiles[2]->setFraction(now.breached, now.products);
    m_tiles[3]->setFraction(now.fresh, now.withFreshness);
    m_tiles[4]->setFraction(owned, now.products);
    m_tiles[5]->setFraction(decisions.inTime, decisions.decided);
}

void HealthPage::fillTrends()
{
    for (Tile *tile : std::as_const(m_tiles)) {
        tile->setLine({});
        tile->setNote({});
    }
    const HealthScope shown = scope();
    if (!m_history || m_history->mesh != m_snapshot.mesh || m_historyDays != m_days)
        return;
    const QList<DayFigures> figures = figuresOf(*m_history, shown);
    QList<QList<double>> lines(6);
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const DayFigures &day = figures[i];
        lines[0] << part(day.met, day.levels);
        lines[1] << day.allMet;
        lines[2] << day.breached;
        lines[3] << day.fresh;
        const Decisions then = decisionsUntil(
            *m_snapshot.mesh, [&](NodeId n) { return shown.contains(n); }, m_history->days[i], m_days);
        if (then.decided > 0)
            lines[5] << part(then.inTime, then.decided);
    }
    const auto points = [](double by) {
        const QString text = QLocale().toString(qAbs(by) * 100, 'f', 1);
        return qAbs(by) < 0.0005 ? tr("unchanged") : by > 0 ? tr("up %1 points").arg(text) : tr("down %1 points").arg(text);
    };
    const auto number = [](double by) {
        const int n = qRound(qAbs(by));
        return n == 0 ? tr("unchanged") : by > 0 ? tr("up %1").arg(n) : tr("down %1").arg(n);
    };
    for (int i = 0; i < 6; ++i) {
        if (lines[i].size() < 2)
            continue;
        m_tiles[i]->setLine(lines[i]);
        const double by = lines[i].last() - lines[i].first();
        m_tiles[i]->setNote(i == 0 || i == 5 ? points(by) : number(by));
    }
    // Who owned what earlier is known from the day of the first run on, not from measurements.
    m_tiles[4]->setNote(tr("as of now"));
}

} // namespace meshscope
