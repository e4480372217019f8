#pragma once

#include "models/catalogs/httproad.h"

namespace meshscope {

/// Requests for access of Entropy Data: PUT with an id made here (so nothing is asked for twice), approve, reject, cancel.
class EntropyRequests final : public HttpRoad {
public:
    using HttpRoad::HttpRoad;

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;
    [[nodiscard]] QString lost(const Decision &decision) const override;

private:
    /// Moves the last day: everything else stays as it is there, whatever it is.
    [[nodiscard]] Result<void> moveEnd(const QString &id, const QDate &until);
};

} // namespace meshscope
