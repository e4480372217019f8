#pragma once

#include "models/mesh/status.h"

#include <QDateTime>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedLayout;

namespace meshscope {

class LinkLabel;

/// One line that says what a person should know about the panel below it, with what to do at its end.
class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    /// `strong` is said first, in bold.
    void setNotice(Status tone, const QString &strong, const QString &rest = {});
    LinkLabel *addAction(const QString &text);
    using QWidget::addAction;
    void clearActions();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    Status m_tone = Status::AtRisk;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<QWidget *> m_actions;
};

/// A panel in one of its states: loading, content, empty, failed, not offered; partial and stale stand above the content.
class StatePanel final : public QWidget {
    Q_OBJECT
public:
    explicit StatePanel(QWidget *content, QWidget *parent = nullptr);
    enum class State : quint8 { Content, Loading, Empty, Failed, NotOffered };
    [[nodiscard]] State state() const { return m_state; }
    void showContent();
    void showLoading(const QString &what); ///< a skeleton after 150 ms, with what is loading
    /// Why there is nothing, and the one action that fills it (none when empty).
    void showEmpty(const QString &title, const QString &why, const QString &action = {});
    void showFailed(const QString &what, const QString &why); ///< with Retry
    void showNotOffered(const QString &what, const QString &why);
    void setPartial(const QString &missing); ///< a bar above the content; empty takes it away
    void setStale(const QDateTime &since);   ///< the same, with the age
    [[nodiscard]] QString text() const;      ///< what is said in the place of the content

signals:
    void retryRequested();
    void actionRequested();

private:
    void showMessage(State state, const QString &title, const QString &text, const QString &button);
    State m_state = State::Content;
    QStackedLayout *m_stack;
    NoticeBar *m_notice;
    QWidget *m_content;
    QWidget *m_skeleton;
    QWidget *m_message;
    QWidget *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QTimer m_delay;
};

} // namespace meshscope
