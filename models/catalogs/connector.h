#pragma once

#include "models/catalogs/http/httpusual.h"
#include "models/mesh/datarows.h"
#include "models/mesh/records.h"
#include "models/mesh/requestroad.h"
#include "models/mesh/result.h"

#include <functional>
#include <memory>
#include <optional>

namespace meshscope {

struct HttpClock;
class RequestLog;
struct ServerCertificate;
class SecretBox;

/// What a kind of endpoint offers; what is missing carries the reason people are shown.
enum class Capability : quint8 {
    Domains,
    Products,
    Columns,
    Lineage,
    ColumnLineage,
    Samples,
    Contracts,
    Quality,
    Usage,
    AccessRequests,
    ChangeFeed
};
struct Capabilities {
    QList<Capability> offered;
    struct Missing {
        Capability what;
        QString why;
    };
    QList<Missing> missing;
    bool keepsSamples = false; ///< samples are rows it keeps of what lives elsewhere
    [[nodiscard]] bool has(Capability c) const { return offered.contains(c); }
};
[[nodiscard]] QString capabilityWord(Capability c); ///< "domains", "products" … as in the CLI contract

/// Where an endpoint is and how it is reached. No secrets in here.
struct EndpointConfig {
    QString name;
    QString kind; ///< "folder"
    QString location;
    QHash<QString, QString> options;
    bool operator==(const EndpointConfig &) const = default;
};

/// Polled and told during long work; called from the worker's thread.
struct Progress {
    std::function<bool()> cancelled = [] { return false; };
    std::function<void(qint64 done, qint64 total, const QString &what)> report = [](qint64, qint64, const QString &) {};
};

/// One original file or answer, kept byte for byte.
struct OriginalFile {
    QString path;
    QByteArray bytes;
    QByteArray hash; ///< SHA-256
};

/// Receives what a connector reads. `Error` back means stop (disk full, cancelled).
class RecordSink {
public:
    virtual ~RecordSink() = default;
    [[nodiscard]] virtual Result<void> original(OriginalFile file) = 0;
    /// Records of one unit (a file, a page). `unit` is its name; what it held before and no longer does is retired.
    [[nodiscard]] virtual Result<void> records(const QString &unit, Records records) = 0;
    /// The unit has not changed since the last complete run: everything it gave stays as it was.
    [[nodiscard]] virtual Result<void> unchanged(const QString &unit) = 0;
    /// The unit could not be parsed: what it gave last time stays, marked stale.
    [[nodiscard]] virtual Result<void> stale(const QString &unit, Issues issues) = 0;
    /// Units of the last published run, in no order.
    [[nodiscard]] virtual QStringList units() const { return {}; }
    /// SHA-256 the unit had in the last complete run; empty when it was not there.
    [[nodiscard]] virtual QByteArray knownHash(const QString &unit) const = 0;
    /// The original of a unit as the last published run left it; NotFound where none is kept.
    [[nodiscard]] virtual Result<QByteArray> knownOriginal(const QString &unit) const
    {
        return fail(Error::Code::NotFound, unit, unit);
    }
    /// What the connector noted about the unit in the last published run, to see quickly whether it has changed.
    [[nodiscard]] virtual QByteArray note(const QString &unit) const
    {
        Q_UNUSED(unit)
        return {};
    }
    [[nodiscard]] virtual Result<void> setNote(const QString &unit, const QByteArray &note)
    {
        Q_UNUSED(unit)
        Q_UNUSED(note)
        return {};
    }
};

/// What a listing came to.
struct Outcome {
    QHash<QString, qint64> expected; ///< per word ("document"), what should have come
    QHash<QString, qint64> got;      ///< per the same word
    bool complete = true;
    QString missing; ///< why not
    Issues issues;   ///< beyond those in the records
};

/// Reads one kind of endpoint from beginning to end. Plain sequential code in a worker thread.
class Connector {
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    [[nodiscard]] virtual Result<Outcome> read(RecordSink &sink, const Progress &progress) = 0;
    struct Check {
        QString what;
        bool ok = false;
        QString text;
        bool isNeeded = true;                                      ///< for reading; what only cannot be filed is a warning
        qint64 millis = -1;                                        ///< it took; unknown below 0
        std::shared_ptr<const ServerCertificate> certificate = {}; ///< that does not verify: a person may decide to pin it
    };
    struct Probe {
        QString product;
        QString version;
        QList<Check> checks;
    };
    [[nodiscard]] virtual Probe probe() = 0;
    /// The road to its requests for access; asks nobody yet. Refused, with the reason, where it takes none.
    [[nodiscard]] virtual Result<std::unique_ptr<RequestRoad>> requests();
    /// First rows of a dataset, asked for where it lives, or those a catalog keeps of it; a cancel reaches the server.
    /// NotFound where none are kept; Refused, with the reason among the capabilities, where none are offered.
    [[nodiscard]] virtual Result<DataRows> sample(const RowsRequest &request, const Progress &progress);
};

/// Kinds of endpoint this build can speak to, and what options each takes.
struct EndpointKind {
    QString kind;
    QString title;
    QString description;     ///< what the location is
    QList<Property> options; ///< name → what it does
    QStringList auth = {};   ///< ways to sign in, the usual one first; empty: nobody signs in, it is no server
    HttpUsual usual = {};    ///< of a server; `usual.auth` follows from `auth`
    QStringList schemes = {QStringLiteral("https"), QStringLiteral("http")}; ///< of a server's address, the usual first
    [[nodiscard]] bool isServer() const { return !auth.isEmpty(); }
};
[[nodiscard]] QList<EndpointKind> endpointKinds();
/// None when this build does not know it.
[[nodiscard]] std::optional<EndpointKind> endpointKind(const QString &kind);
/// What the configuration of a server holds besides its options: the name its secrets are kept under.
[[nodiscard]] QStringList serverFields();

/// What a connector is given besides its configuration.
struct ConnectorTools {
    std::shared_ptr<SecretBox> secrets = {}; ///< none: wherever this person's are kept
    std::shared_ptr<RequestLog> log = {};    ///< of what goes over the wire; none: nobody wants to know
    std::function<bool()> cancelled = {};    ///< besides what reading is told; none: nobody cancels
    std::shared_ptr<HttpClock> clock = {};   ///< of a test that waits for nothing; none: the usual one
};

/// How somebody signs in, in the words of the command line.
struct SignIn {
    QString auth; ///< one of the kind's; empty: the usual one
    QString user;
    QString authorities; ///< files
    QString certificate;
    QString pin; ///< fingerprint
};
/// Puts it among the options; Usage when something is missing.
[[nodiscard]] Result<void> signIn(EndpointConfig &config, const EndpointKind &kind, const SignIn &how);
/// Keeps the secret the options speak of; Usage when there is none, or one too many.
[[nodiscard]] Result<void> keepSecret(const EndpointConfig &config, const QByteArray &secret,
                                      const ConnectorTools &tools = {});
/// The one that keepSecret() kept; NotFound when there is none.
[[nodiscard]] Result<QByteArray> keptSecret(const EndpointConfig &config, const ConnectorTools &tools = {});
[[nodiscard]] Result<void> forgetSecrets(const EndpointConfig &config, const ConnectorTools &tools = {});
/// Whether its address, options, files and secrets make a client; asks nobody.
[[nodiscard]] Result<void> checkEndpoint(const EndpointConfig &config, const ConnectorTools &tools = {});

/// The connector for a configuration; Usage when the kind or an option is unknown.
[[nodiscard]] Result<std::unique_ptr<Connector>> makeConnector(const EndpointConfig &config,
                                                               const ConnectorTools &tools = {});

} // namespace meshscope
