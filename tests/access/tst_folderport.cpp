#include "models/access/gitfolder.h"

#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

#include <git2.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace meshscope;
using namespace meshscope::test;

namespace {

/// A git repository for tests, looked at through libgit2.
class Repository {
public:
    explicit Repository(const QString &path, bool bare = false)
    {
        git_libgit2_init();
        git_repository_init(&m_repository, QFile::encodeName(path).constData(), bare ? 1 : 0);
        m_path = path;
    }
    Repository(const Repository &) = delete;
    Repository &operator=(const Repository &) = delete;
    ~Repository() { git_repository_free(m_repository); }
    git_repository *operator*() const { return m_repository; }

    void stage(const QString &file) const
    {
        git_index *index = nullptr;
        git_repository_index(&index, m_repository);
        git_index_read(index, 1);
        git_index_add_bypath(index, file.toUtf8().constData());
        git_index_write(index);
        git_index_free(index);
    }
    void commitStaged() const
    {
        git_index *index = nullptr;
        git_repository_index(&index, m_repository);
        git_index_read(index, 1);
        git_oid treeId;
        git_index_write_tree(&treeId, index);
        git_tree *tree = nullptr;
        git_tree_lookup(&tree, m_repository, &treeId);
        git_signature *who = nullptr;
        git_signature_now(&who, "Somebody", "somebody@example.com");
        git_oid head;
        git_commit *parent = nullptr;
        if (git_reference_name_to_id(&head, m_repository, "HEAD") == 0)
            git_commit_lookup(&parent, m_repository, &head);
        const git_commit *parents[] = {parent};
        git_oid made;
        git_commit_create(&made, m_repository, "HEAD", who, who, nullptr, "work", tree, parent ? 1 : 0, parents);
        git_commit_free(parent);
        git_signature_free(who);
        git_tree_free(tree);
        git_index_free(index);
    }
    unsigned int status(const QString &file) const
    {
        unsigned int flags = 0;
        git_status_file(&flags, m_repository, file.toUtf8().constData());
        return flags;
    }
    struct Commit {
        QString author;
        QString email;
        QString message;
        QStringList files; ///< all in its tree
        QStringList changed;
        QString id;
    };
    QList<Commit> log(const char *from = "HEAD") const
    {
        QList<Commit> all;
        git_oid id;
        if (git_reference_name_to_id(&id, m_repository, from) != 0)
            return all;
        git_commit *commit = nullptr;
        git_commit_lookup(&commit, m_repository, &id);
        while (commit) {
            git_tree *tree = nullptr;
            git_tree *before = nullptr;
            git_commit *parent = nullptr;
            git_commit_tree(&tree, commit);
            if (git_commit_parentcount(commit) > 0) {
                git_commit_parent(&parent, commit, 0);
                git_commit_tree(&before, parent);
            }
            Commit entry;
            entry.author = QString::fromUtf8(git_commit_author(commit)->name);
            entry.email = QString::fromUtf8(git_commit_author(commit)->email);
            entry.message = QString::fromUtf8(git_commit_message(commit));
            entry.id = QString::fromLatin1(git_oid_tostr_s(git_commit_id(commit)));
            git_tree_walk(
                tree, GIT_TREEWALK_PRE,
                [](const char *root, const git_tree_entry *e, void *out) {
                    if (git_tree_entry_type(e) == GIT_OBJECT_BLOB)
                        *static_cast<QStringList *>(out)
                            << QString::fromUtf8(root) + QString::fromUtf8(git_tree_entry_name(e));
                    return 0;
                },
                &entry.files);
            git_diff *diff = nullptr;
            git_diff_tree_to_tree(&diff, m_repository, before, tree, nullptr);
            for (size_t i = 0; i < git_diff_num_deltas(diff); ++i)
                entry.changed << QString::fromUtf8(git_diff_get_delta(diff, i)->new_file.path);
            git_diff_free(diff);
            git_tree_free(before);
            git_tree_free(tree);
            git_commit_free(commit);
            commit = parent;
            all.append(entry);
        }
        return all;
    }

private:
    git_repository *m_repository = nullptr;
    QString m_path;
};

struct GitFixture : AccessFixture {
    std::unique_ptr<Person> ana = person(QStringLiteral("Ana"));
    QString send(const QString &port = QStringLiteral("api"))
    {
        const QString id = *ana->desk->saveDraft(draft(port));
        const auto sent = ana->desk->send(*sync(), id);
        problem = !sent ? sent.error().text : sent->state == RequestState::Sent ? QString() : sent->warning;
        warning = sent ? sent->warning : QString();
        return id;
    }
    QString problem;
    QString warning;
};

} // namespace

/// Files of requests: atomic, inside the folder, and in git nothing but themselves.
class TestFolderPort : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        git_libgit2_init();
        const QTemporaryDir none;
        for (const int level : {GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_SYSTEM})
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "/nonexistent"); // nobody's own settings
    }

    void aPlainFolderGetsAFileOnly()
    {
        GitFixture f;
        const QString id = f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QCOMPARE(f.files(), QStringList{id + QStringLiteral(".dua.yaml")});
        QVERIFY(!QFile::exists(f.folder + QStringLiteral("/.git")));
    }

    void theFirstCommitOfARepository()
    {
        GitFixture f;
        const Repository repository(f.folder);
        QVERIFY(AccessFixture::put(f.folder + QStringLiteral("/other.txt"), "not ours"));
        const QString id = f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        const auto log = repository.log();
        QCOMPARE(log.size(), 1);
        QCOMPARE(log.first().files, QStringList{FolderPort::fileOf(id)});
        QCOMPARE(log.first().author, QStringLiteral("Ana"));
        QCOMPARE(log.first().email, QStringLiteral("ana@example.com"));
        QVERIFY(log.first().message.contains(id));
        QCOMPARE(repository.status(FolderPort::fileOf(id)), unsigned(GIT_STATUS_CURRENT));
        QCOMPARE(repository.status(QStringLiteral("other.txt")), unsigned(GIT_STATUS_WT_NEW));
    }

    void dirtyAndStagedFilesStayAsTheyAre()
    {
        GitFixture f;
        const Repository repository(f.folder);
        const auto put = [&](const char *name, const QByteArray &bytes) {
            return AccessFixture::put(f.folder + u'/' + QString::fromLatin1(name), bytes);
        };
        for (const char *name : {"clean", "dirty", "staged", "both", "deleted", "sub/deep"}) {
            QVERIFY(put(name, "one\n"));
            repository.stage(QString::fromLatin1(name));
        }
        repository.commitStaged();
        QVERIFY(put("dirty", "two\n"));
        QVERIFY(put("staged", "two\n"));
        repository.stage(QStringLiteral("staged"));
        QVERIFY(put("both", "two\n"));
        repository.stage(QStringLiteral("both"));
        QVERIFY(put("both", "three\n"));
        QVERIFY(put("new-staged", "x\n"));
        repository.stage(QStringLiteral("new-staged"));
        QVERIFY(put("untracked", "x\n"));
        QVERIFY(QFile::remove(f.folder + QStringLiteral("/deleted")));
        QHash<QString, unsigned> before;
        for (const char *name : {"clean", "dirty", "staged", "both", "deleted", "sub/deep", "new-staged", "untracked"})
            before.insert(QString::fromLatin1(name), repository.status(QString::fromLatin1(name)));

        const QString id = f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        const MeshPtr mesh = f.sync();
        QVERIFY(f.person(QStringLiteral("Olga"))->desk->move(*mesh, id, RequestMove::Approve, {}));
        for (auto it = before.begin(); it != before.end(); ++it)
            QCOMPARE(repository.status(it.key()), it.value());
        const auto log = repository.log();
        QCOMPARE(log.size(), 3);
        QCOMPARE(log.at(0).changed, QStringList{FolderPort::fileOf(id)});
        QCOMPARE(log.at(0).author, QStringLiteral("Olga"));
        QCOMPARE(log.at(1).changed, QStringList{FolderPort::fileOf(id)});
        QVERIFY(!log.at(0).files.contains(QStringLiteral("new-staged")));
        QVERIFY(log.at(0).files.contains(QStringLiteral("deleted")));
        QCOMPARE(repository.status(FolderPort::fileOf(id)), unsigned(GIT_STATUS_CURRENT));
        QCOMPARE(AccessFixture::bytesOf(f.folder + QStringLiteral("/both")), QByteArray("three\n"));
    }

    void aFolderInsideAWorkTree()
    {
        GitFixture f;
        const QString outer = f.dir.filePath(QStringLiteral("company"));
        const Repository repository(outer);
        f.folder = outer + QStringLiteral("/data/mesh");
        QVERIFY(QDir().mkpath(f.folder));
        f.ana = f.person(QStringLiteral("Ana"));
        const QString id = f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QCOMPARE(repository.log().first().files, QStringList{QStringLiteral("data/mesh/") + FolderPort::fileOf(id)});
    }

    void aDetachedHeadIsMoved()
    {
        GitFixture f;
        const Repository repository(f.folder);
        f.send();
        git_oid head;
        QCOMPARE(git_reference_name_to_id(&head, *repository, "HEAD"), 0);
        QCOMPARE(git_repository_set_head_detached(*repository, &head), 0);
        f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QCOMPARE(repository.log().size(), 2);
        QCOMPARE(git_repository_head_detached(*repository), 1);
    }

    void ignoredFilesAreNotCommitted()
    {
        GitFixture f;
        const Repository repository(f.folder);
        QVERIFY(AccessFixture::put(f.folder + QStringLiteral("/.gitignore"), "access/\n"));
        f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QVERIFY(repository.log().isEmpty());
        QCOMPARE(f.files().size(), 1);
    }

    void aBareRepositoryIsRefused()
    {
        GitFixture f;
        QVERIFY(QDir().rmdir(f.folder));
        const Repository repository(f.folder, true);
        f.send();
        QVERIFY2(f.problem.contains(QStringLiteral("bare")), qPrintable(f.problem));
        QVERIFY(f.files().isEmpty());
    }

    void aLockedIndexLeavesNothingBehind()
    {
        GitFixture f;
        const Repository repository(f.folder);
        f.send();
        const QString lock = f.folder + QStringLiteral("/.git/index.lock");
        QVERIFY(AccessFixture::put(lock, {}));
        const QString id = f.send();
        QVERIFY2(f.problem.contains(QStringLiteral("index.lock")), qPrintable(f.problem));
        QCOMPARE(f.files().size(), 1);
        QCOMPARE(repository.log().size(), 1);
        QVERIFY(QFile::remove(lock));
        QVERIFY(f.ana->desk->move(*f.sync(), id, RequestMove::Retry, {}));
        QCOMPARE(f.files().size(), 2);
        QCOMPARE(repository.log().size(), 2);
    }

    void aCommitThatFailsTakesTheFileBack()
    {
        if (::geteuid() == 0)
            QSKIP("skipped: root may write everywhere");
        GitFixture f;
        const Repository repository(f.folder);
        f.send();
        const QByteArray heads = QFile::encodeName(f.folder + QStringLiteral("/.git/objects"));
        QCOMPARE(::chmod(heads.constData(), 0500), 0);
        f.send(QStringLiteral("table"));
        ::chmod(heads.constData(), 0700);
        QVERIFY(!f.problem.isEmpty());
        QCOMPARE(f.files().size(), 1);
    }

    void withoutANameNothingIsCommitted()
    {
        GitFixture f;
        const Repository repository(f.folder);
        QVERIFY(f.ana->desk->setProfile({QStringLiteral("Ana"), {}, {}, {}}));
        f.send();
        QVERIFY2(f.problem.contains(QStringLiteral("e-mail")), qPrintable(f.problem));
        QVERIFY(f.files().isEmpty());
        git_config *config = nullptr; // git's own user fills what the profile lacks
        QCOMPARE(git_repository_config(&config, *repository), 0);
        git_config_set_string(config, "user.email", "ana@git.example");
        git_config_free(config);
        QCOMPARE(gitUser(f.folder).email, QStringLiteral("ana@git.example"));
        f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QCOMPARE(repository.log().first().email, QStringLiteral("ana@git.example"));
    }

    void aNameThatGitWouldRefuseIsCommitted()
    {
        GitFixture f;
        const Repository repository(f.folder);
        QVERIFY(f.ana->desk->setProfile({QStringLiteral("Ana <b>\nLee"), QStringLiteral("<ana@example.com>"), {}, {}}));
        f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QCOMPARE(repository.log().first().author, QStringLiteral("Ana b Lee"));
        QCOMPARE(repository.log().first().email, QStringLiteral("ana@example.com"));
    }

    void pushesOnlyWhenAskedTo()
    {
        GitFixture f;
        const Repository repository(f.folder);
        const QString remotePath = f.dir.filePath(QStringLiteral("remote.git"));
        const Repository remote(remotePath, true);
        git_remote *origin = nullptr;
        QCOMPARE(git_remote_create(&origin, *repository, "origin", QFile::encodeName(remotePath).constData()), 0);
        git_remote_free(origin);
        f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QVERIFY(remote.log(("refs/heads/" + branch(repository)).constData()).isEmpty());
        f.ana = f.person(QStringLiteral("Ana"), {}, true);
        f.send();
        QVERIFY2(f.problem.isEmpty() && f.warning.isEmpty(), qPrintable(f.problem + f.warning));
        QCOMPARE(remote.log(("refs/heads/" + branch(repository)).constData()).size(), 2);
        QVERIFY(QDir(remotePath).removeRecursively());
        const QString id = f.send(); // written and committed all the same
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QVERIFY2(!f.warning.isEmpty(), "a push that failed is said");
        QCOMPARE(repository.log().size(), 3);
        QVERIFY(!f.ana->desk->request(*f.sync(), id, now())->warning.isEmpty());
    }

    void aFileThatIsThereIsCommittedAfterACrash()
    {
        GitFixture f;
        const QString id = f.send(); // as if killed between writing and committing
        const Repository repository(f.folder);
        StoredRequest row = f.ana->workspace.rows.first();
        row.body.replace("\"filed\":true",
                         "\"filed\":false,\"pending\":" + QByteArray("{\"at\":\"2026-01-01T00:00:00.000Z\","
                                                                     "\"by\":\"ana@example.com\",\"what\":"
                                                                     "\"sent\"}"));
        f.ana->workspace.rows = {row};
        QCOMPARE(f.ana->desk->request(*f.sync(), id, now())->state, RequestState::Sent);
        const Issues issues = f.ana->desk->resumeOutbox();
        QVERIFY2(issues.isEmpty(), qPrintable(issues.value(0).text));
        QCOMPARE(repository.log().size(), 1);
        QVERIFY(f.ana->desk->resumeOutbox().isEmpty());
        QCOMPARE(repository.log().size(), 1);
        QCOMPARE(f.files().size(), 1);
    }

    void linksThatLeadOutAreRefused()
    {
        GitFixture f;
        const QString outside = f.dir.filePath(QStringLiteral("outside"));
        QVERIFY(QDir().mkpath(outside));
        QVERIFY(QFile::link(outside, f.folder + QStringLiteral("/access")));
        f.send();
        QVERIFY2(!f.problem.isEmpty(), "a link out of the folder was followed");
        QVERIFY(QDir(outside).isEmpty());
        QVERIFY(QFile::remove(f.folder + QStringLiteral("/access")));
        QVERIFY(QFile::link(outside + QStringLiteral("/none"), f.folder + QStringLiteral("/access")));
        f.send();
        QVERIFY(!f.problem.isEmpty());
        QVERIFY(QFile::remove(f.folder + QStringLiteral("/access")));
        QVERIFY(QDir().mkpath(f.folder + QStringLiteral("/requests")));
        QVERIFY(QFile::link(QStringLiteral("requests"), f.folder + QStringLiteral("/access"))); // inside
        const QString id = f.send();
        QVERIFY2(f.problem.isEmpty(), qPrintable(f.problem));
        QVERIFY(QFile::exists(f.folder + QStringLiteral("/requests/") + id + QStringLiteral(".dua.yaml")));
    }

    void aLinkInPlaceOfAFileIsRefused()
    {
        GitFixture f;
        const QString id = f.send();
        const QString outside = f.dir.filePath(QStringLiteral("target.yaml"));
        QVERIFY(QFile::rename(f.fileOf(id), outside));
        QVERIFY(QFile::link(outside, f.fileOf(id)));
        const QByteArray before = AccessFixture::bytesOf(outside);
        const MeshPtr mesh = f.sync();
        QVERIFY(!f.person(QStringLiteral("Olga"))->desk->move(*mesh, id, RequestMove::Approve, {}));
        QCOMPARE(AccessFixture::bytesOf(outside), before);
    }

    void idsCannotLeadOut()
    {
        for (const char *id : {"../../evil", "/etc/evil", "..", ".hidden", "a/b", ""}) {
            const QString file = FolderPort::fileOf(QString::fromLatin1(id));
            QVERIFY2(file.startsWith(QStringLiteral("access/")) && file.count(u'/') == 1 &&
                         !file.startsWith(QStringLiteral("access/.")),
                     qPrintable(file));
        }
        AccessFixture f;
        FolderPort port(f.folder, {});
        Agreement a;
        a.id = QStringLiteral("../../evil");
        a.source.file = QStringLiteral("../x.yaml");
        a.status = QStringLiteral("requested");
        a.from = QDate::currentDate();
        QVERIFY(AccessFixture::put(f.dir.filePath(QStringLiteral("x.yaml")),
                                   "dataUsageAgreementSpecification: 0.0.1\nid: ../../evil\n"));
        QVERIFY(!port.write(a, {QStringLiteral("Ana"), QStringLiteral("a@x"), {}, {}}, QStringLiteral("m")));
    }

    void agreementsElsewhereAreChangedWhereTheyStand()
    {
        AccessFixture f;
        const QString file = QStringLiteral("contracts/agreements.yaml");
        const QByteArray text = "# all of ours\n- dataUsageAgreementSpecification: 0.0.1\n  id: urn:1\n  info: {purpose: a, "
                                "status: requested, startDate: 2026-01-01}\n- dataUsageAgreementSpecification: 0.0.1\n  id: "
                                "urn:2\n  info:\n    purpose: b\n    status: requested # soon\n    startDate: 2026-01-01\n";
        QVERIFY(AccessFixture::put(f.folder + u'/' + file, text));
        FolderPort port(f.folder, {});
        SourceRef where;
        where.file = file;
        Result<Agreement> a = port.readAt(QStringLiteral("urn:2"), where);
        QVERIFY(a);
        a->status = QStringLiteral("approved");
        a->active = true;
        const auto written = port.write(*a, {}, QStringLiteral("m"));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().text));
        QCOMPARE(*written, file);
        QVERIFY(f.files().isEmpty());
        const QByteArray now = AccessFixture::bytesOf(f.folder + u'/' + file);
        QVERIFY(now.startsWith(text.left(text.indexOf("urn:2"))));
        QVERIFY(now.contains("status: approved # soon\n"));
        QVERIFY(!port.readAt(QStringLiteral("urn:3"), where));
    }

    void leftoversOfTheDeadAreSweptAway()
    {
        GitFixture f;
        f.send();
        const QString left = f.folder + QStringLiteral("/access/.meshscope-999999999-aa.tmp");
        QVERIFY(AccessFixture::put(left, "half"));
        f.send();
        QVERIFY(!QFile::exists(left));
        QCOMPARE(f.files().size(), 2);
    }

    void aReadOnlyFolderSaysSo()
    {
        if (::geteuid() == 0)
            QSKIP("skipped: root may write everywhere");
        GitFixture f;
        QCOMPARE(::chmod(QFile::encodeName(f.folder).constData(), 0500), 0);
        f.send();
        ::chmod(QFile::encodeName(f.folder).constData(), 0700);
        QVERIFY(f.problem.contains(f.folder));
    }

private:
    static QByteArray branch(const Repository &repository)
    {
        git_reference *head = nullptr;
        git_repository_head(&head, *repository);
        const QByteArray name = git_reference_shorthand(head);
        git_reference_free(head);
        return name;
    }
};

MESHSCOPE_TEST(TestFolderPort)
#include "tst_folderport.moc"
