#pragma once

#include "models/mesh/mesh.h"
#include "models/mesh/itemroles.h"
#include "ui/graph/scene.h"

#include <QAbstractItemModel>

#include <memory>

namespace meshscope {

/// The graph of a Scene as a tree: domains, in them products, in them datasets, in them columns; below each what it comes
/// from and what comes from it, as deep as one wants to follow. Rows are made when they are looked at.
class GraphTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Row : quint8 { Around, Card, Box, Column, Upstream, Downstream, Neighbour, Hidden };
    enum Role { RowRole = Qt::UserRole + 300, CardRole, ColumnRole, IsUpRole };

    explicit GraphTreeModel(QObject *parent = nullptr);
    ~GraphTreeModel() override;
    void setGraph(ScenePtr scene, MeshPtr mesh);
    /// The row of a card or box itself, not of what refers to it; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Item;
    using Items = std::vector<std::unique_ptr<Item>>;
    [[nodiscard]] Item *itemAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfItem(const Item *item) const;
    [[nodiscard]] NodeId find(const QString &id) const;
    void build();
    Item *around(const QString &id, const QString &name, Item *parent);
    Item *rowOfBox(int group);
    Item *containerOf(int card);
    void sortBelow(Item &item);
    [[nodiscard]] Items made(const Item &item) const; ///< what is looked up late
    void addEdges(const Item &item, bool up, Items &to) const;
    [[nodiscard]] int countEdges(const Item &item, bool up) const;
    [[nodiscard]] bool canHaveLate(const Item &item) const;
    [[nodiscard]] QString textOf(const Item &item) const;
    [[nodiscard]] QString spoken(const Item &item) const;
    [[nodiscard]] QString iconOf(const Item &item) const;

    ScenePtr m_scene;
    MeshPtr m_mesh;
    std::unique_ptr<Item> m_top;
    QHash<QString, Item *> m_known; ///< cards, boxes and what is around them, by id
};

} // namespace meshscope
