#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace meshscope {

/// Why something could not be done, in words a person can act on.
struct Error {
    enum class Code { Failed, NotFound, Ambiguous, Io, Parse, Refused, Cancelled, Usage, Full, Busy, Newer, Corrupt };
    Code code = Code::Failed;
    QString text;       ///< translated: what went wrong and what to do
    QString where = {}; ///< the file, address or endpoint it is about; may be empty

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(Error::Code code, const QString &text, const QString &where = {})
{
    return Failure(Error{code, text, where});
}

} // namespace meshscope
