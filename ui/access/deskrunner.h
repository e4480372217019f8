#pragma once

#include "models/access/accessdesk.h"
#include "models/items/requestmodel.h"

#include <QFutureWatcher>
#include <QObject>
#include <QQueue>

#include <functional>

namespace meshscope {

/// Runs what the desk is asked for in a worker, one after the other: filing writes, syncs and commits files.
class DeskRunner final : public QObject {
    Q_OBJECT
public:
    struct Outcome {
        QString said;               ///< for the status bar
        QString problem;            ///< why it did not work
        QString request;            ///< id it was about
        QStringList endpoints;      ///< whose files changed: to be read again
        std::function<void()> then; ///< run on the GUI thread
    };
    using Task = std::function<Outcome(AccessDesk &)>;

    explicit DeskRunner(AccessDesk &desk, QObject *parent = nullptr);
    ~DeskRunner() override;
    void run(Task task);
    /// Reads all requests again (once, however often it is asked for while something runs).
    void refresh(const MeshPtr &mesh);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] AccessDesk &desk() { return m_desk; }

    struct Listing {
        MeshPtr mesh;
        QList<AccessRequest> requests;
        QSet<QString> mine;
        QSet<QString> toDecide;
        QSet<QString> provided; ///< of products that are mine or my teams'
        QHash<QString, QList<RequestMove>> moves;
        Profile profile;
        PeopleNames names;
        AccessDesk::AuditVerdict audit;
    };

signals:
    void done(const meshscope::DeskRunner::Outcome &outcome);
    void listed(const meshscope::DeskRunner::Listing &listing);

private:
    struct Step {
        Outcome outcome;
        std::optional<Listing> listing;
    };
    void next();
    AccessDesk &m_desk;
    QQueue<Task> m_tasks;
    MeshPtr m_refresh;     ///< set: a listing is wanted
    bool m_isBusy = false; ///< until its answer was heard: a future may be done before that
    QFutureWatcher<Step> m_watcher;
};

} // namespace meshscope
