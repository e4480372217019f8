#pragma once

#include "models/health/health.h"
#include "ui/widgets/plainchart.h"

namespace meshscope {

/// The days of one service level: a line with gaps, the objective as a labelled line, signs on the days that were not met.
/// Arrows walk along the days, Enter or a click opens a day's evidence.
class DayChart final : public PlainChart {
    Q_OBJECT
public:
    explicit DayChart(QWidget *parent = nullptr);
    struct Data {
        QList<DayValue> days;
        std::optional<double> objective; ///< canonical, as the values
        QString objectiveText;
        QString unit; ///< canonical
        QString given;
    };
    void setData(const Data &data);
    /// "axis starts at 98.8 %"; empty when the zero is visible.
    [[nodiscard]] QString axisNote() const { return m_axisNote; }
    [[nodiscard]] int current() const { return m_current; }
    /// Where a day's point is drawn, in this widget.
    [[nodiscard]] QPointF pointOf(int day) const;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void dayActivated(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addAxes(double low, double high, double step);
    void applyColors();
    void setCurrent(int day);
    [[nodiscard]] int dayAt(const QPointF &position) const;
    [[nodiscard]] QString said(int day) const;
    void paintGaps(QPainter &p) const;
    void paintCurrent(QPainter &p) const;

    Data m_data;
    QString m_axisNote;
    int m_current = -1;
};

} // namespace meshscope
