#include "models/mesh/searchindex.h"

#include "models/mesh/searchdata.h"

#include <algorithm>
#include <array>
#include <bit>

namespace meshscope {

namespace {
/// More words than this are not told apart: nobody types them, and a pasted page finds nothing either way.
constexpr qsizetype mostWords = 16;

// Points of a word by where it was found, out of 100.
constexpr std::array<int, searchFieldCount> fieldPoints{100, 90, 60, 50, 45, 40, 25};
/// Points of the tier come first: exact name, name that begins so, all words as typed, words with an error.
enum Tier { WithTypo = 1, AllWords = 2, NameBegins = 3, NameIs = 4 };

/// What of the query a document has matched so far.
struct Cell {
    quint16 words = 0;  ///< bit by word
    quint16 spelt = 0;  ///< those without a typing error
    quint16 best = 0;   ///< points of the current word; after the last one the tier of the whole name, 0 = none
    quint16 points = 0; ///< sum of each word's best
};

int kindOrder(Kind kind)
{
    switch (kind) {
    case Kind::Product: return 0;
    case Kind::Domain: return 1;
    case Kind::Dataset: return 2;
    case Kind::Contract: return 3;
    case Kind::Term: return 4;
    case Kind::Party: return 5;
    case Kind::Port: return 6;
    case Kind::Job: return 7;
    case Kind::Column: return 8;
    case Kind::Request: break;
    }
    return 9;
}

QString fieldWord(IndexedField field, bool column)
{
    switch (field) {
    case IndexedField::Whole:
    case IndexedField::Name: return column ? QStringLiteral("column") : QStringLiteral("name");
    case IndexedField::Term: return QStringLiteral("term");
    case IndexedField::Tag: return QStringLiteral("tag");
    case IndexedField::Owner: return QStringLiteral("owner");
    case IndexedField::Id: return QStringLiteral("id");
    case IndexedField::Description: break;
    }
    return QStringLiteral("description");
}

/// The part of a long text around the match, so that a reason stays one line.
QString excerpt(const QString &text, const QString &word)
{
    constexpr qsizetype longest = 120;
    const QString line = text.simplified();
    if (line.size() <= longest)
        return line;
    const qsizetype at = std::max<qsizetype>(0, foldedForSearch(line).indexOf(word));
    const qsizetype begin = std::clamp<qsizetype>(at - longest / 3, 0, line.size() - longest);
    return (begin > 0 ? QStringLiteral("…") : QString()) + line.mid(begin, longest) +
           (begin + longest < line.size() ? QStringLiteral("…") : QString());
}

struct Ranked {
    double score = 0;
    quint32 doc = 0;
};
} // namespace

/// One question to the index: postings of each word into one cell a document, then tiers, filters, facets, the best.
class SearchQuery {
public:
    SearchQuery(const Mesh &mesh, const SearchIndex::Data &data, const QString &query, const SearchIndex::Filter &filter)
        : m_mesh(mesh)
        , m_data(data)
        , m_filter(filter)
        , m_whole(joinedWords(query))
        , m_cells(data.documentCount())
    {
        for (const QString &w : searchWords(query)) {
            if (!m_words.contains(w) && m_words.size() < mostWords)
                m_words.append(w);
        }
        m_all = quint16((1u << m_words.size()) - 1);
        if (m_filter.domain.isValid())
            markDomains();
    }
    [[nodiscard]] SearchIndex::Answer run(qsizetype limit);

private:
    void matchWord(qsizetype index);
    void matchRange(WordList::Range range, quint16 bit, bool typo);
    void matchWholeName();
    void markDomains();
    void consider(quint32 doc, double score);
    [[nodiscard]] double score(quint32 doc) const;
    [[nodiscard]] SearchIndex::Hit hit(const Ranked &r) const;
    [[nodiscard]] QList<SearchIndex::Why> why(quint32 doc) const;
    void explain(quint32 doc, const QString &word, bool column, QList<SearchIndex::Why> &reasons) const;
    void facets(SearchIndex::Answer &answer) const;

    const Mesh &m_mesh;
    const SearchIndex::Data &m_data;
    const SearchIndex::Filter &m_filter;
    QString m_whole;
    QStringList m_words;
    quint16 m_all = 0;
    std::vector<Cell> m_cells;
    std::vector<quint32> m_touched;
    std::vector<bool> m_inDomain;
    std::vector<Ranked> m_hits;
    std::array<int, kindCount> m_kinds{};
    QHash<NodeId, int> m_domains;
    std::vector<int> m_endpoints;
};

void SearchQuery::markDomains()
{
    m_inDomain.assign(size_t(m_mesh.nodeCount()), false);
    std::vector<NodeId> open{m_filter.domain};
    while (!open.empty()) {
        const NodeId d = open.back();
        open.pop_back();
        m_inDomain[d.value] = true;
        for (const NodeId child : m_mesh.childDomains(d))
            open.push_back(child);
    }
}

void SearchQuery::matchRange(WordList::Range range, quint16 bit, bool typo)
{
    const qsizetype typed = m_words[qsizetype(std::countr_zero(unsigned(bit)))].size();
    for (quint32 w = range.begin; w < range.end; ++w) {
        const qsizetype length = m_data.words.word(w).size();
        // A word typed in full counts ten tenths, a beginning from six up to nine, a misspelt one three.
        const int tenths = typo ? 3 : length == typed ? 10 : 6 + int(3 * typed / length);
        for (quint32 p = m_data.offsets[w]; p < m_data.offsets[w + 1]; ++p) {
            const quint32 posting = m_data.postings[p];
            Cell &cell = m_cells[posting >> 3];
            const auto points = quint16(fieldPoints[posting & 7] * tenths);
            if (cell.words == 0)
                m_touched.push_back(posting >> 3);
            if (!(cell.words & bit)) {
                cell.words |= bit;
                cell.best = 0;
            }
            if (!typo)
                cell.spelt |= bit;
            if (points > cell.best) {
                cell.points = quint16(cell.points + points - cell.best);
                cell.best = points;
            }
        }
    }
}

void SearchQuery::matchWord(qsizetype index)
{
    const QString &word = m_words[index];
    const auto bit = quint16(1u << index);
    matchRange(m_data.words.withPrefix(word), bit, false);
    if (word.size() < typoLength)
        return;
    for (const WordList::Range range : m_data.words.withTypo(word))
        matchRange(range, bit, true);
}

/// Whole names that begin with the query, however both are parted: "customer id" is customerId.
void SearchQuery::matchWholeName()
{
    for (const quint32 doc : m_touched)
        m_cells[doc].best = 0;
    const WordList::Range range = m_whole.isEmpty() ? WordList::Range{} : m_data.words.withPrefix(m_whole);
    for (quint32 w = range.begin; w < range.end; ++w) {
        // Longer names are cut in the index: it cannot say that they are the same to the end.
        const bool same = m_data.words.word(w).size() == m_whole.size() && m_whole.size() < longestSearchWord;
        for (quint32 p = m_data.offsets[w]; p < m_data.offsets[w + 1]; ++p) {
            Cell &cell = m_cells[m_data.postings[p] >> 3];
            if ((m_data.postings[p] & 7) == quint32(IndexedField::Whole) && cell.best != NameIs)
                cell.best = same ? NameIs : NameBegins;
        }
    }
}

/// 0 when not every word is there. A column may leave words to its dataset, but not all of them.
double SearchQuery::score(quint32 doc) const
{
    Cell cell = m_cells[doc];
    if (cell.words != m_all && cell.best == 0) {
        if (!m_data.isColumn(doc))
            return 0;
        const Cell &dataset = m_cells[m_data.node(doc).value];
        if ((cell.words | dataset.words) != m_all)
            return 0;
        cell.spelt |= dataset.spelt;
        cell.points = quint16(cell.points + dataset.points / 4);
    }
    const int tier = cell.best != 0 ? int(cell.best) : int(cell.spelt == m_all ? AllWords : WithTypo);
    const double words = double(cell.points) / double(10 * m_words.size());
    // Within a tier: where the words stand, then what people look for most, then the shorter name.
    return tier * 1000 + words * 5 + (9 - kindOrder(m_data.kind(m_mesh, doc))) * 4 + (255 - m_data.nameLengths[doc]) / 100.0;
}

/// Every facet counts what the other filters leave, so that its entries stay choosable.
void SearchQuery::consider(quint32 doc, double points)
{
    const NodeId node = m_data.node(doc);
    if (m_data.hidden[node.value])
        return;
    const Kind kind = m_data.kind(m_mesh, doc);
    const bool kindFits = !m_filter.kind || *m_filter.kind == kind;
    const NodeId domain = kind == Kind::Domain ? node : m_mesh.domainOf(node);
    const bool domainFits = m_inDomain.empty() || (domain.isValid() && m_inDomain[domain.value]);
    const auto facts = m_mesh.facts(node);
    const bool endpointFits = m_filter.endpoint.isEmpty() || std::any_of(facts.begin(), facts.end(), [&](const Fact &f) {
                                  return m_mesh.endpoints()[f.endpoint].name == m_filter.endpoint;
                              });
    if (domainFits && endpointFits)
        ++m_kinds[size_t(kind)];
    if (kindFits && endpointFits && m_data.topDomain[node.value].isValid())
        ++m_domains[m_data.topDomain[node.value]];
    if (kindFits && domainFits) {
        for (size_t i = 0; i < facts.size(); ++i) {
            if (i == 0 || facts[i].endpoint != facts[i - 1].endpoint)
                ++m_endpoints[facts[i].endpoint];
        }
    }
    if (kindFits && domainFits && endpointFits)
        m_hits.push_back({points, doc});
}

SearchIndex::Answer SearchQuery::run(qsizetype limit)
{
    m_endpoints.assign(size_t(m_mesh.endpoints().size()), 0);
    for (qsizetype i = 0; i < m_words.size(); ++i)
        matchWord(i);
    if (!m_words.isEmpty()) {
        matchWholeName();
        for (const quint32 doc : m_touched) {
            if (const double points = score(doc); points > 0)
                consider(doc, points);
        }
    } else if (m_filter.kind || m_filter.domain.isValid() || !m_filter.endpoint.isEmpty()) {
        // No words: a filter alone lists what it leaves; columns only when they are asked for.
        const bool columns = m_filter.kind == Kind::Column;
        for (quint32 doc = 0; doc < (columns ? m_data.documentCount() : m_data.nodeCount); ++doc)
            consider(doc, 1);
    }
    SearchIndex::Answer answer;
    answer.total = qsizetype(m_hits.size());
    const auto last = m_hits.begin() + std::min(std::max<qsizetype>(limit, 0), answer.total);
    std::partial_sort(m_hits.begin(), last, m_hits.end(), [](const Ranked &a, const Ranked &b) {
        return a.score != b.score ? a.score > b.score : a.doc < b.doc;
    });
    for (auto it = m_hits.begin(); it != last; ++it)
        answer.hits.append(hit(*it));
    facets(answer);
    return answer;
}

void SearchQuery::facets(SearchIndex::Answer &answer) const
{
    const auto byCount = [](const SearchIndex::Facet &a, const SearchIndex::Facet &b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    };
    for (size_t k = 0; k < kindCount; ++k) {
        if (m_kinds[k] > 0)
            answer.kinds.append({kindWord(Kind(k)), m_kinds[k]});
    }
    for (auto it = m_domains.cbegin(); it != m_domains.cend(); ++it)
        answer.domains.append({m_mesh.address(it.key()).toString(), it.value()});
    for (size_t i = 0; i < m_endpoints.size(); ++i) {
        if (m_endpoints[i] > 0)
            answer.endpoints.append({m_mesh.endpoints()[qsizetype(i)].name, m_endpoints[i]});
    }
    for (QList<SearchIndex::Facet> *list : {&answer.kinds, &answer.domains, &answer.endpoints})
        std::sort(list->begin(), list->end(), byCount);
}

SearchIndex::Hit SearchQuery::hit(const Ranked &r) const
{
    SearchIndex::Hit h;
    h.node = m_data.node(r.doc);
    h.kind = m_data.kind(m_mesh, r.doc);
    h.score = r.score;
    h.address = m_mesh.address(h.node);
    if (m_data.isColumn(r.doc)) {
        h.name = m_data.paths[m_data.columns[r.doc - m_data.nodeCount].path];
        h.address = Address{h.address.endpoint, Kind::Column, columnId(h.address.id, h.name)};
    } else {
        h.name = m_mesh.name(h.node);
    }
    h.why = why(r.doc);
    return h;
}

/// The best text for each word of the query, each text once.
QList<SearchIndex::Why> SearchQuery::why(quint32 doc) const
{
    QList<SearchIndex::Why> reasons;
    for (const QString &word : m_words) {
        const qsizetype before = reasons.size();
        const auto bit = quint16(1u << m_words.indexOf(word));
        if (m_cells[doc].words & bit)
            explain(doc, word, m_data.isColumn(doc), reasons);
        if (reasons.size() == before && m_data.isColumn(doc) && !(m_cells[doc].words & bit))
            explain(m_data.node(doc).value, word, false, reasons);
    }
    return reasons;
}

void SearchQuery::explain(quint32 doc, const QString &word, bool column, QList<SearchIndex::Why> &reasons) const
{
    int best = 0;
    SearchIndex::Why reason;
    for (const SearchText &t : m_data.textsOf(m_mesh, doc)) {
        WordMatch match = t.field == IndexedField::Name ? meshscope::matchWord(word, joinedWords(t.text)) : WordMatch::None;
        forEachWord(t.text, [&](QStringView w) { match = std::max(match, meshscope::matchWord(word, w)); });
        const int points = int(match) * fieldPoints[size_t(t.field)];
        if (points > best) {
            best = points;
            reason = {fieldWord(t.field, column), excerpt(t.text, word)};
        }
    }
    const bool known = std::any_of(reasons.begin(), reasons.end(), [&](const SearchIndex::Why &w) {
        return w.field == reason.field && w.text == reason.text;
    });
    if (best > 0 && !known)
        reasons.append(reason);
}

SearchIndex::Answer SearchIndex::search(const QString &query, const Filter &filter, qsizetype limit) const
{
    if (!m_mesh || !m_data)
        return {};
    return SearchQuery(*m_mesh, *m_data, query, filter).run(limit);
}

} // namespace meshscope
