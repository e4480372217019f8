#pragma once

#include "ui/theme/tokens.h"

#include <QtCharts/QChartView>

class QLineSeries;

namespace meshscope {

/// A chart of lines without legend or chrome, in the colours of its window. Its axes are named by ourselves: Qt Charts
/// elides what it thinks has no room.
class PlainChart : public QChartView {
    Q_OBJECT
public:
    /// `ground` is the colour of what the chart lies on.
    explicit PlainChart(QColor Tokens::*ground, QWidget *parent = nullptr);

protected:
    struct Mark {
        double value;
        QString text;
    };
    struct Axis {
        double low;
        double high;
        QList<Mark> marks;
    };
    /// Takes away what was drawn; then come the series, then `setAxes`.
    void clear();
    void setAxes(const Axis &across, const Axis &up);
    /// The ground and the axes in the colours of now.
    void applyGround();
    static void paintDashed(QLineSeries *line, const QColor &color);
    void paintMarks(QPainter &p) const;
    /// Where a value is drawn, in this widget; null while nothing is.
    [[nodiscard]] QPointF positionOf(double across, double up) const;

private:
    QColor Tokens::*m_ground;
    QList<Mark> m_across;
    QList<Mark> m_up;
};

} // namespace meshscope
