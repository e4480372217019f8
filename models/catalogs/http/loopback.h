#pragma once

#include "models/catalogs/http/pace.h"
#include "models/mesh/result.h"

#include <QList>
#include <QTcpServer>

namespace meshscope {

/// The port of this computer a browser is sent back to after a login (RFC 8252, 7.3). For one thread.
class Loopback {
public:
    /// Opens a port nobody else uses; its address, "http://127.0.0.1:…/callback".
    [[nodiscard]] Result<QString> listen();
    /// The code that comes back with this `state`. What comes without it is somebody else's and answered with a refusal.
    /// Refused when the login was refused there; Cancelled when `isOver` says so.
    [[nodiscard]] Result<QByteArray> waitForCode(const QByteArray &state, const IsCancelled &isOver);

private:
    struct Back {
        QByteArray code;
        QString refusal;
    };
    [[nodiscard]] std::optional<Back> read(QTcpSocket &socket, const QByteArray &state);

    QTcpServer m_server;
    QList<QTcpSocket *> m_waiting; ///< browsers open connections in advance that never ask for anything
};

} // namespace meshscope
