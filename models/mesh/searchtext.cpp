#include "models/mesh/searchtext.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>

namespace meshscope {

namespace {
bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString spelt(QChar c)
{
    switch (c.unicode()) {
    case u'ø': return QStringLiteral("o");
    case u'đ':
    case u'ð': return QStringLiteral("d");
    case u'ł': return QStringLiteral("l");
    case u'æ': return QStringLiteral("ae");
    case u'œ': return QStringLiteral("oe");
    case u'þ': return QStringLiteral("th");
    case u'ı': return QStringLiteral("i");
    case u'ß': return QStringLiteral("ss");
    default: return c;
    }
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
}

/// Scripts that write words without spaces between them.
bool isUnspaced(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3040 && u <= 0x30ff) || (u >= 0x3400 && u <= 0x9fff) || (u >= 0xac00 && u <= 0xd7a3);
}

void visitRun(const QString &run, const std::function<void(QStringView)> &visit)
{
    const QString folded = foldedForSearch(run);
    const QStringView word(folded);
    if (word.isEmpty())
        return;
    visit(word.first(std::min(word.size(), longestSearchWord)));
    for (qsizetype i = 1; i < word.size(); ++i) {
        if (isUnspaced(word[i]))
            visit(word.mid(i, longestSearchWord));
    }
}

/// Length of the longest common beginning.
qsizetype common(QStringView a, QStringView b)
{
    qsizetype i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i])
        ++i;
    return i;
}

/// Whether `typed` is a beginning of `word` after one edit. The edit stands where the two first differ, or before.
bool beginsWithTypo(QStringView typed, QStringView word)
{
    const qsizetype same = common(typed, word);
    for (qsizetype i = 0; i <= same && i < typed.size(); ++i) {
        const QStringView typedRest = typed.mid(i);
        const QStringView wordRest = word.mid(i);
        if (wordRest.startsWith(typedRest.mid(1)))
            return true; // a letter too many
        if (wordRest.isEmpty())
            continue;
        if (wordRest.mid(1).startsWith(typedRest) || wordRest.mid(1).startsWith(typedRest.mid(1)))
            return true; // a letter missing, or another one
        if (typedRest.size() > 1 && wordRest.size() > 1 && wordRest[0] == typedRest[1] && wordRest[1] == typedRest[0] &&
            wordRest.mid(2).startsWith(typedRest.mid(2)))
            return true; // two letters swapped
    }
    return false;
}
} // namespace

QString foldedForSearch(const QString &text)
{
    if (isAscii(text))
        return text.toLower();
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark())
            result += c.unicode() < 0x80 ? QString(c) : spelt(c);
    }
    // Hangul is parted by decomposition; put it together again so that letters count as people see them.
    return result.normalized(QString::NormalizationForm_C);
}

void forEachWord(const QString &text, const std::function<void(QStringView)> &visit)
{
    qsizetype begin = -1;
    const auto close = [&](qsizetype end) {
        if (begin >= 0 && end > begin)
            visitRun(text.mid(begin, end - begin), visit);
        begin = -1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isWordCharacter(c)) {
            close(i);
            continue;
        }
        // customerId → customer, id; HTTPServer → http, server
        const bool hump = begin >= 0 && c.isUpper() &&
                          (text[i - 1].isLower() || text[i - 1].isDigit() ||
                           (i + 1 < text.size() && text[i + 1].isLower() && text[i - 1].isUpper()));
        if (hump)
            close(i);
        if (begin < 0)
            begin = i;
    }
    close(text.size());
}

QStringList searchWords(const QString &text)
{
    QStringList result;
    forEachWord(text, [&](QStringView w) { result.append(w.toString()); });
    return result;
}

QString joinedWords(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text) {
        if (isWordCharacter(c))
            kept += c;
    }
    return foldedForSearch(kept).left(longestSearchWord);
}

WordMatch matchWord(QStringView typed, QStringView word)
{
    if (typed == word)
        return WordMatch::Exact;
    if (word.startsWith(typed))
        return WordMatch::Prefix;
    return typed.size() >= typoLength && beginsWithTypo(typed, word) ? WordMatch::Typo : WordMatch::None;
}

WordList::WordList()
    : m_slots(1024, 0)
{
}

QStringView WordList::word(quint32 number) const
{
    return QStringView(m_text).mid(m_begins[number], m_ends[number] - m_begins[number]);
}

quint32 WordList::add(QStringView w)
{
    if (size_t(size()) * 2 >= m_slots.size())
        grow();
    size_t slot = qHash(w) & (m_slots.size() - 1);
    while (m_slots[slot] != 0) {
        if (word(m_slots[slot] - 1) == w)
            return m_slots[slot] - 1;
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    m_begins.push_back(quint32(m_text.size()));
    m_text.append(w.utf16(), size_t(w.size()));
    m_ends.push_back(quint32(m_text.size()));
    m_slots[slot] = size();
    return size() - 1;
}

void WordList::grow()
{
    std::vector<quint32> larger(m_slots.size() * 2, 0);
    for (quint32 i = 0; i < size(); ++i) {
        size_t slot = qHash(word(i)) & (larger.size() - 1);
        while (larger[slot] != 0)
            slot = (slot + 1) & (larger.size() - 1);
        larger[slot] = i + 1;
    }
    m_slots = std::move(larger);
}

std::vector<quint32> WordList::close()
{
    std::vector<quint32> order(size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return word(a) < word(b); });
    std::vector<quint32> renumbered(size());
    std::vector<quint32> begins(size());
    std::vector<quint32> ends(size());
    std::u16string text;
    text.reserve(m_text.size());
    for (quint32 i = 0; i < size(); ++i) {
        renumbered[order[i]] = i;
        begins[i] = quint32(text.size());
        const QStringView w = word(order[i]);
        text.append(w.utf16(), size_t(w.size()));
        ends[i] = quint32(text.size());
    }
    m_text = std::move(text);
    m_begins = std::move(begins);
    m_ends = std::move(ends);
    m_slots.clear();
    m_slots.shrink_to_fit();
    return renumbered;
}

WordList::Range WordList::narrowed(Range within, qsizetype offset, QStringView rest) const
{
    if (rest.isEmpty())
        return within;
    const auto tail = [&](quint32 i) { return word(i).mid(std::min(offset, word(i).size()), rest.size()); };
    const auto bound = [&](quint32 begin, quint32 end, const auto &isBefore) {
        while (begin < end) {
            const quint32 middle = begin + (end - begin) / 2;
            if (isBefore(tail(middle)))
                begin = middle + 1;
            else
                end = middle;
        }
        return begin;
    };
    const quint32 begin = bound(within.begin, within.end, [&](QStringView t) { return t < rest; });
    const quint32 end = bound(begin, within.end, [&](QStringView t) { return t <= rest; });
    return {begin, end};
}

WordList::Range WordList::withPrefix(QStringView prefix) const
{
    return narrowed({0, size()}, 0, prefix);
}

std::vector<WordList::Range> WordList::withTypo(QStringView typed) const
{
    std::vector<Range> result;
    const auto keep = [&](Range r) {
        if (!r.isEmpty())
            result.push_back(r);
    };
    Range here{0, size()};
    for (qsizetype i = 0; i < typed.size() && !here.isEmpty(); ++i) {
        keep(narrowed(here, i, typed.mid(i + 1)));
        if (i + 1 < typed.size()) {
            const QString swapped = QString(typed[i + 1]) + typed[i] + typed.mid(i + 2).toString();
            keep(narrowed(here, i, swapped));
        }
        Range child = here;
        while (child.begin < here.end) {
            const QStringView first = word(child.begin);
            if (first.size() <= i) {
                ++child.begin;
                child.end = here.end;
                continue;
            }
            child = narrowed({child.begin, here.end}, i, first.mid(i, 1));
            if (first[i] != typed[i])
                keep(narrowed(child, i + 1, typed.mid(i + 1)));
            keep(narrowed(child, i + 1, typed.mid(i)));
            child = {child.end, here.end};
        }
        here = narrowed(here, i, typed.mid(i, 1));
    }
    return result;
}

} // namespace meshscope
