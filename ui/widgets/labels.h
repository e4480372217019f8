#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QLabel>
#include <QTimer>

namespace meshscope {

/// "just now", "3 h ago", "12 days ago", "in 4 h"; the date from 60 days on. "never" when null.
[[nodiscard]] QString ageText(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTime());
/// The exact moment in the person's zone, for tooltips.
[[nodiscard]] QString exactTime(const QDateTime &at);
/// "14:02" today, "17 Nov 14:02" this year, with the year before: in the person's zone and locale, without seconds.
[[nodiscard]] QString asOfText(const QDateTime &moment);
/// 1,486: grouped in the person's locale.
[[nodiscard]] QString numberText(qint64 number);

/// One line of text that gives way: elided, whole in the tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

/// A label of a role and a token colour, made in one call.
[[nodiscard]] QLabel *makeLabel(const QString &text, TextRole role, QColor Tokens::*color, QWidget *parent = nullptr);
[[nodiscard]] ElidedLabel *makeElided(const QString &text, TextRole role, QColor Tokens::*color, QWidget *parent = nullptr);

/// Text that opens something: link colour, underlined under the pointer, Enter and Space work, Ctrl opens a new window.
class LinkLabel : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkLabel(const QString &text = {}, QWidget *parent = nullptr);
    /// Plain text when there is nothing to open.
    void setLink(bool isLink);
    void setIconName(const QString &name);
    void setQuiet(bool isQuiet); ///< muted until under the pointer, as in breadcrumbs
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void opened(bool newWindow);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool m_isLink = true;
    bool m_isQuiet = false;
    QString m_icon;
};

/// A number with its noun, a link to the list it counts; plain text when there is nothing to open.
class CountLink final : public LinkLabel {
    Q_OBJECT
public:
    explicit CountLink(QWidget *parent = nullptr);
    /// `text` is the whole phrase, plural settled by the caller: tr("%Ln products", "", n).
    void setCount(qint64 count, const QString &text);
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    qint64 m_count = 0;
};

/// "3 h ago", kept up to date while shown; the exact time in the tooltip.
class AgeLabel final : public ElidedLabel {
    Q_OBJECT
public:
    explicit AgeLabel(const QDateTime &at = {}, QWidget *parent = nullptr);
    void setTime(const QDateTime &at);
    [[nodiscard]] QDateTime time() const { return m_at; }

private:
    void refresh();
    QDateTime m_at;
    QTimer m_minute;
};

/// A person or team: name as a link to what they own, the role in the tooltip.
class PersonLabel final : public LinkLabel {
    Q_OBJECT
public:
    explicit PersonLabel(QWidget *parent = nullptr);
    /// `address` empty: the person is only named, nothing opens.
    void setPerson(const QString &name, const QString &address = {}, const QString &role = {}, const QString &contact = {});
    [[nodiscard]] QString address() const { return m_address; }

signals:
    void personOpened(const QString &address, bool newWindow);

private:
    QString m_address;
};

/// A monospace address elided in the middle; a click copies it and says so.
class AddressLabel final : public QAbstractButton {
    Q_OBJECT
public:
    explicit AddressLabel(const QString &address = {}, QWidget *parent = nullptr);
    void setAddress(const QString &address);
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void copied(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_address;
    QTimer m_copied;
};

/// A domain path: 8-pixel square in the top domain's hue, then the names as links.
class DomainLabel final : public QWidget {
    Q_OBJECT
public:
    explicit DomainLabel(QWidget *parent = nullptr);
    struct Step {
        QString name;
        QString address;
    };
    void setPath(const QList<Step> &path); ///< from the top
    [[nodiscard]] QString text() const;

signals:
    void domainOpened(const QString &address, bool newWindow);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Step> m_path;
};

} // namespace meshscope
