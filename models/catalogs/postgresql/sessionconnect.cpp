#include "models/catalogs/postgresql/session.h"

#include "models/catalogs/postgresql/refusal.h"
#include "models/security/algorithms.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>

#include <libpq-fe.h>

#include <condition_variable>
#include <locale.h>
#include <mutex>
#include <thread>

// The second part of Session: finds the server and signs in.
namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

constexpr int connectSeconds = 15;
constexpr auto settings = "-c default_transaction_read_only=on -c lock_timeout=5000 -c statement_timeout=300000 "
                          "-c idle_in_transaction_session_timeout=600000 -c search_path=pg_catalog "
                          "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c bytea_output=hex "
                          "-c extra_float_digits=1";

bool isThisComputer(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// Where Debian, Fedora and SUSE keep the authorities everybody trusts; libpq 15 asks for a file.
QString systemAuthorities()
{
    for (const char *file :
         {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem"}) {
        if (QFileInfo::exists(QLatin1StringView(file)))
            return QLatin1StringView(file);
    }
    return {};
}

/// libpq and the system speak English in this thread, so that what they say is understood.
class InEnglish {
public:
    InEnglish()
        : m_english(::newlocale(LC_ALL_MASK, "C", locale_t{}))
        , m_before(m_english ? ::uselocale(m_english) : locale_t{})
    {
    }
    ~InEnglish()
    {
        if (!m_english)
            return;
        ::uselocale(m_before);
        ::freelocale(m_english);
    }
    InEnglish(const InEnglish &) = delete;
    InEnglish &operator=(const InEnglish &) = delete;

private:
    const locale_t m_english;
    const locale_t m_before;
};

} // namespace

Result<void> Session::connect()
{
    loadAlgorithms(); // before libpq does, in its own way
    PQinitOpenSSL(0, 0);
    const Result<QStringList> addresses = resolve();
    if (!addresses)
        return Failure(addresses.error());
    // Each address is tried in turn; the name stays for the certificate.
    const QString hosts = QStringList(addresses->size(), m_target.host).join(u',');
    const bool isNear = isThisComputer(m_target.host);
    const QByteArray mode = !m_target.sslMode.isEmpty() ? m_target.sslMode.toUtf8() : isNear ? "prefer" : "verify-full";
    const QString authorities = m_target.authorities.isEmpty() ? systemAuthorities() : m_target.authorities;
    const std::vector<std::pair<const char *, QByteArray>> given{
        {"host", hosts.toUtf8()},
        {"hostaddr", addresses->join(u',').toLatin1()},
        {"port", QByteArray::number(m_target.port)},
        {"dbname", m_target.database.toUtf8()},
        {"user", m_target.user.toUtf8()},
        {"password", m_target.password},
        {"passfile", "/dev/null"}, // what this program was not told, it does not use
        {"sslmode", mode},
        {"sslrootcert", authorities.toUtf8()},
        {"sslcert", m_target.certificate.toUtf8()},
        {"sslkey", m_target.key.toUtf8()},
        {"sslpassword", m_target.passphrase},
        {"gssencmode", "disable"},
        {"ssl_min_protocol_version", "TLSv1.2"},
        {"application_name", "meshscope"},
        {"client_encoding", "UTF8"},
        {"options", settings},
    };
    std::vector<const char *> names, values;
    for (const auto &[name, value] : given) {
        if (value.isEmpty())
            continue;
        names.push_back(name);
        values.push_back(value.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    const InEnglish english;
    m_connection = PQconnectStartParams(names.data(), values.data(), 0);
    if (!m_connection)
        return Failure(say(Error::Code::Failed, Text::tr("There is not enough memory.")));
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE); // with the states, which are the same in every language
    for (PostgresPollingStatusType next = PGRES_POLLING_WRITING; next != PGRES_POLLING_OK;
         next = PQconnectPoll(m_connection)) {
        if (next == PGRES_POLLING_FAILED || PQstatus(m_connection) == CONNECTION_BAD)
            return Failure(connectError());
        switch (waitFor(next == PGRES_POLLING_WRITING, connectSeconds)) {
        case Wait::Ready: break;
        case Wait::Cancelled: return Failure(cancelled());
        case Wait::TooLong:
            return Failure(say(Error::Code::Io, Text::tr("No connection to %1 within %n seconds. Check the address, and "
                                                         "whether a VPN is needed.",
                                                         "", connectSeconds)
                                                    .arg(m_target.server())));
        }
    }
    return {};
}

/// The addresses of the server. A thread of its own waits for them: nobody could cancel that wait.
Result<QStringList> Session::resolve() const
{
    if (const QHostAddress address(m_target.host); !address.isNull())
        return QStringList(address.toString());
    struct Found {
        std::mutex mutex;
        std::condition_variable told;
        bool isDone = false;
        QHostInfo info;
    };
    const auto found = std::make_shared<Found>();
    std::thread([found, host = m_target.host] {
        const QHostInfo info = QHostInfo::fromName(host);
        const std::lock_guard lock(found->mutex);
        found->info = info;
        found->isDone = true;
        found->told.notify_one();
    }).detach();
    std::unique_lock lock(found->mutex);
    for (int waited = 0; !found->isDone; waited += 100) {
        if (m_cancelled())
            return Failure(cancelled());
        if (waited >= connectSeconds * 1000)
            break;
        found->told.wait_for(lock, std::chrono::milliseconds(100));
    }
    QStringList addresses;
    for (const QHostAddress &address : found->info.addresses())
        addresses.append(address.toString());
    if (addresses.isEmpty())
        return Failure(
            say(Error::Code::Io,
                Text::tr("There is no server %1. Check the spelling, and whether a VPN is needed.").arg(m_target.host)));
    return addresses;
}

Error Session::connectError() const
{
    return refusal(m_target, QString::fromUtf8(PQerrorMessage(m_connection)), PQconnectionNeedsPassword(m_connection) == 1);
}

} // namespace meshscope::postgresql
