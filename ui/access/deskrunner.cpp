#include "ui/access/deskrunner.h"

#include <QtConcurrentRun>

namespace meshscope {

namespace {

/// Documents name people by e-mail or id; rows say their names, and "You".
PeopleNames namesOf(const Mesh &mesh, const Profile &profile)
{
    PeopleNames names;
    for (const NodeId node : mesh.nodes(Kind::Party)) {
        const Party &party = mesh.party(node);
        if (party.name.isEmpty())
            continue;
        names.insert(party.id, party.name);
        if (!party.email.isEmpty())
            names.insert(party.email, party.name);
    }
    for (const QString &me : QStringList{profile.name, profile.email} + profile.ids.values()) {
        if (!me.isEmpty())
            names.insert(me, DeskRunner::tr("You"));
    }
    return names;
}

DeskRunner::Listing listingOf(const AccessDesk &desk, const MeshPtr &mesh)
{
    DeskRunner::Listing listing;
    listing.mesh = mesh;
    listing.profile = desk.profile();
    listing.names = namesOf(*mesh, listing.profile);
    listing.requests = desk.requests(*mesh, QDateTime::currentDateTimeUtc());
    for (const AccessRequest &request : std::as_const(listing.requests)) {
        if (desk.isMine(request))
            listing.mine.insert(request.id);
        const QList<RequestMove> moves = desk.moves(*mesh, request);
        const bool open = request.state == RequestState::Sent || request.state == RequestState::InReview;
        if (desk.mayDecide(*mesh, request)) {
            listing.provided.insert(request.id);
            if (open)
                listing.toDecide.insert(request.id);
        }
        listing.moves.insert(request.id, moves);
    }
    listing.audit = desk.verifyAudit();
    return listing;
}

} // namespace

DeskRunner::DeskRunner(AccessDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_watcher, &QFutureWatcher<Step>::finished, this, [this] {
        const Step step = m_watcher.result();
        m_isBusy = false;
        if (step.listing)
            emit listed(*step.listing);
        else
            emit done(step.outcome);
        if (step.outcome.then)
            step.outcome.then();
        next();
    });
}

DeskRunner::~DeskRunner()
{
    // What is under way is a file being written, what waits is a draft or a decision: all of it is done before the end.
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
    while (!m_tasks.isEmpty())
        m_tasks.dequeue()(m_desk);
}

void DeskRunner::run(Task task)
{
    m_tasks.enqueue(std::move(task));
    next();
}

void DeskRunner::refresh(const MeshPtr &mesh)
{
    m_refresh = mesh;
    next();
}

void DeskRunner::next()
{
    if (m_isBusy)
        return;
    m_isBusy = !m_tasks.isEmpty() || m_refresh;
    if (!m_tasks.isEmpty()) {
        m_watcher.setFuture(QtConcurrent::run([desk = &m_desk, task = m_tasks.dequeue()] { return Step{task(*desk), {}}; }));
    } else if (m_refresh) {
        m_watcher.setFuture(QtConcurrent::run([desk = &m_desk, mesh = std::exchange(m_refresh, {})] {
            return Step{{}, listingOf(*desk, mesh)};
        }));
    }
}

} // namespace meshscope
