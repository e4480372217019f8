#pragma once

#include "app/services.h"
#include "app/window.h"
#include "models/catalogs/sync/sync.h"
#include "tests/app/meshfolder.h"
#include "tests/support/testmain.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QTemporaryDir>

namespace meshscope::test {

/// The real window with everything behind it, on a workspace that has read the test's mesh folder as the endpoint "shop".
struct OpenWindow {
    QTemporaryDir dir;
    std::optional<Services> services;
    std::unique_ptr<WindowSet> windows;
    QPointer<MainWindow> window;

    [[nodiscard]] QString folder() const { return dir.filePath(QStringLiteral("mesh")); }

    /// Fails the running test when something is not there. Files put into the folder before are read, too.
    void open(const Profile &person)
    {
        qputenv("MESHSCOPE_KEYSTORE", "file");
        qputenv("XDG_DATA_HOME", dir.filePath(QStringLiteral("data")).toUtf8());
        qputenv("HOME", dir.path().toUtf8());
        if (!MeshscopeStyle::of(nullptr))
            QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
        const QDateTime lately = QDateTime::currentDateTimeUtc().addSecs(-600);
        QVERIFY(writeMeshFolder(folder(), lately.toString(Qt::ISODate).toUtf8()));
        Result<Services> opened = openServices(dir.filePath(QStringLiteral("w.mesh")), Workspace::Open::CreateIfMissing);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        services.emplace(std::move(*opened));
        const Result<EndpointConfig> added =
            addEndpoint(*services->workspace, {QStringLiteral("shop"), QStringLiteral("folder"), folder(), {}});
        QVERIFY(added);
        QVERIFY(syncEndpoint(*services->workspace, *added, Progress()));
        QVERIFY(services->desk->setProfile(person));
        windows = std::make_unique<WindowSet>(*services);
        window = windows->open({});
        window->resize(1280, 800);
        QVERIFY(windows->waitUntilLoaded());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    void close()
    {
        windows.reset();
        QVERIFY(!window);
        services.reset();
    }
};

} // namespace meshscope::test
