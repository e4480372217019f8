#pragma once

#include "models/mesh/address.h"

#include <QWidget>

class QVBoxLayout;

namespace meshscope {

/// The ports in the basket, a card each: one is chosen, each can be taken out.
class BasketPorts final : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        Address port;
        QString title;
        QString where;
        bool isChosen = false;
        bool operator==(const Entry &) const = default;
    };
    explicit BasketPorts(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries); ///< drawn anew only where they differ

signals:
    void removeRequested(const meshscope::Address &port);
    void chosen(qsizetype index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QList<Entry> m_entries;
    QVBoxLayout *m_cards;
};

} // namespace meshscope
