#include "models/store/serialize.h"

#include "models/store/recordfields.h"

#include <QTimeZone>

namespace meshscope {

namespace {

using namespace recordfields;

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
    template<Record T>
    void operator()(const T &record)
    {
        forEach(record, [this](const auto &member) { (*this)(member); });
    }
    template<class T>
    void operator()(const QList<T> &list)
    {
        out.number(quint64(list.size()));
        for (const T &item : list)
            (*this)(item);
    }
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
    template<Record T>
    void operator()(T &record)
    {
        forEach(record, [this](auto &member) { (*this)(member); });
    }
    template<class T>
    void operator()(QList<T> &list)
    {
        // A damaged length must not reserve gigabytes: an item takes at least a byte.
        const qsizetype size = qsizetype(qMin(in.number(), quint64(in.left())));
        list.clear();
        list.reserve(size);
        for (qsizetype i = 0; i < size; ++i)
            (*this)(list.emplaceBack());
    }
};

} // namespace

template<class T>
void writeBody(BodyWriter &out, const T &value)
{
    Writer{out}(value);
}

template<class T>
void writeBodies(BodyWriter &out, std::span<const T *const> list)
{
    Writer writer{out};
    out.number(quint64(list.size()));
    for (const T *const item : list)
        writer(*item);
}

template<class T>
void readBody(BodyReader &in, T &value)
{
    Reader{in}(value);
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

QByteArray markedStale(const QByteArray &place, qint64 run)
{
    BodyWriter mark;
    mark.integer(run);
    return place + mark.bytes().mid(1); // the version of the form stands once, at the start
}

qint64 staleRun(const QByteArray &place)
{
    BodyReader in(place.constData(), place.size());
    int seq = 0;
    SourceRef source;
    readPlace(in, seq, source, {});
    return in.atEnd() ? 0 : in.integer();
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
