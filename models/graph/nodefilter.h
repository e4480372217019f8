#pragma once

#include "models/mesh/mesh.h"
#include "models/mesh/status.h"

#include <array>
#include <functional>
#include <map>

namespace meshscope {

/// What a person wants to see only, in any view of the mesh; empty fields let everything through.
struct NodeFilter {
    enum class Field : quint8 { Domain, Platform, Kind, Status, Owner, Tag, Age };
    static constexpr std::array fields{Field::Domain, Field::Platform, Field::Kind, Field::Status,
                                       Field::Owner,  Field::Tag,      Field::Age};
    QString domain; ///< address: it and what is below
    QString platform;
    QString kind;   ///< type of datasets
    QString status; ///< statusWord
    QString owner;  ///< name, or id of a party
    QString tag;
    QString age; ///< when data arrived last: one of ageWords
    [[nodiscard]] QString &value(Field field);
    [[nodiscard]] const QString &value(Field field) const;
    [[nodiscard]] bool isActive() const;
    bool operator==(const NodeFilter &) const = default;

    /// "domain", "platform", …: as in locations.
    [[nodiscard]] static QString word(Field field);
    /// Within a day, a week, 30 days; longer ago; no evidence.
    static constexpr std::array ageWords{"day", "week", "month", "older", "unknown"};
};

/// What a filter asks of a node that the Mesh does not say.
struct NodeEvidence {
    std::function<Status(NodeId)> status;     ///< none: nothing has one
    std::function<QDateTime(NodeId)> freshAt; ///< when data arrived last in a product; invalid = no evidence
    QDateTime now;
};

/// Judges nodes by a filter. Datasets without an owner have their product's; a dataset is as fresh as its product. What a
/// product does not say itself (platform, kind) its datasets say, what a domain does not say its products: one that passes
/// lets it pass. Remembers what it was asked; one thread at a time. The mesh must outlive it.
class NodeMatcher {
public:
    NodeMatcher(const Mesh &mesh, NodeFilter filter, NodeEvidence evidence);
    [[nodiscard]] bool passes(NodeId n);
    /// By one field alone.
    [[nodiscard]] bool passes(NodeId n, NodeFilter::Field field);

    /// How many of the nodes do not pass, and how many each field alone would hide: a node may be hidden by several.
    struct Hidden {
        qsizetype all = 0;
        std::map<NodeFilter::Field, qsizetype> by; ///< fields that are set
        bool operator==(const Hidden &) const = default;
    };
    [[nodiscard]] Hidden hidden(const std::vector<NodeId> &nodes);

private:
    [[nodiscard]] bool judge(NodeId n, NodeFilter::Field field);
    [[nodiscard]] bool isInDomain(NodeId n) const;
    [[nodiscard]] bool isOwned(NodeId n) const;
    [[nodiscard]] bool isOfAge(NodeId n) const;
    [[nodiscard]] bool anyPart(NodeId n, NodeFilter::Field field);

    const Mesh &m_mesh;
    NodeFilter m_filter;
    NodeEvidence m_evidence;
    NodeId m_domain;
    std::map<std::pair<NodeId, NodeFilter::Field>, bool> m_known;
};

} // namespace meshscope
