#pragma once

#include "ui/product/subject.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace meshscope {

class CellModel;
class FitTable;

/// Labels with their values below each other: what a person would otherwise read as a form.
class FactGrid final : public QWidget {
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr, int labelWidth = 92);
    void add(const QString &label, const QString &value); ///< nothing when the value is empty
    void add(const QString &label, QWidget *value);
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }

private:
    QGridLayout *m_grid;
    int m_labelWidth;
    int m_rows = 0;
};

/// A wrapping, selectable paragraph of plain text.
[[nodiscard]] QLabel *makeParagraph(const QString &text, QWidget *parent = nullptr);
/// A paragraph in muted: why a place is empty.
[[nodiscard]] QLabel *makeQuietNote(const QString &text, QWidget *parent = nullptr);
/// A table over the model, wired to the hub: rows open their address, links what they name, selection fills the inspector.
[[nodiscard]] FitTable *makeTable(CellModel *model, SectionHub &hub, const QString &name, int maximumRows = 12);
/// A column of a section with the paddings every section has.
[[nodiscard]] QVBoxLayout *sectionColumn(QWidget *section);
/// The same widget in a scroll area on the surface ground.
[[nodiscard]] QWidget *scrolled(QWidget *section);
/// A cell that names a thing: icon in its domain's hue, name, address to open.
struct NamedCell {
    QString address;
    QString name;
    QString hue;
    QString iconName;
};
[[nodiscard]] NamedCell namedCell(const Mesh &mesh, NodeId n);
/// Rows of things: name with sign, kind or domain, description.
[[nodiscard]] FitTable *makeThingTable(const Subject &subject, const QList<NodeId> &nodes, SectionHub &hub,
                                       const QString &name, int maximumRows = 12);

} // namespace meshscope
