#include "models/security/keychainstore.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace meshscope {

namespace {

constexpr auto service = "Meshscope";

/// What a job came to; shared with the job, which may outlive a caller that lost patience.
struct Answer {
    QSemaphore ready;
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    QByteArray secret;
};

/// QtKeychain queues the jobs of the whole process in an object that belongs to the thread which used it first, and
/// stands still for ever when that thread ends. So one thread serves it as long as the process lives.
QObject &servant()
{
    static QObject *const object = [] {
        auto *thread = new QThread;
        thread->setObjectName(QStringLiteral("keychain"));
        auto *made = new QObject;
        made->moveToThread(thread);
        thread->start();
        return made;
    }();
    return *object;
}

using MakeJob = std::function<QKeychain::Job *()>;

std::shared_ptr<Answer> run(const MakeJob &make, int patience)
{
    auto answer = std::make_shared<Answer>();
    QObject &context = servant();
    QMetaObject::invokeMethod(
        &context,
        [answer, make, &context] {
            QKeychain::Job *job = make();
            job->setInsecureFallback(false);
            QObject::connect(job, &QKeychain::Job::finished, &context, [answer](QKeychain::Job *done) {
                answer->error = done->error();
                answer->text = done->errorString();
                if (auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(done))
                    answer->secret = reader->binaryData();
                answer->ready.release();
            });
            job->start();
        },
        Qt::QueuedConnection);
    if (answer->ready.tryAcquire(1, patience))
        return answer;
    auto late = std::make_shared<Answer>(); // the job may still write into the other
    late->text = QCoreApplication::translate("meshscope::KeychainStore", "it does not answer");
    return late;
}

std::shared_ptr<Answer> write(const QString &name, const QByteArray &secret, int patience)
{
    return run(
        [name, secret] {
            auto *job = new QKeychain::WritePasswordJob(QLatin1StringView(service));
            job->setKey(name);
            job->setBinaryData(secret);
            return job;
        },
        patience);
}

Failure failure(const Answer &answer)
{
    const QString text = QCoreApplication::translate("meshscope::KeychainStore",
                                                     "The desktop's keychain cannot be used: %1. Unlock it and try again.")
                             .arg(answer.text);
    return fail(Error::Code::Io, text);
}

} // namespace

QString KeychainStore::word() const
{
    return QStringLiteral("keychain");
}

Result<QByteArray> KeychainStore::read(const QString &name) const
{
    const auto answer = run(
        [name] {
            auto *job = new QKeychain::ReadPasswordJob(QLatin1StringView(service));
            job->setKey(name);
            return job;
        },
        m_patience);
    if (answer->error == QKeychain::NoError)
        return answer->secret;
    if (answer->error == QKeychain::EntryNotFound) {
        return fail(Error::Code::NotFound,
                    QCoreApplication::translate("meshscope::KeychainStore",
                                                "The desktop's keychain is locked or does not hold the key %1.")
                        .arg(name));
    }
    return failure(*answer);
}

Result<void> KeychainStore::create(const QString &name, const QByteArray &secret)
{
    // A locked keychain says "no such entry" to a read. Writing something harmless first unlocks it (or fails), so that
    // the second read can be believed and no key is ever written over.
    const auto probe = write(name + QStringLiteral(".probe"), QByteArrayLiteral("-"), m_patience);
    if (probe->error != QKeychain::NoError)
        return failure(*probe);
    const Result<QByteArray> present = read(name);
    if (present) {
        return fail(Error::Code::Refused,
                    QCoreApplication::translate("meshscope::KeychainStore",
                                                "The desktop's keychain holds a key %1 already: it is not replaced.")
                        .arg(name));
    }
    if (present.error().code != Error::Code::NotFound)
        return Failure(present.error());
    const auto written = write(name, secret, m_patience);
    if (written->error != QKeychain::NoError)
        return failure(*written);
    run(
        [name] {
            auto *job = new QKeychain::DeletePasswordJob(QLatin1StringView(service));
            job->setKey(name + QStringLiteral(".probe"));
            return job;
        },
        m_patience);
    return {};
}

QString KeychainBox::word() const
{
    return QStringLiteral("keychain");
}

Result<QByteArray> KeychainBox::read(const QString &name)
{
    return KeychainStore(m_patience).read(name);
}

Result<void> KeychainBox::keep(const QString &name, const QByteArray &secret)
{
    const auto written = write(name, secret, m_patience);
    if (written->error == QKeychain::NoError)
        return {};
    return failure(*written);
}

Result<void> KeychainBox::remove(const QString &name)
{
    const auto removed = run(
        [name] {
            auto *job = new QKeychain::DeletePasswordJob(QLatin1StringView(service));
            job->setKey(name);
            return job;
        },
        m_patience);
    if (removed->error == QKeychain::NoError || removed->error == QKeychain::EntryNotFound)
        return {};
    return failure(*removed);
}

} // namespace meshscope
