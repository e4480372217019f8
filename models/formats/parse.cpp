#include "models/formats/nodebuilder.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <simdjson.h>

#include <cstring>

namespace meshscope {

namespace {

/// A file's text as UTF-8, and how its offsets relate to the file's bytes.
struct Text {
    QByteArray converted; ///< of UTF-16 and UTF-32
    std::string_view utf8;
    qint64 bom = 0;
    int unit = 1; ///< bytes of a code unit in the file: 1, 2 or 4
    std::optional<Issue> error;
};

struct Bom {
    std::string_view bytes;
    QStringConverter::Encoding encoding;
    int unit;
};

Issue invalidText(const char *encoding, const TextPlace &at)
{
    return parseError(QCoreApplication::translate("meshscope::Parser", "The text is not valid %1. Save the file as UTF-8.")
                          .arg(QLatin1String(encoding)),
                      at);
}

/// Offset of the first byte that is not part of a valid UTF-8 character.
qint64 firstInvalid(std::string_view text)
{
    // Validating prefixes by halves: simdjson says only whether. A prefix cut inside a character is moved back first.
    size_t good = 0;
    size_t bad = text.size();
    while (bad - good > 4) {
        size_t middle = good + (bad - good) / 2;
        for (int i = 0; i < 3 && middle > good && (static_cast<unsigned char>(text[middle]) & 0xc0) == 0x80; ++i)
            --middle;
        if (middle == good || !simdjson::validate_utf8(text.data() + good, middle - good)) {
            if (middle == good)
                break;
            bad = middle;
        } else {
            good = middle;
        }
    }
    for (size_t length = 1; length <= 4 && good + length <= text.size(); ++length) {
        if (simdjson::validate_utf8(text.data() + good, length)) {
            good += length;
            length = 0;
        }
    }
    return qint64(good);
}

/// Where half a surrogate pair or a replacement character stands: the end, when the text is only cut short.
TextPlace firstBroken(const QString &text)
{
    qsizetype at = 0;
    for (; at < text.size() && text[at] != QChar::ReplacementCharacter; ++at) {
        if (!text[at].isSurrogate())
            continue;
        if (!text[at].isHighSurrogate() || at + 1 == text.size() || !text[at + 1].isLowSurrogate())
            break;
        ++at;
    }
    const QByteArray before = text.left(at).toUtf8();
    return placeAt({before.constData(), size_t(before.size())}, before.size());
}

Text decode(const QByteArray &bytes, const Bom &bom)
{
    Text text;
    text.bom = qint64(bom.bytes.size());
    text.unit = bom.unit;
    QStringDecoder decoder(bom.encoding, QStringConverter::Flag::ConvertInitialBom);
    const QString all = decoder.decode(QByteArrayView(bytes).sliced(text.bom));
    text.converted = all.toUtf8();
    text.utf8 = {text.converted.constData(), size_t(text.converted.size())};
    if (decoder.hasError() || !all.isValidUtf16() || (bytes.size() - text.bom) % bom.unit != 0)
        text.error = invalidText(bom.unit == 2 ? "UTF-16" : "UTF-32", firstBroken(all));
    return text;
}

/// UTF-16 without a mark, as some editors and shells save it: it starts with ASCII, whose every other byte is NUL.
std::optional<Bom> unmarkedWide(std::string_view all)
{
    constexpr size_t looked = 64;
    constexpr size_t fewest = 8;
    const size_t end = std::min(all.size(), looked) & ~size_t(1);
    if (end < fewest)
        return std::nullopt;
    for (const size_t low : {size_t(0), size_t(1)}) {
        bool fits = all[1 - low] == '\0' && all[3 - low] == '\0';
        for (size_t i = low; fits && i < end; i += 2)
            fits = all[i] != '\0';
        if (fits)
            return Bom{{}, low == 0 ? QStringConverter::Utf16LE : QStringConverter::Utf16BE, 2};
    }
    return std::nullopt;
}

Text textOf(const QByteArray &bytes)
{
    using namespace std::string_view_literals;
    static constexpr Bom boms[] = {
        {"\xff\xfe\0\0"sv, QStringConverter::Utf32LE, 4},
        {"\0\0\xfe\xff"sv, QStringConverter::Utf32BE, 4},
        {"\xff\xfe"sv, QStringConverter::Utf16LE, 2},
        {"\xfe\xff"sv, QStringConverter::Utf16BE, 2},
    };
    const std::string_view all(bytes.constData(), size_t(bytes.size()));
    Text text;
    text.utf8 = all;
    const auto bom =
        std::find_if(std::begin(boms), std::end(boms), [all](const Bom &b) { return all.starts_with(b.bytes); });
    if (bom != std::end(boms)) {
        text = decode(bytes, *bom);
    } else if (all.starts_with("\xef\xbb\xbf")) {
        text.bom = 3;
        text.utf8.remove_prefix(3);
    } else if (const std::optional<Bom> wide = unmarkedWide(all)) {
        text = decode(bytes, *wide);
    }
    return text;
}

/// What no parser must see: NUL bytes and broken UTF-8. `text` starts at the start of a line.
std::optional<Issue> check(std::string_view text, const TextPlace &start)
{
    const auto at = [&](qint64 offset) {
        TextPlace place = placeAt(text, offset);
        place.line += start.line - 1;
        return place;
    };
    if (const size_t nul = text.find('\0'); nul != std::string_view::npos)
        return parseError(QCoreApplication::translate("meshscope::Parser",
                                                      "A NUL byte: this is no text file, or it is damaged. "
                                                      "Remove the byte or save the file again."),
                          at(qint64(nul)));
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return invalidText("UTF-8", at(firstInvalid(text)));
    return std::nullopt;
}

/// From offsets in the converted text to offsets in the file: known at every 64th byte, counted from there.
class FileOffsets {
public:
    explicit FileOffsets(const Text &text)
        : m_text(text)
    {
        if (text.unit == 1)
            return;
        qint64 file = text.bom;
        for (size_t i = 0; i < text.utf8.size(); ++i) {
            if (i % step == 0)
                m_marks.push_back(file);
            file += unitsAt(i);
        }
        m_marks.push_back(file);
    }
    [[nodiscard]] qint64 of(qint64 offset) const
    {
        if (m_text.unit == 1)
            return offset + m_text.bom;
        const size_t mark = std::min(size_t(offset) / step, m_marks.size() - 1);
        qint64 file = m_marks[mark];
        for (size_t i = mark * step; i < std::min(size_t(offset), m_text.utf8.size()); ++i)
            file += unitsAt(i);
        return file;
    }

private:
    static constexpr size_t step = 64;
    [[nodiscard]] qint64 unitsAt(size_t i) const // bytes the character that starts here takes in the file
    {
        const unsigned char c = static_cast<unsigned char>(m_text.utf8[i]);
        if ((c & 0xc0) == 0x80)
            return 0;
        return m_text.unit == 2 && c >= 0xf0 ? 4 : m_text.unit;
    }
    const Text &m_text;
    std::vector<qint64> m_marks;
};

void moveOffsets(Node &node, const FileOffsets &offsets)
{
    NodeBuilder::setRange(node, offsets.of(node.begin()), offsets.of(node.end()));
    if (node.size() == 0)
        return;
    for (Node &item : NodeBuilder::items(node))
        moveOffsets(item, offsets);
}

void parseLines(std::string_view text, NodeBuilder &builder, Parsed &out)
{
    constexpr int mostNamed = 100; // a file that is something else has millions of bad lines: the rest is counted
    int bad = 0;
    TextPlace start;
    while (size_t(start.offset) < text.size() && !builder.isFull()) {
        const size_t end = std::min(text.find('\n', size_t(start.offset)), text.size());
        const std::string_view line = text.substr(size_t(start.offset), end - size_t(start.offset));
        if (line.find_first_not_of(" \t\r\x1e") != std::string_view::npos) {
            Parsed one;
            one.error = check(line, start);
            if (!one.error)
                parseJson(line, start, builder, one);
            for (Node &document : one.documents)
                out.documents.push_back(std::move(document));
            for (Issue &note : one.notes)
                addNote(out, std::move(note));
            bad += one.error ? 1 : 0;
            if (one.error && (!out.error || builder.isFull()))
                out.error = one.error;
            else if (one.error && bad <= mostNamed)
                out.notes.append(*one.error);
        }
        start.offset = qint64(end) + 1;
        ++start.line;
    }
    if (bad > mostNamed)
        out.notes.append(parseError(
            QCoreApplication::translate("meshscope::Parser", "%1 more lines could not be read either.").arg(bad - mostNamed),
            {0, start.line - 1, 1}));
}

/// Where the JSON value that starts `text` ends, or npos when it does not end in it. Texts are skipped, nothing checked.
size_t endOfValue(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '"')
            quoted = true;
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth <= 0)
            return i + 1;
    }
    return std::string_view::npos;
}

bool hasSuffix(const QString &name, std::initializer_list<QLatin1String> suffixes)
{
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&name](QLatin1String s) { return name.endsWith(s, Qt::CaseInsensitive); });
}

} // namespace

Syntax guessSyntax(const QByteArray &head, const QString &fileName)
{
    const bool linesByName = hasSuffix(fileName, {QLatin1String(".ndjson"), QLatin1String(".jsonl")});
    const Text decoded = textOf(head);
    std::string_view text = decoded.utf8;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.empty() || (text.front() != '{' && text.front() != '[')) {
        if (linesByName)
            return Syntax::Ndjson;
        return hasSuffix(fileName, {QLatin1String(".json"), QLatin1String(".jsonld")}) ? Syntax::Json : Syntax::Yaml;
    }
    // `{a: 1}` and `[a, b]` are YAML; JSON has a quote or another bracket next (or a number, true … in a list).
    const size_t next = text.find_first_not_of(" \t\r\n", 1);
    const char second = next == std::string_view::npos ? '\0' : text[next];
    const bool yamlByName = hasSuffix(fileName, {QLatin1String(".yaml"), QLatin1String(".yml")});
    if (yamlByName && text.front() == '{' && second != '"' && second != '}')
        return Syntax::Yaml;
    const size_t end = endOfValue(text);
    if (end == std::string_view::npos)
        return linesByName ? Syntax::Ndjson : Syntax::Json;
    const bool oneLine = text.substr(0, end).find('\n') == std::string_view::npos;
    const size_t more = text.find_first_not_of(" \t\r\n", end);
    if (more != std::string_view::npos && oneLine && (text[more] == '{' || text[more] == '['))
        return Syntax::Ndjson;
    return linesByName && oneLine ? Syntax::Ndjson : Syntax::Json;
}

Parsed parseDocuments(const QByteArray &bytes, Syntax syntax, const ParseLimits &limits)
{
    Parsed out;
    if (bytes.size() > limits.bytes || bytes.size() >= qint64(std::numeric_limits<quint32>::max())) {
        out.error = parseError(
            QCoreApplication::translate("meshscope::Parser", "The file is larger than %1 MB. Split it into several files.")
                .arg(limits.bytes / 1'000'000),
            {});
        return out;
    }
    const Text text = textOf(bytes);
    NodeBuilder builder(limits);
    builder.keep(text.converted.isEmpty() ? bytes : text.converted);
    out.memory = builder.memory();
    out.error = text.error;
    if (!out.error && syntax != Syntax::Ndjson)
        out.error = check(text.utf8, {});
    if (out.error)
        return out;
    switch (syntax) {
    case Syntax::Yaml: parseYaml(text.utf8, builder, out); break;
    case Syntax::Json: parseJson(text.utf8, {}, builder, out); break;
    case Syntax::Ndjson: parseLines(text.utf8, builder, out); break;
    }
    if (text.bom > 0 || text.unit > 1) {
        const FileOffsets offsets(text);
        for (Node &document : out.documents)
            moveOffsets(document, offsets);
    }
    if (out.documents.size() == 1 && !out.error && syntax != Syntax::Ndjson)
        NodeBuilder::setRange(out.documents.front(), 0, bytes.size());
    return out;
}

} // namespace meshscope
