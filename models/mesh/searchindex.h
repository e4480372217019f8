#pragma once

#include "models/mesh/mesh.h"

namespace meshscope {

/// Ranked search over names, descriptions, columns, terms and people of one Mesh, as one types.
/// All words must match, in any order; each as a prefix; words of five letters or more also with one typing error.
/// Exact names first. Memory-resident: postings of tokens; p95 of a keystroke at 200,000 names <= 5 ms.
class SearchIndex {
public:
    struct Why {
        QString field;
        QString text;
    }; ///< "name", "description", "column", "term", "owner", "tag", "id"
    struct Hit {
        Address address;
        Kind kind = Kind::Dataset;
        NodeId node; ///< of a column: its dataset
        QString name;
        double score = 0;
        QList<Why> why;
    };
    struct Filter {
        std::optional<Kind> kind;
        NodeId domain;    ///< this one and those below
        QString endpoint; ///< empty = all
    };
    struct Facet {
        QString key;
        int count = 0;
    };
    struct Answer {
        qsizetype total = 0;
        QList<Hit> hits;      ///< best first, at most `limit`
        QList<Facet> kinds;   ///< kind word → count over all hits before the kind filter
        QList<Facet> domains; ///< top domain address → count
        QList<Facet> endpoints;
    };

    SearchIndex() = default;
    /// `columns`: every column of the mesh as (endpoint, Column); taken in one pass.
    SearchIndex(MeshPtr mesh, const QList<std::pair<QString, Column>> &columns);
    [[nodiscard]] Answer search(const QString &query, const Filter &filter = {}, qsizetype limit = 50) const;
    [[nodiscard]] const MeshPtr &mesh() const { return m_mesh; }

    struct Data; // searchdata.h

private:
    MeshPtr m_mesh;
    std::shared_ptr<const Data> m_data;
};

} // namespace meshscope
