#pragma once

#include "models/mesh/status.h"
#include "ui/widgets/controls.h"

namespace meshscope {

class CountLink;
class ElidedLabel;
class LinkLabel;
class StatusSign;

/// One fraction: what is counted, how many of how many, how it moved, and its line over the period.
class Tile final : public Card {
    Q_OBJECT
public:
    explicit Tile(const QString &title, QWidget *parent = nullptr);
    void setFraction(qint64 part, qint64 whole);
    void setNote(const QString &note); ///< "down 1.4 points"
    void setLine(const QList<double> &values);
    void setStatus(Status status); ///< a sign before the title

signals:
    void partOpened();
    void wholeOpened();

private:
    StatusSign *m_sign;
    LinkLabel *m_part;
    CountLink *m_whole;
    ElidedLabel *m_note;
    QString m_share;
    QString m_moved;
    class Sparkline *m_line;
    void say();
};

/// A small line without axes; its last point is marked.
class Sparkline final : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);
    void setValues(const QList<double> &values);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
};

} // namespace meshscope
