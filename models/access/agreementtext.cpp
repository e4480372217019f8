#include "models/access/agreementtext.h"

#include "models/access/yamledit.h"
#include "models/access/yamltext.h"
#include "models/formats/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AgreementText)
};

QJsonObject toJson(const RequestEvent &event)
{
    QJsonObject object{{QStringLiteral("at"), agreementTime(event.at)},
                       {QStringLiteral("by"), event.by},
                       {QStringLiteral("what"), event.what}};
    if (!event.note.isEmpty())
        object.insert(QStringLiteral("note"), event.note);
    return object;
}

/// Our own part, in the order people read it.
QList<std::pair<QString, QJsonValue>> ourFields(const Agreement &a)
{
    QList<std::pair<QString, QJsonValue>> fields;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            fields.append({QLatin1StringView(name), value});
    };
    add("requestedBy", a.requestedBy);
    add("requestedFor", a.requestedFor);
    if (!a.columns.isEmpty())
        fields.append({QStringLiteral("columns"), QJsonArray::fromStringList(a.columns)});
    add("replaces", a.replaces);
    add("decision", a.decision);
    QJsonArray events;
    for (const RequestEvent &event : a.events)
        events.append(toJson(event));
    if (!events.isEmpty())
        fields.append({QStringLiteral("events"), events});
    return fields;
}

QString dateText(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

/// Collects changes of one edit; stops at the first that fails.
class Changes {
public:
    explicit Changes(YamlEdit &edit)
        : m_edit(edit)
    {
    }
    void text(const QStringList &path, const QString &now, const QString &wanted)
    {
        if (m_result && now != wanted)
            m_result = m_edit.set(path, wanted);
    }
    void value(const QStringList &path, bool differs, const QJsonValue &wanted)
    {
        if (m_result && differs)
            m_result = m_edit.set(path, wanted);
    }
    void append(const QStringList &path, const QJsonValue &item)
    {
        if (m_result)
            m_result = m_edit.append(path, item);
    }
    [[nodiscard]] const Result<void> &result() const { return m_result; }

private:
    YamlEdit &m_edit;
    Result<void> m_result;
};

bool holds(const QList<RequestEvent> &events, const RequestEvent &event)
{
    return std::any_of(events.begin(), events.end(), [&](const RequestEvent &e) { return isSameEvent(e, event); });
}

/// Whether what was changed really reads back so: the last guard against documents built in ways nobody thought of.
bool readsBackAs(const QByteArray &text, const QString &file, const Agreement &wanted)
{
    const Result<Agreement> back = agreementIn(text, file, wanted.id);
    return back && back->status == wanted.status && back->active == wanted.active && back->from == wanted.from &&
           back->until == wanted.until && back->purpose == wanted.purpose && back->columns == wanted.columns &&
           std::all_of(wanted.events.begin(), wanted.events.end(),
                       [&](const RequestEvent &event) { return holds(back->events, event); });
}

} // namespace

QString agreementTime(const QDateTime &at)
{
    return at.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'"));
}

bool isSameEvent(const RequestEvent &a, const RequestEvent &b)
{
    return a.what == b.what && a.by == b.by && a.at.toSecsSinceEpoch() == b.at.toSecsSinceEpoch();
}

QByteArray newAgreementText(const Agreement &a)
{
    QByteArray out = "dataUsageAgreementSpecification: 0.0.1\n";
    const auto line = [&](int indent, const char *key, const QJsonValue &value) {
        out += QByteArray(indent, ' ') + key + ':' + yamlBlock(value, indent) + '\n';
    };
    const auto optional = [&](int indent, const char *key, const QString &value) {
        if (!value.isEmpty())
            line(indent, key, value);
    };
    line(0, "id", a.id);
    out += "info:\n";
    line(2, "purpose", a.purpose);
    line(2, "status", a.status);
    line(2, "active", a.active);
    line(2, "startDate", dateText(a.from));
    if (a.until.isValid())
        line(2, "endDate", dateText(a.until));
    optional(2, "individualAgreements", a.description);
    out += "provider:\n";
    line(2, "teamId", a.providerTeam);
    line(2, "dataProductId", a.product);
    line(2, "outputPortId", a.port);
    optional(2, "dataContractId", a.contract);
    if (a.consumerTeam.isEmpty() && a.consumerUser.isEmpty() && a.consumerProduct.isEmpty()) {
        out += "consumer: {}\n";
    } else {
        out += "consumer:\n";
        optional(2, "teamId", a.consumerTeam);
        optional(2, "userId", a.consumerUser);
        optional(2, "dataProductId", a.consumerProduct);
    }
    if (!a.tags.isEmpty())
        line(0, "tags", QJsonArray::fromStringList(a.tags));
    const auto own = ourFields(a);
    if (!own.isEmpty()) {
        out += "custom:\n  meshscope:\n";
        for (const auto &[name, value] : own)
            line(4, name.toLatin1().constData(), value);
    }
    return out;
}

Result<QByteArray> changedAgreementText(const QByteArray &text, const QString &file, const Agreement &wanted)
{
    const Result<Agreement> now = agreementIn(text, file, wanted.id);
    if (!now)
        return Failure(now.error());
    Result<YamlEdit> edit = YamlEdit::open(text, wanted.id);
    if (!edit) {
        Error error = edit.error();
        error.where = file;
        error.text = QStringLiteral("%1: %2").arg(file, error.text);
        return Failure(error);
    }
    const QString info = QStringLiteral("info");
    const auto own = [](const char *field) {
        return QStringList{QStringLiteral("custom"), QStringLiteral("meshscope"), QLatin1StringView(field)};
    };
    Changes changes(*edit);
    changes.text({info, QStringLiteral("purpose")}, now->purpose, wanted.purpose);
    changes.text({info, QStringLiteral("status")}, now->status, wanted.status);
    changes.value({info, QStringLiteral("active")}, now->active != wanted.active, wanted.active);
    changes.value({info, QStringLiteral("startDate")}, now->from != wanted.from && wanted.from.isValid(),
                  dateText(wanted.from));
    changes.value({info, QStringLiteral("endDate")}, now->until != wanted.until && wanted.until.isValid(),
                  dateText(wanted.until));
    changes.text({info, QStringLiteral("individualAgreements")}, now->description, wanted.description);
    changes.text(own("requestedBy"), now->requestedBy, wanted.requestedBy);
    changes.text(own("requestedFor"), now->requestedFor, wanted.requestedFor);
    changes.value(own("columns"), now->columns != wanted.columns, QJsonArray::fromStringList(wanted.columns));
    changes.text(own("replaces"), now->replaces, wanted.replaces);
    changes.text(own("decision"), now->decision, wanted.decision);
    for (const RequestEvent &event : wanted.events) {
        if (!holds(now->events, event))
            changes.append(own("events"), toJson(event));
    }
    if (!changes.result()) {
        Error error = changes.result().error();
        error.where = file;
        error.text = QStringLiteral("%1: %2").arg(file, error.text);
        return Failure(error);
    }
    if (edit->text() != text && !readsBackAs(edit->text(), file, wanted)) {
        return fail(Error::Code::Failed,
                    Text::tr("%1 is written in a way that cannot be changed safely: change it by hand.").arg(file), file);
    }
    return edit->text();
}

Result<Agreement> agreementIn(const QByteArray &text, const QString &file, const QString &id)
{
    ReadContext context;
    context.file = file;
    const FileRecords read = readFile(text, context);
    for (const Agreement &agreement : read.records.agreements) {
        if (agreement.id == id)
            return agreement;
    }
    for (const Issue &issue : read.records.issues) {
        if (issue.severity == Issue::Severity::Error) {
            const QString place = QStringLiteral("%1:%2:%3").arg(file).arg(issue.where.line).arg(issue.where.column);
            return fail(Error::Code::Parse, Text::tr("%1: %2").arg(place, issue.text), file);
        }
    }
    return fail(Error::Code::NotFound, Text::tr("%1 holds no agreement with the id %2.").arg(file, id), file);
}

} // namespace meshscope
