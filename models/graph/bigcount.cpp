#include "models/graph/bigcount.h"

#include <algorithm>

namespace meshscope::graph {

namespace {

constexpr qsizetype limbDigits = 18;
constexpr qsizetype mostSpelled = 15;

QString raised(qsizetype exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString out;
    for (const QChar c : QString::number(exponent))
        out += digits.at(c.digitValue());
    return out;
}

} // namespace

BigCount::BigCount(quint64 value)
{
    for (; value > 0; value /= base)
        m_limbs.push_back(value % base);
}

BigCount &BigCount::operator+=(const BigCount &other)
{
    const size_t used = other.m_limbs.size(); // `other` may be this one
    m_limbs.resize(std::max(m_limbs.size(), used), 0);
    quint64 carry = 0;
    for (size_t i = 0; i < m_limbs.size() && (i < used || carry > 0); ++i) {
        const quint64 sum = m_limbs[i] + (i < used ? other.m_limbs[i] : 0) + carry; // < 2 · 10¹⁸ + 1: fits
        carry = sum >= base ? 1 : 0;
        m_limbs[i] = sum - (carry > 0 ? base : 0);
    }
    if (carry > 0)
        m_limbs.push_back(carry);
    return *this;
}

qsizetype BigCount::digits() const
{
    return m_limbs.empty() ? 1 : (qsizetype(m_limbs.size()) - 1) * limbDigits + QString::number(m_limbs.back()).size();
}

QString BigCount::toString() const
{
    if (m_limbs.empty())
        return QStringLiteral("0");
    QString out = QString::number(m_limbs.back());
    out.reserve(qsizetype(m_limbs.size()) * limbDigits);
    for (size_t i = m_limbs.size() - 1; i-- > 0;)
        out += QString::number(m_limbs[i]).rightJustified(limbDigits, u'0');
    return out;
}

QString BigCount::inWords(const QLocale &locale) const
{
    if (digits() <= mostSpelled)
        return locale.toString(m_limbs.empty() ? qulonglong(0) : qulonglong(m_limbs.front()));
    qsizetype exponent = digits() - 1;
    QString first = QString::number(m_limbs.back());
    if (m_limbs.size() > 1)
        first += QString::number(m_limbs[m_limbs.size() - 2]).rightJustified(limbDigits, u'0');
    int tenths = first.left(2).toInt() + (first.at(2).digitValue() >= 5 ? 1 : 0);
    if (tenths == 100) {
        tenths = 10;
        ++exponent;
    }
    return QStringLiteral("≈ %1%2%3 × 10%4")
        .arg(QString::number(tenths / 10), locale.decimalPoint(), QString::number(tenths % 10), raised(exponent));
}

} // namespace meshscope::graph
