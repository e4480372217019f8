#pragma once

#include "ui/shell/facts.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace meshscope {

class FlowLayout;

/// What is selected: its facts and the actions, at the trailing edge of the window.
class Inspector final : public QWidget {
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);
    void setFacts(const Facts &facts); ///< null facts: says what would be here
    [[nodiscard]] QString address() const { return m_facts.address; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void openRequested(const meshscope::Location &location, bool newWindow);
    void accessRequested(const QString &address);
    void copied(const QString &address);

private:
    void build();
    void addHead(QVBoxLayout *column);
    void addLevels(QVBoxLayout *column);
    void addRows(QVBoxLayout *column);
    QWidget *partsWidget(const QList<Facts::Part> &parts, const QString &separator);
    void addParts(FlowLayout &flow, QWidget &host, const QList<Facts::Part> &parts, const QString &separator);
    QPushButton *action(const QString &text, const QString &iconName, bool isMain);

    Facts m_facts;
    QScrollArea *m_scroll;
    QWidget *m_actions;
};

} // namespace meshscope
