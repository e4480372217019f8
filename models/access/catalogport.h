#pragma once

#include "models/access/accessdesk.h"
#include "models/mesh/requestroad.h"

namespace meshscope {

/// Requests of a catalog that is reached over a road. The road is opened when it is first walked.
class CatalogPort final : public AccessPort {
public:
    explicit CatalogPort(std::unique_ptr<RequestRoad> road);

    /// Takes the step that the agreement's last event names. The agreement as it then stands is in readBack().
    [[nodiscard]] Result<QString> write(const Agreement &agreement, const Profile &who, const QString &message) override;
    [[nodiscard]] Result<Agreement> read(const QString &id) const override;
    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) const override;
    [[nodiscard]] QString warning() const override { return m_warning; }
    [[nodiscard]] bool isRemote() const override { return true; }
    [[nodiscard]] bool isFindingSure() const override { return m_road->isFindingSure(); }
    [[nodiscard]] QString whyNot(RequestMove move, RequestState state) const override;
    [[nodiscard]] bool shows(const Agreement &now, const RequestEvent &event) const override;
    [[nodiscard]] std::optional<Agreement> readBack() const override { return m_readBack; }

private:
    std::unique_ptr<RequestRoad> m_road;
    mutable std::optional<Agreement> m_found; ///< by the last find()
    QString m_warning;
    std::optional<Agreement> m_readBack;
};

} // namespace meshscope
