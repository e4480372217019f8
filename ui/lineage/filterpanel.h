#pragma once

#include "ui/lineage/lineagescene.h"

#include <QFrame>

class QComboBox;

namespace meshscope {

/// What the graph is narrowed to: one choice for each of domain, platform, kind, status, owner, tag.
class FilterPanel final : public QFrame {
    Q_OBJECT
public:
    explicit FilterPanel(QWidget *parent = nullptr);
    /// Fills the choices from a mesh; keeps what is chosen.
    void setMesh(const Mesh &mesh);
    void setFilter(const LineageFilter &filter);
    [[nodiscard]] const LineageFilter &filter() const { return m_filter; }

signals:
    void filterChanged();

private:
    struct Field {
        QComboBox *box;
        QString LineageFilter::*value;
    };
    void showField(const Field &field);
    LineageFilter m_filter;
    QList<Field> m_fields;
};

} // namespace meshscope
