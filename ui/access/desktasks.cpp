#include "ui/access/desktasks.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AccessPage)
};

} // namespace

DeskRunner::Task keepTask(const QList<AccessRequest> &drafts, const std::function<void(bool isKept)> &then)
{
    return [drafts, then](AccessDesk &desk) {
        DeskRunner::Outcome outcome;
        for (const AccessRequest &draft : drafts) {
            const Result<QString> id = desk.saveDraft(draft);
            if (!id)
                outcome.problem = id.error().text;
        }
        outcome.then = [then, isKept = outcome.problem.isEmpty()] { then(isKept); };
        return outcome;
    };
}

DeskRunner::Task discardTask(const QString &id, const std::function<void()> &then)
{
    return [id, then](AccessDesk &desk) {
        const Result<void> gone = desk.discardDraft(id);
        const bool isGone = gone || gone.error().code == Error::Code::NotFound; // never kept: nothing to throw away
        return DeskRunner::Outcome{{}, isGone ? QString() : gone.error().text, {}, {}, then};
    };
}

DeskRunner::Task sendTask(const MeshPtr &mesh, const QList<AccessRequest> &drafts)
{
    return [mesh, drafts](AccessDesk &desk) {
        DeskRunner::Outcome outcome;
        int sent = 0;
        int kept = 0; ///< on their way
        for (const AccessRequest &draft : drafts) {
            // Saved once more: what was typed last must be what is sent.
            const Result<QString> id = desk.saveDraft(draft);
            const Result<AccessRequest> request = id ? desk.send(*mesh, *id) : Result<AccessRequest>(Failure(id.error()));
            if (!request) {
                outcome.problem = request.error().text;
            } else if (request->state == RequestState::Failed) {
                outcome.problem = request->warning;
            } else {
                ++(request->delivery == Delivery::There ? sent : kept);
                if (request->delivery != Delivery::There)
                    outcome.problem = request->warning;
                outcome.request = request->id;
                if (!outcome.endpoints.contains(request->endpoint))
                    outcome.endpoints << request->endpoint;
            }
        }
        if (sent > 0)
            outcome.said = Text::tr("%Ln requests sent", nullptr, sent);
        if (kept > 0 && sent == 0)
            outcome.said = Text::tr("%Ln requests kept in the outbox", nullptr, kept);
        return outcome;
    };
}

DeskRunner::Task moveTask(const MeshPtr &mesh, const QString &id, RequestMove move, const QString &note, const QDate &until,
                          const std::function<void()> &then)
{
    return [mesh, id, move, note, until, then](AccessDesk &desk) {
        const Result<AccessRequest> moved = desk.move(*mesh, id, move, note, until);
        if (!moved)
            return DeskRunner::Outcome{{}, moved.error().text, id, {}, then};
        return DeskRunner::Outcome{requestStateText(*moved), moved->warning, moved->id, {moved->endpoint}, then};
    };
}

DeskRunner::Task profileTask(const Profile &profile, const std::function<void()> &whenKept)
{
    return [profile, whenKept](AccessDesk &desk) {
        const Result<void> kept = desk.setProfile(profile);
        if (!kept)
            return DeskRunner::Outcome{{}, kept.error().text, {}, {}, {}};
        return DeskRunner::Outcome{Text::tr("You are %1").arg(profile.name), {}, {}, {}, whenKept};
    };
}

} // namespace meshscope
