#include "models/mesh/mesh.h"

#include "models/mesh/stitch.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace meshscope {

namespace {
bool endsWithParts(const QString &whole, const QString &typed)
{
    return whole.endsWith(typed) && (whole.size() == typed.size() || whole[whole.size() - typed.size() - 1] == u'/');
}

/// How well what was typed means something, the best first.
enum class Match : quint8 { Parts, IdEnd, Name, None };

Match matchOf(const QString &endpoint, const QString &kindAndId, const QString &id, const QString &typed)
{
    if (typed == id || typed == kindAndId || typed == endpoint + u'/' + kindAndId)
        return Match::Parts;
    return endsWithParts(id, typed) ? Match::IdEnd : Match::None;
}
} // namespace

std::span<const std::pair<quint32, NodeId>> Mesh::candidates(const Index &index, QStringView key)
{
    // Hashes are spread evenly: start where this one should be and widen until it is enclosed, so that a look-up touches
    // few cache lines however large the index is.
    const auto hash = quint32(qHash(key));
    const size_t size = index.size();
    const size_t guess = size_t((quint64(hash) * size) >> 32);
    size_t low = guess;
    size_t high = guess;
    for (size_t step = 8; low > 0 && index[low - 1].first >= hash; step *= 4)
        low -= std::min(low, step);
    for (size_t step = 8; high < size && index[high].first < hash; step *= 4)
        high += std::min(size - high, step);
    const auto begin = std::lower_bound(index.begin() + qsizetype(low), index.begin() + qsizetype(high), hash,
                                        [](const auto &entry, quint32 h) { return entry.first < h; });
    auto end = begin;
    while (end != index.end() && end->first == hash)
        ++end;
    return std::span(index).subspan(size_t(begin - index.begin()), size_t(end - begin));
}

/// `endpoint` null: any.
bool Mesh::isKnownAs(NodeId n, const QString *endpoint, const QString &id) const
{
    const Kind k = kind(n);
    for (const Fact &f : facts(n)) {
        if (endpoint && m_endpoints[f.endpoint].name != *endpoint)
            continue;
        if (entity(k, f).id == id || (k == Kind::Dataset && m_datasets[f.record].aliases.contains(id)))
            return true;
    }
    return false;
}

NodeId Mesh::find(const QString &endpoint, Kind kind, const QString &id) const
{
    NodeId byAlias;
    for (const auto &[hash, n] : candidates(m_byId, id)) {
        if (m_kinds[n.value] != kind || !isKnownAs(n, &endpoint, id))
            continue;
        // An id of its own goes before another's alias.
        const auto own = [&](const Fact &f) { return m_endpoints[f.endpoint].name == endpoint && entity(kind, f).id == id; };
        if (std::any_of(facts(n).begin(), facts(n).end(), own))
            return n;
        byAlias = n;
    }
    return byAlias;
}

NodeId Mesh::find(const Address &address) const
{
    return find(address.endpoint, address.kind, address.id);
}

NodeId Mesh::findReference(const QString &endpoint, Kind kind, const QString &id) const
{
    if (id.isEmpty())
        return {};
    if (const NodeId own = find(endpoint, kind, id); own.isValid())
        return own;
    const bool global = isGloballyUnique(id);
    for (const auto &[hash, n] : candidates(m_byId, id)) {
        if (m_kinds[n.value] != kind || !isKnownAs(n, nullptr, id))
            continue;
        if (global)
            return n;
        if (kind != Kind::Dataset)
            continue;
        // A dataset's OpenLineage identity holds everywhere, an id made from its contract's does not.
        for (const Fact &f : facts(n)) {
            if (!m_datasets[f.record].ns.isEmpty())
                return n;
        }
    }
    return {};
}

/// The nodes the typed text means best, in address order: those whose address ends in it part by part, else those whose id
/// ends in it at a slash, else those of exactly that name.
QList<NodeId> Mesh::matches(const QString &typed) const
{
    if (typed.isEmpty())
        return {};
    const auto rankOf = [&](Kind k, const Fact &f) {
        const Entity &e = entity(k, f);
        const QString kindAndId = kindWord(k) + u'/' + e.id;
        Match best = matchOf(m_endpoints[f.endpoint].name, kindAndId, e.id, typed);
        if (k == Kind::Dataset) {
            for (const QString &alias : m_datasets[f.record].aliases)
                best = std::min(best, matchOf(m_endpoints[f.endpoint].name, kindWord(k) + u'/' + alias, alias, typed));
        }
        return best == Match::None && e.name == typed ? Match::Name : best;
    };
    Match best = Match::None;
    QList<NodeId> found;
    const auto collect = [&](QStringView key) {
        for (const auto &[hash, n] : candidates(m_byName, key)) {
            Match rank = Match::None;
            for (const Fact &f : facts(n))
                rank = std::min(rank, rankOf(kind(n), f));
            if (rank < best)
                found.clear();
            best = std::min(best, rank);
            if (rank == best && rank != Match::None)
                found.append(n);
        }
    };
    collect(typed);
    if (const qsizetype slash = typed.lastIndexOf(u'/'); slash >= 0)
        collect(QStringView(typed).mid(slash + 1));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Result<NodeId> Mesh::resolve(const QString &typed) const
{
    if (const Result<Address> whole = Address::parse(typed)) {
        if (const NodeId n = find(*whole); n.isValid())
            return n;
    }
    const QString decoded = QUrl::fromPercentEncoding(typed.toUtf8());
    QList<NodeId> found = matches(typed);
    if (found.isEmpty() && decoded != typed)
        found = matches(decoded);
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty()) {
        if (const auto column = resolveColumn(typed))
            return column->dataset;
        return fail(Error::Code::NotFound,
                    QCoreApplication::translate("meshscope::Mesh",
                                                "nothing here is called “%1”: search for it, or sync its endpoint")
                        .arg(typed),
                    typed);
    }
    constexpr qsizetype listed = 10;
    QStringList candidatesText;
    for (const NodeId n : found.first(std::min(found.size(), listed)))
        candidatesText.append(address(n).toString());
    if (found.size() > listed)
        candidatesText.append(QCoreApplication::translate("meshscope::Mesh", "and %1 more").arg(found.size() - listed));
    return fail(Error::Code::Ambiguous,
                QCoreApplication::translate("meshscope::Mesh", "“%1” is the name of %2 things: say which: %3")
                    .arg(typed, QString::number(found.size()), candidatesText.join(QStringLiteral(", "))),
                typed);
}

std::optional<Mesh::ColumnRef> Mesh::resolveColumn(const QString &typed) const
{
    const auto holds = [&](NodeId n, const QString &path) {
        const QList<Column> known = columns(n);
        if (std::any_of(known.begin(), known.end(), [&](const Column &c) { return c.path == path; }))
            return true;
        const QString id = entity(n).id;
        const QList<ColumnEdge> edges = columnEdges(n);
        return std::any_of(edges.begin(), edges.end(), [&](const ColumnEdge &e) {
            return (e.fromDataset == id && e.fromColumn == path) || (e.toDataset == id && e.toColumn == path);
        });
    };
    // A column's name may hold a slash of its own: try the longest dataset first.
    const auto split = [&](const QString &text, const auto &datasetFor) -> std::optional<ColumnRef> {
        for (qsizetype at = text.lastIndexOf(u'/'); at > 0; at = text.lastIndexOf(u'/', at - 1)) {
            const QString path = text.mid(at + 1);
            const NodeId n = path.isEmpty() ? NodeId{} : datasetFor(text.first(at));
            if (n.isValid() && holds(n, path))
                return ColumnRef{n, path};
        }
        return std::nullopt;
    };
    if (const Result<Address> whole = Address::parse(typed); whole && whole->kind == Kind::Column) {
        const auto known = [&](const QString &id) { return find(whole->endpoint, Kind::Dataset, id); };
        if (const auto column = split(whole->id, known))
            return column;
    }
    QString rest = QUrl::fromPercentEncoding(typed.toUtf8());
    if (const QString word = kindWord(Kind::Column) + u'/'; rest.startsWith(word))
        rest = rest.mid(word.size());
    return split(rest, [&](const QString &part) {
        QList<NodeId> found = matches(part);
        found.removeIf([&](NodeId n) { return kind(n) != Kind::Dataset; });
        return found.size() == 1 ? found.first() : NodeId{};
    });
}

} // namespace meshscope
