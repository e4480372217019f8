#include "ui/endpoints/addform.h"
#include "ui/endpoints/endpointspage.h"
#include "ui/endpoints/endpointview.h"
#include "ui/endpoints/workerqueue.h"

/// What is done to endpoints: the workspace is written at once, what asks for a secret's keeper goes to a worker.
namespace meshscope {

namespace {

Result<QString> named(const Result<void> &done, const QString &name)
{
    return done ? Result<QString>(name) : Result<QString>(Failure(done.error()));
}

} // namespace

void EndpointsPage::update(const QString &endpoint, const QString &done, const std::function<void(StoredEndpoint &)> &how)
{
    if (const StoredEndpoint *const found = endpointNamed(endpoint)) {
        StoredEndpoint changed = *found;
        how(changed);
        const Result<void> updated = m_services.workspace->updateEndpoint(changed);
        emit said(updated ? done : updated.error().text);
        if (m_services.reschedule)
            m_services.reschedule();
    }
    refresh();
}

void EndpointsPage::pin(const QString &endpoint, const QString &fingerprint)
{
    const StoredEndpoint *const found = endpointNamed(endpoint);
    if (!found)
        return;
    EndpointInput input{{found->name, found->kind, found->location, found->options}, {}, {}};
    input.config.options.insert(QStringLiteral("tls.pin"), fingerprint);
    m_worker->run([change = m_services.change, input] { return named(change(input), input.config.name); },
                  [this](const Result<QString> &done) {
                      emit said(done ? tr("The certificate is pinned for %1").arg(*done) : done.error().text);
                      if (done)
                          readAgain(*done);
                      refresh();
                      if (done && m_chosen == *done)
                          m_view->testConnection();
                  });
}

void EndpointsPage::readAgain(const QString &endpoint)
{
    m_services.sync(endpoint);
    if (m_services.reschedule)
        m_services.reschedule();
}

void EndpointsPage::add(const EndpointInput &input)
{
    m_addForm->setBusy(true);
    m_worker->run([add = m_services.add, input] { return add(input); },
                  [this, where = input.config.location](const Result<QString> &added) {
                      if (takeForm(added))
                          emit said(tr("Reading %1").arg(where));
                  });
}

void EndpointsPage::change(const EndpointInput &input)
{
    m_addForm->setBusy(true);
    m_worker->run([change = m_services.change, input] { return named(change(input), input.config.name); },
                  [this](const Result<QString> &changed) {
                      if (takeForm(changed))
                          emit said(tr("%1 was changed").arg(*changed));
                  });
}

/// The form is over, where it is still open, or says why not.
bool EndpointsPage::takeForm(const Result<QString> &done)
{
    m_addForm->setBusy(false);
    if (!done) {
        m_addForm->setError(done.error().text);
        return false;
    }
    readAgain(*done);
    if (isFormOpen()) {
        m_chosen = *done;
        closeForm();
    } else {
        refresh();
    }
    return true;
}

void EndpointsPage::remove(const QString &endpoint, bool keepHistory)
{
    m_worker->run(
        [remove = m_services.remove, endpoint, keepHistory] { return named(remove(endpoint, keepHistory), endpoint); },
        [this, endpoint](const Result<QString> &done) {
            emit said(done ? tr("%1 was removed").arg(endpoint) : done.error().text);
            if (m_services.reschedule)
                m_services.reschedule();
            if (m_chosen == endpoint)
                m_chosen.clear();
            refresh();
            emit locationChanged();
        });
}

QString EndpointsPage::holdingsOf(const QString &endpoint) const
{
    if (!m_snapshot.mesh)
        return {};
    const Mesh &mesh = *m_snapshot.mesh;
    const auto alone = [&](Kind kind) { // known to this endpoint and no other
        int count = 0;
        for (const NodeId node : mesh.nodes(kind)) {
            bool isElsewhere = false;
            bool isHere = false;
            for (const Fact &fact : mesh.facts(node)) {
                const bool isThis = mesh.endpoints()[fact.endpoint].name == endpoint;
                isHere = isHere || isThis;
                isElsewhere = isElsewhere || !isThis;
            }
            count += isHere && !isElsewhere ? 1 : 0;
        }
        return count;
    };
    const StoredEndpoint *const stored = endpointNamed(endpoint);
    const bool isFolder = stored && stored->kind == QLatin1String("folder");
    return (isFolder
                ? tr("%1, %2 and %3 go with it, as no other endpoint knows them. Requests and the files themselves stay.")
                : tr("%1, %2 and %3 go with it, as no other endpoint knows them, and its credentials. Requests and the "
                     "catalog itself stay."))
        .arg(tr("%Ln product(s)", nullptr, alone(Kind::Product)), tr("%Ln dataset(s)", nullptr, alone(Kind::Dataset)),
             tr("%Ln contract(s)", nullptr, alone(Kind::Contract)));
}

} // namespace meshscope
