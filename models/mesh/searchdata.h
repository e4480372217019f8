#pragma once

#include "models/mesh/searchindex.h"
#include "models/mesh/searchtext.h"

namespace meshscope {

/// What a word of the index was found in; the first is the whole name run together.
enum class IndexedField : quint8 { Whole, Name, Term, Tag, Owner, Id, Description };
inline constexpr int searchFieldCount = 7;

/// One text of a thing, and which field it is.
struct SearchText {
    IndexedField field;
    QString text;
};

/// The index behind SearchIndex. A document is a node (its handle's number) or, after those, a column.
/// A posting is `document << 3 | field`; postings of a word lie together, words are sorted.
struct SearchIndex::Data {
    struct ColumnDoc {
        NodeId dataset;
        quint32 path = 0;        ///< into paths
        quint32 description = 0; ///< into texts; 0 = none
        quint32 marks = 0;       ///< tags, classification, terms: into texts; 0 = none
    };
    WordList words;
    std::vector<quint32> offsets; ///< by word, into postings
    std::vector<quint32> postings;
    quint32 nodeCount = 0;
    std::vector<ColumnDoc> columns;
    std::vector<QString> paths;
    std::vector<QString> texts{QString()};
    std::vector<quint8> nameLengths; ///< by document, at most 255: shorter names first
    std::vector<NodeId> topDomain;   ///< by node
    std::vector<bool> hidden;        ///< by node: known to nobody (an unused virtual domain)

    [[nodiscard]] quint32 documentCount() const { return nodeCount + quint32(columns.size()); }
    [[nodiscard]] bool isColumn(quint32 doc) const { return doc >= nodeCount; }
    [[nodiscard]] NodeId node(quint32 doc) const { return isColumn(doc) ? columns[doc - nodeCount].dataset : NodeId{doc}; }
    [[nodiscard]] Kind kind(const Mesh &mesh, quint32 doc) const
    {
        return isColumn(doc) ? Kind::Column : mesh.kind(NodeId{doc});
    }
    /// Every text of a document that is searched, without the run-together name.
    [[nodiscard]] QList<SearchText> textsOf(const Mesh &mesh, quint32 doc) const;
};

[[nodiscard]] QList<SearchText> searchTexts(const Mesh &mesh, NodeId n);

} // namespace meshscope
