#include "ui/search/browse.h"

#include "models/items/searchmodel.h"

#include <algorithm>

namespace meshscope {

namespace {

QList<SearchIndex::Facet> sorted(const QHash<QString, int> &counts)
{
    QList<SearchIndex::Facet> facets;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        facets << SearchIndex::Facet{it.key(), it.value()};
    std::sort(facets.begin(), facets.end(), [](const SearchIndex::Facet &a, const SearchIndex::Facet &b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    return facets;
}

/// Domain `domain` and all below it, by node.
std::vector<bool> insideOf(const Mesh &mesh, NodeId domain)
{
    std::vector<bool> inside(size_t(mesh.nodeCount()), false);
    QList<NodeId> open{domain};
    while (!open.isEmpty()) {
        const NodeId d = open.takeLast();
        if (inside[d.value])
            continue;
        inside[d.value] = true;
        for (const NodeId child : mesh.childDomains(d))
            open << child;
    }
    return inside;
}

} // namespace

SearchIndex::Answer browse(const Mesh &mesh, const SearchIndex::Filter &filter, qsizetype limit,
                           const std::function<bool(NodeId)> &accept)
{
    SearchIndex::Answer answer;
    QHash<QString, int> kinds;
    QHash<QString, int> domains;
    QHash<QString, int> endpoints;
    const std::vector<bool> inside = filter.domain.isValid() ? insideOf(mesh, filter.domain) : std::vector<bool>();
    QHash<NodeId, QString> tops; // the top domain of a domain, asked for again and again
    for (const Kind kind :
         {Kind::Product, Kind::Domain, Kind::Dataset, Kind::Contract, Kind::Term, Kind::Party, Kind::Port, Kind::Job}) {
        QList<SearchIndex::Hit> found;
        for (const NodeId node : mesh.nodes(kind)) {
            const NodeId domain = kind == Kind::Domain ? node : mesh.domainOf(node);
            if (!inside.empty() && (!domain.isValid() || !inside[domain.value]))
                continue;
            if (accept && !accept(node))
                continue;
            const Address address = mesh.address(node);
            if (!filter.endpoint.isEmpty() && address.endpoint != filter.endpoint)
                continue;
            ++kinds[kindWord(kind)];
            if (filter.kind && *filter.kind != kind)
                continue;
            if (domain.isValid()) {
                if (!tops.contains(domain))
                    tops.insert(domain, topDomainAddress(mesh, domain));
                ++domains[tops.value(domain)];
            }
            ++endpoints[address.endpoint];
            found << SearchIndex::Hit{address, kind, node, mesh.name(node), 0, {}};
        }
        answer.total += found.size();
        const qsizetype room = limit - answer.hits.size();
        if (room <= 0)
            continue;
        const auto byName = [](const SearchIndex::Hit &a, const SearchIndex::Hit &b) {
            return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
        };
        const qsizetype kept = std::min(room, found.size());
        std::partial_sort(found.begin(), found.begin() + kept, found.end(), byName);
        answer.hits << found.mid(0, kept);
    }
    answer.kinds = sorted(kinds);
    answer.domains = sorted(domains);
    answer.endpoints = sorted(endpoints);
    return answer;
}

} // namespace meshscope
