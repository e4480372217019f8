#include "models/catalogs/http/awsauth.h"

#include "models/catalogs/http/retry.h"
#include "models/security/ed25519.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <atomic>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AwsAuth)
};

using Section = QHash<QByteArray, QByteArray>;

/// The section of an INI file of AWS's kind. Indented lines belong to the setting above them; nothing we read has any.
Section sectionOf(const QByteArray &text, const QByteArray &name)
{
    Section section;
    bool isIn = false;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray bare = line.trimmed();
        if (bare.isEmpty() || bare.startsWith('#') || bare.startsWith(';'))
            continue;
        if (bare.startsWith('[')) {
            isIn = bare.mid(1, bare.indexOf(']') - 1).simplified() == name;
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (isIn && equals > 0 && !line.startsWith(' ') && !line.startsWith('\t'))
            section.insert(line.left(equals).trimmed().toLower(), line.mid(equals + 1).trimmed());
    }
    return section;
}

QString profileName(const QString &profile)
{
    if (!profile.isEmpty())
        return profile;
    const QString named = qEnvironmentVariable("AWS_PROFILE");
    return named.isEmpty() ? QStringLiteral("default") : named;
}

struct Files {
    QString credentials;
    QString config;
    Files()
        : credentials(
              qEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", QDir::homePath() + QStringLiteral("/.aws/credentials")))
        , config(qEnvironmentVariable("AWS_CONFIG_FILE", QDir::homePath() + QStringLiteral("/.aws/config")))
    {
    }
    [[nodiscard]] QByteArray state() const
    {
        QByteArray text;
        for (const QString &path : {credentials, config}) {
            const QFileInfo info(path);
            text +=
                QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '/' + QByteArray::number(info.size()) + ' ';
        }
        return text;
    }
};

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(1 << 20) : QByteArray();
}

/// Why a profile without keys cannot be used here.
QString reasonIn(const Section &section, const QString &profile)
{
    for (const char *name : {"sso_session", "sso_start_url", "role_arn", "credential_process", "web_identity_token_file"}) {
        if (section.contains(name)) {
            return Text::tr(
                       "The AWS profile “%1” gets its keys by %2, which is not read here. Let the AWS command line write "
                       "temporary keys: aws configure export-credentials --profile %1 --format env-no-export")
                .arg(profile, QString::fromLatin1(name));
        }
    }
    return Text::tr("There are no keys in the AWS profile “%1”. Run: aws configure --profile %1").arg(profile);
}

class AwsAuth final : public Auth {
public:
    AwsAuth(AwsKeySource keys, QByteArray region, QByteArray service)
        : m_source(std::move(keys))
        , m_region(std::move(region))
        , m_service(std::move(service))
    {
    }
    [[nodiscard]] QString word() const override { return QStringLiteral("sigv4"); }

    [[nodiscard]] Result<void> apply(HttpRequest &request, const AuthCall &call) override
    {
        const Result<AwsKeys> keys = m_source();
        if (!keys)
            return Failure(keys.error());
        {
            const QMutexLocker lock(&m_mutex);
            m_seen = *keys;
        }
        const QUrl url = QUrl::fromEncoded(request.target.toLatin1());
        const QDateTime at = call.now.addMSecs(m_ahead);
        setHeader(request.headers, "X-Amz-Date", sigV4Time(at));
        if (!keys->token.isEmpty())
            setHeader(request.headers, "X-Amz-Security-Token", keys->token);
        SigV4Request wire{request.method,
                          url.path(QUrl::FullyEncoded).toLatin1(),
                          url.query(QUrl::FullyEncoded).toLatin1(),
                          {{"host", hostOf(url)}},
                          request.body};
        for (const HttpHeader &header : request.headers) {
            const QByteArray name = header.name.toLower();
            // others may be changed by a proxy on the way
            if (name == "content-type" || name.startsWith("x-amz-"))
                wire.headers.append(header);
        }
        setHeader(request.headers, "Authorization", sigV4Authorization(wire, {at, m_region, m_service}, *keys));
        return {};
    }

    /// Signatures hold for some minutes: when the server's clock shows another time, that is taken from now on. Keys that
    /// ran out may have been renewed by another program.
    [[nodiscard]] Result<bool> renew(const HttpRequest &sent, const HttpAnswer &answer, const AuthCall &call) override
    {
        Q_UNUSED(sent)
        constexpr qint64 tolerated = qint64(4) * 60 * 1000;
        const QDateTime theirs = httpDate(answer.header("Date"));
        const qint64 ahead = theirs.isValid() ? call.now.msecsTo(theirs) : 0;
        if (std::abs(ahead - m_ahead) > tolerated) {
            m_ahead = ahead;
            return true;
        }
        const Result<AwsKeys> keys = m_source();
        const QMutexLocker lock(&m_mutex);
        return keys && *keys != m_seen;
    }

    [[nodiscard]] QList<QByteArray> secrets() const override
    {
        const QMutexLocker lock(&m_mutex);
        return {m_seen.secret, m_seen.token};
    }

private:
    [[nodiscard]] static QByteArray hostOf(const QUrl &url)
    {
        const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
        const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
        return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
    }

    const AwsKeySource m_source;
    const QByteArray m_region;
    const QByteArray m_service;
    mutable QMutex m_mutex;
    AwsKeys m_seen;
    std::atomic<qint64> m_ahead = 0; ///< of the server's clock before ours
};

} // namespace

AwsKeySource fixedAwsKeys(const AwsKeys &keys)
{
    return [keys] { return keys; };
}

Result<AwsKeys> awsKeysIn(const QByteArray &credentials, const QByteArray &config, const QString &profile)
{
    const QString name = profileName(profile);
    const Section first = sectionOf(credentials, name.toUtf8());
    const Section second =
        sectionOf(config, name == QLatin1String("default") ? QByteArray("default") : "profile " + name.toUtf8());
    for (const Section &section : {first, second}) {
        const AwsKeys keys{section.value("aws_access_key_id"), section.value("aws_secret_access_key"),
                           section.value("aws_session_token")};
        if (!keys.id.isEmpty() && !keys.secret.isEmpty())
            return keys;
    }
    return fail(Error::Code::NotFound, reasonIn(second.isEmpty() ? first : second, name), name);
}

AwsKeySource awsProfileKeys(const QString &profile)
{
    struct Cache {
        QMutex mutex;
        QByteArray state;
        std::optional<Result<AwsKeys>> keys;
    };
    return [profile, cache = std::make_shared<Cache>()]() -> Result<AwsKeys> {
        const Files files;
        const QByteArray state = files.state();
        const QMutexLocker lock(&cache->mutex);
        if (!cache->keys || cache->state != state) {
            cache->keys = awsKeysIn(textOf(files.credentials), textOf(files.config), profile);
            cache->state = state;
        }
        return *cache->keys;
    };
}

std::unique_ptr<Auth> awsAuth(AwsKeySource keys, const QByteArray &region, const QByteArray &service)
{
    return std::make_unique<AwsAuth>(std::move(keys), region, service);
}

namespace {

/// What the command line of AWS prints: the keys themselves, or within "Credentials" or "AccessKey".
AwsKeys keysInJson(QJsonObject object)
{
    for (const char *key : {"Credentials", "AccessKey"}) {
        if (object.value(QLatin1StringView(key)).isObject())
            object = object.value(QLatin1StringView(key)).toObject();
    }
    const auto text = [&](const char *key) { return object.value(QLatin1StringView(key)).toString().toUtf8(); };
    return {text("AccessKeyId"), text("SecretAccessKey"), text("SessionToken")};
}

/// "export AWS_ACCESS_KEY_ID='…'" and "aws_access_key_id = …": name in small letters, and value.
std::pair<QByteArray, QByteArray> settingIn(QByteArray line)
{
    if (line.startsWith("export "))
        line = line.mid(7).trimmed();
    const qsizetype equals = line.indexOf('=');
    if (!line.toLower().startsWith("aws_") || equals < 0)
        return {};
    QByteArray value = line.mid(equals + 1).trimmed();
    if (value.size() > 1 && (value.startsWith('"') || value.startsWith('\'')) && value.endsWith(value.front()))
        value = value.mid(1, value.size() - 2);
    return {line.left(equals).trimmed().toLower(), value};
}

} // namespace

Result<AwsKeys> awsKeysOf(const QByteArray &text, const QByteArray &id)
{
    AwsKeys keys;
    if (const QJsonDocument json = QJsonDocument::fromJson(text); json.isObject()) {
        keys = keysInJson(json.object());
    } else {
        QByteArrayList plain;
        for (const QByteArray &line : text.split('\n')) {
            const QByteArray bare = line.trimmed();
            const auto [name, value] = settingIn(bare);
            if (name == "aws_access_key_id")
                keys.id = value;
            else if (name == "aws_secret_access_key")
                keys.secret = value;
            else if (name == "aws_session_token")
                keys.token = value;
            else if (!bare.isEmpty() && !bare.startsWith('[') && !bare.startsWith('#') && name.isEmpty())
                plain += bare.simplified().split(' '); // a field of one line turns ends of lines into blanks
        }
        if (keys.secret.isEmpty() && !plain.isEmpty() && plain.size() <= 3) {
            // three lines begin with the key, known or not; of two the first is it where it is not known
            if (plain.size() == 3 || (id.isEmpty() && plain.size() == 2) || plain.first() == id)
                keys.id = plain.takeFirst();
            keys.secret = plain.value(0);
            keys.token = plain.value(1);
        }
    }
    if (keys.id.isEmpty())
        keys.id = id;
    if (keys.id.isEmpty() || keys.secret.isEmpty() || (!id.isEmpty() && keys.id != id))
        return fail(
            Error::Code::Usage,
            Text::tr("That is no key of AWS: there should be an access key, its secret and, where it is temporary, a "
                     "session token, a line each."));
    return keys;
}

} // namespace meshscope
