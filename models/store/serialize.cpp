#include "models/store/serialize.h"

#include <QTimeZone>

namespace meshscope {

void BodyWriter::clear()
{
    m_size = 0;
    begin();
}

void BodyWriter::begin()
{
    *room(1) = '\1'; // version of the body, for the day a list item gets another field
    ++m_size;
}

void BodyWriter::number(quint64 value)
{
    char *const at = room(10);
    size_t n = 0;
    for (; value >= 0x80; value >>= 7)
        at[n++] = char(value | 0x80);
    at[n++] = char(value);
    m_size += n;
}

namespace {

bool isAscii(const QString &value)
{
    char16_t all = 0;
    const auto *const source = reinterpret_cast<const char16_t *>(value.constData());
    for (qsizetype i = 0; i < value.size(); ++i)
        all |= source[i];
    return all < 0x80;
}

void narrow(const QString &value, char *target)
{
    const auto *const source = reinterpret_cast<const char16_t *>(value.constData());
    for (qsizetype i = 0; i < value.size(); ++i)
        target[i] = char(source[i]);
}

} // namespace

void BodyWriter::text(const QString &value)
{
    if (isAscii(value)) {
        number(quint64(value.size()));
        narrow(value, room(size_t(value.size())));
        m_size += size_t(value.size());
        return;
    }
    const QByteArray utf8 = value.toUtf8();
    number(quint64(utf8.size()));
    std::memcpy(room(size_t(utf8.size())), utf8.constData(), size_t(utf8.size()));
    m_size += size_t(utf8.size());
}

void BodyWriter::characters(const QString &value)
{
    if (isAscii(value)) {
        narrow(value, room(size_t(value.size())));
        m_size += size_t(value.size());
        return;
    }
    const QByteArray utf8 = value.toUtf8();
    std::memcpy(room(size_t(utf8.size())), utf8.constData(), size_t(utf8.size()));
    m_size += size_t(utf8.size());
}

void BodyWriter::real(double value)
{
    std::memcpy(room(sizeof value), &value, sizeof value);
    m_size += sizeof value;
}

QString TextPool::text(std::string_view utf8)
{
    const auto found = m_known.find(utf8);
    if (found != m_known.end())
        return found->second;
    m_keys.push_back(std::make_unique<char[]>(utf8.size()));
    std::memcpy(m_keys.back().get(), utf8.data(), utf8.size());
    const QString made = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    m_known.emplace(std::string_view(m_keys.back().get(), utf8.size()), made);
    return made;
}

BodyReader::BodyReader(const char *data, qsizetype size, TextPool *pool)
    : m_at(data)
    , m_end(data + size)
    , m_pool(pool)
{
    if (size > 0)
        ++m_at; // the version: there is only one so far
}

quint64 BodyReader::number()
{
    quint64 value = 0;
    for (int shift = 0; m_at < m_end && shift < 64; shift += 7) {
        const auto byte = quint8(*m_at++);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

qint64 BodyReader::integer()
{
    const quint64 value = number();
    return qint64(value >> 1) ^ -qint64(value & 1);
}

QString BodyReader::text()
{
    constexpr qsizetype pooled = 48; // longer texts hardly repeat
    const qsizetype size = qsizetype(qMin(number(), quint64(left())));
    if (size == 0)
        return {};
    const char *const data = std::exchange(m_at, m_at + size);
    if (m_pool && size <= pooled)
        return m_pool->text({data, size_t(size)});
    return QString::fromUtf8(data, size);
}

void BodyReader::skipText()
{
    m_at += qsizetype(qMin(number(), quint64(left())));
}

double BodyReader::real()
{
    double value = 0;
    if (left() < qsizetype(sizeof value))
        return value;
    std::memcpy(&value, m_at, sizeof value);
    m_at += sizeof value;
    return value;
}

namespace {

// One list of fields serves both directions. A new field goes at the end of its record.

struct Writer {
    BodyWriter &out;
    void operator()(const QString &v) { out.text(v); }
    void operator()(bool v) { out.number(v ? 1 : 0); }
    void operator()(int v) { out.integer(v); }
    void operator()(double v) { out.real(v); }
    void operator()(const QDate &v) { out.integer(v.isValid() ? v.toJulianDay() : 0); }
    void operator()(const QDateTime &v)
    {
        out.number(v.isValid() ? 1 : 0);
        if (v.isValid()) {
            out.integer(v.toMSecsSinceEpoch());
            out.integer(v.offsetFromUtc());
        }
    }
    void operator()(const std::optional<bool> &v) { out.number(!v ? 0 : *v ? 2 : 1); }
    void operator()(const std::optional<qint64> &v)
    {
        out.number(v ? 1 : 0);
        if (v)
            out.integer(*v);
    }
    template<class T>
    requires std::is_enum_v<T>
    void operator()(const T &v) { out.number(quint64(v)); }
    template<class T>
    void operator()(const QList<T> &list);
};

struct Reader {
    BodyReader &in;
    void operator()(QString &v) { v = in.text(); }
    void operator()(bool &v) { v = in.number() != 0; }
    void operator()(int &v) { v = int(in.integer()); }
    void operator()(double &v) { v = in.real(); }
    void operator()(QDate &v)
    {
        const qint64 day = in.integer();
        v = day ? QDate::fromJulianDay(day) : QDate();
    }
    void operator()(QDateTime &v)
    {
        v = {};
        if (in.number() == 0)
            return;
        const qint64 at = in.integer();
        const int offset = int(in.integer());
        v = offset == 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)
                        : QDateTime::fromMSecsSinceEpoch(at, Qt::OffsetFromUTC, offset);
    }
    void operator()(std::optional<bool> &v)
    {
        const quint64 n = in.number();
        v = n == 0 ? std::nullopt : std::optional(n == 2);
    }
    void operator()(std::optional<qint64> &v) { v = in.number() ? std::optional(in.integer()) : std::nullopt; }
    template<class T>
    requires std::is_enum_v<T>
    void operator()(T &v) { v = T(in.number()); }
    template<class T>
    void operator()(QList<T> &list);
};

template<class A, class V>
void fields(A &a, V &v) requires std::is_same_v<std::remove_const_t<V>, QString>
{
    a(v);
}

template<class V, class T>
concept Same = std::is_same_v<std::remove_const_t<V>, T>;

template<class A, Same<Property> V>
void fields(A &a, V &v)
{
    a(v.name);
    a(v.value);
}

template<class A, Same<PartyRole> V>
void fields(A &a, V &v)
{
    a(v.party);
    a(v.name);
    a(v.role);
    a(v.contact);
}

template<class A, Same<Server> V>
void fields(A &a, V &v)
{
    a(v.name);
    a(v.type);
    a(v.environment);
    a(v.description);
    a(v.settings);
}

template<class A, Same<ContractRole> V>
void fields(A &a, V &v)
{
    a(v.name);
    a(v.access);
    a(v.description);
    a(v.approvers);
}

template<class A, Same<RequestEvent> V>
void fields(A &a, V &v)
{
    a(v.at);
    a(v.by);
    a(v.what);
    a(v.note);
    a(v.source);
}

template<class A, class V>
void common(A &a, V &v)
{
    a(v.name);
    a(v.description);
    a(v.domain);
    a(v.lifecycle);
    a(v.certification);
    a(v.tags);
    a(v.terms);
    a(v.owners);
    a(v.properties);
}

template<class A, Same<Domain> V>
void fields(A &a, V &v)
{
    common(a, v);
}

template<class A, Same<DataProduct> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.alignment);
    a(v.isVirtual);
    a(v.isAnalytical);
    a(v.kindText);
    a(v.version);
    a(v.purpose);
    a(v.limitations);
    a(v.usage);
    a(v.support);
    a(v.price);
    a(v.termsOfUse);
}

template<class A, Same<Port> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.product);
    a(v.output);
    a(v.version);
    a(v.type);
    a(v.contract);
    a(v.datasets);
    a(v.inputContracts);
    a(v.server);
}

template<class A, Same<Contract> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.standard);
    a(v.standardVersion);
    a(v.version);
    a(v.product);
    a(v.purpose);
    a(v.limitations);
    a(v.usage);
    a(v.price);
    a(v.termsOfUse);
    a(v.servers);
    a(v.roles);
    a(v.support);
}

template<class A, Same<Dataset> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.ns);
    a(v.type);
    a(v.platform);
    a(v.contract);
    a(v.product);
    a(v.aliases);
    a(v.rowCount);
    a(v.byteCount);
    a(v.dropped);
}

template<class A, Same<Column> V>
void fields(A &a, V &v)
{
    a(v.path);
    a(v.ordinal);
    a(v.logicalType);
    a(v.physicalType);
    a(v.nullable);
    a(v.primaryKey);
    a(v.unique);
    a(v.partition);
    a(v.critical);
    a(v.description);
    a(v.classification);
    a(v.tags);
    a(v.terms);
    a(v.properties);
}

template<class A, Same<Job> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.ns);
    a(v.type);
    a(v.parent);
    a(v.integration);
    a(v.sql);
    a(v.lastRunAt);
    a(v.lastRunState);
    a(v.lastRunId);
}

template<class A, Same<Term> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.url);
}

template<class A, Same<Party> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.isTeam);
    a(v.email);
    a(v.members);
}

template<class A, Same<ServiceLevel> V>
void fields(A &a, V &v)
{
    a(v.ownerKind);
    a(v.owner);
    a(v.property);
    a(v.element);
    a(v.value);
    a(v.valueTo);
    a(v.unit);
    a(v.comparison);
    a(v.description);
    a(v.driver);
    a(v.schedule);
}

template<class A, Same<QualityRule> V>
void fields(A &a, V &v)
{
    a(v.id);
    a(v.dataset);
    a(v.contract);
    a(v.column);
    a(v.name);
    a(v.type);
    a(v.dimension);
    a(v.text);
    a(v.expression);
    a(v.severity);
}

template<class A, Same<LineageEdge> V>
void fields(A &a, V &v)
{
    a(v.from);
    a(v.job);
}

template<class A, Same<ColumnEdge> V>
void fields(A &a, V &v)
{
    a(v.fromColumn);
    a(v.toColumn);
    a(v.job);
    a(v.transform);
}

template<class A, Same<ProductFlow> V>
void fields(A &a, V &v)
{
    a(v.from);
    a(v.by);
    a(v.via);
}

template<class A, Same<Agreement> V>
void fields(A &a, V &v)
{
    common(a, v);
    a(v.product);
    a(v.port);
    a(v.contract);
    a(v.providerTeam);
    a(v.consumerTeam);
    a(v.consumerUser);
    a(v.consumerProduct);
    a(v.purpose);
    a(v.status);
    a(v.active);
    a(v.from);
    a(v.until);
    a(v.columns);
    a(v.requestedBy);
    a(v.requestedFor);
    a(v.replaces);
    a(v.decision);
    a(v.events);
}

template<class A, Same<Issue> V>
void fields(A &a, V &v)
{
    a(v.severity);
    a(v.where.file);
    a(v.where.line);
    a(v.where.column);
    a(v.where.url);
    a(v.text);
}

template<class T>
void Writer::operator()(const QList<T> &list)
{
    out.number(quint64(list.size()));
    for (const T &item : list)
        fields(*this, item);
}

template<class T>
void Reader::operator()(QList<T> &list)
{
    // A damaged length must not reserve gigabytes: an item takes at least a byte.
    const qsizetype size = qsizetype(qMin(in.number(), quint64(in.left())));
    list.clear();
    list.reserve(size);
    for (qsizetype i = 0; i < size; ++i)
        fields(*this, list.emplaceBack());
}

} // namespace

template<class T>
void writeBody(BodyWriter &out, const T &value)
{
    Writer writer{out};
    if constexpr (requires { value.begin(); })
        writer(value);
    else
        fields(writer, value);
}

template<class T>
void writeBodies(BodyWriter &out, std::span<const T *const> list)
{
    Writer writer{out};
    out.number(quint64(list.size()));
    for (const T *const item : list)
        fields(writer, *item);
}

template<class T>
void readBody(BodyReader &in, T &value)
{
    Reader reader{in};
    if constexpr (requires { value.begin(); })
        reader(value);
    else
        fields(reader, value);
}

template void writeBody(BodyWriter &, const Domain &);
template void writeBody(BodyWriter &, const DataProduct &);
template void writeBody(BodyWriter &, const Port &);
template void writeBody(BodyWriter &, const Contract &);
template void writeBody(BodyWriter &, const Dataset &);
template void writeBody(BodyWriter &, const Job &);
template void writeBody(BodyWriter &, const Term &);
template void writeBody(BodyWriter &, const Party &);
template void writeBody(BodyWriter &, const ServiceLevel &);
template void writeBody(BodyWriter &, const Agreement &);
template void writeBodies(BodyWriter &, std::span<const Column *const>);
template void writeBodies(BodyWriter &, std::span<const QualityRule *const>);
template void writeBodies(BodyWriter &, std::span<const LineageEdge *const>);
template void writeBodies(BodyWriter &, std::span<const ColumnEdge *const>);
template void writeBodies(BodyWriter &, std::span<const ProductFlow *const>);
template void readBody(BodyReader &, Domain &);
template void readBody(BodyReader &, DataProduct &);
template void readBody(BodyReader &, Port &);
template void readBody(BodyReader &, Contract &);
template void readBody(BodyReader &, Dataset &);
template void readBody(BodyReader &, Job &);
template void readBody(BodyReader &, Term &);
template void readBody(BodyReader &, Party &);
template void readBody(BodyReader &, ServiceLevel &);
template void readBody(BodyReader &, Agreement &);
template void readBody(BodyReader &, QList<Column> &);
template void readBody(BodyReader &, QList<QualityRule> &);
template void readBody(BodyReader &, QList<LineageEdge> &);
template void readBody(BodyReader &, QList<ColumnEdge> &);
template void readBody(BodyReader &, QList<ProductFlow> &);

void writePlace(BodyWriter &out, int seq, const SourceRef &source, const QString &unit)
{
    const bool own = source.file == unit;
    out.integer(seq);
    out.number(own ? 1 : 0);
    if (!own)
        out.text(source.file);
    out.integer(source.begin);
    out.integer(source.end);
    out.integer(source.line);
    out.text(source.pointer);
}

void readPlace(BodyReader &in, int &seq, SourceRef &source, const QString &unit)
{
    seq = int(in.integer());
    source.file = in.number() ? unit : in.text();
    source.begin = in.integer();
    source.end = in.integer();
    source.line = int(in.integer());
    source.pointer = in.text();
}

void readStart(BodyReader &in, qint64 &begin, int &line)
{
    [[maybe_unused]] const qint64 seq = in.integer();
    if (in.number() == 0)
        in.skipText();
    begin = in.integer();
    [[maybe_unused]] const qint64 end = in.integer();
    line = int(in.integer());
}

void writeIssues(BodyWriter &out, const Issues &issues)
{
    Writer writer{out};
    writer(issues);
}

Issues readIssues(BodyReader &in)
{
    Reader reader{in};
    Issues issues;
    reader(issues);
    return issues;
}

Issues readIssues(const QByteArray &bytes)
{
    BodyReader in(bytes.constData(), bytes.size());
    return readIssues(in);
}

} // namespace meshscope
