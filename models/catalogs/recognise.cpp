#include "models/catalogs/recognise.h"

#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/signatures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Recognise)
};

/// Where an API may begin: at the server itself, or below the path somebody pasted.
QStringList basesOf(const QUrl &url)
{
    const QString origin = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
                               .toString(QUrl::StripTrailingSlash);
    QStringList bases{origin};
    constexpr int deepest = 3; // a page of a vendor's interface lies deeper, its API does not
    QString path;
    const QStringList parts = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), deepest); ++i) {
        path += u'/' + parts[i];
        bases.append(origin + path);
    }
    return bases;
}

struct Question {
    QString target;
    QList<std::pair<Signature, QString>> means; ///< whose it is, and the location it would have
};

QList<Question> questionsFor(const QUrl &url)
{
    QList<Question> questions;
    const auto ask = [&](const QString &target, const Signature &signature, const QString &location) {
        const auto found =
            std::find_if(questions.begin(), questions.end(), [&](const Question &q) { return q.target == target; });
        if (found != questions.end())
            found->means.append({signature, location});
        else
            questions.append({target, {{signature, location}}});
    };
    const QString whole = QString::fromLatin1(url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo));
    for (const QString &base : basesOf(url)) {
        for (const Signature &signature : signatures()) {
            const QString path = QLatin1StringView(signature.path);
            if (path.isEmpty()) {
                ask(whole, signature, whole);
                continue;
            }
            // A catalog that lies below a prefix is addressed by it; the prefix of an Iceberg catalog is part of its
            // address.
            const QString prefix =
                QLatin1StringView(signature.kind) == u"iceberg" ? path.first(path.indexOf(u"/v1/config")) : QString();
            ask(base + path, signature, base + prefix);
        }
    }
    return questions;
}

HttpProfile profileFor(const QUrl &url, const RecogniseTools &tools)
{
    HttpProfile profile;
    profile.endpoint = url.host();
    profile.base = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    profile.tls.authorities = tools.authorities;
    profile.deadlines.connect = std::chrono::seconds(8);
    profile.deadlines.idle = std::chrono::seconds(8);
    profile.deadlines.whole = std::chrono::seconds(12);
    profile.retry.attempts = 1;
    profile.limit = qint64(1) << 20;
    return profile;
}

Result<QList<Recognised>> ask(const QUrl &url, const RecogniseTools &tools)
{
    HttpClient::Options options;
    options.cancelled = tools.cancelled;
    options.log = tools.log;
    const Result<std::unique_ptr<HttpClient>> client = HttpClient::open(profileFor(url, tools), std::move(options));
    if (!client)
        return Failure(client.error());
    const QList<Question> questions = questionsFor(url);
    QList<int> any;
    for (int status = 400; status < 600; ++status)
        any.append(status);
    QList<HttpRequest> requests;
    for (const Question &question : questions)
        requests.append(HttpRequest::get(question.target).accepting(any));
    QList<Recognised> found;
    std::optional<Error> failure;
    bool isReached = false;
    const Result<void> done =
        (*client)->each(requests, [&](qsizetype index, const Result<HttpAnswer> &answer) -> Result<void> {
            if (!answer) {
                if (!failure)
                    failure = answer.error();
                const bool isLost = !isReached && answer.error().code != Error::Code::Full;
                return isLost ? Result<void>(Failure(answer.error()))
                              : Result<void>(); // nobody is there: no use in going on
            }
            isReached = true;
            for (const auto &[signature, location] : questions[index].means) {
                if (std::optional<Recognised> judged = signature.judge(*answer)) {
                    judged->kind = QLatin1StringView(signature.kind);
                    judged->location = location;
                    found.append(*judged);
                }
            }
            return {};
        });
    if (!isReached && !done)
        return Failure(failure.value_or(done.error()));
    if (tools.cancelled())
        return fail(Error::Code::Cancelled, Text::tr("Cancelled."));
    return found;
}

/// One of each kind: the surest, else the one at the shortest address.
QList<Recognised> settled(QList<Recognised> found)
{
    std::stable_sort(found.begin(), found.end(), [](const Recognised &a, const Recognised &b) {
        return std::pair(!a.isSure, a.location.size()) < std::pair(!b.isSure, b.location.size());
    });
    QList<Recognised> kept;
    const bool isSure = !found.isEmpty() && found.first().isSure;
    for (const Recognised &one : std::as_const(found)) {
        const bool isKnown =
            std::any_of(kept.cbegin(), kept.cend(), [&](const Recognised &k) { return k.kind == one.kind; });
        if (!isKnown && (one.isSure || !isSure))
            kept.append(one);
    }
    return kept;
}

} // namespace

Result<QList<Recognised>> recognise(const QString &pasted, const RecogniseTools &tools)
{
    const QString text = pasted.trimmed();
    const bool hasScheme = text.contains(u"://");
    QList<QUrl> urls;
    for (const QString &scheme : hasScheme ? QStringList{QString()} : QStringList{u"https://"_s, u"http://"_s})
        urls.append(QUrl(scheme + text, QUrl::StrictMode));
    std::optional<Error> failure;
    for (const QUrl &url : std::as_const(urls)) {
        if (!url.isValid() || url.host().isEmpty())
            return fail(Error::Code::Usage, Text::tr("“%1” is no address of a server.").arg(text.left(200)));
        if (const std::optional<Recognised> byAddress = recognisedByAddress(url))
            return QList<Recognised>{*byAddress};
        Result<QList<Recognised>> found = ask(url, tools);
        if (found)
            return settled(*found);
        if (!failure || found.error().code == Error::Code::Cancelled)
            failure = found.error();
        if (found.error().code == Error::Code::Cancelled)
            break;
    }
    return Failure(*failure);
}

} // namespace meshscope
