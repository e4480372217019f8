#pragma once

#include "models/graph/nodefilter.h"

#include <QWidget>

class QHBoxLayout;

namespace meshscope {

class ElidedLabel;

/// "37 hidden by filters: Commerce 20 ✕, kafka 17 ✕ · Show everything": over a canvas that is narrowed; hidden otherwise.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);
    void setHidden(const NodeFilter &filter, const NodeMatcher::Hidden &hidden, const Mesh &mesh);
    [[nodiscard]] QString text() const;

signals:
    void fieldCleared(meshscope::NodeFilter::Field field);
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    ElidedLabel *m_text;
    QWidget *m_chips = nullptr;
};

} // namespace meshscope
