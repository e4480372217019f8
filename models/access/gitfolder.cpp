#include "models/access/gitfolder.h"

#include "models/security/algorithms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <git2.h>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::GitFolder)
};

constexpr int lockTries = 40; ///< of 25 ms
constexpr unsigned long lockPause = 25;

template<class T, void (*release)(T *)>
struct Release {
    void operator()(T *object) const { release(object); }
};
template<class T, void (*release)(T *)>
using Held = std::unique_ptr<T, Release<T, release>>;

using Index = Held<git_index, git_index_free>;
using Tree = Held<git_tree, git_tree_free>;
using Commit = Held<git_commit, git_commit_free>;
using Object = Held<git_object, git_object_free>;
using Signature = Held<git_signature, git_signature_free>;
using Config = Held<git_config, git_config_free>;
using Remote = Held<git_remote, git_remote_free>;
using Reference = Held<git_reference, git_reference_free>;

QString reason()
{
    const git_error *error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : Text::tr("unknown reason");
}

Failure gitFailure(const QString &what, const QString &where, int code = 0)
{
    const auto kind = code == GIT_ELOCKED ? Error::Code::Busy : Error::Code::Io;
    return fail(kind, Text::tr("%1: %2").arg(what, reason()), where);
}

QString fromConfig(git_config *config, const char *key)
{
    git_buf value = GIT_BUF_INIT;
    QString text;
    if (git_config_get_string_buf(&value, config, key) == 0)
        text = QString::fromUtf8(value.ptr);
    git_buf_dispose(&value);
    return text.trimmed();
}

/// A name or e-mail as git takes it, which leaves out what would end it in a commit.
QByteArray signatureText(const QString &text)
{
    return QString(text).remove(u'<').remove(u'>').remove(QChar(0)).simplified().toUtf8();
}

/// Tells libgit2 what to prove itself with: the SSH agent, or nothing.
int credentials(git_credential **out, const char *, const char *user, unsigned int allowed, void *payload)
{
    int &tries = *static_cast<int *>(payload);
    if (++tries > 2)
        return GIT_EAUTH;
    if (allowed & GIT_CREDENTIAL_SSH_KEY)
        return git_credential_ssh_key_from_agent(out, user ? user : "git");
    if (allowed & GIT_CREDENTIAL_USERNAME)
        return git_credential_username_new(out, user ? user : "git");
    if (allowed & GIT_CREDENTIAL_DEFAULT)
        return git_credential_default_new(out);
    return GIT_EAUTH;
}

/// A server that refuses a branch says so here, not in the result of the push.
int refused(const char *, const char *status, void *payload)
{
    if (status && payload)
        git_error_set_str(GIT_ERROR_NET, status);
    return status ? -1 : 0;
}

/// libgit2 counts its own initialisations; ours is never taken back, objects may outlive any scope.
void start()
{
    loadAlgorithms(); // before libssh2 does, in its own way
    static const int started = git_libgit2_init();
    Q_UNUSED(started)
}

/// Puts one path of the index back as it was when what follows it failed.
class IndexEntry {
public:
    IndexEntry(git_index *index, QByteArray path)
        : m_index(index)
        , m_path(std::move(path))
    {
        if (const git_index_entry *entry = git_index_get_bypath(index, m_path.constData(), 0))
            m_before = *entry;
    }
    void restore()
    {
        if (m_before) {
            m_before->path = m_path.constData();
            git_index_add(m_index, &*m_before);
        } else {
            git_index_remove(m_index, m_path.constData(), 0);
        }
        git_index_write(m_index);
    }

private:
    git_index *m_index;
    QByteArray m_path;
    std::optional<git_index_entry> m_before;
};

/// A commit of `tree` on HEAD; tried again when another commit came between.
int commitTree(git_repository *repository, const git_oid &blob, git_filemode_t mode, const QByteArray &path,
               const git_signature *who, const QByteArray &message)
{
    int code = 0;
    for (int tries = 0; tries < 5; ++tries) {
        Commit parent;
        Tree base;
        git_oid head;
        if (git_reference_name_to_id(&head, repository, "HEAD") == 0) {
            git_commit *found = nullptr;
            git_tree *tree = nullptr;
            if ((code = git_commit_lookup(&found, repository, &head)) != 0)
                return code;
            parent.reset(found);
            if ((code = git_commit_tree(&tree, found)) != 0)
                return code;
            base.reset(tree);
        } else if (git_repository_head_unborn(repository) != 1) {
            return -1;
        }
        git_tree_update update = {GIT_TREE_UPDATE_UPSERT, blob, mode, path.constData()};
        git_oid treeId;
        if ((code = git_tree_create_updated(&treeId, repository, base.get(), 1, &update)) != 0)
            return code;
        if (base && git_oid_equal(&treeId, git_tree_id(base.get())))
            return 0; // HEAD has it so
        git_tree *made = nullptr;
        if ((code = git_tree_lookup(&made, repository, &treeId)) != 0)
            return code;
        const Tree tree(made);
        const git_commit *parents[] = {parent.get()};
        git_oid commit;
        code = git_commit_create(&commit, repository, "HEAD", who, who, nullptr, message.constData(), made, parent ? 1 : 0,
                                 parents);
        if (code != GIT_EMODIFIED && code != GIT_ELOCKED)
            return code;
        QThread::msleep(lockPause);
    }
    return code;
}

int writeIndex(git_index *index)
{
    int code = 0;
    for (int tries = 0; tries < lockTries; ++tries) {
        code = git_index_write(index);
        if (code != GIT_ELOCKED)
            return code;
        QThread::msleep(lockPause);
    }
    return code;
}

} // namespace

GitUser gitUser(const QString &folder)
{
    start();
    git_config *config = nullptr;
    git_repository *repository = nullptr;
    GitUser user;
    const QByteArray path = QFile::encodeName(folder);
    if (!folder.isEmpty() && git_repository_open_ext(&repository, path.constData(), 0, nullptr) == 0) {
        git_repository_config_snapshot(&config, repository);
        git_repository_free(repository);
    } else {
        git_config_open_default(&config);
    }
    if (!config)
        return user;
    const Config held(config);
    user.name = fromConfig(config, "user.name");
    user.email = fromConfig(config, "user.email");
    return user;
}

void GitFolder::Free::operator()(git_repository *repository) const
{
    git_repository_free(repository);
}

GitFolder::GitFolder(git_repository *repository)
    : m_repository(repository)
{
}

Result<std::optional<GitFolder>> GitFolder::open(const QString &folder)
{
    start();
    git_repository *repository = nullptr;
    const int code = git_repository_open_ext(&repository, QFile::encodeName(folder).constData(), 0, nullptr);
    if (code == GIT_ENOTFOUND)
        return std::optional<GitFolder>();
    if (code != 0)
        return gitFailure(Text::tr("The git repository of %1 cannot be used").arg(folder), folder, code);
    GitFolder found(repository);
    if (git_repository_is_bare(repository)) {
        return fail(
            Error::Code::Refused,
            Text::tr("%1 is in a bare git repository, which has no files to write: add a clone of it instead.").arg(folder),
            folder);
    }
    if (found.relative(folder + QStringLiteral("/x")).isEmpty())
        return fail(Error::Code::Refused, Text::tr("%1 is inside git's own folder: add the work tree instead.").arg(folder),
                    folder);
    return std::optional<GitFolder>(std::move(found));
}

QString GitFolder::relative(const QString &file) const
{
    const QFileInfo info(file);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString work = QFileInfo(QFile::decodeName(git_repository_workdir(m_repository.get()))).canonicalFilePath();
    const QString git = QFileInfo(QFile::decodeName(git_repository_path(m_repository.get()))).canonicalFilePath();
    if (folder.isEmpty() || work.isEmpty() || folder == git || folder.startsWith(git + u'/'))
        return {};
    const QString path = QDir(work).relativeFilePath(folder + u'/' + info.fileName());
    return path.startsWith(QStringLiteral("../")) ? QString() : path;
}

bool GitFolder::ignores(const QString &file) const
{
    int ignored = 0;
    const QByteArray path = QFile::encodeName(relative(file));
    return git_ignore_path_is_ignored(&ignored, m_repository.get(), path.constData()) == 0 && ignored == 1;
}

Result<void> GitFolder::checkIndex() const
{
    const QString lock = QFile::decodeName(git_repository_path(m_repository.get())) + QStringLiteral("index.lock");
    for (int tries = 0; tries < lockTries; ++tries) {
        if (!QFile::exists(lock))
            return {};
        QThread::msleep(lockPause);
    }
    return fail(Error::Code::Busy,
                Text::tr("git's index is locked: another git command is running. When none is, remove %1 and try again.")
                    .arg(QDir::toNativeSeparators(lock)),
                lock);
}

Result<void> GitFolder::commit(const QString &file, const GitUser &who, const QString &message)
{
    const QByteArray path = QFile::encodeName(relative(file));
    const QString what = Text::tr("%1 could not be committed").arg(file);
    git_signature *signature = nullptr;
    const QByteArray name = signatureText(who.name);
    const QByteArray email = signatureText(who.email);
    if (name.isEmpty() || email.isEmpty() || git_signature_now(&signature, name.constData(), email.constData()) != 0) {
        return fail(Error::Code::Refused,
                    Text::tr("A commit needs your name and e-mail: enter them in your profile, then try again."), file);
    }
    const Signature author(signature);
    git_index *opened = nullptr;
    int code = git_repository_index(&opened, m_repository.get());
    if (code != 0)
        return gitFailure(what, file, code);
    const Index index(opened);
    if ((code = git_index_read(opened, 1)) != 0)
        return gitFailure(what, file, code);
    // The index first: were it locked after the commit, git would take the file for one deleted on purpose.
    IndexEntry before(opened, path);
    if ((code = git_index_add_bypath(opened, path.constData())) != 0 || (code = writeIndex(opened)) != 0)
        return gitFailure(what, file, code);
    const git_index_entry *entry = git_index_get_bypath(opened, path.constData(), 0);
    code = entry ? commitTree(m_repository.get(), entry->id, git_filemode_t(entry->mode), path, signature, message.toUtf8())
                 : -1;
    if (code != 0) {
        const Failure failure = gitFailure(what, file, code);
        before.restore();
        return failure;
    }
    return {};
}

Result<void> GitFolder::push()
{
    git_reference *found = nullptr;
    if (git_repository_head_detached(m_repository.get()) == 1 || git_repository_head(&found, m_repository.get()) != 0) {
        return fail(Error::Code::Refused, Text::tr("No branch is checked out, so there is nothing to push it to."));
    }
    const Reference head(found);
    const QByteArray branch = git_reference_name(found);
    QByteArray target = branch;
    QByteArray remoteName = "origin";
    git_buf text = GIT_BUF_INIT;
    if (git_branch_upstream_remote(&text, m_repository.get(), branch.constData()) == 0)
        remoteName = text.ptr;
    git_buf_dispose(&text);
    if (git_branch_upstream_merge(&text, m_repository.get(), branch.constData()) == 0)
        target = text.ptr;
    git_buf_dispose(&text);

    git_remote *opened = nullptr;
    if (git_remote_lookup(&opened, m_repository.get(), remoteName.constData()) != 0) {
        return fail(Error::Code::Refused,
                    Text::tr("There is no remote %1 to push to: add one, or switch off pushing for this endpoint.")
                        .arg(QString::fromUtf8(remoteName)));
    }
    const Remote remote(opened);
    QByteArray refspec = branch + ':' + target;
    char *specs[] = {refspec.data()};
    const git_strarray list = {specs, 1};
    git_push_options options;
    git_push_options_init(&options, GIT_PUSH_OPTIONS_VERSION);
    int tries = 0;
    options.callbacks.credentials = credentials;
    options.callbacks.push_update_reference = refused;
    options.callbacks.payload = &tries;
    const int code = git_remote_push(opened, &list, &options);
    if (code != 0)
        return gitFailure(Text::tr("It could not be pushed to %1").arg(QString::fromUtf8(remoteName)), {}, code);
    return {};
}

} // namespace meshscope
