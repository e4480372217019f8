#include "models/mesh/searchindex.h"

#include "models/mesh/searchdata.h"

#include <algorithm>

namespace meshscope {

namespace {
constexpr quint32 none = 0xffffffffu;

void addOnce(QList<SearchText> &texts, IndexedField field, const QString &text)
{
    if (text.isEmpty())
        return;
    const bool known = std::any_of(texts.begin(), texts.end(), [&](const SearchText &t) {
        return t.text == text && (t.field == field || field == IndexedField::Id);
    });
    if (!known)
        texts.append({field, text});
}

/// Collects postings in the order of documents, then puts them by word: two passes, no sort of the postings.
class Collector {
public:
    explicit Collector(SearchIndex::Data &data)
        : m_data(data)
    {
    }
    [[nodiscard]] quint32 wordNumber(QStringView w) { return m_data.words.add(w); }
    void post(quint32 word, quint32 doc, IndexedField field) { m_found.emplace_back(word, doc << 3 | quint32(field)); }
    void text(quint32 doc, IndexedField field, const QString &text)
    {
        forEachWord(text, [&](QStringView w) { post(wordNumber(w), doc, field); });
    }
    void name(quint32 doc, const QString &name)
    {
        const QString joined = joinedWords(name);
        const quint32 whole = wordNumber(joined);
        post(whole, doc, IndexedField::Whole);
        forEachWord(name, [&](QStringView w) {
            if (w != joined)
                post(wordNumber(w), doc, IndexedField::Name);
        });
    }
    void finish()
    {
        const std::vector<quint32> renumbered = m_data.words.close();
        m_data.offsets.assign(renumbered.size() + 1, 0);
        for (auto &[word, posting] : m_found) {
            word = renumbered[word];
            ++m_data.offsets[word + 1];
        }
        for (size_t i = 1; i < m_data.offsets.size(); ++i)
            m_data.offsets[i] += m_data.offsets[i - 1];
        m_data.postings.resize(m_found.size());
        std::vector<quint32> next(m_data.offsets.begin(), m_data.offsets.end() - 1);
        for (const auto &[word, posting] : m_found)
            m_data.postings[next[word]++] = posting;
    }

private:
    SearchIndex::Data &m_data;
    std::vector<std::pair<quint32, quint32>> m_found;
};

/// Equal strings once, by number.
class Pool {
public:
    explicit Pool(std::vector<QString> &all)
        : m_all(all)
    {
    }
    quint32 add(const QString &text)
    {
        const auto found = m_known.constFind(text);
        if (found != m_known.cend())
            return *found;
        m_all.push_back(text);
        return *m_known.insert(text, quint32(m_all.size() - 1));
    }

private:
    std::vector<QString> &m_all;
    QHash<QString, quint32> m_known;
};

QString marksOf(const Mesh &mesh, const QString &endpoint, const Column &c)
{
    QStringList marks = c.tags;
    if (!c.classification.isEmpty())
        marks.append(c.classification);
    for (const QString &id : c.terms) {
        const NodeId term = mesh.findReference(endpoint, Kind::Term, id);
        marks.append(term.isValid() ? mesh.name(term) : id);
    }
    return marks.join(QStringLiteral(", "));
}
} // namespace

QList<SearchText> searchTexts(const Mesh &mesh, NodeId n)
{
    const Kind kind = mesh.kind(n);
    QList<SearchText> texts;
    for (const Fact &f : mesh.facts(n)) {
        const Entity &e = mesh.entity(kind, f);
        const QString &endpoint = mesh.endpoints()[f.endpoint].name;
        addOnce(texts, IndexedField::Name, e.name.isEmpty() ? e.id : e.name);
        addOnce(texts, IndexedField::Id, e.id);
        addOnce(texts, IndexedField::Description, e.description);
        for (const QString &tag : e.tags)
            addOnce(texts, IndexedField::Tag, tag);
        for (const QString &id : e.terms) {
            const NodeId term = mesh.findReference(endpoint, Kind::Term, id);
            addOnce(texts, IndexedField::Term, term.isValid() ? mesh.name(term) : id);
        }
        for (const PartyRole &owner : e.owners) {
            const NodeId party = mesh.findReference(endpoint, Kind::Party, owner.party);
            addOnce(texts, IndexedField::Owner, party.isValid() ? mesh.name(party) : owner.party);
            addOnce(texts, IndexedField::Owner, owner.name);
            addOnce(texts, IndexedField::Owner, owner.contact);
        }
    }
    if (kind == Kind::Party)
        addOnce(texts, IndexedField::Id, mesh.party(n).email);
    return texts;
}

QList<SearchText> SearchIndex::Data::textsOf(const Mesh &mesh, quint32 doc) const
{
    if (!isColumn(doc))
        return searchTexts(mesh, NodeId{doc});
    const ColumnDoc &c = columns[doc - nodeCount];
    QList<SearchText> result{{IndexedField::Name, paths[c.path]}};
    addOnce(result, IndexedField::Tag, texts[c.marks]);
    addOnce(result, IndexedField::Description, texts[c.description]);
    return result;
}

namespace {
void collectNodes(const Mesh &mesh, SearchIndex::Data &data, Collector &collector)
{
    data.nodeCount = quint32(mesh.nodeCount());
    data.topDomain.resize(data.nodeCount);
    data.hidden.assign(data.nodeCount, true);
    for (int k = 0; k < kindCount; ++k) {
        for (const NodeId n : mesh.nodes(Kind(k))) {
            data.hidden[n.value] = false;
            NodeId top = Kind(k) == Kind::Domain ? n : mesh.domainOf(n);
            while (top.isValid() && mesh.domainOf(top).isValid())
                top = mesh.domainOf(top);
            data.topDomain[n.value] = top;
            for (const SearchText &t : searchTexts(mesh, n)) {
                if (t.field == IndexedField::Name)
                    collector.name(n.value, t.text);
                else
                    collector.text(n.value, t.field, t.text);
            }
        }
    }
    data.nameLengths.resize(data.nodeCount);
    for (quint32 i = 0; i < data.nodeCount; ++i)
        data.nameLengths[i] = quint8(std::min<qsizetype>(255, mesh.name(NodeId{i}).size()));
}

/// Columns known to several endpoints under one dataset are one; the first to say something is heard.
void collectColumns(const Mesh &mesh, const QList<std::pair<QString, Column>> &columns, SearchIndex::Data &data)
{
    Pool paths(data.paths);
    Pool texts(data.texts);
    const QString *endpoint = nullptr;
    const QString *dataset = nullptr;
    NodeId n;
    data.columns.reserve(size_t(columns.size()));
    for (const auto &[where, c] : columns) {
        if (!endpoint || *endpoint != where || *dataset != c.dataset) {
            n = mesh.findReference(where, Kind::Dataset, c.dataset);
            endpoint = &where;
            dataset = &c.dataset;
        }
        if (!n.isValid())
            continue;
        const QString marks = marksOf(mesh, where, c);
        data.columns.push_back({n, paths.add(c.path), c.description.isEmpty() ? 0 : texts.add(c.description),
                                marks.isEmpty() ? 0 : texts.add(marks)});
    }
    std::stable_sort(data.columns.begin(), data.columns.end(),
                     [](const auto &a, const auto &b) { return std::tie(a.dataset, a.path) < std::tie(b.dataset, b.path); });
    size_t kept = 0;
    for (size_t i = 0; i < data.columns.size(); ++i) {
        SearchIndex::Data::ColumnDoc &c = data.columns[i];
        if (kept > 0 && data.columns[kept - 1].dataset == c.dataset && data.columns[kept - 1].path == c.path) {
            SearchIndex::Data::ColumnDoc &first = data.columns[kept - 1];
            first.description = first.description ? first.description : c.description;
            first.marks = first.marks ? first.marks : c.marks;
        } else {
            data.columns[kept++] = c;
        }
    }
    data.columns.resize(kept);
    data.columns.shrink_to_fit();
}

/// Most columns share their names: each distinct text is taken apart once.
class WordCache {
public:
    WordCache(Collector &collector, const std::vector<QString> &texts, bool withWhole)
        : m_collector(collector)
        , m_texts(texts)
        , m_withWhole(withWhole)
        , m_begin(texts.size(), none)
        , m_end(texts.size(), none)
    {
    }
    void post(quint32 text, quint32 doc, IndexedField field)
    {
        if (m_begin[text] == none)
            learn(text);
        for (quint32 i = m_begin[text]; i < m_end[text]; ++i)
            m_collector.post(m_words[i], doc, m_withWhole && i == m_begin[text] ? IndexedField::Whole : field);
    }

private:
    void learn(quint32 text)
    {
        m_begin[text] = quint32(m_words.size());
        const QString whole = m_withWhole ? joinedWords(m_texts[text]) : QString();
        if (m_withWhole)
            m_words.push_back(m_collector.wordNumber(whole));
        forEachWord(m_texts[text], [&](QStringView w) {
            if (!m_withWhole || w != whole)
                m_words.push_back(m_collector.wordNumber(w));
        });
        m_end[text] = quint32(m_words.size());
    }

    Collector &m_collector;
    const std::vector<QString> &m_texts;
    bool m_withWhole;
    std::vector<quint32> m_begin;
    std::vector<quint32> m_end;
    std::vector<quint32> m_words;
};
} // namespace

SearchIndex::SearchIndex(MeshPtr mesh, const QList<std::pair<QString, Column>> &columns)
    : m_mesh(std::move(mesh))
{
    auto data = std::make_shared<Data>();
    if (m_mesh) {
        Collector collector(*data);
        collectNodes(*m_mesh, *data, collector);
        collectColumns(*m_mesh, columns, *data);
        WordCache names(collector, data->paths, true);
        WordCache texts(collector, data->texts, false);
        for (size_t i = 0; i < data->columns.size(); ++i) {
            const Data::ColumnDoc &c = data->columns[i];
            const auto doc = data->nodeCount + quint32(i);
            names.post(c.path, doc, IndexedField::Name);
            texts.post(c.marks, doc, IndexedField::Tag);
            texts.post(c.description, doc, IndexedField::Description);
            data->nameLengths.push_back(quint8(std::min<qsizetype>(255, data->paths[c.path].size())));
        }
        collector.finish();
    }
    m_data = std::move(data);
}

} // namespace meshscope
