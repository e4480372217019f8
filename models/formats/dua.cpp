#include "models/formats/dua.h"

#include "models/formats/all.h"
#include "models/formats/bitol.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

/// Data usage agreement 0.0.1: who may use which output port for what. https://www.datausageagreement.com
class Dua : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("DUA"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return document.peek("dataUsageAgreementSpecification").isScalar();
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        readAgreement(document, context, out);
    }
};

void keepUnread(const Node &given, bool isRead, const QString &name, Agreement &agreement)
{
    const bool isEmpty = given.isNull() || (given.isScalar() && given.text().isEmpty());
    if (!isRead && !isEmpty)
        agreement.properties.append({name, plain(given)});
}

void readInfo(const DocumentReader &reader, const Node &info, Agreement &agreement)
{
    agreement.purpose = reader.text(info, "purpose");
    agreement.name = agreement.purpose;
    agreement.status = reader.text(info, "status");
    agreement.active = reader.flag(info, "active").value_or(false);
    agreement.from = reader.date(info, "startDate");
    agreement.until = reader.date(info, "endDate");
    agreement.description = reader.text(info, "individualAgreements");
    keepUnread(info.peek("startDate"), agreement.from.isValid(), duaterms::startDate, agreement);
    keepUnread(info.peek("endDate"), agreement.until.isValid(), duaterms::endDate, agreement);
    if (!agreement.until.isValid() || !agreement.from.isValid() || agreement.from <= agreement.until)
        return;
    reader.warn(info.peek("endDate"),
                QCoreApplication::translate("meshscope::Formats", "The agreement ends before it starts: correct “startDate” "
                                                                  "or “endDate”."));
}

void readParties(const DocumentReader &reader, Agreement &agreement)
{
    const Node &provider = reader.map(reader.document(), "provider");
    agreement.providerTeam = reader.text(provider, "teamId");
    agreement.product = reader.text(provider, "dataProductId");
    agreement.port = reader.text(provider, "outputPortId");
    agreement.contract = reader.text(provider, "dataContractId");
    const Node &consumer = reader.map(reader.document(), "consumer");
    agreement.consumerTeam = reader.text(consumer, "teamId");
    agreement.consumerProduct = reader.text(consumer, "dataProductId");
    agreement.consumerUser = reader.text(consumer, "userId");
}

/// What DUA has no field for is our own, under custom.meshscope (SEMANTICS: a request in a mesh folder).
void readOurs(const DocumentReader &reader, const Node &ours, Agreement &agreement)
{
    agreement.columns = reader.texts(ours, "columns");
    const Node &columns = ours.peek("columns");
    keepUnread(columns, columns.size() == 0 || agreement.columns.size() == columns.size(), duaterms::columns, agreement);
    agreement.requestedBy = reader.text(ours, "requestedBy");
    agreement.requestedFor = reader.text(ours, "requestedFor");
    agreement.replaces = reader.text(ours, "replaces");
    agreement.decision = plain(ours["decision"]);
    for (const Node *event : reader.maps(ours, "events")) {
        agreement.events.append({reader.time(*event, "at"), reader.text(*event, "by"), reader.text(*event, "what"),
                                 reader.text(*event, "note"), reader.context().file});
    }
}
} // namespace

void readAgreement(const Node &document, const ReadContext &context, Records &out)
{
    const DocumentReader reader(document, context, out);
    reader.noteVersion(document["dataUsageAgreementSpecification"], QStringLiteral("DUA"), QStringLiteral("0.0"));
    Agreement agreement;
    agreement.source = reader.source();
    agreement.id = reader.text(document, "id");
    if (agreement.id.isEmpty())
        reader.warn(document, QCoreApplication::translate("meshscope::Formats",
                                                          "This data usage agreement has no id. Give it an “id”."));
    agreement.tags = reader.texts(document, "tags");
    readInfo(reader, reader.map(document, "info"), agreement);
    readParties(reader, agreement);
    agreement.properties += reader.properties(document, "links");
    const Node &custom = reader.map(document, "custom");
    for (size_t i = 0; i < custom.keys().size(); ++i) {
        if (custom.keys()[i] != QLatin1String("meshscope"))
            agreement.properties.append({custom.keys()[i], plain(custom.items()[i])});
    }
    if (const Node &ours = custom.peek("meshscope"); ours.isScalar()) { // where custom fields can only be texts
        const Parsed parsed = parseDocuments(ours.text().toUtf8(), Syntax::Json);
        if (!parsed.error && !parsed.documents.empty())
            readOurs(reader, parsed.documents.front(), agreement);
    } else {
        readOurs(reader, reader.map(custom, "meshscope"), agreement);
    }
    out.agreements.append(agreement);
}

std::unique_ptr<Format> makeDua()
{
    return std::make_unique<Dua>();
}

} // namespace meshscope
