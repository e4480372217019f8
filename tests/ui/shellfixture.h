#pragma once

#include "models/catalogs/connectiontest.h"
#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/sync/sync.h"
#include "models/store/workspace.h"
#include "ui/endpoints/endpointspage.h"
#include "ui/endpoints/filepage.h"
#include "ui/endpoints/issuespage.h"
#include "ui/endpoints/matchespage.h"
#include "ui/search/findpage.h"
#include "ui/shell/facts.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/syncrunner.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

namespace meshscope::test {

/// A page without a feature: remembers where it was sent.
class PlainPage final : public Page {
    Q_OBJECT
public:
    explicit PlainPage(QString view)
        : m_location{std::move(view), {}, {}}
    {
        setObjectName(QStringLiteral("plain.") + m_location.view);
        setFocusPolicy(Qt::StrongFocus);
    }
    [[nodiscard]] QString title() const override { return m_location.view + u' ' + m_location.address; }
    [[nodiscard]] QList<Crumb> crumbs() const override { return {{QStringLiteral("Up"), {QStringLiteral("map"), {}, {}}}}; }
    [[nodiscard]] Location location() const override { return m_location; }
    void setLocation(const Location &location) override { m_location = location; }
    void setSnapshot(const Snapshot &snapshot) override { shown = snapshot; }
    void pretend(const QString &key, const QString &value)
    {
        m_location.options.removeQueryItem(key);
        m_location.options.addQueryItem(key, value);
        emit locationChanged();
    }
    Snapshot shown;

private:
    Location m_location;
};

/// A real workspace over a folder written here, the real window over it.
struct ShellFixture {
    QTemporaryDir folder;
    QTemporaryDir home;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SnapshotSource> source;
    std::unique_ptr<SyncRunner> sync;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<MainWindow> window;
    QList<Location> windows; ///< asked for as others
    QList<QUrl> browsed;     ///< in a browser
    QByteArray passphrase;   ///< of a vault; empty: there is none
    std::atomic<bool> isUnlocked = false;
    QSemaphore scrypt; ///< takes as long as nobody releases it

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void writeMesh() const
    {
        for (const char *id : {"orders", "stock", "customers"}) {
            write(
                QStringLiteral("%1.odps.yaml").arg(QLatin1String(id)),
                QStringLiteral(
                    "apiVersion: v1.0.0\nkind: DataProduct\nid: %1\nname: %1 product\nversion: 1.0.0\nstatus: active\n"
                    "domain: commerce\ndescription:\n  purpose: About %1\n"
                    "team:\n  members:\n    - username: marta@example.org\n      name: Marta Lindqvist\n      role: owner\n"
                    "outputPorts:\n  - name: table\n    version: 1.0.0\n    contractId: %1-contract\n")
                    .arg(QLatin1String(id))
                    .toUtf8());
        }
        write(QStringLiteral("broken.odps.yaml"), "apiVersion: v1.0.0\nkind: DataProduct\nid: [unclosed\n");
    }
    EndpointServices endpoints()
    {
        EndpointServices all;
        all.workspace = workspace.get();
        all.sync = [this](const QString &name) { sync->sync(name); };
        all.cancelSync = [this](const QString &name) { sync->cancelOne(name); };
        all.add = [this](const EndpointInput &input) -> Result<QString> {
            const Result<EndpointConfig> added = addEndpoint(*workspace, input.config, input.secret);
            return added ? Result<QString>(added->name) : Result<QString>(Failure(added.error()));
        };
        all.change = [this](const EndpointInput &input) { return changeEndpoint(*workspace, input.config, input.secret); };
        all.reschedule = [this] {
            sync->syncDue();
            source->checkGeneration();
        };
        all.test = [](const EndpointInput &input, const TestWatch &watch) {
            ConnectorTools tools;
            tools.cancelled = watch.cancelled;
            tools.log = std::make_shared<RequestLog>(2, watch.told);
            return testConnection(input.config, input.secret, tools, watch.checked);
        };
        all.recognise = [](const QString &address, const std::function<bool()> &cancelled) {
            RecogniseTools tools;
            tools.cancelled = cancelled;
            return recognise(address, tools);
        };
        all.login = [](const EndpointInput &input, const LoginTalk &talk) { return logIn(input.config, {}, talk); };
        all.openAddress = [this](const QUrl &url) { browsed << url; };
        all.isLocked = [this] { return !passphrase.isEmpty() && !isUnlocked; };
        all.unlock = [this](const QByteArray &given, const std::function<bool()> &cancelled) -> Result<void> {
            scrypt.acquire();
            isUnlocked = given == passphrase && !cancelled();
            return isUnlocked ? Result<void>()
                              : Result<void>(fail(Error::Code::Refused, QStringLiteral("another passphrase")));
        };
        all.remove = [this](const QString &name, bool keep) { return workspace->removeEndpoint(name, keep); };
        all.openOutside = [](const QString &, int) { return true; };
        return all;
    }
    Result<QString> add(const QString &name, const QString &path)
    {
        const Result<QString> added = endpoints().add({{name, QStringLiteral("folder"), path, {}}, {}, {}});
        if (added)
            sync->sync(*added);
        return added;
    }
    Page *makePage(const Location &location)
    {
        if (location.view == QStringLiteral("find"))
            return new FindPage;
        if (location.view == QStringLiteral("issues"))
            return new IssuesPage(endpoints());
        if (location.view == QStringLiteral("file"))
            return new FilePage(endpoints());
        if (location.view == QStringLiteral("matches"))
            return new MatchesPage(*workspace, [this] { source->checkGeneration(); });
        if (location.view == QStringLiteral("endpoints")) {
            auto *page = new EndpointsPage(endpoints());
            QObject::connect(sync.get(), &SyncRunner::idle, page, [page] {
                page->setProgress({});
                page->refresh();
            });
            return page;
        }
        if (location.view == QStringLiteral("nowhere"))
            return nullptr;
        return new PlainPage(location.view);
    }
    /// Opens the window; with `filled` the folder is an endpoint and has been read.
    void open(bool filled)
    {
        if (!MeshscopeStyle::of(nullptr))
            QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
        Result<std::unique_ptr<Workspace>> opened =
            Workspace::open(home.filePath(QStringLiteral("w.mesh")), Workspace::Open::CreateIfMissing);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        workspace = std::move(*opened);
        source = std::make_unique<SnapshotSource>(*workspace);
        sync = std::make_unique<SyncRunner>(*workspace, [this](const EndpointConfig &config, RunWatch &watch) {
            return syncEndpoint(*workspace, config, watch);
        });
        QObject::connect(sync.get(), &SyncRunner::finished, source.get(), &SnapshotSource::reload);
        settings = std::make_unique<QSettings>(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        if (filled) {
            writeMesh();
            QVERIFY(add(QStringLiteral("shop"), folder.path()));
            QTRY_VERIFY(!sync->isRunning());
        }
        source->reload();
        QTRY_VERIFY(source->isLoaded() && !source->isLoading());
        window = std::make_unique<MainWindow>(services(*source));
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    ShellServices services(SnapshotSource &snapshots)
    {
        ShellServices services;
        services.workspace = workspace.get();
        services.source = &snapshots;
        services.sync = sync.get();
        services.settings = settings.get();
        services.makePage = [this](const Location &location) { return makePage(location); };
        services.openWindow = [this](const Location &location) { windows << location; };
        services.openDemo = [this] { windows << Location{QStringLiteral("demo"), {}, {}}; };
        services.addFolder = [this](const QString &path) { return add({}, path); };
        services.waitingRequests = [](const Snapshot &) { return 3; };
        return services;
    }
    template<class T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    ~ShellFixture()
    {
        window.reset();
        sync.reset();
        source.reset();
    }
};

} // namespace meshscope::test
