#pragma once

#include "models/mesh/mesh.h"

#include <QTreeView>

namespace meshscope {

class GraphTreeModel;
class GraphView;

/// The graph of a canvas as a tree, for screen readers and the keyboard: what is selected in one is selected in the other.
/// T on the canvas shows it and goes to it, T in it goes back; Esc hides it. Enter does what a click on the canvas does.
class GraphTree final : public QTreeView {
    Q_OBJECT
public:
    explicit GraphTree(GraphView *view, QWidget *parent = nullptr);
    void setMesh(const MeshPtr &mesh); ///< where domains, products and columns are looked up
    /// Tree and canvas side by side, the tree as wide as a person likes.
    [[nodiscard]] QWidget *besideView();
    /// Shows or hides it; shown, it has the focus.
    void toggle();

signals:
    void shownChanged(bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void refresh();
    void follow();
    void open(const QModelIndex &index, bool newWindow);

    GraphView *m_view;
    GraphTreeModel *m_tree;
    MeshPtr m_mesh;
    bool m_isFollowing = false;
    bool m_isStale = true; ///< the graph has changed while it was hidden
};

} // namespace meshscope
