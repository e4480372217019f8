#pragma once

#include "ui/widgets/plainchart.h"

#include <QDateTime>

#include <optional>

namespace meshscope {

/// Lines of the error budget left, one a domain, each named at its end; gaps stay gaps, below zero the budget is spent.
class BudgetChart final : public PlainChart {
    Q_OBJECT
public:
    explicit BudgetChart(QWidget *parent = nullptr);
    struct Line {
        QString name;
        QString address;
        int hue = 0;
        QList<std::optional<double>> left; ///< by day
    };
    void setLines(const QList<QDateTime> &days, const QList<Line> &lines);
    void setEmptyText(const QString &text); ///< what stands there without lines
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void lineActivated(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Label {
        int line;
        QPointF end; ///< of its line
        QRectF rect;
    };
    void rebuild();
    void fitMargins();
    void addAxes();
    void applyColors();
    void setHot(int line);
    [[nodiscard]] QList<Label> labels() const;

    QList<QDateTime> m_days;
    QList<Line> m_lines;
    QString m_empty;
    double m_low = -0.4;
    int m_hot = -1;
};

} // namespace meshscope
