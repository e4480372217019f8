#pragma once

#include <QStringList>
#include <QStringView>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace meshscope {

/// Words and run-together names are cut here.
inline constexpr qsizetype longestSearchWord = 64;

/// Case and diacritics folded; what has no decomposition is spelt as people type it (ø → o, æ → ae).
[[nodiscard]] QString foldedForSearch(const QString &text);

/// Calls `visit` with each folded word of a text: parted at everything that is no letter or digit and at camelCase humps.
/// A run of Han, Kana or Hangul also gives each of its tails, since nothing parts words there. Long ones are cut.
void forEachWord(const QString &text, const std::function<void(QStringView)> &visit);
[[nodiscard]] QStringList searchWords(const QString &text);
/// All words run together: "customer_id", "customerId" and "Customer ID" are one.
[[nodiscard]] QString joinedWords(const QString &text);

/// How a typed word meets a word of a text, best last.
enum class WordMatch : quint8 { None, Typo, Prefix, Exact };
[[nodiscard]] WordMatch matchWord(QStringView typed, QStringView word);
inline constexpr qsizetype typoLength = 5; ///< shorter words are taken as typed

/// Distinct words in one arena, sorted when closed, so that a prefix is a range.
class WordList {
public:
    WordList();
    /// The word's number while the list is open; close() renumbers.
    quint32 add(QStringView word);
    /// Sorts; answers the new number of each old one.
    [[nodiscard]] std::vector<quint32> close();
    [[nodiscard]] QStringView word(quint32 number) const;
    [[nodiscard]] quint32 size() const { return quint32(m_ends.size()); }

    struct Range {
        quint32 begin = 0;
        quint32 end = 0;
        [[nodiscard]] bool isEmpty() const { return begin >= end; }
    };
    [[nodiscard]] Range withPrefix(QStringView prefix) const;
    /// Ranges of words that begin with `typed` after one insertion, deletion, substitution or transposition. They may
    /// overlap. Cost: length × distinct next letters × log(words).
    [[nodiscard]] std::vector<Range> withTypo(QStringView typed) const;

private:
    [[nodiscard]] Range narrowed(Range within, qsizetype offset, QStringView rest) const;
    void grow();

    std::u16string m_text;
    std::vector<quint32> m_begins;
    std::vector<quint32> m_ends;
    std::vector<quint32> m_slots; ///< open addressing, word number + 1; only while open
};

} // namespace meshscope
