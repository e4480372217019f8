#pragma once

#include <QString>

namespace meshscope {

/// A lock between programs: a file locked by the system (flock), so that its holder's death frees it at any moment.
/// QLockFile creates its file before it writes who holds it; a program killed between the two would block the others for
/// good. The file goes with the lock. Local file systems; over NFS as good as the server's locks.
class FileLock {
public:
    explicit FileLock(QString path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    enum class Outcome : unsigned char { Taken, HeldByOther, NotWritable };
    [[nodiscard]] Outcome tryLock();
    /// Waits for who holds it, ten seconds at most: long enough for what is changed under a lock.
    [[nodiscard]] Outcome lock();
    /// Process that holds it, as it said; 0 = not known.
    [[nodiscard]] qint64 holder() const;

private:
    QString m_path;
    int m_fd = -1;
};

} // namespace meshscope
