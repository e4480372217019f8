#pragma once

#include "models/access/folderport.h"
#include "models/access/keysigner.h"
#include "models/catalogs/sync/sync.h"
#include "models/store/workspace.h"
#include "tests/app/meshfolder.h"
#include "ui/access/accesspage.h"
#include "ui/access/requestdetail.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

namespace meshscope::test {

/// The access page over a real workspace of a small mesh folder that it files into; the window's part is played here:
/// after `filed` the folder is read again.
class AccessPageFixture {
public:
    static inline const QString port = QStringLiteral("shop/port/orders%2Fout%2Ftable%2F1.0.0");

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<AccessDesk> desk;
    std::unique_ptr<QWidget> window;
    AccessPage *page = nullptr;
    Snapshot snapshot;
    QStringList said;
    QList<Location> wanted; ///< where the page wanted to go
    int profileChanges = 0;

    AccessPageFixture()
    {
        if (!MeshscopeStyle::of(nullptr))
            QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
        const QDateTime lately = QDateTime::currentDateTimeUtc().addSecs(-600);
        const bool written = writeMeshFolder(folder(), lately.toString(Qt::ISODate).toUtf8());
        Result<std::unique_ptr<Workspace>> opened =
            Workspace::open(dir.filePath(QStringLiteral("w.mesh")), Workspace::Open::CreateIfMissing);
        Q_ASSERT(written && opened);
        workspace = std::move(*opened);
        const Result<EndpointConfig> added =
            addEndpoint(*workspace, {QStringLiteral("shop"), QStringLiteral("folder"), folder(), {}});
        Q_ASSERT(added);
        KeyStores stores;
        stores.push_back(std::make_unique<FileKeyStore>(dir.filePath(QStringLiteral("keys"))));
        desk = std::make_unique<AccessDesk>(
            *workspace, endpointPorts(*workspace),
            std::make_unique<KeySigner>(QStringLiteral("test"), dir.filePath(QStringLiteral("keys")), std::move(stores)));
        sync();
        be(QStringLiteral("Bob"));
    }
    [[nodiscard]] QString folder() const { return dir.filePath(QStringLiteral("mesh")); }
    void be(const QString &name) const
    {
        const QString email = name.section(u' ', 0, 0).toLower() + QStringLiteral("@shop.example");
        const Result<void> set = desk->setProfile({name, email, {}, {}});
        Q_ASSERT(set);
        Q_UNUSED(set)
    }
    void sync()
    {
        const Result<Run> run =
            syncEndpoint(*workspace, {QStringLiteral("shop"), QStringLiteral("folder"), folder(), {}}, Progress());
        const Result<MeshPtr> mesh = workspace->load();
        Q_ASSERT(run && mesh);
        Q_UNUSED(run)
        snapshot.mesh = *mesh;
        if (page)
            page->setSnapshot(snapshot);
    }
    void open(const Location &location = {QStringLiteral("access"), {}, {}})
    {
        window = std::make_unique<QWidget>();
        page = new AccessPage(*desk, *workspace, window.get());
        page->resize(1240, 700);
        window->resize(1240, 700);
        QObject::connect(page, &AccessPage::filed, page, [this] { sync(); });
        QObject::connect(page, &Page::said, page, [this](const QString &text) { said << text; });
        QObject::connect(page, &Page::openRequested, page, [this](const Location &to) { wanted << to; });
        QObject::connect(page, &AccessPage::profileChanged, page, [this] { ++profileChanges; });
        page->setSnapshot(snapshot);
        page->setLocation(location);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// Opens the page with the port in the basket and waits until it is there.
    void ask()
    {
        Location location{QStringLiteral("access"), {}, {}};
        location.options.addQueryItem(QStringLiteral("ask"), QString::fromLatin1(QUrl::toPercentEncoding(port)));
        open(location);
        QTRY_VERIFY(find<QWidget>("purpose")->isVisible());
        QTRY_VERIFY(find<QWidget>("purpose")->hasFocus());
    }
    void close()
    {
        page = nullptr;
        window.reset();
    }
    ~AccessPageFixture() { close(); }
    /// A request that was sent by the desk itself. Returns its id.
    QString send(const QDate &until = QDate::currentDate().addDays(200))
    {
        AccessRequest draft;
        draft.port = *Address::parse(port);
        draft.product = *Address::parse(QStringLiteral("shop/product/orders"));
        draft.purpose = QStringLiteral("Forecast of returns");
        draft.from = QDate::currentDate();
        draft.until = until;
        const Result<QString> id = desk->saveDraft(draft);
        const Result<AccessRequest> sent = id ? desk->send(*snapshot.mesh, *id) : Result<AccessRequest>(Failure(id.error()));
        if (!sent)
            qWarning("%s", qPrintable(sent.error().text));
        sync();
        return id ? *id : QString();
    }
    [[nodiscard]] RequestState state(const QString &id) const
    {
        const Result<AccessRequest> request = desk->request(*snapshot.mesh, id, QDateTime::currentDateTimeUtc());
        return request ? request->state : RequestState::Draft;
    }
    [[nodiscard]] QList<AccessRequest> requests() const
    {
        return desk->requests(*snapshot.mesh, QDateTime::currentDateTimeUtc());
    }
    template<class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    template<class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    /// The button of a move, or null where it is not offered.
    [[nodiscard]] QPushButton *move(RequestMove what) const
    {
        auto *button = find<QPushButton>(QStringLiteral("move%1").arg(int(what)));
        return button && !button->isHidden() ? button : nullptr;
    }
    [[nodiscard]] QString shownState() const
    {
        const auto *chip = find<QWidget>("requestState");
        return chip ? chip->accessibleName() : QString();
    }
    /// Changes a request's file as somebody with an editor would.
    bool edit(const QString &id, const QByteArray &from, const QByteArray &to) const
    {
        QFile file(folder() + u'/' + FolderPort::fileOf(id));
        if (!file.open(QIODevice::ReadWrite))
            return false;
        QByteArray bytes = file.readAll();
        if (!bytes.contains(from))
            return false;
        bytes.replace(from, to);
        return file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size();
    }
};

} // namespace meshscope::test
