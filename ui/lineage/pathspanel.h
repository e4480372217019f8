#pragma once

#include "models/graph/paths.h"
#include "ui/graph/graphlist.h"

#include <functional>

namespace meshscope {

/// All paths between two nodes: how many there are, exactly or about, and the shortest of them as a list.
class PathsPanel final : public GraphList {
    Q_OBJECT
public:
    static constexpr int mostListed = 200;
    explicit PathsPanel(QWidget *parent = nullptr);
    void showSearching(const QString &from, const QString &to);
    void setPaths(const Mesh &mesh, const graph::MeshPaths &paths);
    void select(int path);
    [[nodiscard]] QString summary() const { return m_summary; }
    /// The same as a sentence of its own, with both ends.
    [[nodiscard]] QString status() const { return m_status; }
    /// Replaces the file dialog.
    void setChooser(std::function<QString(const QString &proposed)> chooser) { m_choose = std::move(chooser); }

signals:
    void chosen(int path);
    void turned(); ///< the other direction is asked for
    void said(const QString &text);

private:
    void save();
    [[nodiscard]] QString wordsOf(const graph::MeshPaths &paths) const;

    QToolButton *m_save;
    QString m_summary, m_status, m_title;
    QByteArray m_csv;
    std::function<QString(const QString &)> m_choose;
};

/// The listed paths as CSV: one row a path, its number, steps and nodes.
[[nodiscard]] QByteArray pathsCsv(const Mesh &mesh, const graph::MeshPaths &paths);

} // namespace meshscope
