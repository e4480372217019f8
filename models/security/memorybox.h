#pragma once

#include "models/security/secretbox.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace meshscope {

/// Secrets that are tried before they are kept: in memory only, over a box that has the others.
class MemoryBox final : public SecretBox {
public:
    explicit MemoryBox(std::shared_ptr<SecretBox> below = {});
    [[nodiscard]] QString word() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &name) override;
    [[nodiscard]] Result<void> keep(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] Result<void> remove(const QString &name) override;

private:
    const std::shared_ptr<SecretBox> m_below;
    QMutex m_mutex;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace meshscope
