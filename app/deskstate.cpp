#include "app/deskstate.h"

#include <QLocale>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

bool holds(const AccessRequest &request)
{
    return request.state == RequestState::Granted || request.state == RequestState::Expiring;
}

QString accessText(const AccessRequest &request)
{
    return request.until.isValid()
               ? DeskState::tr("%1, until %2")
                     .arg(requestStateName(request.state), QLocale().toString(request.until, u"d MMM yyyy"_s))
               : requestStateName(request.state);
}

} // namespace

DeskState::DeskState(AccessDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Step step = m_watcher.result();
        m_isBusy = false;
        m_waiting = step.waiting;
        m_access = step.access;
        emit changed();
        for (const Issue &issue : step.issues)
            emit said(issue.text);
        next();
    });
}

DeskState::~DeskState()
{
    // What is under way may be a file being written: it is let finish.
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

QString DeskState::accessTo(const QString &product) const
{
    return m_access.value(product, tr("None yet"));
}

void DeskState::refresh(const MeshPtr &mesh)
{
    m_mesh = mesh;
    m_isWanted = true;
    next();
}

void DeskState::resume()
{
    m_resumes = true;
    m_isWanted = true;
    next();
}

void DeskState::next()
{
    if (m_isBusy || !m_isWanted)
        return;
    m_isBusy = true;
    m_isWanted = false;
    m_watcher.setFuture(QtConcurrent::run(
        [desk = &m_desk, mesh = m_mesh, resumes = std::exchange(m_resumes, false)] { return work(*desk, mesh, resumes); }));
}

DeskState::Step DeskState::work(AccessDesk &desk, const MeshPtr &mesh, bool resumes)
{
    Step step;
    if (resumes)
        step.issues = desk.resumeOutbox();
    if (!mesh)
        return step;
    QSet<QString> held;
    const QList<AccessRequest> requests = desk.requests(*mesh, QDateTime::currentDateTimeUtc());
    for (const AccessRequest &request : requests) { // newest first: what I hold counts more than what is newer
        const bool open = request.state == RequestState::Sent || request.state == RequestState::InReview;
        step.waiting += open && desk.mayDecide(*mesh, request) ? 1 : 0;
        const QString product = request.product.toString();
        if (!desk.isMine(request) || held.contains(product) || (step.access.contains(product) && !holds(request)))
            continue;
        step.access.insert(product, accessText(request));
        if (holds(request))
            held.insert(product);
    }
    return step;
}

} // namespace meshscope
