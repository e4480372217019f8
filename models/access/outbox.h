#pragma once

#include "models/access/request.h"
#include "models/store/workspace.h"

namespace meshscope {

/// One row of the workspace's own requests: a draft, something on its way, or what was last written to an endpoint.
struct OutboxEntry {
    AccessRequest request;               ///< as the person wrote it; its state as the row has it
    bool own = true;                     ///< asked for here; else only decided here
    bool filed = false;                  ///< confirmed to be in the endpoint
    bool remote = false;                 ///< the endpoint is a server
    bool attempted = false;              ///< it may be there: sending had begun, and no answer said that it is not
    std::optional<Agreement> agreement;  ///< as it was written, or is to be written
    std::optional<RequestEvent> pending; ///< under way: not yet confirmed to be in the endpoint and in the audit chain
    bool waiting = false;                ///< for a server that is away: nobody has it in hand
    qint64 process = 0;                  ///< that has it under way
    QString reason;                      ///< why it failed
    QString warning;                     ///< what the endpoint said less than well
};

/// Whether another program on this workspace is just doing it.
[[nodiscard]] bool isUnderWay(const OutboxEntry &entry);

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
