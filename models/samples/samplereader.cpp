#include "models/samples/sample.h"

#include "models/samples/livesource.h"
#include "models/samples/masking.h"
#include "models/samples/rawrows.h"
#include "models/samples/presented.h"
#include "models/samples/samplefile.h"
#include "models/security/ed25519.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SampleReader)
};

constexpr int mostRows = 100'000;

/// One place rows could come from.
struct Candidate {
    QString endpoint;
    QString document; ///< the file that names the server
    Server server;
    NodeId port;    ///< may be invalid
    NodeId dataset; ///< may be invalid
    QString contract;
};

QString endpointOf(const Mesh &mesh, const Fact &fact)
{
    return mesh.endpoints().at(fact.endpoint).name;
}

void addContract(const Mesh &mesh, NodeId contract, NodeId port, NodeId dataset, QList<Candidate> &out)
{
    for (const Fact &fact : mesh.facts(contract)) {
        const auto &facts = static_cast<const Contract &>(mesh.entity(Kind::Contract, fact));
        for (const Server &server : facts.servers)
            out.append({endpointOf(mesh, fact), facts.source.file, server, port, dataset, facts.id});
    }
}

void addPort(const Mesh &mesh, NodeId port, NodeId only, QList<Candidate> &out)
{
    QList<NodeId> datasets;
    for (const NodeId dataset : mesh.datasetsOf(port)) {
        if (!only.isValid() || dataset == only)
            datasets.append(dataset);
    }
    if (datasets.isEmpty())
        datasets.append(only);
    for (const NodeId dataset : std::as_const(datasets)) {
        for (const Fact &fact : mesh.facts(port)) {
            const auto &facts = static_cast<const Port &>(mesh.entity(Kind::Port, fact));
            Server server;
            server.name = facts.name;
            server.settings = facts.server;
            server.type = server.setting(u"type");
            if (!facts.server.isEmpty())
                out.append({endpointOf(mesh, fact), facts.source.file, server, port, dataset, facts.contract});
        }
        for (const NodeId contract : mesh.contractsOf(port))
            addContract(mesh, contract, port, dataset, out);
    }
}

QList<NodeId> portsOffering(const Mesh &mesh, NodeId dataset)
{
    QList<NodeId> ports;
    for (const NodeId port : mesh.nodes(Kind::Port)) {
        const std::span<const NodeId> offered = mesh.datasetsOf(port);
        if (mesh.port(port).output && std::find(offered.begin(), offered.end(), dataset) != offered.end())
            ports.append(port);
    }
    return ports;
}

QList<Candidate> candidatesOf(const Mesh &mesh, NodeId node)
{
    QList<Candidate> out;
    switch (mesh.kind(node)) {
    case Kind::Product:
        for (const NodeId port : mesh.portsOf(node)) {
            if (mesh.port(port).output)
                addPort(mesh, port, {}, out);
        }
        break;
    case Kind::Port: addPort(mesh, node, {}, out); break;
    case Kind::Contract: {
        const std::span<const NodeId> datasets = mesh.datasetsOf(node);
        for (const NodeId dataset : datasets)
            addContract(mesh, node, {}, dataset, out);
        if (datasets.empty())
            addContract(mesh, node, {}, {}, out);
        break;
    }
    case Kind::Dataset:
        for (const NodeId contract : mesh.contractsOf(node))
            addContract(mesh, contract, {}, node, out);
        for (const NodeId port : portsOffering(mesh, node))
            addPort(mesh, port, node, out);
        break;
    default: break;
    }
    return out;
}

/// What every endpoint says about the columns of a dataset, best informed first: a mask one of them asks for is kept.
QList<Column> columnsOf(const Mesh &mesh, NodeId dataset, const QString &endpoint)
{
    QList<Column> all;
    QList<Column> others;
    if (!dataset.isValid())
        return all;
    for (const Fact &fact : mesh.facts(dataset)) {
        const QString name = endpointOf(mesh, fact);
        const QList<Column> columns = mesh.details().columns(name, mesh.entity(Kind::Dataset, fact).id);
        (name == endpoint ? all : others) += columns;
    }
    return all + others;
}

/// Names a table or a file may have for it.
QStringList namesOf(const Mesh &mesh, const Candidate &candidate)
{
    QStringList names;
    for (const char *key : {"table", "model", "object"})
        names << candidate.server.setting(QString::fromLatin1(key));
    if (candidate.dataset.isValid()) {
        for (const Fact &fact : mesh.facts(candidate.dataset)) {
            const auto &facts = static_cast<const Dataset &>(mesh.entity(Kind::Dataset, fact));
            for (const Property &property : facts.properties) {
                if (property.name.compare(QStringLiteral("physicalName"), Qt::CaseInsensitive) == 0)
                    names << property.value << property.value.section(u'.', -1);
            }
            names << facts.name << facts.name.section(u'.', -1) << facts.id.section(u'/', -1)
                  << facts.id.section(u'/', -1).section(u'.', -1);
        }
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

Result<RawRows> readRows(SampleFile &file, const Candidate &candidate, const QList<Column> &columns,
                         const QStringList &names, int rows, const std::function<bool()> &cancelled)
{
    if (file.format == QStringLiteral("sqlite"))
        return readSqlite(file.path, names, rows, cancelled);
    Result<TextSource> source = TextSource::open(std::move(file.file), candidate.server.setting(u"encoding"), cancelled);
    if (!source)
        return Failure(source.error());
    Result<RawRows> raw;
    if (file.format == QStringLiteral("json")) {
        raw = readJson(*source, rows);
    } else {
        DelimitedOptions options;
        options.delimiter = candidate.server.setting(u"delimiter");
        options.quote = candidate.server.setting(u"quote");
        options.tabs = file.format == QStringLiteral("tsv");
        const QString header = candidate.server.setting(u"header").toLower();
        if (!header.isEmpty())
            options.header =
                header != QStringLiteral("false") && header != QStringLiteral("no") && header != QStringLiteral("0");
        for (const Column &column : columns) {
            options.expected << column.path;
            options.topLevel += column.path.contains(u'.') || column.path.contains(QStringLiteral("[]")) ? 0 : 1;
        }
        raw = readDelimited(*source, options, rows);
    }
    if (source->wasCancelled())
        return fail(Error::Code::Cancelled, Text::tr("Reading %1 was stopped.").arg(file.location), file.location);
    if (!raw)
        return raw;
    if (source->hadError())
        return fail(Error::Code::Io, Text::tr("%1 could not be read to the end: try again.").arg(file.location),
                    file.location);
    if (source->isSpent()) {
        raw->more = true;
        raw->note(Text::tr("Reading stopped early: the lines of this file are far too long for a preview."));
    }
    if (source->hadInvalid())
        raw->note(
            Text::tr("Some bytes are no text in this encoding; they are shown as \uFFFD. Name the right encoding in the "
                     "contract's server."));
    if (source->hadNul())
        raw->note(Text::tr("The file holds NUL bytes; they are shown as \u2400."));
    return raw;
}

/// The output ports that offer the dataset, as the endpoint knows them.
QList<Port> portsAt(const Mesh &mesh, NodeId dataset, const QString &endpoint)
{
    QList<Port> ports;
    for (const NodeId port : portsOffering(mesh, dataset)) {
        for (const Fact &fact : mesh.facts(port)) {
            if (endpointOf(mesh, fact) == endpoint)
                ports.append(static_cast<const Port &>(mesh.entity(Kind::Port, fact)));
        }
    }
    return ports;
}

/// What a place says of a type is exact, and what it hides is hidden from everybody who asks as we do.
void addWhatIsSaid(const DataRows &asked, Sample &sample)
{
    for (qsizetype i = 0; i < std::min(sample.columns.size(), asked.columns.size()); ++i) {
        const DataRows::Column &said = asked.columns.at(i);
        if (!said.type.isEmpty())
            sample.columns[i].type = said.type;
        if (!said.isHidden)
            continue;
        sample.columns[i].masking = Masking::Hidden;
        for (qsizetype row = 0; row < sample.rows.size(); ++row)
            sample.rows[row][i] = maskedText(Masking::Hidden, asked.rows.at(row).value(i), said.name, {});
    }
}

/// Whether the person asked to see, and may see, what the masks hide.
bool isLifted(const Mesh &mesh, NodeId port, NodeId dataset, const SampleReader::Request &request,
              const std::function<bool(const Mesh &, NodeId)> &mayUnmask)
{
    if (!request.unmasked || !mayUnmask)
        return false;
    if (port.isValid())
        return mayUnmask(mesh, port);
    if (!dataset.isValid())
        return false;
    const QList<NodeId> ports = portsOffering(mesh, dataset);
    return std::any_of(ports.begin(), ports.end(), [&](NodeId offering) { return mayUnmask(mesh, offering); });
}

} // namespace

SampleReader::SampleReader(std::function<QStringList(const QString &)> rootOf,
                           std::function<bool(const Mesh &, NodeId)> mayUnmask, QByteArray salt, LiveRows live)
    : m_rootOf(std::move(rootOf))
    , m_mayUnmask(std::move(mayUnmask))
    , m_salt(std::move(salt))
    , m_live(std::move(live))
{
    if (m_salt.isEmpty())
        m_salt = randomBytes(32).value_or(QByteArray("meshscope"));
}

Result<Sample> SampleReader::read(const Mesh &mesh, const Request &request, const std::function<bool()> &cancelled,
                                  const LiveRows::Told &told) const
{
    if (!request.node.isValid())
        return fail(Error::Code::NotFound, Text::tr("There is nothing to show rows of."));
    const QList<Candidate> candidates = candidatesOf(mesh, request.node);
    std::optional<Error> why;
    bool wasLocal = false;
    for (const Candidate &candidate : candidates) {
        const auto fault = [&](const Error &error, bool local) {
            if (!why || (local && !wasLocal)) // what is wrong with a file says more than that a database is elsewhere
                why = error;
            wasLocal = wasLocal || local;
        };
        const Result<void> readable = isReadableHere(candidate.server);
        if (!readable) {
            fault(readable.error(), false);
            continue;
        }
        const QStringList roots = m_rootOf ? m_rootOf(candidate.endpoint) : QStringList();
        const QStringList names = namesOf(mesh, candidate);
        Result<SampleFile> file = findSample(candidate.server, roots, candidate.document, names);
        if (!file) {
            fault(file.error(), true);
            continue;
        }
        const QString location = file->location;
        const QList<Column> columns = columnsOf(mesh, candidate.dataset, candidate.endpoint);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const int rows = std::clamp(request.rows, 0, mostRows);
        Result<RawRows> raw = readRows(*file, candidate, columns, names, rows, cancelled);
        if (!raw && raw.error().code == Error::Code::Cancelled)
            return Failure(raw.error());
        if (!raw) {
            Error error = raw.error();
            error.text = error.text.contains(location) ? error.text : QStringLiteral("%1: %2").arg(location, error.text);
            error.where = location;
            fault(error, true);
            continue;
        }
        Sample sample =
            present(*raw, columns, isLifted(mesh, candidate.port, candidate.dataset, request, m_mayUnmask), m_salt);
        for (Issue &issue : sample.issues)
            issue.where.file = location;
        sample.location = location;
        sample.readAt = now;
        return sample;
    }
    if (const QList<LivePlace> places = livePlaces(mesh, request.node, m_live); !places.isEmpty())
        return readLive(mesh, places, request, cancelled, told);
    if (!why) {
        why = Error{Error::Code::NotFound,
                    Text::tr("No contract says where rows of %1 are: add a server of type local with a path to one.")
                        .arg(mesh.name(request.node))};
    }
    why->where = why->where.isEmpty() ? mesh.address(request.node).toString() : why->where;
    return Failure(*why);
}

/// Where it is asked for rows: nowhere, when there is a file to read.
QList<LivePlace> SampleReader::placesAsked(const Mesh &mesh, NodeId node) const
{
    if (!node.isValid())
        return {};
    const QList<Candidate> candidates = candidatesOf(mesh, node);
    if (std::any_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return isReadableHere(c.server); }))
        return {};
    return livePlaces(mesh, node, m_live);
}

QString SampleReader::asks(const Mesh &mesh, NodeId node) const
{
    const QList<LivePlace> places = placesAsked(mesh, node);
    return places.isEmpty() ? QString() : places.first().endpoint;
}

bool SampleReader::asksForKept(const Mesh &mesh, NodeId node) const
{
    const QList<LivePlace> places = placesAsked(mesh, node);
    return !places.isEmpty() && places.first().rows == LiveRows::Rows::Kept;
}

/// The first place that answers; what the first one said when none does.
Result<Sample> SampleReader::readLive(const Mesh &mesh, const QList<LivePlace> &places, const Request &request,
                                      const std::function<bool()> &cancelled, const LiveRows::Told &told) const
{
    std::optional<Error> why;
    for (const LivePlace &place : places) {
        const RowsRequest wanted{place.known.id, std::clamp(request.rows, 0, mostRows), place.known,
                                 portsAt(mesh, place.dataset, place.endpoint)};
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Result<DataRows> asked = m_live.read(place.endpoint, wanted, cancelled, told);
        if (!asked && asked.error().code == Error::Code::Cancelled)
            return Failure(asked.error());
        if (!asked) {
            why = why.value_or(asked.error());
            continue;
        }
        const QList<Column> columns = columnsOf(mesh, place.dataset, place.endpoint);
        Sample sample =
            present(rawRows(*asked), columns, isLifted(mesh, place.port, place.dataset, request, m_mayUnmask), m_salt);
        addWhatIsSaid(*asked, sample);
        sample.location = asked->location;
        sample.endpoint = place.endpoint;
        sample.readAt = now;
        return sample;
    }
    return Failure(*why);
}

} // namespace meshscope
