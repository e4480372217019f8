#include "models/catalogs/openmetadata/samples.h"

#include "models/catalogs/paged.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of samples: who is asked for them.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;

} // namespace

Result<DataRows> keptSample(HttpClient &client, const RowsRequest &request)
{
    const Sampled sampled = sampledAs(request.known.type);
    QString fqn = request.dataset;
    for (const Property &property : request.known.properties) {
        if (property.name == u"fullyQualifiedName")
            fqn = property.value;
    }
    if (sampled.path.isEmpty())
        return fail(Error::Code::NotFound,
                    Text::tr("OpenMetadata keeps sample rows of tables, topics, containers and search indexes; %1 is none.")
                        .arg(fqn),
                    request.dataset);
    // What is there has a name; its sample is had by its UUID alone.
    const auto ask = [&](const QString &path, const QString &operation) -> Result<JsonPage> {
        Result<JsonPage> page = askJson(client, HttpRequest::get(api + sampled.path + path));
        if (page)
            return page;
        Error error = page.error();
        if (error.code == Error::Code::NotFound)
            error.text = Text::tr("%1 is not in the catalog (any more). Read the endpoint again.").arg(fqn);
        else if (error.code == Error::Code::Refused)
            error.text += u' ' + Text::tr("The permission that may be missing: a role whose policy allows %1 of “%2”.")
                                     .arg(operation, sampled.type);
        return Failure(error);
    };
    const Result<JsonPage> item = ask(u"/name/"_s + pathSegment(fqn), u"ViewBasic"_s);
    if (!item)
        return Failure(item.error());
    const QString uuid = item->root()["id"].text();
    if (uuid.isEmpty())
        return fail(Error::Code::Parse, Text::tr("The answer about %1 names no id. Check the address.").arg(fqn), fqn);
    const Result<JsonPage> page = ask(u'/' + pathSegment(uuid) + u"/sampleData"_s, u"ViewSampleData"_s);
    if (!page)
        return Failure(page.error());
    std::optional<DataRows> rows = sampleIn(page->root(), sampled, fqn, request.rows);
    if (!rows)
        return fail(Error::Code::NotFound,
                    Text::tr("OpenMetadata keeps no sample rows of %1: the ingestion that profiles it stores them, where it "
                             "is told to.")
                        .arg(fqn),
                    request.dataset);
    return std::move(*rows);
}

} // namespace meshscope::openmetadata
