#include "models/catalogs/entropy/samples.h"

#include "models/catalogs/paged.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

// The second part of samples: who is asked for them.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

constexpr qsizetype mostProducts = 10; ///< that are asked for one by one

/// Addresses of the lists to ask for, the shortest first: the server takes UUIDs alone to look for.
QList<HttpFields> questions(const RowsRequest &request)
{
    QList<HttpFields> all;
    bool isAllNeeded = false;
    const auto ask = [&](const QString &field, const QString &id) {
        if (id.isEmpty())
            return;
        const HttpFields fields{{field, id}};
        if (QUuid::fromString(id).isNull() || all.size() > mostProducts)
            isAllNeeded = true;
        else if (!all.contains(fields))
            all.append(fields);
    };
    ask(u"dataContractId"_s, request.known.contract);
    for (const Port &port : request.ports)
        ask(u"dataContractId"_s, port.contract);
    for (const Port &port : request.ports)
        ask(u"dataProductId"_s, port.product);
    ask(u"dataProductId"_s, request.known.product);
    if (isAllNeeded)
        all.append(HttpFields());
    return all;
}

} // namespace

Result<DataRows> entropyExample(HttpClient &client, const RowsRequest &request)
{
    QStringList others;
    for (const HttpFields &query : questions(request)) {
        const Result<JsonPage> page = askJson(client, HttpRequest::get(u"/api/example-data"_s, query));
        if (!page) {
            Error error = page.error();
            if (error.code == Error::Code::Refused)
                error.text += u' ' + Text::tr("The permission that may be missing: an API key that may read example data.");
            else if (error.code == Error::Code::NotFound)
                error.text = Text::tr("This server knows no example rows.");
            return Failure(error);
        }
        if (!page->root().isSequence())
            return fail(Error::Code::Parse, Text::tr("There is no list in the answer."), request.dataset);
        if (std::optional<DataRows> rows = exampleIn(page->root(), request, &others))
            return std::move(*rows);
    }
    QString text = Text::tr("Entropy Data has no example rows of %1.").arg(request.known.name);
    if (!others.isEmpty())
        text += u' ' + Text::tr("There are some of: %1.").arg(others.join(u", "_s));
    return fail(Error::Code::NotFound, text, request.dataset);
}

} // namespace meshscope
