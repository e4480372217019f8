#pragma once

#include <QListView>

namespace meshscope {

/// Facets in groups, each with its count; one of a group can be on. Enter, Space or a click turns it.
class FacetList final : public QListView {
    Q_OBJECT
public:
    struct Item {
        QString group; ///< "kind", "domain", "endpoint"
        QString key;
        QString text;
        int count = 0;
        QString hue; ///< address of a top domain, for its square
        bool isOn = false;
        bool isHead = false;
    };
    explicit FacetList(QWidget *parent = nullptr);
    ~FacetList() override;
    void setItems(const QList<Item> &items);

signals:
    void toggled(const QString &group, const QString &key, bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Model;
    class Delegate;
    void toggle(const QModelIndex &index);
    Model *m_model;
};

} // namespace meshscope
