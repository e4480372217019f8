#include "ui/shell/folderwatcher.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QtConcurrent>

namespace meshscope {

namespace {
constexpr qsizetype mostWatched = 4000; ///< of the 8,192 and more a Linux user may have
constexpr int mostLooked = 200'000;

/// Folders and files below `root`, hidden ones left out; stops at a bound so that "/" costs no more than a large mesh.
void walk(const QString &root, QStringList &paths, quint64 &print)
{
    QStringList folders{root};
    int seen = 0;
    while (!folders.isEmpty() && seen < mostLooked) {
        const QString folder = folders.takeFirst();
        if (paths.size() < mostWatched)
            paths << folder;
        const QFileInfoList entries =
            QDir(folder).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            ++seen;
            print = qHashMulti(size_t(print), entry.filePath(), entry.size(), entry.lastModified().toMSecsSinceEpoch());
            if (entry.isSymLink())
                continue;
            if (entry.isDir())
                folders << entry.filePath();
            else if (paths.size() < mostWatched)
                paths << entry.filePath();
        }
    }
}
} // namespace

FolderWatcher::FolderWatcher(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(600); // an editor or git writes several files: one run for all of them
    m_poll.setInterval(30'000);
    connect(&m_pause, &QTimer::timeout, this, &FolderWatcher::look);
    connect(&m_poll, &QTimer::timeout, this, &FolderWatcher::look);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &FolderWatcher::touched);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &FolderWatcher::touched);
    connect(&m_scan, &QFutureWatcherBase::finished, this, &FolderWatcher::take);
}

FolderWatcher::~FolderWatcher()
{
    m_scan.disconnect(this);
    m_scan.waitForFinished();
}

void FolderWatcher::setFolders(const QHash<QString, QString> &folderByEndpoint)
{
    if (folderByEndpoint == m_folders)
        return;
    m_folders = folderByEndpoint;
    m_prints.clear();
    if (m_folders.isEmpty()) {
        m_poll.stop();
        const QStringList watched = m_files.files() + m_files.directories();
        if (!watched.isEmpty())
            m_files.removePaths(watched);
        return;
    }
    m_poll.start();
    look();
}

void FolderWatcher::touched(const QString &)
{
    m_pause.start();
}

FolderWatcher::Scan FolderWatcher::scan(const QHash<QString, QString> &folders)
{
    Scan scan;
    for (auto it = folders.begin(); it != folders.end(); ++it) {
        quint64 print = 0;
        walk(it.value(), scan.paths[it.key()], print);
        scan.prints.insert(it.key(), print);
    }
    return scan;
}

void FolderWatcher::look()
{
    if (m_scan.isRunning()) {
        m_again = true;
        return;
    }
    m_scan.setFuture(QtConcurrent::run(&FolderWatcher::scan, m_folders));
}

void FolderWatcher::take()
{
    const Scan scan = m_scan.result();
    const QStringList watched = m_files.files() + m_files.directories();
    const QSet<QString> before(watched.begin(), watched.end());
    QSet<QString> now;
    for (const QStringList &paths : scan.paths) {
        for (const QString &path : paths) {
            if (now.size() < mostWatched)
                now << path;
        }
    }
    const QSet<QString> gone = before - now;
    const QSet<QString> fresh = now - before;
    if (!gone.isEmpty())
        m_files.removePaths(gone.values());
    if (!fresh.isEmpty())
        m_files.addPaths(fresh.values());
    for (auto it = scan.prints.begin(); it != scan.prints.end(); ++it) {
        if (!m_folders.contains(it.key()))
            continue;
        const bool isKnown = m_prints.contains(it.key());
        const bool isChanged = isKnown && m_prints.value(it.key()) != it.value();
        m_prints.insert(it.key(), it.value());
        if (isChanged)
            emit changed(it.key());
    }
    if (m_again) {
        m_again = false;
        look();
    }
}

} // namespace meshscope
