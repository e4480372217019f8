#pragma once

#include "models/graph/nodefilter.h"

#include <QFrame>

class QComboBox;

namespace meshscope {

/// What a view is narrowed to: one choice for each field of a filter.
class FilterPanel final : public QFrame {
    Q_OBJECT
public:
    explicit FilterPanel(QWidget *parent = nullptr);
    /// Fills the choices from a mesh; keeps what is chosen.
    void setMesh(const Mesh &mesh);
    void setFilter(const NodeFilter &filter);
    [[nodiscard]] const NodeFilter &filter() const { return m_filter; }

signals:
    void filterChanged();

private:
    struct Choice {
        NodeFilter::Field field;
        QComboBox *box;
    };
    void showChoice(const Choice &choice);
    NodeFilter m_filter;
    QList<Choice> m_choices;
};

/// "Domain", "Platform", …
[[nodiscard]] QString filterFieldName(NodeFilter::Field field);
/// What is chosen, for people: a domain's name, a status in words.
[[nodiscard]] QString filterValueName(const NodeFilter &filter, NodeFilter::Field field, const Mesh &mesh);
/// All that is chosen, separated by commas.
[[nodiscard]] QString filterInWords(const NodeFilter &filter, const Mesh &mesh);

} // namespace meshscope
