#pragma once

#include "models/graph/paths.h"

#include <QWidget>

#include <functional>

class QStandardItemModel;
class QToolButton;

namespace meshscope {

class SectionHead;
class TableView;

/// All paths between two nodes: how many there are, exactly or about, and the shortest of them as a list.
class PathsPanel final : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostListed = 200;
    explicit PathsPanel(QWidget *parent = nullptr);
    void showSearching(const QString &from, const QString &to);
    void setPaths(const Mesh &mesh, const graph::MeshPaths &paths);
    void select(int path);
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] QString summary() const { return m_summary; }
    /// The same as a sentence of its own, with both ends.
    [[nodiscard]] QString status() const { return m_status; }
    [[nodiscard]] TableView *table() const { return m_table; }
    /// Replaces the file dialog.
    void setChooser(std::function<QString(const QString &proposed)> chooser) { m_choose = std::move(chooser); }

signals:
    void chosen(int path);
    void turned(); ///< the other direction is asked for
    void closed();
    void said(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void save();
    [[nodiscard]] QString wordsOf(const graph::MeshPaths &paths) const;

    SectionHead *m_head;
    TableView *m_table;
    QStandardItemModel *m_model;
    QToolButton *m_save;
    QString m_summary, m_status, m_title;
    QByteArray m_csv;
    std::function<QString(const QString &)> m_choose;
};

/// The listed paths as CSV: one row a path, its number, steps and nodes.
[[nodiscard]] QByteArray pathsCsv(const Mesh &mesh, const graph::MeshPaths &paths);

} // namespace meshscope
