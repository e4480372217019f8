#pragma once

#include "ui/product/subject.h"

#include <QWidget>

namespace meshscope {

/// One step of lineage as a small drawing: what it is made from, itself, what is made from it. Each card opens its thing.
class SmallLineage final : public QWidget {
    Q_OBJECT
public:
    SmallLineage(const Subject &subject, SectionHub &hub, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    static constexpr int shownEachSide = 4;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Card {
        QString name;
        QString address;
        int hue = -1;
        Status status = Status::NoPromise;
    };
    [[nodiscard]] QRectF rectOf(int side, int index) const; ///< side −1 upstream, 0 itself, 1 downstream
    [[nodiscard]] int cardAt(const QPointF &position) const;
    [[nodiscard]] QRectF rectOfCard(int card) const;
    void paintCard(QPainter &p, const QRectF &rect, const Card &card, bool isMiddle, bool isHot) const;
    void paintEdges(QPainter &p) const;
    [[nodiscard]] const Card &cardOf(int card) const;

    SectionHub &m_hub;
    Card m_middle;
    QList<Card> m_up;
    QList<Card> m_down;
    int m_hot = -1;
};

} // namespace meshscope
