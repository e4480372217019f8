#pragma once

#include "ui/theme/style.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

class QHBoxLayout;

namespace meshscope {

/// Buttons of one look each, made in one call; `iconName` is one of resources/icons.
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonLook look, const QString &iconName = {},
                                      QWidget *parent = nullptr);
[[nodiscard]] inline QPushButton *mainButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr)
{
    return makeButton(text, ButtonLook::Main, iconName, parent);
}
[[nodiscard]] inline QPushButton *plainButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr)
{
    return makeButton(text, ButtonLook::Plain, iconName, parent);
}
[[nodiscard]] inline QPushButton *softButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr)
{
    return makeButton(text, ButtonLook::Soft, iconName, parent);
}
[[nodiscard]] inline QPushButton *quietButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr)
{
    return makeButton(text, ButtonLook::Quiet, iconName, parent);
}
/// A quiet icon without words; `name` is its tooltip and what a screen reader says.
[[nodiscard]] QToolButton *iconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

/// A field with the search sign, a clear sign and an optional hint of its key at the end.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    void setKeyHint(const QString &hint); ///< "Ctrl+K", "/": drawn while the field is empty
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    QString m_hint;
};

/// Head of a section: name, a muted line of context, and things to do at the end.
class SectionHead final : public QWidget {
    Q_OBJECT
public:
    explicit SectionHead(const QString &title, const QString &context = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setContext(const QString &context);
    void addAction(QWidget *widget); ///< at the end, in order
    using QWidget::addAction;

private:
    QLabel *m_title;
    QLabel *m_context;
    QHBoxLayout *m_row;
};

/// A 1-px line of the `line` token.
[[nodiscard]] QWidget *makeLine(Qt::Orientation orientation, QWidget *parent = nullptr);

/// A surface with round corners and a thin border; holds one panel of a dashboard or form.
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setHighlighted(bool on); ///< 2-px border in the accent
    void setRadius(int reference) { m_radius = reference; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isHighlighted = false;
    int m_radius = 8;
};

} // namespace meshscope
