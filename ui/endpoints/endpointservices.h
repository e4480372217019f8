#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/personlogin.h"
#include "models/catalogs/recognise.h"
#include "models/store/workspace.h"

#include <functional>

namespace meshscope {

/// What somebody typed of an endpoint: the secret apart, and whose secret is meant where none was typed.
struct EndpointInput {
    EndpointConfig config;
    QByteArray secret;
    EndpointConfig like = {}; ///< an endpoint there is; without a name: none
};

/// How a connection is tested: in a worker, as long as nobody cancels; each request is told as it is answered, each check
/// as it is over.
struct TestWatch {
    std::function<bool()> cancelled;
    std::function<void(const LoggedRequest &)> told;
    std::function<void(const Connector::Check &)> checked;
};

/// What the endpoint pages are given by the composition.
struct EndpointServices {
    Workspace *workspace = nullptr;
    std::function<void(const QString &endpoint)> sync;
    std::function<void(const QString &endpoint)> cancelSync;
    /// Adds an endpoint; its name. An empty one is derived from the location. This and the next two are called in a worker:
    /// a vault is opened, a keychain asked.
    std::function<Result<QString>(const EndpointInput &input)> add;
    /// Puts it in place of the endpoint of that name.
    std::function<Result<void>(const EndpointInput &input)> change;
    std::function<Result<void>(const QString &endpoint, bool keepHistory)> remove;
    /// One was added, changed or removed, or whether it is paused, or its interval: what hangs on that is done anew.
    std::function<void()> reschedule;
    /// Called in a worker.
    std::function<Result<Connector::Probe>(const EndpointInput &input, const TestWatch &watch)> test;
    /// What answers at an address; called in a worker.
    std::function<Result<QList<Recognised>>(const QString &address, const std::function<bool()> &cancelled)> recognise;
    /// Logs a person in; the secret it gives. Called in a worker.
    std::function<Result<QByteArray>(const EndpointInput &input, const LoginTalk &talk)> login;
    std::function<void(const QUrl &)> openAddress; ///< in the desktop's browser
    /// Whether the secrets are in a vault whose passphrase nobody gave yet; and giving it.
    std::function<bool()> isLocked;
    /// Called in a worker; what is cancelled stays locked.
    std::function<Result<void>(const QByteArray &passphrase, const std::function<bool()> &cancelled)> unlock;
    /// Opens a file in the person's editor or the desktop's program at a line; false when there is none.
    std::function<bool(const QString &path, int line)> openOutside;
};

/// What is being read now.
struct EndpointProgress {
    QString endpoint;
    qint64 done = 0;
    qint64 total = 0; ///< 0: nobody knows
    QString what = {};
    QHash<QString, qint64> got = {};       ///< so far, in the words of a run
    QHash<QString, qint64> gotBefore = {}; ///< by the last complete run
    qint64 requests = 0;
    qint64 bytes = 0;
    std::optional<qint64> millisLeft = {};
    bool isStopping = false;
};

} // namespace meshscope
