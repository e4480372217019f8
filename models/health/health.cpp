#include "models/health/health.h"

#include "models/health/evidence.h"
#include "models/health/nodelevels.h"

#include <algorithm>

namespace meshscope {

void LevelCounts::add(Status s)
{
    switch (s) {
    case Status::Met: ++met; break;
    case Status::AtRisk: ++atRisk; break;
    case Status::Breached: ++breached; break;
    case Status::Unknown: ++unknown; break;
    case Status::NoPromise: break; // shown apart, not counted
    }
}

void LevelCounts::add(const LevelCounts &o)
{
    met += o.met;
    atRisk += o.atRisk;
    breached += o.breached;
    unknown += o.unknown;
}

const ProductHealth *HealthReport::product(NodeId n) const
{
    const auto found = productIndex.constFind(n);
    return found == productIndex.cend() ? nullptr : &products[*found];
}

const DomainHealth *HealthReport::domain(NodeId n) const
{
    const auto found = domainIndex.constFind(n);
    return found == domainIndex.cend() ? nullptr : &domains[*found];
}

Status HealthReport::status(NodeId n) const
{
    if (const ProductHealth *p = product(n))
        return p->status;
    if (const DomainHealth *d = domain(n)) {
        const LevelCounts &c = d->allByProduct;
        return c.breached > 0  ? Status::Breached
               : c.atRisk > 0  ? Status::AtRisk
               : c.unknown > 0 ? Status::Unknown
               : c.met > 0     ? Status::Met
                               : Status::NoPromise;
    }
    return other.value(n, Status::NoPromise);
}

LevelCounts HealthReport::totals() const
{
    LevelCounts sum;
    for (const ProductHealth &p : products)
        sum.add(p.levels);
    return sum;
}

std::optional<double> score(const LevelCounts &counts)
{
    return counts.total() == 0 ? std::nullopt : std::optional(double(counts.met) / counts.total());
}

namespace {
/// Ids are unique within the product: the level's own, with its owner's before it where two products' parts agree on one.
void nameStates(QList<LevelState> &states)
{
    QHash<QString, int> uses;
    for (LevelState &s : states) {
        s.id = s.level->id.isEmpty() ? s.level->property : s.level->id;
        ++uses[s.id];
    }
    QHash<QString, int> given;
    for (LevelState &s : states) {
        if (uses.value(s.id) > 1)
            s.id = s.level->owner + u'/' + s.id;
        const int nth = ++given[s.id];
        if (nth > 1)
            s.id += u'~' + QString::number(nth);
    }
}

/// Builds one report; the passes run in the order they are declared.
class Evaluation {
public:
    Evaluation(const MeshPtr &mesh, const QDateTime &asOf, const HealthPolicy &policy)
        : m_mesh(*mesh)
        , m_report(std::make_shared<HealthReport>())
        , m_evidence(*mesh, asOf.addDays(-healthLookbackDays(policy)), asOf)
    {
        m_report->mesh = mesh;
        m_report->asOf = asOf;
        m_report->policy = policy;
    }
    void judgeLevels();
    void judgeProducts();
    void judgeOthers();
    void findCauses();
    void countDomains();
    [[nodiscard]] HealthPtr report() const { return m_report; }

private:
    [[nodiscard]] qsizetype index(const ServiceLevel *level) const { return level - m_mesh.allServiceLevels().constData(); }
    [[nodiscard]] std::optional<QDateTime> freshAt(NodeId product) const;

    const Mesh &m_mesh;
    std::shared_ptr<HealthReport> m_report;
    EvidenceCollector m_evidence;
    std::vector<LevelState> m_states; ///< by level
};

void Evaluation::judgeLevels()
{
    const QList<ServiceLevel> &levels = m_mesh.allServiceLevels();
    for (qsizetype i = 0; i < levels.size(); ++i)
        m_evidence.watch(i);
    m_evidence.readAll();
    m_states.reserve(size_t(levels.size()));
    for (qsizetype i = 0; i < levels.size(); ++i)
        m_states.push_back(
            LevelJudge(levels[i], m_evidence.series(i), m_evidence.sources(), m_report->policy, m_report->asOf).judge());
}

std::optional<QDateTime> Evaluation::freshAt(NodeId product) const
{
    qint64 newest = m_evidence.arrivals().value(product, 0);
    const auto jobRan = [&](NodeId dataset) {
        for (const NodeId n : m_mesh.jobsOf(dataset)) {
            const Job &job = m_mesh.job(n);
            const QString state = job.lastRunState.toLower();
            const bool isGood = state == u"complete" || state == u"success" || state == u"pass";
            if (isGood && job.lastRunAt.isValid() && job.lastRunAt <= m_report->asOf)
                newest = std::max(newest, job.lastRunAt.toMSecsSinceEpoch());
        }
    };
    for (const NodeId d : m_mesh.datasetsOf(product)) {
        newest = std::max(newest, m_evidence.arrivals().value(d, 0));
        jobRan(d);
    }
    return newest > 0 ? std::optional(QDateTime::fromMSecsSinceEpoch(newest, Qt::UTC)) : std::nullopt;
}

void Evaluation::judgeProducts()
{
    for (const NodeId n : m_mesh.nodes(Kind::Product)) {
        ProductHealth health;
        health.product = n;
        for (const ServiceLevel *level : m_mesh.serviceLevels(n)) {
            const LevelState &state = m_states[size_t(index(level))];
            health.states.append(state);
            health.levels.add(state.status);
            health.status = worse(health.status, state.status);
        }
        nameStates(health.states);
        health.freshAt = freshAt(n);
        m_report->productIndex.insert(n, m_report->products.size());
        m_report->products.append(std::move(health));
    }
}

void Evaluation::judgeOthers()
{
    for (const Kind kind : {Kind::Port, Kind::Contract, Kind::Dataset}) {
        for (const NodeId n : m_mesh.nodes(kind)) {
            Status worst = Status::NoPromise;
            for (const ServiceLevel *level : m_mesh.serviceLevels(n))
                worst = worse(worst, m_states[size_t(index(level))].status);
            if (worst != Status::NoPromise)
                m_report->other.insert(n, worst);
        }
    }
}

/// The nearest breached products upstream: the walk ends at each.
void Evaluation::findCauses()
{
    std::vector<NodeId> seenBy(size_t(m_mesh.nodeCount()));
    for (ProductHealth &health : m_report->products) {
        if (health.status != Status::Breached && health.status != Status::AtRisk)
            continue;
        std::vector<NodeId> open{health.product};
        seenBy[health.product.value] = health.product;
        for (size_t i = 0; i < open.size(); ++i) {
            for (const NodeId up : m_mesh.productsUpstream(open[i])) {
                if (seenBy[up.value] == health.product)
                    continue;
                seenBy[up.value] = health.product;
                if (m_report->status(up) == Status::Breached)
                    health.causes.append(up);
                else
                    open.push_back(up);
            }
        }
    }
}

void Evaluation::countDomains()
{
    for (const NodeId n : m_mesh.nodes(Kind::Domain)) {
        m_report->domainIndex.insert(n, m_report->domains.size());
        m_report->domains.append(DomainHealth{n, {}, {}, 0, 0, {}, {}});
    }
    for (const ProductHealth &health : std::as_const(m_report->products)) {
        bool own = true;
        for (NodeId d = m_mesh.domainOf(health.product); d.isValid(); d = m_mesh.domainOf(d)) {
            const auto at = m_report->domainIndex.constFind(d);
            if (at == m_report->domainIndex.cend())
                break;
            DomainHealth &domain = m_report->domains[*at];
            (own ? domain.own : domain.below).add(health.levels);
            ++(own ? domain.ownProducts : domain.productsBelow);
            if (own)
                domain.ownByProduct.add(health.status);
            domain.allByProduct.add(health.status);
            own = false;
        }
    }
}
} // namespace

HealthPtr evaluateHealth(const MeshPtr &mesh, const QDateTime &asOf, const HealthPolicy &policy)
{
    Evaluation evaluation(mesh, asOf, policy);
    evaluation.judgeLevels();
    evaluation.judgeProducts();
    evaluation.judgeOthers();
    evaluation.findCauses();
    evaluation.countDomains();
    return evaluation.report();
}

QList<LevelState> levelStatesOf(const MeshPtr &mesh, NodeId node, const QDateTime &asOf, const HealthPolicy &policy)
{
    const QList<ServiceLevel> &levels = mesh->allServiceLevels();
    EvidenceCollector evidence(*mesh, asOf.addDays(-healthLookbackDays(policy)), asOf);
    QList<qsizetype> indexes;
    for (const ServiceLevel *level : mesh->serviceLevels(node)) {
        indexes.append(level - levels.constData());
        evidence.watch(indexes.last());
    }
    evidence.readTargets();
    QList<LevelState> states;
    for (const qsizetype i : std::as_const(indexes))
        states.append(LevelJudge(levels[i], evidence.series(i), evidence.sources(), policy, asOf).judge());
    nameStates(states);
    return states;
}

QList<DayValue> levelHistory(const Mesh &mesh, const LevelState &state, const QDateTime &asOf, int days)
{
    QList<DayValue> result;
    const QList<ServiceLevel> &levels = mesh.allServiceLevels();
    const auto found =
        std::find_if(levels.cbegin(), levels.cend(), [&](const ServiceLevel &l) { return &l == state.level; });
    if (found == levels.cend() || days <= 0)
        return result;
    const qsizetype level = found - levels.cbegin();
    const HealthPolicy policy;
    // The first day's window needs what lies before it.
    EvidenceCollector evidence(mesh, asOf.addDays(-days - policy.windowDays), asOf);
    evidence.watch(level);
    evidence.readTargets();
    const LevelJudge judge(*found, evidence.series(level), evidence.sources(), policy, asOf);
    const QDate last = asOf.date();
    for (int i = days - 1; i >= 0; --i) {
        const QDate day = last.addDays(-i);
        const auto startOf = [&](QDate d) {
            QDateTime start = asOf;
            start.setDate(d);
            start.setTime(QTime(0, 0));
            return start.toMSecsSinceEpoch();
        };
        result.append(judge.day(day, startOf(day), startOf(day.addDays(1))));
    }
    return result;
}

} // namespace meshscope
