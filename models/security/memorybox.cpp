#include "models/security/memorybox.h"

namespace meshscope {

MemoryBox::MemoryBox(std::shared_ptr<SecretBox> below)
    : m_below(std::move(below))
{
}

QString MemoryBox::word() const
{
    return QStringLiteral("memory");
}

Result<QByteArray> MemoryBox::read(const QString &name)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_secrets.constFind(name); found != m_secrets.cend())
            return *found;
    }
    return m_below ? m_below->read(name) : Result<QByteArray>(fail(Error::Code::NotFound, {}, name));
}

Result<void> MemoryBox::keep(const QString &name, const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(name, secret);
    return {};
}

Result<void> MemoryBox::remove(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(name);
    return {};
}

} // namespace meshscope
