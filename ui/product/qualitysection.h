#pragma once

#include "ui/product/subject.h"

#include <QFutureWatcher>

namespace meshscope {

class CellModel;
class FitTable;
class SectionHead;
class StatePanel;

/// Quality rules of a thing with what their last run came to; read in a worker.
class QualitySection final : public QWidget {
    Q_OBJECT
public:
    QualitySection(const Subject &subject, SectionHub &hub, QWidget *parent = nullptr);
    ~QualitySection() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Found {
        NodeId owner;
        QualityRule rule;
        std::optional<Measurement> last;
    };
    void load();
    static QList<Found> read(const Mesh &mesh, const QList<NodeId> &owners, const QDateTime &until);
    void show(const QList<Found> &found);

    Subject m_subject;
    QFutureWatcher<QList<Found>> m_watcher;
    bool m_isStarted = false;
    SectionHead *m_head;
    CellModel *m_rows;
    class TableView *m_table;
    StatePanel *m_panel;
};

} // namespace meshscope
