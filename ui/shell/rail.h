#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

namespace meshscope {

/// One place of the rail: icon over word, lit when its page is shown, a badge with what waits.
class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString &iconName, const QString &text, QWidget *parent);
    void setBadge(int count);
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    int m_badge = 0;
};

/// The places of the window, at its leading edge. Arrow keys walk, Enter goes.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void setCurrent(const QString &view); ///< lights the place the view belongs to
    void setBadge(const QString &view, int count);
    [[nodiscard]] static QStringList views(); ///< in order
    [[nodiscard]] static QString title(const QString &view);

signals:
    void requested(const QString &view, bool newWindow);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QHash<QString, RailButton *> m_buttons;
};

} // namespace meshscope
