#include "models/mesh/plaintext.h"

#include <algorithm>

namespace meshscope {

namespace {

bool isDirection(QChar c)
{
    const char16_t u = c.unicode();
    return u >= 0x061c &&
           (u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069));
}

} // namespace

QString withoutDirections(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isDirection))
        return text; // nearly always: shared, not copied
    QString plain = text;
    plain.removeIf(isDirection);
    return plain;
}

} // namespace meshscope
