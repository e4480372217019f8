#pragma once

#include "ui/product/subject.h"

#include <QFutureWatcher>

class QVBoxLayout;

namespace meshscope {

class CellModel;
class FitTable;
class SectionHead;
class SearchField;
class StatePanel;

/// Columns of every dataset of a thing, nested ones indented, in one searchable table; read in a worker.
class SchemaSection final : public QWidget {
    Q_OBJECT
public:
    SchemaSection(const Subject &subject, SectionHub &hub, QWidget *parent = nullptr);
    ~SchemaSection() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Found {
        NodeId dataset;
        QList<Column> columns;
    };
    void load();
    void show(const QList<Found> &found);

    Subject m_subject;
    QFutureWatcher<QList<Found>> m_watcher;
    bool m_isStarted = false;
    SectionHead *m_head;
    SearchField *m_search;
    CellModel *m_rows;
    class QSortFilterProxyModel *m_proxy;
    class TableView *m_table;
    StatePanel *m_panel;
    QString m_wanted;
};

} // namespace meshscope
