#pragma once

#include <QWidget>

class QLabel;

namespace meshscope {

class ElidedLabel;

/// "Traced a › b, n jobs, one path ✕": floats over the canvas while a column is traced.
class TraceBar final : public QWidget {
    Q_OBJECT
public:
    explicit TraceBar(QWidget *parent = nullptr);
    /// `to` empty: traced both ways, no single end chosen.
    void setTrace(const QString &from, const QString &to, const QString &detail);
    [[nodiscard]] QString text() const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_from;
    QLabel *m_arrow;
    ElidedLabel *m_to;
    ElidedLabel *m_detail;
};

} // namespace meshscope
