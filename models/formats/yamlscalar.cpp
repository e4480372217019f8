#include "models/formats/yamlscalar.h"

namespace meshscope {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// true, True, TRUE: lower case, first letter upper or all upper; nothing between.
bool isWord(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    bool restLower = true;
    bool restUpper = true;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char wanted = lower[i];
        if (c != wanted && c != wanted - 'a' + 'A')
            return false;
        if (i > 0) {
            restLower = restLower && c == wanted;
            restUpper = restUpper && c != wanted;
        }
    }
    return restLower || (restUpper && text[0] != lower[0]);
}

bool allOf(std::string_view text, std::string_view allowed)
{
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

/// [-+]? ( .digits | digits ( . digits* )? ) ( [eE] [-+]? digits )?, or .inf, .nan
Node::Type numberType(std::string_view text)
{
    std::string_view rest = text;
    if (rest.front() == '-' || rest.front() == '+')
        rest.remove_prefix(1);
    else if (rest.starts_with("0o"))
        return allOf(rest.substr(2), "01234567") ? Node::Type::Int : Node::Type::String;
    else if (rest.starts_with("0x"))
        return allOf(rest.substr(2), "0123456789abcdefABCDEF") ? Node::Type::Int : Node::Type::String;
    if (rest.starts_with('.') &&
        (isWord(rest.substr(1), "inf") || (rest.size() == text.size() && isWord(rest.substr(1), "nan"))))
        return Node::Type::Double;
    size_t pos = 0;
    const auto digits = [&rest, &pos] {
        const size_t from = pos;
        while (pos < rest.size() && isDigit(rest[pos]))
            ++pos;
        return pos - from;
    };
    const size_t whole = digits();
    size_t fraction = 0;
    bool integer = true;
    if (pos < rest.size() && rest[pos] == '.') {
        ++pos;
        fraction = digits();
        integer = false;
    }
    if (whole + fraction == 0)
        return Node::Type::String;
    if (pos < rest.size() && (rest[pos] == 'e' || rest[pos] == 'E')) {
        ++pos;
        if (pos < rest.size() && (rest[pos] == '-' || rest[pos] == '+'))
            ++pos;
        if (digits() == 0)
            return Node::Type::String;
        integer = false;
    }
    if (pos != rest.size())
        return Node::Type::String;
    return integer ? Node::Type::Int : Node::Type::Double;
}

} // namespace

Node::Type coreSchemaType(std::string_view plain)
{
    if (plain.empty())
        return Node::Type::Null;
    switch (plain.front()) {
    case '~': return plain.size() == 1 ? Node::Type::Null : Node::Type::String;
    case 'n':
    case 'N': return isWord(plain, "null") ? Node::Type::Null : Node::Type::String;
    case 't':
    case 'T': return isWord(plain, "true") ? Node::Type::Bool : Node::Type::String;
    case 'f':
    case 'F': return isWord(plain, "false") ? Node::Type::Bool : Node::Type::String;
    default: break;
    }
    if (isDigit(plain.front()) || plain.front() == '.' || plain.front() == '-' || plain.front() == '+')
        return numberType(plain);
    return Node::Type::String;
}

} // namespace meshscope
