#pragma once

#include "models/mesh/status.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace meshscope {

/// A short word in a rounded box: a state, a tag, a kind. Outlined unless it is a status chip.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(const QString &text = {}, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setIconName(const QString &name); ///< one of our icons before the text
    void setStrong(bool strong);           ///< filled with the accent, as a badge
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_icon;
    bool m_isStrong = false;
};

/// A status sign with its word on the status' soft ground; `detail` follows a colon ("At risk: completeness").
class StatusChip final : public QWidget {
    Q_OBJECT
public:
    explicit StatusChip(Status status = Status::Unknown, QWidget *parent = nullptr);
    void setStatus(Status status, const QString &detail = {});
    void setWord(const QString &word); ///< instead of the status' own ("Complete")
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
    QString m_detail;
    QString m_word;
};

/// Draws an outlined chip; returns its width. For delegates.
int paintChip(QPainter &painter, const QRect &room, const QString &text, const Tokens &t);

} // namespace meshscope
