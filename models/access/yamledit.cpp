#include "models/access/yamledit.h"

#include "models/access/yamltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <yaml.h>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::YamlEdit)
};

constexpr int deepest = 200;

QJsonValue wrapped(const QStringList &path, qsizetype from, QJsonValue value)
{
    for (qsizetype i = path.size() - 1; i >= from; --i)
        value = QJsonObject{{path.at(i), value}};
    return value;
}

Failure unsuitable(const QString &key)
{
    return fail(Error::Code::Failed,
                Text::tr("The field %1 is written in a way that cannot be changed safely: change it by hand.").arg(key));
}

} // namespace

/// Builds the parts of all documents from libyaml's events. Its marks count characters; ours count bytes.
class YamlEdit::Reader {
public:
    explicit Reader(const QByteArray &text)
    {
        m_offsets.reserve(size_t(text.size()) + 1);
        for (qsizetype at = 0; at < text.size(); ++at) { // a byte order mark counts as a character
            if ((static_cast<unsigned char>(text.at(at)) & 0xc0) != 0x80)
                m_offsets.push_back(at);
        }
        m_offsets.push_back(text.size());
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.constData()),
                                     size_t(text.size()));
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    ~Reader() { yaml_parser_delete(&m_parser); }

    Result<std::vector<Part>> documents()
    {
        std::vector<Part> all;
        for (;;) {
            yaml_event_t event;
            if (!next(event))
                return Failure(*m_error);
            const yaml_event_type_t type = event.type;
            if (type == YAML_STREAM_END_EVENT) {
                yaml_event_delete(&event);
                return all;
            }
            if (type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT || type == YAML_DOCUMENT_END_EVENT) {
                yaml_event_delete(&event);
                continue;
            }
            Part part;
            if (!read(event, part, 0))
                return Failure(*m_error);
            all.push_back(std::move(part));
        }
    }

private:
    bool next(yaml_event_t &event)
    {
        if (yaml_parser_parse(&m_parser, &event))
            return true;
        complain(QString::fromUtf8(m_parser.problem ? m_parser.problem : "?"), m_parser.problem_mark);
        return false;
    }

    void complain(const QString &what, const yaml_mark_t &mark)
    {
        m_error =
            Error{Error::Code::Parse, Text::tr("It is not valid YAML at line %1, column %2 (%3): mend it, then try again.")
                                          .arg(mark.line + 1)
                                          .arg(mark.column + 1)
                                          .arg(what)};
    }

    qsizetype offset(const yaml_mark_t &mark) const { return m_offsets.at(std::min(mark.index, m_offsets.size() - 1)); }

    /// Takes the event over; fills `part` with it and all below it.
    bool read(yaml_event_t &event, Part &part, int depth)
    {
        part.begin = offset(event.start_mark);
        part.end = offset(event.end_mark);
        part.column = int(event.start_mark.column);
        const yaml_event_type_t type = event.type;
        const yaml_mark_t mark = event.start_mark;
        if (type == YAML_SCALAR_EVENT) {
            part.value =
                QByteArray(reinterpret_cast<const char *>(event.data.scalar.value), qsizetype(event.data.scalar.length));
            part.plain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        } else if (type == YAML_ALIAS_EVENT) {
            part.type = Part::Type::Alias;
        } else if (type == YAML_SEQUENCE_START_EVENT) {
            part.type = Part::Type::Sequence;
            part.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        } else {
            part.type = Part::Type::Map;
            part.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        }
        yaml_event_delete(&event);
        if (part.type == Part::Type::Scalar || part.type == Part::Type::Alias)
            return true;
        if (depth > deepest) {
            complain(Text::tr("nested too deeply"), mark);
            return false;
        }
        return readBelow(part, depth);
    }

    bool readBelow(Part &part, int depth)
    {
        const bool map = part.type == Part::Type::Map;
        qsizetype last = part.begin;
        for (;;) {
            yaml_event_t event;
            if (!next(event))
                return false;
            if (event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT) {
                part.end = part.flow ? offset(event.end_mark) : last;
                yaml_event_delete(&event);
                return true;
            }
            Part child;
            if (!read(event, child, depth + 1))
                return false;
            last = child.end;
            if (map && part.keys.size() == part.items.size()) {
                if (part.keys.empty())
                    part.column = child.column;
                part.keys.push_back(std::move(child));
            } else {
                part.items.push_back(std::move(child));
            }
        }
    }

    std::vector<qsizetype> m_offsets; ///< of each character
    yaml_parser_t m_parser = {};
    std::optional<Error> m_error;
};

const YamlEdit::Part *YamlEdit::Part::at(const QString &key, qsizetype *index) const
{
    if (type != Type::Map)
        return nullptr;
    const QByteArray wanted = key.toUtf8();
    for (size_t i = items.size(); i-- > 0;) { // the last one wins
        if (keys[i].type == Type::Scalar && keys[i].value == wanted) {
            if (index)
                *index = qsizetype(i);
            return &items[i];
        }
    }
    return nullptr;
}

bool YamlEdit::Part::isNull() const
{
    return type == Type::Scalar && plain &&
           (value.isEmpty() || value == "~" || value == "null" || value == "Null" || value == "NULL");
}

const YamlEdit::Part *YamlEdit::find(const std::vector<Part> &documents, const QString &id, bool &inFlow)
{
    for (const Part &part : documents) {
        if (part.type == Part::Type::Sequence) {
            inFlow = part.flow;
            if (const Part *found = find(part.items, id, inFlow))
                return found;
            inFlow = false;
        }
        const Part *own = part.at(QStringLiteral("id"));
        if (own && own->value == id.toUtf8() && part.at(QStringLiteral("dataUsageAgreementSpecification"))) {
            inFlow = inFlow || part.flow;
            return &part;
        }
    }
    return nullptr;
}

Result<YamlEdit> YamlEdit::open(const QByteArray &text, const QString &id)
{
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return fail(Error::Code::Refused, Text::tr("The file is not in UTF-8: save it as UTF-8, then try again."));
    YamlEdit edit;
    edit.m_text = text;
    edit.m_id = id;
    const Result<void> parsed = edit.reparse();
    if (!parsed)
        return Failure(parsed.error());
    return edit;
}

Result<void> YamlEdit::reparse()
{
    Reader reader(m_text);
    const Result<std::vector<Part>> documents = reader.documents();
    if (!documents)
        return Failure(documents.error());
    m_inFlow = false;
    const Part *found = find(*documents, m_id, m_inFlow);
    if (!found)
        return fail(Error::Code::NotFound, Text::tr("It holds no data usage agreement with the id %1.").arg(m_id));
    m_agreement = *found;
    return {};
}

Result<void> YamlEdit::replace(qsizetype begin, qsizetype end, const QByteArray &with)
{
    const QByteArray before = m_text;
    m_text.replace(begin, end - begin, lines(with));
    const Result<void> parsed = reparse();
    if (parsed)
        return {};
    m_text = before;
    const Result<void> back = reparse();
    Q_UNUSED(back)
    return unsuitable(m_id);
}

QByteArray YamlEdit::lines(QByteArray text) const
{
    return m_text.contains("\r\n") ? text.replace('\n', "\r\n") : text;
}

std::pair<qsizetype, bool> YamlEdit::lineAfter(qsizetype end) const
{
    if (end > 0 && m_text.at(end - 1) == '\n') // behind a block scalar
        return {end, false};
    qsizetype at = m_text.indexOf('\n', end);
    if (at < 0)
        at = m_text.size();
    if (at > end && m_text.at(at - 1) == '\r')
        --at;
    return {at, true};
}

Result<void> YamlEdit::insertKey(const Part &map, const QString &key, const QJsonValue &value, bool flow)
{
    if (flow) {
        const QByteArray pair = yamlQuoted(key) + ": " + yamlFlow(value);
        if (map.items.empty())
            return replace(map.end - 1, map.end - 1, pair);
        return replace(map.items.back().end, map.items.back().end, ", " + pair);
    }
    const auto [at, breaks] = lineAfter(map.end);
    const QByteArray line = QByteArray(map.column, ' ') + yamlScalar(key) + ':' + yamlBlock(value, map.column);
    return replace(at, at, breaks ? '\n' + line : line + '\n');
}

Result<void> YamlEdit::set(const QStringList &path, const QJsonValue &value)
{
    const Part *map = &m_agreement;
    bool flow = m_inFlow || map->flow;
    for (qsizetype i = 0; i < path.size(); ++i) {
        qsizetype index = 0;
        const Part *child = map->at(path.at(i), &index);
        if (!child)
            return insertKey(*map, path.at(i), wrapped(path, i + 1, value), flow);
        if (i + 1 < path.size() && child->type == Part::Type::Map && !(child->flow && child->items.empty() && !flow)) {
            flow = flow || child->flow;
            map = child;
            continue;
        }
        const bool emptyMap = child->type == Part::Type::Map && child->items.empty();
        if (i + 1 < path.size() && !child->isNull() && !emptyMap)
            return unsuitable(path.join(u'.'));
        // Everything behind the key's colon goes, and the new value stands there.
        const qsizetype colon = m_text.indexOf(':', map->keys.at(size_t(index)).end);
        if (colon < 0 || colon >= child->end)
            return unsuitable(path.join(u'.'));
        const QJsonValue whole = wrapped(path, i + 1, value);
        QByteArray with = flow ? ' ' + yamlFlow(whole) : yamlBlock(whole, map->column);
        if (child->end > colon + 1 && m_text.at(child->end - 1) == '\n') // a block scalar takes its line end along
            with += '\n';
        return replace(colon + 1, std::max(child->end, colon + 1), with);
    }
    return unsuitable(path.join(u'.'));
}

Result<void> YamlEdit::append(const QStringList &path, const QJsonValue &value)
{
    const Part *part = &m_agreement;
    bool flow = m_inFlow || part->flow;
    for (const QString &key : path) {
        part = part ? part->at(key) : nullptr;
        flow = flow || (part && part->flow);
    }
    if (!part || part->isNull() || (part->type == Part::Type::Sequence && part->items.empty()))
        return set(path, QJsonArray{value});
    if (part->type != Part::Type::Sequence)
        return unsuitable(path.join(u'.'));
    if (flow) {
        const qsizetype end = part->items.back().end;
        return replace(end, end, ", " + yamlFlow(value));
    }
    if (m_text.at(part->begin) != '-') // an anchor or a tag stands before it
        return unsuitable(path.join(u'.'));
    const auto [at, breaks] = lineAfter(part->end);
    const QByteArray line = yamlItem(value, part->column);
    return replace(at, at, breaks ? '\n' + line : line + '\n');
}

} // namespace meshscope
