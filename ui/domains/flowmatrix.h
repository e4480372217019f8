#pragma once

#include "ui/domains/matrixscene.h"

#include <QTableView>

#include <memory>

namespace meshscope {

using FlowMatrixPtr = std::shared_ptr<const FlowMatrixData>;

/// Flows between domains as a table: the row gives to the column. What is too dense to draw as lines.
class FlowMatrix final : public QTableView {
    Q_OBJECT
public:
    explicit FlowMatrix(QWidget *parent = nullptr);
    void setMatrix(FlowMatrixPtr made);
    [[nodiscard]] const FlowMatrixPtr &matrix() const { return m_data; }
    void select(const QString &domain);
    /// Domains whose name holds the words; goes to the first, then to the next each time. Gives how many.
    int find(const QString &words, bool next = false);
    [[nodiscard]] int findPosition() const { return m_findAt; }

signals:
    void cellActivated(int row, int column);
    void domainSelected(const QString &address);
    void domainActivated(const QString &address, bool newWindow);
    void findRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    friend class FlowMatrixDelegate;
    friend class FlowMatrixHeader;
    void applyMetrics();
    void setHovered(const QModelIndex &index);

    FlowMatrixPtr m_data;
    QPersistentModelIndex m_hovered;
    int m_findAt = -1;
};

} // namespace meshscope
