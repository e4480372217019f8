#pragma once

#include "models/store/workspace.h"
#include "ui/product/subject.h"

#include <QFutureWatcher>

class QDateEdit;

namespace meshscope {

class CellModel;
class SectionHead;
class StatePanel;

/// What differs in a thing and its parts since a day, breaking changes marked; compared in a worker.
class ChangesSection final : public QWidget {
    Q_OBJECT
public:
    ChangesSection(const Subject &subject, Workspace &workspace, SectionHub &hub, QWidget *parent = nullptr);
    ~ChangesSection() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Answer {
        Result<Difference> difference;
        QDateTime oldest; ///< first run that is known
        QDate since;
    };
    [[nodiscard]] QStringList parts() const; ///< addresses of the thing, its ports, contracts and datasets
    [[nodiscard]] bool isMine(const Address &address, const QSet<QString> &parts) const;
    void load();
    void show();

    Subject m_subject;
    Workspace &m_workspace;
    QFutureWatcher<Answer> m_watcher;
    bool m_isStarted = false;
    SectionHead *m_head;
    QDateEdit *m_since;
    CellModel *m_rows;
    class TableView *m_table;
    StatePanel *m_panel;
};

} // namespace meshscope
