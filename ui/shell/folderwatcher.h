#pragma once

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace meshscope {

/// Notices when a watched folder changes, at most once per pause. Watches a bounded number of folders and files; what is
/// beyond, and what a network drive does not report, is noticed by looking at times and sizes every half minute.
class FolderWatcher final : public QObject {
    Q_OBJECT
public:
    explicit FolderWatcher(QObject *parent = nullptr);
    ~FolderWatcher() override;
    void setFolders(const QHash<QString, QString> &folderByEndpoint);
    void setPause(int milliseconds) { m_pause.setInterval(milliseconds); }

signals:
    void changed(const QString &endpoint);

private:
    struct Scan {
        QHash<QString, QStringList> paths; ///< endpoint → folders and files to watch
        QHash<QString, quint64> prints;    ///< endpoint → what everything looked like
    };
    static Scan scan(const QHash<QString, QString> &folders);
    void look();
    void take();
    void touched(const QString &path);

    QHash<QString, QString> m_folders;
    QHash<QString, quint64> m_prints;
    QFileSystemWatcher m_files;
    QFutureWatcher<Scan> m_scan;
    QTimer m_pause;
    QTimer m_poll;
    bool m_again = false;
};

} // namespace meshscope
