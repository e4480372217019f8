#include "models/samples/rawrows.h"

#include <QCoreApplication>
#include <QSet>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Delimited)
};

/// Delimiter by how often it stands outside quotes in the first lines, and how evenly.
char16_t guessDelimiter(const QString &head, char16_t quote)
{
    constexpr char16_t candidates[] = {u',', u';', u'\t', u'|'};
    char16_t best = u',';
    qsizetype bestScore = 0;
    for (const char16_t candidate : candidates) {
        QList<qsizetype> counts{0};
        bool quoted = false;
        for (const QChar c : head) {
            if (c == quote)
                quoted = !quoted;
            else if (!quoted && c == candidate)
                ++counts.last();
            else if (!quoted && c == u'\n' && counts.size() < 20)
                counts.append(0);
            else if (!quoted && c == u'\n')
                break;
        }
        if (counts.size() > 1) // the last line may be cut off, or empty
            counts.removeLast();
        const qsizetype first = counts.first();
        const qsizetype even = std::count(counts.begin(), counts.end(), first);
        const qsizetype score = first > 0 ? even * 1000 + first : 0;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

std::optional<char16_t> delimiterOf(const QString &text)
{
    const QString name = text.trimmed().toLower();
    if (name == QStringLiteral("tab") || name == QStringLiteral("\\t") || text == QStringLiteral("\t"))
        return u'\t';
    if (name == QStringLiteral("comma"))
        return u',';
    if (name == QStringLiteral("semicolon"))
        return u';';
    if (name == QStringLiteral("pipe"))
        return u'|';
    if (name == QStringLiteral("space") || text == QStringLiteral(" "))
        return u' ';
    return name.size() == 1 ? std::optional(name.at(0).unicode()) : std::nullopt;
}

/// RFC 4180 with what is met in the wild: any line end, quotes in the middle of a value, text behind a closing quote.
class Records {
public:
    Records(TextSource &source, char16_t delimiter, char16_t quote)
        : m_source(source)
        , m_delimiter(delimiter)
        , m_quote(quote)
    {
    }
    /// False at the end. Empty lines are no records.
    bool read(QStringList &cells)
    {
        for (;;) {
            cells.clear();
            if (m_source.peek() == TextSource::end)
                return false;
            bool quoted = false;
            while (!readCell(cells, quoted)) {}
            if (cells.size() > 1 || quoted || !cells.first().isEmpty())
                return true;
        }
    }
    [[nodiscard]] bool wasCut() const { return m_cut; }

private:
    /// Reads one cell; true when it was the last of its record.
    bool readCell(QStringList &cells, bool &wasQuoted)
    {
        QString cell = QStringLiteral(""); // not null: an empty value is not NULL
        bool inside = m_source.peek() == m_quote;
        if (inside) {
            m_source.next();
            wasQuoted = true;
        }
        bool last = false;
        for (;;) {
            const int unit = m_source.next();
            if (unit == TextSource::end) {
                last = true;
                break;
            }
            if (inside && unit == m_quote) {
                if (m_source.peek() == m_quote)
                    m_source.next();
                else {
                    inside = false;
                    continue;
                }
            } else if (!inside && unit == m_delimiter) {
                break;
            } else if (!inside && (unit == '\n' || unit == '\r')) {
                if (unit == '\r' && m_source.peek() == '\n')
                    m_source.next();
                last = true;
                break;
            }
            if (cell.size() < longestValue)
                cell += QChar(char16_t(unit));
            else
                m_cut = true;
        }
        if (cell.size() >= longestValue && m_cut)
            cell += u'…';
        if (cells.size() < mostColumns)
            cells.append(cell);
        else
            m_cut = true;
        return last;
    }

    TextSource &m_source;
    char16_t m_delimiter;
    char16_t m_quote;
    bool m_cut = false;
};

bool looksLikeValue(const QString &cell)
{
    bool number = false;
    const double value = cell.toDouble(&number);
    Q_UNUSED(value)
    return number || cell.trimmed().isEmpty() || (cell.size() >= 8 && cell.at(0).isDigit() && cell.contains(u'-'));
}

bool isHeader(const QStringList &cells, const DelimitedOptions &options)
{
    if (options.header)
        return *options.header;
    if (!options.expected.isEmpty()) {
        QSet<QString> expected;
        for (const QString &name : options.expected)
            expected.insert(plainName(name));
        const bool named =
            std::any_of(cells.begin(), cells.end(), [&](const QString &cell) { return expected.contains(plainName(cell)); });
        // A first row none of whose cells is a column the contract knows is taken for data: read as a header, it would
        // show somebody's values where names stand.
        return named;
    }
    return std::none_of(cells.begin(), cells.end(), looksLikeValue);
}

} // namespace

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toCaseFolded();
    }
    return plain.isEmpty() ? name : plain;
}

Result<RawRows> readDelimited(TextSource &source, const DelimitedOptions &options, int rows)
{
    const char16_t quote = options.quote.isEmpty() ? u'"' : options.quote.at(0).unicode();
    std::optional<char16_t> delimiter = delimiterOf(options.delimiter);
    if (!delimiter && !options.delimiter.isEmpty()) {
        return fail(Error::Code::Usage,
                    Text::tr("The delimiter \"%1\" is not a single character: correct it in the contract's "
                             "server.")
                        .arg(options.delimiter));
    }
    if (!delimiter)
        delimiter = options.tabs ? u'\t' : guessDelimiter(source.ahead(8192), quote);
    RawRows out;
    out.kind = *delimiter == u'\t' ? QStringLiteral("tsv") : QStringLiteral("csv");
    Records records(source, *delimiter, quote);
    QStringList cells;
    int line = source.line();
    bool first = true;
    qsizetype width = options.header == std::optional(false) ? options.topLevel : 0;
    while (records.read(cells)) {
        if (std::exchange(first, false)) {
            if (isHeader(cells, options)) {
                out.names = cells;
                width = cells.size();
                line = source.line();
                continue;
            }
            width = options.topLevel > 0 ? options.topLevel : cells.size();
        }
        if (out.rows.size() == rows) {
            out.more = true;
            break;
        }
        if (cells.size() != width) {
            out.uneven.append(out.rows.size());
            out.note(
                Text::tr("The row at line %1 has %2 values, there are %3 columns.").arg(line).arg(cells.size()).arg(width),
                line);
        }
        out.rows.append(cells);
        line = source.line();
    }
    if (records.wasCut())
        out.note(Text::tr("Values longer than %1 characters are cut. Is a closing quote missing?").arg(longestValue));
    return out;
}

} // namespace meshscope
