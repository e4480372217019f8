#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace meshscope::graph {

/// A natural number of any size: how many there are of something that may be astronomically many. Adding is O(digits).
class BigCount {
public:
    BigCount() = default;
    BigCount(quint64 value); ///< implicit on purpose: a number is a count
    BigCount &operator+=(const BigCount &other);
    [[nodiscard]] bool isZero() const { return m_limbs.empty(); }
    [[nodiscard]] qsizetype digits() const; ///< of 0: 1
    [[nodiscard]] QString toString() const; ///< every decimal digit
    /// For people: grouped digits up to 15 of them, else "≈ 1.2 × 10⁴⁸" (rounded half up).
    [[nodiscard]] QString inWords(const QLocale &locale = QLocale()) const;
    bool operator==(const BigCount &) const = default;

private:
    static constexpr quint64 base = 1'000'000'000'000'000'000u; ///< 18 digits a limb
    std::vector<quint64> m_limbs;                               ///< least first, no leading zeros
};

} // namespace meshscope::graph
