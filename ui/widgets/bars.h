#pragma once

#include "models/mesh/status.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QWidget>

#include <optional>

namespace meshscope {

/// How much is left or done: a round groove filled in the colour of a status or the accent.
class BudgetBar final : public QWidget {
    Q_OBJECT
public:
    explicit BudgetBar(QWidget *parent = nullptr);
    /// `share` 0…1 of the whole; beyond it is clipped. None: an empty dashed groove ("not measured").
    void setShare(std::optional<double> share, std::optional<Status> status = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_share;
    std::optional<Status> m_status;
};
void paintBudget(QPainter &painter, const QRectF &groove, std::optional<double> share, const QColor &fill, const Tokens &t);

/// Counts of met, at risk, breached and unknown as one bar; numbers inside from 16 px on, unknown as an outline.
class StackedBar final : public QWidget {
    Q_OBJECT
public:
    explicit StackedBar(QWidget *parent = nullptr);
    void setCounts(int met, int atRisk, int breached, int unknown);
    void setScale(int whole); ///< count that fills the whole width; 0 = the sum
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void clicked(meshscope::Status status);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    std::array<int, 4> m_counts{};
    int m_whole = 0;
};
/// Paints the four parts into `rect`; returns their rectangles in the order met, at risk, breached, unknown.
std::array<QRectF, 4> paintStacked(QPainter &painter, const QRectF &rect, const std::array<int, 4> &counts, int whole,
                                   const Tokens &t, bool isRtl = false);

} // namespace meshscope
