#pragma once

#include "models/mesh/status.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QWidget>

namespace meshscope {

/// Draws a status in a square of `rect`: met an outline, the exceptions filled (tokens.md, status signs). A sign on a
/// yellow selection (high contrast) takes `over` for all its lines. No promise is a short dash.
void paintStatus(QPainter &painter, const QRectF &rect, Status status, const Tokens &t, const QColor &over = {});

/// How far a request is: its ring fills clockwise. Filled signs for what ended.
enum class RequestSign : quint8 { Draft, Sent, InReview, Approved, Granted, Expiring, Bad, Ended };
void paintRequestSign(QPainter &painter, const QRectF &rect, RequestSign sign, const Tokens &t, const QColor &over = {});

/// Words, colours of the chip of a status.
[[nodiscard]] QColor statusColor(Status status, const Tokens &t);
[[nodiscard]] QColor statusSoft(Status status, const Tokens &t);
[[nodiscard]] QColor statusTextColor(Status status, const Tokens &t);

/// A status as a widget: 12 in rows, 14 on cards, 24 in page heads.
class StatusSign final : public QWidget {
    Q_OBJECT
public:
    explicit StatusSign(Status status = Status::Unknown, int size = 14, QWidget *parent = nullptr);
    void setStatus(Status status);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
    int m_size;
};

} // namespace meshscope
