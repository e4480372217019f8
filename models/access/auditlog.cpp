#include "models/access/auditlog.h"

#include "models/access/agreementtext.h"
#include "models/security/ed25519.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AuditLog)
};

const QString headKey = QStringLiteral("audit.head");
const QString keyKey = QStringLiteral("audit.key");
constexpr int appendTries = 8;

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject bodyOf(const AccessRequest &request, const RequestEvent &event, qint64 index)
{
    return {{QStringLiteral("index"), index},
            {QStringLiteral("request"), request.id},
            {QStringLiteral("endpoint"), request.endpoint},
            {QStringLiteral("product"), request.product.id},
            {QStringLiteral("port"), request.port.id},
            {QStringLiteral("at"), agreementTime(event.at)},
            {QStringLiteral("by"), event.by},
            {QStringLiteral("what"), event.what},
            {QStringLiteral("note"), event.note}};
}

QByteArray headText(qint64 count, const QByteArray &hash)
{
    return "meshscope-audit-head\n" + QByteArray::number(count) + '\n' + hash.toHex();
}

/// What is wrong with one link, or nothing.
QString linkFault(const AuditRow &row, qint64 index, const QByteArray &previous, const QByteArray &key)
{
    if (row.index != index)
        return Text::tr("event %1 is missing").arg(index);
    if (row.previous != previous)
        return Text::tr("it does not follow the event before it: one was removed, exchanged or changed");
    if (row.hash != sha256(previous + row.body))
        return Text::tr("it was changed: its content does not match its hash");
    if (row.key != key)
        return Text::tr("it was signed with a foreign key");
    if (!isSignedBy(key, row.hash, row.signature))
        return Text::tr("its signature is not valid");
    const QJsonDocument document = QJsonDocument::fromJson(row.body);
    if (!document.isObject() || document.object()[u"index"].toInteger(-1) != index ||
        canonical(document.object()) != row.body)
        return Text::tr("it is not an event of this place in the chain");
    return {};
}

} // namespace

AuditLog::AuditLog(Workspace &workspace, AccessDesk::Signer &signer)
    : m_workspace(workspace)
    , m_signer(signer)
{
}

Result<void> AuditLog::append(const AccessRequest &request, const RequestEvent &event)
{
    Result<void> done = fail(Error::Code::Busy, Text::tr("The audit record is busy: try again."));
    qsizetype before = -1;
    for (int tries = 0; tries < appendTries; ++tries) {
        const QList<AuditRow> rows = m_workspace.audit();
        if (rows.size() == before) // nobody came between: trying again helps nothing
            break;
        before = rows.size();
        const AuditRow last = rows.isEmpty() ? AuditRow() : rows.last();
        const qint64 index = rows.isEmpty() ? 0 : last.index + 1;
        done = appendBody(last, index, canonical(bodyOf(request, event, index)));
        if (done)
            break;
    }
    return done;
}

Result<void> AuditLog::appendBody(const AuditRow &last, qint64 index, const QByteArray &body)
{
    AuditRow row;
    row.index = index;
    row.body = body;
    row.previous = last.hash;
    row.hash = sha256(row.previous + row.body);
    const Result<QByteArray> key = m_signer.publicKey();
    const Result<QByteArray> signature = m_signer.sign(row.hash);
    if (!key || !signature)
        return Failure(key ? signature.error() : key.error());
    row.key = *key;
    row.signature = *signature;
    const Result<void> appended = m_workspace.appendAudit(row);
    if (!appended)
        return appended;
    return writeHead(row);
}

Result<void> AuditLog::writeHead(const AuditRow &row)
{
    const QJsonObject now = QJsonDocument::fromJson(m_workspace.setting(headKey).toString().toUtf8()).object();
    const qint64 count = row.index + 1;
    if (now[u"count"].toInteger() >= count && now[u"count"].toInteger() <= m_workspace.audit().size())
        return {}; // another process was faster
    const Result<QByteArray> signature = m_signer.sign(headText(count, row.hash));
    if (!signature)
        return Failure(signature.error());
    const QJsonObject head{{QStringLiteral("count"), count},
                           {QStringLiteral("hash"), QString::fromLatin1(row.hash.toHex())},
                           {QStringLiteral("signature"), QString::fromLatin1(signature->toHex())}};
    if (row.index == 0) {
        const Result<void> kept = m_workspace.setSetting(keyKey, QString::fromLatin1(row.key.toHex()));
        if (!kept)
            return kept;
    }
    return m_workspace.setSetting(headKey, QString::fromUtf8(canonical(head)));
}

Result<void> AuditLog::ensure(const AccessRequest &request, const RequestEvent &event)
{
    const QList<AuditRow> rows = m_workspace.audit();
    for (const AuditRow &row : rows) {
        const QJsonObject body = QJsonDocument::fromJson(row.body).object();
        if (body[u"request"].toString() == request.id && body[u"what"].toString() == event.what &&
            body[u"by"].toString() == event.by && body[u"at"].toString() == agreementTime(event.at))
            return {};
    }
    return append(request, event);
}

QString AuditLog::headFault(const QList<AuditRow> &rows, const QByteArray &key) const
{
    const QString text = m_workspace.setting(headKey).toString();
    if (text.isEmpty())
        return rows.isEmpty() ? QString() : Text::tr("the record of how many events there are was removed");
    const QJsonObject head = QJsonDocument::fromJson(text.toUtf8()).object();
    const qint64 count = head[u"count"].toInteger();
    const QByteArray hash = QByteArray::fromHex(head[u"hash"].toString().toLatin1());
    const QByteArray signature = QByteArray::fromHex(head[u"signature"].toString().toLatin1());
    if (!isSignedBy(key, headText(count, hash), signature))
        return Text::tr("the record of how many events there are was changed");
    if (count > rows.size())
        return Text::tr("the last events were removed: %1 were signed, %2 are left").arg(count).arg(rows.size());
    if (count < 1 || rows.at(count - 1).hash != hash) // more rows than the head counts: a crash came between the two
        return Text::tr("the last events were exchanged");
    return {};
}

AccessDesk::AuditVerdict AuditLog::verify(const QStringList &expected) const
{
    const QList<AuditRow> rows = m_workspace.audit();
    AccessDesk::AuditVerdict verdict;
    verdict.events = rows.size();
    const auto bad = [&](qint64 index, const QString &why) {
        verdict.ok = false;
        verdict.firstBad = index;
        verdict.why = why;
        return verdict;
    };
    const bool fresh = rows.isEmpty() && m_workspace.setting(headKey).toString().isEmpty();
    QByteArray key;
    if (!fresh) { // asking for a key that never signed anything would make one
        const Result<QByteArray> own = m_signer.publicKey();
        key = own ? *own : QByteArray::fromHex(m_workspace.setting(keyKey).toString().toLatin1());
        if (key.isEmpty())
            return bad(0, Text::tr("there is no key to check the signatures with (%1)").arg(own.error().text));
    }
    QByteArray previous;
    QSet<QString> seen;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString fault = linkFault(rows.at(i), i, previous, key);
        if (!fault.isEmpty())
            return bad(i, fault);
        previous = rows.at(i).hash;
        seen.insert(QJsonDocument::fromJson(rows.at(i).body).object()[u"request"].toString());
    }
    const QString fault = headFault(rows, key);
    if (!fault.isEmpty())
        return bad(rows.size(), fault);
    for (const QString &id : expected) {
        if (!seen.contains(id))
            return bad(rows.size(), Text::tr("the request %1 was sent, but its events were removed").arg(id));
    }
    return verdict;
}

} // namespace meshscope
