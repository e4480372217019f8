#pragma once

#include "models/access/request.h"
#include "models/store/workspace.h"

namespace meshscope {

/// One row of the workspace's own requests: a draft, something on its way, or what was last written to an endpoint.
struct OutboxEntry {
    AccessRequest request;               ///< as the person wrote it; its state as the row has it
    bool own = true;                     ///< asked for here; else only decided here
    bool filed = false;                  ///< confirmed to be in the endpoint
    std::optional<Agreement> agreement;  ///< as it was written, or is to be written
    std::optional<RequestEvent> pending; ///< under way: not yet confirmed to be in the endpoint and in the audit chain
    qint64 process = 0;                  ///< that has it under way
    QString reason;                      ///< why it failed
    QString warning;                     ///< what the endpoint said less than well
};

/// The workspace's rows of requests, as values.
class Outbox {
public:
    explicit Outbox(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    [[nodiscard]] QList<OutboxEntry> entries() const;
    [[nodiscard]] std::optional<OutboxEntry> entry(const QString &id) const;
    [[nodiscard]] Result<void> put(const OutboxEntry &entry); ///< durable when it returns
    [[nodiscard]] Result<void> remove(const QString &id);

private:
    Workspace &m_workspace;
};

} // namespace meshscope
