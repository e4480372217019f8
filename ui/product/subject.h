#pragma once

#include "models/health/health.h"
#include "ui/widgets/page.h"

namespace meshscope {

class ElidedLabel;

/// The thing a page is about, in one snapshot.
struct Subject {
    Snapshot snapshot;
    NodeId node;
    QString column; ///< path of a column of `node`; empty: the node itself
    [[nodiscard]] bool isValid() const { return snapshot.mesh && node.isValid(); }
    [[nodiscard]] const Mesh &mesh() const { return *snapshot.mesh; }
    [[nodiscard]] Kind kind() const { return column.isEmpty() ? mesh().kind(node) : Kind::Column; }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] Status status(NodeId n) const;
    [[nodiscard]] Status status() const { return status(node); }
    /// Levels that speak about it, judged: a product's all, of other things those of theirs.
    [[nodiscard]] QList<LevelState> levels() const;
    [[nodiscard]] LevelCounts counts() const;
    /// Products or datasets it is made from, or that are made from it.
    [[nodiscard]] QList<NodeId> upstream() const;
    [[nodiscard]] QList<NodeId> downstream() const;
    [[nodiscard]] QList<NodeId> contracts() const;     ///< its own or itself
    [[nodiscard]] QList<NodeId> datasets() const;      ///< its own or itself
    [[nodiscard]] QList<qsizetype> agreements() const; ///< indexes into the mesh's, of its product
    [[nodiscard]] QList<Dangling> dangling() const;
};

/// Where the sections of a page send the person; owned by the page.
class SectionHub final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// An address, a location's text, `section:<id>`, `level:<id>`, or a web address, which the desktop opens.
    void open(const QString &target, bool newWindow = false);

signals:
    void openRequested(const meshscope::Location &location, bool newWindow);
    void selected(const QString &address);
    void sectionRequested(const QString &section);
    void levelRequested(const QString &level, bool withEvidence);
    void said(const QString &text);
};

/// "Commerce › Orders".
[[nodiscard]] QString domainPathText(const Mesh &mesh, NodeId n);
[[nodiscard]] QString alignmentText(const DataProduct &product);
[[nodiscard]] QString lineageLink(const QString &address);
/// The owner among the roles: role "owner" first, else the first named; null when nobody is.
[[nodiscard]] const PartyRole *ownerOf(const Entity &entity);
[[nodiscard]] QString partyName(const Mesh &mesh, const QString &endpoint, const PartyRole &role);
[[nodiscard]] QString partyAddress(const Mesh &mesh, const QString &endpoint, const PartyRole &role);

} // namespace meshscope
