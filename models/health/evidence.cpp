#include "models/health/evidence.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {
constexpr int standIn = 100; ///< distance of another property that says nearly the same

QString lastPart(const QString &name)
{
    return name.mid(name.lastIndexOf(u'.') + 1).toCaseFolded();
}
} // namespace

EvidenceCollector::EvidenceCollector(const Mesh &mesh, const QDateTime &from, const QDateTime &until)
    : m_mesh(mesh)
    , m_from(from)
    , m_until(until)
    , m_watched(size_t(mesh.allServiceLevels().size()))
    , m_series(m_watched.size())
{
}

void EvidenceCollector::interest(NodeId n, qsizetype level, int distance)
{
    QList<Interest> &all = m_interests[n];
    const bool known = std::any_of(all.begin(), all.end(), [&](const Interest &i) { return i.level == quint32(level); });
    if (!known)
        all.append({quint32(level), distance});
}

void EvidenceCollector::watch(qsizetype level)
{
    const ServiceLevel &l = m_mesh.allServiceLevels()[level];
    Watched &w = m_watched[size_t(level)];
    w.owner = m_mesh.findReference(m_mesh.serviceLevelEndpoint(level), l.ownerKind, l.owner);
    if (!w.owner.isValid())
        return;
    w.isWatched = true;
    w.kind = levelKind(l.property);
    w.property = foldedProperty(l.property);
    w.comparison = comparisonFor(l, w.kind);
    const auto objective = objectiveOf(l.value, l.unit, w.kind);
    w.unit = objective ? objective->unit : isRatioKind(w.kind) ? QStringLiteral("ratio") : QString();
    for (const QString &element : l.element.split(u',', Qt::SkipEmptyParts))
        w.elements.append(element.trimmed().toCaseFolded());

    interest(w.owner, level, 0);
    for (const NodeId n : m_mesh.contractsOf(w.owner)) {
        if (l.ownerKind != Kind::Contract)
            interest(n, level, 1);
    }
    for (const NodeId n : m_mesh.datasetsOf(w.owner))
        interest(n, level, 1);
    const NodeId product = l.ownerKind == Kind::Product ? w.owner : m_mesh.productOf(w.owner);
    if (!product.isValid())
        return;
    for (const NodeId port : m_mesh.portsOf(product)) {
        const auto contracts = m_mesh.contractsOf(port);
        const bool offers =
            l.ownerKind == Kind::Product ||
            (l.ownerKind == Kind::Contract && std::find(contracts.begin(), contracts.end(), w.owner) != contracts.end());
        if (offers && m_mesh.port(port).output)
            interest(port, level, 1);
    }
    if (product != w.owner)
        interest(product, level, 2);
}

const QList<NodeId> &EvidenceCollector::targets(const Measurement &m, quint16 endpoint)
{
    if (m_targetsOf != endpoint) {
        m_targets.clear();
        m_targetsOf = endpoint;
    }
    const QString key = m.targetKind ? kindWord(*m.targetKind) + u'/' + m.target : m.target;
    const auto known = m_targets.constFind(key);
    if (known != m_targets.cend())
        return *known;
    QList<NodeId> found;
    const QString &name = m_mesh.endpoints()[endpoint].name;
    if (m.targetKind) {
        if (const NodeId n = m_mesh.findReference(name, *m.targetKind, m.target); n.isValid())
            found.append(n);
    }
    if (const auto address = Address::parse(m.target); found.isEmpty() && address) {
        if (const NodeId n = m_mesh.find(*address); n.isValid())
            found.append(n);
    }
    if (found.isEmpty()) {
        for (const Kind kind : {Kind::Contract, Kind::Port, Kind::Dataset, Kind::Product}) {
            if (const NodeId n = m_mesh.findReference(name, kind, m.target); n.isValid())
                found.append(n);
        }
    }
    return *m_targets.insert(key, found);
}

quint32 EvidenceCollector::sourceNumber(const QString &source)
{
    const auto known = m_sourceNumbers.constFind(source);
    if (known != m_sourceNumbers.cend())
        return *known;
    m_sources.append(source);
    return *m_sourceNumbers.insert(source, quint32(m_sources.size() - 1));
}

void EvidenceCollector::arrived(NodeId n, qint64 at)
{
    for (const NodeId each : {n, m_mesh.kind(n) == Kind::Product ? NodeId{} : m_mesh.productOf(n)}) {
        if (!each.isValid())
            continue;
        qint64 &newest = m_arrivals[each];
        newest = std::max(newest, at);
    }
}

/// What the element says about the distance; nothing when it speaks of something else.
std::optional<int> EvidenceCollector::elementDistance(const Watched &level, const QString &element, NodeId target) const
{
    const QString measured = element.trimmed().toCaseFolded();
    const bool isDataset = m_mesh.kind(target) == Kind::Dataset;
    const auto isObject = [&](const QString &name) {
        if (isDataset)
            return name == m_mesh.dataset(target).name.toCaseFolded() || name == lastPart(m_mesh.dataset(target).name);
        const auto datasets = m_mesh.datasetsOf(level.owner);
        return datasets.size() == 1 && lastPart(m_mesh.dataset(datasets.front()).name) == lastPart(name);
    };
    if (level.elements.isEmpty()) {
        if (measured.isEmpty())
            return 0;
        return isObject(measured) ? std::optional(3) : std::nullopt;
    }
    for (const QString &wanted : level.elements) {
        const QString object = wanted.section(u'.', 0, 0);
        const bool several = m_mesh.datasetsOf(level.owner).size() > 1;
        if (isDataset && several && wanted.contains(u'.') && !isObject(object) && !isObject(wanted.section(u'.', 0, -2)))
            continue;
        if (measured.isEmpty() || measured == wanted || measured == object || wanted.endsWith(u'.' + measured) ||
            measured.endsWith(u'.' + wanted))
            return 0;
    }
    return std::nullopt;
}

/// The measurement in the objective's unit; nothing when it cannot be one (seconds of a promise in rows).
std::optional<LevelSample> EvidenceCollector::sample(const Measurement &m, const Watched &level)
{
    auto factor = m_factors.constFind(m.unit);
    if (factor == m_factors.cend()) {
        const auto q = m.unit.isEmpty() ? std::nullopt : normalised(QStringLiteral("1"), m.unit);
        factor = m_factors.insert(m.unit, q ? Factor{q->value, q->unit} : Factor{1, QStringLiteral("1")});
    }
    const bool isFree = level.unit.isEmpty() || level.unit == u"1" || factor->unit == u"1" || level.unit == u"date" ||
                        (level.unit == u"time" && factor->unit == u"s");
    if (m.total && *m.total == 0) // of nothing, nothing was good or bad
        return std::nullopt;
    if (!std::isfinite(m.value) || (!isFree && factor->unit != level.unit))
        return std::nullopt;
    LevelSample s;
    s.at = m.at.toMSecsSinceEpoch();
    s.value = m.value * factor->factor;
    s.source = sourceNumber(m.source);
    if (level.unit != u"ratio")
        return s;
    if (factor->unit != u"ratio" && std::abs(s.value) > 1)
        s.value /= 100; // a bare 99.5 of a share is percent
    if (!m.good || !m.total || !std::isfinite(*m.good) || !(*m.total > 0) || !std::isfinite(*m.total))
        return s;
    // "good" counts what keeps the promise or what the value is a share of: the value tells which.
    const double share = *m.good / *m.total;
    const bool isMost = level.comparison == u"<=";
    constexpr double close = 0.005;
    double part = isMost ? *m.total - *m.good : *m.good;
    if (std::abs(s.value - share) < std::abs(s.value - (1 - share)) - 1e-12 && std::abs(s.value - share) < close)
        part = *m.good;
    else if (std::abs(s.value - (1 - share)) < close)
        part = *m.total - *m.good;
    s.value = part / *m.total;
    s.total = *m.total;
    s.bad = isMost ? part : *m.total - part;
    s.good = float(*m.good);
    return s;
}

void EvidenceCollector::takeFor(const Measurement &m, const Word &property, const Interest &interest, NodeId target)
{
    const Watched &level = m_watched[interest.level];
    Series &series = m_series[interest.level];
    if (property.folded == u"completion") {
        if (m.value > 0 && interest.distance <= 1)
            series.arrivals.push_back(m.at.toMSecsSinceEpoch());
        return;
    }
    int distance = interest.distance * 10;
    const bool known = property.kind != LevelKind::Other && property.kind != LevelKind::OtherRatio;
    if (property.folded != level.property && !(known && property.kind == level.kind)) {
        if (property.kind != LevelKind::Latency || level.kind != LevelKind::Freshness)
            return;
        distance += standIn;
    }
    const auto byElement = elementDistance(level, m.element, target);
    if (!byElement)
        return;
    distance += *byElement;
    if (distance > series.rank)
        return;
    const auto s = sample(m, level);
    if (!s)
        return;
    if (distance < series.rank) {
        series.samples.clear();
        series.rank = distance;
    }
    series.samples.push_back(*s);
}

void EvidenceCollector::take(const Measurement &m, quint16 endpoint)
{
    if (!m.at.isValid())
        return;
    auto word = m_words.constFind(m.property);
    if (word == m_words.cend())
        word = m_words.insert(m.property, Word{foldedProperty(m.property), levelKind(m.property)});
    const Word property = *word;
    for (const NodeId n : targets(m, endpoint)) {
        if (property.folded == u"completion" && m.value > 0)
            arrived(n, m.at.toMSecsSinceEpoch());
        else if (property.kind == LevelKind::Freshness && m.value >= 0 && m.value < 1e10)
            arrived(n, m.at.toMSecsSinceEpoch() - qint64(m.value * 1000));
        const auto interests = m_interests.constFind(n);
        if (interests == m_interests.cend())
            continue;
        for (const Interest &i : *interests)
            takeFor(m, property, i, n);
    }
}

void EvidenceCollector::finish()
{
    for (Series &s : m_series) {
        const auto earlier = [](const LevelSample &a, const LevelSample &b) { return a.at < b.at; };
        if (!std::is_sorted(s.samples.begin(), s.samples.end(), earlier))
            std::stable_sort(s.samples.begin(), s.samples.end(), earlier);
        std::sort(s.arrivals.begin(), s.arrivals.end());
    }
}

void EvidenceCollector::readAll()
{
    constexpr qint64 stretch = 15;
    for (quint16 e = 0; e < quint16(m_mesh.endpoints().size()); ++e) {
        const QString &name = m_mesh.endpoints()[e].name;
        for (QDateTime from = m_from; from <= m_until; from = from.addDays(stretch)) {
            const QDateTime until = std::min(from.addDays(stretch).addMSecs(-1), m_until);
            for (const Measurement &m : m_mesh.details().measurements(name, {}, from, until))
                take(m, e);
        }
    }
    finish();
}

void EvidenceCollector::readTargets()
{
    for (quint16 e = 0; e < quint16(m_mesh.endpoints().size()); ++e) {
        const QString &name = m_mesh.endpoints()[e].name;
        QStringList asked;
        for (auto it = m_interests.cbegin(); it != m_interests.cend(); ++it) {
            const NodeId n = it.key();
            for (const Address &address : m_mesh.aliases(n) + QList<Address>{m_mesh.address(n)}) {
                // As printed, as typed with plain slashes, and the bare id.
                asked << address.toString() << address.endpoint + u'/' + kindWord(address.kind) + u'/' + address.id
                      << address.id;
            }
        }
        asked.removeDuplicates();
        for (const QString &target : std::as_const(asked)) {
            for (const Measurement &m : m_mesh.details().measurements(name, target, m_from, m_until))
                take(m, e);
        }
    }
    finish();
}

} // namespace meshscope
