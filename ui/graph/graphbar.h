#pragma once

#include <QToolButton>
#include <QWidget>

class QActionGroup;
class QLabel;

namespace meshscope {

/// "Colour Domain ⌄": what is chosen, in a word, and a menu of the other choices.
class ChoiceButton final : public QToolButton {
    Q_OBJECT
public:
    explicit ChoiceButton(const QString &label, QWidget *parent = nullptr);
    void addChoice(const QString &key, const QString &text);
    void setCurrent(const QString &key); ///< unknown keys are ignored
    void nameChoice(const QString &key, const QString &text);
    void offerChoice(const QString &key, bool offered); ///< what is chosen stays chosen
    [[nodiscard]] QString current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    void setLabelShown(bool shown);

signals:
    void chosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString currentText() const;
    QString m_label, m_current;
    QActionGroup *m_choices;
    bool m_labelShown = true;
};

/// − 100 % +: the zoom of a canvas.
class ZoomBox final : public QWidget {
    Q_OBJECT
public:
    explicit ZoomBox(QWidget *parent = nullptr);
    void setZoom(double scale);

signals:
    void zoomBy(double factor);
    void resetRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_value;
};

/// The row of a page's own controls: 42 high, `surface` ground, a line below.
class PageBar : public QWidget {
    Q_OBJECT
public:
    explicit PageBar(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace meshscope
