#pragma once

#include "models/access/accessdesk.h"

#include <QFutureWatcher>
#include <QObject>

namespace meshscope {

/// What every window shows of the desk, beside the access page: what waits for the person and the access they hold.
/// Worked out in a worker, since the desk reads files; the latest mesh wins.
class DeskState final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives it.
    explicit DeskState(AccessDesk &desk, QObject *parent = nullptr);
    ~DeskState() override;
    [[nodiscard]] int waiting() const { return m_waiting; } ///< requests I may decide
    [[nodiscard]] QString accessTo(const QString &product) const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

public slots:
    void refresh(const meshscope::MeshPtr &mesh);
    /// Finishes what a crash or a full disk interrupted, then works all out again. At start and after a sync.
    void resume();

signals:
    void changed();
    void said(const QString &text); ///< what could not be finished, and why

private:
    struct Step {
        int waiting = 0;
        QHash<QString, QString> access; ///< by product: the best I hold there, in words
        Issues issues;
    };
    [[nodiscard]] static Step work(AccessDesk &desk, const MeshPtr &mesh, bool resumes);
    void next();

    AccessDesk &m_desk;
    MeshPtr m_mesh; ///< the latest; null before the first
    bool m_isWanted = false;
    bool m_resumes = false;
    int m_waiting = 0;
    QHash<QString, QString> m_access;
    bool m_isBusy = false; ///< until its answer was heard: a future may be done before that
    QFutureWatcher<Step> m_watcher;
};

} // namespace meshscope
